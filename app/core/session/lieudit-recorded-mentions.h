/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-anchors.h"
#include "session/lieudit-brought-places.h"

G_BEGIN_DECLS

/**
 * LieuditRecordedMention:
 * @anchor: its words
 * @kind: how the text uses them
 * @confidence: how sure it was
 * @place: (nullable): what was found that they mean
 *
 * A mention as an earlier analysis found it.
 */
typedef struct {
  LieuditAnchor         *anchor;
  LieuditMentionKind     kind;
  double                 confidence;
  LieuditPlaceReference *place;
} LieuditRecordedMention;

#define LIEUDIT_TYPE_RECORDED_MENTIONS (lieudit_recorded_mentions_get_type ())
G_DECLARE_FINAL_TYPE (LieuditRecordedMentions, lieudit_recorded_mentions, LIEUDIT, RECORDED_MENTIONS, GObject)

LieuditRecordedMentions      *lieudit_recorded_mentions_new       (LieuditAnchors              *anchors);
void                          lieudit_recorded_mentions_add       (LieuditRecordedMentions     *self,
                                                                   LieuditAnchor               *anchor,
                                                                   LieuditMentionKind           kind,
                                                                   double                       confidence,
                                                                   const LieuditPlaceReference *place);
void                          lieudit_recorded_mentions_set_whole (LieuditRecordedMentions     *self,
                                                                   LieuditArticle              *article);
gboolean                      lieudit_recorded_mentions_is_whole  (LieuditRecordedMentions     *self,
                                                                   LieuditArticle              *article);
guint                         lieudit_recorded_mentions_get_n     (LieuditRecordedMentions     *self);
const LieuditRecordedMention *lieudit_recorded_mentions_get       (LieuditRecordedMentions     *self,
                                                                   guint                        position);
LieuditAnalysis              *lieudit_recorded_mentions_apply     (LieuditRecordedMentions     *self,
                                                                   LieuditBroughtPlaces        *places,
                                                                   LieuditGazetteer            *gazetteer,
                                                                   LieuditAnalysis             *analysis);

G_END_DECLS
