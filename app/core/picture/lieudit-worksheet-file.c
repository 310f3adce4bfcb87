/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worksheets as files, and the papers and sheets there are. */
#include "config.h"

#include "picture/lieudit-worksheet-private.h"

#include <glib/gi18n.h>

#include <cairo-pdf.h>

static const struct {
  const char *nick;
  const char *title;
} sheets[LIEUDIT_WORKSHEET_N_SHEETS] = {
  [LIEUDIT_WORKSHEET_BLANK] = { "blank", N_("Blank map") },
  [LIEUDIT_WORKSHEET_LABELLED] = { "labelled", N_("Labelled map") },
  [LIEUDIT_WORKSHEET_NUMBERED] = { "numbered", N_("Numbered map with a list") },
  [LIEUDIT_WORKSHEET_ANSWERS] = { "answers", N_("Answers") },
};

/* In points. */
static const struct {
  const char *title;
  double width;
  double height;
} papers[LIEUDIT_N_PAPERS] = {
  [LIEUDIT_PAPER_A4] = { "A4", 210.0 / 25.4 * 72.0, 297.0 / 25.4 * 72.0 },
  [LIEUDIT_PAPER_A3] = { "A3", 297.0 / 25.4 * 72.0, 420.0 / 25.4 * 72.0 },
  [LIEUDIT_PAPER_LETTER] = { "Letter", 612.0, 792.0 },
};

/**
 * lieudit_worksheet_sheet_get_title:
 * @sheet: a sheet
 *
 * Returns: (transfer none): what it is called
 */
const char *
lieudit_worksheet_sheet_get_title (LieuditWorksheetSheet sheet)
{
  g_return_val_if_fail (sheet < LIEUDIT_WORKSHEET_N_SHEETS, "");

  return _(sheets[sheet].title);
}

/**
 * lieudit_worksheet_sheet_from_nick:
 * @nick: what the command line calls a sheet, such as `numbered`
 * @sheet: (out): the sheet
 *
 * Returns: whether there is one
 */
gboolean
lieudit_worksheet_sheet_from_nick (const char            *nick,
                                   LieuditWorksheetSheet *sheet)
{
  for (guint i = 0; i < LIEUDIT_WORKSHEET_N_SHEETS; i++)
    {
      if (g_strcmp0 (nick, sheets[i].nick) == 0)
        {
          *sheet = (LieuditWorksheetSheet) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_paper_get_title:
 * @paper: a paper
 *
 * Returns: (transfer none): what it is called everywhere
 */
const char *
lieudit_paper_get_title (LieuditPaper paper)
{
  g_return_val_if_fail (paper < LIEUDIT_N_PAPERS, "");

  return papers[paper].title;
}

/**
 * lieudit_paper_from_nick:
 * @nick: its name, in any case
 * @paper: (out): the paper
 *
 * Returns: whether there is one
 */
gboolean
lieudit_paper_from_nick (const char   *nick,
                         LieuditPaper *paper)
{
  for (guint i = 0; nick != NULL && i < LIEUDIT_N_PAPERS; i++)
    {
      if (g_ascii_strcasecmp (nick, papers[i].title) == 0)
        {
          *paper = (LieuditPaper) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_paper_get_size:
 * @paper: a paper
 * @width: (out): of its shorter side, in points
 * @height: (out): of its longer side, in points
 *
 * Tells how large a paper is.
 */
void
lieudit_paper_get_size (LieuditPaper  paper,
                        double       *width,
                        double       *height)
{
  g_return_if_fail (paper < LIEUDIT_N_PAPERS);

  *width = papers[paper].width;
  *height = papers[paper].height;
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * lieudit_worksheet_encode:
 * @self: a worksheet
 * @error: return location for an error
 *
 * Draws a worksheet into the contents of a PDF.
 *
 * Returns: (transfer full) (nullable): the file's contents, or %NULL on error
 */
GBytes *
lieudit_worksheet_encode (LieuditWorksheet  *self,
                          GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *title = NULL;
  double width, height;
  guint n_pages;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET (self), NULL);

  n_pages = lieudit_worksheet_get_n_pages (self);
  lieudit_worksheet_get_size (self, &width, &height);
  title = lieudit_worksheet_dup_title (self);
  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cr = cairo_create (surface);
  for (guint i = 0; i < n_pages; i++)
    {
      lieudit_worksheet_draw_page (self, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("The picture cannot be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
encode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = lieudit_worksheet_encode (source, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_worksheet_encode_async:
 * @self: a worksheet, which must not be touched until this is done
 * @cancellable: (nullable): to give up
 * @callback: called once it is done
 * @user_data: for @callback
 *
 * Draws a worksheet into the contents of a PDF, on another thread.
 */
void
lieudit_worksheet_encode_async (LieuditWorksheet    *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LIEUDIT_IS_WORKSHEET (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_worksheet_encode_async);
  g_task_run_in_thread (task, encode_in_thread);
}

/**
 * lieudit_worksheet_encode_finish:
 * @self: a worksheet
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_worksheet_encode_async().
 *
 * Returns: (transfer full) (nullable): the file's contents, or %NULL on error
 */
GBytes *
lieudit_worksheet_encode_finish (LieuditWorksheet  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
