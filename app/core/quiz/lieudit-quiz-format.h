/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What quiz files are made of; lieudit-quiz(5) says what it means. */
#pragma once

#include "quiz/lieudit-quiz.h"

G_BEGIN_DECLS

#define LIEUDIT_QUIZ_FORMAT_VERSION 1
#define LIEUDIT_QUIZ_MIME_TYPE "application/vnd.lieudit.quiz+json"
#define LIEUDIT_QUIZ_ENDING ".lieudit-quiz"

/* The largest quiz file, in bytes: as many questions as there may be, with all the names of their places. */
#define LIEUDIT_QUIZ_SIZE_LIMIT (4u * 1024 * 1024)

#define LIEUDIT_QUIZ_ERROR (lieudit_quiz_error_quark ())
GQuark lieudit_quiz_error_quark (void);

/**
 * LieuditQuizError:
 * @LIEUDIT_QUIZ_ERROR_NO_QUIZ: the file does not say that it is a quiz
 * @LIEUDIT_QUIZ_ERROR_NEWER: a newer Lieudit wrote the file
 * @LIEUDIT_QUIZ_ERROR_DAMAGED: the file is cut off, or asks what has no answer
 * @LIEUDIT_QUIZ_ERROR_TOO_LARGE: the file is larger than %LIEUDIT_QUIZ_SIZE_LIMIT
 */
typedef enum {
  LIEUDIT_QUIZ_ERROR_NO_QUIZ,
  LIEUDIT_QUIZ_ERROR_NEWER,
  LIEUDIT_QUIZ_ERROR_DAMAGED,
  LIEUDIT_QUIZ_ERROR_TOO_LARGE
} LieuditQuizError;

GBytes      *lieudit_quiz_write       (LieuditQuiz          *self);
LieuditQuiz *lieudit_quiz_read        (GBytes               *bytes,
                                       GError              **error);
void         lieudit_quiz_open_async  (GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
LieuditQuiz *lieudit_quiz_open_finish (GAsyncResult         *result,
                                       GError              **error);
gboolean     lieudit_quiz_has_ending  (GFile                *file);

G_END_DECLS
