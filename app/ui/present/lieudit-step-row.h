/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lesson/lieudit-lesson.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_STEP_ROW (lieudit_step_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStepRow, lieudit_step_row, LIEUDIT, STEP_ROW, GtkWidget)

GtkWidget *lieudit_step_row_new    (void);
void       lieudit_step_row_bind   (LieuditStepRow *self,
                                    LieuditLesson  *lesson,
                                    GtkListItem    *item);
void       lieudit_step_row_unbind (LieuditStepRow *self);

G_END_DECLS
