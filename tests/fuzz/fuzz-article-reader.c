/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-reader.h"
#include "fuzz.h"

#include <string.h>

static void
check_spans (LieuditArticle *article)
{
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  const char *text = lieudit_article_get_text (article);
  const LieuditSpan *spans;
  guint n_spans;

  if (outline == NULL)
    return;

  spans = lieudit_article_outline_get_spans (outline, &n_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpuint (spans[i].start, <, spans[i].end);
      g_assert_cmpuint (spans[i].end, <=, lieudit_article_get_length (article));
      g_assert_true (g_utf8_validate (text + spans[i].start, (gssize) (spans[i].end - spans[i].start), NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_articles_read_bytes (bytes, NULL, NULL, &error);

  g_assert_true ((articles == NULL) == (error != NULL));
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      LieuditArticle *article = g_ptr_array_index (articles, i);
      const char *text = lieudit_article_get_text (article);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (strlen (text), ==, lieudit_article_get_length (article));
      g_assert_true (g_utf8_validate (text + lieudit_article_get_body_offset (article), -1, NULL));
      check_spans (article);
    }

  return 0;
}
