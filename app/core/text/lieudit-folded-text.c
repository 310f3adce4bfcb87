/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-folded-text.h"

#include <string.h>

/*
 * Folding makes spellings of one name equal: it drops case, accents, Arabic
 * vowel signs and invisible characters, and writes one form for every
 * apostrophe, hyphen, space and Arabic letter variant. Every byte of the
 * result remembers the byte of the source that it came from.
 */
struct _LieuditFoldedText
{
  char    *bytes;   /* ended by a NUL byte */
  guint32 *sources; /* one more than there are bytes */
  gsize    length;
  gsize    capacity;
};

/* A folded paragraph break: no name reaches across it. */
#define PARAGRAPH_BREAK '\n'

/* The longest decomposition of one code point is 18 long (U+FDFA). */
#define DECOMPOSITION_LENGTH 18

typedef enum {
  FOLD_KEEP,
  FOLD_DROP,
  FOLD_SPACE,
  FOLD_HYPHEN,
  FOLD_APOSTROPHE,
} FoldClass;

static FoldClass
classify (gunichar character)
{
  switch (character)
    {
    case '\'':
    case '`':
    case 0x00B4: /* acute accent, typed for an apostrophe */
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
      return FOLD_APOSTROPHE;

    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
      return FOLD_HYPHEN;

    case '_': /* joins the words of a hashtag */
      return FOLD_SPACE;

    case 0x0640: /* Arabic tatweel */
    case 0x02BB: /* letters for ayn and hamza in transliterations */
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
      return FOLD_DROP;

    default:
      break;
    }

  if (character < 0x80 && g_ascii_isgraph ((char) character))
    return FOLD_KEEP;
  if (g_unichar_isspace (character))
    return FOLD_SPACE;

  switch (g_unichar_type (character))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT: /* soft hyphen, joiners, direction marks */
    case G_UNICODE_CONTROL:
      return FOLD_DROP;

    default:
      return FOLD_KEEP;
    }
}

/* Letters that Unicode does not decompose, though readers take them for one. */
static const char *
fold_letter (gunichar character)
{
  switch (character)
    {
    case 0x00DF: return "ss";
    case 0x00E6: return "ae";
    case 0x00F0: return "d";
    case 0x00F8: return "o";
    case 0x00FE: return "th";
    case 0x0111: return "d";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x0153: return "oe";
    case 0x0629: return "\xD9\x87"; /* teh marbuta as heh */
    case 0x0649: return "\xD9\x8A"; /* alef maksura as yeh */
    case 0x0671: return "\xD8\xA7"; /* alef wasla as alef */
    case 0x06A9: return "\xD9\x83"; /* Persian kaf */
    case 0x06CC: return "\xD9\x8A"; /* Persian yeh */
    default: return NULL;
    }
}

/* Folding seldom makes a text longer. */
static void
grow (LieuditFoldedText *self)
{
  self->capacity += self->capacity / 2 + DECOMPOSITION_LENGTH;
  self->bytes = g_renew (char, self->bytes, self->capacity);
  self->sources = g_renew (guint32, self->sources, self->capacity);
}

static void
append_byte (LieuditFoldedText *self,
             char               byte,
             guint32            source)
{
  if (self->length == self->capacity)
    grow (self);

  self->bytes[self->length] = byte;
  self->sources[self->length++] = source;
}

static void
append_character (LieuditFoldedText *self,
                  gunichar           character,
                  guint32            source)
{
  const char *letters;
  char utf8[6];
  int length;

  character = g_unichar_tolower (character);
  letters = fold_letter (character);

  if (letters != NULL)
    {
      for (; *letters != '\0'; letters++)
        append_byte (self, *letters, source);
      return;
    }

  if (g_unichar_isdigit (character))
    character = '0' + g_unichar_digit_value (character);

  length = g_unichar_to_utf8 (character, utf8);
  for (int i = 0; i < length; i++)
    append_byte (self, utf8[i], source);
}

static void
append_decomposed (LieuditFoldedText *self,
                   gunichar           character,
                   guint32            source)
{
  gunichar parts[DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (character < 0x80)
    {
      append_byte (self, g_ascii_tolower ((char) character), source);
      return;
    }

  n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n_parts, G_N_ELEMENTS (parts)); i++)
    {
      if (classify (parts[i]) == FOLD_KEEP)
        append_character (self, parts[i], source);
    }
}

static gboolean
ends_with_space (LieuditFoldedText *self)
{
  char last;

  if (self->length == 0)
    return TRUE;

  last = self->bytes[self->length - 1];
  return last == ' ' || last == PARAGRAPH_BREAK;
}

static gboolean
joins_words (LieuditFoldedText *self,
             const char        *next,
             const char        *end)
{
  return !ends_with_space (self) &&
         next < end &&
         g_unichar_isalnum (g_utf8_get_char (next));
}

