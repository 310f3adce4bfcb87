/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-place.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"

#define MICRODEGREES 1e6

/* Longer chains are a damaged file's loops. */
#define LONGEST_HIERARCHY 8

struct _LieuditPlace
{
  GObject parent_instance;

  LieuditGazetteer        *gazetteer;
  const LieuditPlaceEntry *entry;
  guint                    index;
  char                     country[3];
  const char              *id;
  const char              *source;
  char                     id_buffer[LIEUDIT_GEONAMES_TEXT_LENGTH];
  char                     source_buffer[LIEUDIT_GEONAMES_TEXT_LENGTH];
};

G_DEFINE_FINAL_TYPE (LieuditPlace, lieudit_place, G_TYPE_OBJECT)

static const char *
find_name (LieuditPlace    *self,
           LieuditLanguage  language)
{
  LieuditNameIterator names;
  LieuditLanguage name_language;
  const char *name;

  lieudit_name_iterator_init (&names, self->gazetteer, self->entry);
  while (lieudit_name_iterator_next (&names, &name, &name_language))
    {
      if (name_language == language)
        return name;
    }

  return NULL;
}

static void
lieudit_place_finalize (GObject *object)
{
  LieuditPlace *self = LIEUDIT_PLACE (object);

  g_clear_object (&self->gazetteer);

  G_OBJECT_CLASS (lieudit_place_parent_class)->finalize (object);
}

static void
lieudit_place_class_init (LieuditPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_place_finalize;
}

static void
lieudit_place_init (LieuditPlace *self)
{
}

/*< private >*/
LieuditPlace *
lieudit_place_new (LieuditGazetteer *gazetteer,
                   guint             index)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, index);
  LieuditPlace *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_PLACE, NULL);
  self->gazetteer = g_object_ref (gazetteer);
  self->entry = entry;
  self->index = index;
  memcpy (self->country, entry->country, sizeof (entry->country));
  self->id = lieudit_gazetteer_get_identifier (gazetteer, entry, self->id_buffer);
  self->source = lieudit_gazetteer_get_origin (gazetteer, entry, self->source_buffer);

  return self;
}

/*< private >*/
gconstpointer
lieudit_place_get_key (LieuditPlace *self)
{
  /* The same for all objects of a place, and another for each place of all gazetteers that are open. */
  return self->entry;
}

/*< private >*/
LieuditGazetteer *
lieudit_place_get_gazetteer (LieuditPlace *self)
{
  return self->gazetteer;
}

/**
 * lieudit_place_get_id:
 * @self: a place
 *
 * Returns: (transfer none): its identifier in the gazetteer, such as `sy-saraqib`
 */
const char *
lieudit_place_get_id (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  return self->id;
}

/**
 * lieudit_place_get_name:
 * @self: a place
 * @language: the language of the reader
 *
 * Returns: (transfer none): the preferred name in @language, else in English,
 *   else in any language
 */
const char *
lieudit_place_get_name (LieuditPlace    *self,
                        LieuditLanguage  language)
{
  LieuditNameIterator names;
  LieuditLanguage name_language;
  const char *name = NULL;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  /* Names whose language nobody knows are no answer to a reader whose language nobody knows. */
  if (language != LIEUDIT_LANGUAGE_UNKNOWN)
    name = find_name (self, language);
  if (name == NULL)
    name = find_name (self, LIEUDIT_LANGUAGE_ENGLISH);
  if (name != NULL)
    return name;

  lieudit_name_iterator_init (&names, self->gazetteer, self->entry);
  return lieudit_name_iterator_next (&names, &name, &name_language) ? name : self->id;
}

/**
 * lieudit_place_dup_names:
 * @self: a place
 * @language: a language
 *
 * Returns: (transfer full) (array zero-terminated=1): all names in @language,
 *   the preferred one first
 */
