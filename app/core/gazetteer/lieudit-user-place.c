/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-user-place.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "gazetteer/lieudit-feature.h"

/* What tells the person's own places from all others in the gazetteer. */
#define ID_PREFIX "own-"

/* Longer ones are a slip of the clipboard. */
#define LONGEST_NAME 200 /* characters */
#define LONGEST_NOTE 10000 /* characters */

/* How far a person's click or typing may be off. */
#define PRECISION_KM 0.5

/**
 * LieuditUserPlace:
 *
 * A place that a person added. Give a changed copy of it, not itself, to
 * lieudit_user_places_replace(): the old one is what undoing brings back.
 */
struct _LieuditUserPlace
{
  GObject parent_instance;

  char   *id;
  double  latitude;
  double  longitude;
  char   *feature;
  char   *country;
  char   *note;
  GStrv   names[LIEUDIT_N_LANGUAGES];
};

G_DEFINE_FINAL_TYPE (LieuditUserPlace, lieudit_user_place, G_TYPE_OBJECT)

static char *
make_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat (ID_PREFIX, uuid, NULL);
}

static gboolean
set_invalid (GError     **error,
             const char  *reason)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, reason);
  return FALSE;
}

static gboolean
is_feature_code (const char *code)
{
  gsize length = strlen (code);

  if (length == 0 || length >= LIEUDIT_FEATURE_CODE_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isupper (code[i]) && !g_ascii_isdigit (code[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_names (LieuditUserPlace  *self,
             GError           **error)
{
  gboolean has_name = FALSE;

  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      for (gsize i = 0; self->names[language] != NULL && self->names[language][i] != NULL; i++)
        {
          const char *name = self->names[language][i];

          if (!g_utf8_validate (name, -1, NULL))
            return set_invalid (error, _("A name of the place is not valid UTF-8: type it again."));
          if (g_utf8_strlen (name, -1) > LONGEST_NAME)
            return set_invalid (error, _("A name of the place is longer than 200 characters: shorten it."));
          has_name = TRUE;
        }
    }

  return has_name || set_invalid (error, _("The place has no name: give it one."));
}

static void
lieudit_user_place_finalize (GObject *object)
{
  LieuditUserPlace *self = LIEUDIT_USER_PLACE (object);

  g_free (self->id);
  g_free (self->feature);
  g_free (self->country);
  g_free (self->note);
  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    g_strfreev (self->names[language]);

  G_OBJECT_CLASS (lieudit_user_place_parent_class)->finalize (object);
}

static void
lieudit_user_place_class_init (LieuditUserPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_user_place_finalize;
}

static void
lieudit_user_place_init (LieuditUserPlace *self)
{
  self->feature = g_strdup ("PPL");
}

/**
 * lieudit_user_place_new:
 * @id: (nullable): the identifier of a place that is known; %NULL to make a
 *   new one
 * @latitude: in degrees north
 * @longitude: in degrees east
 *
 * Makes a place, as yet without a name. Its kind is a town.
 *
 * Returns: (transfer full): the place
 */
LieuditUserPlace *
lieudit_user_place_new (const char *id,
                        double      latitude,
                        double      longitude)
{
  LieuditUserPlace *self = g_object_new (LIEUDIT_TYPE_USER_PLACE, NULL);

  self->id = id != NULL ? g_strdup (id) : make_id ();
  self->latitude = latitude;
  self->longitude = longitude;

  return self;
}

/**
 * lieudit_user_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same place, to be changed
 */
LieuditUserPlace *
lieudit_user_place_copy (LieuditUserPlace *self)
{
  LieuditUserPlace *copy;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);

  copy = lieudit_user_place_new (self->id, self->latitude, self->longitude);
  lieudit_user_place_set_feature_code (copy, self->feature);
  lieudit_user_place_set_country_code (copy, self->country);
  lieudit_user_place_set_note (copy, self->note);
  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    copy->names[language] = g_strdupv (self->names[language]);

  return copy;
}

/**
 * lieudit_user_place_get_id:
 * @self: a place
 *
 * Returns: (transfer none): its identifier, in the gazetteer as well
 */
const char *
lieudit_user_place_get_id (LieuditUserPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);

  return self->id;
}

/**
 * lieudit_user_place_is_id:
 * @id: the identifier of a place in the gazetteer
 *
 * Returns: whether it is one that lieudit_user_place_new() made
 */
gboolean
lieudit_user_place_is_id (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return g_str_has_prefix (id, ID_PREFIX);
}

/**
 * lieudit_user_place_get_latitude:
 * @self: a place
 *
 * Returns: degrees north
 */
double
lieudit_user_place_get_latitude (LieuditUserPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), 0.0);

  return self->latitude;
}

