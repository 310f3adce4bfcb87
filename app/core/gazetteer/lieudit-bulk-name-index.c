/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-bulk-writer-private.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "gazetteer/lieudit-double-array.h"
#include "gazetteer/lieudit-spill-file.h"
#include "gazetteer/lieudit-word-list.h"

/* How often to look whether the work was cancelled. */
#define CANCEL_INTERVAL 4096

/* The candidates of one name, while they come. */
typedef struct
{
  GString *key;
  GArray  *units;    /* of guint16: room for the count, then LieuditCandidates */
  guint32  previous;
  guint    marks;    /* what the name is beside */
} NameGroup;

static gboolean
end_group (LieuditBulkWriter  *self,
           NameGroup          *group,
           FILE               *keys,
           GArray             *offsets,
           GArray             *values,
           GError            **error)
{
  const guint n_units = sizeof (LieuditCandidate) / sizeof (guint16);
  guint32 value = (guint32) (self->sizes[LIEUDIT_SECTION_CANDIDATES] / sizeof (guint16));
  gsize offset;

  if (group->units->len <= 1)
    return TRUE;

  offset = offsets->len > 0 ? g_array_index (offsets, gsize, offsets->len - 1) : 0;
  offset += group->key->len + 1;
  g_array_append_val (offsets, offset); /* of the next key */
  g_array_append_val (values, value);
  g_array_index (group->units, guint16, 0) = (guint16) ((group->units->len - 1) / n_units);

  return lieudit_bulk_writer_append (self, LIEUDIT_SECTION_CANDIDATES,
                                     group->units->data, group->units->len * sizeof (guint16), error) &&
         lieudit_spill_file_write (keys, group->key->str, group->key->len + 1, error);
}

static void
add_to_group (NameGroup                *group,
              const LieuditBulkPosting *posting)
{
  LieuditCandidate candidate;

  candidate.place = GUINT32_FROM_BE (posting->place);
  candidate.language = posting->language & 0xF;
  candidate.flags = ((~GUINT16_FROM_BE (posting->flags)) | group->marks) & 0xFFF;
  if ((group->units->len > 1 && candidate.place == group->previous) || group->units->len >= G_MAXUINT16)
    return;

  group->previous = candidate.place;
  g_array_append_vals (group->units, &candidate, sizeof (candidate) / sizeof (guint16));
}

static void
begin_group (NameGroup       *group,
             const char      *key,
             LieuditWordList *words)
{
  g_array_set_size (group->units, 1);
  g_string_assign (group->key, key);
  group->marks = lieudit_word_list_find (words, key);
}

static gboolean
merge_postings (LieuditBulkWriter  *self,
                LieuditWordList    *words,
                FILE               *keys,
                GArray             *offsets,
                GArray             *values,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr(GString) key = g_string_new (NULL);
  g_autoptr(GArray) units = g_array_new (FALSE, TRUE, sizeof (guint16));
  NameGroup group = { key, units, 0, 0 };
  g_autoptr(GError) local_error = NULL;
  const guint8 *record;
  gsize length;
  guint n_read = 0;

  g_array_set_size (units, 1);
  while (lieudit_external_sort_next (self->postings, &record, &length, &local_error))
    {
      LieuditBulkPosting posting;

      if (++n_read % CANCEL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (strcmp (key->str, (const char *) record) != 0)
        {
          if (!end_group (self, &group, keys, offsets, values, error))
            return FALSE;
          begin_group (&group, (const char *) record, words);
        }
      memcpy (&posting, record + length - sizeof (posting), sizeof (posting));
      add_to_group (&group, &posting);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return end_group (self, &group, keys, offsets, values, error);
}

/* Builds the trie over the keys, which stay on disk. */
static gboolean
build_trie (LieuditBulkWriter  *self,
            FILE               *keys,
            GArray             *offsets,
            GArray             *values,
            GError            **error)
{
  g_autoptr(GArray) nodes = g_array_new (FALSE, FALSE, sizeof (LieuditDoubleArrayNode));
  g_autoptr(GByteArray) tail = g_byte_array_new ();
  gsize size = g_array_index (offsets, gsize, offsets->len - 1);
  char *mapped;

  if (values->len == 0)
    return TRUE;
  if (!lieudit_spill_file_rewind (keys, error))
    return FALSE;

  mapped = mmap (NULL, size, PROT_READ, MAP_PRIVATE, fileno (keys), 0);
  if (mapped == MAP_FAILED)
    {
      lieudit_spill_set_error (errno, error);
      return FALSE;
    }

  G_STATIC_ASSERT (sizeof (gsize) == sizeof (char *));
  for (guint i = 0; i < values->len; i++)
    {
      const char *key = mapped + g_array_index (offsets, gsize, i);

      memcpy (&g_array_index (offsets, gsize, i), &key, sizeof (key));
    }
  lieudit_double_array_build ((const char * const *) (gpointer) offsets->data,
                              (const guint32 *) (gpointer) values->data, values->len, nodes, tail);
  munmap (mapped, size);

  return lieudit_bulk_writer_append (self, LIEUDIT_SECTION_NODES, nodes->data, (gsize) nodes->len * sizeof (LieuditDoubleArrayNode),
                 error) &&
         lieudit_bulk_writer_append (self, LIEUDIT_SECTION_TAIL, tail->data, tail->len, error);
}

/*
 * lieudit_bulk_writer_write_name_index:
 * @self: a writer to which all places were added
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Sorts the names, marks those that are ordinary words or names of people, and
 * writes the trie over them and their candidates.
 *
 * Returns: whether they were written
 */
gboolean
lieudit_bulk_writer_write_name_index (LieuditBulkWriter  *self,
                                      GCancellable       *cancellable,
                                      GError            **error)
{
  g_autoptr(GArray) offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(LieuditWordList) words = lieudit_word_list_open_installed (error);
  FILE *keys;
  gboolean done;

  if (words == NULL)
    return FALSE;
  keys = lieudit_spill_file_open (self->folder, error);
  if (keys == NULL)
    return FALSE;

  g_array_set_size (offsets, 1);
  done = lieudit_external_sort_finish (self->postings, error) &&
         merge_postings (self, words, keys, offsets, values, cancellable, error);
  g_clear_pointer (&self->postings, lieudit_external_sort_free);
  done = done &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         build_trie (self, keys, offsets, values, error);
  fclose (keys);

  return done;
}
