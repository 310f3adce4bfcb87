/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * LieuditPdfLine:
 * @text: its words
 * @page: the page it stands on, from 1
 * @left: its edges, in points from the top left of the page
 * @top: see @left
 * @right: see @left
 * @bottom: see @left
 * @is_running: whether it is a running head, or the like
 *
 * A line of print.
 */
typedef struct {
  char     *text;
  guint     page;
  double    left;
  double    top;
  double    right;
  double    bottom;
  gboolean  is_running;
} LieuditPdfLine;

void   lieudit_pdf_add_lines    (GArray      *lines,
                                 PopplerPage *page,
                                 guint        number);
void   lieudit_pdf_mark_running (GArray      *lines,
                                 guint        n_pages,
                                 double       page_height);
double lieudit_pdf_line_height  (GArray      *lines);
GPtrArray *lieudit_pdf_order_lines (GArray   *lines);

G_END_DECLS
