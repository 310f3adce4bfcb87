/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-place.h"

#include <math.h>
#include <string.h>

#include "geo/lieudit-geodesic.h"
#include "text/lieudit-folded-text.h"

struct _LieuditQuizPlace
{
  GObject parent_instance;

  char *id;
  char *name;
  char *feature_code;
  char *country_code;
  double latitude;
  double longitude;
  double radius;
  char **spellings;
  char **folded; /* the name and the spellings */
};

G_DEFINE_FINAL_TYPE (LieuditQuizPlace, lieudit_quiz_place, G_TYPE_OBJECT)

static void
lieudit_quiz_place_finalize (GObject *object)
{
  LieuditQuizPlace *self = LIEUDIT_QUIZ_PLACE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->feature_code);
  g_free (self->country_code);
  g_strfreev (self->spellings);
  g_strfreev (self->folded);

  G_OBJECT_CLASS (lieudit_quiz_place_parent_class)->finalize (object);
}

static void
lieudit_quiz_place_class_init (LieuditQuizPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_quiz_place_finalize;
}

static void
lieudit_quiz_place_init (LieuditQuizPlace *self)
{
}

static char **
fold_all (const char         *name,
          const char * const *spellings)
{
  g_autoptr(GStrvBuilder) folded = g_strv_builder_new ();
  g_autofree char *first = lieudit_fold_name (name);

  g_strv_builder_add (folded, first);
  for (guint i = 0; spellings[i] != NULL; i++)
    {
      g_autofree char *spelling = lieudit_fold_name (spellings[i]);

      /* What folds to nothing would accept an empty answer. */
      if (*spelling != '\0')
        g_strv_builder_add (folded, spelling);
    }

  return g_strv_builder_end (folded);
}

/**
 * lieudit_quiz_place_new:
 * @id: what gazetteers call it
 * @name: what it is called in the quiz
 * @feature_code: (nullable): a code of GeoNames for what it is
 * @country_code: (nullable): a code of ISO 3166
 * @latitude: in degrees
 * @longitude: in degrees
 * @radius: how far it reaches, in metres
 * @spellings: (nullable) (array zero-terminated=1): other names, in any language
 *
 * Returns: (transfer full): the place
 */
LieuditQuizPlace *
lieudit_quiz_place_new (const char         *id,
                        const char         *name,
                        const char         *feature_code,
                        const char         *country_code,
                        double              latitude,
                        double              longitude,
                        double              radius,
                        const char * const *spellings)
{
  static const char *const none[] = { NULL };
  LieuditQuizPlace *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);
  g_return_val_if_fail (fabs (latitude) <= 90.0 && fabs (longitude) <= 180.0, NULL);
  g_return_val_if_fail (radius >= 0.0, NULL);

  self = g_object_new (LIEUDIT_TYPE_QUIZ_PLACE, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->feature_code = g_strdup (feature_code != NULL ? feature_code : "");
  self->country_code = g_strdup (country_code != NULL ? country_code : "");
  self->latitude = latitude;
  self->longitude = longitude;
  self->radius = radius;
  self->spellings = g_strdupv ((char **) (spellings != NULL ? spellings : none));
  self->folded = fold_all (name, (const char * const *) self->spellings);

  return self;
}

/**
 * lieudit_quiz_place_new_for:
 * @place: a place of a gazetteer
 * @language: the language of the quiz
 *
 * Returns: (transfer full): the place, with all its names
 */
LieuditQuizPlace *
lieudit_quiz_place_new_for (LieuditPlace    *place,
                            LieuditLanguage  language)
{
  g_autoptr(GPtrArray) spellings = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  name = lieudit_place_get_name (place, language);
  for (guint i = 0; i < LIEUDIT_N_LANGUAGES; i++)
    {
      g_auto(GStrv) names = lieudit_place_dup_names (place, (LieuditLanguage) i);

      for (guint j = 0; names[j] != NULL; j++)
        {
          if (!g_str_equal (names[j], name) && !g_ptr_array_find_with_equal_func (spellings, names[j], g_str_equal, NULL))
            g_ptr_array_add (spellings, g_strdup (names[j]));
        }
    }
  g_ptr_array_add (spellings, NULL);

  return lieudit_quiz_place_new (lieudit_place_get_id (place), name, lieudit_place_get_feature_code (place),
                                 lieudit_place_get_country_code (place), lieudit_place_get_latitude (place),
                                 lieudit_place_get_longitude (place), lieudit_place_get_uncertainty_km (place) * 1000.0,
                                 (const char * const *) spellings->pdata);
}

/**
 * lieudit_quiz_place_get_id:
 * @self: a place
 *
 * Returns: (transfer none): what gazetteers call it
 */
const char *
lieudit_quiz_place_get_id (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), NULL);

  return self->id;
}

