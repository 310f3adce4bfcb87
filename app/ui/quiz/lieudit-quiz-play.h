/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quiz/lieudit-quiz-game.h"

G_BEGIN_DECLS

/* One question after the other, on a map without names. */
#define LIEUDIT_TYPE_QUIZ_PLAY (lieudit_quiz_play_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizPlay, lieudit_quiz_play, LIEUDIT, QUIZ_PLAY, GtkWidget)

void             lieudit_quiz_play_start    (LieuditQuizPlay  *self,
                                             LieuditQuizGame  *game,
                                             LieuditBaseMap   *base_map,
                                             LieuditGazetteer *gazetteer,
                                             guint             seconds);
void             lieudit_quiz_play_stop     (LieuditQuizPlay  *self);

G_END_DECLS
