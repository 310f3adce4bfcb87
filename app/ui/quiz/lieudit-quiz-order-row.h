/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A place that is put in an order, by buttons and by Alt with the arrows. */
#define LIEUDIT_TYPE_QUIZ_ORDER_ROW (lieudit_quiz_order_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizOrderRow, lieudit_quiz_order_row, LIEUDIT, QUIZ_ORDER_ROW, GtkListBoxRow)

GtkWidget *lieudit_quiz_order_row_new        (const char          *name,
                                              guint                choice);
guint      lieudit_quiz_order_row_get_choice (LieuditQuizOrderRow *self);

G_END_DECLS
