/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-token.h"

#include <string.h>

/* French words that lose their vowel before another: d'Alep, l'Idleb, jusqu'à. */
static const char * const elided_words[] = {
  "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "presqu", "puisqu", "qu", "quoiqu", "s", "t",
};

typedef struct
{
  const char              *text;
  const char              *end;
  const LieuditFoldedText *folded;
  gsize                    folded_position;
  GArray                  *tokens;
  gboolean                 starts_sentence;
  gboolean                 starts_paragraph;
} Tokenizer;

static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2019 || character == 0x2018 || character == 0x02BC;
}

static gboolean
ends_sentence (gunichar character)
{
  switch (character)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x061F: /* ؟ */
    case 0x06D4:
      return TRUE;

    default:
      return FALSE;
    }
}

/* Quotes, brackets, dashes, bullets and pictures may stand before the first word of a sentence. */
static gboolean
may_open_sentence (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OTHER_SYMBOL:
      return TRUE;

    default:
      return character == '"' || character == '*' || character == '#' ||
             character == 0x00A1 || character == 0x00BF || /* ¡ ¿ */
             character == 0x00B7 || character == 0x2022;   /* · • */
    }
}

/* Most characters are ASCII, of which nothing need be looked up. */
static gboolean
is_space (gunichar character)
{
  return character < 0x80 ? g_ascii_isspace ((char) character) : g_unichar_isspace (character);
}

static gboolean
is_alphanumeric (gunichar character)
{
  return character < 0x80 ? g_ascii_isalnum ((char) character) : g_unichar_isalnum (character);
}

static gboolean
is_capital (gunichar character)
{
  GUnicodeType type;

  if (character < 0x80)
    return g_ascii_isupper ((char) character);

  type = g_unichar_type (character);
  return type == G_UNICODE_UPPERCASE_LETTER || type == G_UNICODE_TITLECASE_LETTER;
}

/* Joiners, soft hyphens, direction marks: part of a word inside it, of nothing around it. */
static gboolean
is_invisible (gunichar character)
{
  return character >= 0x80 && g_unichar_type (character) == G_UNICODE_FORMAT;
}

/* Accents and the like go on with a word but never start one: they may also follow a picture. */
static gboolean
continues_word (gunichar character)
{
  return is_alphanumeric (character) ||
         (character >= 0x80 && (g_unichar_ismark (character) || is_invisible (character)));
}

static gboolean
is_elided_word (const char *start,
                const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elided_words); i++)
    {
      gsize length = strlen (elided_words[i]);

      if ((gsize) (end - start) == length &&
          g_ascii_strncasecmp (start, elided_words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static LieuditTokenFlags
describe_word (const char *start,
               const char *end)
{
  LieuditTokenFlags flags = LIEUDIT_TOKEN_NUMBER;
  guint n_letters = 0;
  guint n_capitals = 0;

  for (const char *position = start; position < end; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (character < 0x80 ? !g_ascii_isalpha ((char) character) : !g_unichar_isalpha (character))
        continue;

      flags &= ~LIEUDIT_TOKEN_NUMBER;
      flags |= LIEUDIT_TOKEN_WORD;
      if (character >= 0x80 && g_unichar_get_script (character) == G_UNICODE_SCRIPT_ARABIC)
        flags |= LIEUDIT_TOKEN_ARABIC;
      if (is_capital (character))
        {
          if (n_letters == 0)
            flags |= LIEUDIT_TOKEN_CAPITALISED;
          n_capitals++;
        }
      n_letters++;
    }

  if (n_letters > 1 && n_capitals == n_letters)
    flags |= LIEUDIT_TOKEN_ALL_CAPITALS;

  return flags;
}

/* Tokens come in order, so that the folded text is walked once beside the source. */
static gsize
advance_folded (Tokenizer *self,
                gsize      source_offset)
{
  self->folded_position = lieudit_folded_text_walk (self->folded, self->folded_position, source_offset);
  return self->folded_position;
}

static void
append_token (Tokenizer         *self,
              const char        *start,
              const char        *end,
              LieuditTokenFlags  flags)
{
  LieuditToken token = { 0, };

  token.start = (guint32) (start - self->text);
  token.end = (guint32) (end - self->text);
  token.folded_start = (guint32) advance_folded (self, token.start);
  token.folded_end = (guint32) advance_folded (self, token.end);
  token.flags = flags;

  if (self->starts_sentence)
    token.flags |= LIEUDIT_TOKEN_SENTENCE_START;
  if (self->starts_paragraph)
    token.flags |= LIEUDIT_TOKEN_PARAGRAPH_START;

  if (flags & (LIEUDIT_TOKEN_WORD | LIEUDIT_TOKEN_NUMBER))
    {
      self->starts_sentence = FALSE;
      self->starts_paragraph = FALSE;
    }

  g_array_append_val (self->tokens, token);
}

static const char *
read_word (Tokenizer  *self,
           const char *start)
{
  const char *position = start;
  LieuditTokenFlags flags;

  while (position < self->end && continues_word (g_utf8_get_char (position)))
    position = g_utf8_next_char (position);

  while (is_invisible (g_utf8_get_char (g_utf8_prev_char (position))))
    position = g_utf8_prev_char (position);

  flags = describe_word (start, position);

  if (position < self->end &&
      is_apostrophe (g_utf8_get_char (position)) &&
      is_elided_word (start, position))
    {
      position = g_utf8_next_char (position);
      flags |= LIEUDIT_TOKEN_ELISION;
    }

  append_token (self, start, position, flags);
  return position;
}

static const char *
read_white_space (Tokenizer  *self,
                  const char *position)
{
  guint n_lines = 0;

  while (position < self->end && is_space (g_utf8_get_char (position)))
    {
      n_lines += *position == '\n';
      position = g_utf8_next_char (position);
    }

  if (n_lines > 0)
    self->starts_paragraph = TRUE;
  if (n_lines > 1)
    self->starts_sentence = TRUE;

  return position;
}

/**
 * lieudit_tokenize:
 * @text: valid UTF-8
 * @length: bytes of @text
 * @folded: the folded form of @text
 *
 * Cuts a text into words, numbers and single punctuation marks. French elided
 * words keep their apostrophe ("d'" and "Alep"); other apostrophes are marks.
 *
 * Returns: (transfer full) (element-type LieuditToken): the tokens, in order
 */
GArray *
lieudit_tokenize (const char              *text,
                  gsize                    length,
                  const LieuditFoldedText *folded)
{
  Tokenizer self = { text, text + length, folded, 0, NULL, TRUE, TRUE };
  const char *position = text;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (folded != NULL, NULL);

  self.tokens = g_array_new (FALSE, FALSE, sizeof (LieuditToken));

  while (position < self.end)
    {
      gunichar character = g_utf8_get_char (position);

      if (is_space (character))
        {
          position = read_white_space (&self, position);
        }
      else if (is_alphanumeric (character))
        {
          position = read_word (&self, position);
        }
      else if (continues_word (character))
        {
          position = g_utf8_next_char (position);
        }
      else
        {
          const char *next = g_utf8_next_char (position);

          append_token (&self, position, next, LIEUDIT_TOKEN_PUNCTUATION);
          if (ends_sentence (character))
            self.starts_sentence = TRUE;
          else if (!may_open_sentence (character) && !is_apostrophe (character))
            self.starts_sentence = FALSE;
          position = next;
        }
    }

  return self.tokens;
}
