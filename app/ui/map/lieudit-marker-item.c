/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-marker-item.h"

#include "geo/lieudit-clustering.h"
#include "geo/lieudit-mercator.h"
#include "picture/lieudit-place-shape.h"

#include <math.h>

static void
clear_item (gpointer data)
{
  LieuditMarkerItem *item = data;

  g_clear_object (&item->place);
  g_clear_pointer (&item->marker, gtk_widget_unparent);
  g_clear_pointer (&item->cluster, gtk_widget_unparent);
}

static gint
compare_first_mentions (gconstpointer a,
                        gconstpointer b)
{
  const LieuditMarkerItem *first = a;
  const LieuditMarkerItem *second = b;

  return (first->first_mention > second->first_mention) - (first->first_mention < second->first_mention);
}

static gint
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  double first = lieudit_marker_items_get (user_data, *(const guint *) a)->rank;
  double second = lieudit_marker_items_get (user_data, *(const guint *) b)->rank;

  return (first > second) - (first < second);
}

/* How much the symbol covers, known without making a widget for it. */
static double
get_radius (LieuditFoundPlace *found_place,
            double             scale)
{
  guint n_mentions = lieudit_found_place_get_n_mentions (found_place);

  return lieudit_place_shape_get_radius (lieudit_place_shape_choose (found_place), n_mentions) * scale + LIEUDIT_PLACE_SHAPE_GAP;
}

static void
add_item (GArray            *items,
          LieuditFoundPlace *found_place,
          double             scale)
{
  LieuditPlace *place = lieudit_found_place_get_place (found_place);
  g_autoptr (LieuditMention) mention = g_list_model_get_item (lieudit_found_place_get_mentions (found_place), 0);
  double latitude = lieudit_place_get_latitude (place);
  double longitude = lieudit_place_get_longitude (place);
  LieuditMarkerItem item = { 0 };

  if (!isfinite (latitude) || !isfinite (longitude))
    return;
  item.place = g_object_ref (found_place);
  item.x = lieudit_mercator_longitude_to_x (longitude, 0.0) / lieudit_mercator_get_world_size (0.0);
  item.y = lieudit_mercator_latitude_to_y (latitude, 0.0) / lieudit_mercator_get_world_size (0.0);
  item.is_area = lieudit_feature_is_area (lieudit_place_get_feature_code (place));
  item.radius = get_radius (found_place, scale);
  item.rank = lieudit_found_place_get_rank (found_place);
  item.first_mention = mention != NULL ? lieudit_mention_get_start (mention) : G_MAXSIZE;
  g_array_append_val (items, item);
}

/**
 * lieudit_marker_items_new:
 *
 * Returns: (element-type LieuditMarkerItem) (transfer full): an empty list, which unparents the widgets of what is taken out of it
 */
GArray *
lieudit_marker_items_new (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (LieuditMarkerItem));

  g_array_set_clear_func (items, clear_item);
  return items;
}

/**
 * lieudit_marker_items_fill:
 * @items: (element-type LieuditMarkerItem): a list
 * @analysis: (nullable): an analysis
 * @scale: how much larger than usual symbols are
 *
 * Makes a list hold the places that were found, in the order in which the text names them first.
 */
void
lieudit_marker_items_fill (GArray          *items,
                           LieuditAnalysis *analysis,
                           double           scale)
{
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;

  g_return_if_fail (items != NULL);

  g_array_set_size (items, 0);
  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) place = g_list_model_get_item (places, i);

      add_item (items, place, scale);
    }
  g_array_sort (items, compare_first_mentions);
}

/**
 * lieudit_marker_items_get:
 * @items: (element-type LieuditMarkerItem): a list
 * @index: which item
 *
 * Returns: (transfer none): the item
 */
LieuditMarkerItem *
lieudit_marker_items_get (GArray *items,
                          guint   index)
{
  return &g_array_index (items, LieuditMarkerItem, index);
}

/**
 * lieudit_marker_items_find:
 * @items: (element-type LieuditMarkerItem): a list
 * @place: (nullable): a place
 *
 * Returns: (transfer none) (nullable): the item of @place
 */
