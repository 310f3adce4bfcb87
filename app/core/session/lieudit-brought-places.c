/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-brought-places.h"

#include <glib/gi18n.h>

#include "gazetteer/lieudit-lone-place.h"

/**
 * LieuditBroughtPlaces:
 *
 * Places that a file brought along: somebody else may have added them, or have
 * imported a gazetteer with them. Where the gazetteer has a place, that one is
 * taken; where it has not, what the file says of it is enough for a map.
 */
struct _LieuditBroughtPlaces
{
  GObject parent_instance;

  GHashTable *references; /* identifier -> LieuditPlaceReference */
  GHashTable *places;     /* identifier -> LieuditPlace, or NULL where the file tells nonsense */
};

G_DEFINE_FINAL_TYPE (LieuditBroughtPlaces, lieudit_brought_places, G_TYPE_OBJECT)

static void
unref_place (gpointer place)
{
  if (place != NULL)
    g_object_unref (place);
}

static void
lieudit_brought_places_finalize (GObject *object)
{
  LieuditBroughtPlaces *self = LIEUDIT_BROUGHT_PLACES (object);

  g_hash_table_unref (self->references);
  g_hash_table_unref (self->places);

  G_OBJECT_CLASS (lieudit_brought_places_parent_class)->finalize (object);
}

static void
lieudit_brought_places_class_init (LieuditBroughtPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_brought_places_finalize;
}

static void
lieudit_brought_places_init (LieuditBroughtPlaces *self)
{
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lieudit_place_reference_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_place);
}

/**
 * lieudit_brought_places_new:
 *
 * Returns: (transfer full): no places yet
 */
LieuditBroughtPlaces *
lieudit_brought_places_new (void)
{
  return g_object_new (LIEUDIT_TYPE_BROUGHT_PLACES, NULL);
}

/**
 * lieudit_brought_places_add:
 * @self: what a file brought along
 * @reference: (nullable): one of its places
 *
 * Remembers a place.
 */
void
lieudit_brought_places_add (LieuditBroughtPlaces        *self,
                            const LieuditPlaceReference *reference)
{
  g_return_if_fail (LIEUDIT_IS_BROUGHT_PLACES (self));

  if (reference != NULL && !g_hash_table_contains (self->references, reference->id))
    g_hash_table_insert (self->references, g_strdup (reference->id), lieudit_place_reference_copy (reference));
}

static LieuditUserPlace *
make_user_place (const LieuditPlaceReference *reference)
{
  const char *names[] = { reference->name, NULL };
  LieuditUserPlace *place = lieudit_user_place_new (reference->id, reference->latitude, reference->longitude);

  if (*reference->feature_code != '\0')
    lieudit_user_place_set_feature_code (place, reference->feature_code);
  if (*reference->country_code != '\0')
    lieudit_user_place_set_country_code (place, reference->country_code);
  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_UNKNOWN, names);

  return place;
}

static LieuditPlace *
make_place (const LieuditPlaceReference *reference)
{
  g_autoptr(LieuditUserPlace) place = make_user_place (reference);

  return lieudit_lone_place_new (place, "file", _("The file that was opened"));
}

/**
 * lieudit_brought_places_find:
 * @self: what a file brought along
 * @gazetteer: the gazetteer in use
 * @id: what gazetteers call a place
 *
 * Returns: (transfer full) (nullable): the place as the gazetteer has it, or else
 *   as the file tells it
 */
LieuditPlace *
lieudit_brought_places_find (LieuditBroughtPlaces *self,
                             LieuditGazetteer     *gazetteer,
                             const char           *id)
{
  LieuditPlace *place;
  gpointer brought = NULL;
  LieuditPlaceReference *reference;

  g_return_val_if_fail (LIEUDIT_IS_BROUGHT_PLACES (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  place = lieudit_gazetteer_lookup_id (gazetteer, id);
  if (place != NULL)
    return place;

  reference = g_hash_table_lookup (self->references, id);
  if (reference != NULL && !g_hash_table_lookup_extended (self->places, id, NULL, &brought))
    {
      brought = make_place (reference);
      g_hash_table_insert (self->places, g_strdup (id), brought);
    }

  return brought != NULL ? g_object_ref (brought) : NULL;
}
