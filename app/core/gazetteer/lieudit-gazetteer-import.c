/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "article/lieudit-line-reader.h"
#include "gazetteer/lieudit-archive-input.h"
#include "gazetteer/lieudit-bulk-writer.h"
#include "gazetteer/lieudit-csv-reader.h"
#include "gazetteer/lieudit-external-sort.h"
#include "gazetteer/lieudit-geonames-reader.h"
#include "gazetteer/lieudit-import-record.h"
#include "gazetteer/lieudit-point-reader.h"
#include "gazetteer/lieudit-spill-file.h"

#define SUFFIX ".gazetteer"
#define LONGEST_ROW (1024 * 1024)
#define CHUNK_SIZE (64 * 1024)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

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
  GByteArray          *record;
  GPtrArray           *tables;   /* of char, names of what was read, for the report */
  guint64              n_records;
  guint64              n_source_places[2]; /* of GeoNames, of others */
  gint64               bytes_before;       /* of the files that are done */
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
report_problem (LieuditGazetteerImport *self,
                LieuditImportProblem    problem,
                guint32                 table,
                guint64                 line)
{
  lieudit_import_report_add (self->report, problem, g_ptr_array_index (self->tables, table), line);
}

static gboolean
add_place (LieuditGazetteerImport    *self,
           const LieuditPlaceRecord  *record,
           guint64                    line,
           GError                   **error)
{
  LieuditImportRecordHead head = {
    record->id, LIEUDIT_IMPORT_RECORD_PLACE, self->n_records++, self->tables->len - 1, line
  };

  g_byte_array_set_size (self->record, 0);
  lieudit_import_record_write_place (self->record, &head, record);

  return lieudit_external_sort_add (self->records, self->record->data, self->record->len, error);
}

/* Takes a place or says what is wrong; @record may be there with some of its names skipped. */
static gboolean
take_place (const LieuditPlaceRecord  *record,
            LieuditImportProblem       problem,
            guint64                    line,
            gpointer                   user_data,
            GError                   **error)
{
  LieuditGazetteerImport *self = user_data;

  if (problem != LIEUDIT_IMPORT_NO_PROBLEM)
    report_problem (self, problem, self->tables->len - 1, line);

  return record == NULL || add_place (self, record, line, error);
}

static gboolean
take_geonames_name (LieuditGazetteerImport  *self,
                    char                    *row,
                    guint64                  line,
                    GError                 **error)
{
  LieuditImportProblem problem;
  LieuditNameRecord name;
  guint32 geonames_id;
  char id[32];
  LieuditImportRecordHead head = { id, LIEUDIT_IMPORT_RECORD_NAME, self->n_records, self->tables->len - 1, line };

  if (!lieudit_geonames_parse_name (row, &geonames_id, &name, &problem))
    {
      if (problem != LIEUDIT_IMPORT_NO_PROBLEM)
        report_problem (self, problem, self->tables->len - 1, line);
      return TRUE;
    }

  self->n_records++;
  g_snprintf (id, sizeof (id), "gn-%u", geonames_id);
  g_byte_array_set_size (self->record, 0);
  lieudit_import_record_write_name (self->record, &head, &name);

  return lieudit_external_sort_add (self->records, self->record->data, self->record->len, error);
}

/* A table while it is read, line by line. */
typedef struct
{
  LieuditGazetteerImport *import;
  LieuditArchiveInput    *input;
  GInputStream           *stream; /* of what is in @input */
  LieuditLineReader      *lines;
  GCancellable           *cancellable;
  LieuditGeonamesTable    geonames;
  LieuditCsvReader       *csv;
  GString                *row;
  guint64                 line;     /* in which the row begins */
  guint64                 n_lines;
} Table;

static gboolean
take_row (Table   *table,
          GError **error)
{
  LieuditImportProblem problem = LIEUDIT_IMPORT_ENCODING;
  g_autoptr(LieuditPlaceRecord) record = NULL;

  if (!g_utf8_validate_len (table->row->str, table->row->len, NULL))
    return take_place (NULL, problem, table->line, table->import, error);

  if (table->geonames == LIEUDIT_GEONAMES_NAMES)
    return take_geonames_name (table->import, table->row->str, table->line, error);

  if (table->geonames == LIEUDIT_GEONAMES_PLACES)
    record = lieudit_geonames_parse_place (table->row->str, &problem);
  else
    record = lieudit_csv_reader_parse (table->csv, table->row->str, table->line, &problem);

  return take_place (record, problem, table->line, table->import, error);
}

