/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ends of paragraphs that are shown, but are not in the text.
 *
 * GTK lays a paragraph out as a whole, again and again while it is scrolled, in a time that grows faster than its length: an
 * article of megabytes in a single line would hold the window up for seconds.
 */
#include "config.h"

#include "lieudit-soft-breaks.h"

#include <string.h>

/* A piece of a long line ends at the first sentence that ends after this many code points, */
#define SHORTEST_PIECE 1000
/* or with a word, or anywhere, once it has this many. */
#define LONGEST_PIECE 4000

typedef struct {
  const char *start;
  gsize       n_code_points;
} Line;

static gboolean
ends_sentence (gunichar character)
{
  switch (character)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Urdu full stop */
    case 0x3002: /* ideographic full stop */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Quotation marks and brackets belong to the sentence that ends before them, and so does the space before a French one. */
static gboolean
may_follow_end (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;
    default:
      return character == '"' || character == '\'' || character == 0x00A0 || character == 0x202F;
    }
}

/* How many code points of the line to show before a break. */
static gsize
measure_piece (const Line *line)
{
  const char *position = line->start;
  gboolean after_end = FALSE;
  gsize last_word = LONGEST_PIECE;

  for (gsize n = 1; n <= LONGEST_PIECE; n++, position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (character == ' ' || character == '\t')
        {
          last_word = n;
          if (after_end && n >= SHORTEST_PIECE)
            return n;
          after_end = FALSE;
        }
      else
        {
          after_end = ends_sentence (character) || (after_end && may_follow_end (character));
        }
    }

  return last_word;
}

static void
break_line (GArray *breaks,
            Line    line,
            gsize   first_code_point)
{
  if (line.n_code_points <= LIEUDIT_SOFT_BREAKS_LONGEST_LINE)
    return;

  while (line.n_code_points > LONGEST_PIECE)
    {
      gsize n = measure_piece (&line);

      line.start = g_utf8_offset_to_pointer (line.start, (glong) n);
      line.n_code_points -= n;
      first_code_point += n;
      g_array_append_val (breaks, first_code_point);
    }
}

/* Quick, so that a text of ordinary lines need not be counted. */
static gboolean
has_long_line (const char *text,
               gsize       length)
{
  const char *end = text + length;

  while ((gsize) (end - text) > LIEUDIT_SOFT_BREAKS_LONGEST_LINE)
    {
      const char *line_end = memchr (text, '\n', (gsize) (end - text));

      if (line_end == NULL || line_end - text > LIEUDIT_SOFT_BREAKS_LONGEST_LINE)
        return TRUE;
      text = line_end + 1;
    }

  return FALSE;
}

/* How many breaks there are before a spot of the text; one right there comes before it. */
static guint
count_breaks (const GArray *breaks,
              gsize         code_point)
{
  guint low = 0, high = breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (breaks, gsize, middle) <= code_point)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/*
 * lieudit_soft_breaks_find:
 * @text: UTF-8 text
 * @length: its length, in bytes
 *
 * Finds where to break the lines that are too long to be shown in one piece: between sentences, else between words.
 *
 * Returns: (transfer full) (element-type gsize): before which code points to break, rising; empty for most texts
 */
GArray *
lieudit_soft_breaks_find (const char *text,
                          gsize       length)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *end = text + length;
  Line line = { text, 0 };
  gsize n_code_points = 0;

  if (!has_long_line (text, length))
    return breaks;

  for (const char *position = text; position < end; position = g_utf8_next_char (position), n_code_points++)
    {
      if (*position != '\n' && *position != '\r')
        {
          line.n_code_points++;
          continue;
        }
      break_line (breaks, line, n_code_points - line.n_code_points);
      line.start = position + 1;
      line.n_code_points = 0;
    }
  break_line (breaks, line, n_code_points - line.n_code_points);

  return breaks;
}

/*
 * lieudit_soft_breaks_to_shown:
 * @breaks: (element-type gsize): breaks in a text
 * @code_point: a spot in the text
 *
 * Returns: where the spot is once one more character is shown for each break
 */
gsize
lieudit_soft_breaks_to_shown (const GArray *breaks,
                              gsize         code_point)
{
  return code_point + count_breaks (breaks, code_point);
}

/*
 * lieudit_soft_breaks_to_text:
 * @breaks: (element-type gsize): breaks in a text
 * @shown: a spot in the text with one more character for each break
 *
 * Returns: the spot in the text; for a break itself, the end of what stands before it
 */
gsize
lieudit_soft_breaks_to_text (const GArray *breaks,
                             gsize         shown)
{
  guint low = 0, high = breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (breaks, gsize, middle) + middle < shown)
        low = middle + 1;
      else
        high = middle;
    }

  return shown - low;
}
