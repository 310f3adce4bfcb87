/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "gazetteer/lieudit-bulk-writer.h"
#include "gazetteer/lieudit-external-sort.h"
#include "gazetteer/lieudit-import-reader.h"
#include "gazetteer/lieudit-import-record.h"
#include "gazetteer/lieudit-spill-file.h"

#define SUFFIX ".gazetteer"

/* Bytes of rows that a sort holds at once: there are two sorts, one after the other. */
#define DEFAULT_MEMORY (128 * 1024 * 1024)

/* How often to look whether the work was cancelled. */
#define CANCEL_INTERVAL 1024

/* Of the whole work, by a measured import of 13 million rows. */
#define READING_SHARE 0.4
#define MERGING_SHARE 0.35

/**
 * LieuditGazetteerImport:
 *
 * Makes a gazetteer of the person's of files: dumps of GeoNames, tables with a
 * header line, GeoJSON points, or zip archives of them. It takes the same
 * memory for any number of rows: they are sorted on disk.
 */
struct _LieuditGazetteerImport
{
  GObject parent_instance;

  char                *folder;
  char                *name;
  char                *title;
  char                *licence;
  GPtrArray           *files;    /* of char, paths */
  gsize                memory;
  LieuditImportReport *report;
  gint                 progress; /* thousandths, atomic */

  LieuditExternalSort *records;
  LieuditImportReader *reader;
  guint64              n_source_places[2]; /* of GeoNames, of others */
  gint64               bytes_of_all;
};

G_DEFINE_FINAL_TYPE (LieuditGazetteerImport, lieudit_gazetteer_import, G_TYPE_OBJECT)

static void
set_progress (LieuditGazetteerImport *self,
              double                  done)
{
  g_atomic_int_set (&self->progress, (gint) (CLAMP (done, 0.0, 1.0) * 1000.0));
}

static void
update_reading (gint64   n_bytes,
                gpointer data)
{
  LieuditGazetteerImport *self = data;

  set_progress (self, READING_SHARE * (double) n_bytes / (double) MAX (self->bytes_of_all, 1));
}