/**
 * lieudit_quiz_place_get_name:
 * @self: a place
 *
 * Returns: (transfer none): what it is called in the quiz
 */
const char *
lieudit_quiz_place_get_name (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), NULL);

  return self->name;
}

/**
 * lieudit_quiz_place_get_feature_code:
 * @self: a place
 *
 * Returns: (transfer none): what it is, as GeoNames says it; empty when not known
 */
const char *
lieudit_quiz_place_get_feature_code (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), NULL);

  return self->feature_code;
}

/**
 * lieudit_quiz_place_get_feature_class:
 * @self: a place
 *
 * Returns: the class of what it is
 */
LieuditFeatureClass
lieudit_quiz_place_get_feature_class (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), LIEUDIT_FEATURE_OTHER);

  return lieudit_feature_class_from_code (self->feature_code);
}

/**
 * lieudit_quiz_place_get_country_code:
 * @self: a place
 *
 * Returns: (transfer none): the ISO 3166 code of its country; empty when it has none
 */
const char *
lieudit_quiz_place_get_country_code (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), NULL);

  return self->country_code;
}

/**
 * lieudit_quiz_place_get_latitude:
 * @self: a place
 *
 * Returns: where its point is, in degrees
 */
double
lieudit_quiz_place_get_latitude (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), 0.0);

  return self->latitude;
}

/**
 * lieudit_quiz_place_get_longitude:
 * @self: a place
 *
 * Returns: where its point is, in degrees
 */
double
lieudit_quiz_place_get_longitude (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), 0.0);

  return self->longitude;
}

/**
 * lieudit_quiz_place_get_radius:
 * @self: a place
 *
 * Returns: how far it reaches, in metres
 */
double
lieudit_quiz_place_get_radius (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), 0.0);

  return self->radius;
}

/**
 * lieudit_quiz_place_get_spellings:
 * @self: a place
 *
 * Returns: (transfer none) (array zero-terminated=1): its other names
 */
const char * const *
lieudit_quiz_place_get_spellings (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), NULL);

  return (const char * const *) self->spellings;
}

/**
 * lieudit_quiz_place_is_area:
 * @self: a place
 *
 * Returns: whether it is nowhere in particular
 */
gboolean
lieudit_quiz_place_is_area (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), FALSE);

  return lieudit_feature_is_area (self->feature_code);
}

/**
 * lieudit_quiz_place_dup_kind:
 * @self: a place
 *
 * Returns: (transfer full): what kind of place it is, in the reader's language
 */
char *
lieudit_quiz_place_dup_kind (LieuditQuizPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), NULL);

  return lieudit_feature_dup_title (self->feature_code);
}

/* The index of names knows spellings that no place lists, such as those without an article. */
static gboolean
is_found_by (LieuditQuizPlace *self,
             LieuditGazetteer *gazetteer,
             const char       *typed)
{
  g_autoptr(GPtrArray) places = lieudit_gazetteer_find (gazetteer, typed);

  for (guint i = 0; i < places->len; i++)
    {
      if (g_str_equal (lieudit_place_get_id (g_ptr_array_index (places, i)), self->id))
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_quiz_place_accepts:
 * @self: a place
 * @gazetteer: (nullable): where more spellings are known
 * @typed: what somebody calls it
 *
 * Tells whether a name is right: in any language and known spelling, with or without accents and capitals.
 *
 * Returns: whether it is
 */
gboolean
lieudit_quiz_place_accepts (LieuditQuizPlace *self,
                            LieuditGazetteer *gazetteer,
                            const char       *typed)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  stripped = g_strstrip (g_strdup (typed));
  folded = lieudit_fold_name (stripped);
  if (*folded == '\0')
    return FALSE;

  return g_strv_contains ((const char * const *) self->folded, folded)
         || (gazetteer != NULL && is_found_by (self, gazetteer, stripped));
}

/**
 * lieudit_quiz_place_shares_name:
 * @self: a place
 * @other: another place
 *
 * Tells whether a name of one could be meant for the other.
 *
 * Returns: whether they have a name in common
 */
gboolean
lieudit_quiz_place_shares_name (LieuditQuizPlace *self,
                                LieuditQuizPlace *other)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (other), FALSE);

  for (guint i = 0; self->folded[i] != NULL; i++)
    {
      if (g_strv_contains ((const char * const *) other->folded, self->folded[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_quiz_place_measure:
 * @self: a place
 * @other: another place
 *
 * Returns: how far apart their points are, in metres
 */
double
lieudit_quiz_place_measure (LieuditQuizPlace *self,
                            LieuditQuizPlace *other)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (self), 0.0);
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (other), 0.0);

  return lieudit_geodesic_distance (self->latitude, self->longitude, other->latitude, other->longitude);
}
