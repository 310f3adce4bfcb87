/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz-game.h"

G_BEGIN_DECLS

char  **lieudit_quiz_results_dup_headings (void);
char  **lieudit_quiz_results_dup_cells    (LieuditQuizGame *game,
                                           guint            result);
char   *lieudit_quiz_results_dup_sum      (LieuditQuizGame *game,
                                           guint            team);
char   *lieudit_quiz_results_dup_text     (LieuditQuizGame *game);
GBytes *lieudit_quiz_results_export_csv   (LieuditQuizGame *game);

G_END_DECLS
