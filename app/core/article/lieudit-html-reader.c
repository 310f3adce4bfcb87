/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-html-reader.h"

#include "article/lieudit-html-metadata.h"
#include "article/lieudit-html-text.h"

/* Comments and a processing instruction may stand before the first element. */
#define LONGEST_PROLOGUE 2048

/**
 * lieudit_html_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is a page of HTML or XHTML
 */
gboolean
lieudit_html_recognise (const char *data,
                        gsize       length)
{
  static const char * const beginnings[] = { "<!doctype html", "<html", "<head>", "<body", "<meta charset", "<title>", "<article" };
  g_autofree char *beginning = g_ascii_strdown (data, (gssize) MIN (length, LONGEST_PROLOGUE));
  const char *next = beginning;

  for (;;)
    {
      const char *end = NULL;

      while (g_ascii_isspace (*next))
        next++;
      if (g_str_has_prefix (next, "<!--"))
        end = strstr (next, "-->");
      else if (g_str_has_prefix (next, "<?xml"))
        end = strstr (next, "?>");
      if (end == NULL)
        break;
      next = strchr (end, '>') + 1;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (next, beginnings[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_html_read:
 * @bytes: a page
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads the article of a page.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_html_read (GBytes          *bytes,
                   LieuditReading  *reading,
                   GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  g_auto(LieuditHtmlContent) content = { NULL, };
  g_autoptr(xmlDoc) document = NULL;
  gconstpointer data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  document = lieudit_html_parse (data, length, error);
  if (document == NULL)
    return FALSE;

  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  lieudit_html_read_metadata (document, builder);
  lieudit_html_content_init (&content, document);
  lieudit_html_append_content (&content, document, builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
