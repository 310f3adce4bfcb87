/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libglib-testing/signal-logger.h>

#include "reader/lieudit-article-buffer.h"

#include "reader/lieudit-soft-breaks.h"

/* Longer pieces of text take GTK too long to lay out; in characters. */
#define LONGEST_SHOWN_LINE 4001

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

typedef struct {
  const char *name;
  const char *repeated;
  char        before_break; /* what the line that is broken ends with; 0 where it is broken anywhere */
} LongLineCase;

static const LongLineCase long_line_cases[] = {
  { "between sentences", "On se bat à Alep depuis mercredi. Les routes de l’est sont coupées ! ", ' ' },
  { "between words", "Alep et Idleb et Hama et puis ", ' ' },
  { "anywhere", "Alepidlebhama𝔄é", 0 },
};

static void
test_long_line_is_broken (gconstpointer data)
{
  const LongLineCase *expected = data;
  g_autoptr(GString) text = g_string_new ("Un.\n");
  g_autoptr(LieuditArticle) article = NULL;
  g_autoptr(LieuditArticleBuffer) buffer = NULL;
  const char *position;
  gsize code_point = 0, back;
  GtkTextIter iter;
  int n_lines;

  while (text->len < 100000)
    g_string_append (text, expected->repeated);
  article = lieudit_article_new (text->str, "La nuit", "2024-11-30", NULL, NULL);
  buffer = lieudit_article_buffer_new (article, FALSE);
  while (!lieudit_article_buffer_is_complete (buffer))
    g_main_context_iteration (NULL, TRUE);

  n_lines = gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer));
  g_assert_cmpint (n_lines, >, 20);
  for (int i = 0; i < n_lines; i++)
    {
      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, i);
      g_assert_cmpint (gtk_text_iter_get_chars_in_line (&iter), <=, LONGEST_SHOWN_LINE);
      /* Behind the date, the title and the first line, which have ends of their own. */
      if (i > 3 && expected->before_break != 0)
        {
          gtk_text_iter_backward_chars (&iter, 2);
          g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==, (gunichar) expected->before_break);
        }
    }

  for (position = text->str; *position != '\0'; position = g_utf8_next_char (position), code_point++)
    {
      g_assert_true (lieudit_article_buffer_get_iter_at_code_point (buffer, &iter, code_point));
      g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==, g_utf8_get_char (position));
      g_assert_true (lieudit_article_buffer_get_code_point (buffer, &iter, &back));
      g_assert_cmpuint (back, ==, code_point);
    }
}

static void
test_line_of_a_paragraph_is_whole (void)
{
  g_autofree char *line = g_strnfill (LIEUDIT_SOFT_BREAKS_LONGEST_LINE, 'a');
  g_autofree char *text = g_strconcat (line, "\n", line, "\r\n", line, NULL);
  g_autoptr(GArray) breaks = lieudit_soft_breaks_find (text, strlen (text));

  g_assert_cmpuint (breaks->len, ==, 0);
}

static void
test_break_is_the_end_of_what_stands_before (void)
{
  gsize at[] = { 5, 9 };
  g_autoptr(GArray) breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  static const struct { gsize shown, text; } spots[] = {
    { 4, 4 }, { 5, 5 }, { 6, 5 }, { 9, 8 }, { 10, 9 }, { 11, 9 }, { 12, 10 },
  };

  g_array_append_vals (breaks, at, G_N_ELEMENTS (at));
  for (gsize i = 0; i < G_N_ELEMENTS (spots); i++)
    g_assert_cmpuint (lieudit_soft_breaks_to_text (breaks, spots[i].shown), ==, spots[i].text);
}

static LieuditArticle *
make_book (void)
{
  g_autoptr(GString) text = g_string_new ("Le siège d’Alep\n\n");

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "Chapitre %u\r\n\r\nOn se bat à Alep, dit-on à 𝔄 ; on y meurt.\r\n\r\n", i);

  return lieudit_article_new (text->str, "Le siège d’Alep", NULL, NULL, NULL);
}

static char *
get_text (LieuditArticleBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
}

static guint
count_lines_with_tag (LieuditArticleBuffer *buffer,
                      const char           *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), name);
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  do
    n += gtk_text_iter_has_tag (&iter, tag);
  while (gtk_text_iter_forward_line (&iter));

  return n;
}

static void
test_book_comes_little_by_little (void)
{
  g_autoptr(LieuditArticle) article = make_book ();
  g_autoptr(LieuditArticleBuffer) buffer = lieudit_article_buffer_new (article, FALSE);
  g_autoptr(GtSignalLogger) logger = gt_signal_logger_new ();
  gsize end = lieudit_article_buffer_get_end_code_point (buffer);
  g_autofree char *shown = NULL;

  gt_signal_logger_connect (logger, buffer, "extended");
  g_assert_false (lieudit_article_buffer_is_complete (buffer));
  g_assert_cmpuint (end, >, 30000);
  g_assert_cmpuint (end, <, 100000);

  while (!lieudit_article_buffer_is_complete (buffer))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), >, 10);
  g_assert_cmpuint (lieudit_article_buffer_get_end_code_point (buffer), ==,
                    (gsize) g_utf8_strlen (lieudit_article_get_text (article), -1));

  shown = get_text (buffer);
  g_assert_cmpstr (shown, ==, lieudit_article_get_text (article));
  g_assert_cmpuint (count_lines_with_tag (buffer, "title"), ==, 1);
  g_assert_cmpuint (count_lines_with_tag (buffer, "intertitle"), ==, 9000);
}

static void
test_book_is_there_where_it_is_looked_at (void)
{
  g_autoptr(LieuditArticle) article = make_book ();
  g_autoptr(LieuditArticleBuffer) buffer = lieudit_article_buffer_new (article, FALSE);
  const char *text = lieudit_article_get_text (article);
  gsize code_point = count_code_points_before (text, "Chapitre 5000");
  GtkTextIter iter;

  g_assert_true (lieudit_article_buffer_get_iter_at_code_point (buffer, &iter, code_point));
  g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==, 'C');
  g_assert_false (lieudit_article_buffer_is_complete (buffer));
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
  for (gsize i = 0; i < G_N_ELEMENTS (long_line_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-buffer/long-line/%s", long_line_cases[i].name);
      g_test_add_data_func (path, &long_line_cases[i], test_long_line_is_broken);
    }
  g_test_add_func ("/article-buffer/line-of-a-paragraph-is-whole", test_line_of_a_paragraph_is_whole);
  g_test_add_func ("/article-buffer/break-is-the-end-of-what-stands-before", test_break_is_the_end_of_what_stands_before);
  g_test_add_func ("/article-buffer/head-is-not-in-the-article", test_head_is_not_in_the_article);
  g_test_add_func ("/article-buffer/without-article", test_without_article);
  g_test_add_func ("/article-buffer/book-comes-little-by-little", test_book_comes_little_by_little);
  g_test_add_func ("/article-buffer/book-is-there-where-it-is-looked-at", test_book_is_there_where_it_is_looked_at);

  return g_test_run ();
}
