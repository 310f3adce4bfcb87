/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What session files are made of; lieudit-session(5) says what it means. */
#pragma once

#include "session/lieudit-session.h"

G_BEGIN_DECLS

/* Files with no more than the first Lieudit knew are written as of this version, so that it can open them. */
#define LIEUDIT_SESSION_FIRST_VERSION 1
#define LIEUDIT_SESSION_FORMAT_VERSION 2
#define LIEUDIT_SESSION_MIME_TYPE "application/vnd.lieudit.session+json"
#define LIEUDIT_SESSION_ENDING ".lieudit"

/* The member that all session files have, as have exports that are opened as sessions. */
#define LIEUDIT_SESSION_VERSION_MEMBER "lieudit:version"

/* What exports are called; they are opened, but not saved to. */
#define LIEUDIT_EXPORT_IDENTIFIER "urn:lieudit:export"

/* What was found and nobody decided on, and what says that nothing else was found. */
#define LIEUDIT_SESSION_UNCHECKED "unchecked"
#define LIEUDIT_SESSION_ALL_RECORDED "all"

/* A ten-millionth of a degree is a centimetre. */
#define LIEUDIT_SESSION_DEGREE_DECIMALS 7

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
                                            LieuditArticle         *onto,
                                            GError                **error);

G_END_DECLS