char **
lieudit_place_dup_names (LieuditPlace    *self,
                         LieuditLanguage  language)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  LieuditNameIterator names;
  LieuditLanguage name_language;
  const char *name;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  lieudit_name_iterator_init (&names, self->gazetteer, self->entry);
  while (lieudit_name_iterator_next (&names, &name, &name_language))
    {
      if (name_language == language)
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

/**
 * lieudit_place_get_latitude:
 * @self: a place
 *
 * Returns: the latitude of its representative point, in degrees
 */
double
lieudit_place_get_latitude (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), 0.0);

  return CLAMP (self->entry->latitude / MICRODEGREES, -90.0, 90.0);
}

/**
 * lieudit_place_get_longitude:
 * @self: a place
 *
 * Returns: the longitude of its representative point, in degrees
 */
double
lieudit_place_get_longitude (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), 0.0);

  return CLAMP (self->entry->longitude / MICRODEGREES, -180.0, 180.0);
}

/**
 * lieudit_place_get_uncertainty_km:
 * @self: a place
 *
 * Returns: the radius about the point in which the place lies, in kilometres
 */
double
lieudit_place_get_uncertainty_km (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), 0.0);

  return self->entry->precision < 0x8000 ? self->entry->precision / 10.0
                                         : self->entry->precision - 0x8000;
}

/**
 * lieudit_place_get_feature_code:
 * @self: a place
 *
 * Returns: (transfer none): its GeoNames feature code, such as `PPLA`
 */
const char *
lieudit_place_get_feature_code (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  return self->entry->feature[sizeof (self->entry->feature) - 1] == '\0' ? self->entry->feature : "";
}

/**
 * lieudit_place_get_feature_class:
 * @self: a place
 *
 * Returns: the class of its feature code
 */
LieuditFeatureClass
lieudit_place_get_feature_class (LieuditPlace *self)
{
  return lieudit_feature_class_from_code (lieudit_place_get_feature_code (self));
}

/**
 * lieudit_place_get_country_code:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): ISO 3166-1 code of its country, such as
 *   `SY`; %NULL for what belongs to none
 */
const char *
lieudit_place_get_country_code (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  return self->country[0] != '\0' ? self->country : NULL;
}

/**
 * lieudit_place_get_population:
 * @self: a place
 *
 * Returns: its inhabitants; 0 when not known
 */
guint
lieudit_place_get_population (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), 0);

  return self->entry->population;
}

/**
 * lieudit_place_get_source:
 * @self: a place
 *
 * Returns: (transfer none): where the facts come from, such as `geonames:169387`
 */
const char *
lieudit_place_get_source (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  return self->source;
}

/**
 * lieudit_place_dup_parent:
 * @self: a place
 *
 * Returns: (transfer full) (nullable): the administrative area it lies in
 */
LieuditPlace *
lieudit_place_dup_parent (LieuditPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  return lieudit_gazetteer_get_place (self->gazetteer,
                                      lieudit_gazetteer_get_parent (self->gazetteer, self->index));
}

/**
 * lieudit_place_dup_hierarchy:
 * @self: a place
 *
 * Returns: (transfer full) (element-type LieuditPlace): the administrative
 *   areas it lies in, widest first, without the place itself
 */
GPtrArray *
lieudit_place_dup_hierarchy (LieuditPlace *self)
{
  g_autoptr(GPtrArray) hierarchy = g_ptr_array_new_with_free_func (g_object_unref);
  LieuditPlace *parent;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (self), NULL);

  for (parent = lieudit_place_dup_parent (self);
       parent != NULL && hierarchy->len < LONGEST_HIERARCHY;
       parent = lieudit_place_dup_parent (parent))
    g_ptr_array_insert (hierarchy, 0, parent);

  g_clear_object (&parent);
  return g_steal_pointer (&hierarchy);
}

/**
 * lieudit_place_equal:
 * @a: a place
 * @b: a place
 *
 * Returns: whether both are the same place of the same gazetteer
 */
gboolean
lieudit_place_equal (LieuditPlace *a,
                     LieuditPlace *b)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (a), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_PLACE (b), FALSE);

  return a->gazetteer == b->gazetteer && a->index == b->index;
}
