/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoparse/lieudit-analysis.h"
#include "lesson/lieudit-step.h"
#include "session/lieudit-session.h"

G_BEGIN_DECLS

/* No step. */
#define LIEUDIT_LESSON_NOWHERE G_MAXUINT

#define LIEUDIT_TYPE_LESSON (lieudit_lesson_get_type ())
G_DECLARE_FINAL_TYPE (LieuditLesson, lieudit_lesson, LIEUDIT, LESSON, GObject)

LieuditLesson *lieudit_lesson_new          (LieuditSession  *session,
                                            LieuditAnalysis *analysis);
LieuditStops  *lieudit_lesson_get_stops    (LieuditLesson   *self);
void           lieudit_lesson_set_analysis (LieuditLesson   *self,
                                            LieuditAnalysis *analysis);

guint          lieudit_lesson_get_n_steps  (LieuditLesson   *self);
LieuditStep   *lieudit_lesson_get_step     (LieuditLesson   *self,
                                            guint            position);
guint          lieudit_lesson_find_first   (LieuditLesson   *self);
guint          lieudit_lesson_find_last    (LieuditLesson   *self);
guint          lieudit_lesson_find_next    (LieuditLesson   *self,
                                            guint            position);
guint          lieudit_lesson_find_previous (LieuditLesson  *self,
                                            guint            position);
guint          lieudit_lesson_find_at      (LieuditLesson   *self,
                                            gsize            code_point);
guint          lieudit_lesson_count        (LieuditLesson   *self,
                                            guint            position);
GPtrArray     *lieudit_lesson_list_earlier (LieuditLesson   *self,
                                            guint            position);

gboolean       lieudit_lesson_is_prepared  (LieuditLesson   *self);
void           lieudit_lesson_set_skipped  (LieuditLesson   *self,
                                            guint            position,
                                            gboolean         is_skipped);
void           lieudit_lesson_write        (LieuditLesson   *self,
                                            guint            position,
                                            const char      *title,
                                            const char      *question);
void           lieudit_lesson_move         (LieuditLesson   *self,
                                            guint            from,
                                            guint            to);
void           lieudit_lesson_reset        (LieuditLesson   *self);

G_END_DECLS
