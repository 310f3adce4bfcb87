/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole folders of articles, each to a file of its own, by several threads. */
#include "config.h"

#include "lieudit-cli-jobs.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "export/lieudit-batch.h"
#include "lieudit-cli.h"

typedef struct {
  LieuditBatch    batch;
  LieuditCliJobs *jobs;
  gboolean        shows_progress;
  gint            n_written;
  gint            n_kept;
  gint            n_failed;
} Run;

/* Goes away with the next line, and never into a file. */
static void
show_progress (Run *self)
{
  if (!self->shows_progress)
    return;

  g_printerr ("\r\033[K");
  /* Translators: numbers of files; shown while they are worked on */
  g_printerr (_("%d written, %d kept, %d failed"), g_atomic_int_get (&self->n_written), g_atomic_int_get (&self->n_kept),
              g_atomic_int_get (&self->n_failed));
}

static void
answer_input (gpointer          data,
              LieuditCliAnswer *answer,
              gpointer          user_data)
{
  const LieuditBatchInput *input = data;
  Run *self = user_data;
  g_autofree char *complaint = NULL;
  g_autoptr(GError) error = NULL;

  switch (lieudit_batch_read (&self->batch, input, NULL, &error))
    {
    case LIEUDIT_BATCH_WRITTEN:
      g_atomic_int_inc (&self->n_written);
      break;
    case LIEUDIT_BATCH_KEPT:
      g_atomic_int_inc (&self->n_kept);
      break;
    case LIEUDIT_BATCH_FAILED:
    default:
      complaint = lieudit_cli_format_complaint (input->path, error->message);
      answer->complaint = g_strconcat (self->shows_progress ? "\r\033[K" : "", complaint, NULL);
      answer->failed = TRUE;
      g_atomic_int_inc (&self->n_failed);
    }
  show_progress (self);
}

static gboolean
visit (const char *path,
       const char *name,
       const char *problem,
       gpointer    data)
{
  Run *self = data;

  if (problem == NULL)
    return lieudit_cli_jobs_push (self->jobs, lieudit_batch_input_new (path, name), 0);

  lieudit_cli_complain (path, problem);
  g_atomic_int_inc (&self->n_failed);

  return TRUE;
}

/*
 * lieudit_cli_extract_folders:
 * @gazetteer: the gazetteer
 * @format: the format to write
 * @names: (array zero-terminated=1): files and folders to read
 * @output_path: the folder to write to, which is made if it is missing
 * @language: (nullable): the articles' language
 * @n_threads: how many articles to read at once
 *
 * Reads all files in folders.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_extract_folders (LieuditGazetteer           *gazetteer,
                             const LieuditExportFormat  *format,
                             char                      **names,
                             const char                 *output_path,
                             const char                 *language,
                             guint                       n_threads)
{
  Run self = { { gazetteer, format, output_path, language }, NULL, isatty (STDERR_FILENO), 0, 0, 0 };
  g_autoptr(LieuditCliOutput) output = lieudit_cli_output_new (NULL);
  g_autoptr(LieuditCliJobs) jobs = lieudit_cli_jobs_new (n_threads, answer_input, &self, lieudit_batch_input_free, output);

  self.jobs = jobs;
  if (g_mkdir_with_parents (output_path, 0777) != 0)
    {
      lieudit_cli_complain (output_path, g_strerror (errno));
      return LIEUDIT_CLI_FAILED;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (names[i]);

      if (!(g_file_test (names[i], G_FILE_TEST_IS_DIR) ? lieudit_batch_walk (names[i], output_path, visit, &self)
                                                       : visit (names[i], name, NULL, &self)))
        break;
    }
  lieudit_cli_jobs_finish (jobs, NULL, NULL);

  if (self.shows_progress)
    g_printerr ("\r\033[K");
  g_printerr (_("%d written, %d kept, %d failed"), self.n_written, self.n_kept, self.n_failed);
  g_printerr ("\n");

  return self.n_failed == 0 ? LIEUDIT_CLI_DONE : LIEUDIT_CLI_FAILED;
}
