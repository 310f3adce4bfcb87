/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean    lieudit_surface_texture_is_cheap (GtkWidget             *widget);
GdkTexture *lieudit_surface_texture_new    (cairo_surface_t       *surface);
void        lieudit_surface_texture_append (GdkTexture            *texture,
                                            GtkWidget             *widget,
                                            GtkSnapshot           *snapshot,
                                            const graphene_rect_t *bounds);

G_END_DECLS