LieuditMarkerItem *
lieudit_marker_items_find (GArray            *items,
                           LieuditFoundPlace *place)
{
  for (guint i = 0; place != NULL && i < items->len; i++)
    if (lieudit_marker_items_get (items, i)->place == place)
      return lieudit_marker_items_get (items, i);
  return NULL;
}

/**
 * lieudit_marker_items_sort_by_rank:
 * @items: (element-type LieuditMarkerItem): a list
 * @indices: (element-type guint): some of them
 *
 * Finds the order to draw in, so that the important lies on top.
 *
 * Returns: (element-type guint) (transfer full): @indices, the least important first
 */
GArray *
lieudit_marker_items_sort_by_rank (GArray       *items,
                                   const GArray *indices)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), indices->len);

  g_array_append_vals (order, indices->data, indices->len);
  g_array_sort_with_data (order, compare_ranks, items);
  return order;
}

/* Chains the items of a cluster, from its leader on, in the order of the text. Who is hidden leads itself. */
static void
set_leaders (GArray      *items,
             const guint *visible,
             guint        n_visible,
             const guint *leaders)
{
  for (guint i = 0; i < items->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (items, i);

      item->leader = i;
      item->n_hidden = 0;
      item->next = 0;
    }
  for (guint i = 0; i < n_visible; i++)
    lieudit_marker_items_get (items, visible[i])->leader = visible[leaders[i]];
  for (guint i = items->len; i > 0; i--)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (items, i - 1);
      LieuditMarkerItem *leader = lieudit_marker_items_get (items, item->leader);

      if (item == leader)
        continue;
      item->next = leader->next;
      leader->next = i;
      leader->n_hidden++;
    }
}

/**
 * lieudit_marker_items_cluster:
 * @items: (element-type LieuditMarkerItem): a list
 * @zoom: zoom level
 * @crowding: 1 to join the symbols that overlap, more to join others nearby
 *
 * Gives every item its leader, among those that are not hidden. Only the zoom level decides, so that moving the map changes nothing.
 */
void
lieudit_marker_items_cluster (GArray *items,
                              double  zoom,
                              double  crowding)
{
  g_autofree LieuditClusterPoint *points = g_new0 (LieuditClusterPoint, items->len);
  g_autofree guint *visible = g_new0 (guint, items->len);
  g_autofree guint *leaders = NULL;
  double world = lieudit_mercator_get_world_size (zoom);
  guint n_visible = 0;

  for (guint i = 0; i < items->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (items, i);

      if (item->is_hidden)
        continue;
      visible[n_visible] = i;
      points[n_visible++] = (LieuditClusterPoint) {
        .x = item->x * world,
        .y = item->y * world,
        .radius = item->radius * crowding,
        .rank = item->rank,
        /* What fades must not stand for what does not. */
        .group = (item->is_area ? 1 : 0) + (item->is_faded ? 2 : 0),
      };
    }
  leaders = lieudit_cluster_points (points, n_visible);
  set_leaders (items, visible, n_visible, leaders);
}

/**
 * lieudit_marker_items_list_cluster:
 * @items: (element-type LieuditMarkerItem): a list
 * @leader: index of an item
 *
 * Lists the places that one item is drawn for.
 *
 * Returns: (element-type LieuditFoundPlace) (transfer full): the leader's place, then the others in the order of the text
 */
GPtrArray *
lieudit_marker_items_list_cluster (GArray *items,
                                   guint   leader)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  const LieuditMarkerItem *item = lieudit_marker_items_get (items, leader);

  g_ptr_array_add (places, g_object_ref (item->place));
  while (item->next != 0)
    {
      item = lieudit_marker_items_get (items, item->next - 1);
      g_ptr_array_add (places, g_object_ref (item->place));
    }
  return places;
}

/**
 * lieudit_marker_item_locate:
 * @self: an item
 * @extent: what is looked at
 * @x: (out): pixels from the view's left edge
 * @y: (out): pixels from the view's top edge
 *
 * Finds the place's point in a view, on the turn of the world that is nearest to the view's middle.
 */
void
lieudit_marker_item_locate (const LieuditMarkerItem *self,
                            const LieuditMapExtent  *extent,
                            double                  *x,
                            double                  *y)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double middle = extent->width / 2.0;

  *x = middle + remainder (self->x * world - extent->left - middle, world);
  *y = self->y * world - extent->top;
}
