/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was exported opens again with the same mentions, places, decisions and notes, whatever is found by then. */
#include "article/lieudit-article-reader.h"
#include "export/lieudit-export-format.h"
#include "session/lieudit-session-format.h"

#include <string.h>

#define ARTICLE "Combats\n\nOn se bat à Alep 🔥, dit-on à Homs. La ville d’Alep résiste.\n\n\n\n" \
                "À Hama, à Palmyre et au gué de Zorva, tout est calme ; Raqqa & <Idlib> aussi."

typedef struct {
  LieuditGazetteer *gazetteer;
  LieuditAnalysis  *found;
  LieuditSession   *session;
} Fixture;

static LieuditAnalysis *
analyse (LieuditGazetteer *gazetteer,
         LieuditArticle   *article)
{
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_read_text (ARTICLE, "fr", "https://x.example/1");

  fixture->gazetteer = lieudit_gazetteer_open_installed (&error);
  g_assert_no_error (error);
  fixture->found = analyse (fixture->gazetteer, article);
  fixture->session = lieudit_session_new (article);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->session);
  g_object_unref (fixture->found);
  g_object_unref (fixture->gazetteer);
}

static LieuditAnalysis *
apply (Fixture         *fixture,
       LieuditSession  *session,
       LieuditAnalysis *found)
{
  LieuditAnalysis *shown = lieudit_session_apply (session, NULL, fixture->gazetteer, found);

  lieudit_session_put_notes (session, shown);

  return shown;
}

/* The nth mention of a text. */
static LieuditMention *
find_mention (LieuditAnalysis *analysis,
              const char      *text,
              guint            n)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (strcmp (lieudit_mention_get_text (mention), text) == 0 && n-- == 0)
        return g_steal_pointer (&mention);
    }
  g_error ("“%s” was not found", text);
}

static void
decide (Fixture             *fixture,
        const char          *text,
        guint                n,
        LieuditScope         scope,
        LieuditDecisionKind  kind,
        LieuditPlace        *place)
{
  g_autoptr(LieuditMention) mention = find_mention (fixture->found, text, n);
  g_autoptr(GListStore) mentions = g_list_store_new (LIEUDIT_TYPE_MENTION);
  g_autoptr(LieuditPlaceReference) reference = place != NULL ? lieudit_place_reference_new_for (place, LIEUDIT_LANGUAGE_FRENCH)
                                                             : NULL;
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (kind, reference);

  g_list_store_append (mentions, mention);
  lieudit_decisions_decide (lieudit_session_get_decisions (fixture->session), fixture->found, G_LIST_MODEL (mentions), scope,
                            decision, lieudit_session_get_history (fixture->session));
}

static void
mark (Fixture    *fixture,
      const char *words)
{
  g_autoptr(LieuditPlaceReference) place = lieudit_place_reference_new ("own-zorva", "Gué de Zorva", 35.1234567, 36.7654321,
                                                                        "FORD", "SY");
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, place);
  gsize start = (gsize) g_utf8_strlen (ARTICLE, strstr (ARTICLE, words) - ARTICLE);

  /* As if it were one of the person's own places. */
  lieudit_brought_places_add (lieudit_decisions_get_brought_places (lieudit_session_get_decisions (fixture->session)), place);
  g_assert_true (lieudit_decisions_mark (lieudit_session_get_decisions (fixture->session), start,
                                         start + (gsize) g_utf8_strlen (words, -1), decision,
                                         lieudit_session_get_history (fixture->session)));
}

