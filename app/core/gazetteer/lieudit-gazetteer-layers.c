/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-layers.h"

#include <string.h>

#include "geo/lieudit-geodesic.h"

#define MOST_MATCHES 32
#define NO_NAME G_MAXUINT32

/* How far sources may be apart on one place, beside what they say of their precision. */
#define SAME_SPOT_KM 8.0
#define SAME_LATITUDE 100000 /* millionths of a degree, more than that */

/* Longer lists come of words such as "San Antonio"; what stands behind is never meant. */
#define MOST_CANDIDATES 400

#define WORD_FLAGS (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)

#define N_LETTERS 26

/*
 * LieuditGazetteerLayers:
 *
 * Several gazetteers that are looked into as one: the one that comes with
 * Lieudit, the person's own places, and what the person imported. The places
 * of each are numbered behind those of the ones before. What the candidates of
 * a name are is put together when it is first met, and kept.
 */
struct _LieuditGazetteerLayers
{
  LieuditGazetteer *layers[LIEUDIT_MOST_LAYERS];
  guint             first_places[LIEUDIT_MOST_LAYERS + 1];
  guint             n_layers;
  guint             own;     /* index of the person's own places, 0 when there are none */

  GMutex            mutex;   /* guards what follows */
  GHashTable       *names;   /* of the names in each layer, to an index in @lists */
  GPtrArray        *lists;   /* of GArray of LieuditCandidate, which never change */
  guint32          *countries;
};

static void
add_layer (LieuditGazetteerLayers *self,
           LieuditGazetteer       *layer)
{
  guint64 n_places;

  if (self->n_layers == LIEUDIT_MOST_LAYERS)
    return;

  n_places = (guint64) self->first_places[self->n_layers] + lieudit_gazetteer_get_n_places (layer);
  if (n_places >= LIEUDIT_GAZETTEER_NO_PLACE)
    return;

  self->layers[self->n_layers++] = g_object_ref (layer);
  self->first_places[self->n_layers] = (guint) n_places;
}

/*
 * lieudit_gazetteer_layers_new:
 * @base: the gazetteer that comes with Lieudit
 * @own: (nullable): the person's own places
 * @others: (element-type LieuditGazetteer): what the person imported; what is
 *   beyond %LIEUDIT_MOST_LAYERS is left out
 *
 * Returns: (transfer full): the layers
 */
LieuditGazetteerLayers *
lieudit_gazetteer_layers_new (LieuditGazetteer *base,
                              LieuditGazetteer *own,
                              GPtrArray        *others)
{
  LieuditGazetteerLayers *self = g_new0 (LieuditGazetteerLayers, 1);

  g_mutex_init (&self->mutex);
  self->names = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  add_layer (self, base);
  if (own != NULL)
    {
      self->own = self->n_layers;
      add_layer (self, own);
    }
  for (guint i = 0; i < others->len; i++)
    add_layer (self, g_ptr_array_index (others, i));

  return self;
}

/*
 * lieudit_gazetteer_layers_free:
 * @self: (transfer full): layers
 *
 * Frees them.
 */
void
lieudit_gazetteer_layers_free (LieuditGazetteerLayers *self)
{
  for (guint i = 0; i < self->n_layers; i++)
    g_object_unref (self->layers[i]);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->lists);
  g_free (self->countries);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/*
 * lieudit_gazetteer_layers_get_n_layers:
 * @self: layers
 *
 * Returns: how many there are
 */
guint
lieudit_gazetteer_layers_get_n_layers (LieuditGazetteerLayers *self)
{
  return self->n_layers;
}

/*
 * lieudit_gazetteer_layers_get_n_places:
 * @self: layers
 *
 * Returns: how many places all of them know
 */
guint
lieudit_gazetteer_layers_get_n_places (LieuditGazetteerLayers *self)
{
  return self->first_places[self->n_layers];
}

