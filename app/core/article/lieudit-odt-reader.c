/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of LibreOffice and others (OpenDocument). */
#include "config.h"

#include "article/lieudit-package.h"

#include <stdlib.h>
#include <string.h>

#include "article/lieudit-article-reader.h"

typedef struct {
  LieuditArticleBuilder *builder;
  GHashTable            *strong;   /* names of styles */
  GHashTable            *emphasis;
} Writing;

static void
gather_styles (const Writing *writing,
               xmlNode       *root)
{
  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      xmlNode *properties = lieudit_xml_is_element (node, "style") ? lieudit_xml_find_child (node, "text-properties") : NULL;
      g_autofree char *name = properties != NULL ? lieudit_xml_dup_attribute (node, "name") : NULL;
      g_autofree char *weight = NULL;
      g_autofree char *posture = NULL;

      if (name == NULL)
        continue;

      weight = lieudit_xml_dup_attribute (properties, "font-weight");
      posture = lieudit_xml_dup_attribute (properties, "font-style");
      if (weight != NULL && (strcmp (weight, "bold") == 0 || atoi (weight) >= 600))
        g_hash_table_add (writing->strong, g_strdup (name));
      if (g_strcmp0 (posture, "italic") == 0)
        g_hash_table_add (writing->emphasis, g_strdup (name));
    }
}

/* Notes, comments and what was deleted under revision are no part of the running text. */
static gboolean
is_left_out (const xmlNode *node)
{
  return lieudit_xml_is_element (node, "note") || lieudit_xml_is_element (node, "annotation") ||
         lieudit_xml_is_element (node, "tracked-changes");
}

/* The depth of XML is limited by libxml2. */
static void
append_inline (const Writing *writing,
               xmlNode       *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *style = NULL;
      gboolean is_strong, is_emphasis;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        {
          lieudit_article_builder_append (writing->builder, (const char *) node->content, -1);
          continue;
        }
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (is_left_out (node))
        {
          g_autofree char *text = lieudit_xml_dup_text (node);

          lieudit_article_builder_leave_out (writing->builder, text);
          continue;
        }
      if (lieudit_xml_is_element (node, "s") || lieudit_xml_is_element (node, "tab"))
        lieudit_article_builder_append (writing->builder, " ", 1);
      else if (lieudit_xml_is_element (node, "line-break"))
        lieudit_article_builder_break_line (writing->builder);

      style = lieudit_xml_is_element (node, "span") ? lieudit_xml_dup_attribute (node, "style-name") : NULL;
      is_strong = style != NULL && g_hash_table_contains (writing->strong, style);
      is_emphasis = style != NULL && g_hash_table_contains (writing->emphasis, style);
      if (is_strong)
        lieudit_article_builder_begin_span (writing->builder, LIEUDIT_SPAN_STRONG, 0);
      if (is_emphasis)
        lieudit_article_builder_begin_span (writing->builder, LIEUDIT_SPAN_EMPHASIS, 0);
      append_inline (writing, node);
      if (is_emphasis)
        lieudit_article_builder_end_span (writing->builder);
      if (is_strong)
        lieudit_article_builder_end_span (writing->builder);
    }
}

static gboolean
lies_in_element (const xmlNode *node,
                 const char    *name)
{
  for (node = node->parent; node != NULL; node = node->parent)
    {
      if (lieudit_xml_is_element (node, name))
        return TRUE;
    }

  return FALSE;
}

static void
append_paragraph (const Writing *writing,
                  xmlNode       *node)
{
  g_autofree char *level = lieudit_xml_is_element (node, "h") ? lieudit_xml_dup_attribute (node, "outline-level") : NULL;
  g_autofree char *style = lieudit_xml_dup_attribute (node, "style-name");
  gboolean is_title = style != NULL && strcmp (style, "Title") == 0;
  gboolean is_heading = is_title || lieudit_xml_is_element (node, "h");
  gboolean is_item = lies_in_element (node, "list-item");

  if (lieudit_xml_is_element (node->parent, "table-cell"))
    lieudit_article_builder_append (writing->builder, " ", 1);
  else
    lieudit_article_builder_begin_block (writing->builder);

  if (is_heading)
    lieudit_article_builder_begin_span (writing->builder, LIEUDIT_SPAN_HEADING,
                                        level != NULL ? (guint) CLAMP (atoi (level), 1, 6) : 1);
  else if (is_item)
    lieudit_article_builder_begin_span (writing->builder, LIEUDIT_SPAN_LIST_ITEM, 0);
  append_inline (writing, node);
  if (is_heading || is_item)
    lieudit_article_builder_end_span (writing->builder);
}

static void
append_body (const Writing *writing,
             xmlNode       *body)
{
  for (xmlNode *node = body; node != NULL;)
    {
      if (is_left_out (node))
        {
          g_autofree char *text = lieudit_xml_dup_text (node);

          lieudit_article_builder_leave_out (writing->builder, text);
          node = lieudit_xml_next_skipping (node, body);
        }
      else if (lieudit_xml_is_element (node, "p") || lieudit_xml_is_element (node, "h"))
        {
          append_paragraph (writing, node);
          node = lieudit_xml_next_skipping (node, body);
        }
      else
        {
          if (lieudit_xml_is_element (node, "table-row"))
            lieudit_article_builder_begin_block (writing->builder);
          node = lieudit_xml_next (node, body);
        }
    }
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
read_metadata (GPtrArray             *entries,
               LieuditArticleBuilder *builder)
{
  g_autoptr(xmlDoc) document = lieudit_package_parse (entries, "meta.xml", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;

  if (root == NULL)
    return;

  title = lieudit_xml_dup_text (find_element (root, "title"));
  author = lieudit_xml_dup_text (find_element (root, "initial-creator"));
  if (author == NULL)
    author = lieudit_xml_dup_text (find_element (root, "creator"));
  lieudit_article_builder_set_title (builder, title);
  lieudit_article_builder_set_author (builder, author);
}

/* Running heads are part of the page styles. */
static void
leave_out_running_heads (GPtrArray             *entries,
                         LieuditArticleBuilder *builder)
{
  g_autoptr(xmlDoc) document = lieudit_package_parse (entries, "styles.xml", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      if (lieudit_xml_is_element (node, "header") || lieudit_xml_is_element (node, "footer"))
        {
          g_autofree char *text = lieudit_xml_dup_text (node);

          lieudit_article_builder_leave_out (builder, text);
        }
    }
}

/**
 * lieudit_odt_read_package:
 * @entries: (element-type LieuditPackageEntry): the files of a document
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads a document as one article.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_odt_read_package (GPtrArray       *entries,
                          LieuditReading  *reading,
                          GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  g_autoptr(xmlDoc) document = lieudit_package_parse (entries, "content.xml", error);
  g_autoptr(GHashTable) strong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) emphasis = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writing writing = { builder, strong, emphasis };
  xmlNode *root, *body;

  if (document == NULL)
    {
      if (error != NULL && *error == NULL)
        lieudit_article_builder_finish (builder, error);
      return FALSE;
    }

  root = xmlDocGetRootElement (document);
  body = find_element (root, "body");
  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  read_metadata (entries, builder);
  gather_styles (&writing, root);
  append_body (&writing, body != NULL ? body : root);
  leave_out_running_heads (entries, builder);
  lieudit_article_builder_adopt_title (builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
