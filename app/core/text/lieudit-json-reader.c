/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-json-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#define LARGEST_EXACT_INTEGER 9007199254740991.0

static gboolean
fail (LieuditJsonReader *self,
      const char        *problem)
{
  if (self->problem == NULL)
    self->problem = problem;

  return FALSE;
}

static void
skip_space (LieuditJsonReader *self)
{
  while (self->position < self->end &&
         (*self->position == ' ' || *self->position == '\n' || *self->position == '\t' || *self->position == '\r'))
    self->position++;
}

/* The next byte that is no white space; NUL at the end and after a problem. */
static char
peek_byte (LieuditJsonReader *self)
{
  if (self->problem != NULL)
    return '\0';

  skip_space (self);

  return self->position < self->end ? *self->position : '\0';
}

static gboolean
take (LieuditJsonReader *self,
      char               byte)
{
  if (peek_byte (self) != byte || byte == '\0')
    return FALSE;

  self->position++;
  return TRUE;
}

static gboolean
begin (LieuditJsonReader *self,
       char               bracket)
{
  if (self->problem != NULL)
    return FALSE;
  if (!take (self, bracket))
    return fail (self, _("A value is not what it should be."));
  if (self->depth == LIEUDIT_JSON_READER_MAX_DEPTH)
    return fail (self, _("The text is nested too deeply."));

  self->has_items[self->depth++] = FALSE;
  return TRUE;
}

/* Whether another item follows, after the comma before it. */
static gboolean
next_item (LieuditJsonReader *self,
           char               bracket)
{
  if (self->problem != NULL || self->depth == 0)
    return FALSE;
  if (take (self, bracket))
    {
      self->depth--;
      return FALSE;
    }
  if (self->has_items[self->depth - 1] && !take (self, ','))
    return fail (self, _("The text ends too early, or a comma is missing."));

  self->has_items[self->depth - 1] = TRUE;
  return TRUE;
}

