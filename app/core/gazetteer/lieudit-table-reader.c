/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-table-reader.h"

#include <math.h>
#include <string.h>

#define MOST_COLUMNS 16

typedef void (* RowFunction) (LieuditGazetteerBuilder *builder,
                              const char * const      *cells);

/**
 * lieudit_flags_of_word_kinds:
 * @kinds: kinds of words, as `ordinary-words.tsv` names them
 *
 * Returns: which flags they mean
 */
LieuditCandidateFlags
lieudit_flags_of_word_kinds (const char *kinds)
{
  LieuditCandidateFlags flags = 0;

  if (strstr (kinds, "forename") != NULL || strstr (kinds, "surname") != NULL)
    flags |= LIEUDIT_CANDIDATE_PERSON_NAME;
  if (strstr (kinds, "word") != NULL || strstr (kinds, "month") != NULL ||
      strstr (kinds, "day") != NULL || strstr (kinds, "demonym") != NULL)
    flags |= LIEUDIT_CANDIDATE_ORDINARY_WORD;

  return flags;
}

static void
add_names (LieuditPlaceRecord *record,
           const char         *list,
           LieuditLanguage     language)
{
  gboolean preferred = language != LIEUDIT_LANGUAGE_UNKNOWN;

  while (*list != '\0')
    {
      gsize length = strcspn (list, "|");

      if (length > 0)
        lieudit_place_record_add_name (record, list, length, language, preferred);
      preferred = FALSE;
      list += length;
      if (*list == '|')
        list++;
    }
}

static void
add_place (LieuditGazetteerBuilder *builder,
           const char * const      *cells)
{
  LieuditPlaceRecord *record;
  double latitude = g_ascii_strtod (cells[5], NULL);
  double longitude = g_ascii_strtod (cells[6], NULL);

  if (*cells[0] == '\0' || !(fabs (latitude) <= 90.0) || !(fabs (longitude) <= 180.0))
    return;

  record = lieudit_place_record_new (cells[0]);
  record->feature = g_strdup (cells[1]);
  record->country = *cells[2] != '\0' ? g_strdup (cells[2]) : NULL;
  record->parent = g_strdup (*cells[4] != '\0' ? cells[4] : *cells[3] != '\0' ? cells[3] : NULL);
  record->latitude = latitude;
  record->longitude = longitude;
  record->population = (guint) MIN (g_ascii_strtoull (cells[7], NULL, 10), G_MAXINT32);
  record->precision_km = g_ascii_strtod (cells[8], NULL);
  record->source = g_strdup (cells[13]);
  add_names (record, cells[9], LIEUDIT_LANGUAGE_FRENCH);
  add_names (record, cells[10], LIEUDIT_LANGUAGE_ENGLISH);
  add_names (record, cells[11], LIEUDIT_LANGUAGE_ARABIC);
  add_names (record, cells[12], LIEUDIT_LANGUAGE_UNKNOWN);

  lieudit_gazetteer_builder_add_place (builder, record);
}

static void
add_words (LieuditGazetteerBuilder *builder,
           const char * const      *cells,
           LieuditCandidateFlags    flags)
{
  g_auto(GStrv) words = g_strsplit (cells[2], "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    lieudit_gazetteer_builder_add_word (builder, words[i], flags,
                                        lieudit_language_from_tag (cells[1]), cells[0]);
}

static void
add_demonyms (LieuditGazetteerBuilder *builder,
              const char * const      *cells)
{
  add_words (builder, cells, LIEUDIT_CANDIDATE_DEMONYM);
}

static void
add_abbreviations (LieuditGazetteerBuilder *builder,
                   const char * const      *cells)
{
  add_words (builder, cells, LIEUDIT_CANDIDATE_ABBREVIATION);
}

static void
add_names_in_other_scripts (LieuditGazetteerBuilder *builder,
                            const char * const      *cells)
{
  g_auto(GStrv) names = g_strsplit (cells[1], "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    lieudit_gazetteer_builder_add_name (builder, cells[0], names[i], LIEUDIT_LANGUAGE_UNKNOWN);
}

static void
mark_word (LieuditGazetteerBuilder *builder,
           const char * const      *cells)
{
  LieuditCandidateFlags flags = lieudit_flags_of_word_kinds (cells[1]);

  if (flags != 0)
    lieudit_gazetteer_builder_mark_name (builder, cells[0], flags);
}

static void
add_other_name (LieuditGazetteerBuilder *builder,
                const char * const      *cells)
{
  lieudit_gazetteer_builder_add_word (builder, cells[0], LIEUDIT_CANDIDATE_NOT_A_PLACE,
                                      lieudit_language_from_tag (cells[1]), NULL);
}

static void
add_source (LieuditGazetteerBuilder *builder,
            const char * const      *cells)
{
  lieudit_gazetteer_builder_add_source (builder, cells[0], cells[1], cells[2], cells[3], cells[4]);
}

/* What a table holds is told by the first columns of its header. */
static const struct
{
  const char  *header;
  guint        n_columns;
  RowFunction  function;
} tables[] = {
  { "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tprecision_km\tfr\ten\tar\tother\tsource", 14, add_place },
  { "place\tlanguage\tforms", 3, add_demonyms },
  { "place\tlanguage\tabbreviations", 3, add_abbreviations },
  { "place\tother-scripts", 2, add_names_in_other_scripts },
  { "name\tkinds", 2, mark_word },
  { "not-a-place\tlanguage", 2, add_other_name },
  { "key\ttitle\tlicence\turl\tdate", 5, add_source },
};

static guint
split_row (char        *row,
           const char **cells)
{
  guint n_cells = 0;

  while (row != NULL && n_cells < MOST_COLUMNS)
    {
      char *tab = strchr (row, '\t');

      if (tab != NULL)
        *tab++ = '\0';
      cells[n_cells++] = row;
      row = tab;
    }

  return n_cells;
}

/**
 * lieudit_gazetteer_builder_add_table:
 * @builder: a builder
 * @bytes: a table of tab-separated values with a header line, one of those that
 *   `data/world.md` describes
 * @error: return location for an error
 *
 * Adds what a table holds: places, demonyms, abbreviations, names in other
 * scripts, ordinary words, names of other things, sources. Rows with too few columns are passed over.
 *
 * Returns: whether the table is of a known kind
 */
gboolean
lieudit_gazetteer_builder_add_table (LieuditGazetteerBuilder  *builder,
                                     GBytes                   *bytes,
                                     GError                  **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data != NULL ? data : "", length);
  const char *cells[MOST_COLUMNS];
  guint table;
  char *next;

  for (table = 0; table < G_N_ELEMENTS (tables); table++)
    {
      if (g_str_has_prefix (text, tables[table].header))
        break;
    }
  if (table == G_N_ELEMENTS (tables))
    {
      g_set_error_literal (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED,
                           "The table's header line is not a known one");
      return FALSE;
    }

  for (char *row = strchr (text, '\n'); row != NULL; row = next)
    {
      row++;
      next = strchr (row, '\n');
      if (next != NULL)
        *next = '\0';
      if (split_row (row, cells) >= tables[table].n_columns)
        tables[table].function (builder, cells);
      if (next != NULL)
        *next = '\n';
    }

  return TRUE;
}
