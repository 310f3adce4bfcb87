/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages mark what is their article with comments, which are invisible to the reader. */
#include "article/lieudit-article-reader.h"

#include <locale.h>
#include <string.h>

#define BEGIN "<!--article-->"
#define END "<!--/article-->"

typedef struct {
  const char *file;
  const char *title;
  const char *date;
  const char *author;
  const char *publisher;
  const char *language;
  const char *left_out; /* some words of it */
} PageCase;

static const PageCase page_cases[] = {
  { "01-daily.html", "Tartous rouvre son port de pêche après deux mois", "2024-03-11", "Claire Morel, Nabil Saad",
    "Le Quotidien du littoral", "fr", "Avec nos 412 partenaires" },
  { "02-wire.html", "Snow closes Damascus road for third day", "2023-01-26", "Rita Sayegh", "Levant Wire", "en-GB",
    "Sign up for our morning briefing" },
  { "03-nineties.html", "Sans accord au bord du Léman, rendez-vous à Amman", NULL, NULL, NULL, NULL, "Petites annonces" },
  { "04-arabic.html", "السلمية تعيد افتتاح سوقها القديم", "2022-05-18", NULL, "صوت البادية", "ar", "اترك تعليقا" },
  { "05-magazine.html", "What the apricots know", "2024-05-02", "D. Aksoy", NULL, "en", "The tin market" },
  { "06-radio.html", "Perpignan : 200 000 euros pour sauver les archives inondées", "2021-12-03", "Léo Vidal",
    "Radio Tramontane", "fr", "Votre annonce ici" },
  { "07-list.html", "What works again after the floods, city by city", "2023-05-09", NULL, NULL, "en", "two cats" },
  { "08-turkish.html", "Nizip banliyö hattı aralıkta açılıyor", "2021-09-14", NULL, NULL, "tr", "okur27" },
  { "09-spanish.html", "Almería y Orán vuelven a estar unidas por mar", "2024-06-20", "Elena Ruiz", NULL, "es", "Roquetas amplía" },
  { "10-saved.html", "Anchovy season ends early on the Black Sea", "2020-02-17", NULL, "The Harbour Post", "en",
    "a pirate ship on a lake" },
};

static GHashTable *
count_words (const char *text)
{
  g_auto(GStrv) words = g_regex_split_simple ("[^\\pL\\pM\\pN]+", text, 0, 0);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_hash_table_insert (counts, g_strdup (words[i]),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i])) + 1));
    }

  return counts;
}

static guint
count_all (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer count;
  guint n = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n += GPOINTER_TO_UINT (count);

  return n;
}

static guint
count_common (GHashTable *first,
              GHashTable *second)
{
  GHashTableIter iter;
  gpointer word, count;
  guint n = 0;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &word, &count))
    n += MIN (GPOINTER_TO_UINT (count), GPOINTER_TO_UINT (g_hash_table_lookup (second, word)));

  return n;
}

static char *
get_marked_text (GBytes *bytes)
{
  g_autofree char *page = NULL;
  g_autoptr(GString) marked = g_string_new (NULL);
  g_autoptr(GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_utf8_validate (data, (gssize) length, NULL))
    page = g_strndup (data, length);
  else
    page = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  for (const char *start = strstr (page, BEGIN); start != NULL; start = strstr (start, BEGIN))
    {
      const char *end = strstr (start, END);

      g_string_append_len (marked, start, end - start);
      g_string_append_c (marked, '\n');
      start = end;
    }

  return g_regex_replace_literal (tags, marked->str, -1, 0, "", 0, NULL);
}

