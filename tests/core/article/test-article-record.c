/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-reader.h"
#include "article/lieudit-article-record.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *line;
  const char *id;
  const char *text;
  const char *language;
  const char *title;
  const char *date;
} GoodCase;

static const GoodCase good_cases[] = {
  { "id and text", "{\"id\":\"a\",\"text\":\"Combats à Alep.\"}", "a", "Combats à Alep." },
  { "all", "{\"id\":\"a\",\"text\":\"t\",\"language\":\"fr\",\"title\":\"La nuit\",\"date\":\"2024-11-30\"}",
    "a", "t", "fr", "La nuit", "2024-11-30" },
  { "white space around", " \t{ \"id\" : \"a\" , \"text\" : \"t\" } \r", "a", "t" },
  { "other keys", "{\"gold\":[{\"start\":0,\"lat\":-1.5e3}],\"id\":\"a\",\"text\":\"t\",\"x\":true}", "a", "t" },
  { "empty text", "{\"id\":\"a\",\"text\":\"\"}", "a", "" },
  { "no id", "{\"text\":\"t\"}", NULL, "t" },
  { "nulls", "{\"id\":null,\"text\":\"t\",\"language\":null,\"title\":null,\"date\":null}", NULL, "t" },
  { "escapes", "{\"id\":\"a\",\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\uDD25\"}", "a", "\"\\/\b\f\n\r\té🔥" },
  { "text with a date line", "{\"id\":\"a\",\"text\":\"date 2024-11 t\"}", "a", "date 2024-11 t", NULL, NULL, "2024-11" },
  { "date with an hour",
    "{\"id\":\"a\",\"text\":\"t\",\"date\":\"2024-11-30T06:40:00Z\"}", "a", "t", NULL, NULL, "2024-11-30" },
  { "date that is none", "{\"id\":\"a\",\"text\":\"t\",\"date\":\"yesterday\"}", "a", "t" },
  { "a date given wins", "{\"id\":\"a\",\"text\":\"date 2023 t\",\"date\":\"2024\"}", "a", "date 2023 t", NULL, NULL, "2024" },
  { "a title given wins", "{\"id\":\"a\",\"text\":\"Un\\n\\ndeux\",\"title\":\"Trois\"}", "a", "Un\n\ndeux", NULL, "Trois" },
};

static void
test_good (gconstpointer data)
{
  const GoodCase *expected = data;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article =
    lieudit_article_read_record (expected->line, strlen (expected->line), NULL, &id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, expected->id);
  g_assert_cmpstr (lieudit_article_get_text (article), ==, expected->text);
  g_assert_cmpstr (lieudit_article_get_language (article), ==, expected->language);
  g_assert_cmpstr (lieudit_article_get_title (article), ==, expected->title);
  g_assert_cmpstr (lieudit_article_get_date (article), ==, expected->date);
}

typedef struct {
  const char *name;
  const char *line;
  const char *id;
  const char *hint;
} BadCase;