/* Reads a row, which goes on over lines within quotation marks. */
static LieuditLineStatus
read_row (Table   *table,
          GError **error)
{
  LieuditLineStatus status;

  g_string_truncate (table->row, 0);
  do
    {
      const char *line;
      gsize length;

      status = lieudit_line_reader_next (table->lines, &line, &length, table->cancellable, error);
      if (status == LIEUDIT_LINE_END && table->row->len > 0)
        return LIEUDIT_LINE_COMPLETE;
      if (status == LIEUDIT_LINE_END || status == LIEUDIT_LINE_ERROR)
        return status;

      table->n_lines++;
      if (table->row->len == 0)
        table->line = table->n_lines;
      if (status == LIEUDIT_LINE_TOO_LONG || table->row->len + length > LONGEST_ROW)
        return LIEUDIT_LINE_TOO_LONG;

      if (table->row->len > 0)
        g_string_append_c (table->row, '\n');
      g_string_append_len (table->row, line, (gssize) length);
    }
  while (table->csv != NULL && lieudit_csv_has_open_quotation (table->row->str, table->row->len));

  if (g_str_has_suffix (table->row->str, "\r"))
    g_string_truncate (table->row, table->row->len - 1);

  return status;
}

static void
update_progress (LieuditGazetteerImport *self,
                 LieuditArchiveInput    *input)
{
  double done = (double) (self->bytes_before + lieudit_archive_input_get_position (input));

  set_progress (self, READING_SHARE * done / (double) MAX (self->bytes_of_all, 1));
}

