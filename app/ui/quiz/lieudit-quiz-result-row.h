/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the table of results. */
#define LIEUDIT_TYPE_QUIZ_RESULT_ROW (lieudit_quiz_result_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizResultRow, lieudit_quiz_result_row, LIEUDIT, QUIZ_RESULT_ROW, GtkListBoxRow)

GtkWidget *lieudit_quiz_result_row_new (GPtrArray *columns,
                                        char     **headings,
                                        char     **cells);

G_END_DECLS
