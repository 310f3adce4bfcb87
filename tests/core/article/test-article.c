/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-reader.h"

typedef struct {
  const char *name;
  const char *text;
  const char *date;
  const char *title;
  const char *body;
} HeadCase;

static const HeadCase head_cases[] = {
  { "plain", "Combats à Alep.", NULL, NULL, "Combats à Alep." },
  { "month", "date 2024-11 Combats.", "2024-11", NULL, "Combats." },
  { "day", "date 2024-11-30 Combats.", "2024-11-30", NULL, "Combats." },
  { "year", "date 2024 Combats.", "2024", NULL, "Combats." },
  { "white space around", " \r\n\t date  2024-11 \r\n\r\n Combats.", "2024-11", NULL, "Combats." },
  { "colon and capital", "Date: 2024-11-30\nCombats.", "2024-11-30", NULL, "Combats." },
  { "nothing behind it", "date 2024-11", "2024-11", NULL, "" },
  { "leap day", "date 2024-02-29 Combats.", "2024-02-29", NULL, "Combats." },
  { "no leap day", "date 2023-02-29 Combats.", NULL, NULL, "date 2023-02-29 Combats." },
  { "no month", "date 2024-13 Combats.", NULL, NULL, "date 2024-13 Combats." },
  { "too many digits", "date 20241 Combats.", NULL, NULL, "date 20241 Combats." },
  { "half a day", "date 2024-11-3 Combats.", NULL, NULL, "date 2024-11-3 Combats." },
  { "year zero", "date 0000 Combats.", NULL, NULL, "date 0000 Combats." },
  { "another word", "dates 2024-11 Combats.", NULL, NULL, "dates 2024-11 Combats." },
  { "in the middle", "Une date 2024-11 ici.", NULL, NULL, "Une date 2024-11 ici." },
  { "only the word", "date", NULL, NULL, "date" },
  { "headline", "La nuit d’Alep\n\nCombats.", NULL, "La nuit d’Alep", "La nuit d’Alep\n\nCombats." },
  { "headline with carriage returns", "La nuit\r\n\r\nCombats.", NULL, "La nuit", "La nuit\r\n\r\nCombats." },
  { "headline that asks", "Qui tient Alep ?\n\nCombats.", NULL, "Qui tient Alep ?", "Qui tient Alep ?\n\nCombats." },
  { "headline behind a date", "date 2024-11\nLa nuit\n\nCombats.", "2024-11", "La nuit", "La nuit\n\nCombats." },
  { "Arabic headline", "ليلة حلب\n\nقتال.", NULL, "ليلة حلب", "ليلة حلب\n\nقتال." },
  { "a sentence is no headline", "Combats.\n\nSuite.", NULL, NULL, "Combats.\n\nSuite." },
  { "an Arabic clause is no headline", "قتال،\n\nحلب", NULL, NULL, "قتال،\n\nحلب" },
  { "no blank line behind", "La nuit\nCombats.", NULL, NULL, "La nuit\nCombats." },
  { "nothing behind but blanks", "La nuit\n\n \n", NULL, NULL, "La nuit\n\n \n" },
};

static void
test_head (gconstpointer data)
{
  const HeadCase *expected = data;
  g_autoptr(LieuditArticle) article = lieudit_article_read_text (expected->text, "fr", "test");

  g_assert_cmpstr (lieudit_article_get_text (article), ==, expected->text);
  g_assert_cmpstr (lieudit_article_get_date (article), ==, expected->date);
  g_assert_cmpstr (lieudit_article_get_title (article), ==, expected->title);
  g_assert_cmpstr (lieudit_article_get_text (article) + lieudit_article_get_body_offset (article), ==, expected->body);
  g_assert_cmpstr (lieudit_article_get_language (article), ==, "fr");
  g_assert_cmpstr (lieudit_article_get_source (article), ==, "test");
}

static void
test_headline_length (void)
{
  const guint lengths[] = { 119, 120 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(LieuditArticle) article = NULL;

      for (guint j = 0; j < lengths[i]; j++)
        g_string_append (text, "é");
      g_string_append (text, "\n\nSuite.");
      article = lieudit_article_read_text (text->str, NULL, NULL);

      g_assert_cmpint (lieudit_article_get_title (article) != NULL, ==, lengths[i] < 120);
    }
}

static void
test_without_text (void)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new (NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (lieudit_article_get_text (article), ==, "");
  g_assert_cmpuint (lieudit_article_get_length (article), ==, 0);
  g_assert_cmpuint (lieudit_article_get_body_offset (article), ==, 0);
  g_assert_null (lieudit_article_get_title (article));
}

static void
test_body_offset_stays_inside (void)
{
  g_autoptr(LieuditArticle) article =
    g_object_new (LIEUDIT_TYPE_ARTICLE, "text", "Alep", "body-offset", (guint64) 5, NULL);

  g_assert_cmpuint (lieudit_article_get_body_offset (article), ==, 4);
}

