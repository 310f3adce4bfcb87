/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quiz/lieudit-quiz-results.h"

G_BEGIN_DECLS

/* How a quiz went. */
#define LIEUDIT_TYPE_QUIZ_TABLE (lieudit_quiz_table_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizTable, lieudit_quiz_table, LIEUDIT, QUIZ_TABLE, GtkWidget)

void lieudit_quiz_table_set_game (LieuditQuizTable *self,
                                  LieuditQuizGame  *game);
void lieudit_quiz_print_results  (LieuditQuizGame  *game,
                                  GtkWindow        *parent);

G_END_DECLS
