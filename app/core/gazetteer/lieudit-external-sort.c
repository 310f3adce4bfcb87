/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-external-sort.h"

#include <string.h>

#include "gazetteer/lieudit-spill-file.h"

/*
 * Sorts more records than fit into memory: sorted runs on disk, then a merge of
 * them by a heap, after D. Knuth, "The Art of Computer Programming" 3, 5.4.1.
 */

/* As many files as are open at once; more runs are merged into one first. */
#define MOST_RUNS 96

typedef struct
{
  guint64 prefix; /* the first bytes, most significant first: most comparisons look no further */
  guint64 offset; /* of the record in the buffer */
} Entry;

typedef struct
{
  FILE   *file;
  guint8 *record;
  gsize   capacity;
  guint32 length;
} Run;

struct _LieuditExternalSort
{
  char      *folder;
  gsize      memory;
  guint8    *buffer;   /* of lengths and records */
  gsize      capacity; /* of it */
  gsize      n_bytes;
  GArray    *entries;  /* of Entry */
  GPtrArray *runs;
  GPtrArray *heap;     /* of Run, the least record first */
  gsize      next_entry;
  guint64    n_records;
  gboolean   is_handed_out; /* the heap's first record */
};

static void
run_free (gpointer data)
{
  Run *run = data;

  fclose (run->file);
  g_free (run->record);
  g_free (run);
}

/*
 * lieudit_external_sort_new:
 * @folder: where files without names may be made
 * @memory: bytes of records to hold at once
 *
 * Returns: (transfer full): a sort of records, which compare as their bytes do
 */
LieuditExternalSort *
lieudit_external_sort_new (const char *folder,
                           gsize       memory)
{
  LieuditExternalSort *self = g_new0 (LieuditExternalSort, 1);

  self->folder = g_strdup (folder);
  self->memory = memory;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->runs = g_ptr_array_new_with_free_func (run_free);
  self->heap = g_ptr_array_new ();

  return self;
}

/*
 * lieudit_external_sort_free:
 * @self: (transfer full): a sort
 *
 * Frees a sort and its files.
 */
void
lieudit_external_sort_free (LieuditExternalSort *self)
{
  g_free (self->folder);
  g_free (self->buffer);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->heap);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

static int
compare_records (const guint8 *a,
                 gsize         a_length,
                 const guint8 *b,
                 gsize         b_length)
{
  int order = memcmp (a, b, MIN (a_length, b_length));

  if (order != 0)
    return order;

  return a_length < b_length ? -1 : a_length > b_length;
}

static gint
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Entry *first = a;
  const Entry *second = b;
  const guint8 *buffer = data;
  guint32 first_length;
  guint32 second_length;

  if (first->prefix != second->prefix)
    return first->prefix < second->prefix ? -1 : 1;

  memcpy (&first_length, buffer + first->offset, sizeof (first_length));
  memcpy (&second_length, buffer + second->offset, sizeof (second_length));

  return compare_records (buffer + first->offset + sizeof (guint32), first_length,
                          buffer + second->offset + sizeof (guint32), second_length);
}

static guint64
read_prefix (const guint8 *record,
             gsize         length)
{
  guint64 prefix = 0;

  memcpy (&prefix, record, MIN (length, sizeof (prefix)));

  return GUINT64_FROM_BE (prefix);
}

static void
sort_buffer (LieuditExternalSort *self)
{
  g_qsort_with_data (self->entries->data, (gint) self->entries->len, sizeof (Entry), compare_entries, self->buffer);
}

static Run *
open_run (LieuditExternalSort  *self,
          GError              **error)
{
  FILE *file = lieudit_spill_file_open (self->folder, error);
  Run *run;

  if (file == NULL)
    return NULL;

  run = g_new0 (Run, 1);
  run->file = file;

  return run;
}

static gboolean
write_record (Run           *run,
              const guint8  *record,
              guint32        length,
              GError       **error)
{
  return lieudit_spill_file_write (run->file, &length, sizeof (length), error) &&
         lieudit_spill_file_write (run->file, record, length, error);
}

