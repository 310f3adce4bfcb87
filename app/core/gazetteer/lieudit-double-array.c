/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-double-array.h"

#include <string.h>

/*
 * A double-array trie with a tail for the ends of keys, after J. Aoe, "An
 * Efficient Digital Search Algorithm by Using a Double-Array Structure", IEEE
 * Transactions on Software Engineering 15 (1989). A child of node s by byte c
 * is node base[s] + c + 1, if its check is s; code 0 ends a key.
 */

#define ROOT 0
#define UNUSED G_MAXUINT32
#define N_CODES 257

/* Once so full, the cells before the search's start are not tried again. */
#define FULL_SHARE 0.95

typedef struct
{
  const char * const *keys;
  const guint32      *values;
  GArray             *nodes;
  GByteArray         *tail;
  gsize               search_start;
} Builder;

typedef struct
{
  guint16 code;
  gsize   first;
  gsize   last;
} Branch;

static LieuditDoubleArrayNode *
get_node (Builder *self,
          gsize    index)
{
  return &g_array_index (self->nodes, LieuditDoubleArrayNode, index);
}

static void
ensure_size (Builder *self,
             gsize    size)
{
  LieuditDoubleArrayNode unused = { 0, UNUSED };

  while (self->nodes->len < size)
    g_array_append_val (self->nodes, unused);
}

static gboolean
is_base_free (Builder      *self,
              const Branch *branches,
              guint         n_branches,
              gsize         base)
{
  for (guint i = 0; i < n_branches; i++)
    {
      if (get_node (self, base + branches[i].code)->check != UNUSED)
        return FALSE;
    }

  return TRUE;
}

static gsize
find_base (Builder      *self,
           const Branch *branches,
           guint         n_branches)
{
  gsize start = MAX (self->search_start, (gsize) branches[0].code + 1);
  gsize position = start;
  gsize n_used = 0;

  for (;; position++)
    {
      ensure_size (self, position + N_CODES);
      if (get_node (self, position)->check != UNUSED)
        n_used++;
      else if (is_base_free (self, branches, n_branches, position - branches[0].code))
        break;
    }

  if ((double) n_used >= FULL_SHARE * (double) (position - start + 1))
    self->search_start = position;

  return position - branches[0].code;
}

static guint
find_branches (Builder *self,
               gsize    first,
               gsize    last,
               gsize    depth,
               Branch  *branches)
{
  guint n_branches = 0;

  for (gsize i = first; i < last; i++)
    {
      guint8 byte = (guint8) self->keys[i][depth];
      guint16 code = byte == '\0' ? 0 : byte + 1;

      if (n_branches == 0 || branches[n_branches - 1].code != code)
        branches[n_branches++] = (Branch) { code, i, i };
      branches[n_branches - 1].last = i + 1;
    }

  return n_branches;
}

static void
make_leaf (Builder *self,
           gsize    node,
           gsize    key,
           gsize    depth)
{
  const char *rest = self->keys[key] + depth;
  guint32 value = self->values[key];

  get_node (self, node)->base = -1 - (gint32) self->tail->len;
  g_byte_array_append (self->tail, (const guint8 *) rest, (guint) strlen (rest) + 1);
  g_byte_array_append (self->tail, (const guint8 *) &value, sizeof (value));
}

static void
build_node (Builder *self,
            gsize    node,
            gsize    first,
            gsize    last,
            gsize    depth)
{
  g_autofree Branch *branches = NULL;
  guint n_branches;
  gsize base;

  if (last - first == 1)
    {
      make_leaf (self, node, first, depth);
      return;
    }

  branches = g_new (Branch, N_CODES);
  n_branches = find_branches (self, first, last, depth, branches);
  branches = g_renew (Branch, branches, n_branches);
  base = find_base (self, branches, n_branches);

  get_node (self, node)->base = (gint32) base;
  for (guint i = 0; i < n_branches; i++)
    get_node (self, base + branches[i].code)->check = (guint32) node;

  for (guint i = 0; i < n_branches; i++)
    {
      gsize child = base + branches[i].code;

      if (branches[i].code == 0)
        make_leaf (self, child, branches[i].first, depth);
      else
        build_node (self, child, branches[i].first, branches[i].last, depth + 1);
    }
}

