/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-anchor.h"

G_BEGIN_DECLS

/* The longest title or question, in bytes. */
#define LIEUDIT_STOP_TEXT_LIMIT 2000

#define LIEUDIT_TYPE_STOP (lieudit_stop_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStop, lieudit_stop, LIEUDIT, STOP, GObject)

LieuditStop   *lieudit_stop_new          (LieuditAnchor *anchor,
                                          const char    *title,
                                          const char    *question,
                                          gboolean       is_skipped);
LieuditAnchor *lieudit_stop_get_anchor   (LieuditStop   *self);
const char    *lieudit_stop_get_title    (LieuditStop   *self);
const char    *lieudit_stop_get_question (LieuditStop   *self);
gboolean       lieudit_stop_is_skipped   (LieuditStop   *self);

G_END_DECLS
