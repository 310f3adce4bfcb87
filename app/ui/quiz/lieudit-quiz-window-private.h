/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the quiz's window share: see each for what it does. */
#pragma once

#include "quiz/lieudit-quiz-game.h"
#include "quiz/lieudit-quiz-play.h"
#include "quiz/lieudit-quiz-setup.h"
#include "quiz/lieudit-quiz-table.h"
#include "quiz/lieudit-quiz-window.h"

G_BEGIN_DECLS

struct _LieuditQuizWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkWidget *new_button;
  GtkWidget *open_button;
  GtkWidget *save_button;
  LieuditQuizSetup *setup;
  LieuditQuizPlay *play;
  LieuditQuizTable *table;

  LieuditGazetteer *gazetteer;
  LieuditBaseMap *base_map;
  LieuditAnalysis *analysis;
  GPtrArray *claims;
  LieuditQuiz *quiz;        /* what is played, or was */
  LieuditQuiz *opened_quiz; /* from a file, which can be played again by others */
  LieuditQuizGame *game;
  GCancellable *working;
  GFile *opening_file;
  gboolean has_looked_for_map; /* base_map is known, or known to be missing */
  gboolean is_waiting;         /* with a quiz, for that */
  gboolean is_asking;          /* whether to end a game */
  gboolean discards;           /* the game, when the window closes */
};

/* lieudit-quiz-window.c */
void     lieudit_quiz_window_show_message     (LieuditQuizWindow      *self,
                                               const char             *message);
void     lieudit_quiz_window_show_setup       (LieuditQuizWindow      *self);

/* lieudit-quiz-window-files.c */
void     lieudit_quiz_window_class_init_files (LieuditQuizWindowClass *klass);
void     lieudit_quiz_window_init_files       (LieuditQuizWindow      *self);

/* lieudit-quiz-window-leaving.c */
gboolean lieudit_quiz_window_is_playing       (LieuditQuizWindow      *self);
void     lieudit_quiz_window_leave            (LieuditQuizWindow      *self);
gboolean lieudit_quiz_window_may_close        (LieuditQuizWindow      *self);

G_END_DECLS
