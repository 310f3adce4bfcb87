/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-search-walk.h"

#include <string.h>

/* Names are shorter; the files that say otherwise are damaged. */
#define LONGEST_KEY 512 /* bytes */

/* How many names are looked at between two looks at the cancellable. */
#define NAMES_PER_CHECK 1024

/*
 * The names are a trie, so that what begins alike is compared once: H. Shang
 * and T. H. Merrett, "Tries for Approximate String Matching", IEEE Transactions
 * on Knowledge and Data Engineering 8 (1996). Every letter on the way down adds
 * a row to the table of distances; the way is left when all of a row is over
 * the budget.
 */
typedef struct
{
  const LieuditDoubleArray *names;
  const LieuditNameQuery   *query;
  guint8                    least;
  guint8                    most;
  LieuditNameWalkFunc       func;
  gpointer                  user_data;
  GCancellable             *cancellable;
  guint                     n_found;
  gboolean                  is_over;
  char                      key[LONGEST_KEY];
  gunichar                  path[LONGEST_KEY];
  guint8                    rows[LONGEST_KEY + 1][LIEUDIT_NAME_QUERY_LENGTH + 1];
  guint8                    spans[LONGEST_KEY + 1][2];
} Walk;

/* Where the walk is. @depth counts letters, @length bytes. */
typedef struct
{
  LieuditDoubleArrayCursor cursor;
  gsize                    length;
  guint                    depth;
  gunichar                 partial;   /* the letter that has begun */
  guint                    n_missing; /* the bytes that it still lacks */
  guint8                   beginning; /* the least that a beginning of the key cost */
  gboolean                 is_alive;  /* more letters may make it cheaper */
} Spot;

static void
take_name (Walk       *self,
           const Spot *spot,
           guint32     name)
{
  guint8 whole = LIEUDIT_NAME_WALK_NEVER;
  guint8 most;

  if (self->n_found++ % NAMES_PER_CHECK == 0 && g_cancellable_is_cancelled (self->cancellable))
    {
      self->is_over = TRUE;
      return;
    }

  if (spot->is_alive && self->rows[spot->depth][self->query->n_letters] <= self->most)
    whole = self->rows[spot->depth][self->query->n_letters];
  if (spot->beginning > self->most && whole == LIEUDIT_NAME_WALK_NEVER)
    return;

  most = self->func (name, self->key, spot->length, spot->beginning, whole, self->user_data);
  self->most = MIN (self->most, most);
}

static void
end_letter (Walk *self,
            Spot *spot)
{
  guint8 least;

  self->path[spot->depth++] = spot->partial;
  if (!spot->is_alive)
    return;

  least = lieudit_name_query_next_row (self->query, self->path, spot->depth, self->most, self->rows, self->spans);
  spot->beginning = MIN (spot->beginning, self->rows[spot->depth][self->query->n_letters]);
  if (least > self->most)
    spot->is_alive = FALSE;
}

/* Returns whether the spot is worth going on from. */
static gboolean
add_byte (Walk   *self,
          Spot   *spot,
          guint8  byte)
{
  self->key[spot->length++] = (char) byte;

  if (byte < 0x80)
    {
      spot->partial = byte;
      spot->n_missing = 0;
    }
  else if (byte < 0xC0)
    {
      spot->partial = spot->partial << 6 | (byte & 0x3F);
      if (spot->n_missing == 0)
        return FALSE;
      spot->n_missing--;
    }
  else
    {
      spot->n_missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
      spot->partial = byte & (0x3F >> spot->n_missing);
    }

  if (spot->n_missing == 0)
    end_letter (self, spot);

  return spot->is_alive || (spot->beginning <= self->most && spot->beginning >= self->least);
}

/* From here on there is one name only, whose last bytes stand together. */
static void
visit_rest (Walk       *self,
            Spot       *spot,
            const char *rest,
            gsize       length)
{
  guint32 name;

  if (length > LONGEST_KEY - spot->length)
    return;

  for (gsize i = 0; i < length; i++)
    {
      if (!lieudit_double_array_step (self->names, &spot->cursor, (guint8) rest[i]) ||
          !add_byte (self, spot, (guint8) rest[i]))
        return;
    }

  if (lieudit_double_array_get_value (self->names, &spot->cursor, &name))
    take_name (self, spot, name);
}

static void
visit (Walk *self,
       Spot *spot)
{
  guint8 bytes[LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN];
  guint n_bytes;
  const char *rest;
  gsize rest_length;
  guint32 name;

  if (spot->length >= LONGEST_KEY)
    return;

  rest = lieudit_double_array_get_rest (self->names, &spot->cursor, &rest_length);
  if (rest != NULL)
    {
      visit_rest (self, spot, rest, rest_length);
      return;
    }

  if (lieudit_double_array_get_value (self->names, &spot->cursor, &name))
    take_name (self, spot, name);

  n_bytes = lieudit_double_array_choose_children (self->names, &spot->cursor,
                                                  self->query->bytes, self->query->n_bytes, bytes);
  for (guint i = 0; i < n_bytes && !self->is_over; i++)
    {
      Spot child = *spot;

      if (lieudit_double_array_step (self->names, &child.cursor, bytes[i]) &&
          add_byte (self, &child, bytes[i]))
        visit (self, &child);
    }
}

/**
 * lieudit_name_walk:
 * @names: the folded names; not trusted
 * @query: what is looked for
 * @mark: 0 for names, or what the keys to look at begin with, such as
 *   %LIEUDIT_NAME_KEY_LATER_WORD
 * @least: the least that a beginning costs to be of interest
 * @most: the most that a name costs to be of interest
 * @cancellable: (nullable): a cancellable
 * @func: (scope call): takes the names
 * @user_data: data for @func
 *
 * Visits the names that are like the query, or begin with something like it.
 * The keys that @func gets have the mark at their beginning.
 */
void
lieudit_name_walk (const LieuditDoubleArray *names,
                   const LieuditNameQuery   *query,
                   char                      mark,
                   guint8                    least,
                   guint8                    most,
                   GCancellable             *cancellable,
                   LieuditNameWalkFunc       func,
                   gpointer                  user_data)
{
  g_autofree Walk *self = NULL;
  Spot spot = { .is_alive = TRUE };

  if (query->n_letters == 0 || !lieudit_double_array_start (names, &spot.cursor))
    return;
  if (mark != 0 && !lieudit_double_array_step (names, &spot.cursor, (guint8) mark))
    return;

  self = g_new (Walk, 1);
  self->names = names;
  self->query = query;
  self->least = least;
  self->most = most;
  self->func = func;
  self->user_data = user_data;
  self->cancellable = cancellable;
  self->n_found = 0;
  self->is_over = FALSE;

  if (mark != 0)
    self->key[spot.length++] = mark;

  lieudit_name_query_first_row (query, self->rows[0]);
  self->spans[0][0] = 0;
  self->spans[0][1] = (guint8) query->n_letters;
  spot.beginning = self->rows[0][query->n_letters];
  visit (self, &spot);
}
