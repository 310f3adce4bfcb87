/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-anchor.h"
#include "session/lieudit-place-reference.h"

G_BEGIN_DECLS

/* The longest note, in bytes. */
#define LIEUDIT_NOTE_SIZE_LIMIT (64 * 1024)

#define LIEUDIT_TYPE_NOTE (lieudit_note_get_type ())
G_DECLARE_FINAL_TYPE (LieuditNote, lieudit_note, LIEUDIT, NOTE, GObject)

LieuditNote                 *lieudit_note_new        (const char                  *text,
                                                      const LieuditPlaceReference *place,
                                                      LieuditAnchor               *anchor);
const char                  *lieudit_note_get_text   (LieuditNote                 *self);
const LieuditPlaceReference *lieudit_note_get_place  (LieuditNote                 *self);
LieuditAnchor               *lieudit_note_get_anchor (LieuditNote                 *self);

G_END_DECLS
