/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-sentences.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Abbreviations that a name follows; ICU's plain rules end a sentence there. */
static const char * const abbreviations[] = {
  "M.", "MM.", "Mme.", "Mlle.", "Dr.", "Pr.", "Me.", "Mr.", "Mrs.", "Ms.", "St.", "Ste.", "Gen.",
  "Gov.", "Lt.", "Col.", "Capt.", "Sgt.", "Rep.", "Sen.", "Prof.", "Rev.", "Jr.", "No.", "av.",
};

/* Lines that an editor broke are about as long as these, in code points. */
#define SHORTEST_WRAPPED_LINE 50
#define LONGEST_WRAPPED_LINE 100

/* Initials: "J. Smith", "U.S. Army" */
static gboolean
is_initials (const char *word,
             gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (i % 2 == 0 ? !g_ascii_isupper (word[i]) : word[i] != '.')
        return FALSE;
    }

  return length > 0 && length % 2 == 0;
}

static gboolean
ends_with_abbreviation (const char *text,
                        gsize       start,
                        gsize       end)
{
  guint n_lines = 0;
  gsize word;

  while (end > start && g_ascii_isspace (text[end - 1]))
    n_lines += text[--end] == '\n';
  if (n_lines > 1 || end == start || text[end - 1] != '.')
    return FALSE;

  word = end;
  while (word > start && !g_ascii_isspace (text[word - 1]) && text[word - 1] != '(')
    word--;

  if (is_initials (text + word, end - word))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      if (strlen (abbreviations[i]) == end - word &&
          strncmp (text + word, abbreviations[i], end - word) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns the length of the longest line, in code points. */
static glong
measure_lines (const char *text,
               gsize       length)
{
  const char *end = text + length;
  glong longest = 0;

  for (const char *line = text; line < end;)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));

      if (line_end == NULL)
        line_end = end;
      longest = MAX (longest, g_utf8_strlen (line, line_end - line));
      line = line_end + 1;
    }

  return longest;
}

/* Whether the next line's first word would have made the line that ends at @line_end too long. */
static gboolean
is_full_line (const char *text,
              gsize       line_end,
              gsize       next,
              gsize       length,
              glong       longest)
{
  gsize line = line_end;
  gsize word_end = next;

  if (longest < SHORTEST_WRAPPED_LINE || longest > LONGEST_WRAPPED_LINE)
    return FALSE;

  while (line > 0 && text[line - 1] != '\n')
    line--;
  while (word_end < length && !g_ascii_isspace (text[word_end]))
    word_end++;

  return g_utf8_strlen (text + line, (gssize) (line_end - line)) + 1 +
         g_utf8_strlen (text + next, (gssize) (word_end - next)) > longest;
}

static gboolean
ends_with_stop (const char *text,
                gsize       end)
{
  switch (g_utf8_get_char (g_utf8_prev_char (text + end)))
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x061F: /* ؟ */
    case 0x06D4: /* Arabic full stop */
      return TRUE;

    default:
      return FALSE;
    }
}

/* A line of hard-wrapped text ends within a sentence when the next starts in lower case, or had no room for more. */
static gboolean
ends_with_wrapped_line (const char *text,
                        gsize       start,
                        gsize       end,
                        gsize       length,
                        glong       longest)
{
  gsize next = end;
  guint n_lines = 0;

  if (end >= length || g_ascii_isspace (text[end]))
    return FALSE;

  while (end > start && g_ascii_isspace (text[end - 1]))
    n_lines += text[--end] == '\n';

  if (n_lines != 1 || end == start || ends_with_stop (text, end))
    return FALSE;

  return g_unichar_islower (g_utf8_get_char (text + next)) ||
         is_full_line (text, end, next, length, longest);
}

static void
append_sentence (GArray     *sentences,
                 const char *text,
                 gsize       start,
                 gsize       end)
{
  LieuditTextRange range = { start, end };

  while (range.start < range.end && g_ascii_isspace (text[range.start]))
    range.start++;
  while (range.end > range.start && g_ascii_isspace (text[range.end - 1]))
    range.end--;

  if (range.start < range.end)
    g_array_append_val (sentences, range);
}

/**
 * lieudit_find_sentences:
 * @text: valid UTF-8
 * @length: bytes of @text
 * @language: (nullable): a BCP 47 tag of the text's language
 *
 * Cuts a text into sentences by the rules of Unicode Standard Annex 29, as ICU
 * implements them, kept together over abbreviations and wrapped lines.
 *
 * Returns: (transfer full) (element-type LieuditTextRange): the sentences, in
 *   order, without the white space around them
 */
GArray *
lieudit_find_sentences (const char *text,
                        gsize       length,
                        const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (LieuditTextRange));
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator;
  UText *source;
  glong longest;
  gsize start = 0;

  g_return_val_if_fail (text != NULL, sentences);

  longest = measure_lines (text, length);
  source = utext_openUTF8 (NULL, text, (int64_t) length, &status);
  iterator = ubrk_open (UBRK_SENTENCE, language != NULL ? language : "und", NULL, 0, &status);
  if (U_SUCCESS (status))
    ubrk_setUText (iterator, source, &status);

  if (U_SUCCESS (status))
    {
      ubrk_first (iterator);
      for (int32_t boundary = ubrk_next (iterator); boundary != UBRK_DONE; boundary = ubrk_next (iterator))
        {
          gsize end = (gsize) boundary;

          if (ends_with_abbreviation (text, start, end) ||
              ends_with_wrapped_line (text, start, end, length, longest))
            continue;

          append_sentence (sentences, text, start, end);
          start = end;
        }
    }
  else
    {
      g_warning ("Cannot find sentences: %s", u_errorName (status));
    }

  append_sentence (sentences, text, start, length);

  if (iterator != NULL)
    ubrk_close (iterator);
  if (source != NULL)
    utext_close (source);

  return sentences;
}

/**
 * lieudit_sentence_at:
 * @sentences: (element-type LieuditTextRange): what lieudit_find_sentences() found
 * @offset: a byte of the text
 *
 * Returns: the sentence that holds @offset, or the last one before it; an
 *   empty range at @offset where there is none
 */
LieuditTextRange
lieudit_sentence_at (const GArray *sentences,
                     gsize         offset)
{
  LieuditTextRange none = { offset, offset };
  guint low = 0;
  guint high;

  g_return_val_if_fail (sentences != NULL, none);

  high = sentences->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sentences, LieuditTextRange, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (sentences, LieuditTextRange, low - 1) : none;
}
