/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-text-positions.h"

#include <string.h>

/* In bytes; the compiler counts so many at once. */
#define BLOCK 64

static gboolean
is_beginning (char byte)
{
  return (byte & 0xC0) != 0x80;
}

static guint
count_in_block (const char *block)
{
  guint n_code_points = 0;

  for (guint i = 0; i < BLOCK; i++)
    n_code_points += is_beginning (block[i]);

  return n_code_points;
}

static gsize
get_mark (LieuditTextPositions *self,
          guint                 block)
{
  return g_array_index (self->marks, gsize, block);
}

/* How many code points begin in a stretch that is within one block. */
static gsize
count (LieuditTextPositions *self,
       gsize                 start,
       gsize                 end)
{
  gsize n_code_points = 0;

  for (gsize i = start; i < end; i++)
    n_code_points += is_beginning (self->text[i]);

  return n_code_points;
}

/**
 * lieudit_text_positions_init: (skip)
 * @self: positions, not initialised
 * @text: valid UTF-8, which has to live as long as @self
 *
 * Goes through a text once.
 */
void
lieudit_text_positions_init (LieuditTextPositions *self,
                             const char           *text)
{
  gsize n_code_points = 0;
  gsize block;

  self->text = text;
  self->length = strlen (text);
  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) (self->length / BLOCK) + 2);
  for (block = 0; block + BLOCK <= self->length; block += BLOCK)
    {
      g_array_append_val (self->marks, n_code_points);
      n_code_points += count_in_block (text + block);
    }
  g_array_append_val (self->marks, n_code_points);
  n_code_points += count (self, block, self->length);
  g_array_append_val (self->marks, n_code_points);
}

/**
 * lieudit_text_positions_clear: (skip)
 * @self: positions
 *
 * Frees what positions hold.
 */
void
lieudit_text_positions_clear (LieuditTextPositions *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
}

/**
 * lieudit_text_positions_get_n_code_points: (skip)
 * @self: positions
 *
 * Returns: how many code points the whole text has
 */
gsize
lieudit_text_positions_get_n_code_points (LieuditTextPositions *self)
{
  return get_mark (self, self->marks->len - 1);
}

/**
 * lieudit_text_positions_get_byte: (skip)
 * @self: positions
 * @code_point: the number of a code point, from 0
 *
 * Returns: where it begins, in bytes; the end of the text if there are fewer
 */
gsize
lieudit_text_positions_get_byte (LieuditTextPositions *self,
                                 gsize                 code_point)
{
  guint low = 0;
  guint high = self->marks->len;
  gsize byte, n_before;

  if (code_point >= lieudit_text_positions_get_n_code_points (self))
    return self->length;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_mark (self, middle) <= code_point)
        low = middle;
      else
        high = middle;
    }
  n_before = get_mark (self, low);
  for (byte = (gsize) low * BLOCK; n_before < code_point || !is_beginning (self->text[byte]); byte++)
    n_before += is_beginning (self->text[byte]);

  return byte;
}

/**
 * lieudit_text_positions_get_code_point: (skip)
 * @self: positions
 * @byte: where a code point begins, in bytes
 *
 * Returns: its number, from 0
 */
gsize
lieudit_text_positions_get_code_point (LieuditTextPositions *self,
                                       gsize                 byte)
{
  gsize block;

  byte = MIN (byte, self->length);
  block = byte / BLOCK;

  return get_mark (self, (guint) block) + count (self, block * BLOCK, byte);
}
