/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/lieudit-json-writer.h"

#include <math.h>
#include <string.h>

static const char spaces[2 * LIEUDIT_JSON_MAX_DEPTH + 1] = "                                ";

static void
break_line (LieuditJsonWriter *self)
{
  if (!self->pretty)
    return;

  g_string_append_c (self->output, '\n');
  g_string_append_len (self->output, spaces, (gssize) (2 * self->depth));
}

/* What must stand before any value or member. */
static void
separate (LieuditJsonWriter *self)
{
  if (self->after_name)
    {
      self->after_name = FALSE;
      return;
    }

  if (self->has_value)
    g_string_append_c (self->output, ',');
  if (self->depth > 0)
    break_line (self);
}

static void
begin (LieuditJsonWriter *self,
       char               bracket)
{
  g_return_if_fail (self->depth < LIEUDIT_JSON_MAX_DEPTH);

  separate (self);
  g_string_append_c (self->output, bracket);
  self->depth++;
  self->has_value = FALSE;
}

static void
end (LieuditJsonWriter *self,
     char               bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (self->has_value)
    break_line (self);
  g_string_append_c (self->output, bracket);
  self->has_value = TRUE;
}

static void
append_escaped (GString *output,
                guchar   byte)
{
  static const char special[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *found = byte != '\0' ? strchr (special, byte) : NULL;

  if (found != NULL)
    g_string_append_printf (output, "\\%c", letters[found - special]);
  else
    g_string_append_printf (output, "\\u%04x", byte);
}

static void
append_string (GString    *output,
               const char *value)
{
  const char *run = value;

  g_string_append_c (output, '"');
  for (const char *position = value; *position != '\0'; position++)
    {
      guchar byte = (guchar) *position;

      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F)
        continue;

      g_string_append_len (output, run, position - run);
      append_escaped (output, byte);
      run = position + 1;
    }
  g_string_append (output, run);
  g_string_append_c (output, '"');
}

/*
 * lieudit_json_writer_init:
 * @self: (out caller-allocates): a writer
 * @pretty: whether to break and indent lines; else all is one line
 *
 * Begins a JSON text.
 */
void
lieudit_json_writer_init (LieuditJsonWriter *self,
                          gboolean           pretty)
{
  memset (self, 0, sizeof *self);
  self->output = g_string_new (NULL);
  self->pretty = pretty;
}

/*
 * lieudit_json_writer_finish:
 * @self: a writer with all arrays and objects ended
 *
 * Ends a JSON text. The writer cannot be used any more.
 *
 * Returns: (transfer full): the JSON text, without a line end
 */
char *
lieudit_json_writer_finish (LieuditJsonWriter *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  return g_string_free (g_steal_pointer (&self->output), FALSE);
}

/* lieudit_json_writer_begin_object: begins an object as the next value. */
void
lieudit_json_writer_begin_object (LieuditJsonWriter *self)
{
  begin (self, '{');
}

/* lieudit_json_writer_end_object: ends the object begun last. */
void
lieudit_json_writer_end_object (LieuditJsonWriter *self)
{
  end (self, '}');
}

/* lieudit_json_writer_begin_array: begins an array as the next value. */
void
lieudit_json_writer_begin_array (LieuditJsonWriter *self)
{
  begin (self, '[');
}

/* lieudit_json_writer_end_array: ends the array begun last. */
void
lieudit_json_writer_end_array (LieuditJsonWriter *self)
{
  end (self, ']');
}

/* lieudit_json_writer_name: writes the name of a member, whose value comes next. */
void
lieudit_json_writer_name (LieuditJsonWriter *self,
                          const char        *name)
{
  separate (self);
  append_string (self->output, name);
  g_string_append (self->output, self->pretty ? ": " : ":");
  self->after_name = TRUE;
}

/*
 * lieudit_json_writer_string:
 * @self: a writer
 * @value: (nullable): valid UTF-8, or %NULL for null
 *
 * Writes a string as the next value.
 */
void
lieudit_json_writer_string (LieuditJsonWriter *self,
                            const char        *value)
{
  separate (self);
  if (value != NULL)
    append_string (self->output, value);
  else
    g_string_append (self->output, "null");
  self->has_value = TRUE;
}

/*
 * lieudit_json_writer_text_member:
 * @self: a writer
 * @name: the name of a member
 * @value: (nullable): its value, in valid UTF-8
 *
 * Writes a member of an object, unless its value is %NULL or empty.
 */
void
lieudit_json_writer_text_member (LieuditJsonWriter *self,
                                 const char        *name,
                                 const char        *value)
{
  if (value == NULL || *value == '\0')
    return;

  lieudit_json_writer_name (self, name);
  lieudit_json_writer_string (self, value);
}

/*
 * lieudit_json_writer_strings:
 * @self: a writer
 * @values: (nullable) (array zero-terminated=1): strings in valid UTF-8
 *
 * Writes an array of strings as the next value.
 */
void
lieudit_json_writer_strings (LieuditJsonWriter  *self,
                             const char * const *values)
{
  lieudit_json_writer_begin_array (self);
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    lieudit_json_writer_string (self, values[i]);
  lieudit_json_writer_end_array (self);
}

/* lieudit_json_writer_size: writes a whole number as the next value. */
void
lieudit_json_writer_size (LieuditJsonWriter *self,
                          gsize              value)
{
  separate (self);
  g_string_append_printf (self->output, "%" G_GSIZE_FORMAT, value);
  self->has_value = TRUE;
}

/*
 * lieudit_json_writer_double:
 * @self: a writer
 * @value: a number; JSON has no infinity, which becomes null
 * @n_decimals: how many decimals to round to, at most 9
 *
 * Writes a number as the next value, with a decimal point in every locale and
 * without noughts at its end.
 */
void
lieudit_json_writer_double (LieuditJsonWriter *self,
                            double             value,
                            guint              n_decimals)
{
  char format[] = "%.0f";
  char number[G_ASCII_DTOSTR_BUF_SIZE + 32];
  char *last;

  g_return_if_fail (n_decimals <= 9);

  if (!isfinite (value) || fabs (value) >= 1e15)
    {
      lieudit_json_writer_string (self, NULL);
      return;
    }

  format[2] = (char) ('0' + n_decimals);
  g_ascii_formatd (number, sizeof number, format, value);
  if (n_decimals > 0)
    {
      last = number + strlen (number) - 1;
      while (*last == '0')
        *last-- = '\0';
      if (*last == '.')
        *last = '\0';
    }

  separate (self);
  g_string_append (self->output, g_str_equal (number, "-0") ? "0" : number);
  self->has_value = TRUE;
}
