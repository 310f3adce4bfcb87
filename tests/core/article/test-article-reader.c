/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-article-reader.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define FRENCH "Les combats ont repris près d’Alep, a déclaré le gouverneur à midi."
#define OLD_FRENCH "Les combats ont repris près d'Alep, a déclaré le gouverneur à midi."
#define ENGLISH "The “governor” said that fighting had resumed – near Aleppo."
#define ARABIC "قالت السلطات إن القتال استؤنف قرب حلب صباح اليوم"
#define TURKISH "Suriye'nin kuzeyindeki Halep şehrinde çatışmalar yeniden başladı, dedi vali."

typedef struct {
  const char *name;
  const char *text;
  const char *encoding;
  const char *mark;
} EncodingCase;

static const EncodingCase encoding_cases[] = {
  { "UTF-8", FRENCH, "UTF-8", "" },
  { "UTF-8 with mark", FRENCH, "UTF-8", "\uFEFF" },
  { "UTF-8 with carriage returns", "Un.\r\n\r\nDeux.\r\n", "UTF-8", "" },
  { "UTF-8 with emoji", "🔥 Alep 🇸🇾", "UTF-8", "" },
  { "UTF-8 decomposed", "pre\u0301s d'Alep", "UTF-8", "" },
  { "UTF-8 of one letter", "ح", "UTF-8", "" },
  { "UTF-16LE with mark", "🔥 " FRENCH, "UTF-16LE", "\uFEFF" },
  { "UTF-16BE with mark", ARABIC, "UTF-16BE", "\uFEFF" },
  { "UTF-32LE with mark", "🔥 " FRENCH, "UTF-32LE", "\uFEFF" },
  { "UTF-32BE with mark", ARABIC, "UTF-32BE", "\uFEFF" },
  { "UTF-16LE without mark", FRENCH, "UTF-16LE", "" },
  { "UTF-16BE without mark", FRENCH, "UTF-16BE", "" },
  { "windows-1252", FRENCH, "WINDOWS-1252", "" },
  { "windows-1252 in English", ENGLISH, "WINDOWS-1252", "" },
  { "ISO-8859-1", OLD_FRENCH, "ISO-8859-1", "" },
  { "windows-1256", ARABIC, "WINDOWS-1256", "" },
  { "ISO-8859-6", ARABIC, "ISO-8859-6", "" },
  { "windows-1254", TURKISH, "WINDOWS-1254", "" },
};

static void
test_encoding (gconstpointer data)
{
  const EncodingCase *expected = data;
  g_autofree char *marked = g_strconcat (expected->mark, expected->text, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(LieuditArticle) article = NULL;
  char *encoded;
  gsize length;

  encoded = g_convert (marked, -1, expected->encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (encoded, length);

  article = lieudit_article_read_bytes (bytes, "test", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (article), ==, expected->text);
  g_assert_cmpuint (lieudit_article_get_length (article), ==, strlen (expected->text));
}

typedef struct {
  const char *name;
  const char *bytes;
  gsize       length;
  int         code;
  const char *hint;
} RefusedCase;

#define REFUSED(name, bytes, code, hint) { name, bytes, sizeof bytes - 1, code, hint }

static const RefusedCase refused_cases[] = {
  REFUSED ("nothing", "", LIEUDIT_ARTICLE_ERROR_EMPTY, "no text"),
  REFUSED ("white space", " \r\n\t\xC2\xA0\xE2\x80\xA8", LIEUDIT_ARTICLE_ERROR_EMPTY, "no text"),
  REFUSED ("a mark alone", "\xEF\xBB\xBF", LIEUDIT_ARTICLE_ERROR_EMPTY, "no text"),
  REFUSED ("a mark of UTF-16 alone", "\xFF\xFE", LIEUDIT_ARTICLE_ERROR_EMPTY, "no text"),
  REFUSED ("NUL in a text", "Al\0ep", LIEUDIT_ARTICLE_ERROR_BINARY, "plain text"),
  REFUSED ("only NULs", "\0\0\0\0\0\0\0\0", LIEUDIT_ARTICLE_ERROR_BINARY, "plain text"),
  REFUSED ("control characters", "\001\002\003\004Alep\005\006", LIEUDIT_ARTICLE_ERROR_BINARY, "plain text"),
  REFUSED ("PNG", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0", LIEUDIT_ARTICLE_ERROR_BINARY, "PNG"),
  REFUSED ("PDF", "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n", LIEUDIT_ARTICLE_ERROR_DAMAGED, "PDF"),
  REFUSED ("RTF", "{\\rtf1\\ansi Alep}", LIEUDIT_ARTICLE_ERROR_BINARY, "RTF"),
  REFUSED ("broken UTF-16", "\xFF\xFE\x00\xD8" "A\0", LIEUDIT_ARTICLE_ERROR_ENCODING, "UTF-8"),
  REFUSED ("half a character of UTF-16", "\xFF\xFE" "A\0B", LIEUDIT_ARTICLE_ERROR_ENCODING, "UTF-8"),
  REFUSED ("beyond Unicode in UTF-32", "\xFF\xFE\0\0" "\xFF\xFF\xFF\x7F", LIEUDIT_ARTICLE_ERROR_ENCODING, "UTF-8"),
  REFUSED ("bytes of no encoding", "\x81\x8D\x8F\x90\x9D\x81\x8D", LIEUDIT_ARTICLE_ERROR_ENCODING, "UTF-8"),
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *expected = data;
  g_autoptr(GBytes) bytes = g_bytes_new (expected->bytes, expected->length);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (bytes, "test", &error);

  g_assert_null (article);
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, expected->code);
  g_assert_nonnull (strstr (error->message, expected->hint));
}

static void
test_size_limit (void)
{
  const gsize lengths[] = { LIEUDIT_ARTICLE_SIZE_LIMIT, LIEUDIT_ARTICLE_SIZE_LIMIT + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_strnfill (lengths[i], 'a'), lengths[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditArticle) article = lieudit_article_read_bytes (bytes, NULL, &error);

      if (lengths[i] <= LIEUDIT_ARTICLE_SIZE_LIMIT)
        g_assert_no_error (error);
      else
        g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE);
    }
}

typedef struct {
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "dépêche.txt", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, -1, NULL));
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(LieuditArticle) article = NULL;
  g_autofree char *uri = g_file_get_uri (fixture->file);

  write_file (fixture, "date 2024-11 " FRENCH);
  article = lieudit_article_read_file (fixture->file, NULL, NULL);

  g_assert_nonnull (article);
  g_assert_cmpstr (lieudit_article_get_source (article), ==, uri);
  g_assert_cmpstr (lieudit_article_get_date (article), ==, "2024-11");
}

