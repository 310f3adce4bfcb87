/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What session files say of lessons and drawings; lieudit-session(5) says what it means. */
#pragma once

#include "export/lieudit-json-writer.h"
#include "session/lieudit-session.h"
#include "text/lieudit-json-reader.h"

G_BEGIN_DECLS

/**
 * LieuditLessonRecord:
 *
 * A lesson, as it was read.
 */
typedef struct {
  /*< private >*/
  LieuditWalk  walk;
  gsize        seconds; /* 0 when the file does not say it */
  GArray      *stops;
  GPtrArray   *drawings;
} LieuditLessonRecord;

/* Reads a member of an object, or skips it. */
typedef void (*LieuditReadMember) (LieuditJsonReader *json,
                                   const char        *name,
                                   gpointer           data);

void     lieudit_record_read_string      (LieuditJsonReader   *json,
                                          char               **string);
void     lieudit_record_read_object      (LieuditJsonReader   *json,
                                          LieuditReadMember    read_member,
                                          gpointer             data);

void     lieudit_lesson_record_init      (LieuditLessonRecord *self);
void     lieudit_lesson_record_clear     (LieuditLessonRecord *self);
void     lieudit_lesson_record_read      (LieuditLessonRecord *self,
                                          LieuditJsonReader   *json);
void     lieudit_lesson_record_read_drawings (LieuditLessonRecord *self,
                                              LieuditJsonReader   *json);
void     lieudit_lesson_record_restore   (LieuditLessonRecord *self,
                                          LieuditSession      *session);
gboolean lieudit_lesson_record_is_needed (LieuditSession      *session);
void     lieudit_lesson_record_write_drawings (LieuditSession     *session,
                                               LieuditJsonWriter  *json);
void     lieudit_lesson_record_write     (LieuditSession      *session,
                                          LieuditJsonWriter   *json);

G_END_DECLS
