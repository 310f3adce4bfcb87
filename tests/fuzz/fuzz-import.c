/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "gazetteer/lieudit-csv-reader.h"
#include "gazetteer/lieudit-geonames-reader.h"
#include "gazetteer/lieudit-point-reader.h"

/* A place that was taken is a place: on Earth, with a name. */
static gboolean
check_record (const LieuditPlaceRecord  *record,
              LieuditImportProblem       problem,
              guint64                    line,
              gpointer                   user_data,
              GError                   **error)
{
  if (record == NULL)
    {
      g_assert_cmpint (problem, !=, LIEUDIT_IMPORT_NO_PROBLEM);
      return TRUE;
    }

  g_assert_cmpfloat (ABS (record->latitude), <=, 90.0);
  g_assert_cmpfloat (ABS (record->longitude), <=, 180.0);
  g_assert_cmpuint (record->names->len, >, 0);
  g_assert_cmpuint (strlen (record->feature), <, 6);

  return TRUE;
}

static void
read_points (const char *text,
             gsize       size)
{
  g_autoptr(LieuditPointReader) reader = lieudit_point_reader_new ("a:", check_record, NULL);

  if (lieudit_point_reader_push (reader, text, size / 2, NULL) &&
      lieudit_point_reader_push (reader, text + size / 2, size - size / 2, NULL))
    lieudit_point_reader_finish (reader, NULL);
}

static void
read_row (LieuditCsvReader *csv,
          const char       *line)
{
  g_autofree char *place_row = g_strdup (line);
  g_autofree char *name_row = g_strdup (line);
  g_autoptr(LieuditPlaceRecord) place = NULL;
  g_autoptr(LieuditPlaceRecord) csv_place = NULL;
  LieuditImportProblem problem;
  LieuditNameRecord name;
  guint32 id;

  lieudit_geonames_recognise (line, strlen (line));
  place = lieudit_geonames_parse_place (place_row, &problem);
  check_record (place, problem, 1, NULL, NULL);
  if (lieudit_geonames_parse_name (name_row, &id, &name, &problem))
    g_assert_cmpint (*name.text, !=, '\0');

  if (csv == NULL)
    return;
  csv_place = lieudit_csv_reader_parse (csv, line, 1, &problem);
  check_record (csv_place, problem, 1, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup (data != NULL ? (const char *) data : "", size);
  g_auto(GStrv) lines = NULL;
  g_autoptr(LieuditCsvReader) csv = NULL;

  read_points ((const char *) data, size);
  lieudit_csv_has_open_quotation ((const char *) data, size);
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  lines = g_strsplit (text, "\n", -1);
  if (lines[0] != NULL)
    csv = lieudit_csv_reader_new (lines[0], "a:", NULL);
  for (gsize i = 0; lines[i] != NULL; i++)
    read_row (csv, lines[i]);

  return 0;
}
