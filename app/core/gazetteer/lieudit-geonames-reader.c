/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-geonames-reader.h"

#include <math.h>
#include <string.h>

#include "gazetteer/lieudit-feature.h"

/*
 * The tables of https://download.geonames.org/export/dump/readme.txt: tabs
 * between columns, no quotation marks, no header.
 */
#define N_PLACE_COLUMNS 19
#define FEWEST_PLACE_COLUMNS 15
#define FEWEST_NAME_COLUMNS 4
#define MOST_NAME_COLUMNS 10

/* Pseudo-languages of alternateNamesV2.txt whose "names" are no names. */
static const char * const no_languages[] = {
  "link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "abbr", NULL
};

static guint
split (char   *row,
       char  **cells,
       guint   most)
{
  guint n_cells = 0;

  while (row != NULL && n_cells < most)
    {
      cells[n_cells++] = row;
      row = strchr (row, '\t');
      if (row != NULL)
        *row++ = '\0';
    }

  return n_cells;
}

static gboolean
is_number (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return length > 0 && length <= 10;
}

static gboolean
parse_number (const char *text,
              guint32    *number)
{
  guint64 value;

  if (!is_number (text, strlen (text)))
    return FALSE;

  value = g_ascii_strtoull (text, NULL, 10);
  *number = (guint32) value;

  return value > 0 && value <= G_MAXINT32;
}

/**
 * lieudit_geonames_recognise:
 * @line: (array length=length): the first line of a file
 * @length: its bytes
 *
 * Returns: which table of a GeoNames dump begins so
 */
LieuditGeonamesTable
lieudit_geonames_recognise (const char *line,
                            gsize       length)
{
  const char *end = line + length;
  const char *cell = line;
  guint n_cells = 1;
  guint n_leading_numbers = 0;

  for (const char *tab = memchr (cell, '\t', length); tab != NULL; tab = memchr (cell, '\t', (gsize) (end - cell)))
    {
      if (n_leading_numbers + 1 == n_cells && is_number (cell, (gsize) (tab - cell)))
        n_leading_numbers++;
      n_cells++;
      cell = tab + 1;
    }

  if (n_leading_numbers == 1 && n_cells >= FEWEST_PLACE_COLUMNS && n_cells <= N_PLACE_COLUMNS)
    return LIEUDIT_GEONAMES_PLACES;
  if (n_leading_numbers == 2 && n_cells >= FEWEST_NAME_COLUMNS && n_cells <= MOST_NAME_COLUMNS)
    return LIEUDIT_GEONAMES_NAMES;

  return LIEUDIT_GEONAMES_OTHER;
}

/**
 * lieudit_import_parse_degrees:
 * @text: a number with a point, as "35.8607"
 * @limit: 90 for a latitude, 180 for a longitude
 * @degrees: (out): the number
 *
 * Returns: whether @text is a number within the limit, and nothing else
 */
gboolean
lieudit_import_parse_degrees (const char *text,
                              double      limit,
                              double     *degrees)
{
  char *end;

  while (g_ascii_isspace (*text))
    text++;
  *degrees = g_ascii_strtod (text, &end);
  if (end == text)
    return FALSE;
  while (g_ascii_isspace (*end))
    end++;

  return *end == '\0' && fabs (*degrees) <= limit;
}

/**
 * lieudit_import_guess_precision:
 * @feature: a GeoNames feature code
 *
 * Bulk data do not tell how far a point may be off. GeoNames' towns were often
 * placed to a minute of arc; the middle of an area says less.
 *
 * Returns: kilometres
 */
double
lieudit_import_guess_precision (const char *feature)
{
  switch (lieudit_feature_class_from_code (feature))
    {
    case LIEUDIT_FEATURE_COUNTRY:
      return 300.0;
    case LIEUDIT_FEATURE_REGION:
      return 60.0;
    default:
      return lieudit_feature_is_area (feature) ? 20.0 : 2.0;
    }
}

static gboolean
add_name (LieuditPlaceRecord   *record,
          const char           *name,
          gsize                 length,
          gboolean              preferred,
          LieuditImportProblem *problem)
{
  if (length == 0)
    return FALSE;
  if (g_utf8_strlen (name, (gssize) length) > LIEUDIT_LONGEST_PLACE_NAME)
    {
      *problem = LIEUDIT_IMPORT_LONG_NAME;
      return FALSE;
    }

  lieudit_place_record_add_name (record, name, length, LIEUDIT_LANGUAGE_UNKNOWN, preferred);
  return TRUE;
}

