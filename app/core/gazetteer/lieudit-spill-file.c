/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-spill-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Few large writes: many files are written and read at once. */
#define BUFFER_SIZE (256 * 1024)

/*
 * lieudit_spill_set_error:
 * @code: an errno
 * @error: return location for an error
 *
 * Says what went wrong when writing, and what to do.
 */
void
lieudit_spill_set_error (int      code,
                         GError **error)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _("There is no room left on the disk: free some and try again. Nothing was changed."));
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("Your data folder cannot be written: %s. Nothing was changed."), g_strerror (code));
}

/*
 * lieudit_spill_file_open:
 * @folder: where to make it
 * @error: return location for an error
 *
 * Makes a file without a name, which is gone when it is closed or the program
 * ends, however that comes about.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
FILE *
lieudit_spill_file_open (const char  *folder,
                         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, ".spill-XXXXXX", NULL);
  FILE *file;
  int descriptor = g_mkstemp (path);

  if (descriptor < 0)
    {
      lieudit_spill_set_error (errno, error);
      return NULL;
    }

  g_unlink (path);
  file = fdopen (descriptor, "w+b");
  g_assert (file != NULL);
  setvbuf (file, NULL, _IOFBF, BUFFER_SIZE);

  return file;
}

/*
 * lieudit_spill_file_write:
 * @file: a file
 * @data: (array length=length): bytes
 * @length: how many
 * @error: return location for an error
 *
 * Returns: whether they were written
 */
gboolean
lieudit_spill_file_write (FILE        *file,
                          const void  *data,
                          gsize        length,
                          GError     **error)
{
  if (length == 0 || fwrite (data, length, 1, file) == 1)
    return TRUE;

  lieudit_spill_set_error (errno, error);
  return FALSE;
}

/*
 * lieudit_spill_file_read:
 * @file: a file
 * @data: (out) (array length=length): where to put bytes
 * @length: how many
 * @error: return location for an error
 *
 * Returns: whether they were read; %FALSE without an error at the end
 */
gboolean
lieudit_spill_file_read (FILE    *file,
                         void    *data,
                         gsize    length,
                         GError **error)
{
  if (length == 0 || fread (data, length, 1, file) == 1)
    return TRUE;

  if (ferror (file))
    lieudit_spill_set_error (errno, error);
  return FALSE;
}

/*
 * lieudit_spill_file_rewind:
 * @file: a file that was written
 * @error: return location for an error
 *
 * Goes back to the start, to read.
 *
 * Returns: whether all that was written is there
 */
gboolean
lieudit_spill_file_rewind (FILE    *file,
                           GError **error)
{
  if (fflush (file) == 0 && fseeko (file, 0, SEEK_SET) == 0)
    return TRUE;

  lieudit_spill_set_error (errno, error);
  return FALSE;
}
