/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-record.h"
#include "article/lieudit-line-reader.h"
#include "export/lieudit-json-export.h"

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

static gboolean
answer_line (LieuditGazetteer *gazetteer,
             const char       *line,
             gsize             length,
             const char       *language,
             LieuditCliOutput *output)
{
  g_autoptr(LieuditArticle) article = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *answer = NULL;

  article = lieudit_article_read_record (line, length, language, &id, &error);
  if (article != NULL)
    analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  if (analysis != NULL)
    answer = lieudit_export_json (analysis, id, FALSE);
  else
    answer = lieudit_export_json_error (id, error->message);
  lieudit_cli_output_write_line (output, answer);

  return analysis != NULL;
}

static void
refuse_long_line (LieuditCliOutput *output)
{
  g_autofree char *limit = g_format_size_full (LONGEST_LINE, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, such as “64.0 MiB” */
  g_autofree char *message = g_strdup_printf (_("The line is longer than %s."), limit);
  g_autofree char *answer = lieudit_export_json_error (NULL, message);

  lieudit_cli_output_write_line (output, answer);
}

/*
 * lieudit_cli_extract_stream:
 * @gazetteer: a gazetteer
 * @stream: JSON records, one a line
 * @name: what to call the stream in complaints
 * @language: (nullable): the language of records that do not tell theirs
 * @output: where the answers go, one line a record, in order
 *
 * Finds the places of a stream of articles in constant memory. Answers do not
 * wait for the input: before it blocks, they are handed on.
 *
 * Returns: %LIEUDIT_CLI_FAILED if a line or the stream or the output failed
 */
LieuditCliStatus
lieudit_cli_extract_stream (LieuditGazetteer *gazetteer,
                            GInputStream     *stream,
                            const char       *name,
                            const char       *language,
                            LieuditCliOutput *output)
{
  g_autoptr(LieuditLineReader) reader = lieudit_line_reader_new (stream, LONGEST_LINE);
  g_autoptr(GError) error = NULL;
  LieuditCliStatus status = LIEUDIT_CLI_DONE;
  gboolean is_first = TRUE;

  for (;;)
    {
      const char *line;
      gsize length;

      if (!lieudit_line_reader_has_line (reader) && !lieudit_cli_output_flush (output))
        return LIEUDIT_CLI_FAILED;

      switch (lieudit_line_reader_next (reader, &line, &length, NULL, &error))
        {
        case LIEUDIT_LINE_COMPLETE:
          if (is_first && length >= strlen (byte_order_mark) &&
              memcmp (line, byte_order_mark, strlen (byte_order_mark)) == 0)
            {
              line += strlen (byte_order_mark);
              length -= strlen (byte_order_mark);
            }
          if (!is_blank (line, length) && !answer_line (gazetteer, line, length, language, output))
            status = LIEUDIT_CLI_FAILED;
          is_first = FALSE;
          break;

        case LIEUDIT_LINE_TOO_LONG:
          refuse_long_line (output);
          status = LIEUDIT_CLI_FAILED;
          is_first = FALSE;
          break;

        case LIEUDIT_LINE_ERROR:
          lieudit_cli_complain (name, error->message);
          return LIEUDIT_CLI_FAILED;

        case LIEUDIT_LINE_END:
        default:
          return lieudit_cli_output_flush (output) ? status : LIEUDIT_CLI_FAILED;
        }
    }
}
