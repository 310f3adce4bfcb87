/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-grammar.h"

G_BEGIN_DECLS

GArray *lieudit_claim_pattern_intern  (GHashTable  *words,
                                       const char  *text,
                                       gsize        length);
GArray *lieudit_claim_pattern_compile (GHashTable  *words,
                                       GHashTable  *definitions,
                                       const char  *pattern,
                                       guint        line,
                                       GError     **error);

G_END_DECLS
