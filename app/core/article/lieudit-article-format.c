/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of the formats that articles come in. */
#include "config.h"

#include "article/lieudit-article-format.h"

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-feed-reader.h"
#include "article/lieudit-html-reader.h"
#include "article/lieudit-mail-reader.h"
#include "article/lieudit-markdown-reader.h"
#include "article/lieudit-news-xml-reader.h"
#include "article/lieudit-ninjs-reader.h"
#include "article/lieudit-pdf-reader.h"
#include "article/lieudit-plain-text-reader.h"
#include "article/lieudit-tei-reader.h"
#include "article/lieudit-zip-reader.h"

/* The first that recognises a file reads it; plain text takes what is left. */
static const LieuditArticleFormat formats[] = {
  { "pdf", LIEUDIT_ARTICLE_FILE_SIZE_LIMIT, "*.pdf", lieudit_pdf_recognise, lieudit_pdf_read },
  { "zip", LIEUDIT_ARTICLE_FILE_SIZE_LIMIT, "*.docx *.odt *.zip *.epub", lieudit_zip_recognise, lieudit_zip_read },
  { "html", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.html *.htm *.xhtml", lieudit_html_recognise, lieudit_html_read },
  { "feed", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.rss *.atom *.xml", lieudit_feed_recognise, lieudit_feed_read },
  { "news-xml", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.nitf *.newsml", lieudit_news_xml_recognise, lieudit_news_xml_read },
  { "tei", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.tei", lieudit_tei_recognise, lieudit_tei_read },
  { "ninjs", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.json *.ninjs", lieudit_ninjs_recognise, lieudit_ninjs_read },
  { "mail", LIEUDIT_ARTICLE_FILE_SIZE_LIMIT, "*.eml *.mbox *.mbx", lieudit_mail_recognise, lieudit_mail_read },
  { "markdown", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.md *.markdown", lieudit_markdown_recognise, lieudit_markdown_read },
  { "text", LIEUDIT_ARTICLE_SIZE_LIMIT, "*.txt *.text", lieudit_plain_text_recognise, lieudit_plain_text_read },
};

/**
 * lieudit_article_format_recognise:
 * @data: (array length=length): the first bytes of a file, or all
 * @length: how many bytes
 *
 * Returns: (transfer none): the format of the file
 */
const LieuditArticleFormat *
lieudit_article_format_recognise (const char *data,
                                  gsize       length)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (formats) - 1 && !formats[i].recognise (data, length))
    i++;

  return &formats[i];
}

/**
 * lieudit_article_format_get_size_limit:
 * @data: (array length=length): the first bytes of a file, or all
 * @length: how many bytes
 *
 * Returns: the longest file of its format that is read, in bytes
 */
gsize
lieudit_article_format_get_size_limit (const char *data,
                                       gsize       length)
{
  return lieudit_article_format_recognise (data, length)->size_limit;
}

/**
 * lieudit_article_format_dup_patterns:
 *
 * Returns: (transfer full) (array zero-terminated=1): what the names of files
 *   look like that hold articles
 */
char **
lieudit_article_format_dup_patterns (void)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", formats[i].patterns);

  return g_strsplit (all->str, " ", -1);
}
