/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli-jobs.h"

#include <glib/gi18n.h>

#include "export/lieudit-batch.h"
#include "export/lieudit-json-export.h"
#include "lieudit-cli.h"

#define MOST_JOBS 256

static char *
write_line (LieuditAnalysis  *analysis,
            const char       *id,
            gpointer          data,
            GError          **error)
{
  return lieudit_export_json (analysis, id, FALSE);
}

static char *format_name;
static char *language;
static char *output_path;
static char *annotations_path;
static gboolean is_stream;
static gboolean tells_left_out;
static int n_jobs = 1;
static char **names;

static const GOptionEntry entries[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
    N_("What to write: json (the default), geojson, kml, gpkg, gpx, csv, html, annotation, tei or ninjs"), N_("FORMAT") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
    N_("The articles’ language: fr, en, ar, tr…; found out if not given"), N_("TAG") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to a file, which changes only once all is done"), N_("OUT") },
  { "annotations", 'a', 0, G_OPTION_ARG_FILENAME, &annotations_path,
    N_("Put places on the article that were annotated in Recogito"), N_("EXPORT") },
  { "left-out", 0, 0, G_OPTION_ARG_NONE, &tells_left_out,
    N_("Tell also, in JSON, what of a file is no article: menus, advertisements, running heads"), NULL },
  { "ndjson", 0, 0, G_OPTION_ARG_NONE, &is_stream,
    N_("Read and write one JSON document a line"), NULL },
  { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
    N_("Read so many articles at once; 0 for as many as there are processors"), N_("N") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
  { NULL }
};

static const char description[] = N_(
  "FILE is an article: plain text, a web page, PDF, DOCX, ODT, a mail, a feed, a wire\n"
  "message, Markdown, or a zip archive of them; “-” is standard input. One article is\n"
  "written as one document, several are written one a line, in the order given.\n"
  "\n"
  "If FILE is a folder, all files in it are read, and each is written to a file of\n"
  "its own in the folder OUT. What was written already by an earlier run is left\n"
  "as it is, unless its article is newer.\n"
  "\n"
  "With --ndjson each line of FILE, or of standard input if there is none, is an\n"
  "object with the strings “id” and “text”, and perhaps “language”, “title” and\n"
  "“date”. A line that cannot be read is answered with an “error” in its place.\n"
  "\n"
  "What Lieudit exported as GeoJSON, Web Annotation or TEI is read with all that was\n"
  "found and decided. So is what Recogito exported as JSON-LD or CSV; it has no text\n"
  "of its own, so that it is best put on its article with --annotations.\n"
  "\n"
  "“start” and “end” of a mention count Unicode code points of the text.\n"
  "\n"
  "Answers come in the order of the articles, whatever the number of jobs.\n"
  "\n"
  "Exit status: 0 done; 1 an input failed, the others are done; 2 wrong usage.");

typedef struct
{
  LieuditGazetteer          *gazetteer;
  const LieuditExportFormat *format;
  gboolean                   pretty;
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
      LieuditExport how = { .gazetteer = context->gazetteer, .id = own_id, .pretty = context->pretty && sessions->len == 1,
                            .tells_left_out = tells_left_out };
      g_autoptr(GBytes) bytes = lieudit_export_session (g_ptr_array_index (sessions, i), &how, context->format, NULL, error);

      if (bytes == NULL)
        return NULL;

      g_string_append_len (lines, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      if (lines->len > 0 && lines->str[lines->len - 1] != '\n')
        g_string_append_c (lines, '\n');
    }

  /* Whoever writes the line ends it. */
  g_string_truncate (lines, lines->len - 1);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static GPtrArray *
read_sessions (const char  *name,
               GError     **error)
{
  GPtrArray *sessions = NULL;
  LieuditSession *session;

  if (annotations_path == NULL)
    return lieudit_cli_read_sessions (name, language, error);

  session = lieudit_cli_annotate (lieudit_cli_read_session (name, language, error), annotations_path, error);
  if (session != NULL)
    {
      sessions = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (sessions, session);
    }

  return sessions;
}

static void
answer_file (gpointer          input,
             LieuditCliAnswer *answer,
             gpointer          user_data)
{
  const char *name = input;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sessions = read_sessions (name, &error);

  if (sessions != NULL)
    answer->line = write_sessions (sessions, name, user_data, &error);

  if (answer->line == NULL)
    {
      answer->complaint = lieudit_cli_format_complaint (lieudit_cli_is_standard_input (name) ? _("standard input") : name,
                                                        error->message);
      answer->failed = TRUE;
    }
}

/* A document of its own, which may be no text. */
static LieuditCliStatus
extract_document (LieuditGazetteer          *gazetteer,
                  const LieuditExportFormat *format,
                  LieuditCliOutput          *output)
{
  g_autofree char *id = g_filename_display_name (names[0]);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditSession) session = lieudit_cli_annotate (lieudit_cli_read_session (names[0], language, &error),
                                                            annotations_path, &error);
  LieuditExport how = { .gazetteer = gazetteer, .id = id, .pretty = TRUE };
  g_autoptr(GBytes) bytes = NULL;

  if (session != NULL)
    bytes = lieudit_export_session (session, &how, format, NULL, &error);
  if (bytes == NULL)
    {
      lieudit_cli_complain (lieudit_cli_is_standard_input (names[0]) ? _("standard input") : names[0], error->message);
      return LIEUDIT_CLI_FAILED;
    }

  lieudit_cli_output_write_bytes (output, bytes);

  return lieudit_cli_output_finish (output) ? LIEUDIT_CLI_DONE : LIEUDIT_CLI_FAILED;
}

static gboolean
has_folder (void)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (!lieudit_cli_is_standard_input (names[i]) && g_file_test (names[i], G_FILE_TEST_IS_DIR))
        return TRUE;
    }

  return output_path != NULL && g_file_test (output_path, G_FILE_TEST_IS_DIR);
}

