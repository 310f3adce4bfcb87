/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-standing-file.h"

#include <errno.h>

#include <glib/gi18n.h>

#define LARGEST_FILE (16u * 1024 * 1024)

/**
 * lieudit_standing_file_dup_path:
 * @path: (nullable): a file
 * @name: what the file is called in the user's data folder
 *
 * Returns: (transfer full): @path if there is one, else the file in the user's data folder
 */
char *
lieudit_standing_file_dup_path (const char *path,
                                const char *name)
{
  return path != NULL ? g_strdup (path) : g_build_filename (g_get_user_data_dir (), "lieudit", name, NULL);
}

static void
read_list (LieuditJsonReader           *reader,
           gsize                        version,
           const char                  *list,
           LieuditStandingFileReadItem  read_item,
           gpointer                     user_data)
{
  g_autofree char *member = NULL;

  lieudit_json_reader_begin_object (reader);
  while (lieudit_json_reader_next_member (reader, &member))
    {
      if (g_str_equal (member, "version"))
        {
          if (lieudit_json_reader_read_size (reader) > version)
            lieudit_json_reader_set_problem (reader, _("A newer Lieudit wrote it."));
        }
      else if (g_str_equal (member, list))
        {
          lieudit_json_reader_begin_array (reader);
          while (lieudit_json_reader_next_element (reader))
            read_item (reader, user_data);
        }
      else
        {
          lieudit_json_reader_skip (reader);
        }
    }
  lieudit_json_reader_finish (reader);
}

/**
 * lieudit_standing_file_read:
 * @path: a file
 * @version: the version of the format that is known
 * @list: the member that holds the list
 * @read_item: (scope call): reads an item of the list
 * @user_data: what to give to @read_item
 * @error: return location for an error, a sentence that does not name the file
 *
 * Reads a list. A file that is missing is an empty list. Where this fails,
 * some items may have been read.
 *
 * Returns: whether all of the file was understood
 */
gboolean
lieudit_standing_file_read (const char                   *path,
                            gsize                         version,
                            const char                   *list,
                            LieuditStandingFileReadItem   read_item,
                            gpointer                      user_data,
                            GError                      **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) local_error = NULL;
  LieuditJsonReader reader;
  const char *problem = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (list != NULL, FALSE);
  g_return_val_if_fail (read_item != NULL, FALSE);

  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      problem = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? NULL : local_error->message;
    }
  else if (length > LARGEST_FILE)
    {
      problem = _("It is empty or too large.");
    }
  else
    {
      if (lieudit_json_reader_init (&reader, text, length))
        read_list (&reader, version, list, read_item, user_data);
      problem = lieudit_json_reader_get_problem (&reader);
    }

  if (problem != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problem);

  return problem == NULL;
}

/**
 * lieudit_standing_file_write:
 * @path: a file
 * @text: all that it is to hold
 * @error: return location for an error, a sentence that does not name the file
 *
 * Saves a file whole or not at all, for nobody but the person to read.
 *
 * Returns: whether it is on disk
 */
gboolean
lieudit_standing_file_write (const char  *path,
                             const char  *text,
                             GError     **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
  return FALSE;
}
