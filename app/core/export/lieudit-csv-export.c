/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV (RFC 4180) in UTF-8, a line a place. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

#include <string.h>

#include "export/lieudit-place-json.h"

/* A spreadsheet takes what begins so for a formula, which may send what else is in the sheet to anybody. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r|%", *text) != NULL;
}

static void
append_cell (GString    *csv,
             const char *text)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');

  g_string_append_c (csv, '"');
  if (text != NULL && looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *next = text != NULL ? text : ""; *next != '\0'; next++)
    {
      if (*next == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *next);
    }
  g_string_append_c (csv, '"');
}

static void
append_number (GString    *csv,
               const char *format,
               double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  g_string_append (csv, g_ascii_formatd (buffer, sizeof buffer, format, number));
}

static void
append_place (const LieuditExport *what,
              LieuditFoundPlace   *found,
              const char          *attribution,
              GString             *csv)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  LieuditPlace *place = lieudit_found_place_get_place (found);
  g_auto(GStrv) admin = lieudit_place_dup_admin (place, lieudit_analysis_get_language (what->analysis));
  g_autofree char *areas = g_strjoinv (" / ", admin);
  g_autofree char *sentences = lieudit_export_dup_sentences (what, found, " […] ");

  append_cell (csv, lieudit_found_place_get_name (found));
  append_number (csv, "%.5f", lieudit_place_get_latitude (place));
  append_number (csv, "%.5f", lieudit_place_get_longitude (place));
  append_cell (csv, lieudit_place_get_country_code (place));
  append_cell (csv, areas);
  append_cell (csv, lieudit_place_get_feature_code (place));
  append_number (csv, "%.0f", lieudit_found_place_get_n_mentions (found));
  append_number (csv, "%.3f", lieudit_found_place_get_confidence (found));
  append_cell (csv, lieudit_mention_status_to_nick (lieudit_found_place_get_status (found)));
  append_number (csv, "%g", lieudit_place_get_uncertainty_km (place));
  append_cell (csv, lieudit_place_get_id (place));
  append_cell (csv, lieudit_place_get_source (place));
  append_cell (csv, sentences);
  append_cell (csv, lieudit_article_get_title (article));
  append_cell (csv, lieudit_article_get_date (article));
  append_cell (csv, lieudit_article_get_source (article));
  append_cell (csv, attribution);
  append_cell (csv, what->filter);
  g_string_append (csv, "\r\n");
}

/**
 * lieudit_export_csv:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a table
 */
GBytes *
lieudit_export_csv (const LieuditExport  *what,
                    GError              **error)
{
  GListModel *places = lieudit_analysis_get_places (what->analysis);
  g_autofree char *attribution = lieudit_export_dup_attribution (what);
  GString *csv = g_string_new ("name,latitude,longitude,country,areas,feature,mentions,confidence,status,uncertainty_km,id,source,"
                               "sentences,article_title,article_date,article_source,attribution,filter\r\n");

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      /* It is the same for all, and long. */
      append_place (what, found, i == 0 ? attribution : NULL, csv);
    }

  return g_string_free_to_bytes (csv);
}
