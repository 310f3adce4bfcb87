/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Recogito exports opens on its article, and else as a list of places. */
#include "article/lieudit-article-reader.h"
#include "session/lieudit-session-format.h"

#include <string.h>

#define ARTICLE "Je vis ⛺ Homs, puis les Apamée (et encore Homs), enfin Niniva, où Ibn Battuta passa."

typedef struct {
  const char *file;
  const char *article;
  const char *text;      /* of the article that is shown; NULL for a list */
  const char *mentions;  /* of all that the file has */
} Case;

static const Case cases[] = {
  { "recogito.csv", ARTICLE, ARTICLE, "Homs corrected at gn-169577 noted, Apamée unchecked at https://pleiades.example/places/668212, "
                                      "Homs unchecked at sy-homs, Niniva corrected" },
  { "recogito.jsonld", ARTICLE, ARTICLE, "Homs corrected at gn-169577 noted, Apamée corrected at https://pleiades.example/places/668212, "
                                         "Homs unchecked at sy-homs, Niniva corrected" },
  { "recogito.csv", NULL, "Homs\nApamée\nNiniva\n",
    "Homs corrected at gn-169577 noted, Apamée unchecked at https://pleiades.example/places/668212, Niniva corrected" },
  { "recogito.jsonld", "Rien de cela.", "Homs\nApamée\nNiniva\n",
    "Homs corrected at gn-169577 noted, Apamée corrected at https://pleiades.example/places/668212, Niniva corrected" },
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "session", "files", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
describe (LieuditAnalysis *analysis)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditPlace *place = lieudit_mention_get_place (mention);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", lieudit_mention_get_text (mention),
                              lieudit_mention_status_to_nick (lieudit_mention_get_status (mention)));
      if (place != NULL)
        g_string_append_printf (text, " at %s", lieudit_place_get_id (place));
      if (lieudit_mention_get_note (mention) != NULL)
        g_string_append (text, " noted");
    }

  return g_string_free (text, FALSE);
}

static void
test_read (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load (test->file);
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(LieuditArticle) article = test->article != NULL ? lieudit_article_new (test->article, NULL, NULL, "fr", NULL) : NULL;
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(LieuditAnalysis) found = NULL;
  g_autoptr(LieuditAnalysis) shown = NULL;
  g_autofree char *mentions = NULL;

  g_assert_no_error (error);
  g_assert_true (lieudit_session_recognise (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), 4096)));
  session = lieudit_session_read (bytes, article, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (lieudit_session_get_article (session)), ==, test->text);
  found = lieudit_analysis_run (gazetteer, lieudit_session_get_article (session), NULL, &error);
  g_assert_no_error (error);
  shown = lieudit_session_apply (session, NULL, gazetteer, found);
  lieudit_session_put_notes (session, shown);
  mentions = describe (shown);
  g_assert_cmpstr (mentions, ==, test->mentions);
}

/* Cut off anywhere, it is read as far as it goes, or refused. */
static void
test_cut_off (gconstpointer data)
{
  g_autoptr(GBytes) bytes = load (data);
  gsize size = g_bytes_get_size (bytes);

  for (gsize i = 0; i < size; i += 7)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditSession) session = lieudit_session_read (part, NULL, &error);

      g_assert_true ((session == NULL) == (error != NULL));
    }
}

static void
test_not_recognised (void)
{
  static const char *const texts[] = {
    "", "UUID", "\"UUID\",\"FILE\"\n", "UUID,FILE,NAME,ANCHOR\n",
    "[{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\"}]",
    "Recogito and anno.jsonld",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (lieudit_session_recognise (texts[i], strlen (texts[i])));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recogito-reader/%s/%" G_GSIZE_FORMAT, cases[i].file, i);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_data_func ("/recogito-reader/cut-off/csv", "recogito.csv", test_cut_off);
  g_test_add_data_func ("/recogito-reader/cut-off/jsonld", "recogito.jsonld", test_cut_off);
  g_test_add_func ("/recogito-reader/not-recognised", test_not_recognised);

  return g_test_run ();
}