/* One of each that a person can say. */
static void
work (Fixture *fixture)
{
  g_autoptr(LieuditMention) homs = find_mention (fixture->found, "Homs", 0);
  g_autoptr(LieuditMention) alep = find_mention (fixture->found, "Alep", 0);
  g_autoptr(LieuditPlaceReference) reference = lieudit_place_reference_new_for (lieudit_mention_get_place (alep),
                                                                                LIEUDIT_LANGUAGE_FRENCH);
  LieuditAnchors *anchors = lieudit_session_get_anchors (fixture->session);
  LieuditAnchor *anchor = lieudit_anchors_ensure (anchors, lieudit_mention_get_start_code_point (alep),
                                                  lieudit_mention_get_end_code_point (alep));
  LieuditHistory *history = lieudit_session_get_history (fixture->session);

  decide (fixture, "Alep", 0, LIEUDIT_SCOPE_NAME, LIEUDIT_DECISION_PLACE, lieudit_mention_get_place (alep));
  decide (fixture, "Homs", 0, LIEUDIT_SCOPE_MENTION, LIEUDIT_DECISION_PLACE, lieudit_mention_get_place (alep));
  decide (fixture, "Hama", 0, LIEUDIT_SCOPE_MENTION, LIEUDIT_DECISION_NOT_A_PLACE, NULL);
  decide (fixture, "Palmyre", 0, LIEUDIT_SCOPE_MENTION, LIEUDIT_DECISION_NOT_LOCATED, NULL);
  decide (fixture, "Raqqa", 0, LIEUDIT_SCOPE_NAME, LIEUDIT_DECISION_SEVERAL_PLACES, NULL);
  mark (fixture, "gué de Zorva");
  lieudit_notes_set_for_place (lieudit_session_get_notes (fixture->session), reference, anchor, "Un « lieu » & <autre>", history);
  lieudit_notes_set_for_mention (lieudit_session_get_notes (fixture->session), anchor, "Ici", history);
}

static char *
describe_analysis (LieuditAnalysis *analysis)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditPlace *place = lieudit_mention_get_place (mention);
      LieuditFoundPlace *found = lieudit_analysis_find_place (analysis, mention);

      g_string_append_printf (text, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " %s %s %s %.3f note %s",
                              lieudit_mention_get_start (mention), lieudit_mention_get_end (mention),
                              lieudit_mention_get_text (mention),
                              lieudit_mention_kind_to_nick (lieudit_mention_get_kind (mention)),
                              lieudit_mention_status_to_nick (lieudit_mention_get_status (mention)),
                              lieudit_mention_get_confidence (mention), lieudit_mention_get_note (mention));
      if (place != NULL)
        g_string_append_printf (text, " at %s %s %.6f %.6f %s note %s", lieudit_place_get_id (place),
                                lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH), lieudit_place_get_latitude (place),
                                lieudit_place_get_longitude (place), lieudit_place_get_feature_code (place),
                                lieudit_found_place_get_note (found));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static char *
describe_decisions (LieuditSession *session)
{
  g_autoptr(GPtrArray) rulings = lieudit_decisions_dup_rulings (lieudit_session_get_decisions (session));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rulings->len; i++)
    {
      LieuditRuling *ruling = g_ptr_array_index (rulings, i);
      LieuditDecision *decision = lieudit_ruling_get_decision (ruling);
      const LieuditPlaceReference *place = lieudit_decision_get_place (decision);

      g_string_append_printf (text, "%s %s of %s %s\n", lieudit_scope_to_nick (lieudit_ruling_get_scope (ruling)),
                              lieudit_decision_kind_to_nick (lieudit_decision_get_kind (decision)),
                              lieudit_anchor_get_exact (lieudit_ruling_get_anchor (ruling)), place != NULL ? place->id : "-");
    }

  return g_string_free (text, FALSE);
}

/* An analysis that found nothing at all, as one by another gazetteer might. */
static LieuditAnalysis *
find_nothing (Fixture        *fixture,
              LieuditArticle *article)
{
  g_autoptr(LieuditRecordedMentions) none = NULL;
  g_autoptr(LieuditSession) session = lieudit_session_new (article);
  g_autoptr(LieuditAnalysis) found = analyse (fixture->gazetteer, article);

  none = lieudit_recorded_mentions_new (lieudit_session_get_anchors (session));
  lieudit_recorded_mentions_set_whole (none, article);
  lieudit_session_set_recorded (session, none);

  return apply (fixture, session, found);
}

