/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each format that articles come in: what is read of a file, and what is left out. */
#include "article/lieudit-article-reader.h"

#include <locale.h>
#include <string.h>

typedef struct {
  const char *file;
  guint       n_articles;
  guint       number; /* of the article that the rest is about */
  const char *title;
  const char *date;
  const char *author;
  const char *publisher;
  const char *language;
  const char *text;
  const char *spans;    /* kind:value:words, each on a line */
  const char *places;   /* name:start-end:id:latitude:longitude, each on a line */
  const char *left_out; /* some words of it */
} FormatCase;

static const FormatCase format_cases[] = {
  { "feed.rss", 2, 0, "Le phare d’Arouad se rallume", "2024-03-11", "Nabil Saad", "Le Phare", "fr-FR",
    "Le phare d’Arouad se rallume\n\nLe phare de l’île d’Arouad, éteint depuis dix ans, s’est rallumé.\n\nOn le voit de Tartous.",
    "0:1:Le phare d’Arouad se rallume\n1:0:Arouad\n", "Le phare d’Arouad se rallume:0-0::34.86:35.86\n", NULL },
  { "feed.rss", 2, 1, "Brouillard à Banias", "2024-03-12", NULL, "Le Phare", "fr-FR",
    "Brouillard à Banias\n\nLe port de Banias est fermé & les bateaux attendent.", "0:1:Brouillard à Banias\n", "", NULL },
  { "feed.atom", 2, 0, "Two boats for Sinop", "2024-05-01", "D. Aksoy", "Harbour notes", "en",
    "Two boats for Sinop\n\nThe council of Sinop bought two boats.", "0:1:Two boats for Sinop\n2:0:Sinop\n", "", NULL },
  { "feed.atom", 2, 1, "Ice on the Danube", "2024-05-02", NULL, "Harbour notes", "en",
    "Ice on the Danube\n\nShips wait at Galați.", "0:1:Ice on the Danube\n", "", NULL },
  { "message.ninjs.json", 1, 0, "Le pont de Raqqa rouvert aux camions", "2024-02-06", "Lina Farah", "Agence du Fleuve", "fr",
    "Le pont de Raqqa rouvert aux camions\n\nRAQQA - Le vieux pont de Raqqa a rouvert mardi.\n\n"
    "Les convois venus de Deir ez-Zor passaient jusqu’ici par Tabqa.",
    "0:1:Le pont de Raqqa rouvert aux camions\n",
    "Raqqa:0-0:https://agency.example/place/raqqa:35.95:39.01\nTabqa:0-0:tabqa-1::\n", NULL },
  { "message.newsml.xml", 1, 0, "Bridge at Raqqa open to lorries", "2024-02-05", "Lina Farah", "River Agency", "en",
    "Bridge at Raqqa open to lorries\n\nRAQQA - The old bridge of Raqqa opened on Tuesday.\n\nConvoys had gone by Tabqa.",
    "0:1:Bridge at Raqqa open to lorries\n", "Raqqa:0-0:geo:770:35.95:39.01\n", NULL },
  { "message.nitf.xml", 1, 0, "Neige sur la route de Damas", "2023-01-26", "Rita Sayegh", "Agence du Fleuve", NULL,
    "Neige sur la route de Damas\n\nZahlé, 26 janvier\n\nLa route entre Zahlé et Damas est restée fermée jeudi.\n\n"
    "Une école ouverte\n\nLes chauffeurs dorment à Chtaura, dit le maire.",
    "0:1:Neige sur la route de Damas\n0:2:Une école ouverte\n1:0:le maire\n", "Zahlé:64-70:zahle::\nDamas:74-79:damas::\n", NULL },
  { "notes.md", 1, 0, "Le marché de Nizip", "2021-09-14", "D. Aksoy", NULL, "fr",
    "Le marché de Nizip\n\nLe train de Gaziantep passe par Oğuzeli trois fois par jour.\n\nLes prix\n\nPistaches de Nizip\n\n"
    "Cerises d'Afrine\n\nPersonne n'a le temps.",
    "0:1:Le marché de Nizip\n2:0:Gaziantep\n1:0:Oğuzeli\n0:2:Les prix\n4:0:Pistaches de Nizip\n4:0:Cerises d'Afrine\n"
    "3:0:Personne n'a le temps.\n", "", NULL },
  { "plain.eml", 1, 0, "Dépêche : neige à Zahlé", "2023-01-26", "Rita Sayegh", NULL, NULL,
    "Dépêche : neige à Zahlé\n\nLa route de Zahlé à Damas est fermée depuis trois jours.\n\n"
    "L'armée renvoie les camions vers Chtaura.",
    "0:1:Dépêche : neige à Zahlé\n", "", "Rita Sayegh, bureau de Beyrouth" },
  { "attached.eml", 2, 0, "Ice on the Danube", "2024-05-02", "wire@agency.example", NULL, NULL,
    "Ice on the Danube\n\nShips wait at Galați.\n\nThe port of Brăila is shut.", "0:1:Ice on the Danube\n2:0:Galați\n", "", "map.png" },
  { "attached.eml", 2, 1, "Note", NULL, NULL, NULL, NULL, "Note\n\nThe lock of Tulcea is open.", "0:1:Note\n2:0:Tulcea\n", "", NULL },
  { "two.mbox", 2, 0, "Storm at Varna", "2024-03-01", "harbour@x.example", NULL, NULL,
    "Storm at Varna\n\nThe port of Varna is shut.\n\nFrom Burgas no ship sailed.", "0:1:Storm at Varna\n", "", NULL },
  { "two.mbox", 2, 1, "Calm at Sinop", "2024-03-02", "harbour@x.example", NULL, NULL,
    "Calm at Sinop\n\nBoats left Sinop at dawn.", "0:1:Calm at Sinop\n", "", NULL },
  { "articles.zip", 3, 1, "Homs", NULL, NULL, NULL, NULL,
    "Homs\n\nLe marché de Homs a rouvert hier, après deux ans de travaux.", "0:1:Homs\n", "", NULL },
  { "article.docx", 1, 0, "Le port de Tartous rouvert", NULL, "Claire Morel", NULL, NULL,
    "Le port de Tartous rouvert\n\nLa digue de Tartous est réparée.\n\nDeux étapes\n\nLe chenal d’Arouad\n\nLa jetée de Banias\n\n"
    "Tartous 400\n\nBanias 150",
    "0:1:Le port de Tartous rouvert\n2:0:Tartous\n1:0:réparée\n0:2:Deux étapes\n4:0:Le chenal d’Arouad\n4:0:La jetée de Banias\n", "",
    "Le Quotidien du littoral" },
  { "article.odt", 1, 0, "Le port de Tartous rouvert", NULL, "Claire Morel", NULL, NULL,
    "Le port de Tartous rouvert\n\nLa digue de Tartous est réparée.\n\nDeux étapes\n\nLe chenal d’Arouad\n\nLa jetée de Banias\n\n"
    "Tartous 400\n\nBanias 150",
    "0:1:Le port de Tartous rouvert\n2:0:Tartous\n1:0:réparée\n0:2:Deux étapes\n4:0:Le chenal d’Arouad\n4:0:La jetée de Banias\n", "",
    "Le Quotidien du littoral" },
};