static gboolean
spill (LieuditExternalSort  *self,
       GError              **error)
{
  Run *run = open_run (self, error);

  if (run == NULL)
    return FALSE;

  g_ptr_array_add (self->runs, run);
  sort_buffer (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const guint8 *record = self->buffer + g_array_index (self->entries, Entry, i).offset;
      guint32 length;

      memcpy (&length, record, sizeof (length));
      if (!lieudit_spill_file_write (run->file, record, length + sizeof (length), error))
        return FALSE;
    }

  self->n_bytes = 0;
  g_array_set_size (self->entries, 0);

  return lieudit_spill_file_rewind (run->file, error);
}

/* Reads the next record of a run; a run at its end leaves the merge. */
static gboolean
advance (Run       *run,
         gboolean  *at_end,
         GError   **error)
{
  g_autoptr(GError) local_error = NULL;

  *at_end = FALSE;
  if (!lieudit_spill_file_read (run->file, &run->length, sizeof (run->length), &local_error))
    {
      *at_end = local_error == NULL;
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return *at_end;
    }

  if (run->length > run->capacity)
    {
      run->capacity = run->length;
      run->record = g_realloc (run->record, run->capacity);
    }

  if (lieudit_spill_file_read (run->file, run->record, run->length, error))
    return TRUE;

  if (error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "A file in use was cut off");
  return FALSE;
}

static gboolean
is_less (LieuditExternalSort *self,
         guint                a,
         guint                b)
{
  const Run *first = g_ptr_array_index (self->heap, a);
  const Run *second = g_ptr_array_index (self->heap, b);

  return compare_records (first->record, first->length, second->record, second->length) < 0;
}

static void
swap_runs (LieuditExternalSort *self,
           guint                a,
           guint                b)
{
  gpointer run = g_ptr_array_index (self->heap, a);

  g_ptr_array_index (self->heap, a) = g_ptr_array_index (self->heap, b);
  g_ptr_array_index (self->heap, b) = run;
}

static void
sift_down (LieuditExternalSort *self,
           guint                index)
{
  for (;;)
    {
      guint least = index;

      for (guint child = 2 * index + 1; child <= 2 * index + 2 && child < self->heap->len; child++)
        {
          if (is_less (self, child, least))
            least = child;
        }
      if (least == index)
        return;
      swap_runs (self, index, least);
      index = least;
    }
}

static gboolean
start_merge (LieuditExternalSort  *self,
             GError              **error)
{
  gboolean at_end;

  g_ptr_array_set_size (self->heap, 0);
  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = g_ptr_array_index (self->runs, i);

      if (!advance (run, &at_end, error))
        return FALSE;
      if (!at_end)
        g_ptr_array_add (self->heap, run);
    }
  for (guint i = self->heap->len / 2; i-- > 0; )
    sift_down (self, i);

  return TRUE;
}

static gboolean
next_of_runs (LieuditExternalSort  *self,
              const guint8        **record,
              gsize                *length,
              GError              **error)
{
  if (self->is_handed_out)
    {
      gboolean at_end;

      self->is_handed_out = FALSE;
      if (!advance (g_ptr_array_index (self->heap, 0), &at_end, error))
        return FALSE;
      if (at_end)
        g_ptr_array_remove_index_fast (self->heap, 0);
      sift_down (self, 0);
    }

  if (self->heap->len == 0)
    return FALSE;

  *record = ((Run *) g_ptr_array_index (self->heap, 0))->record;
  *length = ((Run *) g_ptr_array_index (self->heap, 0))->length;
  self->is_handed_out = TRUE;

  return TRUE;
}

