/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli-jobs.h"

#include <glib/gi18n.h>

#include "export/lieudit-geojson-export.h"
#include "export/lieudit-json-export.h"
#include "lieudit-cli.h"

#define MOST_JOBS 256

typedef struct {
  const char *name;
  char     *(*write) (LieuditAnalysis  *analysis,
                      LieuditGazetteer *gazetteer,
                      const char       *id,
                      gboolean          pretty);
} Format;

static char *
write_json (LieuditAnalysis  *analysis,
            LieuditGazetteer *gazetteer,
            const char       *id,
            gboolean          pretty)
{
  return lieudit_export_json (analysis, id, pretty);
}

static char *
write_geojson (LieuditAnalysis  *analysis,
               LieuditGazetteer *gazetteer,
               const char       *id,
               gboolean          pretty)
{
  return lieudit_export_geojson (analysis, NULL, gazetteer, pretty);
}

static char *
write_line (LieuditAnalysis  *analysis,
            const char       *id,
            gpointer          data,
            GError          **error)
{
  return lieudit_export_json (analysis, id, FALSE);
}

static const Format formats[] = {
  { "json", write_json },
  { "geojson", write_geojson },
};

static char *format_name;
static char *language;
static char *output_path;
static gboolean is_stream;
static int n_jobs = 1;
static char **names;

static const GOptionEntry entries[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
    N_("What to write: json (the default) or geojson"), N_("FORMAT") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
    N_("The articles’ language: fr, en, ar, tr…; found out if not given"), N_("TAG") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to a file, which changes only once all is done"), N_("OUT") },
  { "ndjson", 0, 0, G_OPTION_ARG_NONE, &is_stream,
    N_("Read and write one JSON document a line"), NULL },
  { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
    N_("Read so many articles at once; 0 for as many as there are processors"), N_("N") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
  { NULL }
};

static const char description[] = N_(
  "FILE is an article in plain text; “-” is standard input. One article is written\n"
  "as one document, several are written one a line, in the order given.\n"
  "\n"
  "With --ndjson each line of FILE, or of standard input if there is none, is an\n"
  "object with the strings “id” and “text”, and perhaps “language”, “title” and\n"
  "“date”. A line that cannot be read is answered with an “error” in its place.\n"
  "\n"
  "“start” and “end” of a mention count Unicode code points of the text.\n"
  "\n"
  "Answers come in the order of the articles, whatever the number of jobs.\n"
  "\n"
  "Exit status: 0 done; 1 an input failed, the others are done; 2 wrong usage.");

static const Format *
find_format (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (name == NULL || g_str_equal (name, formats[i].name))
        return &formats[i];
    }

  return NULL;
}

typedef struct
{
  LieuditGazetteer *gazetteer;
  const Format     *format;
  gboolean          pretty;
} Context;

/* Of several articles in one file each has a number behind the file's name. */
static char *
write_sessions (GPtrArray      *sessions,
                const char     *name,
                const Context  *context,
                GError        **error)
{
  g_autofree char *id = g_filename_display_name (name);
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *own_id = sessions->len > 1 ? g_strdup_printf ("%s#%u", id, i + 1) : g_strdup (id);
      g_autofree char *line = NULL;
      g_autoptr(LieuditAnalysis) analysis =
        lieudit_cli_analyse (context->gazetteer, g_ptr_array_index (sessions, i), error);

      if (analysis == NULL)
        return NULL;

      line = context->format->write (analysis, context->gazetteer, own_id, context->pretty && sessions->len == 1);
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
answer_file (gpointer          input,
             LieuditCliAnswer *answer,
             gpointer          user_data)
{
  const char *name = input;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sessions = lieudit_cli_read_sessions (name, language, &error);

  if (sessions != NULL)
    answer->line = write_sessions (sessions, name, user_data, &error);

  if (answer->line == NULL)
    {
      answer->complaint = lieudit_cli_format_complaint (lieudit_cli_is_standard_input (name) ? _("standard input") : name,
                                                        error->message);
      answer->failed = TRUE;
    }
}

static LieuditCliStatus
extract_articles (LieuditGazetteer *gazetteer,
                  const Format     *format,
                  LieuditCliOutput *output)
{
  Context context = { gazetteer, format, names[1] == NULL };
  g_autoptr(LieuditCliJobs) jobs = lieudit_cli_jobs_new ((guint) n_jobs, answer_file, &context, g_free, output);
  guint n_done;
  guint n_failed;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!lieudit_cli_jobs_push (jobs, g_strdup (names[i]), 0))
        break;
    }
  lieudit_cli_jobs_finish (jobs, &n_done, &n_failed);

  /* Nothing at all must not replace what an earlier run wrote. */
  if (n_done == 0 || !lieudit_cli_output_finish (output) || n_failed > 0)
    return LIEUDIT_CLI_FAILED;

  return LIEUDIT_CLI_DONE;
}

/*
 * lieudit_cli_extract:
 *
 * The subcommand extract.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_extract (int    argc,
                     char **argv)
{
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(LieuditCliOutput) output = NULL;
  const Format *format;

  if (!lieudit_cli_parse ("extract", _("FILE…"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  format = find_format (format_name);
  if (format == NULL)
    return lieudit_cli_wrong_usage ("extract", _("There is no such format. The formats are json and geojson."));

  if (language != NULL && !lieudit_cli_is_language_tag (language))
    return lieudit_cli_wrong_usage ("extract", _("The language is not a tag such as fr, en or ar."));

  if (n_jobs < 0 || n_jobs > MOST_JOBS)
    return lieudit_cli_wrong_usage ("extract", _("The number of jobs is not between 0 and 256."));
  if (n_jobs == 0)
    n_jobs = (int) g_get_num_processors ();

  if (is_stream && format->write != write_json)
    return lieudit_cli_wrong_usage ("extract", _("With --ndjson the format is always json."));

  if (!is_stream && names == NULL)
    return lieudit_cli_wrong_usage ("extract", _("There is no file to read. Name one, or “-” for standard input."));

  gazetteer = lieudit_cli_open_gazetteer ();
  if (gazetteer == NULL)
    return LIEUDIT_CLI_FAILED;

  output = lieudit_cli_output_new (output_path);
  if (output == NULL)
    return LIEUDIT_CLI_FAILED;

  return is_stream ? lieudit_cli_extract_streams (gazetteer, names, language, (guint) n_jobs, write_line, NULL, output)
                   : extract_articles (gazetteer, format, output);
}
