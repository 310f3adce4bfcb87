/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/lieudit-folded-text.h"

G_BEGIN_DECLS

typedef enum {
  LIEUDIT_TOKEN_WORD           = 1 << 0,
  LIEUDIT_TOKEN_NUMBER         = 1 << 1,
  LIEUDIT_TOKEN_PUNCTUATION    = 1 << 2,
  LIEUDIT_TOKEN_CAPITALISED    = 1 << 3,
  LIEUDIT_TOKEN_ALL_CAPITALS   = 1 << 4,
  LIEUDIT_TOKEN_ARABIC         = 1 << 5,
  LIEUDIT_TOKEN_ELISION        = 1 << 6, /* "d'" of "d'Alep" */
  LIEUDIT_TOKEN_SENTENCE_START = 1 << 7,
  LIEUDIT_TOKEN_PARAGRAPH_START = 1 << 8,
} LieuditTokenFlags;

/**
 * LieuditToken:
 * @start: first byte in the source text
 * @end: byte after the last in the source text
 * @folded_start: first byte in the folded text
 * @folded_end: byte after the last in the folded text
 * @flags: what kind of token it is
 *
 * A word, a number or one punctuation mark of a text.
 */
typedef struct {
  guint32           start;
  guint32           end;
  guint32           folded_start;
  guint32           folded_end;
  LieuditTokenFlags flags;
} LieuditToken;

GArray *lieudit_tokenize (const char              *text,
                          gsize                    length,
                          const LieuditFoldedText *folded);

G_END_DECLS
