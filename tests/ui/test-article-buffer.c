/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/lieudit-article-buffer.h"

typedef struct {
  const char *name;
  const char *text;
  const char *title;
  const char *date;
  const char *word;
  const char *tag;
} BufferCase;

static const BufferCase cases[] = {
  { "plain", "Combats à Alep.", NULL, NULL, "Alep", NULL },
  { "after a title of its own", "Combats à Alep.", "La nuit", NULL, "Alep", NULL },
  { "after a title and a date", "Combats à Alep.", "La nuit", "2024-11-30", "Alep", NULL },
  { "in the title that begins the body", "La nuit d’Alep\n\nCombats.", "La nuit d’Alep", NULL, "Alep", "title" },
  { "behind letters beyond the first plane", "𝔄𝔅 😀 à Alep.", NULL, "2024-11", "Alep", NULL },
  { "behind carriage returns", "Un.\r\n\r\nDeux à Alep.", NULL, NULL, "Alep", NULL },
  { "in an intertitle", "Un.\n\nVers Alep\n\nDeux.", NULL, NULL, "Alep", "intertitle" },
  { "in a sentence of its own", "Un.\n\nVers Alep.\n\nDeux.", NULL, NULL, "Alep", NULL },
  { "right to left", "قتال في حلب ليلا", NULL, "2024-11", "حلب", NULL },
};

static gsize
count_code_points_before (const char *text,
                          const char *word)
{
  return g_utf8_pointer_to_offset (text, strstr (text, word));
}

static void
test_case (gconstpointer data)
{
  const BufferCase *expected = data;
  g_autoptr(LieuditArticle) article =
    lieudit_article_new (expected->text, expected->title, expected->date, NULL, NULL);
  g_autoptr(LieuditArticleBuffer) buffer = lieudit_article_buffer_new (article, FALSE);
  gsize start = count_code_points_before (expected->text, expected->word), back = 0;
  g_autofree char *shown = NULL;
  GtkTextIter start_iter, end_iter;

  g_assert_true (lieudit_article_buffer_get_iter_at_code_point (buffer, &start_iter, start));
  g_assert_true (lieudit_article_buffer_get_iter_at_code_point (buffer, &end_iter,
                                                                start + g_utf8_strlen (expected->word, -1)));
  shown = gtk_text_iter_get_text (&start_iter, &end_iter);
  g_assert_cmpstr (shown, ==, expected->word);

  g_assert_true (lieudit_article_buffer_get_code_point (buffer, &start_iter, &back));
  g_assert_cmpuint (back, ==, start);

  for (gsize i = 0; i < 2; i++)
    {
      const char *tag = (const char *[]) { "title", "intertitle" }[i];
      GtkTextTag *found = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), tag);

      g_assert_cmpint (gtk_text_iter_has_tag (&start_iter, found), ==, g_strcmp0 (tag, expected->tag) == 0);
    }
}

static void
test_head_is_not_in_the_article (void)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new ("Combats à Alep.", "La nuit", "2024-11-30", NULL, NULL);
  g_autoptr(LieuditArticleBuffer) buffer = lieudit_article_buffer_new (article, FALSE);
  GtkTextIter start;
  gsize code_point;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
  g_assert_false (lieudit_article_buffer_get_code_point (buffer, &start, &code_point));
}

static void
test_without_article (void)
{
  g_autoptr(LieuditArticleBuffer) buffer = lieudit_article_buffer_new (NULL, FALSE);

  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-buffer/name/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/article-buffer/head-is-not-in-the-article", test_head_is_not_in_the_article);
  g_test_add_func ("/article-buffer/without-article", test_without_article);

  return g_test_run ();
}
