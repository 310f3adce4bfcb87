/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What browsers offer by the clipboard and by dragging, in the encodings that they offer it in. */
#include "article/lieudit-page-piece.h"

#include <string.h>

#include "article/lieudit-article-reader.h"

typedef struct {
  const char *name;
  const char *data;
  gsize       length;
  const char *expected;
} PieceCase;

#define PIECE_CASE(name, data, expected) { name, data, sizeof (data) - 1, expected }

static const PieceCase decoding_cases[] = {
  PIECE_CASE ("utf-8", "<p>Été</p>", "<p>Été</p>"),
  PIECE_CASE ("utf-8-mark", "\xEF\xBB\xBF<p>", "<p>"),
  PIECE_CASE ("utf-8-final-nul", "<p>\0", "<p>"),
  PIECE_CASE ("utf-8-nul-inside", "<p\0>Homs\0\0</p>", "<p>Homs</p>"),
  PIECE_CASE ("latin-1", "<p>\xE9t\xE9", "<p>\xE9t\xE9"),
  PIECE_CASE ("little-endian-mark", "\xFF\xFE<\0p\0>\0", "<p>"),
  PIECE_CASE ("little-endian", "<\0p\0>\0\xE9\0", "<p>é"),
  PIECE_CASE ("big-endian-mark", "\xFE\xFF\0<\0p\0>", "<p>"),
  PIECE_CASE ("big-endian", "\0<\0p\0>\0\xE9", "<p>é"),
  PIECE_CASE ("arabic-first", "\x2D\x06\x45\x06\x35\x06<\0b\0r\0>\0", "حمص<br>"),
  PIECE_CASE ("pair", "\xFF\xFE\x3D\xD8\x00\xDE", "😀"),
  PIECE_CASE ("pair-big-endian", "\xFE\xFF\xD8\x3D\xDE\x00", "😀"),
  PIECE_CASE ("high-alone", "\xFF\xFE\x3D\xD8<\0", "\xEF\xBF\xBD<"),
  PIECE_CASE ("high-at-end", "\xFF\xFE<\0\x3D\xD8", "<\xEF\xBF\xBD"),
  PIECE_CASE ("low-alone", "\xFF\xFE\x00\xDE<\0", "\xEF\xBF\xBD<"),
  PIECE_CASE ("halves-swapped", "\xFF\xFE\x00\xDE\x3D\xD8", "\xEF\xBF\xBD\xEF\xBF\xBD"),
  PIECE_CASE ("half-unit", "\xFF\xFE<\0p\0>", "<p"),
  PIECE_CASE ("final-nul-unit", "<\0p\0>\0\0\0", "<p>"),
  PIECE_CASE ("nothing", "", ""),
  PIECE_CASE ("one-byte", "<", "<"),
  PIECE_CASE ("only-nul", "\0\0\0", ""),
  PIECE_CASE ("only-a-mark", "\xFF\xFE", ""),
  PIECE_CASE ("cf-html", "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000120\r\n<html><p>Homs</html>", "<html><p>Homs</html>"),
  PIECE_CASE ("cf-html-without-markup", "Version:0.9\r\nStartHTML:00000097\r\n", "Version:0.9\r\nStartHTML:00000097\r\n"),
  PIECE_CASE ("text-about-versions", "Version: two <b>", "Version: two <b>"),
};

static const PieceCase address_cases[] = {
  PIECE_CASE ("moz-url", "h\0t\0t\0p\0s\0:\0/\0/\0a\0.\0e\0x\0/\0\n\0T\0", "https://a.ex/"),
  PIECE_CASE ("moz-url-mark", "\xFF\xFEh\0t\0t\0p\0s\0:\0/\0/\0a\0.\0e\0x\0/\0\n\0T\0", "https://a.ex/"),
  PIECE_CASE ("moz-url-odd", "h\0t\0t\0p\0s\0:\0/\0/\0a\0.\0e\0x\0/\0\n", "https://a.ex/"),
  PIECE_CASE ("netscape-url", "https://a.ex/news\nConvoy leaves", "https://a.ex/news"),
  PIECE_CASE ("uri-list", "# from a browser\r\nhttps://a.ex/news\r\nhttps://a.ex/other\r\n", "https://a.ex/news"),
  PIECE_CASE ("file", "file:///etc/passwd\r\n", NULL),
  PIECE_CASE ("script", "javascript:alert(1)\nTitle", NULL),
  PIECE_CASE ("title-first", "A title\nhttps://a.ex/", NULL),
  PIECE_CASE ("half-a-character", "h\0t\0t\0p\0s\0:\0/\0/\0a\0.\0e\0x\0/\0\x3D\xD8\n\0", "https://a.ex/\xEF\xBF\xBD"),
  PIECE_CASE ("latin-1", "https://a.ex/\xE9t\xE9", NULL),
  PIECE_CASE ("comments-only", "# nothing\r\n\r\n", NULL),
  PIECE_CASE ("nothing", "", NULL),
};

#define PARAGRAPH "<p>The lorries that left <em>Homs</em> were seen by the people of the town, who watched.</p>"

