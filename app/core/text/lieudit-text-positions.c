/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-text-positions.h"

#include <string.h>

/* In code points. */
#define DISTANCE 512

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
  gsize code_point = 0;

  self->text = text;
  self->length = strlen (text);
  self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), code_point++)
    {
      gsize byte = (gsize) (at - text);

      if (code_point % DISTANCE == 0)
        g_array_append_val (self->marks, byte);
    }
  if (self->marks->len == 0)
    g_array_append_val (self->marks, self->length);
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
  gsize mark = code_point / DISTANCE;
  const char *at;

  if (mark >= self->marks->len)
    return self->length;

  at = self->text + g_array_index (self->marks, gsize, mark);
  for (gsize i = code_point % DISTANCE; i > 0 && *at != '\0'; i--)
    at = g_utf8_next_char (at);

  return (gsize) (at - self->text);
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
  guint low = 0;
  guint high = self->marks->len;
  gsize mark;

  byte = MIN (byte, self->length);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, gsize, middle) <= byte)
        low = middle;
      else
        high = middle;
    }
  mark = g_array_index (self->marks, gsize, low);

  return (gsize) low * DISTANCE + (gsize) g_utf8_pointer_to_offset (self->text + mark, self->text + byte);
}