/**
 * lieudit_double_array_build:
 * @keys: (array length=n_keys): NUL-terminated keys, in byte order, all different
 * @values: (array length=n_keys): a value for each
 * @n_keys: how many keys, at least one
 * @nodes: (element-type LieuditDoubleArrayNode): where to put the trie
 * @tail: where to put the ends of the keys
 *
 * Builds a trie. The same keys always give the same bytes.
 */
void
lieudit_double_array_build (const char * const *keys,
                            const guint32      *values,
                            gsize               n_keys,
                            GArray             *nodes,
                            GByteArray         *tail)
{
  Builder self = { keys, values, nodes, tail, 1 };

  g_return_if_fail (n_keys > 0);

  ensure_size (&self, N_CODES + 1);
  get_node (&self, ROOT)->check = ROOT;
  build_node (&self, ROOT, 0, n_keys, 0);
}

static gboolean
read_tail (const LieuditDoubleArray *self,
           gint32                    base,
           const char               *text,
           gsize                     length,
           gsize                    *n_bytes,
           guint32                  *value)
{
  gsize position = (gsize) (-1 - (gint64) base);
  gsize n = 0;

  while (position < self->tail_size && self->tail[position] != '\0')
    {
      if (n == length || (guint8) text[n] != self->tail[position])
        return FALSE;
      n++;
      position++;
    }

  if (self->tail_size < sizeof (*value) + 1 ||
      position > self->tail_size - sizeof (*value) - 1)
    return FALSE;

  memcpy (value, self->tail + position + 1, sizeof (*value));
  *n_bytes = n;
  return TRUE;
}

static gboolean
find_child (const LieuditDoubleArray *self,
            guint32                   node,
            guint16                   code,
            guint32                  *child)
{
  gint32 base = self->nodes[node].base;
  gsize index = (gsize) base + code;

  if (base < 0 || index >= self->n_nodes || index == ROOT ||
      self->nodes[index].check != node)
    return FALSE;

  *child = (guint32) index;
  return TRUE;
}

/**
 * lieudit_double_array_prefixes:
 * @self: a trie; its contents are not trusted
 * @text: bytes to look into
 * @length: how many
 * @matches: (out caller-allocates) (array length=n_matches): the keys found
 * @n_matches: room in @matches
 *
 * Finds the keys that @text begins with, shortest first. It allocates nothing,
 * and reads nothing out of bounds, whatever is in the trie.
 *
 * Returns: how many keys were found and stored
 */
guint
lieudit_double_array_prefixes (const LieuditDoubleArray *self,
                               const char               *text,
                               gsize                     length,
                               LieuditDoubleArrayMatch  *matches,
                               guint                     n_matches)
{
  guint32 node = ROOT;
  guint n_found = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (self->n_nodes == 0)
    return 0;

  for (gsize depth = 0; n_found < n_matches; depth++)
    {
      gint32 base = self->nodes[node].base;
      guint32 child;
      gsize n_bytes;
      guint32 value;

      if (base < 0)
        {
          if (read_tail (self, base, text + depth, length - depth, &n_bytes, &value))
            matches[n_found++] = (LieuditDoubleArrayMatch) { (guint32) (depth + n_bytes), value };
          break;
        }

      if (find_child (self, node, 0, &child) &&
          self->nodes[child].base < 0 &&
          read_tail (self, self->nodes[child].base, "", 0, &n_bytes, &value))
        matches[n_found++] = (LieuditDoubleArrayMatch) { (guint32) depth, value };

      if (depth == length ||
          text[depth] == '\0' ||
          !find_child (self, node, (guint16) ((guint8) text[depth] + 1), &child))
        break;
      node = child;
    }

  return n_found;
}
