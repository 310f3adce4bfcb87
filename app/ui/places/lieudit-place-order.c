/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-order.h"

#include <string.h>

/* As the settings call the orders. */
static const char *const nicks[] = { "text", "name", "mentions", "kind", "country", "confidence", "status" };

/* Kept with a place: making them takes longer than all comparisons of a sort. */
static G_DEFINE_QUARK (lieudit-name-key, name_key)
static G_DEFINE_QUARK (lieudit-kind-key, kind_key)
static G_DEFINE_QUARK (lieudit-country-key, country_key)
static G_DEFINE_QUARK (lieudit-country-name, country_name)

/* A place with what it is sorted by, fetched once and not for every comparison. */
typedef struct {
  LieuditFoundPlace *place;
  const char        *key;
  double             number;
  gsize              start;
} Entry;

/**
 * lieudit_place_order_from_nick:
 * @nick: what the settings call an order
 *
 * Returns: the order; that of the text if there is none called so
 */
LieuditPlaceOrder
lieudit_place_order_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        return i;
    }

  return LIEUDIT_PLACE_ORDER_TEXT;
}

/* The widest area around a place, the place itself for a country. */
static char *
dup_country_name (LieuditPlace *place)
{
  g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
  LieuditPlace *country = hierarchy->len > 0 ? g_ptr_array_index (hierarchy, 0) : place;

  return g_strdup (lieudit_place_get_name (country, lieudit_language_of_reader ()));
}

/**
 * lieudit_found_place_get_country_name:
 * @place: a place found in an article
 *
 * Names the country that a place lies in, in the language of the interface.
 *
 * Returns: (transfer none): the name of the country, or of the widest area
 *   around the place
 */
const char *
lieudit_found_place_get_country_name (LieuditFoundPlace *place)
{
  const char *name;

  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (place), NULL);

  name = g_object_get_qdata (G_OBJECT (place), country_name_quark ());
  if (name == NULL)
    {
      char *made = dup_country_name (lieudit_found_place_get_place (place));

      g_object_set_qdata_full (G_OBJECT (place), country_name_quark (), made, g_free);
      name = made;
    }

  return name;
}

static char *
make_key (LieuditFoundPlace *place,
          LieuditPlaceOrder  order)
{
  g_autofree char *title = NULL;

  switch (order)
    {
    case LIEUDIT_PLACE_ORDER_KIND:
      title = lieudit_feature_dup_title (lieudit_place_get_feature_code (lieudit_found_place_get_place (place)));
      return g_utf8_collate_key (title, -1);
    case LIEUDIT_PLACE_ORDER_COUNTRY:
      return g_utf8_collate_key (lieudit_found_place_get_country_name (place), -1);
    default:
      return g_utf8_collate_key (lieudit_found_place_get_name (place), -1);
    }
}

static const char *
get_key (LieuditFoundPlace *place,
         LieuditPlaceOrder  order,
         GQuark             quark)
{
  const char *key = g_object_get_qdata (G_OBJECT (place), quark);

  if (key == NULL)
    {
      char *made = make_key (place, order);

      g_object_set_qdata_full (G_OBJECT (place), quark, made, g_free);
      key = made;
    }

  return key;
}

static gsize
get_start (LieuditFoundPlace *place)
{
  g_autoptr(LieuditMention) first = g_list_model_get_item (lieudit_found_place_get_mentions (place), 0);

  return first != NULL ? lieudit_mention_get_start (first) : 0;
}

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static void
fill_entry (Entry             *entry,
            LieuditFoundPlace *place,
            LieuditPlaceOrder  order)
{
  entry->place = place;
  entry->start = get_start (place);
  switch (order)
    {
    case LIEUDIT_PLACE_ORDER_NAME:
      entry->key = get_key (place, order, name_key_quark ());
      break;
    case LIEUDIT_PLACE_ORDER_KIND:
      entry->key = get_key (place, order, kind_key_quark ());
      break;
    case LIEUDIT_PLACE_ORDER_COUNTRY:
      entry->key = get_key (place, order, country_key_quark ());
      break;
    case LIEUDIT_PLACE_ORDER_MENTIONS:
      entry->number = -(double) lieudit_found_place_get_n_mentions (place);
      break;
    case LIEUDIT_PLACE_ORDER_CONFIDENCE:
      entry->number = lieudit_found_place_get_confidence (place);
      break;
    case LIEUDIT_PLACE_ORDER_STATUS:
      entry->number = lieudit_found_place_get_status (place);
      break;
    case LIEUDIT_PLACE_ORDER_TEXT:
    default:
      entry->number = (double) entry->start;
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Entry *first = a;
  const Entry *second = b;
  int sign = GPOINTER_TO_INT (user_data);
  int result = first->key != NULL ? strcmp (first->key, second->key) : COMPARE (first->number, second->number);

  return result != 0 ? result * sign : COMPARE (first->start, second->start);
}

/**
 * lieudit_place_order_apply:
 * @order: an order
 * @descending: whether to turn it round
 * @places: a list of #LieuditFoundPlace
 *
 * Sorts places.
 *
 * Returns: (transfer full): the same places in that order
 */
GListModel *
lieudit_place_order_apply (LieuditPlaceOrder  order,
                           gboolean           descending,
                           GListModel        *places)
{
  GListStore *sorted = g_list_store_new (LIEUDIT_TYPE_FOUND_PLACE);
  guint n_places;
  g_autofree Entry *entries = NULL;
  g_autofree gpointer *items = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (places), NULL);

  n_places = g_list_model_get_n_items (places);
  entries = g_new0 (Entry, n_places);
  items = g_new (gpointer, n_places);
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);

      fill_entry (&entries[i], place, order);
    }

  g_qsort_with_data (entries, (int) n_places, sizeof (Entry), compare_entries, GINT_TO_POINTER (descending ? -1 : 1));
  for (guint i = 0; i < n_places; i++)
    items[i] = entries[i].place;
  g_list_store_splice (sorted, 0, 0, items, n_places);

  return G_LIST_MODEL (sorted);
}