static void
add_alternate_names (LieuditPlaceRecord   *record,
                     const char           *list,
                     LieuditImportProblem *problem)
{
  while (*list != '\0')
    {
      gsize length = strcspn (list, ",");

      add_name (record, list, length, FALSE, problem);
      list += length;
      if (*list == ',')
        list++;
    }
}

/**
 * lieudit_geonames_parse_place:
 * @row: a row of a table of places, valid UTF-8; it is taken to pieces
 * @problem: (out): what was wrong; %LIEUDIT_IMPORT_LONG_NAME with a record
 *   when only some of its names were skipped
 *
 * Reads a place.
 *
 * Returns: (transfer full) (nullable): the place, or %NULL when it is skipped
 */
LieuditPlaceRecord *
lieudit_geonames_parse_place (char                 *row,
                              LieuditImportProblem *problem)
{
  g_autoptr(LieuditPlaceRecord) record = NULL;
  char *cells[N_PLACE_COLUMNS];
  char text[32];
  guint32 id;

  *problem = LIEUDIT_IMPORT_COLUMNS;
  if (split (row, cells, N_PLACE_COLUMNS) < FEWEST_PLACE_COLUMNS)
    return NULL;
  *problem = LIEUDIT_IMPORT_IDENTIFIER;
  if (!parse_number (cells[0], &id))
    return NULL;

  g_snprintf (text, sizeof (text), "gn-%u", id);
  record = lieudit_place_record_new (text);
  *problem = LIEUDIT_IMPORT_COORDINATES;
  if (!lieudit_import_parse_degrees (cells[4], 90.0, &record->latitude) ||
      !lieudit_import_parse_degrees (cells[5], 180.0, &record->longitude))
    return NULL;

  *problem = LIEUDIT_IMPORT_NO_PROBLEM;
  g_snprintf (text, sizeof (text), "geonames:%u", id);
  record->source = g_strdup (text);
  record->feature = g_strdup (strlen (cells[7]) < LIEUDIT_FEATURE_CODE_LENGTH ? cells[7] : "");
  record->country = strlen (cells[8]) == 2 ? g_strdup (cells[8]) : NULL;
  record->population = (guint) MIN (g_ascii_strtoull (cells[14], NULL, 10), G_MAXINT32);
  record->precision_km = lieudit_import_guess_precision (record->feature);
  add_name (record, cells[1], strlen (cells[1]), TRUE, problem);
  if (strcmp (cells[2], cells[1]) != 0)
    add_name (record, cells[2], strlen (cells[2]), FALSE, problem);
  add_alternate_names (record, cells[3], problem);

  if (record->names->len > 0)
    return g_steal_pointer (&record);

  if (*problem == LIEUDIT_IMPORT_NO_PROBLEM)
    *problem = LIEUDIT_IMPORT_NO_NAME;
  return NULL;
}

/**
 * lieudit_geonames_parse_name:
 * @row: a row of a table of alternate names, valid UTF-8; it is taken to pieces
 * @geonames_id: (out): whose name it is
 * @name: (out): the name; its text lies in @row
 * @problem: (out): what was wrong
 *
 * Reads a name.
 *
 * Returns: whether there is a name; when not, and there is no problem, the row
 *   holds something else, such as a web address
 */
gboolean
lieudit_geonames_parse_name (char                 *row,
                             guint32              *geonames_id,
                             LieuditNameRecord    *name,
                             LieuditImportProblem *problem)
{
  char *cells[MOST_NAME_COLUMNS] = { NULL, };

  *problem = LIEUDIT_IMPORT_COLUMNS;
  if (split (row, cells, MOST_NAME_COLUMNS) < FEWEST_NAME_COLUMNS)
    return FALSE;
  *problem = LIEUDIT_IMPORT_IDENTIFIER;
  if (!parse_number (cells[1], geonames_id))
    return FALSE;

  *problem = LIEUDIT_IMPORT_NO_PROBLEM;
  if (g_strv_contains (no_languages, cells[2]))
    return FALSE;

  *problem = LIEUDIT_IMPORT_NO_NAME;
  if (*cells[3] == '\0')
    return FALSE;
  *problem = LIEUDIT_IMPORT_LONG_NAME;
  if (g_utf8_strlen (cells[3], -1) > LIEUDIT_LONGEST_PLACE_NAME)
    return FALSE;

  *problem = LIEUDIT_IMPORT_NO_PROBLEM;
  name->text = cells[3];
  name->language = lieudit_language_from_tag (cells[2]);
  name->preferred = name->language != LIEUDIT_LANGUAGE_UNKNOWN && cells[4] != NULL && strcmp (cells[4], "1") == 0;
  name->curated = FALSE;

  return TRUE;
}
