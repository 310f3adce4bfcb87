/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions in TEI P5, Lieudit's own among them: the text of the body, with the place names that are marked in it. */
#include "config.h"

#include "article/lieudit-tei-reader.h"

#include <string.h>

#include "article/lieudit-html-document.h"

/**
 * lieudit_tei_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is TEI
 */
gboolean
lieudit_tei_recognise (const char *data,
                       gsize       length)
{
  g_autofree char *root = lieudit_xml_peek_root (data, length);

  return root != NULL && strcmp (root, "TEI") == 0;
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

/* Places by their ids, in the document, for as long as it is read. */
static GHashTable *
gather_places (xmlNode *root)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      char *id = lieudit_xml_is_element (node, "place") ? lieudit_xml_dup_attribute (node, "id") : NULL;

      if (id != NULL)
        g_hash_table_insert (places, id, node);
    }

  return places;
}

/* The place that `#place1` leads to. */
static void
describe_place (xmlNode            *node,
                LieuditStatedPlace *place)
{
  g_autofree char *geo = lieudit_xml_dup_text (find_element (node, "geo"));
  g_auto(GStrv) numbers = geo != NULL ? g_strsplit_set (geo, " ,", 3) : NULL;

  place->id = lieudit_xml_dup_text (find_element (node, "idno"));
  if (numbers != NULL && g_strv_length (numbers) >= 2)
    {
      place->is_located = TRUE;
      place->latitude = g_ascii_strtod (numbers[0], NULL);
      place->longitude = g_ascii_strtod (numbers[1], NULL);
    }
}

static void
append_name (xmlNode               *node,
             LieuditArticleBuilder *builder)
{
  g_autofree char *text = lieudit_xml_dup_text (node);
  g_autofree char *reference = lieudit_xml_dup_attribute (node, "ref");
  g_autofree char *decision = lieudit_xml_dup_attribute (node, "resp");
  g_autofree char *kind = lieudit_xml_dup_attribute (node, "type");
  LieuditStatedPlace place = { .name = text, .kind = kind };

  lieudit_article_builder_append_verbatim (builder, text);
  place.end = lieudit_article_builder_get_length (builder);
  place.start = place.end - strlen (text);
  if (decision != NULL && *decision == '#')
    place.status = decision + 1;
  if (reference != NULL && *reference == '#')
    describe_place (g_hash_table_lookup (node->doc->_private, reference + 1), &place);
  else
    place.id = g_strdup (reference);
  if (*text != '\0')
    lieudit_article_builder_state_place (builder, &place);
  g_free (place.id);
}

/* White space counts inside of paragraphs. */
static void
append_children (xmlNode               *parent,
                 LieuditArticleBuilder *builder)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        lieudit_article_builder_append_verbatim (builder, (const char *) node->content);
      else if (lieudit_xml_is_element (node, "placeName"))
        append_name (node, builder);
      else if (node->type == XML_ELEMENT_NODE)
        append_children (node, builder);
    }
}

static void
append_body (xmlNode               *body,
             LieuditArticleBuilder *builder)
{
  for (xmlNode *node = body; node != NULL;)
    {
      gboolean is_heading = lieudit_xml_is_element (node, "head");

      if (is_heading || lieudit_xml_is_element (node, "p") || lieudit_xml_is_element (node, "ab"))
        {
          lieudit_article_builder_begin_block (builder);
          if (is_heading)
            lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_HEADING, 1);
          append_children (node, builder);
          if (is_heading)
            lieudit_article_builder_end_span (builder);
          node = lieudit_xml_next_skipping (node, body);
        }
      else
        {
          node = lieudit_xml_next (node, body);
        }
    }
}

static void
read_header (xmlNode               *root,
             LieuditArticleBuilder *builder)
{
  xmlNode *header = find_element (root, "teiHeader");
  xmlNode *date = find_element (find_element (header, "publicationStmt"), "date");
  xmlNode *language = find_element (header, "language");
  g_autofree char *title = lieudit_xml_dup_text (find_element (header, "title"));
  g_autofree char *author = lieudit_xml_dup_text (find_element (header, "author"));
  g_autofree char *when = date != NULL ? lieudit_xml_dup_attribute (date, "when") : NULL;
  g_autofree char *tag = language != NULL ? lieudit_xml_dup_attribute (language, "ident") : NULL;

  lieudit_article_builder_set_title (builder, title);
  lieudit_article_builder_set_author (builder, author);
  lieudit_article_builder_set_date (builder, when);
  if (g_strcmp0 (tag, "und") != 0)
    lieudit_article_builder_set_language (builder, tag);
}

/**
 * lieudit_tei_read:
 * @bytes: a TEI document
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads an edition as one article.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_tei_read (GBytes          *bytes,
                  LieuditReading  *reading,
                  GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(xmlDoc) document = lieudit_xml_parse (data, length, error);
  g_autoptr(GHashTable) places = NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *body;

  if (root == NULL)
    return FALSE;

  places = gather_places (root);
  document->_private = places;
  body = find_element (root, "body");
  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  read_header (root, builder);
  if (body != NULL)
    append_body (body, builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
