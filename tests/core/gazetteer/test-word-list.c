/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-word-list.h"

#include <string.h>

#include "remove-folder.h"
#include "text/lieudit-folded-text.h"

/* Names are looked up as the gazetteer folds and sorts them. */
static void
test_installed_words_are_folded_and_sorted (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditWordList) words = lieudit_word_list_open_installed (&error);
  g_autofree char *previous = g_strdup ("");
  const char *word;
  guint n_words = 0;

  g_assert_no_error (error);
  while (lieudit_word_list_next (words, &word))
    {
      g_autofree char *folded = lieudit_fold_name (word);

      g_assert_cmpstr (folded, ==, word);
      g_assert_cmpint (strcmp (previous, word), <, 0);
      g_free (previous);
      previous = g_strdup (word);
      n_words++;
    }
  g_assert_cmpuint (n_words, >, 400000);
}

static LieuditWordList *
open_text (const char  *text,
           gboolean     compressed,
           GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "words", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, 0, NULL, NULL));
  LieuditWordList *words;

  if (compressed)
    {
      g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
      GOutputStream *plain = g_converter_output_stream_new (stream, G_CONVERTER (compressor));

      g_object_unref (stream);
      stream = plain;
    }
  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  words = lieudit_word_list_open (path, error);
  remove_folder (folder);

  return words;
}

static void
test_find (void)
{
  static const struct {
    const char *word;
    guint       flags;
  } cases[] = {
    { "aa", 0 },
    { "bridge", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "bridge", LIEUDIT_CANDIDATE_ORDINARY_WORD },
    { "bridges", 0 },
    { "hope", LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME },
    { "iris", 0 },
    { "nothing", 0 },
    { "rose", LIEUDIT_CANDIDATE_PERSON_NAME },
    { "zoo", 0 },
    { "zzz", 0 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditWordList) words = open_text ("name\tkinds\nbridge\tword\nhope\tforename|word\niris\nrose\tsurname", TRUE, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmphex (lieudit_word_list_find (words, cases[i].word), ==, cases[i].flags);
    }
}

static void
test_empty_list (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditWordList) words = open_text ("name\tkinds\n", TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmphex (lieudit_word_list_find (words, "a"), ==, 0);
  g_assert_false (lieudit_word_list_next (words, NULL));
}

static void
test_what_is_no_list (void)
{
  static const struct {
    const char *text;
    gboolean    compressed;
  } cases[] = {
    { "name\tkinds\nbridge\tword\n", FALSE },
    { "word\tkinds\nbridge\tword\n", TRUE },
    { "", TRUE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditWordList) words = open_text (cases[i].text, cases[i].compressed, &error);

      g_assert_null (words);
      g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_MISSING);
    }
}

static void
test_missing_list (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_word_list_open ("/nowhere/words.tsv.gz", &error));
  g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "/nowhere/words.tsv.gz"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-list/installed-words-are-folded-and-sorted", test_installed_words_are_folded_and_sorted);
  g_test_add_func ("/word-list/find", test_find);
  g_test_add_func ("/word-list/empty-list", test_empty_list);
  g_test_add_func ("/word-list/what-is-no-list", test_what_is_no_list);
  g_test_add_func ("/word-list/missing-list", test_missing_list);

  return g_test_run ();
}
