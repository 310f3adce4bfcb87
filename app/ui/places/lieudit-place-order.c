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

typedef struct {
  LieuditPlaceOrder order;
  int               sign;
} Order;

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

static int
compare_keys (LieuditFoundPlace *a,
              LieuditFoundPlace *b,
              LieuditPlaceOrder  order,
              GQuark             quark)
{
  return strcmp (get_key (a, order, quark), get_key (b, order, quark));
}

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare (LieuditFoundPlace *a,
         LieuditFoundPlace *b,
         LieuditPlaceOrder  order)
{
  switch (order)
    {
    case LIEUDIT_PLACE_ORDER_NAME:
      return compare_keys (a, b, order, name_key_quark ());
    case LIEUDIT_PLACE_ORDER_MENTIONS:
      return COMPARE (lieudit_found_place_get_n_mentions (b), lieudit_found_place_get_n_mentions (a));
    case LIEUDIT_PLACE_ORDER_KIND:
      return compare_keys (a, b, order, kind_key_quark ());
    case LIEUDIT_PLACE_ORDER_COUNTRY:
      return compare_keys (a, b, order, country_key_quark ());
    case LIEUDIT_PLACE_ORDER_CONFIDENCE:
      return COMPARE (lieudit_found_place_get_confidence (a), lieudit_found_place_get_confidence (b));
    case LIEUDIT_PLACE_ORDER_STATUS:
      return COMPARE (lieudit_found_place_get_status (a), lieudit_found_place_get_status (b));
    case LIEUDIT_PLACE_ORDER_TEXT:
    default:
      return COMPARE (get_start (a), get_start (b));
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  LieuditFoundPlace *place_a = LIEUDIT_FOUND_PLACE ((gpointer) a);
  LieuditFoundPlace *place_b = LIEUDIT_FOUND_PLACE ((gpointer) b);
  const Order *order = user_data;
  int result = compare (place_a, place_b, order->order) * order->sign;

  return result != 0 ? result : COMPARE (get_start (place_a), get_start (place_b));
}

/**
 * lieudit_place_sorter_new:
 * @order: an order
 * @descending: whether to turn it round
 *
 * Makes what sorts #LieuditFoundPlace.
 *
 * Returns: (transfer full): the sorter
 */
GtkSorter *
lieudit_place_sorter_new (LieuditPlaceOrder order,
                          gboolean          descending)
{
  Order *data = g_new (Order, 1);

  data->order = order;
  data->sign = descending ? -1 : 1;

  return GTK_SORTER (gtk_custom_sorter_new (compare_places, data, g_free));
}
