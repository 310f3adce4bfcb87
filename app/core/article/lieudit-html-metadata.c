/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article, for search engines and social networks. */
#include "config.h"

#include "article/lieudit-html-metadata.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "text/lieudit-json-check.h"
#include "text/lieudit-json-members.h"

#define DEEPEST_JSON 32

typedef void (*Setter) (LieuditArticleBuilder *builder,
                        const char            *value);

typedef struct {
  const char *name; /* of a meta element, or its property or itemprop */
  Setter      set;
} MetaName;

/* What comes later counts more. */
static const MetaName meta_names[] = {
  { "twitter:title", lieudit_article_builder_set_title },
  { "DC.title", lieudit_article_builder_set_title },
  { "og:title", lieudit_article_builder_set_title },
  { "date", lieudit_article_builder_set_date },
  { "pubdate", lieudit_article_builder_set_date },
  { "DC.date", lieudit_article_builder_set_date },
  { "DC.date.issued", lieudit_article_builder_set_date },
  { "dcterms.created", lieudit_article_builder_set_date },
  { "dcterms.date", lieudit_article_builder_set_date },
  { "parsely-pub-date", lieudit_article_builder_set_date },
  { "datePublished", lieudit_article_builder_set_date },
  { "og:published_time", lieudit_article_builder_set_date },
  { "article:published_time", lieudit_article_builder_set_date },
  { "twitter:creator", lieudit_article_builder_set_author },
  { "article:author", lieudit_article_builder_set_author },
  { "DC.creator", lieudit_article_builder_set_author },
  { "author", lieudit_article_builder_set_author },
  { "application-name", lieudit_article_builder_set_publisher },
  { "DC.publisher", lieudit_article_builder_set_publisher },
  { "og:site_name", lieudit_article_builder_set_publisher },
};

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

static GHashTable *
gather_meta (xmlNode *root)
{
  static const char * const attributes[] = { "name", "property", "itemprop" };
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      g_autofree char *content = lieudit_xml_is_element (node, "meta") ? lieudit_xml_dup_attribute (node, "content") : NULL;

      for (gsize i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
        {
          g_autofree char *name = lieudit_xml_dup_attribute (node, attributes[i]);
          char *key = name != NULL ? g_ascii_strdown (name, -1) : NULL;

          if (key != NULL && !g_hash_table_contains (found, key))
            g_hash_table_insert (found, key, g_strdup (content));
          else
            g_free (key);
        }
    }

  return found;
}

static void
read_meta (xmlNode               *root,
           LieuditArticleBuilder *builder)
{
  g_autoptr(GHashTable) found = gather_meta (root);
  const char *address;

  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      g_autofree char *key = g_ascii_strdown (meta_names[i].name, -1);
      const char *value = g_hash_table_lookup (found, key);

      /* Some give an author's page instead of a name. */
      if (value != NULL && !is_address (value))
        meta_names[i].set (builder, value);
    }

  address = g_hash_table_lookup (found, "og:url");
  if (address != NULL && is_address (address))
    lieudit_article_builder_set_source (builder, address);
}

static const char *
get_first_string (JsonObject *object,
                  const char *member)
{
  const char *value = lieudit_json_get_string (object, member);
  JsonArray *array = lieudit_json_get_array (object, member);
  JsonNode *first = array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;

  if (value == NULL && first != NULL && JSON_NODE_HOLDS_VALUE (first))
    value = json_node_get_string (first);

  return value;
}

static char *
dup_names (JsonObject *object,
           const char *member)
{
  JsonArray *array = lieudit_json_get_array (object, member);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), 20); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *name = JSON_NODE_HOLDS_OBJECT (node) ? get_first_string (json_node_get_object (node), "name")
                                                       : json_node_get_string (node);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }

  list = g_strv_builder_end (names);
  if (list[0] != NULL)
    return g_strjoinv (", ", list);

  if (lieudit_json_get_object (object, member) != NULL)
    return g_strdup (get_first_string (lieudit_json_get_object (object, member), "name"));

  return g_strdup (lieudit_json_get_string (object, member));
}

