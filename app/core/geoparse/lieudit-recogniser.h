/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-gazetteer.h"
#include "geoparse/lieudit-mention.h"
#include "text/lieudit-token.h"

G_BEGIN_DECLS

/**
 * LieuditRecognisedName:
 * @start: first byte in the text
 * @end: byte after the last
 * @first_token: the token it begins in
 * @last_token: the token it ends with
 * @candidates: (array length=n_candidates) (nullable): what the gazetteer knows of the name
 * @n_candidates: how many
 * @kind: how the text uses it
 * @wants_region: whether "province" or its like stands beside it
 * @wants_settlement: whether "town" or its like stands beside it
 * @wants_landscape: whether an English "the" stands before it, as before seas, ranges and buildings, rarely towns
 * @locative: whether the words before it speak of a place
 * @probability: how likely it is the name of a place at all, from 0 to 1
 * @doubtful: whether it may be an ordinary word, or a person's name
 *
 * A name of a place found in a text, not placed yet.
 */
typedef struct {
  gsize                   start;
  gsize                   end;
  guint                   first_token;
  guint                   last_token;
  const LieuditCandidate *candidates;
  guint                   n_candidates;
  LieuditMentionKind      kind;
  gboolean                wants_region;
  gboolean                wants_settlement;
  gboolean                wants_landscape;
  gboolean                locative;
  gboolean                doubtful;
  double                  probability;
} LieuditRecognisedName;

/**
 * LieuditRecognition:
 * @names: (element-type LieuditRecognisedName): the names, in order
 * @evidence: (element-type guint32): places that demonyms and adjectives speak of
 */
typedef struct {
  GArray *names;
  GArray *evidence;
} LieuditRecognition;

void     lieudit_recognition_clear (LieuditRecognition       *self);
gboolean lieudit_recognise         (LieuditGazetteer         *gazetteer,
                                    const char               *text,
                                    const LieuditFoldedText  *folded,
                                    const GArray             *tokens,
                                    LieuditRecognition       *recognition,
                                    GCancellable             *cancellable,
                                    GError                  **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LieuditRecognition, lieudit_recognition_clear)

G_END_DECLS
