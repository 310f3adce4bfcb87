/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli-jobs.h"

#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
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
  LieuditCliWrite   write;
  gpointer          data;
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
  g_autofree char *message = g_strdup_printf (_("The line is longer than %s. Cut it into several documents."), limit);

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

  if (analysis != NULL)
    answer->line = context->write (analysis, id, context->data, &error);

  answer->failed = answer->line == NULL;
  if (answer->failed)
    answer->line = lieudit_export_json_error (id, error->message);
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

/* Returns FALSE if a line or the stream or the output failed. Answers do not wait for more input. */
static gboolean
extract_stream (GInputStream     *stream,
                const char       *name,
                guint             n_threads,
                Context          *context,
                LieuditCliOutput *output)
{
  g_autoptr(LieuditLineReader) reader = lieudit_line_reader_new (stream, LONGEST_LINE);
  g_autoptr(LieuditCliJobs) jobs = lieudit_cli_jobs_new (n_threads, answer_line, context, line_free, output);
  g_autoptr(GError) error = NULL;
  gboolean is_read = push_lines (reader, jobs, &error);
  guint n_failed;

  lieudit_cli_jobs_finish (jobs, NULL, &n_failed);
  if (error != NULL)
    lieudit_cli_complain (name, error->message);

  return is_read && n_failed == 0 && lieudit_cli_output_flush (output);
}

static GInputStream *
open_stream (const char  *name,
             GError     **error)
{
  g_autoptr(GFile) file = NULL;

  if (lieudit_cli_is_standard_input (name))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (name);

  return (GInputStream *) g_file_read (file, NULL, error);
}

/*
 * lieudit_cli_extract_streams:
 * @gazetteer: a gazetteer
 * @names: (nullable): files of JSON records, one a line; “-” is standard input, which is also read if there are none
 * @language: (nullable): the language of records that do not tell theirs
 * @n_threads: how many records to read at once
 * @write: writes an article
 * @data: for @write
 * @output: where the answers go, one line a record, in order
 *
 * Finds the places of streams of articles in constant memory.
 *
 * Returns: %LIEUDIT_CLI_FAILED if a line or a stream or the output failed
 */
LieuditCliStatus
lieudit_cli_extract_streams (LieuditGazetteer  *gazetteer,
                             char             **names,
                             const char        *language,
                             guint              n_threads,
                             LieuditCliWrite    write,
                             gpointer           data,
                             LieuditCliOutput  *output)
{
  static const char * const standard_input[] = { "-", NULL };
  const char * const *streams = names != NULL ? (const char * const *) names : standard_input;
  Context context = { gazetteer, language, write, data };
  LieuditCliStatus status = LIEUDIT_CLI_DONE;

  for (guint i = 0; streams[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GInputStream) stream = open_stream (streams[i], &error);

      if (stream == NULL)
        lieudit_cli_complain (streams[i], error->message);
      if (stream == NULL || !extract_stream (stream, streams[i], n_threads, &context, output))
        status = LIEUDIT_CLI_FAILED;
    }

  return lieudit_cli_output_finish (output) ? status : LIEUDIT_CLI_FAILED;
}
