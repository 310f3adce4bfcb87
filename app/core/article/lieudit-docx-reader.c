/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of Microsoft Word (Office Open XML). */
#include "config.h"

#include "article/lieudit-package.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"

/* What was deleted under revision, and the codes of fields. */
static gboolean
is_no_text (const xmlNode *node)
{
  static const char * const names[] = { "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (lieudit_xml_is_element (node, names[i]))
        return TRUE;
    }

  return FALSE;
}

/* Word knows headings by the name of their style, whose id is the same in every language or nearly so. */
static guint
get_heading_level (xmlNode *paragraph)
{
  static const char * const prefixes[] = { "heading", "titre", "titulo", "überschrift", "berschrift", "balk" };
  xmlNode *properties = lieudit_xml_find_child (paragraph, "pPr");
  xmlNode *style = lieudit_xml_find_child (properties, "pStyle");
  xmlNode *outline = lieudit_xml_find_child (properties, "outlineLvl");
  g_autofree char *value = style != NULL ? lieudit_xml_dup_attribute (style, "val") : NULL;
  g_autofree char *level = outline != NULL ? lieudit_xml_dup_attribute (outline, "val") : NULL;
  g_autofree char *name = value != NULL ? g_utf8_strdown (value, -1) : NULL;

  if (level != NULL)
    return (guint) CLAMP (atoi (level) + 1, 1, 6);
  if (name == NULL)
    return 0;
  if (strcmp (name, "title") == 0 || strcmp (name, "titre") == 0)
    return 1;

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *found = g_str_has_prefix (name, prefixes[i]) ? strpbrk (name, "123456") : NULL;

      if (found != NULL)
        return (guint) (*found - '0');
    }

  return 0;
}

static gboolean
has_property (xmlNode    *run,
              const char *name)
{
  xmlNode *property = lieudit_xml_find_child (lieudit_xml_find_child (run, "rPr"), name);
  g_autofree char *value = property != NULL ? lieudit_xml_dup_attribute (property, "val") : NULL;

  return property != NULL && (value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0));
}

static void
append_run (xmlNode               *run,
            LieuditArticleBuilder *builder)
{
  gboolean is_strong = has_property (run, "b");
  gboolean is_emphasis = has_property (run, "i");

  if (is_strong)
    lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_STRONG, 0);
  if (is_emphasis)
    lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_EMPHASIS, 0);
  for (xmlNode *child = run->children; child != NULL; child = child->next)
    {
      if (lieudit_xml_is_element (child, "t"))
        {
          xmlChar *text = xmlNodeGetContent (child);

          lieudit_article_builder_append (builder, (const char *) text, -1);
          xmlFree (text);
        }
      else if (lieudit_xml_is_element (child, "tab"))
        {
          lieudit_article_builder_append (builder, " ", 1);
        }
      else if (lieudit_xml_is_element (child, "br") || lieudit_xml_is_element (child, "cr"))
        {
          lieudit_article_builder_break_line (builder);
        }
      else if (lieudit_xml_is_element (child, "noBreakHyphen"))
        {
          lieudit_article_builder_append (builder, "\u2011", -1);
        }
    }
  if (is_emphasis)
    lieudit_article_builder_end_span (builder);
  if (is_strong)
    lieudit_article_builder_end_span (builder);
}

static void
append_paragraph (xmlNode               *paragraph,
                  LieuditArticleBuilder *builder)
{
  guint level = get_heading_level (paragraph);
  gboolean is_item = lieudit_xml_find_child (lieudit_xml_find_child (paragraph, "pPr"), "numPr") != NULL;

  if (lieudit_xml_is_element (paragraph->parent, "tc"))
    lieudit_article_builder_append (builder, " ", 1);
  else
    lieudit_article_builder_begin_block (builder);
  if (level > 0)
    lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_HEADING, level);
  else if (is_item)
    lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_LIST_ITEM, 0);

  for (xmlNode *node = lieudit_xml_next (paragraph, paragraph); node != NULL;)
    {
      /* A text box has paragraphs of its own. */
      if (is_no_text (node) || lieudit_xml_is_element (node, "p"))
        {
          node = lieudit_xml_next_skipping (node, paragraph);
          continue;
        }
      if (lieudit_xml_is_element (node, "r"))
        append_run (node, builder);
      node = lieudit_xml_next (node, paragraph);
    }

  if (level > 0 || is_item)
    lieudit_article_builder_end_span (builder);
}

static void
append_body (xmlNode               *body,
             LieuditArticleBuilder *builder)
{
  for (xmlNode *node = body; node != NULL;)
    {
      /* The fallback says once more what the choice says. */
      if (is_no_text (node) || lieudit_xml_is_element (node, "Fallback"))
        {
          node = lieudit_xml_next_skipping (node, body);
          continue;
        }
      if (lieudit_xml_is_element (node, "tr"))
        lieudit_article_builder_begin_block (builder);
      if (lieudit_xml_is_element (node, "p"))
        append_paragraph (node, builder);
      node = lieudit_xml_next (node, body);
    }
}

/* Running heads and footnotes; each paragraph as one. */
static void
leave_out_parts (GPtrArray             *entries,
                 LieuditArticleBuilder *builder)
{
  static const char * const names[] = { "header", "footer", "footnotes", "endnotes", "comments" };

  for (guint i = 0; i < entries->len; i++)
    {
      const LieuditPackageEntry *entry = g_ptr_array_index (entries, i);

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *prefix = g_strconcat ("word/", names[j], NULL);
          g_autoptr(xmlDoc) document =
            g_str_has_prefix (entry->path, prefix) ? lieudit_package_parse (entries, entry->path, NULL) : NULL;
          xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

          for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
            {
              g_autofree char *text = lieudit_xml_is_element (node, "p") ? lieudit_xml_dup_text (node) : NULL;

              lieudit_article_builder_leave_out (builder, text);
            }
        }
    }
}

/**
 * lieudit_docx_read_package:
 * @entries: (element-type LieuditPackageEntry): the files of a document
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads a document as one article.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_docx_read_package (GPtrArray       *entries,
                           LieuditReading  *reading,
                           GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  g_autoptr(xmlDoc) document = lieudit_package_parse (entries, "word/document.xml", error);
  g_autoptr(xmlDoc) properties = lieudit_package_parse (entries, "docProps/core.xml", NULL);
  xmlNode *root;

  if (document == NULL)
    return FALSE;

  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  if (properties != NULL)
    {
      g_autofree char *title = lieudit_xml_dup_child_text (xmlDocGetRootElement (properties), "title");
      g_autofree char *author = lieudit_xml_dup_child_text (xmlDocGetRootElement (properties), "creator");

      lieudit_article_builder_set_title (builder, title);
      lieudit_article_builder_set_author (builder, author);
    }

  root = xmlDocGetRootElement (document);
  append_body (lieudit_xml_find_child (root, "body") != NULL ? lieudit_xml_find_child (root, "body") : root, builder);
  leave_out_parts (entries, builder);
  lieudit_article_builder_adopt_title (builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
