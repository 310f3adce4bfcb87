/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of the formats that results leave in. */
#include "config.h"

#include "export/lieudit-export-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lieudit-geojson-export.h"
#include "export/lieudit-json-export.h"

static GBytes *
take_line (char *text)
{
  GString *line = g_string_new (text);

  g_free (text);
  g_string_append_c (line, '\n');

  return g_string_free_to_bytes (line);
}

static void
write_left_out (LieuditJsonWriter *writer,
                gpointer           data)
{
  const LieuditExport *what = data;
  LieuditArticleOutline *outline = lieudit_article_get_outline (lieudit_analysis_get_article (what->analysis));

  if (what->tells_left_out)
    lieudit_json_writer_text_member (writer, "left_out", outline != NULL ? lieudit_article_outline_get_left_out (outline) : NULL);
}

static GBytes *
write_json (const LieuditExport  *what,
            GError              **error)
{
  return take_line (lieudit_export_json_with (what->analysis, what->id, what->pretty, write_left_out, (gpointer) what));
}

static GBytes *
write_geojson (const LieuditExport  *what,
               GError              **error)
{
  return take_line (lieudit_export_geojson (what));
}

static const LieuditExportFormat formats[] = {
  { "geojson", ".geojson", N_("GeoJSON, for maps"), TRUE, write_geojson },
  { "kml", ".kml", N_("KML, for Google Earth and other globes"), FALSE, lieudit_export_kml },
  { "gpkg", ".gpkg", N_("GeoPackage, for QGIS and other map editors"), FALSE, lieudit_export_geopackage },
  { "gpx", ".gpx", N_("GPX, for navigation devices"), FALSE, lieudit_export_gpx },
  { "csv", ".csv", N_("CSV, for spreadsheets"), FALSE, lieudit_export_csv },
  { "html", ".html", N_("Web page with text and map"), FALSE, lieudit_export_html },
  { "annotation", ".jsonld", N_("Web Annotation, for annotation tools"), TRUE, lieudit_export_annotation },
  { "tei", ".xml", N_("TEI, for text editions"), FALSE, lieudit_export_tei },
  { "ninjs", ".ninjs.json", N_("ninjs, for news agencies"), TRUE, lieudit_export_ninjs },
  { "json", ".json", N_("JSON with reasons and alternatives"), TRUE, write_json },
};

/**
 * lieudit_export_formats_get:
 * @n_formats: (out): return location for their number
 *
 * Returns: (transfer none) (array length=n_formats): all formats
 */
const LieuditExportFormat *
lieudit_export_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * lieudit_export_format_find:
 * @name: a short name
 *
 * Returns: (transfer none) (nullable): the format of that name
 */
const LieuditExportFormat *
lieudit_export_format_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (strcmp (name, formats[i].name) == 0)
        return &formats[i];
    }

  return NULL;
}

/**
 * lieudit_export_format_for_path:
 * @path: the name of a file
 *
 * Returns: (transfer none) (nullable): the format that the name's ending tells
 */
const LieuditExportFormat *
lieudit_export_format_for_path (const char *path)
{
  g_autofree char *name = g_ascii_strdown (path, -1);
  const LieuditExportFormat *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (name, formats[i].ending) && (best == NULL || strlen (formats[i].ending) > strlen (best->ending)))
        best = &formats[i];
    }

  return best;
}