static char *
build_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "core", "article", "files", name, NULL);
}

static char *
describe_spans (LieuditArticle *article)
{
  GString *found = g_string_new (NULL);
  const LieuditSpan *spans;
  guint n_spans;

  spans = lieudit_article_outline_get_spans (lieudit_article_get_outline (article), &n_spans);
  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (found, "%d:%u:%.*s\n", spans[i].kind, spans[i].value, (int) (spans[i].end - spans[i].start),
                            lieudit_article_get_text (article) + spans[i].start);

  return g_string_free (found, FALSE);
}

static char *
describe_places (LieuditArticle *article)
{
  GString *found = g_string_new (NULL);
  const LieuditStatedPlace *places;
  guint n_places;

  places = lieudit_article_outline_get_stated_places (lieudit_article_get_outline (article), &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      g_string_append_printf (found, "%s:%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT ":%s:", places[i].name, places[i].start,
                              places[i].end, places[i].id != NULL ? places[i].id : "");
      if (places[i].is_located)
        g_string_append_printf (found, "%.2f:%.2f\n", places[i].latitude, places[i].longitude);
      else
        g_string_append (found, ":\n");
    }

  return g_string_free (found, FALSE);
}

static void
test_format (gconstpointer data)
{
  const FormatCase *expected = data;
  g_autofree char *path = build_path (expected->file);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_articles_read_file (file, NULL, &error);
  g_autofree char *spans = NULL;
  g_autofree char *places = NULL;
  LieuditArticle *article;
  LieuditArticleOutline *outline;

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, expected->n_articles);
  article = g_ptr_array_index (articles, expected->number);
  outline = lieudit_article_get_outline (article);
  spans = describe_spans (article);
  places = describe_places (article);

  g_assert_cmpstr (lieudit_article_get_text (article), ==, expected->text);
  g_assert_cmpstr (lieudit_article_get_title (article), ==, expected->title);
  g_assert_cmpstr (lieudit_article_get_date (article), ==, expected->date);
  g_assert_cmpstr (lieudit_article_get_language (article), ==, expected->language);
  g_assert_cmpstr (lieudit_article_outline_get_author (outline), ==, expected->author);
  g_assert_cmpstr (lieudit_article_outline_get_publisher (outline), ==, expected->publisher);
  g_assert_cmpstr (spans, ==, expected->spans);
  g_assert_cmpstr (places, ==, expected->places);
  if (expected->left_out != NULL)
    g_assert_nonnull (strstr (lieudit_article_outline_get_left_out (outline), expected->left_out));
}

