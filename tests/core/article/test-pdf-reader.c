/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages are printed by Cairo on the spot: columns, divided words, running heads. */
#include "article/lieudit-article-reader.h"

#include <locale.h>
#include <string.h>

#include <cairo-pdf.h>

#define WIDTH 595
#define HEIGHT 842

typedef struct {
  double      x;
  double      y;
  double      size;
  const char *text; /* NULL ends the page */
} Word;

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
print_pages (const Word *words,
             gsize       n_words)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Claire Morel");
  cairo_select_font_face (cr, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  for (gsize i = 0; i < n_words; i++)
    {
      if (words[i].text == NULL)
        {
          cairo_show_page (cr);
          continue;
        }
      cairo_set_font_size (cr, words[i].size);
      cairo_move_to (cr, words[i].x, words[i].y);
      cairo_show_text (cr, words[i].text);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static LieuditArticle *
read_pages (const Word *words,
            gsize       n_words)
{
  g_autoptr(GBytes) bytes = print_pages (words, n_words);
  g_autoptr(GError) error = NULL;
  LieuditArticle *article = lieudit_article_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);

  return article;
}

/* Two columns below a headline, over two pages, with a head and page numbers. */
static const Word newspaper[] = {
  { 60, 40, 9, "Le Quotidien du littoral" },
  { 500, 40, 9, "11 mars 2024" },
  { 60, 100, 22, "Tartous rouvre son port" },
  { 60, 140, 10, "La digue nord est enfin réparée, et les pre-" },
  { 60, 153, 10, "miers bateaux ont pris la mer avant l'aube en" },
  { 60, 166, 10, "direction de l'île d'Arouad, selon la mairie." },
  { 60, 192, 10, "Les pêcheurs de Banias devront attendre que" },
  { 60, 205, 10, "le chenal soit dragué, sans doute en automne." },
  { 320, 140, 10, "Le chantier a coûté deux fois plus que prévu," },
  { 320, 153, 10, "dit la mairie, qui compte sur les dons venus" },
  { 320, 166, 10, "de Lattaquié et de la diaspora pour achever" },
  { 300, 820, 9, "1" },
  { 0, 0, 0, NULL },
  { 60, 40, 9, "Le Quotidien du littoral" },
  { 500, 40, 9, "12 mars 2024" },
  { 60, 100, 10, "la jetée sud avant l'hiver et ses tempêtes." },
  { 60, 126, 10, "Une seconde tranche est prévue à Jablé." },
  { 300, 820, 9, "2" },
  { 0, 0, 0, NULL },
};

static void
test_newspaper (void)
{
  g_autoptr(LieuditArticle) article = read_pages (newspaper, G_N_ELEMENTS (newspaper));
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  const char *text = lieudit_article_get_text (article);
  const char *left_out = lieudit_article_outline_get_left_out (outline);
  gsize jetty;

  g_assert_cmpstr (text, ==,
                   "Tartous rouvre son port\n\n"
                   "La digue nord est enfin réparée, et les premiers bateaux ont pris la mer avant l'aube en direction de l'île "
                   "d'Arouad, selon la mairie.\n\n"
                   "Les pêcheurs de Banias devront attendre que le chenal soit dragué, sans doute en automne.\n\n"
                   "Le chantier a coûté deux fois plus que prévu, dit la mairie, qui compte sur les dons venus de Lattaquié et de "
                   "la diaspora pour achever la jetée sud avant l'hiver et ses tempêtes.\n\n"
                   "Une seconde tranche est prévue à Jablé.");
  g_assert_cmpstr (lieudit_article_get_title (article), ==, "Tartous rouvre son port");
  g_assert_cmpstr (lieudit_article_outline_get_author (outline), ==, "Claire Morel");
  g_assert_nonnull (strstr (left_out, "Le Quotidien du littoral"));
  g_assert_nonnull (strstr (left_out, "12 mars 2024"));

  jetty = (gsize) (strstr (text, "la jetée") - text);
  g_assert_cmpuint (lieudit_article_outline_get_page (outline, 0), ==, 1);
  g_assert_cmpuint (lieudit_article_outline_get_page (outline, jetty - 2), ==, 1);
  g_assert_cmpuint (lieudit_article_outline_get_page (outline, jetty), ==, 2);
}

static void
test_hyphens (void)
{
  const Word words[] = {
    { 60, 100, 10, "The road from north-" },
    { 60, 113, 10, "West Syria to Deir ez-" },
    { 60, 126, 10, "Zor is open, the opera-" },
    { 60, 139, 10, "tion being over for now." },
  };
  g_autoptr(LieuditArticle) article = read_pages (words, G_N_ELEMENTS (words));

  g_assert_cmpstr (lieudit_article_get_text (article), ==,
                   "The road from north-West Syria to Deir ez-Zor is open, the operation being over for now.");
}

static void
test_pictures_only (void)
{
  const Word words[] = { { 0, 0, 0, NULL } };
  g_autoptr(GBytes) bytes = print_pages (words, G_N_ELEMENTS (words));
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_bytes (bytes, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "scan"));
}

static void
test_truncated (void)
{
  g_autoptr(GBytes) bytes = print_pages (newspaper, G_N_ELEMENTS (newspaper));
  gsize length = g_bytes_get_size (bytes);

  for (gsize i = 0; i < length; i += 1 + length / 500)
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

  g_test_add_func ("/pdf-reader/newspaper", test_newspaper);
  g_test_add_func ("/pdf-reader/hyphens", test_hyphens);
  g_test_add_func ("/pdf-reader/pictures-only", test_pictures_only);
  g_test_add_func ("/pdf-reader/truncated", test_truncated);

  return g_test_run ();
}
