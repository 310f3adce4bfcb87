/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/lieudit-map-picture.h"

G_BEGIN_DECLS

#define LIEUDIT_MAP_PICTURE_MIN_ZOOM 1.0
#define LIEUDIT_MAP_PICTURE_MAX_ZOOM 18.0

/* What the files of the picture share. */
struct _LieuditMapPicture
{
  GObject parent_instance;

  LieuditBaseMap *base_map; /* NULL draws the sea alone */
  LieuditMapStyle *style;
  LieuditAnalysis *analysis;
  char *title;
  char *language;
  guint width;
  guint height;
  GPtrArray *drawings; /* of LieuditDrawing; NULL for none */
  gboolean is_bare;
  gboolean shows_local;
  gboolean has_north_arrow;
  gboolean has_inset;

  LieuditBounds bounds; /* empty frames the article */
  gboolean has_view;
  double latitude;
  double longitude;
  double zoom;
  LieuditPixelBox kept_clear; /* of names, for what is drawn over a bare map later; of no width where that is nothing */
};

void lieudit_map_picture_draw_drawings (LieuditMapPicture      *self,
                                        PangoContext           *context,
                                        const LieuditMapExtent *extent,
                                        cairo_t                *cr);

G_END_DECLS