/* Returns the first byte after the run of white space that starts at @position. */
static const char *
append_white_space (LieuditFoldedText *self,
                    const char        *text,
                    const char        *position,
                    const char        *end)
{
  const char *start = position;
  guint n_lines = 0;

  while (position < end)
    {
      gunichar character = g_utf8_get_char (position);
      FoldClass fold_class = classify (character);

      /* A direction mark alone on a line leaves it blank. */
      if (fold_class != FOLD_SPACE && fold_class != FOLD_DROP)
        break;

      if (character == '\n' || character == 0x2029)
        n_lines += character == '\n' ? 1 : 2;
      position = g_utf8_next_char (position);
    }

  if (n_lines > 1 && self->length > 0)
    append_byte (self, PARAGRAPH_BREAK, (guint32) (start - text));
  else if (!ends_with_space (self))
    append_byte (self, ' ', (guint32) (start - text));

  return position;
}

static void
fold (LieuditFoldedText *self,
      const char        *text,
      gsize              length)
{
  const char *end = text + length;
  const char *position = text;

  while (position < end)
    {
      guint32 source = (guint32) (position - text);
      gunichar character;

      if (g_ascii_isalnum (*position))
        {
          append_byte (self, g_ascii_tolower (*position), source);
          position++;
          continue;
        }

      character = g_utf8_get_char (position);
      switch (classify (character))
        {
        case FOLD_SPACE:
          position = append_white_space (self, text, position, end);
          continue;

        case FOLD_HYPHEN:
          append_byte (self, joins_words (self, g_utf8_next_char (position), end) ? ' ' : '-', source);
          break;

        case FOLD_APOSTROPHE:
          append_byte (self, '\'', source);
          break;

        case FOLD_KEEP:
          append_decomposed (self, character, source);
          break;

        case FOLD_DROP:
        default:
          break;
        }

      position = g_utf8_next_char (position);
    }

  append_byte (self, '\0', (guint32) length);
  self->length--;
}

/**
 * lieudit_folded_text_new:
 * @text: valid UTF-8
 * @length: bytes of @text, below 4 GiB
 *
 * Folds a text for comparison with folded names, see lieudit_fold_name().
 *
 * Returns: (transfer full): the folded text
 */
LieuditFoldedText *
lieudit_folded_text_new (const char *text,
                         gsize       length)
{
  LieuditFoldedText *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length < G_MAXUINT32, NULL);

  self = g_new0 (LieuditFoldedText, 1);
  self->capacity = length + 1;
  self->bytes = g_new (char, self->capacity);
  self->sources = g_new (guint32, self->capacity);
  fold (self, text, length);

  return self;
}

/**
 * lieudit_folded_text_free:
 * @self: (transfer full): a folded text
 *
 * Frees a folded text.
 */
void
lieudit_folded_text_free (LieuditFoldedText *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->bytes);
  g_free (self->sources);
  g_free (self);
}

/**
 * lieudit_folded_text_get_text:
 * @self: a folded text
 *
 * Returns: (transfer none): the folded text, ended by a NUL byte
 */
const char *
lieudit_folded_text_get_text (const LieuditFoldedText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * lieudit_folded_text_get_length:
 * @self: a folded text
 *
 * Returns: the bytes of the folded text
 */
gsize
lieudit_folded_text_get_length (const LieuditFoldedText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * lieudit_folded_text_to_source:
 * @self: a folded text
 * @folded_offset: a byte of the folded text, at most its length
 *
 * Returns: the byte of the source at which the character starts that
 *   @folded_offset came from; the source's length for the folded length
 */
gsize
lieudit_folded_text_to_source (const LieuditFoldedText *self,
                               gsize                    folded_offset)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (folded_offset <= self->length, 0);

  return self->sources[folded_offset];
}

/**
 * lieudit_folded_text_from_source:
 * @self: a folded text
 * @source_offset: a byte of the source, at most its length
 *
 * Returns: the first byte of the folded text that came from @source_offset or
 *   from something after it
 */
gsize
lieudit_folded_text_from_source (const LieuditFoldedText *self,
                                 gsize                    source_offset)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->length;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->sources[middle] < source_offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * lieudit_folded_text_walk:
 * @self: a folded text
 * @from: a byte of the folded text, at most its length
 * @source_offset: a byte of the source, at most its length
 *
 * Does what lieudit_folded_text_from_source() does from @from on, byte by byte:
 * the quicker way when @source_offset is near.
 *
 * Returns: the first byte of the folded text, not before @from, that came from
 *   @source_offset or from something after it
 */
gsize
lieudit_folded_text_walk (const LieuditFoldedText *self,
                          gsize                    from,
                          gsize                    source_offset)
{
  g_return_val_if_fail (self != NULL, 0);

  while (from < self->length && self->sources[from] < source_offset)
    from++;

  return from;
}

/**
 * lieudit_fold_name:
 * @name: a name in any language, valid UTF-8
 *
 * Folds a name in the manner of lieudit_folded_text_new(), without white space
 * at its ends.
 *
 * Returns: (transfer full): the folded name
 */
char *
lieudit_fold_name (const char *name)
{
  g_autoptr(LieuditFoldedText) folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = lieudit_folded_text_new (name, strlen (name));
  return g_strstrip (g_strdup (lieudit_folded_text_get_text (folded)));
}
