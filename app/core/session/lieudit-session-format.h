/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What session files are made of; lieudit-session(5) says what it means. */
#pragma once

#include "session/lieudit-session.h"

G_BEGIN_DECLS

#define LIEUDIT_SESSION_FORMAT_VERSION 1
#define LIEUDIT_SESSION_MIME_TYPE "application/vnd.lieudit.session+json"
#define LIEUDIT_SESSION_ENDING ".lieudit"

/* The largest session file, in bytes: the longest article and many thousand decisions. */
#define LIEUDIT_SESSION_SIZE_LIMIT (64u * 1024 * 1024)

#define LIEUDIT_SESSION_ERROR (lieudit_session_error_quark ())
GQuark lieudit_session_error_quark (void);

/**
 * LieuditSessionError:
 * @LIEUDIT_SESSION_ERROR_NO_SESSION: the file does not say that it is a session
 * @LIEUDIT_SESSION_ERROR_NEWER: a newer Lieudit wrote the file
 * @LIEUDIT_SESSION_ERROR_DAMAGED: the file is cut off, or was edited to something else
 * @LIEUDIT_SESSION_ERROR_TOO_LARGE: the file is larger than %LIEUDIT_SESSION_SIZE_LIMIT
 */
typedef enum {
  LIEUDIT_SESSION_ERROR_NO_SESSION,
  LIEUDIT_SESSION_ERROR_NEWER,
  LIEUDIT_SESSION_ERROR_DAMAGED,
  LIEUDIT_SESSION_ERROR_TOO_LARGE,
} LieuditSessionError;

/**
 * LieuditSessionPurpose:
 * @LIEUDIT_SESSION_FOR_FILE: to be opened by the person, who knows where it is
 * @LIEUDIT_SESSION_FOR_RECOVERY: to be found after a crash; says which file it belongs to
 *
 * What a session is written for.
 */
typedef enum {
  LIEUDIT_SESSION_FOR_FILE,
  LIEUDIT_SESSION_FOR_RECOVERY,
} LieuditSessionPurpose;

GBytes         *lieudit_session_write      (LieuditSession         *self,
                                            LieuditSessionPurpose   purpose);
gboolean        lieudit_session_recognise  (const char             *text,
                                            gsize                   length);
LieuditSession *lieudit_session_read       (GBytes                 *bytes,
                                            GError                **error);

G_END_DECLS
