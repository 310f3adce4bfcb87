/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-anchor.h"
#include "session/lieudit-decision.h"

G_BEGIN_DECLS

/**
 * LieuditScope:
 * @LIEUDIT_SCOPE_MENTION: these words, here
 * @LIEUDIT_SCOPE_NAME: the same name, wherever the article writes it so
 * @LIEUDIT_SCOPE_MARK: these words, here, which a person marked as a place
 *
 * What a decision holds for.
 */
typedef enum {
  LIEUDIT_SCOPE_MENTION,
  LIEUDIT_SCOPE_NAME,
  LIEUDIT_SCOPE_MARK,
} LieuditScope;

#define LIEUDIT_N_SCOPES (LIEUDIT_SCOPE_MARK + 1)

#define LIEUDIT_TYPE_RULING (lieudit_ruling_get_type ())
G_DECLARE_FINAL_TYPE (LieuditRuling, lieudit_ruling, LIEUDIT, RULING, GObject)

LieuditRuling   *lieudit_ruling_new          (LieuditScope     scope,
                                              const char      *name,
                                              LieuditAnchor   *anchor,
                                              LieuditDecision *decision);
LieuditScope     lieudit_ruling_get_scope    (LieuditRuling   *self);
const char      *lieudit_ruling_get_name     (LieuditRuling   *self);
LieuditAnchor   *lieudit_ruling_get_anchor   (LieuditRuling   *self);
LieuditDecision *lieudit_ruling_get_decision (LieuditRuling   *self);

const char      *lieudit_scope_to_nick       (LieuditScope     scope);
gboolean         lieudit_scope_from_nick     (const char      *nick,
                                              LieuditScope    *scope);

G_END_DECLS
