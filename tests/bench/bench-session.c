/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to save and to open a session of 5,000 decisions, and to undo and show one of them:
 *
 *     bench-session
 *
 * The article is made of sentences with names of a small gazetteer of our own. Undoing is measured with all that the
 * window asks of the core afterwards: a new analysis with all decisions in it.
 */
#include "config.h"

#include "gazetteer/lieudit-geojson-reader.h"
#include "session/lieudit-decisions-applying.h"
#include "session/lieudit-session-file.h"

#include <stdlib.h>
#include <string.h>

#define N_DECISIONS 5000
#define ROUNDS 9

static const char places[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"homs\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.72339,34.72682]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Homs\"]},\"source\":\"geonames:169577\"}},"
  "{\"type\":\"Feature\",\"id\":\"aleppo\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.16117,36.20124]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Alep\"]},\"source\":\"geonames:170063\"}}"
  "]}";

static LieuditGazetteer *
make_gazetteer (void)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) input = g_bytes_new_static (places, sizeof places - 1);
  g_autoptr(GBytes) compiled = NULL;

  if (!lieudit_gazetteer_builder_add_geojson (builder, input, NULL))
    exit (1);
  compiled = lieudit_gazetteer_builder_build (builder, NULL);

  return lieudit_gazetteer_open_bytes (compiled, NULL);
}

static LieuditArticle *
make_article (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_DECISIONS; i++)
    g_string_append_printf (text, "Le convoi %u est arrivé à %s dans la matinée, sans encombre.%s", i, i % 2 == 0 ? "Homs" : "Alep",
                            i % 5 == 4 ? "\n\n" : " ");

  return lieudit_article_new (text->str, NULL, NULL, "fr", NULL);
}

/* One decision a mention, each a change of its own. */
static void
decide (LieuditSession   *session,
        LieuditAnalysis  *analysis,
        LieuditGazetteer *gazetteer)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  g_autoptr(LieuditPlace) place = lieudit_gazetteer_lookup_id (gazetteer, "homs");
  g_autoptr(LieuditPlaceReference) reference = lieudit_place_reference_new_for (place, LIEUDIT_LANGUAGE_FRENCH);
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, reference);

  g_autoptr(GListStore) one = g_list_store_new (LIEUDIT_TYPE_MENTION);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (mentions), N_DECISIONS); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      g_list_store_append (one, mention);
      lieudit_decisions_decide (lieudit_session_get_decisions (session), analysis, G_LIST_MODEL (one), LIEUDIT_SCOPE_MENTION,
                                decision, lieudit_session_get_history (session));
      g_list_store_remove_all (one);
    }
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
save (LieuditSession *session,
      GFile          *file)
{
  g_autoptr(GAsyncResult) result = NULL;

  lieudit_session_save_async (session, file, LIEUDIT_SAVE_ANY, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!lieudit_session_save_finish (session, result, NULL))
    exit (1);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static void
report (const char *what,
        gint64     *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("%-34s median %6.1f ms, worst %6.1f ms\n", what, (double) times[ROUNDS / 2] / 1e3, (double) times[ROUNDS - 1] / 1e3);
}

int
main (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = make_gazetteer ();
  g_autoptr(LieuditArticle) article = make_article ();
  g_autoptr(LieuditSession) session = lieudit_session_new (article);
  g_autoptr(LieuditAnalysis) analysis = lieudit_analysis_run (gazetteer, article, NULL, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-session.lieudit", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  gint64 writing[ROUNDS], saving[ROUNDS], opening[ROUNDS], undoing[ROUNDS];

  decide (session, analysis, gazetteer);
  g_print ("%u mentions, %u decisions\n", g_list_model_get_n_items (lieudit_analysis_get_mentions (analysis)),
           lieudit_decisions_get_n (lieudit_session_get_decisions (session)));

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr(GBytes) bytes = lieudit_session_write (session, LIEUDIT_SESSION_FOR_FILE);
      g_autoptr(LieuditSession) again = NULL;
      g_autoptr(LieuditAnalysis) shown = NULL;

      writing[i] = g_get_monotonic_time () - begin;

      begin = g_get_monotonic_time ();
      save (session, file);
      saving[i] = g_get_monotonic_time () - begin;

      begin = g_get_monotonic_time ();
      again = lieudit_session_open (file, NULL, NULL, NULL);
      opening[i] = g_get_monotonic_time () - begin;
      if (again == NULL ||
          lieudit_decisions_get_n (lieudit_session_get_decisions (again)) != lieudit_decisions_get_n (lieudit_session_get_decisions (session)))
        exit (1);

      begin = g_get_monotonic_time ();
      lieudit_history_undo (lieudit_session_get_history (session), NULL);
      shown = lieudit_decisions_apply (lieudit_session_get_decisions (session), NULL, gazetteer, analysis);
      undoing[i] = g_get_monotonic_time () - begin;
    }

  report ("writing, which the window waits for", writing);
  report ("saving", saving);
  report ("opening", opening);
  report ("undoing one decision", undoing);
  g_file_delete (file, NULL, NULL);

  return 0;
}
