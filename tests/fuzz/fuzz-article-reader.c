/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-reader.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (bytes, NULL, &error);
  const char *text;

  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    return 0;

  text = lieudit_article_get_text (article);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), ==, lieudit_article_get_length (article));
  g_assert_true (g_utf8_validate (text + lieudit_article_get_body_offset (article), -1, NULL));

  return 0;
}
