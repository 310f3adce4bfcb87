/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IPTC ninjs 2.1: the article with its places. */
#include "config.h"

#include "export/lieudit-export-format.h"

#include <string.h>

#include "export/lieudit-place-json.h"

static void
write_list (LieuditJsonWriter *json,
            const char        *name,
            const char        *type,
            const char        *value)
{
  if (value == NULL)
    return;

  lieudit_json_writer_name (json, name);
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "role", "main");
  lieudit_json_writer_text_member (json, "contenttype", type);
  lieudit_json_writer_text_member (json, "value", value);
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_array (json);
}

static void
write_place (LieuditFoundPlace *found,
             LieuditJsonWriter *json)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);

  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "name", lieudit_found_place_get_name (found));
  lieudit_json_writer_text_member (json, "rel", "mentions");
  lieudit_json_writer_text_member (json, "literal", lieudit_place_get_id (place));
  lieudit_json_writer_name (json, "geojson");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "Point");
  lieudit_json_writer_name (json, "coordinates");
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_double (json, lieudit_place_get_longitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_double (json, lieudit_place_get_latitude (place), LIEUDIT_COORDINATE_DECIMALS);
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_object (json);
}

static void
write_item (const LieuditExport *what,
            LieuditJsonWriter   *json)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  GListModel *places = lieudit_analysis_get_places (what->analysis);
  const char *source = lieudit_article_get_source (article);
  g_auto(GStrv) attribution = lieudit_gazetteer_dup_attribution (what->gazetteer);
  g_autofree char *rights = g_strjoinv ("; ", attribution);

  lieudit_json_writer_text_member (json, "uri",
                                   source != NULL && *source != '\0' ? source
                                   : what->id != NULL                ? what->id
                                                                     : "urn:lieudit:article");
  lieudit_json_writer_name (json, "standard");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "name", "ninjs");
  lieudit_json_writer_text_member (json, "version", "2.1");
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_text_member (json, "type", "text");
  lieudit_json_writer_text_member (json, "language",
                                   lieudit_language_to_tag (lieudit_analysis_get_language (what->analysis)));
  if (lieudit_article_get_date (article) != NULL && strlen (lieudit_article_get_date (article)) == 10)
    {
      g_autofree char *time = g_strconcat (lieudit_article_get_date (article), "T00:00:00Z", NULL);

      lieudit_json_writer_text_member (json, "contentcreated", time);
    }
  if (outline != NULL)
    {
      lieudit_json_writer_text_member (json, "by", lieudit_article_outline_get_author (outline));
      lieudit_json_writer_text_member (json, "provider", lieudit_article_outline_get_publisher (outline));
    }
  lieudit_json_writer_text_member (json, "ednote", what->filter);
  lieudit_json_writer_text_member (json, "copyrightnotice", rights);
  write_list (json, "headlines", NULL, lieudit_article_get_title (article));
  write_list (json, "bodies", "text/plain", lieudit_article_get_text (article));

  lieudit_json_writer_name (json, "places");
  lieudit_json_writer_begin_array (json);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      write_place (found, json);
    }
  lieudit_json_writer_end_array (json);
}

/**
 * lieudit_export_ninjs:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a message
 */
GBytes *
lieudit_export_ninjs (const LieuditExport  *what,
                      GError              **error)
{
  LieuditJsonWriter json;
  char *text;

  lieudit_json_writer_init (&json, what->pretty);
  lieudit_json_writer_begin_object (&json);
  write_item (what, &json);
  lieudit_json_writer_end_object (&json);
  text = lieudit_json_writer_finish (&json);

  return g_bytes_new_take (text, strlen (text));
}