/*
 * lieudit_gazetteer_layers_get_layer:
 * @self: layers
 * @layer: one of them
 * @first_place: (out) (optional): index of its first place among all
 *
 * Returns: (transfer none): the layer
 */
LieuditGazetteer *
lieudit_gazetteer_layers_get_layer (LieuditGazetteerLayers *self,
                                    guint                   layer,
                                    guint                  *first_place)
{
  g_return_val_if_fail (layer < self->n_layers, NULL);

  if (first_place != NULL)
    *first_place = self->first_places[layer];

  return self->layers[layer];
}

/*
 * lieudit_gazetteer_layers_find_place:
 * @self: layers
 * @index: a place among all
 * @local_index: (out): its index in its layer
 *
 * Returns: (transfer none) (nullable): the layer that knows the place
 */
LieuditGazetteer *
lieudit_gazetteer_layers_find_place (LieuditGazetteerLayers *self,
                                     guint                   index,
                                     guint                  *local_index)
{
  for (guint i = 0; i < self->n_layers; i++)
    {
      if (index < self->first_places[i + 1])
        {
          *local_index = index - self->first_places[i];
          return self->layers[i];
        }
    }

  return NULL;
}

/*
 * lieudit_gazetteer_layers_find_owner:
 * @self: layers
 * @entry: an entry of a place
 *
 * Returns: (transfer none): the layer in whose file the entry lies
 */
LieuditGazetteer *
lieudit_gazetteer_layers_find_owner (LieuditGazetteerLayers  *self,
                                     const LieuditPlaceEntry *entry)
{
  for (guint i = 1; i < self->n_layers; i++)
    {
      const LieuditPlaceEntry *first = lieudit_gazetteer_get_entry (self->layers[i], 0);

      if (first != NULL && entry >= first && entry < first + lieudit_gazetteer_get_n_places (self->layers[i]))
        return self->layers[i];
    }

  return self->layers[0];
}

/* Called with the lock held. */
static void
list_countries (LieuditGazetteerLayers *self)
{
  guint n_places = lieudit_gazetteer_get_n_places (self->layers[0]);

  self->countries = g_new (guint32, N_LETTERS * N_LETTERS);
  memset (self->countries, 0xFF, N_LETTERS * N_LETTERS * sizeof (guint32));
  for (guint i = 0; i < n_places; i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->layers[0], i);
      guint32 *country;

      if (!g_ascii_isupper (entry->country[0]) || !g_ascii_isupper (entry->country[1]) ||
          lieudit_feature_class_from_code (entry->feature) != LIEUDIT_FEATURE_COUNTRY)
        continue;
      country = &self->countries[(entry->country[0] - 'A') * N_LETTERS + entry->country[1] - 'A'];
      if (*country == LIEUDIT_GAZETTEER_NO_PLACE)
        *country = i;
    }
}

/*
 * lieudit_gazetteer_layers_find_country:
 * @self: layers
 * @entry: an entry of a place
 *
 * Returns: the place that is its country, or %LIEUDIT_GAZETTEER_NO_PLACE
 */
guint32
lieudit_gazetteer_layers_find_country (LieuditGazetteerLayers  *self,
                                       const LieuditPlaceEntry *entry)
{
  guint32 country;

  if (!g_ascii_isupper (entry->country[0]) || !g_ascii_isupper (entry->country[1]) ||
      lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_COUNTRY)
    return LIEUDIT_GAZETTEER_NO_PLACE;

  g_mutex_lock (&self->mutex);
  if (self->countries == NULL)
    list_countries (self);
  country = self->countries[(entry->country[0] - 'A') * N_LETTERS + entry->country[1] - 'A'];
  g_mutex_unlock (&self->mutex);

  return country;
}

/* A town is a town, whatever seat it is. */
static LieuditFeatureClass
get_kind (const LieuditPlaceEntry *entry)
{
  LieuditFeatureClass kind = lieudit_feature_class_from_code (entry->feature);

  return kind == LIEUDIT_FEATURE_CAPITAL || kind == LIEUDIT_FEATURE_QUARTER ? LIEUDIT_FEATURE_TOWN : kind;
}

