/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown (CommonMark), as notebooks and site generators keep articles, with their front matter. */
#include "config.h"

#include "article/lieudit-markdown-reader.h"

#include <string.h>

#include <cmark.h>

#include "article/lieudit-html-text.h"
#include "article/lieudit-text-decoder.h"

#define SAMPLE_SIZE (16 * 1024)
#define MOST_FRONT_LINES 60

static const char *
skip_front_matter (const char *text)
{
  const char *line = text;

  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return text;

  for (guint i = 0; i < MOST_FRONT_LINES && (line = strchr (line, '\n')) != NULL; i++)
    {
      line++;
      if (g_str_has_prefix (line, "---\n") || g_str_has_prefix (line, "---\r\n") || g_str_has_prefix (line, "...\n"))
        return strchr (line, '\n') + 1;
    }

  return text;
}

/**
 * lieudit_markdown_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Tells Markdown from plain text: it has two of its marks, of which one is a
 * heading, a link or words in bold.
 *
 * Returns: whether the file is Markdown
 */
gboolean
lieudit_markdown_recognise (const char *data,
                            gsize       length)
{
  static const char * const patterns[] = {
    "(?m)^#{1,6} \\S", "\\[[^\\]\\n]+\\]\\([^)\\s]+\\)", "\\*\\*\\S[^*\\n]*\\S\\*\\*", "(?m)^\\S.*\\n(?:={3,}|-{3,})\\s*$",
    "(?m)^(?:[*+-]|\\d+\\.) \\S", "(?m)^> \\S", "(?<![\\w*])[*_]\\w[^*_\\n]*\\w[*_](?![\\w*])", "(?m)^```",
  };
  g_autofree char *sample = g_strndup (data, MIN (length, SAMPLE_SIZE));
  g_autofree char *text = g_utf8_make_valid (sample, -1);
  guint n_marks = 0;
  gboolean is_sure = FALSE;

  if (skip_front_matter (text) != text)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      gboolean matches = g_regex_match_simple (patterns[i], text, 0, 0);

      n_marks += matches;
      is_sure = is_sure || (matches && i < 3);
    }

  return is_sure && n_marks >= 2;
}

static void
read_front_matter (const char            *text,
                   const char            *body,
                   LieuditArticleBuilder *builder)
{
  static const struct {
    const char *name;
    void      (*set) (LieuditArticleBuilder *builder, const char *value);
  } names[] = {
    { "title:", lieudit_article_builder_set_title },
    { "date:", lieudit_article_builder_set_date },
    { "author:", lieudit_article_builder_set_author },
    { "lang:", lieudit_article_builder_set_language },
    { "language:", lieudit_article_builder_set_language },
    { "source:", lieudit_article_builder_set_source },
    { "publisher:", lieudit_article_builder_set_publisher },
  };
  g_autofree char *head = g_strndup (text, (gsize) (body - text));
  g_auto(GStrv) lines = g_strsplit (head, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          char *value;

          if (g_ascii_strncasecmp (lines[i], names[j].name, strlen (names[j].name)) != 0)
            continue;

          value = g_strstrip (lines[i] + strlen (names[j].name));
          if ((*value == '"' || *value == '\'') && value[1] != '\0' && value[strlen (value) - 1] == *value)
            {
              value[strlen (value) - 1] = '\0';
              value++;
            }
          names[j].set (builder, value);
        }
    }
}

static gboolean
begin_span (cmark_node            *node,
            LieuditArticleBuilder *builder)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_HEADING, (guint) cmark_node_get_heading_level (node));
      return TRUE;
    case CMARK_NODE_BLOCK_QUOTE:
      lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_QUOTE, 0);
      return TRUE;
    case CMARK_NODE_ITEM:
      lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_LIST_ITEM, 0);
      return TRUE;
    case CMARK_NODE_EMPH:
      lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_EMPHASIS, 0);
      return TRUE;
    case CMARK_NODE_STRONG:
      lieudit_article_builder_begin_span (builder, LIEUDIT_SPAN_STRONG, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_block (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK;
}

static void
append_leaf (cmark_node            *node,
             LieuditArticleBuilder *builder)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      lieudit_article_builder_append (builder, cmark_node_get_literal (node), -1);
      break;
    case CMARK_NODE_CODE_BLOCK:
      lieudit_article_builder_append_paragraph (builder, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      lieudit_html_append_fragment (cmark_node_get_literal (node), builder);
      break;
    case CMARK_NODE_SOFTBREAK:
      lieudit_article_builder_append (builder, " ", 1);
      break;
    case CMARK_NODE_LINEBREAK:
      lieudit_article_builder_break_line (builder);
      break;
    default:
      break;
    }
}

static void
append_document (cmark_node            *document,
                 LieuditArticleBuilder *builder)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (event == CMARK_EVENT_ENTER)
        {
          if (is_block (node))
            lieudit_article_builder_begin_block (builder);
          if (!begin_span (node, builder))
            append_leaf (node, builder);
        }
      else
        {
          if (type == CMARK_NODE_HEADING || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM ||
              type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
            lieudit_article_builder_end_span (builder);
          if (is_block (node))
            lieudit_article_builder_begin_block (builder);
        }
    }
  cmark_iter_free (iter);
}

/**
 * lieudit_markdown_read:
 * @bytes: a file of Markdown
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads a file of Markdown as one article.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_markdown_read (GBytes          *bytes,
                       LieuditReading  *reading,
                       GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = lieudit_decode_text (data, length, error);
  const char *body;
  cmark_node *document;

  if (text == NULL)
    return FALSE;

  body = skip_front_matter (text);
  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  read_front_matter (text, body, builder);
  if (lieudit_article_builder_get_title (builder) != NULL && !g_str_has_prefix (body + strspn (body, "\r\n"), "# "))
    lieudit_article_builder_append_heading (builder, lieudit_article_builder_get_title (builder), 1);

  document = cmark_parse_document (body, strlen (body), CMARK_OPT_DEFAULT);
  append_document (document, builder);
  cmark_node_free (document);
  lieudit_article_builder_adopt_title (builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
