/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/* Makes, plays, opens and saves a quiz. */
#define LIEUDIT_TYPE_QUIZ_WINDOW (lieudit_quiz_window_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizWindow, lieudit_quiz_window, LIEUDIT, QUIZ_WINDOW, AdwWindow)

LieuditQuizWindow *lieudit_quiz_window_new         (GtkApplication    *application,
                                                    LieuditGazetteer  *gazetteer);
void               lieudit_quiz_window_set_article (LieuditQuizWindow *self,
                                                    LieuditAnalysis   *analysis,
                                                    GPtrArray         *claims);
void               lieudit_quiz_window_open        (LieuditQuizWindow *self,
                                                    GFile             *file);

G_END_DECLS
