/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"
#include "reader/lieudit-article-buffer.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CLAIM_HIGHLIGHTER (lieudit_claim_highlighter_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClaimHighlighter, lieudit_claim_highlighter, LIEUDIT, CLAIM_HIGHLIGHTER, GObject)

LieuditClaimHighlighter *lieudit_claim_highlighter_new  (LieuditArticleBuffer    *buffer);
void                     lieudit_claim_highlighter_mark (LieuditClaimHighlighter *self,
                                                         GPtrArray               *claims);

G_END_DECLS
