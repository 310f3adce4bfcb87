/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditTextRange:
 * @start: first byte
 * @end: byte after the last
 *
 * A stretch of a UTF-8 text.
 */
typedef struct {
  gsize start;
  gsize end;
} LieuditTextRange;

GArray           *lieudit_find_sentences (const char   *text,
                                          gsize         length,
                                          const char   *language);
LieuditTextRange  lieudit_sentence_at    (const GArray *sentences,
                                          gsize         offset);

G_END_DECLS
