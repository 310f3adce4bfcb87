/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/lieudit-csv-writer.h"

#include <string.h>

/**
 * lieudit_csv_looks_like_formula:
 * @text: what stands in a cell
 *
 * Returns: whether a spreadsheet takes it for a formula, which may send what else is in the sheet to anybody
 */
gboolean
lieudit_csv_looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r|%", *text) != NULL;
}

/**
 * lieudit_csv_append_cell:
 * @csv: a table
 * @text: (nullable): what stands in the next cell
 *
 * Appends a text as RFC 4180 has it; before what looks like a formula stands an apostrophe.
 */
void
lieudit_csv_append_cell (GString    *csv,
                         const char *text)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');

  g_string_append_c (csv, '"');
  if (text != NULL && lieudit_csv_looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *next = text != NULL ? text : ""; *next != '\0'; next++)
    {
      if (*next == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *next);
    }
  g_string_append_c (csv, '"');
}

/**
 * lieudit_csv_append_number:
 * @csv: a table
 * @format: how to write it, as for g_ascii_formatd()
 * @number: what stands in the next cell
 *
 * Appends a number with a point, whatever the reader's language.
 */
void
lieudit_csv_append_number (GString    *csv,
                           const char *format,
                           double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  g_string_append (csv, g_ascii_formatd (buffer, sizeof buffer, format, number));
}
