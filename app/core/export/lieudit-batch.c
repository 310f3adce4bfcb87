/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole folders of articles, each to a file of its own. A run that was stopped goes on where it was. */
#include "config.h"

#include "export/lieudit-batch.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "session/lieudit-session-file.h"

/* Folders in folders; deeper ones are a loop of mounts. */
#define DEEPEST_FOLDER 64

/**
 * lieudit_batch_input_new:
 * @path: (type filename): a file
 * @name: (type filename): what it is called in the folder that is written to
 *
 * Returns: (transfer full): an input
 */
LieuditBatchInput *
lieudit_batch_input_new (const char *path,
                         const char *name)
{
  LieuditBatchInput *input = g_new0 (LieuditBatchInput, 1);

  input->path = g_strdup (path);
  input->name = g_strdup (name);

  return input;
}

/* lieudit_batch_input_free: frees an input. */
void
lieudit_batch_input_free (gpointer data)
{
  LieuditBatchInput *input = data;

  g_free (input->path);
  g_free (input->name);
  g_free (input);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_folder (const char  *path,
             guint        depth,
             GError     **error)
{
  g_autoptr(GDir) folder = NULL;
  GPtrArray *names;
  const char *entry;

  if (depth > DEEPEST_FOLDER)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_LOOP, _("These folders lie too deep in each other."));
      return NULL;
    }
  folder = g_dir_open (path, 0, error);
  if (folder == NULL)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  while ((entry = g_dir_read_name (folder)) != NULL)
    {
      if (entry[0] != '.')
        g_ptr_array_add (names, g_strdup (entry));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

static gboolean
is_same_folder (const char *a,
                const char *b)
{
  g_autofree char *canonical_a = g_canonicalize_filename (a, NULL);
  g_autofree char *canonical_b = g_canonicalize_filename (b, NULL);

  return strcmp (canonical_a, canonical_b) == 0;
}

typedef struct {
  const char        *output_path;
  LieuditBatchVisit  visit;
  gpointer           data;
} Walk;

/* Hidden files are nobody's articles, links may lead in circles, and what is written must not be read again. */
static gboolean
walk_folder (const Walk *walk,
             const char *path,
             const char *name,
             guint       depth)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = list_folder (path, depth, &error);

  if (names == NULL)
    return walk->visit (path, NULL, error->message, walk->data);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner_path = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *inner_name = name != NULL ? g_build_filename (name, g_ptr_array_index (names, i), NULL)
                                                 : g_strdup (g_ptr_array_index (names, i));
      gboolean goes_on = TRUE;

      if (g_file_test (inner_path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (inner_path, G_FILE_TEST_IS_REGULAR))
        goes_on = walk->visit (inner_path, inner_name, NULL, walk->data);
      else if (g_file_test (inner_path, G_FILE_TEST_IS_DIR) && !is_same_folder (inner_path, walk->output_path))
        goes_on = walk_folder (walk, inner_path, inner_name, depth + 1);
      if (!goes_on)
        return FALSE;
    }

  return TRUE;
}

/**
 * lieudit_batch_walk:
 * @folder: (type filename): a folder
 * @output_path: (type filename): the folder that is written to, which is not read
 * @visit: (scope call): told of each file
 * @data: for @visit
 *
 * Finds all files in a folder and those in it, in the order of their names.
 *
 * Returns: whether all were visited
 */
gboolean
lieudit_batch_walk (const char        *folder,
                    const char        *output_path,
                    LieuditBatchVisit  visit,
                    gpointer           data)
{
  Walk walk = { output_path, visit, data };

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (output_path != NULL, FALSE);

  return walk_folder (&walk, folder, NULL, 0);
}

/**
 * lieudit_export_session:
 * @session: an article, and what a person said of it
 * @how: how to write it; its analysis and session are not looked at
 * @format: the format
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Finds the places in an article and writes them.
 *
 * Returns: (transfer full) (nullable): a document, or %NULL on error
 */
GBytes *
lieudit_export_session (LieuditSession             *session,
                        const LieuditExport        *how,
                        const LieuditExportFormat  *format,
                        GCancellable               *cancellable,
                        GError                    **error)
{
  g_autoptr(LieuditAnalysis) found = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;
  LieuditExport what = *how;

  found = lieudit_analysis_run (how->gazetteer, lieudit_session_get_article (session), cancellable, error);
  if (found == NULL)
    return NULL;

  analysis = lieudit_session_apply (session, NULL, how->gazetteer, found);
  lieudit_session_put_notes (session, analysis);
  what.analysis = analysis;
  what.session = session;

  return format->write (&what, error);
}

static char *
build_output_path (const LieuditBatch      *self,
                   const LieuditBatchInput *input,
                   guint                    number)
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
write_articles (const LieuditBatch       *self,
                const LieuditBatchInput  *input,
                GPtrArray                *sessions,
                GCancellable             *cancellable,
                GError                  **error)
{
  g_autofree char *id = g_filename_display_name (input->path);

  for (guint i = sessions->len; i > 0; i--)
    {
      guint number = sessions->len > 1 && i > 1 ? i : 0;
      g_autofree char *own_id = sessions->len > 1 ? g_strdup_printf ("%s#%u", id, i) : g_strdup (id);
      g_autofree char *path = build_output_path (self, input, number);
      LieuditExport how = { .gazetteer = self->gazetteer, .id = own_id, .pretty = TRUE };
      g_autoptr(GBytes) bytes = lieudit_export_session (g_ptr_array_index (sessions, i - 1), &how, self->format, cancellable, error);

      if (bytes == NULL || !write_file (path, bytes, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lieudit_batch_read:
 * @self: what to do
 * @input: a file
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the articles of a file and writes what they name, unless an earlier run
 * did since the file was changed last. It may be called in several threads.
 *
 * Returns: what came of it
 */
LieuditBatchOutcome
lieudit_batch_read (const LieuditBatch       *self,
                    const LieuditBatchInput  *input,
                    GCancellable             *cancellable,
                    GError                  **error)
{
  g_autofree char *path = build_output_path (self, input, 0);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GPtrArray) sessions = NULL;

  if (is_done (input->path, path))
    return LIEUDIT_BATCH_KEPT;

  file = g_file_new_for_path (input->path);
  sessions = lieudit_sessions_open (file, self->language, cancellable, error);

  return sessions != NULL && write_articles (self, input, sessions, cancellable, error) ? LIEUDIT_BATCH_WRITTEN
                                                                                         : LIEUDIT_BATCH_FAILED;
}