static gboolean
read_files (LieuditGazetteerImport  *self,
            GCancellable            *cancellable,
            GError                 **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      GStatBuf information;

      if (g_stat (g_ptr_array_index (self->files, i), &information) == 0)
        self->bytes_of_all += information.st_size;
    }
  for (guint i = 0; i < self->files->len; i++)
    {
      if (!lieudit_import_reader_read_file (self->reader, g_ptr_array_index (self->files, i), cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* The first name in a language is the one to show, where no other is preferred. */
static void
prefer_names (LieuditPlaceRecord *record)
{
  gboolean has_preferred[LIEUDIT_N_LANGUAGES] = { FALSE, };

  for (guint i = 0; i < record->names->len; i++)
    {
      const LieuditNameRecord *name = &g_array_index (record->names, LieuditNameRecord, i);

      has_preferred[name->language] |= name->preferred;
    }
  for (guint i = 0; i < record->names->len; i++)
    {
      LieuditNameRecord *name = &g_array_index (record->names, LieuditNameRecord, i);

      if (name->language == LIEUDIT_LANGUAGE_UNKNOWN || has_preferred[name->language])
        continue;
      name->preferred = TRUE;
      has_preferred[name->language] = TRUE;
    }
}

static gboolean
end_place (LieuditGazetteerImport  *self,
           LieuditPlaceRecord     **record,
           LieuditBulkWriter       *writer,
           GError                 **error)
{
  g_autoptr(LieuditPlaceRecord) place = g_steal_pointer (record);

  if (place == NULL)
    return TRUE;

  prefer_names (place);
  self->n_source_places[!g_str_has_prefix (place->source != NULL ? place->source : "", "geonames:")]++;

  return lieudit_bulk_writer_add_place (writer, place, error);
}

/* Brings each place together with the names that other tables give it. */
static gboolean
merge_records (LieuditGazetteerImport  *self,
               LieuditBulkWriter       *writer,
               GCancellable            *cancellable,
               GError                 **error)
{
  g_autoptr(LieuditPlaceRecord) record = NULL;
  g_autoptr(GError) local_error = NULL;
  const guint8 *bytes;
  gsize length;
  guint64 n_records = lieudit_import_reader_get_n_records (self->reader);
  guint64 n_read = 0;

  while (lieudit_external_sort_next (self->records, &bytes, &length, &local_error))
    {
      LieuditImportRecordHead head;
      gboolean is_same;

      if (++n_read % CANCEL_INTERVAL == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          set_progress (self, READING_SHARE + MERGING_SHARE * (double) n_read / (double) n_records);
        }

      lieudit_import_record_read_head (bytes, &head);
      is_same = record != NULL && strcmp (record->id, head.id) == 0;
      if (!is_same && !end_place (self, &record, writer, error))
        return FALSE;

      if (head.kind == LIEUDIT_IMPORT_RECORD_NAME && is_same)
        lieudit_import_record_read_name (bytes, record);
      else if (head.kind == LIEUDIT_IMPORT_RECORD_PLACE && !is_same)
        record = lieudit_import_record_read_place (bytes);
      else if (head.kind == LIEUDIT_IMPORT_RECORD_PLACE)
        lieudit_import_report_add (self->report, LIEUDIT_IMPORT_DUPLICATE,
                                   lieudit_import_reader_get_table (self->reader, head.file), head.line);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return end_place (self, &record, writer, error);
}

static char *
get_date (LieuditGazetteerImport *self)
{
  g_autoptr(GDateTime) date = NULL;
  GStatBuf information;

  if (g_stat (g_ptr_array_index (self->files, 0), &information) != 0)
    return g_strdup ("");
  date = g_date_time_new_from_unix_utc (information.st_mtime);

  return date != NULL ? g_date_time_format (date, "%F") : g_strdup ("");
}

static gboolean
finish_writer (LieuditGazetteerImport  *self,
               LieuditBulkWriter       *writer,
               GCancellable            *cancellable,
               GError                 **error)
{
  g_autofree char *path = g_strconcat (self->folder, G_DIR_SEPARATOR_S, self->name, SUFFIX, NULL);
  g_autofree char *date = get_date (self);
  LieuditGazetteerSource sources[2];
  guint n_sources = 0;

  if (self->n_source_places[0] > 0)
    sources[n_sources++] = (LieuditGazetteerSource) {
      "geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org/", date, (guint) self->n_source_places[0]
    };
  if (self->n_source_places[1] > 0)
    sources[n_sources++] = (LieuditGazetteerSource) {
      self->name,
      self->title != NULL ? self->title : lieudit_import_reader_get_table (self->reader, 0),
      self->licence != NULL ? self->licence : _("licence not stated"),
      "", date, (guint) self->n_source_places[1]
    };

  return lieudit_bulk_writer_finish (writer, sources, n_sources, path, cancellable, error);
}

static gboolean
compile (LieuditGazetteerImport  *self,
         GCancellable            *cancellable,
         GError                 **error)
{
  g_autoptr(LieuditBulkWriter) writer = NULL;

  if (!read_files (self, cancellable, error) ||
      !lieudit_external_sort_finish (self->records, error))
    return FALSE;

  writer = lieudit_bulk_writer_new (self->folder, self->memory, error);
  if (writer == NULL || !merge_records (self, writer, cancellable, error))
    return FALSE;
  g_clear_pointer (&self->records, lieudit_external_sort_free);

  lieudit_import_report_set_counts (self->report, lieudit_bulk_writer_get_n_places (writer),
                                    lieudit_bulk_writer_get_n_names (writer));
  if (lieudit_bulk_writer_get_n_places (writer) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("There is no place in it that could be used. Nothing was changed."));
      return FALSE;
    }

  return finish_writer (self, writer, cancellable, error);
}

static char *
choose_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *display_name = g_filename_display_name (base);
  char *dot = strchr (display_name, '.');

  if (dot != NULL && dot != display_name)
    *dot = '\0';

  return g_strdup (display_name);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (lieudit_gazetteer_import_run (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
lieudit_gazetteer_import_finalize (GObject *object)
{
  LieuditGazetteerImport *self = LIEUDIT_GAZETTEER_IMPORT (object);

  g_free (self->folder);
  g_free (self->name);
  g_free (self->title);
  g_free (self->licence);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->records, lieudit_external_sort_free);
  g_clear_pointer (&self->reader, lieudit_import_reader_free);
  lieudit_import_report_unref (self->report);

  G_OBJECT_CLASS (lieudit_gazetteer_import_parent_class)->finalize (object);
}

static void
lieudit_gazetteer_import_class_init (LieuditGazetteerImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_gazetteer_import_finalize;
}

static void
lieudit_gazetteer_import_init (LieuditGazetteerImport *self)
{
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->memory = DEFAULT_MEMORY;
  self->report = lieudit_import_report_new ();
}

/**
 * lieudit_gazetteer_import_new:
 * @folder: where the person's gazetteers are kept; it is made if need be
 *
 * Returns: (transfer full): an import, to be run once
 */
LieuditGazetteerImport *
lieudit_gazetteer_import_new (const char *folder)
{
  LieuditGazetteerImport *self = g_object_new (LIEUDIT_TYPE_GAZETTEER_IMPORT, NULL);

  self->folder = g_strdup (folder);

  return self;
}

/**
 * lieudit_gazetteer_import_add_file:
 * @self: an import
 * @path: a file
 *
 * Adds a file to be read. The first one gives the gazetteer its name, unless
 * it has one.
 */
void
lieudit_gazetteer_import_add_file (LieuditGazetteerImport *self,
                                   const char             *path)
{
  g_return_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self));
  g_return_if_fail (path != NULL);

  g_ptr_array_add (self->files, g_strdup (path));
  if (self->name == NULL)
    self->name = choose_name (path);
}

/**
 * lieudit_gazetteer_import_set_name:
 * @self: an import
 * @name: a name, see lieudit_user_gazetteers_is_name()
 *
 * Names the gazetteer. One of the same name is replaced.
 */
void
lieudit_gazetteer_import_set_name (LieuditGazetteerImport *self,
                                   const char             *name)
{
  g_return_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self));
  g_return_if_fail (name != NULL && strchr (name, G_DIR_SEPARATOR) == NULL);

  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * lieudit_gazetteer_import_get_name:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the name of the gazetteer
 */
const char *
lieudit_gazetteer_import_get_name (LieuditGazetteerImport *self)
{
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self), NULL);

  return self->name;
}

