/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV (RFC 4180) in UTF-8, a line a place. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

#include "export/lieudit-csv-writer.h"
#include "export/lieudit-place-json.h"

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

  lieudit_csv_append_cell (csv, lieudit_found_place_get_name (found));
  lieudit_csv_append_number (csv, "%.5f", lieudit_place_get_latitude (place));
  lieudit_csv_append_number (csv, "%.5f", lieudit_place_get_longitude (place));
  lieudit_csv_append_cell (csv, lieudit_place_get_country_code (place));
  lieudit_csv_append_cell (csv, areas);
  lieudit_csv_append_cell (csv, lieudit_place_get_feature_code (place));
  lieudit_csv_append_number (csv, "%.0f", lieudit_found_place_get_n_mentions (found));
  lieudit_csv_append_number (csv, "%.3f", lieudit_found_place_get_confidence (found));
  lieudit_csv_append_cell (csv, lieudit_mention_status_to_nick (lieudit_found_place_get_status (found)));
  lieudit_csv_append_number (csv, "%g", lieudit_place_get_uncertainty_km (place));
  lieudit_csv_append_cell (csv, lieudit_place_get_id (place));
  lieudit_csv_append_cell (csv, lieudit_place_get_source (place));
  lieudit_csv_append_cell (csv, sentences);
  lieudit_csv_append_cell (csv, lieudit_article_get_title (article));
  lieudit_csv_append_cell (csv, lieudit_article_get_date (article));
  lieudit_csv_append_cell (csv, lieudit_article_get_source (article));
  lieudit_csv_append_cell (csv, attribution);
  lieudit_csv_append_cell (csv, what->filter);
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
