/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RSS (0.9x, 1.0, 2.0) and Atom: an article an item, with where GeoRSS says it happened. */
#include "config.h"

#include "article/lieudit-feed-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-html-document.h"
#include "article/lieudit-html-text.h"
#include "article/lieudit-mail-date.h"

/**
 * lieudit_feed_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is a feed
 */
gboolean
lieudit_feed_recognise (const char *data,
                        gsize       length)
{
  g_autofree char *root = lieudit_xml_peek_root (data, length);

  return root != NULL && (strcmp (root, "rss") == 0 || strcmp (root, "feed") == 0 || strcmp (root, "entry") == 0 ||
                          strcmp (root, "RDF") == 0);
}

static void
set_first (LieuditArticleBuilder  *builder,
           void                  (*set) (LieuditArticleBuilder *, const char *),
           xmlNode                *item,
           const char * const     *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = lieudit_xml_dup_child_text (item, names[i]);

      if (text != NULL && *text != '\0')
        {
          set (builder, text);
          return;
        }
    }
}

static void
read_date (xmlNode               *item,
           LieuditArticleBuilder *builder)
{
  static const char * const names[] = { "published", "updated", "date", NULL };
  g_autofree char *mail_date = lieudit_xml_dup_child_text (item, "pubDate");
  g_autofree char *date = mail_date != NULL ? lieudit_mail_date_to_iso (mail_date) : NULL;

  set_first (builder, lieudit_article_builder_set_date, item, names);
  lieudit_article_builder_set_date (builder, date);
}

static void
read_link (xmlNode               *item,
           LieuditArticleBuilder *builder)
{
  for (xmlNode *child = item->children; child != NULL; child = child->next)
    {
      g_autofree char *address = NULL;
      g_autofree char *relation = NULL;

      if (!lieudit_xml_is_element (child, "link"))
        continue;

      relation = lieudit_xml_dup_attribute (child, "rel");
      address = lieudit_xml_dup_attribute (child, "href");
      if (address == NULL)
        address = lieudit_xml_dup_text (child);
      if (relation == NULL || strcmp (relation, "alternate") == 0)
        {
          lieudit_article_builder_set_source (builder, address);
          return;
        }
    }
}

static void
read_author (xmlNode               *item,
             LieuditArticleBuilder *builder)
{
  static const char * const names[] = { "creator", "author", NULL };
  xmlNode *author = lieudit_xml_find_child (item, "author");
  g_autofree char *name = lieudit_xml_dup_child_text (author, "name");

  if (name != NULL)
    lieudit_article_builder_set_author (builder, name);
  else
    set_first (builder, lieudit_article_builder_set_author, item, names);
}

/* Markup is escaped in RSS; in Atom the type tells. */
static void
append_body (xmlNode               *item,
             LieuditArticleBuilder *builder)
{
  static const char * const names[] = { "encoded", "content", "description", "summary" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlNode *body = lieudit_xml_find_child (item, names[i]);
      g_autofree char *type = body != NULL ? lieudit_xml_dup_attribute (body, "type") : NULL;
      g_autofree char *text = lieudit_xml_dup_text (body);

      if (text == NULL || *text == '\0')
        continue;

      if (g_strcmp0 (type, "xhtml") == 0)
        {
          xmlBuffer *buffer = xmlBufferCreate ();

          xmlNodeDump (buffer, body->doc, body, 0, 0);
          lieudit_html_append_fragment ((const char *) xmlBufferContent (buffer), builder);
          xmlBufferFree (buffer);
        }
      else if (g_strcmp0 (type, "text") == 0 || strchr (text, '<') == NULL)
        {
          lieudit_article_builder_append_paragraph (builder, text);
        }
      else
        {
          lieudit_html_append_fragment (text, builder);
        }
      return;
    }
}

static void
state_place (xmlNode               *item,
             LieuditArticleBuilder *builder)
{
  g_autofree char *point = lieudit_xml_dup_child_text (item, "point");
  g_autofree char *latitude = lieudit_xml_dup_child_text (item, "lat");
  g_autofree char *longitude = lieudit_xml_dup_child_text (item, "long");
  g_autofree char *name = lieudit_xml_dup_child_text (item, "featurename");
  g_auto(GStrv) numbers = point != NULL ? g_strsplit_set (point, " ,", 3) : NULL;
  LieuditStatedPlace place = { .is_located = TRUE };

  if (numbers != NULL && g_strv_length (numbers) >= 2)
    {
      place.latitude = g_ascii_strtod (numbers[0], NULL);
      place.longitude = g_ascii_strtod (numbers[1], NULL);
    }
  else if (latitude != NULL && longitude != NULL)
    {
      place.latitude = g_ascii_strtod (latitude, NULL);
      place.longitude = g_ascii_strtod (longitude, NULL);
    }
  else
    {
      return;
    }

  place.name = name != NULL ? name : (char *) lieudit_article_builder_get_title (builder);
  lieudit_article_builder_state_place (builder, &place);
}

static gboolean
read_item (xmlNode         *item,
           const char      *publisher,
           const char      *language,
           LieuditReading  *reading,
           GError         **error)
{
  static const char * const title_names[] = { "title", NULL };
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();

  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  lieudit_article_builder_set_publisher (builder, publisher);
  lieudit_article_builder_set_language (builder, language);
  set_first (builder, lieudit_article_builder_set_title, item, title_names);
  read_link (item, builder);
  read_date (item, builder);
  read_author (item, builder);
  lieudit_article_builder_append_heading (builder, lieudit_article_builder_get_title (builder), 1);
  append_body (item, builder);
  state_place (item, builder);

  /* An item without a word is no loss. */
  if (lieudit_article_builder_get_length (builder) == 0)
    return TRUE;

  return lieudit_reading_check (reading, 0, error) && lieudit_reading_take_builder (reading, builder, error);
}

/**
 * lieudit_feed_read:
 * @bytes: a feed
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads the items of a feed, the first as the first.
 *
 * Returns: whether they could be read
 */
gboolean
lieudit_feed_read (GBytes          *bytes,
                   LieuditReading  *reading,
                   GError         **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(xmlDoc) document = lieudit_xml_parse (data, length, error);
  g_autofree char *publisher = NULL;
  g_autofree char *language = NULL;
  xmlNode *root, *channel;

  if (document == NULL)
    return FALSE;

  root = xmlDocGetRootElement (document);
  channel = lieudit_xml_find_child (root, "channel");
  publisher = lieudit_xml_dup_child_text (channel != NULL ? channel : root, "title");
  language = channel != NULL ? lieudit_xml_dup_child_text (channel, "language") : lieudit_xml_dup_attribute (root, "lang");

  if (lieudit_xml_is_element (root, "entry"))
    return read_item (root, NULL, language, reading, error);

  for (xmlNode *node = root; node != NULL;)
    {
      if (lieudit_xml_is_element (node, "item") || lieudit_xml_is_element (node, "entry"))
        {
          if (!read_item (node, publisher, language, reading, error))
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