/**
 * lieudit_gazetteer_import_set_source:
 * @self: an import
 * @title: (nullable): where the data come from, the name of the file otherwise
 * @licence: (nullable): under which licence
 *
 * Tells whom to credit. GeoNames is credited by itself.
 */
void
lieudit_gazetteer_import_set_source (LieuditGazetteerImport *self,
                                     const char             *title,
                                     const char             *licence)
{
  g_return_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self));

  g_free (self->title);
  g_free (self->licence);
  self->title = g_strdup (title);
  self->licence = g_strdup (licence);
}

/**
 * lieudit_gazetteer_import_set_memory:
 * @self: an import
 * @memory: bytes of rows to hold at once
 *
 * Bounds the memory that sorting takes.
 */
void
lieudit_gazetteer_import_set_memory (LieuditGazetteerImport *self,
                                     gsize                   memory)
{
  g_return_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self));

  self->memory = memory;
}

/**
 * lieudit_gazetteer_import_get_progress:
 * @self: an import, which may be running in another thread
 *
 * Returns: which share of the work is done, from 0 to 1
 */
double
lieudit_gazetteer_import_get_progress (LieuditGazetteerImport *self)
{
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self), 0.0);

  return g_atomic_int_get (&self->progress) / 1000.0;
}

/**
 * lieudit_gazetteer_import_get_report:
 * @self: an import that has ended
 *
 * Returns: (transfer none): what was taken, what was skipped and why
 */
LieuditImportReport *
lieudit_gazetteer_import_get_report (LieuditGazetteerImport *self)
{
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self), NULL);

  return self->report;
}

/**
 * lieudit_gazetteer_import_run:
 * @self: an import with at least one file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error that says what to do
 *
 * Reads the files and makes the gazetteer. Rows that make no sense are skipped
 * and reported. When this fails or is cancelled, all is as it was before.
 *
 * Returns: whether the gazetteer was made
 */
gboolean
lieudit_gazetteer_import_run (LieuditGazetteerImport  *self,
                              GCancellable            *cancellable,
                              GError                 **error)
{
  g_autofree char *id_prefix = NULL;
  gboolean done;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self), FALSE);
  g_return_val_if_fail (self->files->len > 0 && self->records == NULL, FALSE);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      lieudit_spill_set_error (errno, error);
      return FALSE;
    }

  self->records = lieudit_external_sort_new (self->folder, self->memory);
  id_prefix = g_strconcat (self->name, ":", NULL);
  self->reader = lieudit_import_reader_new (id_prefix, self->report, self->records, update_reading, self);
  done = compile (self, cancellable, error);
  g_clear_pointer (&self->records, lieudit_external_sort_free);
  if (done)
    set_progress (self, 1.0);

  return done;
}

/**
 * lieudit_gazetteer_import_run_async:
 * @self: an import with at least one file
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has ended
 * @user_data: data for @callback
 *
 * Does the work of lieudit_gazetteer_import_run() in a thread.
 */
void
lieudit_gazetteer_import_run_async (LieuditGazetteerImport *self,
                                    GCancellable           *cancellable,
                                    GAsyncReadyCallback     callback,
                                    gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self));

  g_task_set_source_tag (task, lieudit_gazetteer_import_run_async);
  /* What is done is done, even if it is cancelled a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lieudit_gazetteer_import_run_finish:
 * @self: an import
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends lieudit_gazetteer_import_run_async().
 *
 * Returns: whether the gazetteer was made
 */
gboolean
lieudit_gazetteer_import_run_finish (LieuditGazetteerImport  *self,
                                     GAsyncResult            *result,
                                     GError                 **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
