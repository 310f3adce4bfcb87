/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was exported as Web Annotations opens as a session, with what the person decided. */
#include "article/lieudit-article-reader.h"
#include "export/lieudit-export-format.h"
#include "session/lieudit-decisions-applying.h"
#include "session/lieudit-session-format.h"

#include <string.h>

#define ARTICLE "Combats\n\nOn se bat à Alep 🔥, dit-on à Homs. La ville d’Alep résiste."

static LieuditAnalysis *
analyse (LieuditGazetteer *gazetteer,
         LieuditArticle   *article)
{
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static LieuditAnalysis *
confirm_first_place (LieuditGazetteer *gazetteer,
                     LieuditAnalysis  *found)
{
  g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (lieudit_analysis_get_places (found), 0);
  g_autoptr(LieuditPlaceReference) reference =
    lieudit_place_reference_new_for (lieudit_found_place_get_place (place), LIEUDIT_LANGUAGE_FRENCH);
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, reference);
  g_autoptr(LieuditSession) session = lieudit_session_new (lieudit_analysis_get_article (found));

  lieudit_decisions_decide_each (lieudit_session_get_decisions (session), found, lieudit_found_place_get_mentions (place), decision,
                                 lieudit_session_get_history (session));

  return lieudit_decisions_apply (lieudit_session_get_decisions (session), NULL, gazetteer, found);
}

static void
assert_same_mentions (LieuditAnalysis *before,
                      LieuditAnalysis *after)
{
  GListModel *first = lieudit_analysis_get_mentions (before);
  GListModel *second = lieudit_analysis_get_mentions (after);

  g_assert_cmpuint (g_list_model_get_n_items (first), ==, g_list_model_get_n_items (second));
  for (guint i = 0; i < g_list_model_get_n_items (first); i++)
    {
      g_autoptr(LieuditMention) a = g_list_model_get_item (first, i);
      g_autoptr(LieuditMention) b = g_list_model_get_item (second, i);

      g_assert_cmpuint (lieudit_mention_get_start (a), ==, lieudit_mention_get_start (b));
      g_assert_cmpint (lieudit_mention_get_status (a), ==, lieudit_mention_get_status (b));
      g_assert_cmpstr (lieudit_place_get_id (lieudit_mention_get_place (a)), ==,
                       lieudit_place_get_id (lieudit_mention_get_place (b)));
    }
}

static void
test_round_trip (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(LieuditArticle) article = lieudit_article_read_text (ARTICLE, "fr", "https://x.example/1");
  g_autoptr(LieuditAnalysis) found = NULL;
  g_autoptr(LieuditAnalysis) decided = NULL;
  g_autoptr(LieuditAnalysis) again = NULL;
  g_autoptr(LieuditAnalysis) restored = NULL;
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GBytes) bytes = NULL;
  LieuditExport what = { NULL, };

  g_assert_no_error (error);
  found = analyse (gazetteer, article);
  decided = confirm_first_place (gazetteer, found);
  what.analysis = decided;
  what.gazetteer = gazetteer;
  bytes = lieudit_export_annotation (&what, &error);
  g_assert_no_error (error);

  session = lieudit_session_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (lieudit_session_get_article (session)), ==, ARTICLE);
  g_assert_cmpstr (lieudit_article_get_source (lieudit_session_get_article (session)), ==, "https://x.example/1");

  again = analyse (gazetteer, lieudit_session_get_article (session));
  restored = lieudit_decisions_apply (lieudit_session_get_decisions (session), NULL, gazetteer, again);
  assert_same_mentions (decided, restored);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-export/round-trip", test_round_trip);

  return g_test_run ();
}
