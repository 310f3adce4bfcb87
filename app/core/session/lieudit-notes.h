/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-history.h"
#include "session/lieudit-note.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_NOTES (lieudit_notes_get_type ())
G_DECLARE_FINAL_TYPE (LieuditNotes, lieudit_notes, LIEUDIT, NOTES, GObject)

LieuditNotes *lieudit_notes_new              (void);
guint         lieudit_notes_get_n            (LieuditNotes                *self);
const char   *lieudit_notes_get_for_place    (LieuditNotes                *self,
                                              const char                  *id);
const char   *lieudit_notes_get_for_mention  (LieuditNotes                *self,
                                              LieuditAnchor               *anchor);
void          lieudit_notes_set_for_place    (LieuditNotes                *self,
                                              const LieuditPlaceReference *place,
                                              LieuditAnchor               *anchor,
                                              const char                  *text,
                                              LieuditHistory              *history);
void          lieudit_notes_set_for_mention  (LieuditNotes                *self,
                                              LieuditAnchor               *anchor,
                                              const char                  *text,
                                              LieuditHistory              *history);
void          lieudit_notes_restore          (LieuditNotes                *self,
                                              LieuditNote                 *note);
GPtrArray    *lieudit_notes_dup_all          (LieuditNotes                *self);

G_END_DECLS
