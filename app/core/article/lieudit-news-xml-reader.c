/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wire messages as IPTC NewsML-G2 and NITF, with the places that the agency states. */
#include "config.h"

#include "article/lieudit-news-xml-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-html-document.h"
#include "article/lieudit-html-text.h"

/**
 * lieudit_news_xml_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is NewsML-G2 or NITF
 */
gboolean
lieudit_news_xml_recognise (const char *data,
                            gsize       length)
{
  static const char * const roots[] = { "newsMessage", "newsItem", "packageItem", "nitf" };
  g_autofree char *root = lieudit_xml_peek_root (data, length);

  for (gsize i = 0; root != NULL && i < G_N_ELEMENTS (roots); i++)
    {
      if (strcmp (root, roots[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static xmlNode *
find_element (xmlNode    *root,
              const char *name)
{
  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      if (lieudit_xml_is_element (node, name))
        return node;
    }

  return NULL;
}

static void
set_text_of (xmlNode                *root,
             const char             *name,
             LieuditArticleBuilder  *builder,
             void                  (*set) (LieuditArticleBuilder *, const char *))
{
  g_autofree char *text = lieudit_xml_dup_text (find_element (root, name));

  if (text != NULL)
    set (builder, text);
}

/* A name in the text that NITF marks as a place. */
static void
append_location (xmlNode               *node,
                 LieuditArticleBuilder *builder)
{
  g_autofree char *text = lieudit_xml_dup_text (node);
  g_autofree char *code = lieudit_xml_dup_attribute (node, "location-code");
  LieuditStatedPlace place = { 0, };

  if (text == NULL || *text == '\0')
    return;

  lieudit_article_builder_append (builder, text, -1);
  place.end = lieudit_article_builder_get_length (builder);
  place.start = place.end - MIN (strlen (text), place.end);

  /* White space was set right meanwhile, if the name has two words. */
  if (strncmp (lieudit_article_builder_get_text (builder) + place.start, text, strlen (text)) != 0)
    place.start = place.end = 0;
  place.name = text;
  place.id = code;
  lieudit_article_builder_state_place (builder, &place);
}

static void
append_nitf_children (xmlNode               *parent,
                      LieuditArticleBuilder *builder)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      gboolean is_heading = lieudit_xml_is_element (node, "hl2");
      gboolean is_emphasis = lieudit_xml_is_element (node, "em") || lieudit_xml_is_element (node, "q");
      gboolean is_block = is_heading || lieudit_xml_is_element (node, "p") || lieudit_xml_is_element (node, "li") ||
                          lieudit_xml_is_element (node, "block") || lieudit_xml_is_element (node, "bq") ||
                          lieudit_xml_is_element (node, "media-caption") || lieudit_xml_is_element (node, "tr");

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        {
          lieudit_article_builder_append (builder, (const char *) node->content, -1);
          continue;
        }
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (lieudit_xml_is_element (node, "location") || lieudit_xml_is_element (node, "city"))
        {
          append_location (node, builder);
          continue;
        }

      if (is_block)
        lieudit_article_builder_begin_block (builder);
      if (is_heading || is_emphasis)
        lieudit_article_builder_begin_span (builder, is_heading ? LIEUDIT_SPAN_HEADING : LIEUDIT_SPAN_EMPHASIS, is_heading ? 2 : 0);
      append_nitf_children (node, builder);
      if (is_heading || is_emphasis)
        lieudit_article_builder_end_span (builder);
      if (is_block)
        lieudit_article_builder_begin_block (builder);
    }
}

static void
read_nitf (xmlNode               *root,
           LieuditArticleBuilder *builder)
{
  xmlNode *issued = find_element (root, "date.issue");
  xmlNode *content = find_element (root, "body.content");
  g_autofree char *date = issued != NULL ? lieudit_xml_dup_attribute (issued, "norm") : NULL;
  g_autofree char *dateline = lieudit_xml_dup_text (find_element (root, "dateline"));

  set_text_of (root, "title", builder, lieudit_article_builder_set_title);
  set_text_of (root, "hl1", builder, lieudit_article_builder_set_title);
  set_text_of (root, "byline", builder, lieudit_article_builder_set_author);
  set_text_of (root, "doc.copyright", builder, lieudit_article_builder_set_publisher);
  set_text_of (root, "distributor", builder, lieudit_article_builder_set_publisher);
  lieudit_article_builder_set_date (builder, date);

  if (lieudit_article_builder_get_length (builder) == 0)
    lieudit_article_builder_append_heading (builder, lieudit_article_builder_get_title (builder), 1);
  lieudit_article_builder_append_paragraph (builder, dateline);
  if (content != NULL)
    append_nitf_children (content, builder);
}

static void
state_subjects (xmlNode               *item,
                LieuditArticleBuilder *builder)
{
  for (xmlNode *node = item; node != NULL; node = lieudit_xml_next (node, item))
    {
      g_autofree char *type = NULL;
      g_autofree char *name = NULL;
      g_autofree char *code = NULL;
      g_autofree char *latitude = NULL;
      g_autofree char *longitude = NULL;
      xmlNode *position;
      LieuditStatedPlace place = { 0, };

      if (!lieudit_xml_is_element (node, "subject") && !lieudit_xml_is_element (node, "located"))
        continue;

      type = lieudit_xml_dup_attribute (node, "type");
      if (lieudit_xml_is_element (node, "subject") &&
          (type == NULL || (strstr (type, "geoArea") == NULL && strstr (type, "poi") == NULL)))
        continue;

      name = lieudit_xml_dup_child_text (node, "name");
      code = lieudit_xml_dup_attribute (node, "qcode");
      if (code == NULL)
        code = lieudit_xml_dup_attribute (node, "uri");
      position = find_element (node, "position");
      if (position != NULL)
        {
          latitude = lieudit_xml_dup_attribute (position, "latitude");
          longitude = lieudit_xml_dup_attribute (position, "longitude");
        }
      if (name == NULL || *name == '\0')
        continue;

      place.name = name;
      place.id = code;
      place.is_located = latitude != NULL && longitude != NULL;
      if (place.is_located)
        {
          place.latitude = g_ascii_strtod (latitude, NULL);
          place.longitude = g_ascii_strtod (longitude, NULL);
        }
      lieudit_article_builder_state_place (builder, &place);
    }
}

static void
append_inline_content (xmlNode               *item,
                       LieuditArticleBuilder *builder)
{
  xmlNode *nitf = find_element (item, "nitf");
  xmlNode *page = find_element (item, "html");
  xmlNode *data = find_element (item, "inlineData");

  if (nitf != NULL)
    {
      read_nitf (nitf, builder);
    }
  else if (page != NULL)
    {
      xmlBuffer *buffer = xmlBufferCreate ();

      xmlNodeDump (buffer, page->doc, page, 0, 0);
      lieudit_html_append_fragment ((const char *) xmlBufferContent (buffer), builder);
      xmlBufferFree (buffer);
    }
  else if (data != NULL)
    {
      g_autofree char *type = lieudit_xml_dup_attribute (data, "contenttype");
      g_autofree char *text = lieudit_xml_dup_text (data);

      if (type != NULL && strstr (type, "html") != NULL)
        lieudit_html_append_fragment (text, builder);
      else
        {
          g_auto(GStrv) paragraphs = g_regex_split_simple ("\\n\\s*\\n", text, 0, 0);

          for (guint i = 0; paragraphs[i] != NULL; i++)
            lieudit_article_builder_append_paragraph (builder, paragraphs[i]);
        }
    }
}

static gboolean
read_item (xmlNode         *item,
           LieuditReading  *reading,
           GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  xmlNode *content = find_element (item, "contentMeta");
  xmlNode *language = find_element (item, "language");
  g_autofree char *tag = language != NULL ? lieudit_xml_dup_attribute (language, "tag") : lieudit_xml_dup_attribute (item, "lang");

  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  lieudit_article_builder_set_language (builder, tag);
  set_text_of (item, "versionCreated", builder, lieudit_article_builder_set_date);
  if (content != NULL)
    {
      set_text_of (content, "contentCreated", builder, lieudit_article_builder_set_date);
      set_text_of (content, "headline", builder, lieudit_article_builder_set_title);
      set_text_of (content, "by", builder, lieudit_article_builder_set_author);
      set_text_of (content, "creditline", builder, lieudit_article_builder_set_publisher);
      state_subjects (content, builder);
    }

  lieudit_article_builder_append_heading (builder, lieudit_article_builder_get_title (builder), 1);
  append_inline_content (item, builder);

  return lieudit_reading_check (reading, 0, error) && lieudit_reading_take_builder (reading, builder, error);
}

/**
 * lieudit_news_xml_read:
 * @bytes: a message
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads the items of a message as articles.
 *
 * Returns: whether they could be read
 */
gboolean
lieudit_news_xml_read (GBytes          *bytes,
                       LieuditReading  *reading,
                       GError         **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(xmlDoc) document = lieudit_xml_parse (data, length, error);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (root == NULL)
    return FALSE;

  if (lieudit_xml_is_element (root, "nitf"))
    {
      g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();

      lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
      read_nitf (root, builder);
      return lieudit_reading_take_builder (reading, builder, error);
    }

  for (xmlNode *node = root; node != NULL;)
    {
      if (lieudit_xml_is_element (node, "newsItem"))
        {
          if (!read_item (node, reading, error))
            return FALSE;
          node = lieudit_xml_next_skipping (node, root);
        }
      else
        {
          node = lieudit_xml_next (node, root);
        }
    }

  return TRUE;
}
