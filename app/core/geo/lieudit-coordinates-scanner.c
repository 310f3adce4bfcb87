/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-coordinates-scanner.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_NUMBER 24 /* digits */
#define LONGEST_WORD 32   /* bytes */

typedef struct {
  const char             *position;
  LieuditCoordinateToken *tokens;
  guint                   n_tokens;
  gboolean                comma_parts; /* a comma never begins a fraction */
} Scanner;

/* Case-folded. French, English, Spanish and Arabic; the O of "Ost" would be east, but reads as the west of the other three. */
static const struct {
  const char                 *word;
  LieuditCoordinateTokenKind  kind;
  LieuditAxis                 axis;
  guint                       level;
  gboolean                    is_negative;
} words[] = {
  { "n", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "north", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "nord", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "norte", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "ش", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "شمال", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "شمالا", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "s", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "south", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "sud", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "sur", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "ج", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "جنوب", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "جنوبا", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LATITUDE, 0, TRUE },
  { "e", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "east", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "est", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "este", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "ق", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "شرق", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "شرقا", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "w", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "west", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "o", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "ouest", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "oeste", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "غ", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "غرب", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "غربا", LIEUDIT_COORDINATE_HEMISPHERE, LIEUDIT_AXIS_LONGITUDE, 0, TRUE },
  { "lat", LIEUDIT_COORDINATE_AXIS, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "latitude", LIEUDIT_COORDINATE_AXIS, LIEUDIT_AXIS_LATITUDE, 0, FALSE },
  { "lon", LIEUDIT_COORDINATE_AXIS, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "lng", LIEUDIT_COORDINATE_AXIS, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "long", LIEUDIT_COORDINATE_AXIS, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "longitude", LIEUDIT_COORDINATE_AXIS, LIEUDIT_AXIS_LONGITUDE, 0, FALSE },
  { "d", LIEUDIT_COORDINATE_UNIT, LIEUDIT_AXIS_ANY, 0, FALSE },
  { "deg", LIEUDIT_COORDINATE_UNIT, LIEUDIT_AXIS_ANY, 0, FALSE },
  { "m", LIEUDIT_COORDINATE_UNIT, LIEUDIT_AXIS_ANY, 1, FALSE },
  { "min", LIEUDIT_COORDINATE_UNIT, LIEUDIT_AXIS_ANY, 1, FALSE },
  { "sec", LIEUDIT_COORDINATE_UNIT, LIEUDIT_AXIS_ANY, 2, FALSE },
};

static const gunichar degree_signs[] = { 0x00B0, 0x00BA, 0x02DA, 0x2218, 0 };
static const gunichar minute_signs[] = { '\'', '`', 0x00B4, 0x02B9, 0x02BC, 0x2018, 0x2019, 0x2032, 0 };
static const gunichar second_signs[] = { '"', 0x02BA, 0x02DD, 0x201C, 0x201D, 0x2033, 0 };
static const gunichar minus_signs[] = { '-', 0x2010, 0x2011, 0x2013, 0x2212, 0 };
static const gunichar separators[] = { ',', ';', '/', '|', '\n', 0x060C, 0x061B, 0 };
static const gunichar fillers[] = { '(', ')', '[', ']', ':', '=', 0 };

static gboolean
is_one_of (gunichar        character,
           const gunichar *characters)
{
  for (; *characters != 0; characters++)
    {
      if (*characters == character)
        return TRUE;
    }

  return FALSE;
}

/* Marks of direction come along with what is copied from texts in Arabic. */
static gboolean
is_filler (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_type (character) == G_UNICODE_FORMAT ||
         is_one_of (character, fillers);
}

static gboolean
is_digit_at (const char *position)
{
  return g_unichar_isdigit (g_utf8_get_char (position));
}

static gboolean
set_malformed (GError     **error,
               const char  *position)
{
  g_autofree char *rest = g_utf8_substring (position, 0, MIN (g_utf8_strlen (position, -1), 12));

  g_set_error (error, LIEUDIT_COORDINATES_ERROR, LIEUDIT_COORDINATES_ERROR_MALFORMED,
               /* Translators: %s is the beginning of what was not understood */
               _("“%s” is no part of coordinates: type them like 36.2, 37.16 or 36°12′ N 37°10′ E."), rest);
  return FALSE;
}

static gboolean
add_token (Scanner                 *scanner,
           LieuditCoordinateToken   token,
           GError                 **error)
{
  if (scanner->n_tokens == LIEUDIT_MOST_COORDINATE_TOKENS)
    {
      g_set_error_literal (error, LIEUDIT_COORDINATES_ERROR, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                           _("There are too many numbers: give one latitude and one longitude."));
      return FALSE;
    }

  scanner->tokens[scanner->n_tokens++] = token;

  return TRUE;
}

static gboolean
begins_fraction (Scanner *scanner)
{
  gunichar character = g_utf8_get_char (scanner->position);

  if (character != '.' && character != 0x066B && (character != ',' || scanner->comma_parts))
    return FALSE;

  return is_digit_at (g_utf8_next_char (scanner->position));
}

static gboolean
scan_number (Scanner   *scanner,
             gboolean   is_signed,
             gboolean   is_negative,
             GError   **error)
{
  const char *start = scanner->position;
  char digits[LONGEST_NUMBER + 2] = "";
  gsize length = 0;
  LieuditCoordinateToken token = {
    .kind = LIEUDIT_COORDINATE_NUMBER, .is_signed = is_signed, .is_negative = is_negative,
  };

  while (is_digit_at (scanner->position) || (!token.has_fraction && begins_fraction (scanner)))
    {
      gunichar character = g_utf8_get_char (scanner->position);

      if (length == LONGEST_NUMBER)
        return set_malformed (error, start);
      if (!g_unichar_isdigit (character))
        token.has_fraction = TRUE;
      digits[length++] = g_unichar_isdigit (character) ? (char) ('0' + g_unichar_digit_value (character)) : '.';
      scanner->position = g_utf8_next_char (scanner->position);
    }
  token.value = g_ascii_strtod (digits, NULL);

  return add_token (scanner, token, error);
}

