/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-session-format.h"

G_BEGIN_DECLS

/**
 * LieuditSaveMode:
 * @LIEUDIT_SAVE_KNOWN: only over the version of the file that the session knows; it
 *   fails with %G_IO_ERROR_WRONG_ETAG if somebody else changed it
 * @LIEUDIT_SAVE_ANY: over whatever is there
 *
 * What may be written over.
 */
typedef enum {
  LIEUDIT_SAVE_KNOWN,
  LIEUDIT_SAVE_ANY,
} LieuditSaveMode;

LieuditSession *lieudit_session_open              (GFile                *file,
                                                   LieuditArticle       *onto,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
GPtrArray      *lieudit_sessions_open             (GFile                *file,
                                                   const char           *language,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
void            lieudit_sessions_set_language     (GPtrArray            *sessions,
                                                   const char           *language);
void            lieudit_session_open_async        (GFile                *file,
                                                   LieuditArticle       *onto,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LieuditSession *lieudit_session_open_finish       (GAsyncResult         *result,
                                                   GError              **error);
void            lieudit_session_save_async        (LieuditSession       *self,
                                                   GFile                *file,
                                                   LieuditSaveMode       mode,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean        lieudit_session_save_finish       (LieuditSession       *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            lieudit_session_query_etag_async  (GFile                *file,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
char           *lieudit_session_query_etag_finish (GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
