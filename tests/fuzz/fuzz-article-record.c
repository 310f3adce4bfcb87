/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-record.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = NULL;

  if (size == 0)
    return 0;

  article = lieudit_article_read_record ((const char *) data, size, NULL, &id, &error);

  g_assert_true ((article == NULL) == (error != NULL));
  g_assert_true (id == NULL || g_utf8_validate (id, -1, NULL));
  if (article != NULL)
    g_assert_true (g_utf8_validate (lieudit_article_get_text (article), -1, NULL));

  return 0;
}
