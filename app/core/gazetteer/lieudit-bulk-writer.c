/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-bulk-writer-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "gazetteer/lieudit-place-encoder.h"
#include "gazetteer/lieudit-spill-file.h"

#define COPY_SIZE (1024 * 1024)

/* As large as the file's offsets reach. */
#define LARGEST_SECTION ((guint64) G_MAXUINT32)

static void
add_posting (const char             *key,
             const LieuditCandidate *candidate,
             guint32                 importance,
             gpointer                user_data)
{
  LieuditBulkWriter *self = user_data;
  guint8 record[512];
  gsize length = strlen (key) + 1;
  LieuditBulkPosting posting;

  if (self->error != NULL || length + sizeof (posting) > sizeof (record))
    return;

  posting.unimportance = GUINT32_TO_BE (G_MAXUINT32 - importance);
  posting.place = GUINT32_TO_BE (candidate->place);
  posting.flags = GUINT16_TO_BE ((guint16) ~candidate->flags);
  posting.language = (guint8) candidate->language;
  memcpy (record, key, length);
  memcpy (record + length, &posting, sizeof (posting));
  lieudit_external_sort_add (self->postings, record, length + sizeof (posting), &self->error);
}

/**
 * lieudit_bulk_writer_new:
 * @folder: where the work is done, on files without names
 * @memory: bytes of names to hold at once
 * @error: return location for an error
 *
 * Returns: (transfer full): a writer, or %NULL with an error
 */
