/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-picture-file.h"

#include <glib/gi18n.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>

/* As many device pixels as a gigabyte holds. */
#define MOST_PIXELS (256.0 * 1024 * 1024)

/* A page's points in a picture's pixel: 72 points and 96 pixels are an inch. */
#define POINTS_A_PIXEL 0.75

/* How many dots a pixel counts for in drawings and pages, which are printed finer than a screen shows. */
#define PRINT_SCALE 3.0

static const char *const endings[] = { ".png", ".svg", ".pdf" };

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (LieuditMapPicture    *picture,
                LieuditPictureFormat  format,
                guint                 scale,
                GByteArray           *bytes)
{
  double width = lieudit_map_picture_get_width (picture);
  double height = lieudit_map_picture_get_height (picture);
  const char *title = lieudit_map_picture_get_title (picture);
  cairo_surface_t *surface;

  switch (format)
    {
    case LIEUDIT_PICTURE_SVG:
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case LIEUDIT_PICTURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append, bytes, width * POINTS_A_PIXEL, height * POINTS_A_PIXEL);
      if (title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      return surface;
    case LIEUDIT_PICTURE_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
    }
}

static void
draw (LieuditMapPicture    *picture,
      LieuditPictureFormat  format,
      guint                 scale,
      cairo_surface_t      *surface)
{
  cairo_t *cr = cairo_create (surface);

  if (format == LIEUDIT_PICTURE_PNG)
    cairo_scale (cr, scale, scale);
  else if (format == LIEUDIT_PICTURE_PDF)
    cairo_scale (cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  lieudit_map_picture_draw (picture, cr, format == LIEUDIT_PICTURE_PNG ? scale : PRINT_SCALE);
  cairo_destroy (cr);
}

/**
 * lieudit_picture_format_from_path:
 * @path: (type filename): a file name
 * @format: (out): what to write to a file of that name
 *
 * Chooses a format by the ending of a file's name.
 *
 * Returns: whether there is a format with that ending
 */
gboolean
lieudit_picture_format_from_path (const char           *path,
                                  LieuditPictureFormat *format)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i]))
        {
          *format = (LieuditPictureFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_map_picture_encode:
 * @self: a picture
 * @format: what to make of it
 * @scale: how many device pixels a pixel of a PNG file is, from 1 to %LIEUDIT_PICTURE_MAX_SCALE; nothing else has pixels
 * @error: return location for an error
 *
 * Draws a picture into a file's contents.
 *
 * Fails with %G_IO_ERROR_NO_SPACE when there is not enough memory for so many pixels.
 *
 * Returns: (transfer full) (nullable): the file's contents, or %NULL on error
 */
GBytes *
lieudit_map_picture_encode (LieuditMapPicture     *self,
                            LieuditPictureFormat   format,
                            guint                  scale,
                            GError               **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), NULL);
  g_return_val_if_fail (scale >= 1 && scale <= LIEUDIT_PICTURE_MAX_SCALE, NULL);

  if (format == LIEUDIT_PICTURE_PNG
      && (double) lieudit_map_picture_get_width (self) * lieudit_map_picture_get_height (self) * scale * scale > MOST_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("The picture has too many pixels. Choose a smaller size or scale."));
      return NULL;
    }

  surface = create_surface (self, format, scale, bytes);
  draw (self, format, scale, surface);
  if (format == LIEUDIT_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  else
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("The picture cannot be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

typedef struct {
  LieuditPictureFormat format;
  guint scale;
} Encoding;

static void
encode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Encoding *encoding = task_data;
  GError *error = NULL;
  GBytes *bytes = lieudit_map_picture_encode (source, encoding->format, encoding->scale, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_map_picture_encode_async:
 * @self: a picture, which must not be changed until this is done
 * @format: what to make of it
 * @scale: as for lieudit_map_picture_encode()
 * @cancellable: (nullable): to give up
 * @callback: called once it is done
 * @user_data: for @callback
 *
 * Draws a picture into a file's contents on another thread.
 */
void
lieudit_map_picture_encode_async (LieuditMapPicture    *self,
                                  LieuditPictureFormat  format,
                                  guint                 scale,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Encoding *encoding;

  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (scale >= 1 && scale <= LIEUDIT_PICTURE_MAX_SCALE);

  encoding = g_new (Encoding, 1);
  *encoding = (Encoding) { format, scale };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_map_picture_encode_async);
  g_task_set_task_data (task, encoding, g_free);
  g_task_run_in_thread (task, encode_in_thread);
}

/**
 * lieudit_map_picture_encode_finish:
 * @self: a picture
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_map_picture_encode_async().
 *
 * Returns: (transfer full) (nullable): the file's contents, or %NULL on error
 */
GBytes *
lieudit_map_picture_encode_finish (LieuditMapPicture  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
