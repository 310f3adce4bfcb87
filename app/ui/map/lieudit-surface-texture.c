/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Textures that were drawn with Cairo, and can be drawn with Cairo again. */
#include "config.h"

#include "map/lieudit-surface-texture.h"

#include <gsk/gsk.h>

#define SURFACE "lieudit-surface"

/**
 * lieudit_surface_texture_new:
 * @surface: (transfer full): an image, which must not be drawn on any more
 *
 * Makes a texture of what was drawn. May be called on any thread.
 *
 * Returns: (transfer full): the texture
 */
GdkTexture *
lieudit_surface_texture_new (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * stride,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  g_object_set_data_full (G_OBJECT (texture), SURFACE, surface, (GDestroyNotify) cairo_surface_destroy);

  return texture;
}

/* A paintable does not know the widget that shows it, but all windows of a program are drawn alike. */
static GtkNative *
find_any_native (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkNative) native = g_list_model_get_item (windows, i);

      if (gtk_native_get_renderer (native) != NULL)
        return native; /* GTK keeps it alive */
    }

  return NULL;
}

/**
 * lieudit_surface_texture_is_cheap:
 * @widget: (nullable): the widget that is drawn; %NULL when that is not known
 *
 * Tells whether textures are images that are drawn with Cairo, rather than something that has to be sent to a graphics card first.
 *
 * Returns: whether it costs nothing to make a texture
 */
gboolean
lieudit_surface_texture_is_cheap (GtkWidget *widget)
{
  GtkNative *native = widget != NULL ? gtk_widget_get_native (widget) : find_any_native ();

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/**
 * lieudit_surface_texture_append:
 * @texture: a texture of lieudit_surface_texture_new()
 * @widget: (nullable): the widget that is drawn; %NULL when that is not known
 * @snapshot: where to draw
 * @bounds: where to put the texture
 *
 * Shows a texture. Where there is no graphics card, GTK would copy all of a texture in each frame, and before 4.10 pixel by pixel by
 * way of floating-point numbers; the image itself is drawn ten times as fast there.
 */
void
lieudit_surface_texture_append (GdkTexture            *texture,
                                GtkWidget             *widget,
                                GtkSnapshot           *snapshot,
                                const graphene_rect_t *bounds)
{
  cairo_surface_t *surface = g_object_get_data (G_OBJECT (texture), SURFACE);
  cairo_t *cr;

  if (!lieudit_surface_texture_is_cheap (widget))
    {
      gtk_snapshot_append_texture (snapshot, texture, bounds);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, bounds->size.width / gdk_texture_get_width (texture), bounds->size.height / gdk_texture_get_height (texture));
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  /* Between half and the whole size, where two by two points make one at most, the better filters look no better. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  /* Enlarged, it is as strong at its edges as anywhere else, or one would see where two of them meet. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0.0, 0.0, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  cairo_fill (cr);
  cairo_destroy (cr);
}
