/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-session-format.h"

G_BEGIN_DECLS

/**
 * LIEUDIT_KEEPER_MILLISECONDS:
 *
 * How long a change may be in memory only.
 */
#define LIEUDIT_KEEPER_MILLISECONDS 2000

#define LIEUDIT_TYPE_SESSION_KEEPER (lieudit_session_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LieuditSessionKeeper, lieudit_session_keeper, LIEUDIT, SESSION_KEEPER, GObject)

LieuditSessionKeeper *lieudit_session_keeper_new         (const char           *folder,
                                                          LieuditSession       *session);
LieuditSession       *lieudit_session_keeper_get_session (LieuditSessionKeeper *self);
void                  lieudit_session_keeper_forget      (LieuditSessionKeeper *self);

GPtrArray            *lieudit_session_keeper_recover     (const char           *folder);

G_END_DECLS