static GBytes *
load_page (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "article", "pages", name, NULL);
  g_autoptr(GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
test_page (gconstpointer data)
{
  const PageCase *expected = data;
  g_autoptr(GBytes) bytes = load_page (expected->file);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (bytes, "file:///page.html", &error);
  g_autofree char *marked = get_marked_text (bytes);
  g_autoptr(GHashTable) wanted = count_words (marked);
  g_autoptr(GHashTable) found = NULL;
  LieuditArticleOutline *outline;
  guint n_common;

  g_assert_no_error (error);
  outline = lieudit_article_get_outline (article);
  found = count_words (lieudit_article_get_text (article));
  n_common = count_common (wanted, found);
  g_test_message ("%u of %u words found, %u others", n_common, count_all (wanted), count_all (found) - n_common);
  if (g_test_verbose ())
    g_test_message ("%s\n-----\n%s", lieudit_article_get_text (article), lieudit_article_outline_get_left_out (outline));

  g_assert_cmpfloat (n_common, >=, 0.98 * count_all (wanted));
  g_assert_cmpfloat (count_all (found) - n_common, <, 0.02 * count_all (found));
  g_assert_cmpstr (lieudit_article_get_title (article), ==, expected->title);
  g_assert_cmpstr (lieudit_article_get_date (article), ==, expected->date);
  g_assert_cmpstr (lieudit_article_get_language (article), ==, expected->language);
  g_assert_cmpstr (lieudit_article_outline_get_author (outline), ==, expected->author);
  g_assert_cmpstr (lieudit_article_outline_get_publisher (outline), ==, expected->publisher);
  g_assert_nonnull (strstr (lieudit_article_outline_get_left_out (outline), expected->left_out));
}

typedef struct {
  const char *name;
  const char *html;
  const char *text;
  const char *spans; /* kind:value:words, each on a line */
} TextCase;

static const TextCase text_cases[] = {
  { "paragraphs", "<html><p>Un\n  deux </p>\n<p>trois</p></html>", "Un deux\n\ntrois", "" },
  { "emphasis", "<html><p>A <em>very <b>old</b></em> town</p></html>", "A very old town", "1:0:very old\n2:0:old\n" },
  { "white space beside emphasis", "<html><p>A <em> very </em> old</p></html>", "A very old", "1:0:very\n" },
  { "headings", "<html><h2>Heading of it</h2><p>Text.</p><h3>Sub</h3><p>More.</p></html>",
    "Heading of it\n\nText.\n\nSub\n\nMore.", "0:1:Heading of it\n0:3:Sub\n" },
  { "a list", "<html><p>First:</p><ul><li>one<li>two</ul></html>", "First:\n\none\n\ntwo", "4:0:one\n4:0:two\n" },
  { "line breaks", "<html><p>One<br>two<br><br>three</p></html>", "One\ntwo\n\nthree", "" },
  { "a quotation", "<html><blockquote><p>Said.</p><p>Done.</p></blockquote></html>", "Said.\n\nDone.", "3:0:Said.\n\nDone.\n" },
  { "a table", "<html><table><tr><td>Alep</td><td>12</td></tr><tr><td>Homs</td><td>3</td></tr></table></html>",
    "Alep 12\n\nHoms 3", "" },
  { "entities", "<html><p>Caf&eacute; &amp; th&#233; &#x1F525;&nbsp;!</p></html>", "Café & thé 🔥\u00A0!", "" },
  { "soft hyphens", "<html><p>Qal&shy;aat al-Ma\u200Bdiq</p></html>", "Qalaat al-Madiq", "" },
  { "nothing but a script", "<html><p>x</p><script>var p = '<p>no</p>';</script></html>", "x", "" },
  { "unknown elements", "<html><my-text><p>Alep</p></my-text></html>", "Alep", "" },
  { "tags that nobody closes", "<html><p>One<p>two<div>three", "One\n\ntwo\n\nthree", "" },
  { "XHTML", "<?xml version='1.0'?>\n<!-- page -->\n<html xmlns='http://www.w3.org/1999/xhtml'><p>Alep</p></html>", "Alep", "" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *expected = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (expected->html, strlen (expected->html));
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (bytes, NULL, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  const LieuditSpan *spans;
  const char *text;
  guint n_spans;

  g_assert_no_error (error);
  text = lieudit_article_get_text (article);
  g_assert_cmpstr (text, ==, expected->text);

  spans = lieudit_article_outline_get_spans (lieudit_article_get_outline (article), &n_spans);
  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (found, "%d:%u:%.*s\n", spans[i].kind, spans[i].value, (int) (spans[i].end - spans[i].start),
                            text + spans[i].start);
  g_assert_cmpstr (found->str, ==, expected->spans);
}

/* Each once hung or filled the memory in some reader of pages. */
static void
test_hostile (void)
{
  const struct {
    const char *unit;
    gsize       n_units;
  } cases[] = {
    { "<div>", 200000 },
    { "<b><i>", 200000 },
    { "</x>", 500000 },
    { "<p a", 100000 },
    { "<table><tr><td>", 100000 },
    { "<h2>Comments</h2><h2>x</h2>", 50000 },
    { "<!--", 200000 },
    { "&lt", 200000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) page = g_string_new ("<html><body>");
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditArticle) article = NULL;

      for (gsize j = 0; j < cases[i].n_units; j++)
        g_string_append (page, cases[i].unit);
      bytes = g_bytes_new (page->str, page->len);
      article = lieudit_article_read_bytes (bytes, NULL, &error);
      g_assert_true ((article == NULL) == (error != NULL));
    }
}

static void
test_attributes (void)
{
  g_autoptr(GString) page = g_string_new ("<html><p ");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (page, "a%u ", i);
  bytes = g_bytes_new (page->str, page->len);

  g_assert_null (lieudit_article_read_bytes (bytes, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED);
}

/* A file that was cut off is read up to there, or refused. */
static void
test_truncated (void)
{
  g_autoptr(GBytes) bytes = load_page ("01-daily.html");
  gsize length = g_bytes_get_size (bytes);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (part, NULL, &error);

      g_assert_true ((article == NULL) == (error != NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (page_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/html-reader/page/", page_cases[i].file, NULL);

      g_test_add_data_func (path, &page_cases[i], test_page);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/html-reader/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/html-reader/hostile", test_hostile);
  g_test_add_func ("/html-reader/attributes", test_attributes);
  g_test_add_func ("/html-reader/truncated", test_truncated);

  return g_test_run ();
}
