/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "relations/lieudit-relation-matcher.h"

G_BEGIN_DECLS

typedef struct _LieuditRelationRuleIndex LieuditRelationRuleIndex;

/**
 * LieuditRelationOpening:
 * @rule: a rule
 *
 * A rule, and which items can be the second of its phrases.
 */
typedef struct {
  const LieuditRelationRule *rule;

  /*< private >*/
  GByteArray *words;   /* for each word of the grammar a bit */
  gboolean    mention;
  gboolean    number;
  gboolean    any;     /* whatever it is, or none at all */
} LieuditRelationOpening;

LieuditRelationRuleIndex *lieudit_relation_rule_index_new    (const LieuditRelationGrammar   *grammar);
void                      lieudit_relation_rule_index_free   (LieuditRelationRuleIndex       *self);
const GPtrArray          *lieudit_relation_rule_index_lookup (const LieuditRelationRuleIndex *self,
                                                              const LieuditRelationItem      *item);
gboolean                  lieudit_relation_opening_may_go_on (const LieuditRelationOpening   *self,
                                                              const LieuditRelationItem      *second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditRelationRuleIndex, lieudit_relation_rule_index_free)

G_END_DECLS
