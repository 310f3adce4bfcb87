/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoparse/lieudit-found-place.h"
#include "map/lieudit-map-area.h"
#include "map/lieudit-map-style.h"
#include "map/lieudit-view-texture.h"

G_BEGIN_DECLS

/**
 * LieuditAreaDrawing:
 *
 * The areas that a map tints, drawn on a thread of their own, which looks at nothing that may change meanwhile.
 */
typedef struct {
  LieuditBaseMap    *base_map;
  LieuditMapStyle   *style;
  LieuditMapExtent   view;
  int                scale;      /* device pixels a pixel */
  guint              generation; /* tells what was to be drawn from what is now */
  GArray            *areas;      /* of const LieuditBaseMapArea * */
  int                selected;   /* the index of the one that is selected; -1 for none */
  LieuditPlace      *circled;    /* the place that is ringed as far as its coordinates may be off, or NULL */
  LieuditViewTexture texture;    /* what came of it */
} LieuditAreaDrawing;

LieuditAreaDrawing *lieudit_area_drawing_new        (LieuditBaseMap           *base_map,
                                                     LieuditMapStyle          *style,
                                                     const LieuditMapExtent   *view,
                                                     int                       scale,
                                                     guint                     generation);
void                lieudit_area_drawing_free       (LieuditAreaDrawing       *self);
void                lieudit_area_drawing_add        (LieuditAreaDrawing       *self,
                                                     const LieuditBaseMapArea *area,
                                                     gboolean                  is_selected);
void                lieudit_area_drawing_set_circle (LieuditAreaDrawing       *self,
                                                     LieuditPlace             *place);
LieuditMapExtent    lieudit_area_drawing_enlarge    (const LieuditMapExtent   *view,
                                                     double                    by);
void                lieudit_area_drawing_run_async  (LieuditAreaDrawing       *self,
                                                     GCancellable             *cancellable,
                                                     GAsyncReadyCallback       callback,
                                                     gpointer                  user_data);
LieuditAreaDrawing *lieudit_area_drawing_run_finish (GAsyncResult             *result,
                                                     GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditAreaDrawing, lieudit_area_drawing_free)

G_END_DECLS
