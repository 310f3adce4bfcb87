/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditDoubleArrayNode:
 * @base: where the children begin; below zero for a leaf: minus one minus the
 *   place in the tail of what is left of the key
 * @check: the parent's index
 */
typedef struct {
  gint32  base;
  guint32 check;
} LieuditDoubleArrayNode;

/**
 * LieuditDoubleArray:
 * @nodes: (array length=n_nodes): the trie
 * @n_nodes: how many nodes
 * @tail: (array length=tail_size): the ends of keys: bytes, NUL, 32-bit value
 * @tail_size: bytes of @tail
 *
 * A read-only view of a compiled trie, which may lie in a mapped file.
 */
typedef struct {
  const LieuditDoubleArrayNode *nodes;
  gsize                         n_nodes;
  const guint8                 *tail;
  gsize                         tail_size;
} LieuditDoubleArray;

/**
 * LieuditDoubleArrayMatch:
 * @length: bytes of the key
 * @value: the key's value
 */
typedef struct {
  guint32 length;
  guint32 value;
} LieuditDoubleArrayMatch;

void  lieudit_double_array_build    (const char * const       *keys,
                                     const guint32            *values,
                                     gsize                     n_keys,
                                     GArray                   *nodes,
                                     GByteArray               *tail);
guint lieudit_double_array_prefixes (const LieuditDoubleArray *self,
                                     const char               *text,
                                     gsize                     length,
                                     LieuditDoubleArrayMatch  *matches,
                                     guint                     n_matches);

G_END_DECLS