static gboolean
read_rows (Table   *table,
           GError **error)
{
  LieuditLineStatus status;
  guint64 n_rows = 0;

  while ((status = read_row (table, error)) != LIEUDIT_LINE_END)
    {
      if (status == LIEUDIT_LINE_ERROR)
        return FALSE;
      if (++n_rows % CANCEL_INTERVAL == 0)
        update_progress (table->import, table->input);

      if (status == LIEUDIT_LINE_TOO_LONG)
        report_problem (table->import, LIEUDIT_IMPORT_LONG_LINE, table->import->tables->len - 1, table->line);
      else if (table->row->len > 0 && !take_row (table, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_geojson (Table   *table,
              GError **error)
{
  LieuditGazetteerImport *self = table->import;
  g_autofree char *prefix = g_strconcat (self->name, ":", NULL);
  g_autoptr(LieuditPointReader) reader = lieudit_point_reader_new (prefix, take_place, self);
  g_autofree char *buffer = g_malloc (CHUNK_SIZE);
  gssize n_read;

  while ((n_read = g_input_stream_read (table->stream, buffer, CHUNK_SIZE, table->cancellable, error)) > 0)
    {
      update_progress (self, table->input);
      if (!lieudit_point_reader_push (reader, buffer, (gsize) n_read, error))
        return FALSE;
    }

  return n_read == 0 && lieudit_point_reader_finish (reader, error);
}

static gboolean
read_csv (Table   *table,
          GError **error)
{
  g_autofree char *prefix = g_strconcat (table->import->name, ":", NULL);
  LieuditLineStatus status = read_row (table, error);

  if (status == LIEUDIT_LINE_ERROR)
    return FALSE;
  if (!g_utf8_validate_len (table->row->str, table->row->len, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("Its first line is not valid UTF-8: save the file as UTF-8."));
      return FALSE;
    }

  table->csv = lieudit_csv_reader_new (table->row->str, prefix, error);

  return table->csv != NULL && read_rows (table, error);
}

/* Looks at the beginning of a file without taking it. */
static const char *
peek (Table   *table,
      gsize   *length,
      GError **error)
{
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (table->stream);
  gssize n_read;

  do
    n_read = g_buffered_input_stream_fill (buffered, -1, table->cancellable, error);
  while (n_read > 0 && g_buffered_input_stream_get_available (buffered) < CHUNK_SIZE);

  return n_read >= 0 ? g_buffered_input_stream_peek_buffer (buffered, length) : NULL;
}

static gboolean
read_entry (Table   *table,
            GError **error)
{
  gsize length;
  const char *start = peek (table, &length, error);
  const char *end;

  if (start == NULL)
    return FALSE;

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (start, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      g_input_stream_skip (table->stream, strlen (BYTE_ORDER_MARK), NULL, NULL);
      start = peek (table, &length, error);
      if (start == NULL)
        return FALSE;
    }

  end = memchr (start, '\n', length);
  table->geonames = lieudit_geonames_recognise (start, end != NULL ? (gsize) (end - start) : length);
  while (length > 0 && g_ascii_isspace (*start))
    {
      start++;
      length--;
    }
  if (length > 0 && *start == '{')
    return read_geojson (table, error);

  table->lines = lieudit_line_reader_new (table->stream, LONGEST_ROW);

  return table->geonames != LIEUDIT_GEONAMES_OTHER ? read_rows (table, error) : read_csv (table, error);
}

/* GeoNames puts notes beside the table into its archives. */
static gboolean
is_passed_over (const char *name)
{
  return g_ascii_strcasecmp (name, "readme.txt") == 0 || g_ascii_strcasecmp (name, "iso-languagecodes.txt") == 0;
}

static gboolean
read_stream (LieuditGazetteerImport  *self,
             LieuditArchiveInput     *input,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr(GInputStream) stream = g_buffered_input_stream_new_sized (G_INPUT_STREAM (input), 2 * CHUNK_SIZE);
  g_autoptr(GString) row = g_string_new (NULL);
  Table table = { self, input, stream, NULL, cancellable, LIEUDIT_GEONAMES_OTHER, NULL, row, 0, 0 };
  gboolean done;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);
  done = read_entry (&table, error);
  g_clear_pointer (&table.lines, lieudit_line_reader_free);
  g_clear_pointer (&table.csv, lieudit_csv_reader_free);

  return done;
}

static gboolean
read_file (LieuditGazetteerImport  *self,
           const char              *path,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr(LieuditArchiveInput) input = lieudit_archive_input_open (path, error);
  g_autoptr(GError) local_error = NULL;
  const char *name;

  if (input == NULL)
    return FALSE;

  while (lieudit_archive_input_next (input, &name, &local_error))
    {
      if (is_passed_over (name))
        continue;
      g_ptr_array_add (self->tables, g_filename_display_name (name));
      if (!read_stream (self, input, cancellable, error))
        {
          if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            g_prefix_error (error, "%s: ", (const char *) g_ptr_array_index (self->tables, self->tables->len - 1));
          return FALSE;
        }
    }
  self->bytes_before += lieudit_archive_input_get_position (input);

  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
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
      if (!read_file (self, g_ptr_array_index (self->files, i), cancellable, error))
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
  guint64 n_read = 0;

  while (lieudit_external_sort_next (self->records, &bytes, &length, &local_error))
    {
      LieuditImportRecordHead head;
      gboolean is_same;

      if (++n_read % CANCEL_INTERVAL == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          set_progress (self, READING_SHARE + MERGING_SHARE * (double) n_read / (double) self->n_records);
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
        report_problem (self, LIEUDIT_IMPORT_DUPLICATE, head.file, head.line);
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
      self->title != NULL ? self->title : g_ptr_array_index (self->tables, 0),
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
  g_byte_array_unref (self->record);
  g_ptr_array_unref (self->tables);
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
  self->record = g_byte_array_new ();
  self->tables = g_ptr_array_new_with_free_func (g_free);
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
  g_autoptr(GError) local_error = NULL;
  gboolean done;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER_IMPORT (self), FALSE);
  g_return_val_if_fail (self->files->len > 0 && self->records == NULL, FALSE);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      lieudit_spill_set_error (errno, error);
      return FALSE;
    }

  self->records = lieudit_external_sort_new (self->folder, self->memory);
  done = compile (self, cancellable, &local_error);
  g_clear_pointer (&self->records, lieudit_external_sort_free);
  if (done)
    set_progress (self, 1.0);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

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
