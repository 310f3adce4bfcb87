/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lesson/lieudit-lesson.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_LESSON_PLAYER (lieudit_lesson_player_get_type ())
G_DECLARE_FINAL_TYPE (LieuditLessonPlayer, lieudit_lesson_player, LIEUDIT, LESSON_PLAYER, GObject)

LieuditLessonPlayer *lieudit_lesson_player_new          (LieuditLesson       *lesson);
LieuditLesson       *lieudit_lesson_player_get_lesson   (LieuditLessonPlayer *self);
guint                lieudit_lesson_player_get_position (LieuditLessonPlayer *self);
void                 lieudit_lesson_player_go_to        (LieuditLessonPlayer *self,
                                                         guint                position);
gboolean             lieudit_lesson_player_go_on        (LieuditLessonPlayer *self);
gboolean             lieudit_lesson_player_go_back      (LieuditLessonPlayer *self);
gboolean             lieudit_lesson_player_is_playing   (LieuditLessonPlayer *self);
void                 lieudit_lesson_player_set_playing  (LieuditLessonPlayer *self,
                                                         gboolean             is_playing);

G_END_DECLS
