/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-archive-input.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#define BLOCK_SIZE (256 * 1024)

/* What libarchive calls the only entry of a file that is no archive. */
#define RAW_ENTRY "data"

/**
 * LieuditArchiveInput:
 *
 * The files in a zip archive, one after the other, or a file that is none,
 * gunzipped and the like where that is needed. Reading ends with each entry.
 */
struct _LieuditArchiveInput
{
  GInputStream parent_instance;

  struct archive *archive;
  char           *path;
  char           *name; /* of the entry */
};

G_DEFINE_FINAL_TYPE (LieuditArchiveInput, lieudit_archive_input, G_TYPE_INPUT_STREAM)

static gboolean
set_error (LieuditArchiveInput  *self,
           GError              **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  const char *reason = archive_error_string (self->archive);

  /* Translators: the first %s is the path of a file, the second says what is wrong with it */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("%s cannot be read: %s"), name,
               reason != NULL ? reason : _("it is empty or damaged."));
  return FALSE;
}

static gssize
lieudit_archive_input_read (GInputStream  *stream,
                            void          *buffer,
                            gsize          count,
                            GCancellable  *cancellable,
                            GError       **error)
{
  LieuditArchiveInput *self = LIEUDIT_ARCHIVE_INPUT (stream);
  la_ssize_t n_read;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  do
    n_read = archive_read_data (self->archive, buffer, count);
  while (n_read == ARCHIVE_RETRY);

  if (n_read >= 0)
    return (gssize) n_read;

  set_error (self, error);
  return -1;
}

static void
lieudit_archive_input_finalize (GObject *object)
{
  LieuditArchiveInput *self = LIEUDIT_ARCHIVE_INPUT (object);

  archive_read_free (self->archive);
  g_free (self->path);
  g_free (self->name);

  G_OBJECT_CLASS (lieudit_archive_input_parent_class)->finalize (object);
}

static void
lieudit_archive_input_class_init (LieuditArchiveInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_archive_input_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = lieudit_archive_input_read;
}

static void
lieudit_archive_input_init (LieuditArchiveInput *self)
{
  self->archive = archive_read_new ();
  archive_read_support_filter_all (self->archive);
  archive_read_support_format_zip (self->archive);
  archive_read_support_format_raw (self->archive);
  archive_read_support_format_empty (self->archive);
}

/**
 * lieudit_archive_input_open:
 * @path: a file
 * @error: return location for an error
 *
 * Opens a file. lieudit_archive_input_next() then comes to its first entry.
 *
 * Returns: (transfer full): a stream, or %NULL with an error
 */
LieuditArchiveInput *
lieudit_archive_input_open (const char  *path,
                            GError     **error)
{
  g_autoptr(LieuditArchiveInput) self = g_object_new (LIEUDIT_TYPE_ARCHIVE_INPUT, NULL);

  self->path = g_strdup (path);
  if (archive_read_open_filename (self->archive, path, BLOCK_SIZE) == ARCHIVE_OK)
    return g_steal_pointer (&self);

  set_error (self, error);
  return NULL;
}

/**
 * lieudit_archive_input_next:
 * @self: an input
 * @name: (out) (transfer none): the name of the entry, for messages
 * @error: return location for an error
 *
 * Goes on to the next file in the archive.
 *
 * Returns: whether there is one; %FALSE without an error at the end
 */
gboolean
lieudit_archive_input_next (LieuditArchiveInput  *self,
                            const char          **name,
                            GError              **error)
{
  struct archive_entry *entry;
  int status;

  do
    {
      do
        status = archive_read_next_header (self->archive, &entry);
      while (status == ARCHIVE_RETRY);
    }
  while ((status == ARCHIVE_OK || status == ARCHIVE_WARN) && archive_entry_filetype (entry) == AE_IFDIR);

  if (status == ARCHIVE_EOF)
    return FALSE;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
    return set_error (self, error);

  g_free (self->name);
  if (archive_format (self->archive) == ARCHIVE_FORMAT_RAW)
    self->name = g_path_get_basename (self->path);
  else
    self->name = g_path_get_basename (archive_entry_pathname (entry) != NULL ? archive_entry_pathname (entry)
                                                                             : RAW_ENTRY);
  *name = self->name;

  return TRUE;
}

/**
 * lieudit_archive_input_get_position:
 * @self: an input
 *
 * Returns: how many bytes of the file itself were read
 */
gint64
lieudit_archive_input_get_position (LieuditArchiveInput *self)
{
  return archive_filter_bytes (self->archive, -1);
}