LieuditBulkWriter *
lieudit_bulk_writer_new (const char  *folder,
                         gsize        memory,
                         GError     **error)
{
  g_autoptr(LieuditBulkWriter) self = g_new0 (LieuditBulkWriter, 1);

  self->folder = g_strdup (folder);
  self->speller = lieudit_name_index_builder_new_for_function (add_posting, self);
  self->postings = lieudit_external_sort_new (folder, memory);
  self->names = g_byte_array_new ();
  self->strings = g_byte_array_new ();
  for (guint i = 0; i < LIEUDIT_N_SECTIONS; i++)
    {
      self->files[i] = lieudit_spill_file_open (folder, error);
      if (self->files[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * lieudit_bulk_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer and its files.
 */
void
lieudit_bulk_writer_free (LieuditBulkWriter *self)
{
  for (guint i = 0; i < LIEUDIT_N_SECTIONS; i++)
    g_clear_pointer (&self->files[i], fclose);
  g_free (self->folder);
  lieudit_name_index_builder_free (self->speller);
  g_clear_pointer (&self->postings, lieudit_external_sort_free);
  g_byte_array_unref (self->names);
  g_byte_array_unref (self->strings);
  g_clear_error (&self->error);
  g_free (self);
}

/*
 * lieudit_bulk_writer_append:
 * @self: a writer
 * @section: a section of the file
 * @data: (array length=size): what comes next in it
 * @size: bytes
 * @error: return location for an error
 *
 * Returns: whether there was room for it
 */
gboolean
lieudit_bulk_writer_append (LieuditBulkWriter        *self,
                            LieuditGazetteerSection   section,
                            const void               *data,
                            gsize                     size,
                            GError                  **error)
{
  if (self->sizes[section] + size > LARGEST_SECTION)
    {
      lieudit_spill_set_error (EFBIG, error);
      return FALSE;
    }

  self->sizes[section] += size;

  return lieudit_spill_file_write (self->files[section], data, size, error);
}

/**
 * lieudit_bulk_writer_add_place:
 * @self: a writer
 * @record: a place
 * @error: return location for an error
 *
 * Adds a place. They must come in the order of their identifiers, each once.
 *
 * Returns: whether there was room for it
 */
gboolean
lieudit_bulk_writer_add_place (LieuditBulkWriter         *self,
                               const LieuditPlaceRecord  *record,
                               GError                   **error)
{
  LieuditPlaceEntry entry;
  guint32 index = self->n_places;

  g_byte_array_set_size (self->names, 0);
  g_byte_array_set_size (self->strings, 0);
  lieudit_encode_place (record, LIEUDIT_GAZETTEER_NO_PLACE,
                        self->names, (guint32) self->sizes[LIEUDIT_SECTION_NAMES],
                        self->strings, (guint32) self->sizes[LIEUDIT_SECTION_STRINGS], &entry);

  for (guint i = 0; i < record->names->len; i++)
    {
      const LieuditNameRecord *name = &g_array_index (record->names, LieuditNameRecord, i);

      lieudit_name_index_builder_add (self->speller, name->text, index, name->language,
                                      name->preferred ? LIEUDIT_CANDIDATE_PREFERRED : 0, lieudit_place_record_get_importance (record));
    }
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  self->n_places++;
  self->n_names += entry.n_names;

  return lieudit_bulk_writer_append (self, LIEUDIT_SECTION_PLACES, &entry, sizeof (entry), error) &&
         lieudit_bulk_writer_append (self, LIEUDIT_SECTION_NAMES, self->names->data, self->names->len, error) &&
         lieudit_bulk_writer_append (self, LIEUDIT_SECTION_STRINGS, self->strings->data, self->strings->len, error) &&
         lieudit_bulk_writer_append (self, LIEUDIT_SECTION_IDENTIFIERS, &index, sizeof (index), error);
}

/**
 * lieudit_bulk_writer_get_n_places:
 * @self: a writer
 *
 * Returns: how many places were added
 */
guint64
lieudit_bulk_writer_get_n_places (LieuditBulkWriter *self)
{
  return self->n_places;
}

/**
 * lieudit_bulk_writer_get_n_names:
 * @self: a writer
 *
 * Returns: how many different names they have
 */
guint64
lieudit_bulk_writer_get_n_names (LieuditBulkWriter *self)
{
  return self->n_names;
}

static gboolean
write_sources (LieuditBulkWriter             *self,
               const LieuditGazetteerSource  *sources,
               guint                          n_sources,
               GError                       **error)
{
  g_autoptr(GByteArray) strings = g_byte_array_new ();
  guint32 start = (guint32) self->sizes[LIEUDIT_SECTION_STRINGS];

  for (guint i = 0; i < n_sources; i++)
    {
      LieuditSourceEntry entry;

      entry.key = start + lieudit_encode_string (strings, sources[i].key);
      entry.title = start + lieudit_encode_string (strings, sources[i].title);
      entry.licence = start + lieudit_encode_string (strings, sources[i].licence);
      entry.url = start + lieudit_encode_string (strings, sources[i].url);
      entry.date = start + lieudit_encode_string (strings, sources[i].date);
      entry.n_places = sources[i].n_places;
      if (!lieudit_bulk_writer_append (self, LIEUDIT_SECTION_SOURCES, &entry, sizeof (entry), error))
        return FALSE;
    }

  /* Both sections end with NUL even when they are empty. */
  return lieudit_bulk_writer_append (self, LIEUDIT_SECTION_STRINGS, strings->data, strings->len, error) &&
         lieudit_bulk_writer_append (self, LIEUDIT_SECTION_STRINGS, "", 1, error) &&
         lieudit_bulk_writer_append (self, LIEUDIT_SECTION_NAMES, "", 1, error);
}

static gboolean
write_and_sum (FILE        *file,
               GChecksum   *checksum,
               const void  *data,
               gsize        size,
               GError     **error)
{
  g_checksum_update (checksum, data, (gssize) size);

  return lieudit_spill_file_write (file, data, size, error);
}

static gboolean
copy_section (FILE          *from,
              guint64        size,
              FILE          *file,
              GChecksum     *checksum,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *buffer = g_malloc (COPY_SIZE);
  static const char padding[8] = { 0, };

  if (!lieudit_spill_file_rewind (from, error))
    return FALSE;
  for (guint64 n_left = size; n_left > 0; )
    {
      gsize n = (gsize) MIN (n_left, COPY_SIZE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !lieudit_spill_file_read (from, buffer, n, error) ||
          !write_and_sum (file, checksum, buffer, n, error))
        return FALSE;
      n_left -= n;
    }

  return write_and_sum (file, checksum, padding, (8 - size % 8) % 8, error);
}

static gboolean
write_file (LieuditBulkWriter  *self,
            FILE               *file,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  LieuditGazetteerHeader header = { 0, };
  gsize digest_length = sizeof (header.checksum);
  guint64 offset = sizeof (header);

  if (!lieudit_spill_file_write (file, &header, sizeof (header), error))
    return FALSE;
  for (guint i = 0; i < LIEUDIT_N_SECTIONS; i++)
    {
      header.sections[i].offset = offset;
      header.sections[i].size = self->sizes[i];
      offset += (self->sizes[i] + 7) / 8 * 8;
      if (!copy_section (self->files[i], self->sizes[i], file, checksum, cancellable, error))
        return FALSE;
    }

  memcpy (header.magic, LIEUDIT_GAZETTEER_MAGIC, sizeof (header.magic));
  header.version = LIEUDIT_GAZETTEER_VERSION;
  header.byte_order = LIEUDIT_GAZETTEER_BYTE_ORDER;
  header.file_size = offset;
  g_checksum_get_digest (checksum, header.checksum, &digest_length);

  if (!lieudit_spill_file_rewind (file, error) ||
      !lieudit_spill_file_write (file, &header, sizeof (header), error))
    return FALSE;
  if (fflush (file) != 0 || fsync (fileno (file)) != 0)
    {
      lieudit_spill_set_error (errno, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * lieudit_bulk_writer_finish:
 * @self: a writer, not to be used again
 * @sources: (array length=n_sources): where the data come from
 * @n_sources: how many
 * @path: the compiled file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Puts the file together. It takes the place of an older one once it is whole
 * and on disk; until then, and whenever this fails, the older one stays.
 *
 * Returns: whether it was written
 */
gboolean
lieudit_bulk_writer_finish (LieuditBulkWriter             *self,
                            const LieuditGazetteerSource  *sources,
                            guint                          n_sources,
                            const char                    *path,
                            GCancellable                  *cancellable,
                            GError                       **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  FILE *file;
  int descriptor;
  gboolean done;

  if (!lieudit_bulk_writer_write_name_index (self, cancellable, error) ||
      !write_sources (self, sources, n_sources, error))
    return FALSE;

  descriptor = g_mkstemp (temporary);
  if (descriptor < 0)
    {
      lieudit_spill_set_error (errno, error);
      return FALSE;
    }

  file = fdopen (descriptor, "r+b");
  done = write_file (self, file, cancellable, error);
  fclose (file);
  if (done && g_rename (temporary, path) != 0)
    {
      lieudit_spill_set_error (errno, error);
      done = FALSE;
    }
  if (!done)
    g_unlink (temporary);

  return done;
}
