/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-drawing-painter.h"

#include <math.h>

#include "geo/lieudit-geodesic.h"
#include "geo/lieudit-mercator.h"

#define SIZE 400.0

/* Looks at a point of the Earth. */
static void
look_at (double            latitude,
         double            longitude,
         double            zoom,
         LieuditMapExtent *extent)
{
  *extent = (LieuditMapExtent) {
    .zoom = zoom,
    .left = lieudit_mercator_longitude_to_x (longitude, zoom) - SIZE / 2.0,
    .top = lieudit_mercator_latitude_to_y (latitude, zoom) - SIZE / 2.0,
    .width = SIZE,
    .height = SIZE,
  };
}

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}

/* Where something is, in pixels from the middle of the view. */
static void
find (const LieuditMapExtent *extent,
      const LieuditSpot      *spot,
      double                 *x,
      double                 *y)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);

  *x = SIZE / 2.0 + remainder (lieudit_mercator_longitude_to_x (spot->longitude, extent->zoom) - extent->left - SIZE / 2.0, world);
  *y = lieudit_mercator_latitude_to_y (spot->latitude, extent->zoom) - extent->top;
}

/* Every point that is so many kilometres away is on the circle, in the north as at the equator and across the antimeridian. */
static void
test_circles_are_geodesic (void)
{
  static const struct {
    LieuditSpot centre;
    double      radius;
    double      zoom;
  } cases[] = {
    { { 36.2, 37.16 }, 25.0, 9.0 },
    { { 36.2, 37.16 }, 0.4, 14.0 },
    { { 0.0, 0.0 }, 300.0, 5.0 },
    { { 64.1, -21.9 }, 100.0, 7.0 },
    { { -17.0, 179.9 }, 60.0, 8.0 },
    { { 36.2, 37.16 }, 900.0, 4.0 },
  };
  PangoContext *context = create_context ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LieuditDrawing) circle = lieudit_drawing_new (LIEUDIT_DRAWING_CIRCLE, LIEUDIT_INK_RED, &cases[i].centre, 1, cases[i].radius, NULL);
      LieuditMapExtent extent;
      LieuditDrawingPainter painter = { .extent = &extent, .context = context, .scale = 1.0 };

      look_at (cases[i].centre.latitude, cases[i].centre.longitude, cases[i].zoom, &extent);
      g_assert_false (lieudit_drawing_painter_hits (&painter, circle, SIZE / 2.0, SIZE / 2.0));
      for (double azimuth = 0.0; azimuth < 360.0; azimuth += 17.0)
        {
          LieuditSpot spot;
          double x, y;

          lieudit_geodesic_destination (cases[i].centre.latitude, cases[i].centre.longitude, azimuth, cases[i].radius * 1000.0,
                                        &spot.latitude, &spot.longitude);
          find (&extent, &spot, &x, &y);
          g_assert_true (lieudit_drawing_painter_hits (&painter, circle, x, y));
        }
    }
  g_object_unref (context);
}

static void
test_what_is_hit (void)
{
  static const LieuditSpot line[] = { { 36.0, 37.0 }, { 36.0, 38.0 } };
  static const struct {
    LieuditDrawingKind kind;
    double             x; /* from the first point */
    double             y;
    gboolean           is_hit;
  } cases[] = {
    { LIEUDIT_DRAWING_LINE, 0.0, 0.0, TRUE },
    { LIEUDIT_DRAWING_LINE, 50.0, 0.0, TRUE },
    { LIEUDIT_DRAWING_LINE, 50.0, 8.0, TRUE },
    { LIEUDIT_DRAWING_LINE, 50.0, 40.0, FALSE },
    { LIEUDIT_DRAWING_LINE, -50.0, 0.0, FALSE },
    { LIEUDIT_DRAWING_ARROW, 50.0, 0.0, TRUE },
    { LIEUDIT_DRAWING_TEXT, 0.0, 0.0, TRUE },
    { LIEUDIT_DRAWING_TEXT, 0.0, 60.0, FALSE },
  };
  PangoContext *context = create_context ();
  LieuditMapExtent extent;
  LieuditDrawingPainter painter = { .extent = &extent, .context = context, .scale = 1.0 };

  look_at (36.0, 37.0, 8.0, &extent);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_spots = cases[i].kind == LIEUDIT_DRAWING_TEXT ? 1 : 2;
      g_autoptr (LieuditDrawing) drawing = lieudit_drawing_new (cases[i].kind, LIEUDIT_INK_BLUE, line, n_spots, 0.0, "Ici");

      g_test_message ("%u", i);
      g_assert_cmpint (lieudit_drawing_painter_hits (&painter, drawing, SIZE / 2.0 + cases[i].x, SIZE / 2.0 + cases[i].y), ==,
                       cases[i].is_hit);
    }
  g_object_unref (context);
}

/* Even what spans the world or lies at a pole is drawn. */
static void
test_anything_is_drawn (void)
{
  static const LieuditSpot spots[] = { { 90.0, 180.0 }, { -90.0, -180.0 }, { 0.0, 0.0 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) SIZE, (int) SIZE);
  PangoContext *context = create_context ();
  cairo_t *cr = cairo_create (surface);

  for (double zoom = 0.0; zoom <= 18.0; zoom += 6.0)
    for (guint kind = 0; kind < LIEUDIT_N_DRAWING_KINDS; kind++)
      {
        gboolean is_line = kind == LIEUDIT_DRAWING_LINE || kind == LIEUDIT_DRAWING_ARROW;
        g_autoptr (LieuditDrawing) drawing = lieudit_drawing_new ((LieuditDrawingKind) kind, LIEUDIT_INK_BLACK, spots, is_line ? 3 : 1,
                                                                  LIEUDIT_DRAWING_LARGEST_RADIUS, "Ici");
        LieuditMapExtent extent;
        LieuditDrawingPainter painter = { .extent = &extent, .context = context, .is_dark = TRUE, .scale = 2.0 };

        look_at (0.0, 0.0, zoom, &extent);
        lieudit_drawing_painter_draw (&painter, drawing, cr);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing-painter/circles-are-geodesic", test_circles_are_geodesic);
  g_test_add_func ("/drawing-painter/what-is-hit", test_what_is_hit);
  g_test_add_func ("/drawing-painter/anything-is-drawn", test_anything_is_drawn);

  return g_test_run ();
}