static void
test_missing_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_file (fixture->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no such file. Check its name and its folder.");
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_file (folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpstr (error->message, ==, "This is a folder. Open a text file inside it.");
}

static void
test_file_without_permission (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }

  write_file (fixture, FRENCH);
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0), ==, 0);
  g_assert_null (lieudit_article_read_file (fixture->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

/* Only the size is looked at: the file is a hole. */
static void
test_large_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_file (fixture, "");
  g_assert_cmpint (truncate (g_file_peek_path (fixture->file), (off_t) 1 << 36), ==, 0);
  g_assert_null (lieudit_article_read_file (fixture->file, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64.0"));
}

static void
test_endless_device (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_article_read_file (file, NULL, &error));
  g_assert_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **stored = user_data;

  *stored = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

static GAsyncResult *
read_and_wait (GFile        *file,
               GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  lieudit_articles_read_file_async (file, cancellable, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_file_in_a_thread (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(LieuditArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  write_file (fixture, FRENCH);
  result = read_and_wait (fixture->file, NULL);
  article = lieudit_articles_get_only (lieudit_articles_read_finish (result, &error), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (article), ==, FRENCH);
}

static void
test_missing_file_in_a_thread (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = read_and_wait (fixture->file, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_articles_read_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));

  return G_SOURCE_REMOVE;
}

/* Nobody ever writes to the pipe, so that opening it blocks. */
static void
test_cancelled_while_it_blocks (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int writer;

  g_assert_cmpint (mkfifo (g_file_peek_path (fixture->file), 0600), ==, 0);
  g_idle_add (cancel_cb, cancellable);
  result = read_and_wait (fixture->file, cancellable);
  g_assert_null (lieudit_articles_read_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* Let the thread go. */
  writer = g_open (g_file_peek_path (fixture->file), O_RDWR, 0);
  close (writer);
}

static void
add_file_test (const char *path,
               void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (encoding_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-reader/encoding/%s", encoding_cases[i].name);

      g_test_add_data_func (path, &encoding_cases[i], test_encoding);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-reader/refused/%s", refused_cases[i].name);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/article-reader/size-limit", test_size_limit);
  g_test_add_func ("/article-reader/endless-device", test_endless_device);
  add_file_test ("/article-reader/file", test_file);
  add_file_test ("/article-reader/missing-file", test_missing_file);
  add_file_test ("/article-reader/folder", test_folder);
  add_file_test ("/article-reader/file-without-permission", test_file_without_permission);
  add_file_test ("/article-reader/large-file", test_large_file);
  add_file_test ("/article-reader/file-in-a-thread", test_file_in_a_thread);
  add_file_test ("/article-reader/missing-file-in-a-thread", test_missing_file_in_a_thread);
  add_file_test ("/article-reader/cancelled-while-it-blocks", test_cancelled_while_it_blocks);

  return g_test_run ();
}
