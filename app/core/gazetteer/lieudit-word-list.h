/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

typedef struct _LieuditWordList LieuditWordList;

LieuditWordList       *lieudit_word_list_open           (const char       *path,
                                                         GError          **error);
LieuditWordList       *lieudit_word_list_open_installed (GError          **error);
void                   lieudit_word_list_free           (LieuditWordList  *self);
gboolean               lieudit_word_list_next           (LieuditWordList  *self,
                                                         const char      **word);
LieuditCandidateFlags  lieudit_word_list_find           (LieuditWordList  *self,
                                                         const char       *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditWordList, lieudit_word_list_free)

G_END_DECLS
