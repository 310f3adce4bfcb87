/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-double-array.h"

#include <string.h>

/*
 * Walks a double-array trie byte by byte, for searches that do not know the
 * whole key. Nothing is allocated, and nothing is read out of bounds, whatever
 * is in the trie; in a damaged one a walk may go in circles, so that a search
 * has to end by itself at the length of the longest key.
 */

#define ROOT 0

static gboolean
find_child (const LieuditDoubleArray *self,
            guint32                   node,
            guint                     code,
            guint32                  *child)
{
  gint32 base = self->nodes[node].base;
  gsize index = (gsize) base + code;

  if (base < 0 || index >= self->n_nodes || index == ROOT || self->nodes[index].check != node)
    return FALSE;

  *child = (guint32) index;
  return TRUE;
}

static gboolean
enter_node (const LieuditDoubleArray *self,
            guint32                   node,
            LieuditDoubleArrayCursor *cursor)
{
  gint32 base = self->nodes[node].base;

  cursor->node = node;
  cursor->in_tail = base < 0;
  cursor->position = base < 0 ? (gsize) (-1 - (gint64) base) : 0;

  return !cursor->in_tail || cursor->position < self->tail_size;
}

/**
 * lieudit_double_array_start:
 * @self: a trie; its contents are not trusted
 * @cursor: (out caller-allocates): the place before the first byte
 *
 * Starts a walk.
 *
 * Returns: whether there is anything to walk through
 */
gboolean
lieudit_double_array_start (const LieuditDoubleArray *self,
                            LieuditDoubleArrayCursor *cursor)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cursor != NULL, FALSE);

  return self->n_nodes > 0 && enter_node (self, ROOT, cursor);
}

/**
 * lieudit_double_array_step:
 * @self: a trie
 * @cursor: (inout): a spot in it; left alone where there is no such child
 * @byte: the next byte of a key
 *
 * Goes one byte further.
 *
 * Returns: whether a key goes on with @byte
 */
gboolean
lieudit_double_array_step (const LieuditDoubleArray *self,
                           LieuditDoubleArrayCursor *cursor,
                           guint8                    byte)
{
  LieuditDoubleArrayCursor next = *cursor;
  guint32 child;

  if (byte == '\0')
    return FALSE;

  if (cursor->in_tail)
    {
      if (self->tail[cursor->position] != byte || cursor->position + 1 >= self->tail_size)
        return FALSE;
      cursor->position++;
      return TRUE;
    }

  if (!find_child (self, cursor->node, byte + 1u, &child) || !enter_node (self, child, &next))
    return FALSE;

  *cursor = next;
  return TRUE;
}

/**
 * lieudit_double_array_list_children:
 * @self: a trie
 * @cursor: a spot in it
 * @bytes: (out caller-allocates): the bytes that keys go on with, in their order
 *
 * Lists the ways on. Where one key alone is left there is one at most, and
 * lieudit_double_array_get_rest() gives all that follows at once.
 *
 * Returns: how many there are
 */
guint
lieudit_double_array_list_children (const LieuditDoubleArray       *self,
                                    const LieuditDoubleArrayCursor *cursor,
                                    guint8                          bytes[LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN])
{
  guint n_bytes = 0;
  guint32 child;

  if (cursor->in_tail)
    {
      bytes[0] = self->tail[cursor->position];
      return bytes[0] != '\0';
    }

  for (guint byte = 1; byte <= G_MAXUINT8; byte++)
    {
      if (find_child (self, cursor->node, byte + 1, &child))
        bytes[n_bytes++] = (guint8) byte;
    }

  return n_bytes;
}

/**
 * lieudit_double_array_choose_children:
 * @self: a trie
 * @cursor: a spot in it where keys still branch
 * @wanted: (array length=n_wanted): the bytes of interest, none of them 0
 * @n_wanted: how many
 * @bytes: (out caller-allocates) (array length=n_wanted): those that keys go on with
 *
 * Lists some of the ways on, which is faster than to list all.
 *
 * Returns: how many of them there are
 */
guint
lieudit_double_array_choose_children (const LieuditDoubleArray       *self,
                                      const LieuditDoubleArrayCursor *cursor,
                                      const guint8                   *wanted,
                                      guint                           n_wanted,
                                      guint8                         *bytes)
{
  guint n_bytes = 0;
  guint32 child;

  for (guint i = 0; i < n_wanted; i++)
    {
      if (find_child (self, cursor->node, wanted[i] + 1u, &child))
        bytes[n_bytes++] = wanted[i];
    }

  return n_bytes;
}

/**
 * lieudit_double_array_get_rest:
 * @self: a trie
 * @cursor: a spot in it
 * @length: (out): its bytes
 *
 * Gives what is left of the key where one alone is left.
 *
 * Returns: (transfer none) (nullable): the rest, which may be empty and is not
 *   ended by NUL in a damaged trie; %NULL where the keys still branch
 */
const char *
lieudit_double_array_get_rest (const LieuditDoubleArray       *self,
                               const LieuditDoubleArrayCursor *cursor,
                               gsize                          *length)
{
  const char *rest;

  if (!cursor->in_tail)
    return NULL;

  rest = (const char *) self->tail + cursor->position;
  *length = strnlen (rest, self->tail_size - cursor->position);

  return rest;
}

/**
 * lieudit_double_array_get_value:
 * @self: a trie
 * @cursor: a spot in it
 * @value: (out): the key's value
 *
 * Tells whether a key ends here.
 *
 * Returns: whether one does
 */
gboolean
lieudit_double_array_get_value (const LieuditDoubleArray       *self,
                                const LieuditDoubleArrayCursor *cursor,
                                guint32                        *value)
{
  LieuditDoubleArrayCursor leaf = *cursor;
  guint32 child;

  if (!leaf.in_tail &&
      (!find_child (self, leaf.node, 0, &child) || !enter_node (self, child, &leaf) || !leaf.in_tail))
    return FALSE;

  if (self->tail[leaf.position] != '\0' || self->tail_size - leaf.position - 1 < sizeof (*value))
    return FALSE;

  memcpy (value, self->tail + leaf.position + 1, sizeof (*value));
  return TRUE;
}
