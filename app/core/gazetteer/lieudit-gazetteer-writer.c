/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-writer.h"

#include <string.h>

#include "gazetteer/lieudit-double-array.h"
#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-place-encoder.h"

struct _LieuditGazetteerWriter
{
  GArray     *places;  /* of LieuditPlaceEntry */
  GByteArray *names;
  GArray     *sources; /* of LieuditSourceEntry */
  GByteArray *strings;
};

/**
 * lieudit_gazetteer_writer_new:
 *
 * Returns: (transfer full): a writer of a compiled gazetteer
 */
LieuditGazetteerWriter *
lieudit_gazetteer_writer_new (void)
{
  LieuditGazetteerWriter *self = g_new0 (LieuditGazetteerWriter, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (LieuditPlaceEntry));
  self->names = g_byte_array_new ();
  self->sources = g_array_new (FALSE, FALSE, sizeof (LieuditSourceEntry));
  self->strings = g_byte_array_new ();

  return self;
}

/**
 * lieudit_gazetteer_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer.
 */
void
lieudit_gazetteer_writer_free (LieuditGazetteerWriter *self)
{
  g_array_unref (self->places);
  g_byte_array_unref (self->names);
  g_array_unref (self->sources);
  g_byte_array_unref (self->strings);
  g_free (self);
}

static void
count_source (LieuditGazetteerWriter *self,
              const char             *origin,
              gsize                   length)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      LieuditSourceEntry *source = &g_array_index (self->sources, LieuditSourceEntry, i);
      const char *key = (const char *) self->strings->data + source->key;

      if (strlen (key) == length && strncmp (key, origin, length) == 0)
        source->n_places++;
    }
}

static void
count_sources (LieuditGazetteerWriter   *self,
               const LieuditPlaceRecord *record)
{
  const char *origin = record->source != NULL ? record->source : "";

  while (*origin != '\0')
    {
      count_source (self, origin, strcspn (origin, ": "));
      origin += strcspn (origin, " ");
      origin += strspn (origin, " ");
    }
}

/**
 * lieudit_gazetteer_writer_add_source:
 * @self: a writer
 * @source: a source of the data; its count of places is not looked at
 *
 * Adds a source. Places that are added afterwards are counted for it where
 * what they say of their source begins with its key.
 */
void
lieudit_gazetteer_writer_add_source (LieuditGazetteerWriter       *self,
                                     const LieuditGazetteerSource *source)
{
  LieuditSourceEntry entry = { 0, };

  entry.key = lieudit_encode_string (self->strings, source->key);
  entry.title = lieudit_encode_string (self->strings, source->title);
  entry.licence = lieudit_encode_string (self->strings, source->licence);
  entry.url = lieudit_encode_string (self->strings, source->url);
  entry.date = lieudit_encode_string (self->strings, source->date);
  g_array_append_val (self->sources, entry);
}

/**
 * lieudit_gazetteer_writer_add_place:
 * @self: a writer
 * @record: a place
 * @parent: index of the place it lies in, or %LIEUDIT_GAZETTEER_NO_PLACE
 *
 * Adds a place. Its index is how many places were added before.
 */
void
lieudit_gazetteer_writer_add_place (LieuditGazetteerWriter   *self,
                                    const LieuditPlaceRecord *record,
                                    guint32                   parent)
{
  LieuditPlaceEntry entry;

  lieudit_encode_place (record, parent, self->names, 0, self->strings, 0, &entry);
  count_sources (self, record);

  g_array_append_val (self->places, entry);
}

static void
append_section (GByteArray              *file,
                LieuditGazetteerHeader  *header,
                LieuditGazetteerSection  section,
                const void              *data,
                gsize                    size)
{
  static const guint8 padding[8] = { 0, };

  header->sections[section].offset = file->len;
  header->sections[section].size = size;
  g_byte_array_append (file, data, (guint) size);
  g_byte_array_append (file, padding, (8 - file->len % 8) % 8);
}

static void
append_array (GByteArray              *file,
              LieuditGazetteerHeader  *header,
              LieuditGazetteerSection  section,
              GArray                  *array)
{
  append_section (file, header, section, array->data, (gsize) array->len * g_array_get_element_size (array));
}

static void
finish_header (GByteArray             *file,
               LieuditGazetteerHeader *header)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize digest_length = sizeof (header->checksum);

  memcpy (header->magic, LIEUDIT_GAZETTEER_MAGIC, sizeof (header->magic));
  header->version = LIEUDIT_GAZETTEER_VERSION;
  header->byte_order = LIEUDIT_GAZETTEER_BYTE_ORDER;
  header->file_size = file->len;
  g_checksum_update (checksum, file->data + sizeof (*header), (gssize) (file->len - sizeof (*header)));
  g_checksum_get_digest (checksum, header->checksum, &digest_length);
  memcpy (file->data, header, sizeof (*header));
}

/**
 * lieudit_gazetteer_writer_finish:
 * @self: a writer, not to be used again
 * @names: the names to look for
 * @identifiers: (array): the indices of all places in the order of their
 *   identifiers
 *
 * Puts the file together. The same additions always give the same bytes.
 *
 * Returns: (transfer full): the compiled gazetteer
 */
GBytes *
lieudit_gazetteer_writer_finish (LieuditGazetteerWriter  *self,
                                 LieuditNameIndexBuilder *names,
                                 const guint32           *identifiers)
{
  g_autoptr(GArray) nodes = g_array_new (FALSE, FALSE, sizeof (LieuditDoubleArrayNode));
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr(GByteArray) tail = g_byte_array_new ();
  g_autoptr(GByteArray) file = g_byte_array_new ();
  LieuditGazetteerHeader header = { 0, };

  lieudit_name_index_builder_build (names, nodes, tail, candidates);

  /* Both sections end with NUL even when they are empty. */
  lieudit_encode_string (self->names, "");
  lieudit_encode_string (self->strings, "");

  g_byte_array_append (file, (const guint8 *) &header, sizeof (header));
  append_array (file, &header, LIEUDIT_SECTION_PLACES, self->places);
  append_section (file, &header, LIEUDIT_SECTION_NAMES, self->names->data, self->names->len);
  append_array (file, &header, LIEUDIT_SECTION_NODES, nodes);
  append_section (file, &header, LIEUDIT_SECTION_TAIL, tail->data, tail->len);
  append_array (file, &header, LIEUDIT_SECTION_CANDIDATES, candidates);
  append_section (file, &header, LIEUDIT_SECTION_IDENTIFIERS, identifiers, self->places->len * sizeof (*identifiers));
  append_array (file, &header, LIEUDIT_SECTION_SOURCES, self->sources);
  append_section (file, &header, LIEUDIT_SECTION_STRINGS, self->strings->data, self->strings->len);
  finish_header (file, &header);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}