static GBytes *
export (Fixture         *fixture,
        const char      *format,
        LieuditAnalysis *shown)
{
  LieuditExport what = { .analysis = shown, .session = fixture->session, .gazetteer = fixture->gazetteer };
  g_autoptr(GError) error = NULL;
  GBytes *bytes = lieudit_export_format_find (format)->write (&what, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditAnalysis) shown = NULL;
  g_autoptr(LieuditAnalysis) nothing = NULL;
  g_autoptr(LieuditAnalysis) restored = NULL;
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *decisions = NULL;
  g_autofree char *same_mentions = NULL;
  g_autofree char *same_decisions = NULL;
  LieuditAnalysis *founds[2];

  work (fixture);
  shown = apply (fixture, fixture->session, fixture->found);
  bytes = export (fixture, format, shown);
  g_assert_true (lieudit_session_recognise (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), 4096)));
  session = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (lieudit_session_get_article (session)), ==, ARTICLE);
  g_assert_cmpstr (lieudit_article_get_source (lieudit_session_get_article (session)), ==, "https://x.example/1");
  g_assert_true (lieudit_session_is_imported (session));

  decisions = describe_decisions (fixture->session);
  same_decisions = describe_decisions (session);
  g_assert_cmpstr (same_decisions, ==, decisions);
  mentions = describe_analysis (shown);
  nothing = find_nothing (fixture, lieudit_session_get_article (session));
  founds[0] = fixture->found;
  founds[1] = nothing;
  for (guint i = 0; i < G_N_ELEMENTS (founds); i++)
    {
      restored = apply (fixture, session, founds[i]);
      g_free (same_mentions);
      same_mentions = describe_analysis (restored);
      g_assert_cmpstr (same_mentions, ==, mentions);
      g_clear_object (&restored);
    }
}

/* An export that is opened, saved, and opened again is still the same. */
static void
test_saved_again (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditAnalysis) shown = NULL;
  g_autoptr(LieuditAnalysis) nothing = NULL;
  g_autoptr(LieuditAnalysis) restored = NULL;
  g_autoptr(LieuditSession) opened = NULL;
  g_autoptr(LieuditSession) again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) saved = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *same_mentions = NULL;

  work (fixture);
  shown = apply (fixture, fixture->session, fixture->found);
  bytes = export (fixture, "geojson", shown);
  opened = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);
  saved = lieudit_session_write (opened, LIEUDIT_SESSION_FOR_FILE);
  again = lieudit_session_read (saved, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (lieudit_session_is_imported (again));

  nothing = find_nothing (fixture, lieudit_session_get_article (again));
  restored = apply (fixture, again, nothing);
  mentions = describe_analysis (shown);
  same_mentions = describe_analysis (restored);
  g_assert_cmpstr (same_mentions, ==, mentions);
}

/* Where the text is edited, what is found then counts beside what was recorded. */
static void
test_edited_text (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(LieuditAnalysis) nothing = find_nothing (fixture, lieudit_session_get_article (fixture->session));
  g_autoptr(LieuditAnalysis) found = NULL;
  g_autoptr(LieuditAnalysis) restored = NULL;
  g_autoptr(LieuditMention) damas = NULL;
  g_autoptr(LieuditArticle) edited = lieudit_article_read_text (ARTICLE " Puis, à Damas, la pluie.", "fr", NULL);
  g_autoptr(GBytes) bytes = export (fixture, "annotation", nothing);

  session = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);
  restored = apply (fixture, session, fixture->found);
  g_assert_cmpuint (g_list_model_get_n_items (lieudit_analysis_get_mentions (restored)), ==, 0);
  g_clear_object (&restored);

  lieudit_session_set_article (session, edited);
  found = analyse (fixture->gazetteer, edited);
  restored = apply (fixture, session, found);
  damas = find_mention (restored, "Damas", 0);
  g_assert_nonnull (lieudit_mention_get_place (damas));
}

/* Who edits an edition means what it says then, not what it said before. */
static void
test_edited_edition (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = export (fixture, "tei", fixture->found);
  g_autoptr(GBytes) edited = NULL;
  g_autoptr(LieuditArticle) article = NULL;
  g_auto(GStrv) parts = g_strsplit (g_bytes_get_data (bytes, NULL), "résiste", -1);
  char *text = g_strjoinv ("tient bon", parts);

  edited = g_bytes_new_take (text, strlen (text));
  g_assert_null (lieudit_session_read (edited, NULL, &error));
  g_assert_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NO_SESSION);
  g_clear_error (&error);
  article = lieudit_article_read_bytes (edited, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (lieudit_article_get_text (article), "tient bon"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/round-trip/geojson", Fixture, "geojson", set_up, test_round_trip, tear_down);
  g_test_add ("/round-trip/annotation", Fixture, "annotation", set_up, test_round_trip, tear_down);
  g_test_add ("/round-trip/tei", Fixture, "tei", set_up, test_round_trip, tear_down);
  g_test_add ("/round-trip/saved-again", Fixture, NULL, set_up, test_saved_again, tear_down);
  g_test_add ("/round-trip/edited-text", Fixture, NULL, set_up, test_edited_text, tear_down);
  g_test_add ("/round-trip/edited-edition", Fixture, NULL, set_up, test_edited_edition, tear_down);

  return g_test_run ();
}
