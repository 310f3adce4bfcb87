/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GPX 1.1 (Topografix): a waypoint a place. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

static void
write_place (const LieuditExport *what,
             LieuditFoundPlace   *found,
             LieuditXmlWriter    *xml)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  g_autofree char *sentences = lieudit_export_dup_sentences (what, found, "\n");

  lieudit_xml_writer_begin (xml, "wpt");
  lieudit_xml_writer_degrees (xml, "lat", lieudit_place_get_latitude (place));
  lieudit_xml_writer_degrees (xml, "lon", lieudit_place_get_longitude (place));
  lieudit_xml_writer_element (xml, "name", lieudit_found_place_get_name (found));
  lieudit_xml_writer_element (xml, "cmt", lieudit_mention_status_to_nick (lieudit_found_place_get_status (found)));
  lieudit_xml_writer_element (xml, "desc", sentences);
  lieudit_xml_writer_element (xml, "src", lieudit_place_get_source (place));
  lieudit_xml_writer_element (xml, "type", lieudit_place_get_feature_code (place));
  lieudit_xml_writer_end (xml);
}

static void
write_metadata (const LieuditExport *what,
                LieuditXmlWriter    *xml)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  const char *title = lieudit_article_get_title (article);
  const char *source = lieudit_article_get_source (article);
  g_autofree char *attribution = lieudit_export_dup_attribution (what);
  g_autofree char *description =
    g_strjoin (". ", attribution, what->filter != NULL ? what->filter : lieudit_article_get_date (article), NULL);

  lieudit_xml_writer_begin (xml, "metadata");
  lieudit_xml_writer_element (xml, "name", title != NULL ? title : what->id);
  lieudit_xml_writer_element (xml, "desc", description);
  if (source != NULL && *source != '\0')
    {
      lieudit_xml_writer_begin (xml, "link");
      lieudit_xml_writer_attribute (xml, "href", source);
      lieudit_xml_writer_end (xml);
    }
  lieudit_xml_writer_end (xml);
}

/**
 * lieudit_export_gpx:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a GPX document
 */
GBytes *
lieudit_export_gpx (const LieuditExport  *what,
                    GError              **error)
{
  GListModel *places = lieudit_analysis_get_places (what->analysis);
  LieuditXmlWriter xml;

  lieudit_xml_writer_init (&xml, what->pretty);
  lieudit_xml_writer_begin (&xml, "gpx");
  lieudit_xml_writer_attribute (&xml, "xmlns", "http://www.topografix.com/GPX/1/1");
  lieudit_xml_writer_attribute (&xml, "version", "1.1");
  lieudit_xml_writer_attribute (&xml, "creator", "Lieudit " LIEUDIT_VERSION);
  write_metadata (what, &xml);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      write_place (what, found, &xml);
    }

  return lieudit_xml_writer_finish (&xml);
}
