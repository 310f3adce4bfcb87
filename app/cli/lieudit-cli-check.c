/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <glib/gi18n.h>

#include "claims/lieudit-claims-report.h"
#include "claims/lieudit-geography-check.h"
#include "export/lieudit-json-export.h"

/* Beyond the contract of all subcommands: the check found what the person wants to hear of. */
#define STATUS_FOUND 3

typedef enum {
  FORMAT_JSON,
  FORMAT_TEXT,
  FORMAT_HTML,
  FORMAT_CSV,
  N_FORMATS
} Format;

typedef struct
{
  LieuditGeographyCheck *check;
  LieuditGazetteer      *gazetteer;
  gint                   n_found; /* atomic */
} Job;

static const char * const format_names[N_FORMATS] = { "json", "text", "html", "csv" };

static char *format_name;
static char *language;
static char *output_path;
static char *fail_on;
static gboolean is_stream;
static char **names;

static const GOptionEntry entries[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
    N_("What to write: json (the default), text, html or csv"), N_("FORMAT") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
    N_("The articles’ language: fr, en, ar, tr…; found out if not given"), N_("TAG") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to a file, which changes only once all is done"), N_("OUT") },
  { "ndjson", 0, 0, G_OPTION_ARG_NONE, &is_stream,
    N_("Read and write one JSON document a line"), NULL },
  { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on,
    N_("Exit with status 3 if a claim has this verdict: differs or loosely"), N_("VERDICT") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
  { NULL }
};

static const char description[] = N_(
  "Reads what French, English and Arabic articles say about where places lie: in\n"
  "which direction, how far, in which area, between what, on which road, border,\n"
  "coast or river; and tests it against the map. The verdict is agrees, loosely,\n"
  "differs or cannot-check.\n"
  "\n"
  "FILE is an article in plain text; “-” is standard input. With --ndjson the input\n"
  "is that of “lieudit-cli extract”, and its output with the member “claims” added.\n"
  "\n"
  "Exit status: 0 done; 1 an input failed, the others are done; 2 wrong usage;\n"
  "3 with --fail-on, a claim has that verdict, or a worse one.");

static gboolean
find_format (const char *name,
             Format     *format)
{
  for (guint i = 0; i < N_FORMATS; i++)
    {
      if (name == NULL || g_str_equal (name, format_names[i]))
        {
          *format = (Format) i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_worth_failing (LieuditClaim *claim)
{
  LieuditVerdict verdict = lieudit_claim_get_verdict (claim);

  if (fail_on == NULL)
    return FALSE;

  return verdict == LIEUDIT_VERDICT_DIFFERS ||
         (verdict == LIEUDIT_VERDICT_LOOSELY && g_str_equal (fail_on, lieudit_verdict_to_nick (LIEUDIT_VERDICT_LOOSELY)));
}

static GPtrArray *
find_claims (Job              *job,
             LieuditAnalysis  *analysis,
             GError          **error)
{
  GPtrArray *claims = lieudit_geography_check_run (job->check, job->gazetteer, analysis, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    g_atomic_int_add (&job->n_found, is_worth_failing (g_ptr_array_index (claims, i)) ? 1 : 0);

  return claims;
}

static void
write_members (LieuditJsonWriter *writer,
               gpointer           data)
{
  lieudit_claims_write_json (data, writer);
}

static char *
write_line (LieuditAnalysis  *analysis,
            const char       *id,
            gpointer          data,
            GError          **error)
{
  g_autoptr(GPtrArray) claims = find_claims (data, analysis, error);
  LieuditClaimsReport report = { NULL, NULL, NULL };

  if (claims == NULL)
    return NULL;

  report.claims = claims;

  return lieudit_export_json_with (analysis, id, FALSE, write_members, &report);
}

static gboolean
check_article (Job              *job,
               Format            format,
               const char       *name,
               gboolean          is_first,
               gboolean          is_only,
               LieuditCliOutput *output)
{
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GPtrArray) claims = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = g_filename_display_name (name);
  g_autofree char *text = NULL;
  LieuditClaimsReport report = { NULL, NULL, NULL };

  session = lieudit_cli_read_session (name, language, &error);
  if (session != NULL)
    analysis = lieudit_cli_analyse (job->gazetteer, session, &error);
  if (analysis != NULL)
    claims = find_claims (job, analysis, &error);
  if (claims == NULL)
    {
      lieudit_cli_complain (lieudit_cli_is_standard_input (name) ? _("standard input") : name, error->message);
      return FALSE;
    }

  report.claims = claims;
  switch (format)
    {
    case FORMAT_TEXT:
      text = lieudit_claims_report_text (claims, id);
      break;

    case FORMAT_HTML:
      text = lieudit_claims_report_html (&report, analysis, id);
      break;

    case FORMAT_CSV:
      text = lieudit_claims_report_csv (&report, id, is_first);
      break;

    case FORMAT_JSON:
    case N_FORMATS:
    default:
      text = lieudit_export_json_with (analysis, id, is_only, write_members, &report);
      break;
    }
  if (*text != '\0')
    lieudit_cli_output_write_line (output, text);

  return TRUE;
}

static LieuditCliStatus
check_articles (Job              *job,
                Format            format,
                LieuditCliOutput *output)
{
  guint n_names = g_strv_length (names);
  guint n_done = 0;

  for (guint i = 0; i < n_names; i++)
    n_done += check_article (job, format, names[i], i == 0, n_names == 1, output);

  if (n_done == 0 || !lieudit_cli_output_finish (output) || n_done < n_names)
    return LIEUDIT_CLI_FAILED;

  return LIEUDIT_CLI_DONE;
}

static LieuditCliStatus
complain_about_usage (Format *format)
{
  if (!find_format (format_name, format))
    return lieudit_cli_wrong_usage ("check", _("There is no such format. The formats are json, text, html and csv."));

  if (language != NULL && !lieudit_cli_is_language_tag (language))
    return lieudit_cli_wrong_usage ("check", _("The language is not a tag such as fr, en or ar."));

  if (fail_on != NULL && !g_str_equal (fail_on, lieudit_verdict_to_nick (LIEUDIT_VERDICT_DIFFERS)) &&
      !g_str_equal (fail_on, lieudit_verdict_to_nick (LIEUDIT_VERDICT_LOOSELY)))
    return lieudit_cli_wrong_usage ("check", _("There is no such verdict to fail on. They are differs and loosely."));

  if (is_stream && *format != FORMAT_JSON)
    return lieudit_cli_wrong_usage ("check", _("With --ndjson the format is always json."));

  if (!is_stream && names == NULL)
    return lieudit_cli_wrong_usage ("check", _("There is no file to read. Name one, or “-” for standard input."));

  return LIEUDIT_CLI_DONE;
}

/*
 * lieudit_cli_check:
 *
 * The subcommand check.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_check (int    argc,
                   char **argv)
{
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(LieuditGeographyCheck) check = lieudit_geography_check_new ();
  g_autoptr(LieuditCliOutput) output = NULL;
  LieuditCliStatus status;
  Format format = FORMAT_JSON;
  Job job;

  if (!lieudit_cli_parse ("check", _("FILE…"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  status = complain_about_usage (&format);
  if (status != LIEUDIT_CLI_DONE)
    return status;

  gazetteer = lieudit_cli_open_gazetteer ();
  output = gazetteer != NULL ? lieudit_cli_output_new (output_path) : NULL;
  if (output == NULL)
    return LIEUDIT_CLI_FAILED;

  job = (Job) { check, gazetteer, 0 };
  status = is_stream ? lieudit_cli_extract_streams (gazetteer, names, language, g_get_num_processors (), write_line, &job,
                                                    output)
                     : check_articles (&job, format, output);

  return status == LIEUDIT_CLI_DONE && g_atomic_int_get (&job.n_found) > 0 ? (LieuditCliStatus) STATUS_FOUND : status;
}
