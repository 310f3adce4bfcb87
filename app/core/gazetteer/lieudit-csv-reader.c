/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-csv-reader.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "gazetteer/lieudit-feature.h"
#include "gazetteer/lieudit-geonames-reader.h"

typedef enum {
  COLUMN_OTHER,
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_LATITUDE,
  COLUMN_LONGITUDE,
  COLUMN_KIND,
  COLUMN_POPULATION,
  COLUMN_COUNTRY,
  N_COLUMNS
} Column;

typedef struct
{
  Column          column;
  LieuditLanguage language; /* of a COLUMN_NAME */
} Heading;

/**
 * LieuditCsvReader:
 *
 * Reads rows of a table with a header line: RFC 4180, with commas, semicolons
 * or tabs.
 */
struct _LieuditCsvReader
{
  char    separator;
  char   *id_prefix;
  GArray *headings; /* of Heading */
};

static const struct
{
  const char *name;
  Column      column;
} column_names[] = {
  { "id", COLUMN_ID }, { "identifier", COLUMN_ID },
  { "name", COLUMN_NAME }, { "nom", COLUMN_NAME }, { "toponym", COLUMN_NAME },
  { "lat", COLUMN_LATITUDE }, { "latitude", COLUMN_LATITUDE }, { "y", COLUMN_LATITUDE },
  { "lon", COLUMN_LONGITUDE }, { "lng", COLUMN_LONGITUDE }, { "long", COLUMN_LONGITUDE },
  { "longitude", COLUMN_LONGITUDE }, { "x", COLUMN_LONGITUDE },
  { "kind", COLUMN_KIND }, { "feature", COLUMN_KIND }, { "feature_code", COLUMN_KIND }, { "type", COLUMN_KIND },
  { "population", COLUMN_POPULATION }, { "country", COLUMN_COUNTRY }, { "country_code", COLUMN_COUNTRY },
};

static Heading
recognise_heading (const char *cell)
{
  g_autofree char *name = g_strstrip (g_ascii_strdown (cell, -1));

  for (gsize i = 0; i < G_N_ELEMENTS (column_names); i++)
    {
      if (strcmp (name, column_names[i].name) == 0)
        return (Heading) { column_names[i].column, LIEUDIT_LANGUAGE_UNKNOWN };
    }

  if (g_str_has_prefix (name, "name_") || g_str_has_prefix (name, "name:"))
    return (Heading) { COLUMN_NAME, lieudit_language_from_tag (name + strlen ("name_")) };

  return (Heading) { COLUMN_OTHER, LIEUDIT_LANGUAGE_UNKNOWN };
}

/* The one of them that is there most often, outside of quotation marks. */
static char
find_separator (const char *header)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0, };
  gboolean is_quoted = FALSE;
  guint best = 0;

  for (; *header != '\0'; header++)
    {
      if (*header == '"')
        is_quoted = !is_quoted;
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        counts[i] += !is_quoted && *header == separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return separators[best];
}

/**
 * lieudit_csv_read_cell:
 * @position: where a cell begins
 * @separator: what stands between cells
 * @cell: takes what the cell says
 *
 * Reads a cell of a row. Quotation marks inside quotation marks are written
 * twice.
 *
 * Returns: (transfer none) (nullable): where the next cell begins, if there is one
 */
const char *
lieudit_csv_read_cell (const char *position,
                       char        separator,
                       GString    *cell)
{
  g_string_truncate (cell, 0);
  if (*position == '"')
    {
      for (position++; *position != '\0'; position++)
        {
          if (*position == '"' && *++position != '"')
            break;
          g_string_append_c (cell, *position);
        }
    }
  for (; *position != '\0' && *position != separator; position++)
    g_string_append_c (cell, *position);

  return *position == separator && separator != '\0' ? position + 1 : NULL;
}

/**
 * lieudit_csv_has_open_quotation:
 * @text: (array length=length): the beginning of a row
 * @length: its bytes
 *
 * Returns: whether the row goes on in the next line, for a quotation mark is
 *   yet to be closed
 */
gboolean
lieudit_csv_has_open_quotation (const char *text,
                                gsize       length)
{
  gboolean is_open = FALSE;

  for (gsize i = 0; i < length; i++)
    is_open ^= text[i] == '"';

  return is_open;
}

/**
 * lieudit_csv_reader_new:
 * @header: the header line, valid UTF-8
 * @id_prefix: what the identifiers of places begin with
 * @error: return location for an error
 *
 * Makes a reader of the rows under a header line.
 *
 * Returns: (transfer full): the reader, or %NULL with an error that says which
 *   columns are needed
 */
LieuditCsvReader *
lieudit_csv_reader_new (const char  *header,
                        const char  *id_prefix,
                        GError     **error)
{
  g_autoptr(LieuditCsvReader) self = g_new0 (LieuditCsvReader, 1);
  g_autoptr(GString) cell = g_string_new (NULL);
  gboolean is_known[N_COLUMNS] = { FALSE, };

  self->headings = g_array_new (FALSE, FALSE, sizeof (Heading));
  self->separator = find_separator (header);
  self->id_prefix = g_strdup (id_prefix);
  for (const char *position = header; position != NULL; )
    {
      Heading heading;

      position = lieudit_csv_read_cell (position, self->separator, cell);
      heading = recognise_heading (cell->str);
      g_array_append_val (self->headings, heading);
      is_known[heading.column] = TRUE;
    }

  if (is_known[COLUMN_NAME] && is_known[COLUMN_LATITUDE] && is_known[COLUMN_LONGITUDE])
    return g_steal_pointer (&self);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("This is no table of places: its first line must name the columns, "
                         "among them “name”, “lat” and “lon”."));
  return NULL;
}