/**
 * lieudit_user_place_get_longitude:
 * @self: a place
 *
 * Returns: degrees east
 */
double
lieudit_user_place_get_longitude (LieuditUserPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), 0.0);

  return self->longitude;
}

/**
 * lieudit_user_place_set_coordinates:
 * @self: a place
 * @latitude: in degrees north
 * @longitude: in degrees east
 *
 * Moves the place.
 */
void
lieudit_user_place_set_coordinates (LieuditUserPlace *self,
                                    double            latitude,
                                    double            longitude)
{
  g_return_if_fail (LIEUDIT_IS_USER_PLACE (self));

  self->latitude = latitude;
  self->longitude = longitude;
}

/**
 * lieudit_user_place_get_feature_code:
 * @self: a place
 *
 * Returns: (transfer none): its kind, a GeoNames feature code such as `PPL`
 */
const char *
lieudit_user_place_get_feature_code (LieuditUserPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);

  return self->feature;
}

/**
 * lieudit_user_place_set_feature_code:
 * @self: a place
 * @code: a GeoNames feature code, such as `HLL`
 *
 * Sets the kind of the place.
 */
void
lieudit_user_place_set_feature_code (LieuditUserPlace *self,
                                     const char       *code)
{
  g_return_if_fail (LIEUDIT_IS_USER_PLACE (self));
  g_return_if_fail (code != NULL);

  g_free (self->feature);
  self->feature = g_strdup (code);
}

/**
 * lieudit_user_place_get_country_code:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the ISO 3166-1 code of its country
 */
const char *
lieudit_user_place_get_country_code (LieuditUserPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);

  return self->country;
}

/**
 * lieudit_user_place_set_country_code:
 * @self: a place
 * @code: (nullable): an ISO 3166-1 code, such as `SY`
 *
 * Sets the country in which the place lies.
 */
void
lieudit_user_place_set_country_code (LieuditUserPlace *self,
                                     const char       *code)
{
  g_return_if_fail (LIEUDIT_IS_USER_PLACE (self));

  g_free (self->country);
  self->country = g_strdup (code);
}

/**
 * lieudit_user_place_get_note:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): what the person noted about it
 */
const char *
lieudit_user_place_get_note (LieuditUserPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);

  return self->note;
}

/**
 * lieudit_user_place_set_note:
 * @self: a place
 * @note: (nullable): a note
 *
 * Sets the note.
 */
void
lieudit_user_place_set_note (LieuditUserPlace *self,
                             const char       *note)
{
  g_return_if_fail (LIEUDIT_IS_USER_PLACE (self));

  g_free (self->note);
  self->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
}

/**
 * lieudit_user_place_get_name:
 * @self: a place
 * @language: the language of the reader
 *
 * Returns: (transfer none) (nullable): its name in @language, else in any
 *   language; %NULL while it has none
 */
const char *
lieudit_user_place_get_name (LieuditUserPlace *self,
                             LieuditLanguage   language)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);
  g_return_val_if_fail (language < LIEUDIT_N_LANGUAGES, NULL);

  if (self->names[language] != NULL)
    return self->names[language][0];

  for (guint i = 0; i < LIEUDIT_N_LANGUAGES; i++)
    {
      if (self->names[i] != NULL)
        return self->names[i][0];
    }

  return NULL;
}

