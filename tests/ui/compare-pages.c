/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: compare-pages ONE.pdf OTHER.pdf
 *
 * Compares what is to be seen: for each page a line with its size in points, whether its text is the same, and how many
 * of a thousand spots have another colour. */

#include <poppler.h>

#include <math.h>

/* How far colours may be apart, of 255: letters are smoothed. */
#define TOLERANCE 48

static PopplerDocument *
open_document (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  if (document == NULL)
    g_error ("%s: %s", path, error->message);

  return document;
}

static cairo_surface_t *
draw (PopplerPage *page,
      int          width,
      int          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
are_far_apart (guint32 one,
               guint32 other)
{
  for (int shift = 0; shift < 24; shift += 8)
    {
      if (ABS ((int) (one >> shift & 0xff) - (int) (other >> shift & 0xff)) > TOLERANCE)
        return TRUE;
    }

  return FALSE;
}

/* Returns: how many of a thousand spots have another colour */
static double
compare_pictures (PopplerPage *one,
                  PopplerPage *other,
                  int          width,
                  int          height)
{
  cairo_surface_t *surfaces[] = { draw (one, width, height), draw (other, width, height) };
  guint n_apart = 0;

  for (int y = 0; y < height; y++)
    {
      const guint32 *rows[2];

      for (guint i = 0; i < 2; i++)
        rows[i] = (const guint32 *) (void *) (cairo_image_surface_get_data (surfaces[i])
                                              + (gsize) y * (gsize) cairo_image_surface_get_stride (surfaces[i]));
      for (int x = 0; x < width; x++)
        n_apart += are_far_apart (rows[0][x], rows[1][x]);
    }
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);

  return 1000.0 * n_apart / ((double) width * height);
}

static void
compare_page (PopplerDocument *one,
              PopplerDocument *other,
              int              index)
{
  PopplerPage *page = poppler_document_get_page (one, index);
  PopplerPage *other_page = poppler_document_get_page (other, index);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *other_text = poppler_page_get_text (other_page);
  double width, height, other_width, other_height;

  poppler_page_get_size (page, &width, &height);
  poppler_page_get_size (other_page, &other_width, &other_height);
  g_print ("%.0fx%.0f %.0fx%.0f %s %.2f\n", width, height, other_width, other_height,
           g_str_equal (text, other_text) ? "same-text" : "other-text",
           compare_pictures (page, other_page, (int) ceil (width), (int) ceil (height)));
  g_object_unref (page);
  g_object_unref (other_page);
}

int
main (int    argc,
      char **argv)
{
  PopplerDocument *one, *other;

  if (argc != 3)
    return 2;

  one = open_document (argv[1]);
  other = open_document (argv[2]);
  g_print ("%d %d\n", poppler_document_get_n_pages (one), poppler_document_get_n_pages (other));
  for (int i = 0; i < MIN (poppler_document_get_n_pages (one), poppler_document_get_n_pages (other)); i++)
    compare_page (one, other, i);
  g_object_unref (one);
  g_object_unref (other);

  return 0;
}