static const LieuditPlaceEntry *
get_entry (LieuditGazetteerLayers *self,
           guint                   index)
{
  guint local_index;
  LieuditGazetteer *layer = lieudit_gazetteer_layers_find_place (self, index, &local_index);

  return layer != NULL ? lieudit_gazetteer_get_entry (layer, local_index) : NULL;
}

static gboolean
is_same_place (const LieuditPlaceEntry *a,
               const LieuditPlaceEntry *b)
{
  return ABS (a->latitude - b->latitude) < SAME_LATITUDE &&
         get_kind (a) == get_kind (b) &&
         lieudit_geodesic_distance (a->latitude / 1e6, a->longitude / 1e6,
                                    b->latitude / 1e6, b->longitude / 1e6) / 1000.0 <= SAME_SPOT_KM;
}

static gboolean
is_known (LieuditGazetteerLayers *self,
          GArray                 *list,
          guint                   n_before,
          guint                   place)
{
  const LieuditPlaceEntry *entry = get_entry (self, place);

  for (guint i = 0; i < n_before; i++)
    {
      guint other_place = g_array_index (list, LieuditCandidate, i).place;
      const LieuditPlaceEntry *other = get_entry (self, other_place);

      if (other_place == place || (entry != NULL && other != NULL && is_same_place (entry, other)))
        return TRUE;
    }

  return FALSE;
}

/* What was imported may be a place that came with Lieudit, under another name. */
static guint
find_in_base (LieuditGazetteerLayers *self,
              guint                   place)
{
  const LieuditPlaceEntry *entry = get_entry (self, place);
  char buffer[LIEUDIT_GEONAMES_TEXT_LENGTH];
  guint index;

  if (entry == NULL || !(entry->identifier & LIEUDIT_GEONAMES_IDENTIFIER))
    return place;

  return lieudit_gazetteer_find_index (self->layers[0],
                                       lieudit_gazetteer_get_identifier (self->layers[0], entry, buffer), &index)
    ? index
    : place;
}

static guint
get_word_flags (LieuditGazetteerLayers *self,
                guint32                 base_name)
{
  guint n_candidates = 0;
  const LieuditCandidate *candidates = NULL;
  guint flags = 0;

  if (base_name != NO_NAME)
    candidates = lieudit_gazetteer_get_candidates (self->layers[0], base_name, &n_candidates);
  for (guint i = 0; i < n_candidates; i++)
    flags |= candidates[i].flags & WORD_FLAGS;

  return flags;
}

static void
append_layer (LieuditGazetteerLayers *self,
              GArray                 *list,
              guint                   layer,
              guint32                 name,
              guint                   word_flags)
{
  guint n_candidates;
  const LieuditCandidate *candidates = lieudit_gazetteer_get_candidates (self->layers[layer], name, &n_candidates);
  guint n_before = list->len;

  for (guint i = 0; i < n_candidates && list->len < MOST_CANDIDATES; i++)
    {
      LieuditCandidate candidate = candidates[i];
      gboolean is_place = !(candidate.flags & LIEUDIT_CANDIDATE_NOT_A_PLACE);

      if (is_place)
        candidate.place += self->first_places[layer];
      if (layer != 0 && layer != self->own)
        {
          candidate.place = find_in_base (self, candidate.place);
          candidate.flags |= word_flags;
        }
      if (is_place && is_known (self, list, n_before, candidate.place))
        continue;
      g_array_append_val (list, candidate);
    }
}

/* The person's own places come first, then those that come with Lieudit. */
static GArray *
merge_candidates (LieuditGazetteerLayers *self,
                  const guint32          *names)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (LieuditCandidate));
  guint word_flags = get_word_flags (self, names[0]);

  if (self->own != 0 && names[self->own] != NO_NAME)
    append_layer (self, list, self->own, names[self->own], 0);
  for (guint i = 0; i < self->n_layers; i++)
    {
      if ((i == 0 || i != self->own) && names[i] != NO_NAME)
        append_layer (self, list, i, names[i], word_flags);
    }

  return list;
}