/**
 * lieudit_csv_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees a reader.
 */
void
lieudit_csv_reader_free (LieuditCsvReader *self)
{
  g_array_unref (self->headings);
  g_free (self->id_prefix);
  g_free (self);
}

static void
read_name (LieuditPlaceRecord   *record,
           const char           *text,
           LieuditLanguage       language,
           LieuditImportProblem *problem)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (*name == '\0')
    return;

  if (g_utf8_strlen (name, -1) > LIEUDIT_LONGEST_PLACE_NAME)
    *problem = LIEUDIT_IMPORT_LONG_NAME;
  else
    lieudit_place_record_add_name (record, name, strlen (name), language, TRUE);
}

/* Takes a GeoNames code; other words for a kind mean any place. */
static char *
read_kind (const char *text)
{
  g_autofree char *kind = g_strstrip (g_strdup (text));

  if (*kind == '\0')
    return g_strdup ("PPL");
  if (strlen (kind) >= LIEUDIT_FEATURE_CODE_LENGTH)
    return g_strdup ("LCTY");
  for (const char *letter = kind; *letter != '\0'; letter++)
    {
      if (!g_ascii_isupper (*letter) && !g_ascii_isdigit (*letter))
        return g_strdup ("LCTY");
    }

  return g_steal_pointer (&kind);
}

static void
read_column (LieuditCsvReader     *self,
             LieuditPlaceRecord   *record,
             const Heading        *heading,
             const char           *text,
             LieuditImportProblem *problem)
{
  switch (heading->column)
    {
    case COLUMN_ID:
      if (*text != '\0')
        {
          g_free (record->id);
          record->id = g_strconcat (self->id_prefix, text, NULL);
        }
      break;
    case COLUMN_NAME:
      read_name (record, text, heading->language, problem);
      break;
    case COLUMN_LATITUDE:
      if (!lieudit_import_parse_degrees (text, 90.0, &record->latitude))
        *problem = LIEUDIT_IMPORT_COORDINATES;
      break;
    case COLUMN_LONGITUDE:
      if (!lieudit_import_parse_degrees (text, 180.0, &record->longitude))
        *problem = LIEUDIT_IMPORT_COORDINATES;
      break;
    case COLUMN_KIND:
      g_free (record->feature);
      record->feature = read_kind (text);
      break;
    case COLUMN_POPULATION:
      record->population = (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT32);
      break;
    case COLUMN_COUNTRY:
      g_free (record->country);
      record->country = strlen (text) == 2 ? g_ascii_strup (text, -1) : NULL;
      break;
    default:
      break;
    }
}

/**
 * lieudit_csv_reader_parse:
 * @self: a reader
 * @row: a row, valid UTF-8
 * @line: its line number, for its identifier if it has none
 * @problem: (out): what was wrong; %LIEUDIT_IMPORT_LONG_NAME with a record
 *   when only some of its names were skipped
 *
 * Reads a place.
 *
 * Returns: (transfer full) (nullable): the place, or %NULL when it is skipped
 */
LieuditPlaceRecord *
lieudit_csv_reader_parse (LieuditCsvReader     *self,
                          const char           *row,
                          guint64               line,
                          LieuditImportProblem *problem)
{
  g_autofree char *id = g_strdup_printf ("%s%" G_GUINT64_FORMAT, self->id_prefix, line);
  g_autoptr(LieuditPlaceRecord) record = lieudit_place_record_new (id);
  g_autoptr(GString) cell = g_string_new (NULL);
  LieuditImportProblem name_problem = LIEUDIT_IMPORT_NO_PROBLEM;
  const char *position = row;
  guint i;

  *problem = LIEUDIT_IMPORT_NO_PROBLEM;
  record->feature = g_strdup ("PPL");
  for (i = 0; i < self->headings->len && position != NULL; i++)
    {
      const Heading *heading = &g_array_index (self->headings, Heading, i);

      position = lieudit_csv_read_cell (position, self->separator, cell);
      read_column (self, record, heading, cell->str, heading->column == COLUMN_NAME ? &name_problem : problem);
    }

  if (i < self->headings->len)
    *problem = LIEUDIT_IMPORT_COLUMNS;
  else if (*problem == LIEUDIT_IMPORT_NO_PROBLEM && record->names->len == 0)
    *problem = name_problem != LIEUDIT_IMPORT_NO_PROBLEM ? name_problem : LIEUDIT_IMPORT_NO_NAME;
  if (*problem != LIEUDIT_IMPORT_NO_PROBLEM)
    return NULL;

  *problem = name_problem;
  record->precision_km = lieudit_import_guess_precision (record->feature);

  return g_steal_pointer (&record);
}
