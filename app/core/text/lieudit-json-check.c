/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-json-check.h"

#include <string.h>

#include <glib/gi18n.h>

typedef struct {
  const char *position;
  const char *end;
  const char *problem;
} JsonScan;

static int
scan_hexadecimal (const char *text,
                  const char *end)
{
  int value = 0;

  if (end - text < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (text[i]);
    }

  return value;
}

/* After "\u". Halves of a surrogate pair make json-glib 1.6 abort, and NULs make it lose the rest. */
static gboolean
skip_unicode_escape (JsonScan *scan)
{
  int unit = scan_hexadecimal (scan->position, scan->end);
  int low;

  if (unit <= 0)
    {
      scan->problem = unit == 0 ? _("A string holds a NUL character.") : _("An escape in a string is incomplete.");
      return FALSE;
    }

  scan->position += 4;
  if (unit < 0xD800 || unit > 0xDFFF)
    return TRUE;

  low = scan->end - scan->position > 2 && scan->position[0] == '\\' && scan->position[1] == 'u'
    ? scan_hexadecimal (scan->position + 2, scan->end)
    : -1;
  if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
    {
      scan->problem = _("A string holds half of a surrogate pair.");
      return FALSE;
    }

  scan->position += 6;

  return TRUE;
}

/* After the opening quotation mark. */
static gboolean
skip_string (JsonScan *scan)
{
  while (scan->position < scan->end)
    {
      guchar byte = (guchar) *scan->position++;

      if (byte == '"')
        return TRUE;

      if (byte < 0x20)
        {
          scan->problem = _("A string holds a control character that is not escaped.");
          return FALSE;
        }

      if (byte != '\\')
        continue;

      if (scan->position == scan->end || strchr ("\"\\/bfnrtu", *scan->position) == NULL)
        {
          scan->problem = _("A string holds an escape that JSON does not know.");
          return FALSE;
        }

      if (*scan->position++ == 'u' && !skip_unicode_escape (scan))
        return FALSE;
    }

  scan->problem = _("A string has no end.");

  return FALSE;
}

/*
 * lieudit_json_check:
 * @text: (array length=length): JSON text
 * @length: its length, in bytes
 * @max_depth: how many arrays and objects may lie in each other
 *
 * Tells what json-glib 1.6 must not be given: nesting that overflows the stack,
 * comments and quotation marks of its own dialect that could hide it, and
 * escapes that it aborts on. What passes may still be no JSON.
 *
 * Returns: (transfer none) (nullable): a sentence that says what is wrong with
 *   the text, or %NULL if nothing is
 */
const char *
lieudit_json_check (const char *text,
                    gsize       length,
                    guint       max_depth)
{
  JsonScan scan = { text, text + length, NULL };
  guint depth = 0;
  gboolean has_ended = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate_len (text, length, NULL))
    return _("The text is not valid UTF-8.");

  while (scan.position < scan.end)
    {
      char byte = *scan.position++;

      if (has_ended && !g_ascii_isspace (byte))
        return _("Something follows the end of the JSON text.");

      if (byte == '"')
        {
          if (!skip_string (&scan))
            return scan.problem;
        }
      else if (byte == '[' || byte == '{')
        {
          if (++depth > max_depth)
            return _("The text is nested too deeply.");
        }
      else if (byte == ']' || byte == '}')
        {
          if (depth == 0)
            return _("A bracket closes what was never opened.");
          has_ended = --depth == 0;
        }
      else if (!g_ascii_isalnum (byte) && strchr (" \t\r\n,:+-.", byte) == NULL)
        {
          return _("The text is not JSON.");
        }
    }

  return depth > 0 ? _("A bracket is never closed.") : NULL;
}