static guint32
intern_name (LieuditGazetteerLayers *self,
             const guint32          *names)
{
  g_autoptr(GBytes) key = g_bytes_new (names, self->n_layers * sizeof (*names));
  gpointer known;
  guint32 index;

  g_mutex_lock (&self->mutex);
  if (g_hash_table_lookup_extended (self->names, key, NULL, &known))
    {
      index = GPOINTER_TO_UINT (known);
    }
  else
    {
      index = self->lists->len;
      g_ptr_array_add (self->lists, merge_candidates (self, names));
      g_hash_table_insert (self->names, g_steal_pointer (&key), GUINT_TO_POINTER (index));
    }
  g_mutex_unlock (&self->mutex);

  return index | LIEUDIT_LAYERED_NAME;
}

/*
 * lieudit_gazetteer_layers_match_prefixes:
 * @self: layers
 * @folded: folded text
 * @length: its bytes
 * @matches: (out caller-allocates) (array length=n_matches): the names found
 * @n_matches: room in @matches
 *
 * Does what lieudit_gazetteer_match_prefixes() does over all layers.
 *
 * Returns: how many names were found and stored
 */
guint
lieudit_gazetteer_layers_match_prefixes (LieuditGazetteerLayers *self,
                                         const char             *folded,
                                         gsize                   length,
                                         LieuditNameMatch       *matches,
                                         guint                   n_matches)
{
  LieuditNameMatch found[LIEUDIT_MOST_LAYERS][MOST_MATCHES];
  guint n_found[LIEUDIT_MOST_LAYERS];
  guint positions[LIEUDIT_MOST_LAYERS] = { 0, };
  guint n_merged = 0;

  for (guint i = 0; i < self->n_layers; i++)
    n_found[i] = lieudit_gazetteer_match_prefixes (self->layers[i], folded, length, found[i], MOST_MATCHES);

  while (n_merged < n_matches)
    {
      guint32 names[LIEUDIT_MOST_LAYERS];
      guint32 shortest = G_MAXUINT32;
      gboolean is_layered = FALSE;

      for (guint i = 0; i < self->n_layers; i++)
        {
          if (positions[i] < n_found[i])
            shortest = MIN (shortest, found[i][positions[i]].length);
        }
      if (shortest == G_MAXUINT32)
        break;

      for (guint i = 0; i < self->n_layers; i++)
        {
          names[i] = NO_NAME;
          if (positions[i] < n_found[i] && found[i][positions[i]].length == shortest)
            {
              names[i] = found[i][positions[i]++].name;
              is_layered |= i > 0;
            }
        }
      matches[n_merged].length = shortest;
      matches[n_merged++].name = is_layered ? intern_name (self, names) : names[0];
    }

  return n_merged;
}

/*
 * lieudit_gazetteer_layers_get_candidates:
 * @self: layers
 * @name: a name with %LIEUDIT_LAYERED_NAME set
 * @n_candidates: (out): how many places bear it
 *
 * Returns: (transfer none) (array length=n_candidates): the places that the
 *   name may mean, in whichever layer
 */
const LieuditCandidate *
lieudit_gazetteer_layers_get_candidates (LieuditGazetteerLayers *self,
                                         guint32                 name,
                                         guint                  *n_candidates)
{
  guint32 index = name & ~LIEUDIT_LAYERED_NAME;
  GArray *list = NULL;

  g_mutex_lock (&self->mutex);
  if (index < self->lists->len)
    list = g_ptr_array_index (self->lists, index);
  g_mutex_unlock (&self->mutex);

  *n_candidates = list != NULL ? list->len : 0;

  return list != NULL ? (const LieuditCandidate *) (gconstpointer) list->data : NULL;
}
