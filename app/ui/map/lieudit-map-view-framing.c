/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include "picture/lieudit-map-framing.h"

/* Strips without places when a frame is chosen, in pixels: names and controls need them. */
#define MARGIN_SIDE 64
#define MARGIN_TOP 68
#define MARGIN_BOTTOM 52

/* On small maps a margin takes at most this share of the size. */
#define MARGIN_SHARE 0.15

/* What lies over the map at its top leaves it at least this share of the height. */
#define MOST_COVERED 0.4

/**
 * lieudit_map_view_update_margins:
 * @self: a map
 *
 * Keeps the strips of the map free in which names and controls need room.
 */
void
lieudit_map_view_update_margins (LieuditMapView *self)
{
  GtkBorder margins = { 0 };

  margins.left = margins.right = MIN (MARGIN_SIDE, self->width * MARGIN_SHARE);
  margins.top = MIN (MARGIN_TOP, self->height * MARGIN_SHARE) + MIN (self->covered_height, self->height * MOST_COVERED);
  margins.bottom = MIN (MARGIN_BOTTOM, self->height * MARGIN_SHARE);
  lieudit_map_camera_set_margins (self->camera, &margins);
}

/**
 * lieudit_map_view_set_covered_height:
 * @self: a map
 * @height: how much of it something else covers from the top, in pixels
 *
 * Lets what is framed from now on be below that.
 */
void
lieudit_map_view_set_covered_height (LieuditMapView *self,
                                     int             height)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  self->covered_height = height;
  lieudit_map_view_update_margins (self);
}

static LieuditBounds
frame_places (LieuditMapView           *self,
              Framed                    what,
              const LieuditFramedPlace *places,
              gsize                     n_places)
{
  if (self->staged != NULL)
    return lieudit_frame_whole_areas (places, n_places);

  return what == FRAMED_ALL ? lieudit_frame_all_places (places, n_places) : lieudit_frame_core_places (places, n_places);
}

/**
 * lieudit_map_view_frame:
 * @self: a map
 * @what: which of the article's places to show
 * @animate: whether to move there rather than to jump
 *
 * Frames the article's places, and does so again when the map changes its size.
 */
void
lieudit_map_view_frame (LieuditMapView *self,
                        Framed          what,
                        gboolean        animate)
{
  LieuditAnalysis *analysis = self->selection != NULL ? lieudit_selection_get_shown (self->selection) : NULL;
  g_autoptr (GArray) places = self->staged != NULL ? lieudit_list_some_framed_places (self->staged)
                                                   : lieudit_list_framed_places (analysis);
  const LieuditFramedPlace *first = (const LieuditFramedPlace *) places->data;
  LieuditBounds bounds;
  double closest_zoom;

  self->framed = what;
  if (places->len == 0 || self->width == 0)
    return;
  bounds = frame_places (self, what, first, places->len);
  closest_zoom = lieudit_frame_closest_zoom (first, places->len, MIN (self->width, self->height));
  self->is_framing = TRUE;
  if (animate && self->staged != NULL)
    lieudit_map_camera_fly (self->camera, &bounds, closest_zoom);
  else
    lieudit_map_camera_fit (self->camera, &bounds, closest_zoom, animate);
  self->is_framing = FALSE;
}

/**
 * lieudit_map_view_forget_frame:
 * @self: a map that was moved
 *
 * Leaves the map where the reader has moved it from now on.
 */
void
lieudit_map_view_forget_frame (LieuditMapView *self)
{
  if (!self->is_framing && !lieudit_map_camera_is_moving (self->camera))
    self->framed = FRAMED_NOTHING;
}

/**
 * lieudit_map_view_frame_all:
 * @self: a map
 *
 * Frames the article's places: first the region that the article is about and, when that is what the map shows already, every
 * place, however far away.
 */
void
lieudit_map_view_frame_all (LieuditMapView *self)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  lieudit_map_view_frame (self, self->framed == FRAMED_CORE ? FRAMED_ALL : FRAMED_CORE, TRUE);
}

/**
 * lieudit_map_view_reveal_place:
 * @self: a map
 * @place: a place that the article names
 *
 * Moves the map until the place is well inside the view. Does nothing when it is already.
 */
void
lieudit_map_view_reveal_place (LieuditMapView    *self,
                               LieuditFoundPlace *found_place)
{
  LieuditPlace *place;

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (LIEUDIT_IS_FOUND_PLACE (found_place));

  place = lieudit_found_place_get_place (found_place);
  if (self->width == 0)
    return;
  if (lieudit_map_camera_reveal (self->camera, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place),
                                 lieudit_place_get_uncertainty_km (place) * 1000.0))
    self->framed = FRAMED_NOTHING;
}
