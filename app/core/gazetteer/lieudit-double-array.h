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

/**
 * LieuditDoubleArrayCursor:
 *
 * A spot in a trie: the bytes that led there begin at least one key. It is
 * copied by value, so that a search can go back to where it branched.
 */
typedef struct {
  /*< private >*/
  guint32  node;
  gboolean in_tail;
  gsize    position; /* in the tail */
} LieuditDoubleArrayCursor;

#define LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN 255

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

gboolean    lieudit_double_array_start         (const LieuditDoubleArray       *self,
                                                LieuditDoubleArrayCursor       *cursor);
gboolean    lieudit_double_array_step          (const LieuditDoubleArray       *self,
                                                LieuditDoubleArrayCursor       *cursor,
                                                guint8                          byte);
guint       lieudit_double_array_list_children (const LieuditDoubleArray       *self,
                                                const LieuditDoubleArrayCursor *cursor,
                                                guint8                          bytes[LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN]);
guint       lieudit_double_array_choose_children (const LieuditDoubleArray       *self,
                                                  const LieuditDoubleArrayCursor *cursor,
                                                  const guint8                   *wanted,
                                                  guint                           n_wanted,
                                                  guint8                         *bytes);
const char *lieudit_double_array_get_rest      (const LieuditDoubleArray       *self,
                                                const LieuditDoubleArrayCursor *cursor,
                                                gsize                          *length);
gboolean    lieudit_double_array_get_value     (const LieuditDoubleArray       *self,
                                                const LieuditDoubleArrayCursor *cursor,
                                                guint32                        *value);

G_END_DECLS