static LieuditCliStatus
extract_articles (LieuditGazetteer          *gazetteer,
                  const LieuditExportFormat *format,
                  LieuditCliOutput          *output)
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
  const LieuditExportFormat *format;
  gboolean is_batch;

  if (!lieudit_cli_parse ("extract", _("FILE…"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  format = lieudit_export_format_find (format_name != NULL ? format_name : "json");
  if (format == NULL)
    return lieudit_cli_wrong_usage ("extract", _("There is no such format. The formats are json, geojson, kml, gpkg, gpx, csv, html, "
                                                 "annotation, tei and ninjs."));

  if (language != NULL && !lieudit_cli_is_language_tag (language))
    return lieudit_cli_wrong_usage ("extract", _("The language is not a tag such as fr, en or ar."));

  if (n_jobs < 0 || n_jobs > MOST_JOBS)
    return lieudit_cli_wrong_usage ("extract", _("The number of jobs is not between 0 and 256."));
  if (n_jobs == 0)
    n_jobs = (int) g_get_num_processors ();

  if (tells_left_out && (is_stream || !g_str_equal (format->name, "json")))
    return lieudit_cli_wrong_usage ("extract", _("What was left out is told in JSON only."));

  if (is_stream && !g_str_equal (format->name, "json"))
    return lieudit_cli_wrong_usage ("extract", _("With --ndjson the format is always json."));

  if (!is_stream && names == NULL)
    return lieudit_cli_wrong_usage ("extract", _("There is no file to read. Name one, or “-” for standard input."));

  is_batch = !is_stream && has_folder ();
  if (annotations_path != NULL && (is_batch || is_stream || names[1] != NULL))
    return lieudit_cli_wrong_usage ("extract", _("Annotations are put on one article. Name one file."));
  if (is_batch && output_path == NULL)
    return lieudit_cli_wrong_usage ("extract", _("There is no folder to write to. Name one: -o FOLDER"));
  if (!is_batch && !format->is_line && names[1] != NULL)
    return lieudit_cli_wrong_usage ("extract", _("Several articles in this format need a folder to write to. Make one: -o FOLDER"));

  gazetteer = lieudit_cli_open_gazetteer ();
  if (gazetteer == NULL)
    return LIEUDIT_CLI_FAILED;
  if (is_batch)
    return lieudit_cli_extract_folders (gazetteer, format, names, output_path, language, (guint) n_jobs);

  output = lieudit_cli_output_new (output_path);
  if (output == NULL)
    return LIEUDIT_CLI_FAILED;

  if (is_stream)
    return lieudit_cli_extract_streams (gazetteer, names, language, (guint) n_jobs, write_line, NULL, output);

  return format->is_line ? extract_articles (gazetteer, format, output) : extract_document (gazetteer, format, output);
}
