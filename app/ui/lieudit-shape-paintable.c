/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-shape-paintable.h"

#include <math.h>

/* How far a shape reaches from its middle, in times its radius. */
#define REACH 1.2

/* Which of the colours that a style sheet gives to symbolic icons is that of the halo. */
#define HALO GTK_SYMBOLIC_COLOR_SUCCESS

/**
 * LieuditShapePaintable:
 *
 * The symbol of a place for widgets, in the colours of the style sheet: `color`, and as a halo the colour called `success` in
 * `-gtk-icon-palette`. Without any, the symbol has the text's colour and no halo.
 */
struct _LieuditShapePaintable
{
  GObject parent_instance;

  LieuditPlaceShape shape;
  double radius;
};

static int
get_size (LieuditShapePaintable *self)
{
  return 2 * (int) ceil (self->radius * REACH + LIEUDIT_PLACE_SHAPE_HALO);
}

static LieuditMapColour
to_map_colour (const GdkRGBA *colour)
{
  return (LieuditMapColour) { colour->red, colour->green, colour->blue, colour->alpha };
}

static void
snapshot_symbolic (GtkSymbolicPaintable *paintable,
                   GdkSnapshot          *snapshot,
                   double                width,
                   double                height,
                   const GdkRGBA        *colours,
                   gsize                 n_colours)
{
  LieuditShapePaintable *self = LIEUDIT_SHAPE_PAINTABLE (paintable);
  LieuditMapColour mark = n_colours > 0 ? to_map_colour (&colours[GTK_SYMBOLIC_COLOR_FOREGROUND]) : (LieuditMapColour) { 0.0, 0.0, 0.0, 1.0 };
  LieuditMapColour halo = n_colours > HALO ? to_map_colour (&colours[HALO]) : (LieuditMapColour) { 0.0, 0.0, 0.0, 0.0 };
  double scale = MIN (width, height) / get_size (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  lieudit_place_shape_draw (self->shape, self->radius, &mark, &halo, cr);
  cairo_destroy (cr);
}

static void
snapshot_plain (GdkPaintable *paintable,
                GdkSnapshot  *snapshot,
                double        width,
                double        height)
{
  snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, width, height, NULL, 0);
}

static int
get_intrinsic_size (GdkPaintable *paintable)
{
  return get_size (LIEUDIT_SHAPE_PAINTABLE (paintable));
}

static GdkPaintableFlags
get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = snapshot_plain;
  iface->get_intrinsic_width = get_intrinsic_size;
  iface->get_intrinsic_height = get_intrinsic_size;
  iface->get_flags = get_flags;
}

static void
symbolic_paintable_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = snapshot_symbolic;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditShapePaintable, lieudit_shape_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE, symbolic_paintable_init))

static void
lieudit_shape_paintable_class_init (LieuditShapePaintableClass *klass)
{
}

static void
lieudit_shape_paintable_init (LieuditShapePaintable *self)
{
}

/**
 * lieudit_shape_paintable_new:
 * @shape: what to draw
 * @radius: half its size, in pixels
 *
 * Returns: (transfer full): a symbol
 */
GdkPaintable *
lieudit_shape_paintable_new (LieuditPlaceShape shape,
                             double            radius)
{
  LieuditShapePaintable *self;

  g_return_val_if_fail (shape < LIEUDIT_PLACE_N_SHAPES, NULL);
  g_return_val_if_fail (radius > 0.0, NULL);

  self = g_object_new (LIEUDIT_TYPE_SHAPE_PAINTABLE, NULL);
  self->shape = shape;
  self->radius = radius;

  return GDK_PAINTABLE (self);
}

/**
 * lieudit_shape_image_new:
 *
 * Creates an image for a symbol, which the style sheet knows as `symbol`. What it says is said in words elsewhere.
 *
 * Returns: (transfer floating): an empty image
 */
GtkWidget *
lieudit_shape_image_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "css-name", "symbol",
                       "can-target", FALSE,
                       NULL);
}

/**
 * lieudit_shape_image_set:
 * @image: an image
 * @shape: what to show
 * @radius: half its size, in pixels
 *
 * Shows a symbol, in the colour that the style sheet has for its shape.
 */
void
lieudit_shape_image_set (GtkWidget         *image,
                         LieuditPlaceShape  shape,
                         double             radius)
{
  g_autoptr (GdkPaintable) paintable = lieudit_shape_paintable_new (shape, radius);
  const char *classes[] = { lieudit_place_shape_get_name (shape), NULL };

  g_return_if_fail (GTK_IS_IMAGE (image));

  gtk_widget_set_css_classes (image, classes);
  gtk_image_set_from_paintable (GTK_IMAGE (image), paintable);
  gtk_image_set_pixel_size (GTK_IMAGE (image), gdk_paintable_get_intrinsic_width (paintable));
}