static void
test_properties (void)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new ("Alep", "La nuit", "2024-11", "fr", "dépêche");
  g_autofree char *text = NULL, *title = NULL, *date = NULL, *language = NULL, *source = NULL;
  guint64 body_offset;

  g_object_get (article, "text", &text, "title", &title, "date", &date, "language", &language, "source", &source,
                "body-offset", &body_offset, NULL);

  g_assert_cmpstr (text, ==, "Alep");
  g_assert_cmpstr (title, ==, "La nuit");
  g_assert_cmpstr (date, ==, "2024-11");
  g_assert_cmpstr (language, ==, "fr");
  g_assert_cmpstr (source, ==, "dépêche");
  g_assert_cmpuint (body_offset, ==, 0);
}

static void
test_copy_in_another_language (void)
{
  g_autoptr(LieuditArticle) article = lieudit_article_read_text ("date 2024-11\nLa nuit\n\nCombats.", NULL, "dépêche");
  g_autoptr(LieuditArticle) copy = lieudit_article_copy (article, "fr");

  g_assert_null (lieudit_article_get_language (article));
  g_assert_cmpstr (lieudit_article_get_language (copy), ==, "fr");
  g_assert_cmpstr (lieudit_article_get_text (copy), ==, lieudit_article_get_text (article));
  g_assert_cmpuint (lieudit_article_get_body_offset (copy), ==, lieudit_article_get_body_offset (article));
  g_assert_cmpstr (lieudit_article_get_title (copy), ==, "La nuit");
  g_assert_cmpstr (lieudit_article_get_date (copy), ==, "2024-11");
  g_assert_cmpstr (lieudit_article_get_source (copy), ==, "dépêche");
}

static void
test_beginning (void)
{
  static const struct {
    const char *text; /* behind a date line */
    gsize       size;
    const char *beginning;
  } cases[] = {
    { "Un.\nDeux.\nTrois.", 12, "Un.\nDeux." },
    { "Un.\nDeux.\nTrois.", 10, "Un.\nDeux." },
    { "Un deux trois", 9, "Un deux" },
    { "éèê", 3, "é" },
    { "Un.", 3, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("date 2024-11\n", cases[i].text, NULL);
      g_autoptr(LieuditArticle) article = lieudit_article_read_text (text, NULL, "dépêche");
      g_autoptr(LieuditArticle) beginning = lieudit_article_copy_beginning (article, cases[i].size);

      if (cases[i].beginning == NULL)
        {
          g_assert_null (beginning);
          continue;
        }
      g_assert_cmpstr (lieudit_article_get_text (beginning) + lieudit_article_get_body_offset (beginning), ==,
                       cases[i].beginning);
      g_assert_cmpuint (lieudit_article_get_body_offset (beginning), ==, lieudit_article_get_body_offset (article));
      g_assert_cmpstr (lieudit_article_get_date (beginning), ==, "2024-11");
      g_assert_cmpstr (lieudit_article_get_source (beginning), ==, "dépêche");
    }
}

static const struct {
  const char *text;
  const char *title;
  const char *body;
  const char *edited;
  const char *edited_title;
} edits[] = {
  { "Rien", NULL, "Tout", "Tout", NULL },
  { "Titre\n\nRien", "Titre", "Autre\n\nRien", "Autre\n\nRien", "Autre" },
  { "Titre\n\nRien", "Titre", "\n\n Autre\nRien", "\n\n Autre\nRien", "Autre" },
  { "Titre\n\nRien", "Titre", "", "", "Titre" },
  { "Rien", "Titre", "Tout", "Tout", "Titre" },
};

static void
test_edited (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr(LieuditArticle) article = lieudit_article_new (edits[i].text, edits[i].title, "2024-11-30", "fr", "a.txt");
      g_autoptr(LieuditArticle) edited = lieudit_article_copy_edited (article, edits[i].body);

      g_assert_cmpstr (lieudit_article_get_text (edited), ==, edits[i].edited);
      g_assert_cmpstr (lieudit_article_get_title (edited), ==, edits[i].edited_title);
      g_assert_cmpstr (lieudit_article_get_date (edited), ==, "2024-11-30");
      g_assert_cmpstr (lieudit_article_get_language (edited), ==, "fr");
      g_assert_cmpstr (lieudit_article_get_source (edited), ==, "a.txt");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (head_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article/head/%s", head_cases[i].name);

      g_test_add_data_func (path, &head_cases[i], test_head);
    }
  g_test_add_func ("/article/headline-length", test_headline_length);
  g_test_add_func ("/article/without-text", test_without_text);
  g_test_add_func ("/article/body-offset-stays-inside", test_body_offset_stays_inside);
  g_test_add_func ("/article/properties", test_properties);
  g_test_add_func ("/article/copy-in-another-language", test_copy_in_another_language);
  g_test_add_func ("/article/beginning", test_beginning);
  g_test_add_func ("/article/edited", test_edited);

  return g_test_run ();
}
