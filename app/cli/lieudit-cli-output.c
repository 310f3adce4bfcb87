/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lieudit-cli.h"

#define FLUSH_SIZE (64 * 1024)

/*
 * LieuditCliOutput:
 *
 * Where results go: standard output, or a file that appears or changes only
 * once all is written.
 */
struct _LieuditCliOutput
{
  char *name;            /* for complaints */
  char *path;            /* what the temporary file becomes */
  char *temporary_path;  /* NULL if written directly */
  int descriptor;
  gboolean failed;
  GString *pending;
};

/* Complains once. */
static gboolean
fail (LieuditCliOutput *self,
      int               error_number)
{
  g_autofree char *reason = NULL;

  if (self->failed)
    return FALSE;

  self->failed = TRUE;
  reason = g_strdup_printf (_("The results cannot be written here: %s. Choose another place with --output."),
                            g_strerror (error_number));
  lieudit_cli_complain (self->name, reason);

  return FALSE;
}

static gboolean
open_temporary (LieuditCliOutput *self,
                mode_t            mode)
{
  self->temporary_path = g_strconcat (self->path, ".XXXXXX", NULL);
  self->descriptor = g_mkstemp_full (self->temporary_path, O_RDWR | O_CLOEXEC, 0666);
  if (self->descriptor < 0)
    {
      g_clear_pointer (&self->temporary_path, g_free);
      return fail (self, errno);
    }

  if (mode != 0 && fchmod (self->descriptor, mode) != 0)
    return fail (self, errno);

  return TRUE;
}

/* What is no regular file, such as /dev/null, must be written to, not replaced. */
static gboolean
open_file (LieuditCliOutput *self,
           const char       *path)
{
  struct stat status;
  char *target;

  if (stat (path, &status) != 0)
    {
      self->path = g_strdup (path);
      return open_temporary (self, 0);
    }

  if (!S_ISREG (status.st_mode))
    {
      self->descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
      return self->descriptor >= 0 || fail (self, errno);
    }

  if (access (path, W_OK) != 0)
    return fail (self, errno);

  target = realpath (path, NULL);
  self->path = g_strdup (target != NULL ? target : path);
  free (target);

  return open_temporary (self, status.st_mode & 07777);
}

static void
write_all (LieuditCliOutput *self,
           const char       *data,
           gsize             size)
{
  gsize n_written = 0;

  while (!self->failed && n_written < size)
    {
      gssize n = write (self->descriptor, data + n_written, size - n_written);

      if (n >= 0)
        n_written += (gsize) n;
      else if (errno != EINTR)
        fail (self, errno);
    }
}

/*
 * lieudit_cli_output_new:
 * @path: (nullable) (type filename): the file to write, or %NULL or "-" for
 *   standard output
 *
 * Opens an output, and complains if that cannot be done.
 *
 * Returns: (transfer full) (nullable): a new output
 */
LieuditCliOutput *
lieudit_cli_output_new (const char *path)
{
  g_autoptr(LieuditCliOutput) self = g_new0 (LieuditCliOutput, 1);

  self->pending = g_string_new (NULL);
  self->descriptor = -1;

  if (path == NULL || g_str_equal (path, "-"))
    {
      self->name = g_strdup (_("standard output"));
      self->descriptor = STDOUT_FILENO;
    }
  else
    {
      self->name = g_strdup (path);
      if (!open_file (self, path))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/*
 * lieudit_cli_output_free:
 * @self: (transfer full): an output
 *
 * Frees an output. A file that was not finished stays as it was before.
 */
void
lieudit_cli_output_free (LieuditCliOutput *self)
{
  if (self->descriptor >= 0 && self->descriptor != STDOUT_FILENO)
    close (self->descriptor);
  if (self->temporary_path != NULL)
    g_unlink (self->temporary_path);

  g_string_free (self->pending, TRUE);
  g_free (self->temporary_path);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/*
 * lieudit_cli_output_write_line:
 * @self: an output
 * @line: a text without its last line end
 *
 * Writes a text and a line end, soon. Failures are told by
 * lieudit_cli_output_flush() and lieudit_cli_output_finish().
 */
void
lieudit_cli_output_write_line (LieuditCliOutput *self,
                               const char       *line)
{
  gsize length = strlen (line);

  /* What is large is not copied once more. */
  if (length >= FLUSH_SIZE)
    {
      lieudit_cli_output_flush (self);
      write_all (self, line, length);
    }
  else
    {
      g_string_append_len (self->pending, line, (gssize) length);
    }
  g_string_append_c (self->pending, '\n');

  if (self->pending->len >= FLUSH_SIZE)
    lieudit_cli_output_flush (self);
}

/*
 * lieudit_cli_output_write_bytes:
 * @self: an output
 * @bytes: what to write
 *
 * Writes bytes as they are, soon. Failures are told as those of
 * lieudit_cli_output_write_line() are.
 */
void
lieudit_cli_output_write_bytes (LieuditCliOutput *self,
                                GBytes           *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_string_append_len (self->pending, data, (gssize) size);
  lieudit_cli_output_flush (self);
}

/*
 * lieudit_cli_output_flush:
 * @self: an output
 *
 * Hands on what was written so far.
 *
 * Returns: whether all could be written until now; if not, that was complained
 *   about
 */
gboolean
lieudit_cli_output_flush (LieuditCliOutput *self)
{
  write_all (self, self->pending->str, self->pending->len);
  g_string_truncate (self->pending, 0);

  return !self->failed;
}

/*
 * lieudit_cli_output_finish:
 * @self: an output
 *
 * Ends the output. A file becomes visible under its name.
 *
 * Returns: whether all could be written; if not, that was complained about
 */
gboolean
lieudit_cli_output_finish (LieuditCliOutput *self)
{
  if (!lieudit_cli_output_flush (self))
    return FALSE;

  if (self->temporary_path == NULL)
    return TRUE;

  if (fsync (self->descriptor) != 0 || g_rename (self->temporary_path, self->path) != 0)
    return fail (self, errno);
  g_clear_pointer (&self->temporary_path, g_free);

  return TRUE;
}