/**
 * lieudit_user_place_get_names:
 * @self: a place
 * @language: a language
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): all names in
 *   @language, the one to show first; %NULL when there is none
 */
const char * const *
lieudit_user_place_get_names (LieuditUserPlace *self,
                              LieuditLanguage   language)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);
  g_return_val_if_fail (language < LIEUDIT_N_LANGUAGES, NULL);

  return (const char * const *) self->names[language];
}

/**
 * lieudit_user_place_set_names:
 * @self: a place
 * @language: a language; %LIEUDIT_LANGUAGE_UNKNOWN for names of no language
 * @names: (nullable) (array zero-terminated=1): all names in it, the one to
 *   show first
 *
 * Sets the names in one language. Space around them is taken off, and empty
 * ones are left out.
 */
void
lieudit_user_place_set_names (LieuditUserPlace   *self,
                              LieuditLanguage     language,
                              const char * const *names)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GStrv kept;

  g_return_if_fail (LIEUDIT_IS_USER_PLACE (self));
  g_return_if_fail (language < LIEUDIT_N_LANGUAGES);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (names[i]));

      if (*name != '\0')
        g_strv_builder_add (builder, name);
    }

  kept = g_strv_builder_end (builder);
  g_clear_pointer (&self->names[language], g_strfreev);
  if (kept[0] != NULL)
    self->names[language] = kept;
  else
    g_strfreev (kept);
}

/**
 * lieudit_user_place_check:
 * @self: a place
 * @error: return location for an error
 *
 * Tells whether the place can be kept: whether it lies on Earth, has a name,
 * and so on.
 *
 * Returns: whether it can; if not, @error is a %G_IO_ERROR_INVALID_DATA that
 *   says what to do
 */
gboolean
lieudit_user_place_check (LieuditUserPlace  *self,
                          GError           **error)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), FALSE);

  if (!(fabs (self->latitude) <= 90.0))
    return set_invalid (error, _("The latitude is not between −90 and 90 degrees: correct it."));
  if (!(fabs (self->longitude) <= 180.0))
    return set_invalid (error, _("The longitude is not between −180 and 180 degrees: correct it."));
  if (!is_feature_code (self->feature))
    return set_invalid (error, _("The kind of the place is no GeoNames feature code: choose another."));
  if (self->country != NULL &&
      (strlen (self->country) != 2 || !g_ascii_isupper (self->country[0]) || !g_ascii_isupper (self->country[1])))
    return set_invalid (error, _("The country is no code of two capital letters: correct it."));
  if (self->note != NULL && !g_utf8_validate (self->note, -1, NULL))
    return set_invalid (error, _("The note is not valid UTF-8: type it again."));
  if (self->note != NULL && g_utf8_strlen (self->note, -1) > LONGEST_NOTE)
    return set_invalid (error, _("The note is longer than 10,000 characters: shorten it."));

  return check_names (self, error);
}

/**
 * lieudit_user_place_make_record:
 * @self: a place that passed lieudit_user_place_check()
 * @source: the key of where it comes from
 *
 * Returns: (transfer full): the place on its way into a gazetteer
 */
LieuditPlaceRecord *
lieudit_user_place_make_record (LieuditUserPlace *self,
                                const char       *source)
{
  LieuditPlaceRecord *record;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (self), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  record = lieudit_place_record_new (self->id);
  record->curated = TRUE;
  record->feature = g_strdup (self->feature);
  record->country = g_strdup (self->country);
  record->source = g_strdup (source);
  record->latitude = self->latitude;
  record->longitude = self->longitude;
  record->precision_km = PRECISION_KM;
  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      const char * const *names = lieudit_user_place_get_names (self, (LieuditLanguage) language);

      for (gsize i = 0; names != NULL && names[i] != NULL; i++)
        lieudit_place_record_add_name (record, names[i], strlen (names[i]), (LieuditLanguage) language,
                                       i == 0 && language != LIEUDIT_LANGUAGE_UNKNOWN);
    }

  return record;
}
