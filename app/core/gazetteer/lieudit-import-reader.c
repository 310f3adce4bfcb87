/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-import-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "article/lieudit-line-reader.h"
#include "gazetteer/lieudit-archive-input.h"
#include "gazetteer/lieudit-csv-reader.h"
#include "gazetteer/lieudit-geonames-reader.h"
#include "gazetteer/lieudit-import-record.h"
#include "gazetteer/lieudit-point-reader.h"

#define LONGEST_ROW (1024 * 1024)
#define CHUNK_SIZE (64 * 1024)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* How often to tell how far the reading has come. */
#define PROGRESS_INTERVAL 1024

/*
 * LieuditImportReader:
 *
 * Reads files of places, whatever their format, into records to be sorted.
 */
struct _LieuditImportReader
{
  char                   *id_prefix;
  LieuditImportReport    *report;
  LieuditExternalSort    *records;
  LieuditReadingFunction  function;
  gpointer                user_data;

  GByteArray             *record;
  GPtrArray              *tables;       /* of char, names of what was read, for the report */
  guint64                 n_records;
  gint64                  bytes_before; /* of the files that are done */
};

/*
 * lieudit_import_reader_new:
 * @id_prefix: what the identifiers of places begin with, but those of GeoNames
 * @report: tells what is skipped
 * @records: takes the records
 * @function: (scope notified): called now and then with what was read
 * @user_data: data for @function
 *
 * Returns: (transfer full): a reader; the rest must outlive it
 */
LieuditImportReader *
lieudit_import_reader_new (const char             *id_prefix,
                           LieuditImportReport    *report,
                           LieuditExternalSort    *records,
                           LieuditReadingFunction  function,
                           gpointer                user_data)
{
  LieuditImportReader *self = g_new0 (LieuditImportReader, 1);

  self->id_prefix = g_strdup (id_prefix);
  self->report = report;
  self->records = records;
  self->function = function;
  self->user_data = user_data;
  self->record = g_byte_array_new ();
  self->tables = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/*
 * lieudit_import_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees a reader.
 */
void
lieudit_import_reader_free (LieuditImportReader *self)
{
  g_free (self->id_prefix);
  g_byte_array_unref (self->record);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/*
 * lieudit_import_reader_get_n_records:
 * @self: a reader
 *
 * Returns: how many records it made
 */
guint64
lieudit_import_reader_get_n_records (LieuditImportReader *self)
{
  return self->n_records;
}

/*
 * lieudit_import_reader_get_table:
 * @self: a reader
 * @table: a number that a #LieuditImportRecordHead has as its file
 *
 * Returns: (transfer none): the name of the file, for people
 */
const char *
lieudit_import_reader_get_table (LieuditImportReader *self,
                                 guint                table)
{
  return g_ptr_array_index (self->tables, table);
}

static void
report_problem (LieuditImportReader *self,
                LieuditImportProblem    problem,
                guint32                 table,
                guint64                 line)
{
  lieudit_import_report_add (self->report, problem, g_ptr_array_index (self->tables, table), line);
}

static gboolean
add_place (LieuditImportReader       *self,
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
  LieuditImportReader *self = user_data;

  if (problem != LIEUDIT_IMPORT_NO_PROBLEM)
    report_problem (self, problem, self->tables->len - 1, line);

  return record == NULL || add_place (self, record, line, error);
}

static gboolean
take_geonames_name (LieuditImportReader  *self,
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
  LieuditImportReader *reader;
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
    return take_place (NULL, problem, table->line, table->reader, error);

  if (table->geonames == LIEUDIT_GEONAMES_NAMES)
    return take_geonames_name (table->reader, table->row->str, table->line, error);

  if (table->geonames == LIEUDIT_GEONAMES_PLACES)
    record = lieudit_geonames_parse_place (table->row->str, &problem);
  else
    record = lieudit_csv_reader_parse (table->csv, table->row->str, table->line, &problem);

  return take_place (record, problem, table->line, table->reader, error);
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
update_progress (LieuditImportReader *self,
                 LieuditArchiveInput *input)
{
  self->function (self->bytes_before + lieudit_archive_input_get_position (input), self->user_data);
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
      if (++n_rows % PROGRESS_INTERVAL == 0)
        update_progress (table->reader, table->input);

      if (status == LIEUDIT_LINE_TOO_LONG)
        report_problem (table->reader, LIEUDIT_IMPORT_LONG_LINE, table->reader->tables->len - 1, table->line);
      else if (table->row->len > 0 && !take_row (table, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_geojson (Table   *table,
              GError **error)
{
  LieuditImportReader *self = table->reader;
  g_autoptr(LieuditPointReader) reader = lieudit_point_reader_new (self->id_prefix, take_place, self);
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
  LieuditLineStatus status = read_row (table, error);

  if (status == LIEUDIT_LINE_ERROR)
    return FALSE;
  if (!g_utf8_validate_len (table->row->str, table->row->len, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("Its first line is not valid UTF-8: save the file as UTF-8."));
      return FALSE;
    }

  table->csv = lieudit_csv_reader_new (table->row->str, table->reader->id_prefix, error);

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
read_stream (LieuditImportReader  *self,
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

/*
 * lieudit_import_reader_read_file:
 * @self: a reader
 * @path: a file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a file, or all the files in an archive.
 *
 * Returns: whether it was understood and there was room for what it holds
 */
gboolean
lieudit_import_reader_read_file (LieuditImportReader  *self,
                                 const char           *path,
                                 GCancellable         *cancellable,
                                 GError              **error)
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
