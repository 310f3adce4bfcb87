/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zip archives: documents of word processors, and folders of articles. */
#include "config.h"

#include "article/lieudit-zip-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-package.h"

#define OPEN_DOCUMENT_TEXT "application/vnd.oasis.opendocument.text"

/**
 * lieudit_zip_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is a zip archive
 */
gboolean
lieudit_zip_recognise (const char *data,
                       gsize       length)
{
  return length >= 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0);
}

static gboolean
is_hidden (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return name[0] == '.' || g_str_has_prefix (path, "__MACOSX/");
}

static char *
make_source (LieuditReading *reading,
             const char     *path)
{
  const char *source = lieudit_reading_get_source (reading);
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  return source != NULL ? g_strconcat (source, "#", escaped, NULL) : g_strdup (escaped);
}

/* What cannot be read, such as a picture, is passed over if anything can. */
static gboolean
read_all (GPtrArray       *entries,
          LieuditReading  *reading,
          GError         **error)
{
  g_autoptr(GError) first_error = NULL;
  gboolean has_article = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const LieuditPackageEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *source = make_source (reading, entry->path);
      g_autoptr(GError) local_error = NULL;

      if (is_hidden (entry->path))
        continue;
      if (!lieudit_reading_check (reading, 0, error))
        return FALSE;

      if (lieudit_reading_read (reading, entry->bytes, source, &local_error))
        has_article = TRUE;
      else if (first_error == NULL)
        first_error = g_steal_pointer (&local_error);
    }

  if (!has_article && first_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
set_other_document_error (GError **error)
{
  g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_BINARY,
                       _("This is a document, but no text document. Open it in its own application, copy the article and paste it."));
  return FALSE;
}

/**
 * lieudit_zip_read:
 * @bytes: a zip archive
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads the document that an archive is, or the articles that are in it.
 *
 * Returns: whether they could be read
 */
gboolean
lieudit_zip_read (GBytes          *bytes,
                  LieuditReading  *reading,
                  GError         **error)
{
  g_autoptr(GPtrArray) entries = lieudit_package_read (bytes, reading, error);
  GBytes *type;
  gsize length;
  const char *data;

  if (entries == NULL)
    return FALSE;

  if (lieudit_package_find (entries, "word/document.xml") != NULL)
    return lieudit_docx_read_package (entries, reading, error);
  if (lieudit_package_find (entries, "[Content_Types].xml") != NULL)
    return set_other_document_error (error);

  type = lieudit_package_find (entries, "mimetype");
  data = type != NULL ? g_bytes_get_data (type, &length) : NULL;
  if (data != NULL && length >= strlen (OPEN_DOCUMENT_TEXT) &&
      memcmp (data, OPEN_DOCUMENT_TEXT, strlen (OPEN_DOCUMENT_TEXT)) == 0)
    return lieudit_odt_read_package (entries, reading, error);
  if (data != NULL && length > 16 && memmem (data, length, "opendocument", 12) != NULL)
    return set_other_document_error (error);

  return read_all (entries, reading, error);
}
