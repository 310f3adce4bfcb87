/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KML 2.2 (OGC): a placemark a place, in colours that tell how sure it is. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

/* Below, a place is marked as unsure. */
#define SURE_CONFIDENCE 0.5

typedef struct {
  const char *id;
  const char *colour; /* alpha, blue, green, red */
} Style;

static const Style styles[] = {
  { "checked", "ff4d9a26" },
  { "sure", "ffe4843a" },
  { "unsure", "ff7f8c99" },
};

static const char *
get_style (LieuditFoundPlace *found)
{
  if (lieudit_found_place_get_status (found) != LIEUDIT_MENTION_UNCHECKED)
    return "#checked";

  return lieudit_found_place_get_confidence (found) >= SURE_CONFIDENCE ? "#sure" : "#unsure";
}

static void
write_styles (LieuditXmlWriter *xml)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      lieudit_xml_writer_begin (xml, "Style");
      lieudit_xml_writer_attribute (xml, "id", styles[i].id);
      lieudit_xml_writer_begin (xml, "IconStyle");
      lieudit_xml_writer_element (xml, "color", styles[i].colour);
      lieudit_xml_writer_element (xml, "scale", "1.1");
      lieudit_xml_writer_end (xml);
      lieudit_xml_writer_begin (xml, "LabelStyle");
      lieudit_xml_writer_element (xml, "scale", "0.9");
      lieudit_xml_writer_end (xml);
      lieudit_xml_writer_end (xml);
    }
}

static void
write_data (LieuditXmlWriter *xml,
            const char       *name,
            const char       *value)
{
  if (value == NULL || *value == '\0')
    return;

  lieudit_xml_writer_begin (xml, "Data");
  lieudit_xml_writer_attribute (xml, "name", name);
  lieudit_xml_writer_element (xml, "value", value);
  lieudit_xml_writer_end (xml);
}

static void
write_number (LieuditXmlWriter *xml,
              const char       *name,
              double            value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  write_data (xml, name, g_ascii_formatd (buffer, sizeof buffer, "%g", value));
}

static void
write_place (const LieuditExport *what,
             LieuditFoundPlace   *found,
             LieuditXmlWriter    *xml)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  g_autofree char *sentences = lieudit_export_dup_sentences (what, found, "\n\n");
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *coordinates =
    g_strdup_printf ("%s,%s", g_ascii_formatd (longitude, sizeof longitude, "%.5f", lieudit_place_get_longitude (place)),
                     g_ascii_formatd (latitude, sizeof latitude, "%.5f", lieudit_place_get_latitude (place)));

  lieudit_xml_writer_begin (xml, "Placemark");
  lieudit_xml_writer_element (xml, "name", lieudit_found_place_get_name (found));
  lieudit_xml_writer_element (xml, "description", sentences);
  lieudit_xml_writer_element (xml, "styleUrl", get_style (found));
  lieudit_xml_writer_begin (xml, "ExtendedData");
  write_data (xml, "id", lieudit_place_get_id (place));
  write_data (xml, "feature", lieudit_place_get_feature_code (place));
  write_data (xml, "country", lieudit_place_get_country_code (place));
  write_number (xml, "mentions", lieudit_found_place_get_n_mentions (found));
  write_number (xml, "confidence", lieudit_found_place_get_confidence (found));
  write_number (xml, "uncertainty_km", lieudit_place_get_uncertainty_km (place));
  write_data (xml, "status", lieudit_mention_status_to_nick (lieudit_found_place_get_status (found)));
  write_data (xml, "source", lieudit_place_get_source (place));
  lieudit_xml_writer_end (xml);
  lieudit_xml_writer_begin (xml, "Point");
  lieudit_xml_writer_element (xml, "coordinates", coordinates);
  lieudit_xml_writer_end (xml);
  lieudit_xml_writer_end (xml);
}

static void
write_head (const LieuditExport *what,
            LieuditXmlWriter    *xml)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  const char *title = lieudit_article_get_title (article);
  g_autofree char *attribution = lieudit_export_dup_attribution (what);

  lieudit_xml_writer_element (xml, "name", title != NULL ? title : what->id);
  lieudit_xml_writer_element (xml, "description", what->filter);
  write_styles (xml);
  lieudit_xml_writer_begin (xml, "ExtendedData");
  write_data (xml, "article_date", lieudit_article_get_date (article));
  write_data (xml, "article_source", lieudit_article_get_source (article));
  write_data (xml, "language", lieudit_language_to_tag (lieudit_analysis_get_language (what->analysis)));
  write_data (xml, "attribution", attribution);
  write_data (xml, "generator", "Lieudit " LIEUDIT_VERSION);
  lieudit_xml_writer_end (xml);
}

/**
 * lieudit_export_kml:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a KML document
 */
GBytes *
lieudit_export_kml (const LieuditExport  *what,
                    GError              **error)
{
  GListModel *places = lieudit_analysis_get_places (what->analysis);
  LieuditXmlWriter xml;

  lieudit_xml_writer_init (&xml, what->pretty);
  lieudit_xml_writer_begin (&xml, "kml");
  lieudit_xml_writer_attribute (&xml, "xmlns", "http://www.opengis.net/kml/2.2");
  lieudit_xml_writer_begin (&xml, "Document");
  write_head (what, &xml);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      write_place (what, found, &xml);
    }

  return lieudit_xml_writer_finish (&xml);
}
