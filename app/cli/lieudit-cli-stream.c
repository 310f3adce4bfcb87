/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli-jobs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-record.h"
#include "article/lieudit-line-reader.h"
#include "export/lieudit-json-export.h"
#include "lieudit-cli.h"

#define LONGEST_LINE (64 * 1024 * 1024)

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static gboolean
is_blank (const char *line,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (line[i]))
        return FALSE;
    }

  return TRUE;
}

/* A line of the stream; without text if it is too long. */
typedef struct
{
  char  *text;
  gsize  length;
} Line;

typedef struct
{
  LieuditGazetteer *gazetteer;
  const char       *language;
} Context;

static Line *
line_new (const char *text,
          gsize       length)
{
  Line *line = g_new (Line, 1);

  line->text = g_memdup2 (text, length);
  line->length = length;
  return line;
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line);
}

static char *
refuse_long_line (void)
{
  g_autofree char *limit = g_format_size_full (LONGEST_LINE, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, such as “64.0 MiB” */
  g_autofree char *message = g_strdup_printf (_("The line is longer than %s."), limit);

  return lieudit_export_json_error (NULL, message);
}

static void
answer_line (gpointer          input,
             LieuditCliAnswer *answer,
             gpointer          user_data)
{
  const Context *context = user_data;
  const Line *line = input;
  g_autoptr(LieuditArticle) article = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (line->text == NULL)
    {
      answer->line = refuse_long_line ();
      answer->failed = TRUE;
      return;
    }

  article = lieudit_article_read_record (line->text, line->length, context->language, &id, &error);
  if (article != NULL)
    analysis = lieudit_analysis_run (context->gazetteer, article, NULL, &error);

  answer->line = analysis != NULL
                   ? lieudit_export_json (analysis, id, FALSE)
                   : lieudit_export_json_error (id, error->message);
  answer->failed = analysis == NULL;
}

static void
skip_byte_order_mark (const char **line,
                      gsize       *length)
{
  if (*length < strlen (byte_order_mark) || memcmp (*line, byte_order_mark, strlen (byte_order_mark)) != 0)
    return;

  *line += strlen (byte_order_mark);
  *length -= strlen (byte_order_mark);
}

/* Returns FALSE with an error if the stream fails, without one if the output does. */
static gboolean
push_lines (LieuditLineReader  *reader,
            LieuditCliJobs     *jobs,
            GError            **error)
{
  gboolean is_first = TRUE;
  gboolean wanted = TRUE;

  while (wanted)
    {
      const char *line;
      gsize length;

      switch (lieudit_line_reader_next (reader, &line, &length, NULL, error))
        {
        case LIEUDIT_LINE_COMPLETE:
          if (is_first)
            skip_byte_order_mark (&line, &length);
          if (!is_blank (line, length))
            wanted = lieudit_cli_jobs_push (jobs, line_new (line, length), length);
          break;

        case LIEUDIT_LINE_TOO_LONG:
          wanted = lieudit_cli_jobs_push (jobs, line_new (NULL, 0), 0);
          break;

        case LIEUDIT_LINE_ERROR:
          return FALSE;

        case LIEUDIT_LINE_END:
        default:
          return TRUE;
        }
      is_first = FALSE;
    }

  return FALSE;
}

/*
 * lieudit_cli_extract_stream:
 * @gazetteer: a gazetteer
 * @stream: JSON records, one a line
 * @name: what to call the stream in complaints
 * @language: (nullable): the language of records that do not tell theirs
 * @n_threads: how many records to read at once
 * @output: where the answers go, one line a record, in order
 *
 * Finds the places of a stream of articles in constant memory. Answers do not
 * wait for more input.
 *
 * Returns: %LIEUDIT_CLI_FAILED if a line or the stream or the output failed
 */
LieuditCliStatus
lieudit_cli_extract_stream (LieuditGazetteer *gazetteer,
                            GInputStream     *stream,
                            const char       *name,
                            const char       *language,
                            guint             n_threads,
                            LieuditCliOutput *output)
{
  g_autoptr(LieuditLineReader) reader = lieudit_line_reader_new (stream, LONGEST_LINE);
  Context context = { gazetteer, language };
  g_autoptr(LieuditCliJobs) jobs = lieudit_cli_jobs_new (n_threads, answer_line, &context, line_free, output);
  g_autoptr(GError) error = NULL;
  gboolean is_read = push_lines (reader, jobs, &error);
  guint n_failed;

  lieudit_cli_jobs_finish (jobs, NULL, &n_failed);
  if (error != NULL)
    lieudit_cli_complain (name, error->message);

  return is_read && n_failed == 0 && lieudit_cli_output_flush (output) ? LIEUDIT_CLI_DONE : LIEUDIT_CLI_FAILED;
}
