/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole folders of articles, each to a file of its own. A run that was stopped goes on where it was. */
#include "config.h"

#include "lieudit-cli-jobs.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lieudit-cli.h"

/* Folders in folders; deeper ones are a loop of mounts. */
#define DEEPEST_FOLDER 64

typedef struct {
  char *path;
  char *name; /* in the folder that is written to, without an ending */
} Input;

typedef struct {
  LieuditGazetteer          *gazetteer;
  const LieuditExportFormat *format;
  const char                *output_path;
  const char                *language;
  LieuditCliJobs            *jobs;
  gboolean                   shows_progress;
  gint                       n_written;
  gint                       n_kept;
  gint                       n_failed;
} Batch;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_free (input->path);
  g_free (input->name);
  g_free (input);
}

/* Goes away with the next line, and never into a file. */
static void
show_progress (Batch *self)
{
  if (!self->shows_progress)
    return;

  g_printerr ("\r\033[K");
  /* Translators: numbers of files; shown while they are worked on */
  g_printerr (_("%d written, %d kept, %d failed"), g_atomic_int_get (&self->n_written), g_atomic_int_get (&self->n_kept),
              g_atomic_int_get (&self->n_failed));
}

static char *
build_output_path (Batch       *self,
                   const Input *input,
                   guint        number)
{
  g_autofree char *name =
    number > 0 ? g_strdup_printf ("%s#%u%s", input->name, number, self->format->ending)
               : g_strconcat (input->name, self->format->ending, NULL);

  return g_build_filename (self->output_path, name, NULL);
}

static gboolean
is_done (const char *input,
         const char *output)
{
  GStatBuf from, to;

  return g_stat (input, &from) == 0 && g_stat (output, &to) == 0 && to.st_mtime >= from.st_mtime;
}

static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/* The file of the first article comes last: while it is missing, the work is not done. */
static gboolean
write_articles (Batch       *self,
                const Input *input,
                GPtrArray   *sessions,
                GError     **error)
{
  g_autofree char *id = g_filename_display_name (input->path);

  for (guint i = sessions->len; i > 0; i--)
    {
      guint number = sessions->len > 1 && i > 1 ? i : 0;
      g_autofree char *own_id = sessions->len > 1 ? g_strdup_printf ("%s#%u", id, i) : g_strdup (id);
      g_autofree char *path = build_output_path (self, input, number);
      g_autoptr(GBytes) bytes =
        lieudit_cli_export (self->gazetteer, self->format, g_ptr_array_index (sessions, i - 1), own_id, TRUE, FALSE, error);

      if (bytes == NULL || !write_file (path, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static void
answer_input (gpointer          data,
              LieuditCliAnswer *answer,
              gpointer          user_data)
{
  const Input *input = data;
  Batch *self = user_data;
  g_autofree char *path = build_output_path (self, input, 0);
  g_autoptr(GPtrArray) sessions = NULL;
  g_autoptr(GError) error = NULL;

  if (is_done (input->path, path))
    {
      g_atomic_int_inc (&self->n_kept);
      show_progress (self);
      return;
    }

  sessions = lieudit_cli_read_sessions (input->path, self->language, &error);
  if (sessions != NULL && write_articles (self, input, sessions, &error))
    {
      g_atomic_int_inc (&self->n_written);
    }
  else
    {
      g_autofree char *complaint = lieudit_cli_format_complaint (input->path, error->message);

      answer->complaint = g_strconcat (self->shows_progress ? "\r\033[K" : "", complaint, NULL);
      answer->failed = TRUE;
      g_atomic_int_inc (&self->n_failed);
    }
  show_progress (self);
}

static gboolean
push_file (Batch      *self,
           const char *path,
           const char *name)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  input->name = g_strdup (name);

  return lieudit_cli_jobs_push (self->jobs, input, 0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Hidden files are nobody's articles, links may lead in circles, and what is written must not be read again. */
static gboolean
push_folder (Batch      *self,
             const char *path,
             const char *name,
             guint       depth)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (folder == NULL || depth > DEEPEST_FOLDER)
    {
      lieudit_cli_complain (path, error != NULL ? error->message : _("These folders lie too deep in each other."));
      g_atomic_int_inc (&self->n_failed);
      return TRUE;
    }

  while ((entry = g_dir_read_name (folder)) != NULL)
    {
      if (entry[0] != '.')
        g_ptr_array_add (names, g_strdup (entry));
    }
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner_path = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *inner_name = name != NULL ? g_build_filename (name, g_ptr_array_index (names, i), NULL)
                                                 : g_strdup (g_ptr_array_index (names, i));
      gboolean goes_on = TRUE;

      if (g_file_test (inner_path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (inner_path, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *real_path = g_canonicalize_filename (inner_path, NULL);
          g_autofree char *real_output = g_canonicalize_filename (self->output_path, NULL);

          if (!g_str_equal (real_path, real_output))
            goes_on = push_folder (self, inner_path, inner_name, depth + 1);
        }
      else if (g_file_test (inner_path, G_FILE_TEST_IS_REGULAR))
        {
          goes_on = push_file (self, inner_path, inner_name);
        }
      if (!goes_on)
        return FALSE;
    }

  return TRUE;
}

/*
 * lieudit_cli_export:
 * @gazetteer: the gazetteer
 * @format: the format
 * @session: an article, and what a person said of it
 * @id: what it is called
 * @pretty: whether to break and indent lines
 * @tells_left_out: whether to tell what of its file is no article
 * @error: return location for an error
 *
 * Finds the places in an article and writes them.
 *
 * Returns: (transfer full) (nullable): a document, or %NULL on error
 */
GBytes *
lieudit_cli_export (LieuditGazetteer           *gazetteer,
                    const LieuditExportFormat  *format,
                    LieuditSession             *session,
                    const char                 *id,
                    gboolean                    pretty,
                    gboolean                    tells_left_out,
                    GError                    **error)
{
  g_autoptr(LieuditAnalysis) analysis = lieudit_cli_analyse (gazetteer, session, error);
  LieuditExport what = { .analysis = analysis, .session = session, .gazetteer = gazetteer, .id = id, .pretty = pretty, .tells_left_out = tells_left_out };

  return analysis != NULL ? format->write (&what, error) : NULL;
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
  Batch self = { gazetteer, format, output_path, language, NULL, isatty (STDERR_FILENO), 0, 0, 0 };
  g_autoptr(LieuditCliOutput) output = lieudit_cli_output_new (NULL);
  g_autoptr(LieuditCliJobs) jobs = lieudit_cli_jobs_new (n_threads, answer_input, &self, input_free, output);

  self.jobs = jobs;
  if (g_mkdir_with_parents (output_path, 0777) != 0)
    {
      lieudit_cli_complain (output_path, g_strerror (errno));
      return LIEUDIT_CLI_FAILED;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (names[i]);

      if (!(g_file_test (names[i], G_FILE_TEST_IS_DIR) ? push_folder (&self, names[i], NULL, 0)
                                                       : push_file (&self, names[i], name)))
        break;
    }
  lieudit_cli_jobs_finish (jobs, NULL, NULL);

  if (self.shows_progress)
    g_printerr ("\r\033[K");
  g_printerr (_("%d written, %d kept, %d failed"), self.n_written, self.n_kept, self.n_failed);
  g_printerr ("\n");

  return self.n_failed == 0 ? LIEUDIT_CLI_DONE : LIEUDIT_CLI_FAILED;
}
