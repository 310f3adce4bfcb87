/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LieuditFoldedText LieuditFoldedText;

LieuditFoldedText *lieudit_folded_text_new         (const char              *text,
                                                    gsize                    length);
void               lieudit_folded_text_free        (LieuditFoldedText       *self);
const char        *lieudit_folded_text_get_text    (const LieuditFoldedText *self);
gsize              lieudit_folded_text_get_length  (const LieuditFoldedText *self);
gsize              lieudit_folded_text_to_source   (const LieuditFoldedText *self,
                                                    gsize                    folded_offset);
gsize              lieudit_folded_text_from_source (const LieuditFoldedText *self,
                                                    gsize                    source_offset);
gsize              lieudit_folded_text_walk        (const LieuditFoldedText *self,
                                                    gsize                    from,
                                                    gsize                    source_offset);

char              *lieudit_fold_name               (const char              *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditFoldedText, lieudit_folded_text_free)

G_END_DECLS
