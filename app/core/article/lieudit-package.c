/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files in a zip archive, as long as they are no more than a person can read. */
#include "config.h"

#include "article/lieudit-package.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"

#define CHUNK_SIZE (64 * 1024)
#define MOST_ENTRIES 20000

/* What is unpacked into memory of one file. */
#define ENTRY_SIZE_LIMIT (64u * 1024 * 1024)

static void
entry_free (gpointer data)
{
  LieuditPackageEntry *entry = data;

  g_free (entry->path);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

static gboolean
set_error (struct archive  *archive,
           GError         **error)
{
  g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
               /* Translators: %s is what is wrong, in English */
               _("This file is a damaged zip archive, or cut off (%s). Get it again from where it comes from."),
               archive_error_string (archive) != NULL ? archive_error_string (archive) : "zip");
  return FALSE;
}

static GBytes *
unpack (struct archive  *archive,
        LieuditReading  *reading,
        GError         **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  la_ssize_t n_read;

  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK_SIZE);
      n_read = archive_read_data (archive, bytes->data + length, CHUNK_SIZE);
      if (n_read < 0)
        {
          set_error (archive, error);
          return NULL;
        }
      g_byte_array_set_size (bytes, length + (guint) n_read);
      if (!lieudit_reading_check (reading, (gsize) n_read, error))
        return NULL;
      if (bytes->len > ENTRY_SIZE_LIMIT)
        {
          lieudit_article_set_too_large_error (error, bytes->len);
          return NULL;
        }
    }
  while (n_read > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
read_entries (struct archive  *archive,
              GPtrArray       *entries,
              LieuditReading  *reading,
              GError         **error)
{
  struct archive_entry *header;
  int status;

  while ((status = archive_read_next_header (archive, &header)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *path = archive_entry_pathname (header);
      LieuditPackageEntry *entry;
      GBytes *bytes;

      if (entries->len >= MOST_ENTRIES)
        return lieudit_reading_check (reading, G_MAXSIZE, error);

      /* Links lead nowhere in a file, and pictures are not read. */
      if (path == NULL || archive_entry_filetype (header) != AE_IFREG || archive_entry_symlink (header) != NULL ||
          archive_entry_hardlink (header) != NULL)
        continue;

      if (archive_entry_is_encrypted (header))
        {
          g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                               _("This file is locked with a password. Unlock it, and open what is in it."));
          return FALSE;
        }

      bytes = unpack (archive, reading, error);
      if (bytes == NULL)
        return FALSE;

      entry = g_new0 (LieuditPackageEntry, 1);
      entry->path = g_utf8_make_valid (path, -1);
      entry->bytes = bytes;
      g_ptr_array_add (entries, entry);
    }

  return status == ARCHIVE_EOF || set_error (archive, error);
}

/**
 * lieudit_package_read:
 * @bytes: a zip archive
 * @reading: what is being read
 * @error: return location for an error
 *
 * Unpacks a zip archive into memory. Folders and links are left out.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditPackageEntry): the
 *   files in it
 */
GPtrArray *
lieudit_package_read (GBytes          *bytes,
                      LieuditReading  *reading,
                      GError         **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  struct archive *archive = archive_read_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  gboolean is_read;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, length) == ARCHIVE_OK)
    is_read = read_entries (archive, entries, reading, error);
  else
    is_read = set_error (archive, error);
  archive_read_free (archive);

  return is_read ? g_steal_pointer (&entries) : NULL;
}

/**
 * lieudit_package_find:
 * @entries: (element-type LieuditPackageEntry): the files of a package
 * @path: the path of one
 *
 * Returns: (transfer none) (nullable): what is in that file
 */
GBytes *
lieudit_package_find (GPtrArray  *entries,
                      const char *path)
{
  for (guint i = 0; i < entries->len; i++)
    {
      LieuditPackageEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->path, path) == 0)
        return entry->bytes;
    }

  return NULL;
}

/**
 * lieudit_package_parse:
 * @entries: (element-type LieuditPackageEntry): the files of a package
 * @path: the path of one
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the tree of that file; without an error
 *   if there is no such file
 */
xmlDoc *
lieudit_package_parse (GPtrArray   *entries,
                       const char  *path,
                       GError     **error)
{
  GBytes *bytes = lieudit_package_find (entries, path);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  return lieudit_xml_parse (data != NULL ? data : "", length, error);
}
