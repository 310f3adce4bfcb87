/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article-head.h"

#include <string.h>

/* Longer first lines are paragraphs. */
#define LONGEST_TITLE 119

/* Bytes that a title can have at most, so that a first line of megabytes is not counted. */
#define LONGEST_TITLE_BYTES (6 * (LONGEST_TITLE + 1))

static const char *
skip_white_space (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static int
scan_number (const char *text,
             guint       n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }

  return number;
}

static gboolean
ends_word (const char *text)
{
  return *text == '\0' || g_unichar_isspace (g_utf8_get_char (text));
}

static gboolean
ends_sentence (gunichar character)
{
  return (character < 128 && strchr (".,;:", (int) character) != NULL) ||
         character == 0x2026 /* … */ || character == 0x060C /* ، */ || character == 0x06D4 /* ۔ */;
}

static gboolean
is_blank_line (const char *line)
{
  line += strspn (line, " \t");

  return *line == '\n' || (line[0] == '\r' && line[1] == '\n');
}

static char *
find_title (const char *body)
{
  const char *start = skip_white_space (body);
  const char *end = start;
  const char *next;
  g_autofree char *title = NULL;

  while (*end != '\0' && *end != '\n' && end - start <= LONGEST_TITLE_BYTES)
    end++;
  if (*end != '\n' || !is_blank_line (end + 1))
    return NULL;

  next = skip_white_space (end);
  if (*next == '\0')
    return NULL;

  title = g_strchomp (g_strndup (start, (gsize) (end - start)));
  if (*title == '\0' ||
      g_utf8_strlen (title, -1) > LONGEST_TITLE ||
      ends_sentence (g_utf8_get_char (g_utf8_prev_char (title + strlen (title)))))
    return NULL;

  return g_steal_pointer (&title);
}

/**
 * lieudit_article_scan_date:
 * @text: NUL-terminated text
 *
 * Reads a date of ISO 8601 at the beginning of a text: a year with or without
 * a month, with or without a day.
 *
 * Returns: how many bytes the date takes, or 0 when there is none, or not on
 *   the calendar
 */
gsize
lieudit_article_scan_date (const char *text)
{
  int year, month, day;

  g_return_val_if_fail (text != NULL, 0);

  year = scan_number (text, 4);
  if (year < 1)
    return 0;
  if (text[4] != '-')
    return g_ascii_isdigit (text[4]) ? 0 : 4;

  month = scan_number (text + 5, 2);
  if (month < 1 || month > 12)
    return 0;
  if (text[7] != '-')
    return g_ascii_isdigit (text[7]) ? 0 : 7;

  day = scan_number (text + 8, 2);
  if (day < 0 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  return g_ascii_isdigit (text[10]) ? 0 : 10;
}

/* The date line of wire copy: "date 2024-11 The text…". */
static void
read_date_line (LieuditArticleHead *self,
                const char         *text)
{
  const char *position = skip_white_space (text);
  gsize length;

  if (g_ascii_strncasecmp (position, "date", 4) != 0)
    return;
  position += 4;

  if (*position == ':')
    position++;
  else if (*position != ' ' && *position != '\t')
    return;
  position += strspn (position, " \t");

  length = lieudit_article_scan_date (position);
  if (length == 0 || !ends_word (position + length))
    return;

  self->date = g_strndup (position, length);
  self->body_offset = (gsize) (skip_white_space (position + length) - text);
}

/**
 * lieudit_article_head_init:
 * @self: (out caller-allocates): the head
 * @text: valid UTF-8
 *
 * Reads what the first lines of a text say about it: a date line, then a
 * headline, which is a short line that ends no sentence and stands alone. The
 * headline remains part of the body.
 */
void
lieudit_article_head_init (LieuditArticleHead *self,
                           const char         *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  memset (self, 0, sizeof *self);
  read_date_line (self, text);
  self->title = find_title (text + self->body_offset);
}

/**
 * lieudit_article_head_clear:
 * @self: a head
 *
 * Frees what a head holds.
 */
void
lieudit_article_head_clear (LieuditArticleHead *self)
{
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->title, g_free);
}