static gboolean
is_article (JsonObject *object)
{
  const char *type = get_first_string (object, "@type");

  return type != NULL && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting") ||
                          g_str_has_suffix (type, "Report"));
}

static void
read_linked_article (JsonObject            *object,
                     LieuditArticleBuilder *builder)
{
  g_autofree char *author = dup_names (object, "author");
  g_autofree char *publisher = dup_names (object, "publisher");
  const char *address = lieudit_json_get_string (object, "url");

  lieudit_article_builder_set_title (builder, get_first_string (object, "headline"));
  lieudit_article_builder_set_date (builder, get_first_string (object, "datePublished"));
  lieudit_article_builder_set_language (builder, get_first_string (object, "inLanguage"));
  lieudit_article_builder_set_author (builder, author);
  lieudit_article_builder_set_publisher (builder, publisher);
  if (address != NULL && is_address (address))
    lieudit_article_builder_set_source (builder, address);
}

/* The depth was checked before. */
static gboolean
read_linked_node (JsonNode              *node,
                  LieuditArticleBuilder *builder)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (read_linked_node (json_array_get_element (array, i), builder))
            return TRUE;
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (is_article (object))
        {
          read_linked_article (object, builder);
          return TRUE;
        }
      if (json_object_has_member (object, "@graph"))
        return read_linked_node (json_object_get_member (object, "@graph"), builder);
      if (json_object_has_member (object, "mainEntity"))
        return read_linked_node (json_object_get_member (object, "mainEntity"), builder);
    }

  return FALSE;
}

static void
read_linked_data (xmlNode               *script,
                  LieuditArticleBuilder *builder)
{
  g_autofree char *type = lieudit_xml_dup_attribute (script, "type");
  g_autofree char *text = NULL;
  g_autoptr(JsonParser) parser = NULL;

  if (g_strcmp0 (type, "application/ld+json") != 0)
    return;

  text = lieudit_xml_dup_text (script);
  if (text == NULL || lieudit_json_check (text, strlen (text), DEEPEST_JSON) != NULL)
    return;

  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, text, -1, NULL) && json_parser_get_root (parser) != NULL)
    read_linked_node (json_parser_get_root (parser), builder);
}

/* “Headline | Newspaper”: the last part is the site's, if it is short. */
static char *
dup_document_title (xmlNode *title)
{
  static const char * const separators[] = { " | ", " – ", " — ", " - ", " • ", " · " };
  char *text = lieudit_xml_dup_text (title);

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (separators); i++)
    {
      char *last = g_strrstr (text, separators[i]);

      if (last != NULL && strlen (last) < strlen (text) / 2)
        {
          *last = '\0';
          break;
        }
    }

  return text;
}

/**
 * lieudit_html_read_metadata:
 * @document: a page
 * @builder: where to
 *
 * Reads headline, date, author, publisher, language and address, as far as the
 * page states them: of JSON-LD, OpenGraph, Dublin Core and plain HTML the one
 * that is most exact.
 */
void
lieudit_html_read_metadata (xmlDoc                *document,
                            LieuditArticleBuilder *builder)
{
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *language = lieudit_xml_dup_attribute (root, "lang");

  lieudit_article_builder_set_language (builder, language);
  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      if (lieudit_xml_is_element (node, "title") && lieudit_xml_is_element (node->parent, "head"))
        {
          g_autofree char *title = dup_document_title (node);

          lieudit_article_builder_set_title (builder, title);
        }
      else if (lieudit_xml_is_element (node, "link"))
        {
          g_autofree char *relation = lieudit_xml_dup_attribute (node, "rel");
          g_autofree char *address = lieudit_xml_dup_attribute (node, "href");

          if (g_strcmp0 (relation, "canonical") == 0 && address != NULL && is_address (address))
            lieudit_article_builder_set_source (builder, address);
        }
    }

  read_meta (root, builder);
  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      if (lieudit_xml_is_element (node, "script"))
        read_linked_data (node, builder);
    }
}