/* Four hexadecimal digits, or -1. */
static int
scan_unit (LieuditJsonReader *self)
{
  int unit = 0;

  if (self->end - self->position < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->position[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  self->position += 4;

  return unit;
}

/* After “\u”. */
static gboolean
append_code_point (LieuditJsonReader *self,
                   GString           *string)
{
  int unit = scan_unit (self);

  if (unit <= 0)
    return fail (self, unit == 0 ? _("A string holds a NUL character.") : _("An escape in a string is incomplete."));

  if (unit >= 0xD800 && unit <= 0xDFFF)
    {
      int low = -1;

      if (unit <= 0xDBFF && self->end - self->position > 2 && memcmp (self->position, "\\u", 2) == 0)
        {
          self->position += 2;
          low = scan_unit (self);
        }
      if (low < 0xDC00 || low > 0xDFFF)
        return fail (self, _("A string holds half of a surrogate pair."));
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }

  if (string != NULL)
    g_string_append_unichar (string, (gunichar) unit);
  return TRUE;
}

/* After the backslash. */
static gboolean
append_escape (LieuditJsonReader *self,
               GString           *string)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  char letter = self->position < self->end ? *self->position++ : '\0';
  const char *found;

  if (letter == 'u')
    return append_code_point (self, string);

  found = letter != '\0' ? strchr (letters, letter) : NULL;
  if (found == NULL)
    return fail (self, _("A string holds an escape that JSON does not know."));

  if (string != NULL)
    g_string_append_c (string, meanings[found - letters]);
  return TRUE;
}

/* Reads a string, into @string if that is not %NULL. */
static gboolean
read_string (LieuditJsonReader *self,
             GString           *string)
{
  if (!take (self, '"'))
    return fail (self, _("A value is not what it should be."));

  for (;;)
    {
      const char *run = self->position;

      while (self->position < self->end && (guchar) *self->position >= 0x20 &&
             *self->position != '"' && *self->position != '\\')
        self->position++;
      if (string != NULL)
        g_string_append_len (string, run, self->position - run);

      if (self->position == self->end)
        return fail (self, _("A string has no end."));
      if ((guchar) *self->position < 0x20)
        return fail (self, _("A string holds a control character that is not escaped."));
      if (*self->position++ == '"')
        return TRUE;
      if (!append_escape (self, string))
        return FALSE;
    }
}

static gboolean
skip_literal (LieuditJsonReader *self)
{
  static const char * const literals[] = { "null", "true", "false" };

  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    {
      gsize length = strlen (literals[i]);

      if ((gsize) (self->end - self->position) >= length && memcmp (self->position, literals[i], length) == 0)
        {
          self->position += length;
          return TRUE;
        }
    }

  return fail (self, _("The text is not JSON."));
}

/**
 * lieudit_json_reader_init:
 * @self: (out caller-allocates): a reader
 * @text: (array length=length): JSON text, which has to stay
 * @length: its length, in bytes
 *
 * Begins to read a JSON text. Whatever the text holds, all functions may be
 * called: after the first problem they do nothing.
 *
 * Returns: whether the text is valid UTF-8
 */
gboolean
lieudit_json_reader_init (LieuditJsonReader *self,
                          const char        *text,
                          gsize              length)
{
  memset (self, 0, sizeof *self);
  self->position = text;
  self->end = text + length;

  if (!g_utf8_validate_len (text, length, NULL))
    return fail (self, _("The text is not valid UTF-8."));

  return TRUE;
}

/**
 * lieudit_json_reader_get_problem:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): a sentence that says what is wrong with
 *   what was read so far, or %NULL if nothing is
 */
const char *
lieudit_json_reader_get_problem (LieuditJsonReader *self)
{
  return self->problem;
}

/**
 * lieudit_json_reader_set_problem:
 * @self: a reader
 * @problem: (transfer none): a sentence, which has to stay
 *
 * Reads no further because of something in the values.
 */
void
lieudit_json_reader_set_problem (LieuditJsonReader *self,
                                 const char        *problem)
{
  fail (self, problem);
}

/**
 * lieudit_json_reader_peek:
 * @self: a reader
 *
 * Returns: what the next value is
 */
LieuditJsonValueKind
lieudit_json_reader_peek (LieuditJsonReader *self)
{
  char byte = peek_byte (self);

  switch (byte)
    {
    case '{':
      return LIEUDIT_JSON_VALUE_OBJECT;
    case '[':
      return LIEUDIT_JSON_VALUE_ARRAY;
    case '"':
      return LIEUDIT_JSON_VALUE_STRING;
    case 'n':
    case 't':
    case 'f':
      return LIEUDIT_JSON_VALUE_LITERAL;
    default:
      return g_ascii_isdigit (byte) || byte == '-' ? LIEUDIT_JSON_VALUE_NUMBER : LIEUDIT_JSON_VALUE_NONE;
    }
}

/**
 * lieudit_json_reader_begin_object:
 * @self: a reader
 *
 * Returns: whether the next value is an object; its members come next
 */
gboolean
lieudit_json_reader_begin_object (LieuditJsonReader *self)
{
  return begin (self, '{');
}

/**
 * lieudit_json_reader_next_member:
 * @self: a reader in an object
 * @name: (inout) (transfer full): the name of the member; what it was before is freed
 *
 * Returns: whether another member follows, whose value comes next; if not, the
 *   object was left
 */
gboolean
lieudit_json_reader_next_member (LieuditJsonReader  *self,
                                 char              **name)
{
  g_clear_pointer (name, g_free);
  if (!next_item (self, '}'))
    return FALSE;

  *name = lieudit_json_reader_dup_string (self);
  if (*name != NULL && !take (self, ':'))
    fail (self, _("The name of a member has no value."));

  return self->problem == NULL && *name != NULL;
}

/**
 * lieudit_json_reader_begin_array:
 * @self: a reader
 *
 * Returns: whether the next value is an array; its elements come next
 */
gboolean
lieudit_json_reader_begin_array (LieuditJsonReader *self)
{
  return begin (self, '[');
}

/**
 * lieudit_json_reader_next_element:
 * @self: a reader in an array
 *
 * Returns: whether another element follows; if not, the array was left
 */
gboolean
lieudit_json_reader_next_element (LieuditJsonReader *self)
{
  return next_item (self, ']');
}

/**
 * lieudit_json_reader_dup_string:
 * @self: a reader
 *
 * Reads a string; anything else but null is a problem.
 *
 * Returns: (transfer full) (nullable): the string, or %NULL for null
 */
char *
lieudit_json_reader_dup_string (LieuditJsonReader *self)
{
  GString *string;

  if (lieudit_json_reader_peek (self) == LIEUDIT_JSON_VALUE_LITERAL)
    {
      if (*self->position == 'n')
        skip_literal (self);
      else
        fail (self, _("A value is not what it should be."));
      return NULL;
    }

  string = g_string_new (NULL);
  if (read_string (self, string))
    return g_string_free (string, FALSE);

  g_string_free (string, TRUE);
  return NULL;
}

/**
 * lieudit_json_reader_read_double:
 * @self: a reader
 *
 * Reads a number; anything else is a problem.
 *
 * Returns: the number, which is finite; 0 after a problem
 */
double
lieudit_json_reader_read_double (LieuditJsonReader *self)
{
  char digits[64];
  gsize length = 0;
  char *end;
  double value;

  peek_byte (self);
  while (self->problem == NULL && self->position + length < self->end && length < sizeof digits - 1 &&
         (g_ascii_isdigit (self->position[length]) || memchr ("+-.eE", self->position[length], 5) != NULL))
    {
      digits[length] = self->position[length];
      length++;
    }
  digits[length] = '\0';

  value = g_ascii_strtod (digits, &end);
  if (length == 0 || *end != '\0' || !isfinite (value))
    {
      fail (self, _("A value is not what it should be."));
      return 0.0;
    }
  self->position += length;

  return value;
}

/**
 * lieudit_json_reader_read_size:
 * @self: a reader
 *
 * Reads a whole number from 0 on; anything else is a problem.
 *
 * Returns: the number; 0 after a problem
 */
gsize
lieudit_json_reader_read_size (LieuditJsonReader *self)
{
  double value = lieudit_json_reader_read_double (self);

  if (value < 0.0 || value > LARGEST_EXACT_INTEGER || value != floor (value))
    {
      fail (self, _("A value is not what it should be."));
      return 0;
    }

  return (gsize) value;
}

static void
skip_scalar (LieuditJsonReader *self)
{
  switch (lieudit_json_reader_peek (self))
    {
    case LIEUDIT_JSON_VALUE_STRING:
      read_string (self, NULL);
      break;
    case LIEUDIT_JSON_VALUE_NUMBER:
      lieudit_json_reader_read_double (self);
      break;
    case LIEUDIT_JSON_VALUE_LITERAL:
      skip_literal (self);
      break;
    default:
      fail (self, _("The text is not JSON."));
    }
}

/**
 * lieudit_json_reader_skip:
 * @self: a reader
 *
 * Leaves out the next value, whatever it is.
 */
void
lieudit_json_reader_skip (LieuditJsonReader *self)
{
  guint outer = self->depth;
  g_autofree char *name = NULL;
  gboolean is_object[LIEUDIT_JSON_READER_MAX_DEPTH];

  /* By a loop, not by calling itself: nothing that is nested can overflow a stack. */
  do
    {
      LieuditJsonValueKind kind;

      if (self->depth > outer &&
          !(is_object[self->depth - 1] ? lieudit_json_reader_next_member (self, &name)
                                       : lieudit_json_reader_next_element (self)))
        continue;

      kind = lieudit_json_reader_peek (self);
      if (kind == LIEUDIT_JSON_VALUE_OBJECT && lieudit_json_reader_begin_object (self))
        is_object[self->depth - 1] = TRUE;
      else if (kind == LIEUDIT_JSON_VALUE_ARRAY && lieudit_json_reader_begin_array (self))
        is_object[self->depth - 1] = FALSE;
      else
        skip_scalar (self);
    }
  while (self->problem == NULL && self->depth > outer);
}

/**
 * lieudit_json_reader_finish:
 * @self: a reader
 *
 * Returns: whether all was read without a problem, and nothing follows
 */
gboolean
lieudit_json_reader_finish (LieuditJsonReader *self)
{
  peek_byte (self);
  if (self->problem == NULL && (self->depth > 0 || self->position < self->end))
    fail (self, _("Something follows the end of the JSON text."));

  return self->problem == NULL;
}