/* Makes one run of all, so that there are never too many open files. */
static gboolean
merge_runs (LieuditExternalSort  *self,
            GError              **error)
{
  Run *merged = open_run (self, error);
  g_autoptr(GError) local_error = NULL;
  const guint8 *record;
  gsize length;

  if (merged == NULL || !start_merge (self, &local_error))
    goto failed;
  while (next_of_runs (self, &record, &length, &local_error))
    {
      if (!write_record (merged, record, (guint32) length, &local_error))
        break;
    }
  if (local_error != NULL || !lieudit_spill_file_rewind (merged->file, &local_error))
    goto failed;

  g_ptr_array_set_size (self->runs, 0);
  g_ptr_array_add (self->runs, merged);

  return TRUE;

failed:
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  g_clear_pointer (&merged, run_free);
  return FALSE;
}

/*
 * lieudit_external_sort_add:
 * @self: a sort
 * @record: (array length=length): bytes
 * @length: how many
 * @error: return location for an error
 *
 * Adds a record.
 *
 * Returns: whether there was room for it
 */
gboolean
lieudit_external_sort_add (LieuditExternalSort  *self,
                           const void           *record,
                           gsize                 length,
                           GError              **error)
{
  guint32 stored_length = (guint32) length;
  Entry entry;
  gsize needed = length + sizeof (stored_length);

  g_return_val_if_fail (length <= G_MAXUINT32, FALSE);

  if (self->entries->len > 0 &&
      self->n_bytes + needed + (self->entries->len + 1) * sizeof (Entry) > self->memory &&
      !spill (self, error))
    return FALSE;
  if (self->runs->len >= MOST_RUNS && !merge_runs (self, error))
    return FALSE;

  if (self->n_bytes + needed > self->capacity)
    {
      self->capacity = MAX (self->n_bytes + needed, MIN (2 * self->capacity, self->memory));
      self->buffer = g_realloc (self->buffer, self->capacity);
    }

  entry.prefix = read_prefix (record, length);
  entry.offset = self->n_bytes;
  memcpy (self->buffer + self->n_bytes, &stored_length, sizeof (stored_length));
  memcpy (self->buffer + self->n_bytes + sizeof (stored_length), record, length);
  self->n_bytes += needed;
  g_array_append_val (self->entries, entry);
  self->n_records++;

  return TRUE;
}

/*
 * lieudit_external_sort_finish:
 * @self: a sort
 * @error: return location for an error
 *
 * Sorts what was added. Then lieudit_external_sort_next() hands it out.
 *
 * Returns: whether there was room
 */
gboolean
lieudit_external_sort_finish (LieuditExternalSort  *self,
                              GError              **error)
{
  if (self->runs->len == 0)
    {
      sort_buffer (self);
      return TRUE;
    }

  if (self->entries->len > 0 && !spill (self, error))
    return FALSE;
  g_clear_pointer (&self->buffer, g_free);
  self->capacity = 0;

  return start_merge (self, error);
}

/*
 * lieudit_external_sort_next:
 * @self: a sort
 * @record: (out) (transfer none) (array length=length): the next record, valid
 *   until the next call
 * @length: (out): its length, in bytes
 * @error: return location for an error
 *
 * Returns: whether there is another record; %FALSE without an error at the end
 */
gboolean
lieudit_external_sort_next (LieuditExternalSort  *self,
                            const guint8        **record,
                            gsize                *length,
                            GError              **error)
{
  const guint8 *stored;
  guint32 stored_length;

  if (self->runs->len > 0)
    return next_of_runs (self, record, length, error);
  if (self->next_entry == self->entries->len)
    return FALSE;

  stored = self->buffer + g_array_index (self->entries, Entry, self->next_entry++).offset;
  memcpy (&stored_length, stored, sizeof (stored_length));
  *record = stored + sizeof (stored_length);
  *length = stored_length;

  return TRUE;
}

/*
 * lieudit_external_sort_get_n_records:
 * @self: a sort
 *
 * Returns: how many records were added
 */
guint64
lieudit_external_sort_get_n_records (LieuditExternalSort *self)
{
  return self->n_records;
}

/*
 * lieudit_external_sort_get_n_runs:
 * @self: a sort
 *
 * Returns: how many files it spilled into and still has
 */
guint
lieudit_external_sort_get_n_runs (LieuditExternalSort *self)
{
  return self->runs->len;
}
