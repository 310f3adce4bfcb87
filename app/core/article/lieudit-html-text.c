/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of elements, with its headings and emphasis. */
#include "config.h"

#include "article/lieudit-html-text.h"

#include <string.h>

/* A paragraph that is little more than a link leads to another article. */
#define LINK_PARAGRAPH_SHARE 0.8

/* Longer texts are no bylines, whatever they are called. */
#define LONGEST_BYLINE 150

typedef struct {
  const char      *name;
  LieuditSpanKind  kind;
} SpanElement;

static const SpanElement span_elements[] = {
  { "em", LIEUDIT_SPAN_EMPHASIS },
  { "i", LIEUDIT_SPAN_EMPHASIS },
  { "cite", LIEUDIT_SPAN_EMPHASIS },
  { "strong", LIEUDIT_SPAN_STRONG },
  { "b", LIEUDIT_SPAN_STRONG },
  { "blockquote", LIEUDIT_SPAN_QUOTE },
  { "li", LIEUDIT_SPAN_LIST_ITEM },
  { "figcaption", LIEUDIT_SPAN_CAPTION },
};

typedef struct {
  LieuditArticleBuilder *builder;
  GHashTable            *beside;   /* NULL to keep everything */
  GHashTable            *written;  /* text nodes */
  xmlNode               *headline;
} Writing;

static void append_children (const Writing *writing,
                             xmlNode       *node);

static const SpanElement *
find_span (const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (span_elements); i++)
    {
      if (strcmp ((const char *) node->name, span_elements[i].name) == 0)
        return &span_elements[i];
    }

  return NULL;
}

/* Who wrote it and when is told elsewhere, and links to other articles are none of this one. */
static gboolean
is_left_out (const Writing *writing,
             xmlNode       *node)
{
  LieuditTextMeasure measure;

  if (writing->beside == NULL)
    return FALSE;
  if (g_hash_table_contains (writing->beside, node))
    return TRUE;
  if (!lieudit_html_is_block (node) && !lieudit_xml_is_element (node, "time"))
    return FALSE;

  measure = lieudit_html_measure (node);
  if (measure.n_characters == 0)
    return FALSE;
  if (measure.n_characters < LONGEST_BYLINE && lieudit_html_is_byline (node))
    return TRUE;

  return measure.n_characters < 2 * LONGEST_BYLINE &&
         (double) measure.n_linked > LINK_PARAGRAPH_SHARE * (double) measure.n_characters;
}

static void
append_node (const Writing *writing,
             xmlNode       *node)
{
  gboolean is_block;
  guint level;
  const SpanElement *span;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      lieudit_article_builder_append (writing->builder, (const char *) node->content, -1);
      g_hash_table_add (writing->written, node);
      return;
    }
  if (lieudit_html_is_invisible (node) || node == writing->headline || is_left_out (writing, node))
    return;
  if (lieudit_xml_is_element (node, "br"))
    {
      lieudit_article_builder_break_line (writing->builder);
      return;
    }

  /* Cells of a row are parted, not set one below the other. */
  is_block = lieudit_html_is_block (node) && !lieudit_xml_is_element (node, "td") && !lieudit_xml_is_element (node, "th");
  level = lieudit_html_heading_level (node);
  span = level == 0 ? find_span (node) : NULL;

  if (is_block)
    lieudit_article_builder_begin_block (writing->builder);
  else if (lieudit_html_is_block (node))
    lieudit_article_builder_append (writing->builder, " ", 1);
  if (level > 0)
    lieudit_article_builder_begin_span (writing->builder, LIEUDIT_SPAN_HEADING, level);
  else if (span != NULL)
    lieudit_article_builder_begin_span (writing->builder, span->kind, 0);

  append_children (writing, node);

  if (level > 0 || span != NULL)
    lieudit_article_builder_end_span (writing->builder);
  if (is_block)
    lieudit_article_builder_begin_block (writing->builder);
}

static void
append_children (const Writing *writing,
                 xmlNode       *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    append_node (writing, child);
}

static void
end_paragraph (GString               *paragraph,
               LieuditArticleBuilder *builder)
{
  lieudit_article_builder_leave_out (builder, paragraph->str);
  g_string_truncate (paragraph, 0);
}

static void
append_squeezed (GString    *paragraph,
                 const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isspace (*text))
        g_string_append_c (paragraph, *text);
      else if (paragraph->len > 0 && paragraph->str[paragraph->len - 1] != ' ')
        g_string_append_c (paragraph, ' ');
    }
}

static void
leave_out_rest (const Writing *writing,
                xmlNode       *root)
{
  g_autoptr(GString) paragraph = g_string_new (NULL);

  for (xmlNode *node = root; node != NULL;)
    {
      if (lieudit_html_is_invisible (node))
        {
          node = lieudit_xml_next_skipping (node, root);
          continue;
        }
      if (lieudit_html_is_block (node) || lieudit_xml_is_element (node, "br"))
        end_paragraph (paragraph, writing->builder);
      else if (node->type == XML_TEXT_NODE && !g_hash_table_contains (writing->written, node))
        append_squeezed (paragraph, (const char *) node->content);
      node = lieudit_xml_next (node, root);
    }
  end_paragraph (paragraph, writing->builder);
}

static void
append_headline (const Writing *writing)
{
  const char *title = lieudit_article_builder_get_title (writing->builder);

  if (writing->headline == NULL)
    {
      lieudit_article_builder_append_heading (writing->builder, title, 1);
      return;
    }

  lieudit_article_builder_begin_span (writing->builder, LIEUDIT_SPAN_HEADING, 1);
  append_children (writing, writing->headline);
  lieudit_article_builder_end_span (writing->builder);
  lieudit_article_builder_begin_block (writing->builder);

  lieudit_article_builder_set_title (writing->builder, lieudit_article_builder_get_text (writing->builder));
}

/**
 * lieudit_html_append_content:
 * @content: where the article is in the page
 * @document: the page
 * @builder: where to
 *
 * Adds the headline and the text of the article, and keeps apart what else the
 * page says.
 */
void
lieudit_html_append_content (const LieuditHtmlContent *content,
                             xmlDoc                   *document,
                             LieuditArticleBuilder    *builder)
{
  g_autoptr(GHashTable) written = g_hash_table_new (NULL, NULL);
  Writing writing = { builder, content->beside, written, content->headline };

  append_headline (&writing);
  for (guint i = 0; i < content->parts->len; i++)
    append_node (&writing, g_ptr_array_index (content->parts, i));
  leave_out_rest (&writing, xmlDocGetRootElement (document));
}

/**
 * lieudit_html_append_fragment:
 * @html: (nullable): a piece of a page
 * @builder: where to
 *
 * Adds all text of a piece of HTML. Markup that makes no sense is left out.
 */
void
lieudit_html_append_fragment (const char            *html,
                              LieuditArticleBuilder *builder)
{
  g_autoptr(xmlDoc) document = NULL;
  g_autoptr(GHashTable) written = g_hash_table_new (NULL, NULL);
  Writing writing = { builder, NULL, written, NULL };

  if (html == NULL || strspn (html, " \t\r\n") == strlen (html))
    return;

  document = lieudit_html_parse (html, strlen (html), NULL);
  if (document == NULL)
    return;

  lieudit_article_builder_begin_block (builder);
  append_node (&writing, xmlDocGetRootElement (document));
  lieudit_article_builder_begin_block (builder);
}