/* The "s" that stands at a number of seconds is no "south". */
static gboolean
is_second_letter (Scanner *scanner)
{
  guint n = scanner->n_tokens;

  return *scanner->position == 's' && n >= 2 &&
         scanner->tokens[n - 1].kind == LIEUDIT_COORDINATE_NUMBER &&
         is_digit_at (g_utf8_prev_char (scanner->position)) &&
         scanner->tokens[n - 2].kind == LIEUDIT_COORDINATE_UNIT && scanner->tokens[n - 2].level == 1;
}

static gboolean
find_word (const char             *start,
           const char             *end,
           LieuditCoordinateToken *token)
{
  g_autofree char *folded = g_utf8_casefold (start, end - start);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (words[i].word, folded) == 0)
        {
          token->kind = words[i].kind;
          token->axis = words[i].axis;
          token->level = words[i].level;
          token->is_negative = words[i].is_negative;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
scan_word (Scanner  *scanner,
           GError  **error)
{
  const char *start = scanner->position;
  const char *end = start;
  LieuditCoordinateToken token = { 0, };

  if (is_second_letter (scanner))
    {
      scanner->position++;
      token.kind = LIEUDIT_COORDINATE_UNIT;
      token.level = 2;
      return add_token (scanner, token, error);
    }

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  /* The "d" of "36dN" stands alone. */
  if (end - start > LONGEST_WORD || !find_word (start, end, &token))
    {
      end = g_utf8_next_char (start);
      if (!find_word (start, end, &token) || token.kind != LIEUDIT_COORDINATE_UNIT)
        return set_malformed (error, start);
    }

  scanner->position = end;
  /* The point of "lat." */
  if (*end == '.')
    scanner->position++;

  return add_token (scanner, token, error);
}

static gboolean
scan_sign (Scanner  *scanner,
           GError  **error)
{
  const char *start = scanner->position;
  gunichar character = g_utf8_get_char (start);
  LieuditCoordinateToken token = { 0, };

  scanner->position = g_utf8_next_char (start);
  if ((character == '+' || is_one_of (character, minus_signs)) && is_digit_at (scanner->position))
    return scan_number (scanner, TRUE, character != '+', error);

  if (is_one_of (character, separators))
    {
      token.kind = LIEUDIT_COORDINATE_SEPARATOR;
      return add_token (scanner, token, error);
    }

  token.kind = LIEUDIT_COORDINATE_UNIT;
  if (is_one_of (character, second_signs))
    token.level = 2;
  else if (is_one_of (character, minute_signs))
    token.level = 1;
  else if (!is_one_of (character, degree_signs))
    return set_malformed (error, start);

  if (token.level == 1 && is_one_of (g_utf8_get_char (scanner->position), minute_signs))
    {
      scanner->position = g_utf8_next_char (scanner->position);
      token.level = 2;
    }

  return add_token (scanner, token, error);
}

static gboolean
scan_all (Scanner  *scanner,
          GError  **error)
{
  while (*scanner->position != '\0')
    {
      gunichar character = g_utf8_get_char (scanner->position);

      if (character != '\n' && is_filler (character))
        {
          scanner->position = g_utf8_next_char (scanner->position);
          continue;
        }

      if (g_unichar_isdigit (character))
        {
          if (!scan_number (scanner, FALSE, FALSE, error))
            return FALSE;
        }
      /* The sign of the ordinal, which many keyboards have where others have the degree, is a letter. */
      else if (g_unichar_isalpha (character) && !is_one_of (character, degree_signs) &&
               !is_one_of (character, minute_signs) && !is_one_of (character, second_signs))
        {
          if (!scan_word (scanner, error))
            return FALSE;
        }
      else if (!scan_sign (scanner, error))
        {
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
has_decimal_point (const char *text)
{
  for (const char *point = strchr (text, '.'); point != NULL; point = strchr (point + 1, '.'))
    {
      if (point > text && is_digit_at (g_utf8_prev_char (point)) && is_digit_at (point + 1))
        return TRUE;
    }

  return FALSE;
}

static guint
count_numbers (Scanner *scanner)
{
  guint n_numbers = 0;

  for (guint i = 0; i < scanner->n_tokens; i++)
    {
      if (scanner->tokens[i].kind == LIEUDIT_COORDINATE_NUMBER)
        n_numbers++;
    }

  return n_numbers;
}

/*
 * lieudit_coordinates_scan:
 * @text: valid UTF-8
 * @tokens: (out) (array fixed-size=24): room for the tokens
 * @n_tokens: (out): how many there are
 * @error: return location for a %LIEUDIT_COORDINATES_ERROR
 *
 * Takes coordinates apart. A comma between two digits begins a fraction, as
 * one writes in French, unless the text has a point for that or would be left
 * with a single number.
 *
 * Returns: whether all of @text can be part of coordinates
 */
gboolean
lieudit_coordinates_scan (const char              *text,
                          LieuditCoordinateToken  *tokens,
                          guint                   *n_tokens,
                          GError                 **error)
{
  Scanner scanner = { text, tokens, 0, has_decimal_point (text) };

  if (!scan_all (&scanner, error))
    return FALSE;

  if (!scanner.comma_parts && count_numbers (&scanner) == 1)
    {
      scanner = (Scanner) { text, tokens, 0, TRUE };
      if (!scan_all (&scanner, error))
        return FALSE;
    }

  *n_tokens = scanner.n_tokens;

  return TRUE;
}
