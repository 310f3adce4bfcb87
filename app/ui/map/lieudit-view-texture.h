/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

/**
 * LieuditViewTexture:
 *
 * What a layer has drawn of a view and some way beyond its edges, to be moved along with the map until it does not cover the view any
 * more. It is kept in pieces, of which those of one colour cost little and the empty ones nothing. A cleared one is all zeros.
 */
typedef struct {
  GPtrArray       *pieces; /* of LieuditViewPiece, row after row; NULL where nothing was drawn */
  int              n_columns;
  LieuditMapExtent extent;
  int              scale;
} LieuditViewTexture;

typedef void (*LieuditViewDraw) (const LieuditMapExtent *extent,
                                 cairo_t                *cr,
                                 gpointer                user_data);

void     lieudit_view_texture_clear  (LieuditViewTexture       *self);
gboolean lieudit_view_texture_covers (const LieuditViewTexture *self,
                                      const LieuditMapExtent   *view,
                                      int                       scale,
                                      double                    levels);
void     lieudit_view_texture_draw   (LieuditViewTexture       *self,
                                      const LieuditMapExtent   *view,
                                      int                       scale,
                                      LieuditViewDraw           draw,
                                      gpointer                  user_data);
void     lieudit_view_texture_show   (const LieuditViewTexture *self,
                                      GtkWidget                *widget,
                                      GtkSnapshot              *snapshot,
                                      const LieuditMapExtent   *view);
void     lieudit_view_texture_append (LieuditViewTexture       *self,
                                      GtkWidget                *widget,
                                      GtkSnapshot              *snapshot,
                                      const LieuditMapExtent   *view,
                                      LieuditViewDraw           draw,
                                      gpointer                  user_data);

G_END_DECLS
