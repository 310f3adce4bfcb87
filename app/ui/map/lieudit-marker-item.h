/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"
#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

/**
 * LieuditMarkerItem:
 * @place: the place
 * @x: where the place is on a world of side 1, from the west
 * @y: where the place is on a world of side 1, from the north
 * @radius: half the size of its symbol with the space around it, in pixels
 * @rank: importance
 * @is_area: whether the point only stands for an area around it
 * @first_mention: where the text names the place first, in bytes
 * @leader: index of the item that is drawn in its stead; its own when it is drawn itself
 * @n_hidden: how many other items it is drawn for
 * @next: of the items that one is drawn for, the one after this, counted from 1; 0 after the last
 * @is_shown: whether it is drawn
 * @is_hidden: whether it is left out for now, as if the article did not name it
 * @is_faded: whether it is drawn pale, as something that was talked of before
 * @is_special: whether the reader looks at it, so that it is drawn whatever it covers
 * @is_floating: whether its name lies over other names
 * @moved_right: how far its symbol is drawn from its point, in pixels
 * @moved_down: how far its symbol is drawn from its point, in pixels
 * @marker: (nullable): its marker, made when first shown
 * @cluster: (nullable): the bubble that counts the items it is drawn for
 * @clustering: the clustering that the bubble shows
 * @is_bubble_left: whether the bubble is to the left of the symbol rather than to its right
 * @is_bubble_below: whether the bubble is below the symbol rather than above it
 *
 * What the marker layer knows about a place.
 */
typedef struct {
  LieuditFoundPlace *place;
  double             x;
  double             y;
  double             radius;
  double             rank;
  gboolean           is_area;
  gsize              first_mention;

  guint              leader;
  guint              n_hidden;
  guint              next;
  gboolean           is_shown;
  gboolean           is_hidden;
  gboolean           is_faded;
  gboolean           is_special;
  gboolean           is_floating;
  double             moved_right;
  double             moved_down;
  GtkWidget         *marker;
  GtkWidget         *cluster;
  guint              clustering;
  gboolean           is_bubble_left;
  gboolean           is_bubble_below;
} LieuditMarkerItem;

GArray            *lieudit_marker_items_new          (void);
void               lieudit_marker_items_fill         (GArray                     *items,
                                                      LieuditAnalysis            *analysis,
                                                      double                      scale);
LieuditMarkerItem *lieudit_marker_items_get          (GArray                     *items,
                                                      guint                       index);
LieuditMarkerItem *lieudit_marker_items_find         (GArray                     *items,
                                                      LieuditFoundPlace          *place);
GArray            *lieudit_marker_items_sort_by_rank (GArray                     *items,
                                                      const GArray               *indices);
void               lieudit_marker_items_cluster      (GArray                     *items,
                                                      double                      zoom,
                                                      double                      crowding);
GPtrArray         *lieudit_marker_items_list_cluster (GArray                     *items,
                                                      guint                       leader);

void               lieudit_marker_item_locate        (const LieuditMarkerItem    *self,
                                                      const LieuditMapExtent     *extent,
                                                      double                     *x,
                                                      double                     *y);

G_END_DECLS
