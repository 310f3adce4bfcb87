/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_NOTE_FIELD (lieudit_note_field_get_type ())
G_DECLARE_FINAL_TYPE (LieuditNoteField, lieudit_note_field, LIEUDIT, NOTE_FIELD, GtkWidget)

void lieudit_note_field_set_text (LieuditNoteField *self,
                                  const char       *text);
void lieudit_note_field_commit   (LieuditNoteField *self);

G_END_DECLS
