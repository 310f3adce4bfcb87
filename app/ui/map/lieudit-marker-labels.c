/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-marker-labels.h"

#include "map/lieudit-marker.h"
#include "picture/lieudit-place-shape.h"

#include <math.h>

/* Where a bubble's nearest corner is from the middle of its symbol, in pixels: above or below the line that a name beside the
 * symbol is written on. */
#define BUBBLE_ASIDE 2.0
#define BUBBLE_AWAY 10.0

/* Around the mark of a country the base map must not write the country's name once more, in pixels. */
#define COUNTRY_HALF_WIDTH 90.0
#define COUNTRY_HALF_HEIGHT 60.0

static gboolean
is_country (const LieuditMarkerItem *item)
{
  return lieudit_place_get_feature_class (lieudit_found_place_get_place (item->place)) == LIEUDIT_FEATURE_COUNTRY;
}

/* A name for which there is no room is still shown for the place that the reader looks at, over the others. */
static LieuditLabelSide
choose_floating_side (const LieuditLabel         *label,
                      const LieuditMapExtent     *extent,
                      gboolean                    right_to_left)
{
  gboolean fits_right = label->x + label->symbol_radius + label->label_width <= extent->width;
  gboolean fits_left = label->x - label->symbol_radius - label->label_width >= 0;

  if (right_to_left ? fits_left : !fits_right)
    return LIEUDIT_LABEL_SIDE_LEFT;
  return LIEUDIT_LABEL_SIDE_RIGHT;
}

/* A symbol that only reaches into the view would have a name cut by its edge. */
static void
hide_outside (LieuditLabelPlacement *placement,
              const LieuditPixelBox *view)
{
  if (placement->x < view->x || placement->x > view->x + view->width ||
      placement->y < view->y || placement->y > view->y + view->height)
    placement->side = LIEUDIT_LABEL_SIDE_NONE;
}

/* A name that was not shown has to be drawn. */
static void
hold_back (const LieuditMarkerItem *item,
           LieuditLabelPlacement   *placement,
           int                     *n_left)
{
  if (placement->side == LIEUDIT_LABEL_SIDE_NONE || item->is_special || lieudit_marker_get_side (LIEUDIT_MARKER (item->marker)) != LIEUDIT_LABEL_SIDE_NONE)
    return;
  if (*n_left <= 0)
    placement->side = LIEUDIT_LABEL_SIDE_NONE;
  *n_left = MAX (*n_left - 1, -1);
}

static void
apply_placement (LieuditMarkerItem           *item,
                 const LieuditLabel          *label,
                 const LieuditLabelPlacement *placement,
                 LieuditLabelSide             floating_side)
{
  LieuditMarker *marker = LIEUDIT_MARKER (item->marker);

  item->moved_right = placement->x - label->x;
  item->moved_down = placement->y - label->y;
  item->is_floating = placement->side == LIEUDIT_LABEL_SIDE_NONE && item->is_special;
  lieudit_marker_set_side (marker, item->is_floating ? floating_side : placement->side);
  lieudit_marker_set_floating (marker, item->is_floating);
}

static void
list_taken (const LieuditMarkerItem     *item,
            const LieuditLabel          *label,
            const LieuditLabelPlacement *placement,
            GArray                      *taken)
{
  double half_width = is_country (item) ? COUNTRY_HALF_WIDTH : label->symbol_radius;
  double half_height = is_country (item) ? COUNTRY_HALF_HEIGHT : label->symbol_radius;
  LieuditPixelBox boxes[] = {
    { placement->x - half_width, placement->y - half_height, 2.0 * half_width, 2.0 * half_height },
    lieudit_label_get_box (label, placement),
  };

  g_array_append_vals (taken, boxes, G_N_ELEMENTS (boxes));
}

static gboolean
is_free (const LieuditPixelBox *box,
         GArray                *taken)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const LieuditPixelBox *other = &g_array_index (taken, LieuditPixelBox, i);

      if (box->x < other->x + other->width && other->x < box->x + box->width &&
          box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}

/* A bubble goes to whichever corner of its symbol is free, the upper right one first; that one as well if none is. */
static void
place_bubble (LieuditMarkerItem  *item,
              const LieuditLabel *label,
              GArray             *taken)
{
  LieuditPixelBox box;

  if (item->cluster == NULL)
    return;
  for (int corner = 0; corner <= 4; corner++)
    {
      item->is_bubble_left = corner == 1 || corner == 3;
      item->is_bubble_below = corner == 2 || corner == 3;
      box = lieudit_marker_item_get_bubble_box (item, label->x, label->y);
      if (is_free (&box, taken))
        break;
    }
  g_array_append_val (taken, box);
}

