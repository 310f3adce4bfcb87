/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-plain-text-reader.h"

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-text-decoder.h"

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)) || g_utf8_get_char (text) == 0xFEFF)
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/**
 * lieudit_plain_text_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: %TRUE; whether it is text shows when it is read
 */
gboolean
lieudit_plain_text_recognise (const char *data,
                              gsize       length)
{
  return TRUE;
}

/**
 * lieudit_plain_text_read:
 * @bytes: a text in any encoding
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads a text as one article, which keeps it exactly as it is.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_plain_text_read (GBytes          *bytes,
                         LieuditReading  *reading,
                         GError         **error)
{
  g_autofree char *text = NULL;
  g_autoptr(LieuditArticle) article = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  text = lieudit_decode_text (length > 0 ? data : "", length, error);
  if (text == NULL)
    return FALSE;

  if (is_blank (text))
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY,
                           _("There is no text in it. Choose another file, or copy an article and paste it."));
      return FALSE;
    }

  article = lieudit_article_read_text (text, NULL, lieudit_reading_get_source (reading));
  lieudit_reading_add (reading, article);

  return TRUE;
}
