/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GeoPackage 1.3 (OGC): a database of SQLite with a table of points. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

#include <string.h>

#include <sqlite3.h>

static const char schema[] =
  "PRAGMA application_id = 1196444487;" /* "GPKG" */
  "PRAGMA user_version = 10300;"
  "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
  " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);"
  "INSERT INTO gpkg_spatial_ref_sys VALUES"
  " ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
  " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),"
  " ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
  "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
  "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]', NULL);"
  "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
  " description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,"
  " srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));"
  "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
  " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
  " CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
  " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
  " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));"
  "CREATE TABLE places (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, name TEXT, place_id TEXT, feature TEXT,"
  " country TEXT, mentions INTEGER, confidence DOUBLE, status TEXT, uncertainty_km DOUBLE, sentences TEXT, source TEXT);"
  "INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 'POINT', 4326, 0, 0);";

static void
append_double (GByteArray *bytes,
               double      value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
}

/* A header of GeoPackage without an envelope, then a point as well-known binary, all little-endian. */
static GByteArray *
encode_point (LieuditPlace *place)
{
  static const guint8 header[] = { 'G', 'P', 0, 1, 0xE6, 0x10, 0, 0, 1, 1, 0, 0, 0 };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, header, sizeof header);
  append_double (bytes, lieudit_place_get_longitude (place));
  append_double (bytes, lieudit_place_get_latitude (place));

  return bytes;
}

static void
bind_text (sqlite3_stmt *statement,
           int           column,
           const char   *text)
{
  if (text != NULL && *text != '\0')
    sqlite3_bind_text (statement, column, text, -1, SQLITE_TRANSIENT);
}

static gboolean
insert_place (const LieuditExport *what,
              LieuditFoundPlace   *found,
              sqlite3_stmt        *statement)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  g_autoptr(GByteArray) point = encode_point (place);
  g_autofree char *sentences = lieudit_export_dup_sentences (what, found, "\n\n");

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  sqlite3_bind_blob (statement, 1, point->data, (int) point->len, SQLITE_TRANSIENT);
  bind_text (statement, 2, lieudit_found_place_get_name (found));
  bind_text (statement, 3, lieudit_place_get_id (place));
  bind_text (statement, 4, lieudit_place_get_feature_code (place));
  bind_text (statement, 5, lieudit_place_get_country_code (place));
  sqlite3_bind_int (statement, 6, (int) lieudit_found_place_get_n_mentions (found));
  sqlite3_bind_double (statement, 7, lieudit_found_place_get_confidence (found));
  bind_text (statement, 8, lieudit_mention_status_to_nick (lieudit_found_place_get_status (found)));
  sqlite3_bind_double (statement, 9, lieudit_place_get_uncertainty_km (place));
  bind_text (statement, 10, sentences);
  bind_text (statement, 11, lieudit_place_get_source (place));

  return sqlite3_step (statement) == SQLITE_DONE;
}

static gboolean
insert_places (const LieuditExport *what,
               sqlite3             *database)
{
  GListModel *places = lieudit_analysis_get_places (what->analysis);
  sqlite3_stmt *statement = NULL;
  gboolean is_done;

  is_done = sqlite3_prepare_v2 (database,
                                "INSERT INTO places (geom, name, place_id, feature, country, mentions, confidence, status,"
                                " uncertainty_km, sentences, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                -1, &statement, NULL) == SQLITE_OK;
  for (guint i = 0; is_done && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      is_done = insert_place (what, found, statement);
    }
  sqlite3_finalize (statement);

  return is_done;
}

static gboolean
insert_contents (const LieuditExport *what,
                 sqlite3             *database)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  LieuditBounds bounds = lieudit_analysis_get_bounds (what->analysis);
  g_autofree char *attribution = lieudit_export_dup_attribution (what);
  g_autofree char *description =
    g_strjoin ("\n", lieudit_article_get_source (article) != NULL ? lieudit_article_get_source (article) : "-",
               lieudit_article_get_date (article) != NULL ? lieudit_article_get_date (article) : "-", attribution, what->filter, NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.000Z");
  sqlite3_stmt *statement = NULL;
  gboolean is_done;

  if (sqlite3_prepare_v2 (database, "INSERT INTO gpkg_contents VALUES ('places', 'features', ?, ?, ?, ?, ?, ?, ?, 4326)",
                          -1, &statement, NULL) != SQLITE_OK)
    return FALSE;

  bind_text (statement, 1, lieudit_article_get_title (article) != NULL ? lieudit_article_get_title (article) : "places");
  bind_text (statement, 2, description);
  bind_text (statement, 3, time);
  if (!lieudit_bounds_is_empty (&bounds))
    {
      sqlite3_bind_double (statement, 4, bounds.west);
      sqlite3_bind_double (statement, 5, bounds.south);
      sqlite3_bind_double (statement, 6, bounds.east);
      sqlite3_bind_double (statement, 7, bounds.north);
    }
  is_done = sqlite3_step (statement) == SQLITE_DONE;
  sqlite3_finalize (statement);

  return is_done;
}

/**
 * lieudit_export_geopackage:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a database, or %NULL on error
 */
GBytes *
lieudit_export_geopackage (const LieuditExport  *what,
                           GError              **error)
{
  sqlite3 *database = NULL;
  unsigned char *data = NULL;
  sqlite3_int64 size = 0;
  GBytes *bytes = NULL;

  if (sqlite3_open_v2 (":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK &&
      sqlite3_exec (database, schema, NULL, NULL, NULL) == SQLITE_OK &&
      insert_contents (what, database) && insert_places (what, database))
    data = sqlite3_serialize (database, "main", &size, 0);

  if (data != NULL)
    bytes = g_bytes_new_with_free_func (data, (gsize) size, (GDestroyNotify) sqlite3_free, data);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sqlite3_errmsg (database));
  sqlite3_close (database);

  return bytes;
}