static LieuditLabel
request_room (const LieuditMarkerItem    *item,
              const LieuditMapExtent     *extent,
              gboolean                    keep_sides)
{
  LieuditLabel label = { .rank = item->rank, .freedom = lieudit_found_place_get_freedom (item->place, extent->zoom) };

  lieudit_marker_item_locate (item, extent, &label.x, &label.y);
  lieudit_marker_request_room (LIEUDIT_MARKER (item->marker), &label);
  /* A floating name has taken no room, and keeps no side. */
  if (item->is_floating || !keep_sides)
    label.preferred_side = LIEUDIT_LABEL_SIDE_NONE;
  return label;
}

static void
request_all (GArray                     *items,
             const GArray               *shown,
             const LieuditMapExtent     *extent,
             gboolean                    keep_sides,
             GArray                     *labels,
             GArray                     *obstacles)
{
  for (guint i = 0; i < shown->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (items, g_array_index (shown, guint, i));
      LieuditLabel label = request_room (item, extent, keep_sides);

      g_array_append_val (labels, label);
      /* The bubble of a symbol that moves goes where there is room for the symbol; it must not push the symbol in turn. */
      if (item->cluster != NULL && label.freedom <= 0.0)
        {
          LieuditPixelBox bubble = lieudit_marker_item_get_bubble_box (item, label.x, label.y);

          g_array_append_val (obstacles, bubble);
        }
    }
}

/**
 * lieudit_marker_items_place_names:
 * @items: (element-type LieuditMarkerItem): a list
 * @shown: (element-type guint): which of them are shown; these have a marker
 * @obstacles: (element-type LieuditPixelBox): what no name may cover, in pixels of the view
 * @extent: the view
 * @keep_sides: whether a name stays on the side it is on where it can, which calms a map that is moved
 * @right_to_left: whether names go to the left of their symbols rather than to the right
 * @n_left: (inout): how many names may be shown that were not; below zero afterwards when there are more
 *
 * Finds room for the names of the items that are shown, and makes their markers show them there.
 *
 * Returns: (element-type LieuditPixelBox) (transfer full): what the symbols and names cover now, in pixels of the view
 */
GArray *
lieudit_marker_items_place_names (GArray                     *items,
                                  const GArray               *shown,
                                  GArray                     *obstacles,
                                  const LieuditMapExtent     *extent,
                                  gboolean                    keep_sides,
                                  gboolean                    right_to_left,
                                  int                        *n_left)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (LieuditLabel));
  g_autoptr (GArray) all_obstacles = g_array_copy (obstacles);
  g_autofree LieuditLabelPlacement *placements = NULL;
  LieuditPixelBox view = { 0, 0, extent->width, extent->height };
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));

  request_all (items, shown, extent, keep_sides, labels, all_obstacles);
  placements = lieudit_place_labels ((LieuditLabel *) labels->data, labels->len, (LieuditPixelBox *) all_obstacles->data,
                                     all_obstacles->len, &view, right_to_left);
  for (guint i = 0; i < labels->len; i++)
    {
      LieuditMarkerItem *item = lieudit_marker_items_get (items, g_array_index (shown, guint, i));
      const LieuditLabel *label = &g_array_index (labels, LieuditLabel, i);

      hide_outside (&placements[i], &view);
      hold_back (item, &placements[i], n_left);
      apply_placement (item, label, &placements[i], choose_floating_side (label, extent, right_to_left));
      list_taken (item, label, &placements[i], taken);
    }
  for (guint i = 0; i < labels->len; i++)
    place_bubble (lieudit_marker_items_get (items, g_array_index (shown, guint, i)),
                  &g_array_index (labels, LieuditLabel, i), taken);
  return taken;
}

/**
 * lieudit_marker_item_get_bubble_box:
 * @self: an item with a bubble that counts the items it is drawn for
 * @x: where the item's point is, in pixels of the view
 * @y: where the item's point is, in pixels of the view
 *
 * Places the bubble beside the corner of the symbol that was chosen for it.
 *
 * Returns: whole pixels of the view
 */
LieuditPixelBox
lieudit_marker_item_get_bubble_box (const LieuditMarkerItem *self,
                                    double                   x,
                                    double                   y)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->cluster, NULL, &size);
  x = round (x + self->moved_right);
  y = round (y + self->moved_down);
  return (LieuditPixelBox) {
    .x = self->is_bubble_left ? x - BUBBLE_ASIDE - size.width : x + BUBBLE_ASIDE,
    .y = self->is_bubble_below ? y + BUBBLE_AWAY : y - BUBBLE_AWAY - size.height,
    .width = size.width,
    .height = size.height,
  };
}
