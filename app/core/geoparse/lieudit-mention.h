/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-place.h"

G_BEGIN_DECLS

/**
 * LieuditMentionKind:
 * @LIEUDIT_MENTION_LITERAL: the place itself: fighting in Aleppo
 * @LIEUDIT_MENTION_METONYMIC: a place that stands for people: Moscow, for a government
 * @LIEUDIT_MENTION_MODIFIER: a place name used as an adjective
 * @LIEUDIT_MENTION_EMBEDDED: part of another proper name
 *
 * How a text uses a place name.
 */
typedef enum {
  LIEUDIT_MENTION_LITERAL,
  LIEUDIT_MENTION_METONYMIC,
  LIEUDIT_MENTION_MODIFIER,
  LIEUDIT_MENTION_EMBEDDED,
} LieuditMentionKind;

/**
 * LieuditMentionStatus:
 * @LIEUDIT_MENTION_UNCHECKED: placed by the resolver, and nobody looked at it
 * @LIEUDIT_MENTION_CONFIRMED: a person agreed with the resolver
 * @LIEUDIT_MENTION_CORRECTED: a person chose otherwise
 *
 * Who says which place a mention means.
 */
typedef enum {
  LIEUDIT_MENTION_UNCHECKED,
  LIEUDIT_MENTION_CONFIRMED,
  LIEUDIT_MENTION_CORRECTED,
} LieuditMentionStatus;

/**
 * LieuditReason:
 * @text: (transfer none): the reason, as a gettext message id in English
 * @weight: how much it counted, from -1 to 1
 */
typedef struct {
  const char *text;
  double      weight;
} LieuditReason;

/**
 * LieuditAlternative:
 * @place: another place the name may mean
 * @score: its share among all candidates, from 0 to 1
 */
typedef struct {
  LieuditPlace *place;
  double        score;
} LieuditAlternative;

#define LIEUDIT_TYPE_MENTION (lieudit_mention_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMention, lieudit_mention, LIEUDIT, MENTION, GObject)

gsize                     lieudit_mention_get_start            (LieuditMention *self);
gsize                     lieudit_mention_get_end              (LieuditMention *self);
gsize                     lieudit_mention_get_start_code_point (LieuditMention *self);
gsize                     lieudit_mention_get_end_code_point   (LieuditMention *self);
const char               *lieudit_mention_get_text             (LieuditMention *self);
LieuditMentionKind        lieudit_mention_get_kind             (LieuditMention *self);
double                    lieudit_mention_get_confidence       (LieuditMention *self);
LieuditPlace             *lieudit_mention_get_place            (LieuditMention *self);
const LieuditAlternative *lieudit_mention_get_alternatives     (LieuditMention *self,
                                                                guint          *n_alternatives);
const LieuditReason      *lieudit_mention_get_reasons          (LieuditMention *self,
                                                                guint          *n_reasons);
gboolean                  lieudit_mention_is_stated            (LieuditMention *self);
LieuditMentionStatus      lieudit_mention_get_status           (LieuditMention *self);
const char               *lieudit_mention_kind_to_nick         (LieuditMentionKind kind);
gboolean                  lieudit_mention_kind_from_nick       (const char         *nick,
                                                                LieuditMentionKind *kind);
const char               *lieudit_mention_status_describe      (LieuditMentionStatus status);
const char               *lieudit_mention_status_to_nick       (LieuditMentionStatus status);
const char               *lieudit_mention_get_note             (LieuditMention *self);

G_END_DECLS
