/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "relations/lieudit-relation-matcher.h"

G_BEGIN_DECLS

typedef struct _LieuditRelationRuleIndex LieuditRelationRuleIndex;

LieuditRelationRuleIndex *lieudit_relation_rule_index_new    (const LieuditRelationGrammar   *grammar);
void                      lieudit_relation_rule_index_free   (LieuditRelationRuleIndex       *self);
const GPtrArray          *lieudit_relation_rule_index_lookup (const LieuditRelationRuleIndex *self,
                                                              const LieuditRelationItem      *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditRelationRuleIndex, lieudit_relation_rule_index_free)

G_END_DECLS
