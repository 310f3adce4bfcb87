/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-recogniser.h"
#include "relations/lieudit-relation-matcher.h"

G_BEGIN_DECLS

void lieudit_relation_items_collect (GArray                       *items,
                                     const LieuditRelationGrammar *grammar,
                                     const char                   *text,
                                     const LieuditFoldedText      *folded,
                                     const LieuditToken           *tokens,
                                     guint                         n_tokens,
                                     const GArray                 *names,
                                     guint                         first_name);

G_END_DECLS
