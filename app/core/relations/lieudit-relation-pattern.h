/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "relations/lieudit-relation-grammar.h"

G_BEGIN_DECLS

GArray *lieudit_relation_pattern_intern  (GHashTable  *words,
                                          const char  *text,
                                          gsize        length);
GArray *lieudit_relation_pattern_compile (GHashTable  *words,
                                          GHashTable  *definitions,
                                          const char  *pattern,
                                          guint        line,
                                          GError     **error);

G_END_DECLS
