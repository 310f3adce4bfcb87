/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "export/lieudit-place-json.h"
#include "gazetteer/lieudit-name-search.h"
#include "text/lieudit-folded-text.h"

#define DEFAULT_LIMIT 20
#define LARGEST_LIMIT 1000

/* What is near a place, in degrees of latitude: some 100 kilometres. */
#define NEAR_DEGREES 1.0

typedef enum {
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_AREAS,
  COLUMN_COORDINATES,
  COLUMN_ID,
  N_COLUMNS,
} Column;

static gboolean as_json;
static int limit;
static char *near_text;
static char **words;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write a JSON array"), NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Write at most so many places; 20 unless told"), N_("NUMBER") },
  { "near", 0, 0, G_OPTION_ARG_STRING, &near_text, N_("Prefer places near this spot, in degrees"), N_("LATITUDE,LONGITUDE") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, NULL },
  { NULL }
};

static const char description[] = N_(
  "NAME is a name or its beginning, in any language or spelling; small errors are\n"
  "forgiven. For each place that may be meant, likeliest first, its name and the\n"
  "name that was found, its kind, country and areas, latitude and longitude, and\n"
  "identifier are written.\n"
  "\n"
  "Exit status: 0 found; 1 not found; 2 wrong usage.");

/* The language of the reader, for names: as for messages, LANGUAGE counts in every locale but "C". */
static LieuditLanguage
get_language (void)
{
  gboolean is_untranslated = g_str_equal (setlocale (LC_MESSAGES, NULL), "C");
  LieuditLanguage language = is_untranslated ? LIEUDIT_LANGUAGE_ENGLISH : lieudit_language_of_reader ();

  return language != LIEUDIT_LANGUAGE_UNKNOWN ? language : LIEUDIT_LANGUAGE_ENGLISH;
}

static char *
describe_areas (LieuditPlace    *place,
                LieuditLanguage  language)
{
  g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
  g_autoptr(GStrvBuilder) areas = g_strv_builder_new ();
  g_auto(GStrv) area_names = NULL;

  for (guint i = 0; i < hierarchy->len; i++)
    g_strv_builder_add (areas, lieudit_place_get_name (g_ptr_array_index (hierarchy, i), language));
  area_names = g_strv_builder_end (areas);

  return g_strjoinv (" › ", area_names);
}

static char *
describe_coordinates (LieuditPlace *place)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (latitude, sizeof latitude, "%.5f", lieudit_place_get_latitude (place));
  g_ascii_formatd (longitude, sizeof longitude, "%.5f", lieudit_place_get_longitude (place));

  return g_strdup_printf ("%s, %s", latitude, longitude);
}

/* The name, and the one that was found where it is another. */
static char *
describe_name (LieuditNameResult *result,
               LieuditLanguage    language)
{
  const char *name = lieudit_place_get_name (lieudit_name_result_get_place (result), language);
  const char *spelling = lieudit_name_result_get_spelling (result);
  g_autofree char *folded_name = lieudit_fold_name (name);
  g_autofree char *folded_spelling = lieudit_fold_name (spelling);

  return g_str_equal (folded_name, folded_spelling) ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, spelling);
}

static char **
describe_result (LieuditNameResult *result,
                 LieuditLanguage    language)
{
  LieuditPlace *place = lieudit_name_result_get_place (result);
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_NAME] = describe_name (result, language);
  cells[COLUMN_KIND] = g_strdup (_(lieudit_feature_describe (lieudit_place_get_feature_code (place))));
  cells[COLUMN_AREAS] = describe_areas (place, language);
  cells[COLUMN_COORDINATES] = describe_coordinates (place);
  cells[COLUMN_ID] = g_strdup (lieudit_place_get_id (place));

  return cells;
}

/* Columns of a terminal: East Asian letters take two, combining marks none. */
static gsize
measure (const char *text)
{
  gsize width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
print_table (GPtrArray       *results,
             LieuditLanguage  language)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gsize widths[N_COLUMNS] = { 0, };

  for (guint i = 0; i < results->len; i++)
    {
      char **cells = describe_result (g_ptr_array_index (results, i), language);

      for (guint column = 0; column < N_COLUMNS; column++)
        widths[column] = MAX (widths[column], measure (cells[column]));
      g_ptr_array_add (rows, cells);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      for (guint column = 0; column < N_COLUMNS - 1; column++)
        g_print ("%s%*s  ", cells[column], (int) (widths[column] - measure (cells[column])), "");
      g_print ("%s\n", cells[COLUMN_ID]);
    }
}

static gboolean
print_json (GPtrArray       *results,
            LieuditLanguage  language)
{
  g_autoptr(LieuditCliOutput) output = lieudit_cli_output_new (NULL);
  g_autofree char *text = NULL;
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, TRUE);
  lieudit_json_writer_begin_array (&writer);
  for (guint i = 0; i < results->len; i++)
    lieudit_place_write (lieudit_name_result_get_place (g_ptr_array_index (results, i)), language, &writer);
  lieudit_json_writer_end_array (&writer);
  text = lieudit_json_writer_finish (&writer);

  lieudit_cli_output_write_line (output, text);

  return lieudit_cli_output_finish (output);
}

static gboolean
parse_degrees (const char  *text,
               double       largest,
               const char **end,
               double      *degrees)
{
  *degrees = g_ascii_strtod (text, (char **) end);

  return *end != text && *degrees >= -largest && *degrees <= largest;
}

static gboolean
parse_near (const char    *text,
            LieuditBounds *bounds)
{
  double latitude, longitude;
  const char *end;

  if (!parse_degrees (text, 90.0, &end, &latitude) || *end != ',' ||
      !parse_degrees (end + 1, 180.0, &end, &longitude) || *end != '\0')
    return FALSE;

  *bounds = lieudit_bounds_around (latitude, longitude, NEAR_DEGREES);
  return TRUE;
}

/*
 * lieudit_cli_places:
 *
 * The subcommand places.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_places (int    argc,
                    char **argv)
{
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GPtrArray) results = NULL;
  g_autofree char *name = NULL;
  LieuditBounds view = lieudit_bounds_empty ();

  limit = DEFAULT_LIMIT;
  if (!lieudit_cli_parse ("places", _("NAME"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  name = words != NULL ? g_strstrip (g_strjoinv (" ", words)) : NULL;
  if (name == NULL || *name == '\0')
    return lieudit_cli_wrong_usage ("places", _("There is no name to look up."));

  if (limit < 1 || limit > LARGEST_LIMIT)
    return lieudit_cli_wrong_usage ("places", _("The limit has to be a number from 1 to 1000."));
  if (near_text != NULL && !parse_near (near_text, &view))
    return lieudit_cli_wrong_usage ("places", _("The spot has to be a latitude and a longitude: --near=35.9,36.6"));

  gazetteer = lieudit_cli_open_gazetteer ();
  if (gazetteer == NULL)
    return LIEUDIT_CLI_FAILED;

  results = lieudit_name_search_run (gazetteer, name, &view, (guint) limit, NULL, NULL);
  if (as_json && !print_json (results, get_language ()))
    return LIEUDIT_CLI_FAILED;
  if (!as_json)
    print_table (results, get_language ());

  if (results->len == 0)
    {
      lieudit_cli_complain (name, _("No place of this name is known. Try another spelling or language."));
      return LIEUDIT_CLI_FAILED;
    }

  return LIEUDIT_CLI_DONE;
}
