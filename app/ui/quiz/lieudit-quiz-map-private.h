/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-map-labels.h"
#include "map/lieudit-map-style.h"
#include "quiz/lieudit-quiz-map.h"

G_BEGIN_DECLS

/**
 * LieuditQuizMarking:
 * @mark: what it says
 * @latitude: in degrees
 * @longitude: in degrees
 * @name: (nullable): what stands beside it
 * @area: (nullable): the outline that is tinted in place of a point
 *
 * Something that is marked on the map.
 */
typedef struct {
  LieuditQuizMark mark;
  double latitude;
  double longitude;
  char *name;
  const LieuditBaseMapArea *area;
} LieuditQuizMarking;

/**
 * LieuditQuizOverlay:
 * @base_map: (nullable): where outlines come from
 * @colours: what to draw in
 * @markings: (element-type LieuditQuizMarking): what is marked
 * @has_crosshair: whether there is a crosshair
 * @latitude: of the crosshair, in degrees
 * @longitude: of the crosshair, in degrees
 *
 * What lies over the map.
 */
typedef struct {
  LieuditBaseMap *base_map;
  const LieuditMapPictureColours *colours;
  const GArray *markings;
  gboolean has_crosshair;
  double latitude;
  double longitude;
} LieuditQuizOverlay;

#define LIEUDIT_QUIZ_MAP_LEAST_ZOOM 0.5

/**
 * LieuditQuizMap:
 *
 * A map without names. It is drawn by the core as pictures are, in a thread; what was drawn last is moved along meanwhile.
 */
struct _LieuditQuizMap
{
  GtkWidget parent_instance;

  LieuditBaseMap *base_map;
  LieuditMapStyle *style;
  LieuditBounds bounds;

  gboolean has_view;
  double latitude; /* of the middle */
  double longitude;
  double zoom;

  GdkTexture *texture;
  LieuditMapExtent texture_extent;
  GCancellable *drawing;
  gboolean is_outdated; /* since the drawing began */

  GArray *markings; /* of LieuditQuizMarking */
  gboolean is_pointing;
  double cross_latitude;
  double cross_longitude;
  double drag_latitude;
  double drag_longitude;
  double pointer_x;
  double pointer_y;
};

void lieudit_quiz_map_get_extent         (LieuditQuizMap   *self,
                                          LieuditMapExtent *extent);
void lieudit_quiz_map_redraw             (LieuditQuizMap   *self);
void lieudit_quiz_map_fit                (LieuditQuizMap   *self);
void lieudit_quiz_map_describe_crosshair (LieuditQuizMap   *self);
void lieudit_quiz_map_add_controllers    (LieuditQuizMap   *self);

void lieudit_quiz_overlay_draw (const LieuditQuizOverlay *self,
                                const LieuditMapExtent   *extent,
                                PangoContext             *context,
                                cairo_t                  *cr);

G_END_DECLS
