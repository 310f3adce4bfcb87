/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LieuditWidgetTexture:
 *
 * What a widget looks like, drawn once.
 */
typedef struct {
  GskRenderNode  *node; /* what GTK keeps as long as the widget looks the same; NULL when nothing is drawn */
  GdkTexture     *texture;
  graphene_rect_t bounds;
  int             scale;
} LieuditWidgetTexture;

void lieudit_widget_texture_clear          (LieuditWidgetTexture *self);
void lieudit_widget_texture_snapshot_child (LieuditWidgetTexture *self,
                                            GtkWidget            *widget,
                                            GtkWidget            *child,
                                            GtkSnapshot          *snapshot);

G_END_DECLS