/* Articles in an archive are told apart by their source; links in it are not followed. */
static void
test_archive (void)
{
  g_autofree char *path = build_path ("articles.zip");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_articles_read_file (file, NULL, &error);
  const char * const ends[] = { "articles.zip#a/alep.txt", "articles.zip#a/page.html", "articles.zip#bad%07name.txt" };

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, G_N_ELEMENTS (ends));
  for (guint i = 0; i < articles->len; i++)
    g_assert_true (g_str_has_suffix (lieudit_article_get_source (g_ptr_array_index (articles, i)), ends[i]));
}

static void
test_only_one (void)
{
  g_autofree char *path = build_path ("two.mbox");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_file (file, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_SEVERAL);
}

typedef struct {
  const char *name;
  const char *bytes;
  int         code;
  const char *hint;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "entities", "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss><channel/></rss>",
    LIEUDIT_ARTICLE_ERROR_DAMAGED, "entities" },
  { "an external entity", "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><nitf><body>&x;</body></nitf>",
    LIEUDIT_ARTICLE_ERROR_DAMAGED, "entities" },
  { "a feed cut off", "<rss version='2.0'><channel><item><title>Al", LIEUDIT_ARTICLE_ERROR_DAMAGED, "cut off" },
  { "a feed without items", "<rss version='2.0'><channel/></rss>", LIEUDIT_ARTICLE_ERROR_EMPTY, "no article" },
  { "a wire message cut off", "{\"uri\": \"x\", \"bodies\": [", LIEUDIT_ARTICLE_ERROR_DAMAGED, "cut off" },
  { "a page without text", "<html><body><script>var a;</script></body></html>", LIEUDIT_ARTICLE_ERROR_EMPTY, "no text" },
  { "a PDF cut off", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R", LIEUDIT_ARTICLE_ERROR_DAMAGED, "PDF" },
  { "a PDF of pages that are their own parents",
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n"
    "trailer<</Root 1 0 R/Size 3>>\n%%EOF", LIEUDIT_ARTICLE_ERROR_EMPTY, "PDF" },
  { "a zip archive cut off", "PK\003\004\024", LIEUDIT_ARTICLE_ERROR_DAMAGED, "zip" },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *expected = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (expected->bytes, strlen (expected->bytes));
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_articles_read_bytes (bytes, NULL, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, expected->code);
  g_assert_nonnull (strstr (error->message, expected->hint));
}

static void
test_sheet (void)
{
  g_autofree char *path = build_path ("sheet.xlsx");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_articles_read_file (file, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_BINARY);
}

/* A file that was cut off anywhere gives what is there, or a reason. */
static void
test_truncated (gconstpointer data)
{
  g_autofree char *path = build_path (data);
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < length; i += 1 + length / 3000)
    {
      g_autoptr(GBytes) part = g_bytes_new_static (contents, i);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GPtrArray) articles = lieudit_articles_read_bytes (part, NULL, NULL, &local_error);

      g_assert_true ((articles == NULL) == (local_error != NULL));
    }
}

typedef struct {
  const char *name;
  const char *text;
  const char *format; /* its first words */
} RecognisedCase;

/* Text that looks a little like something else stays as it is. */
static const RecognisedCase plain_cases[] = {
  { "a hash", "# tag of the day\nNothing else.", "# tag" },
  { "a colon", "Alep: the siege\nSubject: none\n\nText.", "Alep: the" },
  { "a tag in the text", "The <html> element of Homs.", "The <html>" },
  { "JSON of something else", "{\"text\": \"Alep\"}", "{\"text\"" },
  { "the word From", "From Aleppo to Homs the road is open.\n\nNobody uses it.", "From Aleppo" },
  { "stars of a bullet list", "* Alep\n* Homs\n", "* Alep" },
};

static void
test_plain (gconstpointer data)
{
  const RecognisedCase *expected = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (expected->text, strlen (expected->text));
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (article), ==, expected->text);
}

int
main (int    argc,
      char **argv)
{
  const char *last_file = "";

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      const FormatCase *format_case = &format_cases[i];
      g_autofree char *path = g_strdup_printf ("/formats/%s/%u", format_case->file, format_case->number);

      g_test_add_data_func (path, format_case, test_format);
      if (strcmp (format_case->file, last_file) != 0)
        {
          g_autofree char *truncated_path = g_strdup_printf ("/formats/%s/truncated", format_case->file);

          g_test_add_data_func (truncated_path, format_case->file, test_truncated);
        }
      last_file = format_case->file;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/refused/", refused_cases[i].name, NULL);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (plain_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/plain/", plain_cases[i].name, NULL);

      g_test_add_data_func (path, &plain_cases[i], test_plain);
    }
  g_test_add_func ("/formats/archive", test_archive);
  g_test_add_func ("/formats/only-one", test_only_one);
  g_test_add_func ("/formats/sheet", test_sheet);

  return g_test_run ();
}
