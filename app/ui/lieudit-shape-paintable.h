/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "picture/lieudit-place-shape.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_SHAPE_PAINTABLE (lieudit_shape_paintable_get_type ())
G_DECLARE_FINAL_TYPE (LieuditShapePaintable, lieudit_shape_paintable, LIEUDIT, SHAPE_PAINTABLE, GObject)

GdkPaintable *lieudit_shape_paintable_new (LieuditPlaceShape  shape,
                                           double             radius);

GtkWidget    *lieudit_shape_image_new     (void);
void          lieudit_shape_image_set     (GtkWidget         *image,
                                           LieuditPlaceShape  shape,
                                           double             radius);

G_END_DECLS
