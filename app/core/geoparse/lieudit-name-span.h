/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoparse/lieudit-recognition-text.h"

G_BEGIN_DECLS

/**
 * LieuditNameSpan:
 * @first_token: the token it begins in
 * @last_token: the token it ends with
 * @folded_start: where it begins in the folded text: within a token behind an Arabic prefix
 * @candidates: (array length=n_candidates) (nullable): what the gazetteer knows of the name
 * @n_candidates: how many; 0 for what only looks like a name
 * @flags: the #LieuditCandidateFlags that all candidates share
 * @curated: whether people chose the spelling for one of them
 * @has_acronym: whether one of them is an acronym or an abbreviation
 *
 * A stretch of a text that may be the name of a place.
 */
typedef struct {
  guint                   first_token;
  guint                   last_token;
  gsize                   folded_start;
  const LieuditCandidate *candidates;
  guint                   n_candidates;
  guint16                 flags;
  gboolean                curated;
  gboolean                has_acronym;
} LieuditNameSpan;

GArray *lieudit_find_name_spans (const LieuditRecognitionText  *text,
                                 GArray                        *evidence,
                                 GCancellable                  *cancellable,
                                 GError                       **error);

G_END_DECLS