static const BadCase bad_cases[] = {
  { "a word", "Alep", NULL, "not" },
  { "an array", "[]", NULL, "not a JSON object" },
  { "a string", "\"Alep\"", NULL, "not a JSON object" },
  { "null", "null", NULL, "not a JSON object" },
  { "cut off", "{\"id\":\"a\",\"text\":\"t\"", NULL, "never closed" },
  { "cut off in a string", "{\"id\":\"a\",\"text\":\"t", NULL, "no end" },
  { "closed too often", "{\"id\":\"a\",\"text\":\"t\"}}", NULL, "follows the end" },
  { "two objects", "{\"id\":\"a\",\"text\":\"t\"} {}", NULL, "follows the end" },
  { "closed before it is opened", "]", NULL, "never opened" },
  { "no colon", "{\"id\" \"a\"}", NULL, "not valid JSON" },
  { "a comment", "{/*\"*/\"id\":\"a\"}", NULL, "not JSON" },
  { "single quotation marks", "{'id':'a','text':'t'}", NULL, "not JSON" },
  { "raw control character", "{\"id\":\"a\",\"text\":\"t\001\"}", NULL, "control character" },
  { "unknown escape", "{\"id\":\"a\",\"text\":\"\\x41\"}", NULL, "escape" },
  { "short escape", "{\"id\":\"a\",\"text\":\"\\u00e\"}", NULL, "escape" },
  { "escaped NUL", "{\"id\":\"a\",\"text\":\"Al\\u0000ep\"}", NULL, "NUL" },
  { "high surrogate alone", "{\"id\":\"a\",\"text\":\"\\ud83d\"}", NULL, "surrogate" },
  { "high surrogate twice", "{\"id\":\"a\",\"text\":\"\\ud83d\\ud83d\"}", NULL, "surrogate" },
  { "low surrogate alone", "{\"id\":\"a\",\"text\":\"\\udd25\"}", NULL, "surrogate" },
  { "surrogate before the end", "{\"text\":\"\\ud83d\\u", NULL, "surrogate" },
  { "not UTF-8", "{\"id\":\"a\",\"text\":\"\xE9\"}", NULL, "UTF-8" },
  { "no text", "{\"id\":\"a\"}", "a", "“text”" },
  { "text is a number", "{\"id\":\"a\",\"text\":1}", "a", "“text”" },
  { "text is an array", "{\"id\":\"a\",\"text\":[\"t\"]}", "a", "“text”" },
  { "id is a number", "{\"id\":1,\"text\":\"t\"}", NULL, "“id”" },
  { "language is a boolean", "{\"id\":\"a\",\"text\":\"t\",\"language\":false}", "a", "“language”" },
  { "title is an object", "{\"id\":\"a\",\"text\":\"t\",\"title\":{}}", "a", "“title”" },
  { "date is a number", "{\"id\":\"a\",\"text\":\"t\",\"date\":2024}", "a", "“date”" },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *expected = data;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_record (expected->line, strlen (expected->line), NULL, &id, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_RECORD);
  g_assert_nonnull (strstr (error->message, expected->hint));
  g_assert_cmpstr (id, ==, expected->id);
}

static void
test_nesting (void)
{
  const guint depths[] = { 63, 64, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *opening = g_strnfill (depths[i], '[');
      g_autofree char *closing = g_strnfill (depths[i], ']');
      g_autofree char *line = g_strdup_printf ("{\"id\":\"a\",\"text\":\"t\",\"x\":%s%s}", opening, closing);
      g_autofree char *id = NULL;
      g_autoptr(LieuditArticle) article = lieudit_article_read_record (line, strlen (line), NULL, &id, NULL);

      g_assert_cmpint (article != NULL, ==, depths[i] < 64);
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (LIEUDIT_ARTICLE_SIZE_LIMIT + 1, 'a');
  g_autofree char *line = g_strdup_printf ("{\"id\":\"a\",\"text\":\"%s\"}", text);
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_record (line, strlen (line), NULL, &id, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE);
  g_assert_cmpstr (id, ==, "a");
}

static void
test_language_of_the_stream (void)
{
  static const char unsaid[] = "{\"id\":\"a\",\"text\":\"t\"}";
  static const char said[] = "{\"id\":\"a\",\"text\":\"t\",\"language\":\"en\"}";
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  g_autoptr(LieuditArticle) first = lieudit_article_read_record (unsaid, strlen (unsaid), "fr", &first_id, NULL);
  g_autoptr(LieuditArticle) second = lieudit_article_read_record (said, strlen (said), "fr", &second_id, NULL);

  g_assert_cmpstr (lieudit_article_get_language (first), ==, "fr");
  g_assert_cmpstr (lieudit_article_get_language (second), ==, "en");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-record/good/%s", good_cases[i].name);

      g_test_add_data_func (path, &good_cases[i], test_good);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-record/bad/%s", bad_cases[i].name);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/article-record/nesting", test_nesting);
  g_test_add_func ("/article-record/long-text", test_long_text);
  g_test_add_func ("/article-record/language-of-the-stream", test_language_of_the_stream);

  return g_test_run ();
}