/* Expected is the address that the piece leads to. */
static const PieceCase link_cases[] = {
  PIECE_CASE ("link", "<a href='https://a.ex/news'>Convoy <b>leaves</b></a>", "https://a.ex/news"),
  PIECE_CASE ("link-with-encoding", "<meta http-equiv='content-type' content='text/html; charset=utf-8'><a href='https://a.ex/'>C</a>\n",
              "https://a.ex/"),
  PIECE_CASE ("text-beside-link", PARAGRAPH "<a href='https://a.ex/'>C</a>", NULL),
  PIECE_CASE ("two-links", "<a href='https://a.ex/'>Convoy</a> <a href='https://a.ex/2'>Homs</a>", NULL),
  PIECE_CASE ("script-link", "<a href='javascript:alert(1)'>Convoy leaves Homs</a>", NULL),
};

typedef struct {
  const char *name;
  const char *piece;
  const char *title;
  const char *words;
  const char *emphasised;
} ReadingCase;

static const ReadingCase reading_cases[] = {
  { "heading", "<h1>Convoy leaves at dawn</h1>" PARAGRAPH, "Convoy leaves at dawn", "lorries that left Homs were", "Homs" },
  { "short-paragraphs", "<p>Homs fell.</p><p>So did Hama.</p>", NULL, "So did Hama.", NULL },
  { "no-paragraph", "The road from Homs<br>to <b>Hama</b>", NULL, "Hama", NULL },
  { "encoding-of-the-past", "<meta charset='utf-16'><p>Été à Homs</p>", NULL, "Été à Homs", NULL },
};

static void
test_decoding (gconstpointer data)
{
  const PieceCase *test_case = data;
  g_autofree char *text = lieudit_page_piece_decode (test_case->data, test_case->length);

  g_assert_cmpstr (text, ==, test_case->expected);
}

static void
test_address (gconstpointer data)
{
  const PieceCase *test_case = data;
  g_autofree char *address = lieudit_page_piece_dup_address (test_case->data, test_case->length);

  g_assert_cmpstr (address, ==, test_case->expected);
}

static void
test_link (gconstpointer data)
{
  const PieceCase *test_case = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (test_case->data, test_case->length);
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_page_piece_read (bytes, NULL, &address, &error);

  /* Pages of links alone are no articles; there are other flavours to take. */
  g_assert_cmpstr (address, ==, test_case->expected);
  g_assert_cmpint ((articles != NULL) + (address != NULL) + (error != NULL), ==, 1);
}

static char *
dup_emphasised (LieuditArticle *article)
{
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  guint n_spans = 0;
  const LieuditSpan *spans = outline != NULL ? lieudit_article_outline_get_spans (outline, &n_spans) : NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].kind == LIEUDIT_SPAN_EMPHASIS)
        return g_strndup (lieudit_article_get_text (article) + spans[i].start, spans[i].end - spans[i].start);
    }

  return NULL;
}

static void
test_reading (gconstpointer data)
{
  const ReadingCase *test_case = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (test_case->piece, strlen (test_case->piece));
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = lieudit_page_piece_read (bytes, NULL, &address, &error);
  g_autofree char *emphasised = NULL;
  LieuditArticle *article;

  g_assert_no_error (error);
  g_assert_null (address);
  g_assert_cmpuint (articles->len, ==, 1);
  article = g_ptr_array_index (articles, 0);
  if (test_case->title != NULL)
    g_assert_cmpstr (lieudit_article_get_title (article), ==, test_case->title);
  g_assert_nonnull (strstr (lieudit_article_get_text (article), test_case->words));
  emphasised = dup_emphasised (article);
  g_assert_cmpstr (emphasised, ==, test_case->emphasised);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GPtrArray *
read_in_thread (const char  *piece,
                char       **address,
                GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (piece, strlen (piece));
  g_autoptr(GAsyncResult) result = NULL;

  lieudit_page_piece_read_async (bytes, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lieudit_page_piece_read_finish (result, address, error);
}

static void
test_thread (void)
{
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = read_in_thread (PARAGRAPH, &address, &error);

  g_assert_no_error (error);
  g_assert_null (address);
  g_assert_cmpuint (articles->len, ==, 1);

  g_assert_null (read_in_thread ("<a href='https://a.ex/'>C</a>", &address, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (address, ==, "https://a.ex/");

  g_clear_pointer (&address, g_free);
  g_assert_null (read_in_thread ("<img src='https://a.ex/i.png'>", &address, &error));
  g_assert_null (address);
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY);
}

static void
add_cases (const char      *group,
           const PieceCase *cases,
           gsize            n_cases,
           GTestDataFunc    test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-piece/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("decoding", decoding_cases, G_N_ELEMENTS (decoding_cases), test_decoding);
  add_cases ("address", address_cases, G_N_ELEMENTS (address_cases), test_address);
  add_cases ("link", link_cases, G_N_ELEMENTS (link_cases), test_link);
  for (gsize i = 0; i < G_N_ELEMENTS (reading_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-piece/reading/%s", reading_cases[i].name);

      g_test_add_data_func (path, &reading_cases[i], test_reading);
    }
  g_test_add_func ("/page-piece/thread", test_thread);

  return g_test_run ();
}
