/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-reader.h"
#include "relations/lieudit-relation-rule-index.h"

G_BEGIN_DECLS

/* A sentence that is being read for what it says of where places lie. */
typedef struct {
  const LieuditRelationGrammar   *grammar;
  const LieuditRelationRuleIndex *index;
  LieuditGazetteer               *gazetteer;
  const GArray                   *names;        /* of LieuditRecognisedName */
  const guint32                  *places;       /* for each name the place it is taken for */
  GArray                         *items;        /* of LieuditRelationItem */
  GArray                         *relations;
  int                             last_subject; /* item of the subject of the last relation, or -1 */
  guint                           last_end;     /* item after the last relation */
  int                             antecedent;   /* the only town that the sentence before names, or no name */
  gboolean                        goes_on;      /* the last relation was one of the antecedent */
} LieuditRelationSentence;

const LieuditRelationItem *lieudit_relation_sentence_get_item  (const LieuditRelationSentence *self,
                                                                guint                          index);
const LieuditPlaceEntry   *lieudit_relation_sentence_get_place (const LieuditRelationSentence *self,
                                                                int                            item);
gboolean                   lieudit_relation_sentence_is_usable (const LieuditRelationSentence *self,
                                                                int                            item);
int                        lieudit_relation_find_subject       (const LieuditRelationSentence *self,
                                                                const LieuditRelationMatch    *match,
                                                                guint                          start);
int                        lieudit_relation_find_antecedent    (const LieuditRelationSentence *self,
                                                                guint                          start,
                                                                guint                         *first);
int                        lieudit_relation_find_only_town     (const LieuditRelationSentence *self);

G_END_DECLS
