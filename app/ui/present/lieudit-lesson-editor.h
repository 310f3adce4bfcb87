/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lesson/lieudit-lesson.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_LESSON_EDITOR (lieudit_lesson_editor_get_type ())
G_DECLARE_FINAL_TYPE (LieuditLessonEditor, lieudit_lesson_editor, LIEUDIT, LESSON_EDITOR, AdwWindow)

GtkWidget *lieudit_lesson_editor_new (LieuditLesson *lesson);

G_END_DECLS
