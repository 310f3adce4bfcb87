/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-format.h"

#include <string.h>

static const char text[] =
  "Une trêve\n\n3 mai 2021\n\nLe « convoi » est parti de Homs.\tÀ Alep — حلب — il n’est\npas \\ arrivé. 𐎀 Homs.";

/* What the file of the article said of its words. */
static LieuditArticleOutline *
make_outline (void)
{
  LieuditArticleOutline *outline = lieudit_article_outline_new ();
  gsize homs = (gsize) (strstr (text, "Homs") - text);
  gsize aleppo = (gsize) (strstr (text, "حلب") - text);
  LieuditSpan heading = { LIEUDIT_SPAN_HEADING, 2, homs, homs + strlen ("Homs") };
  LieuditSpan quote = { LIEUDIT_SPAN_QUOTE, 0, homs, aleppo };
  LieuditStatedPlace located = { aleppo, aleppo + strlen ("حلب"), (char *) "Alep", (char *) "x:1", TRUE, 36.2, 37.15,
                                 (char *) "confirmed", (char *) "literal" };
  LieuditStatedPlace nowhere = { .name = (char *) "Syrie" };

  lieudit_article_outline_add_span (outline, &heading);
  lieudit_article_outline_add_span (outline, &quote);
  lieudit_article_outline_add_stated_place (outline, &located);
  lieudit_article_outline_add_stated_place (outline, &nowhere);
  lieudit_article_outline_set_author (outline, "R. Auteur");
  lieudit_article_outline_set_publisher (outline, "Le Journal");
  lieudit_article_outline_set_left_out (outline, "Menu\nPublicité");
  lieudit_article_outline_finish (outline);

  return outline;
}

static LieuditSession *
make_session (void)
{
  g_autoptr(LieuditArticleOutline) outline = make_outline ();
  g_autoptr(LieuditArticle) article = g_object_new (LIEUDIT_TYPE_ARTICLE,
                                                    "text", text,
                                                    "body-offset", (guint64) (strstr (text, "Le «") - text),
                                                    "title", "Une trêve",
                                                    "date", "2021-05-03",
                                                    "language", "fr",
                                                    "source", "file:///tmp/tr%C3%AAve.txt",
                                                    "outline", outline,
                                                    NULL);

  return lieudit_session_new (article);
}

static gsize
find (const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (gsize) g_utf8_pointer_to_offset (text, found);
}

static LieuditAnchor *
anchor_at (LieuditSession *session,
           const char     *words)
{
  gsize start = find (words);

  return lieudit_anchors_ensure (lieudit_session_get_anchors (session), start, start + (gsize) g_utf8_strlen (words, -1));
}

static void
add_ruling (LieuditSession      *session,
            LieuditScope         scope,
            const char          *words,
            LieuditDecisionKind  kind)
{
  g_autoptr(LieuditPlaceReference) place =
    kind == LIEUDIT_DECISION_PLACE ? lieudit_place_reference_new ("geonames:170063", words, 36.20124, 37.16117, "PPLA", "SY") : NULL;
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (kind, place);
  g_autoptr(LieuditRuling) ruling = lieudit_ruling_new (scope, scope == LIEUDIT_SCOPE_NAME ? words : NULL,
                                                        anchor_at (session, words), decision);

  lieudit_decisions_restore (lieudit_session_get_decisions (session), ruling);
}

static void
fill_session (LieuditSession *session)
{
  LieuditHistory *history = lieudit_session_get_history (session);
  g_autoptr(LieuditPlaceReference) place = lieudit_place_reference_new ("user:1", "Le \"gué\"", -33.5, -70.25, NULL, NULL);
  LieuditSessionView view = { TRUE, 36.2, 37.1, 8.5, TRUE, find ("Homs") };

  add_ruling (session, LIEUDIT_SCOPE_NAME, "Homs", LIEUDIT_DECISION_PLACE);
  add_ruling (session, LIEUDIT_SCOPE_MENTION, "Alep", LIEUDIT_DECISION_NOT_LOCATED);
  add_ruling (session, LIEUDIT_SCOPE_MARK, "حلب", LIEUDIT_DECISION_SEVERAL_PLACES);
  add_ruling (session, LIEUDIT_SCOPE_MENTION, "𐎀", LIEUDIT_DECISION_NOT_A_PLACE);
  lieudit_notes_set_for_place (lieudit_session_get_notes (session), place, anchor_at (session, "« convoi »"),
                               "Sur deux\nlignes \t\"et\" \\", history);
  lieudit_notes_set_for_mention (lieudit_session_get_notes (session), anchor_at (session, "Alep"), "À vérifier", history);
  lieudit_claim_reviews_set (lieudit_session_get_reviews (session), find ("À Alep"), find ("À Alep") + 6,
                             LIEUDIT_RELATION_COAST, LIEUDIT_REVIEW_DISMISSED, "C’est une \"image\"", history);
  lieudit_claim_reviews_set (lieudit_session_get_reviews (session), find ("Homs"), find ("Homs") + 4,
                             LIEUDIT_RELATION_DISTANCE, LIEUDIT_REVIEW_ACCEPTED, NULL, history);
  lieudit_session_set_view (session, view);
}

static void
describe_outline (LieuditArticleOutline *outline,
                  GString               *words)
{
  guint n_spans, n_places;
  const LieuditSpan *spans = lieudit_article_outline_get_spans (outline, &n_spans);
  const LieuditStatedPlace *places = lieudit_article_outline_get_stated_places (outline, &n_places);

  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (words, "%d %u %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "\n", spans[i].kind, spans[i].value,
                            spans[i].start, spans[i].end);
  for (guint i = 0; i < n_places; i++)
    g_string_append_printf (words, "%s %s %s %s %d %.4f %.4f %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "\n", places[i].name,
                            places[i].id, places[i].status, places[i].kind, places[i].is_located,
                            places[i].is_located ? places[i].latitude : 0.0,
                            places[i].is_located ? places[i].longitude : 0.0, places[i].start, places[i].end);
  g_string_append_printf (words, "%s|%s|%s\n", lieudit_article_outline_get_author (outline),
                          lieudit_article_outline_get_publisher (outline), lieudit_article_outline_get_left_out (outline));
}

/* All that a session says, in words. */
static char *
describe (LieuditSession *session)
{
  LieuditArticle *article = lieudit_session_get_article (session);
  LieuditSessionView view = lieudit_session_get_view (session);
  g_autoptr(GPtrArray) rulings = lieudit_decisions_dup_rulings (lieudit_session_get_decisions (session));
  g_autoptr(GPtrArray) notes = lieudit_notes_dup_all (lieudit_session_get_notes (session));
  GPtrArray *reviews = lieudit_claim_reviews_get_all (lieudit_session_get_reviews (session));
  GString *words = g_string_new (lieudit_article_get_text (article));

  g_string_append_printf (words, "\n%s|%s|%s|%s|%s|%" G_GSIZE_FORMAT "\n", lieudit_session_get_identifier (session),
                          lieudit_article_get_title (article), lieudit_article_get_date (article),
                          lieudit_article_get_language (article), lieudit_article_get_source (article),
                          lieudit_article_get_body_offset (article));
  g_string_append_printf (words, "%d %.3f %.3f %.3f %d %" G_GSIZE_FORMAT "\n", view.has_map, view.latitude, view.longitude,
                          view.zoom, view.has_selection, view.selection);
  for (guint i = 0; i < rulings->len; i++)
    {
      LieuditRuling *ruling = g_ptr_array_index (rulings, i);
      LieuditAnchor *anchor = lieudit_ruling_get_anchor (ruling);
      LieuditDecision *decision = lieudit_ruling_get_decision (ruling);
      const LieuditPlaceReference *place = lieudit_decision_get_place (decision);

      g_string_append_printf (words, "%s %s %s %s %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " %d", lieudit_scope_to_nick (lieudit_ruling_get_scope (ruling)),
                              lieudit_decision_kind_to_nick (lieudit_decision_get_kind (decision)), lieudit_ruling_get_name (ruling),
                              lieudit_anchor_get_exact (anchor), lieudit_anchor_get_start (anchor), lieudit_anchor_get_end (anchor),
                              lieudit_anchor_is_located (anchor));
      if (place != NULL)
        g_string_append_printf (words, " %s %s %.5f %.5f %s %s", place->id, place->name, place->latitude, place->longitude,
                                place->feature_code, place->country_code);
      g_string_append_c (words, '\n');
    }
  for (guint i = 0; i < notes->len; i++)
    {
      LieuditNote *note = g_ptr_array_index (notes, i);
      const LieuditPlaceReference *place = lieudit_note_get_place (note);

      g_string_append_printf (words, "%s: %s: %s\n", lieudit_anchor_get_exact (lieudit_note_get_anchor (note)),
                              place != NULL ? place->id : "-", lieudit_note_get_text (note));
    }

  for (guint i = 0; i < reviews->len; i++)
    {
      LieuditClaimReview *review = g_ptr_array_index (reviews, i);

      g_string_append_printf (words, "%s %d %s %s\n", lieudit_anchor_get_exact (review->anchor), review->relation,
                              lieudit_review_state_to_nick (review->state), review->reason);
    }
  describe_outline (lieudit_article_get_outline (article), words);

  return g_string_free (words, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr(LieuditSession) session = make_session ();
  g_autoptr(LieuditSession) again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill_session (session);
  bytes = lieudit_session_write (session, LIEUDIT_SESSION_FOR_FILE);
  g_assert_true (lieudit_session_recognise (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), 4096)));
  again = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);

  before = describe (session);
  after = describe (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (lieudit_session_is_modified (again));
  g_assert_null (lieudit_session_get_file (again));
}

static void
test_recovery_tells_the_file (void)
{
  g_autoptr(LieuditSession) session = make_session ();
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/a b.lieudit");
  g_autoptr(LieuditSession) again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  lieudit_session_set_file (session, file, "1:2");
  bytes = lieudit_session_write (session, LIEUDIT_SESSION_FOR_RECOVERY);
  again = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (lieudit_session_get_file (again), file));
  g_assert_cmpstr (lieudit_session_get_etag (again), ==, "1:2");
}

/* However a file is cut off, it is told from one that is whole, and nothing is made up. */
static void
test_truncated (void)
{
  g_autoptr(LieuditSession) session = make_session ();
  g_autoptr(GBytes) bytes = NULL;
  gsize size;

  fill_session (session);
  bytes = lieudit_session_write (session, LIEUDIT_SESSION_FOR_FILE);
  size = g_bytes_get_size (bytes);
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr(GError) error = NULL;

      g_assert_null (lieudit_session_read (part, NULL, &error));
      g_assert_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED);
    }
}

#define HEAD "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":\"Vers Alep.\"}"
#define ALEP "\"target\":{\"selector\":{\"exact\":\"Alep\"}}"

static void
test_what_others_write (void)
{
  static const struct {
    const char *json;
    int         code;     /* of the error, or -1 for none */
    guint       n_rulings;
    guint       n_notes;
  } cases[] = {
    { HEAD "}", -1, 0, 0 },
    { " \n\t" HEAD "}\n", -1, 0, 0 },
    { HEAD ",\"unknown\":[[{\"a\":[null,true,false,1e3]}]],\"more\":\"\\u00e9\"}", -1, 0, 0 },
    { HEAD ",\"first\":{\"items\":[]}}", -1, 0, 0 },
    { HEAD ",\"first\":\"https://example.org/page\"}", -1, 0, 0 },
    { HEAD ",\"first\":{\"items\":[{},1,\"a\",null,[]]}}", -1, 0, 0 },
    /* Annotations of other programs: a place, a comment, both. */
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"body\":{\"type\":\"Feature\",\"id\":\"x\",\"geometry\":{\"type\":\"Point\","
      "\"coordinates\":[37.1,36.2,400]}}}]}}", -1, 1, 0 },
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"body\":[{\"type\":\"TextualBody\",\"value\":\"loin\"}]}]}}", -1, 0, 1 },
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"body\":[{\"type\":\"TextualBody\",\"value\":\"loin\"},{\"type\":\"Feature\",\"id\":\"x\","
      "\"geometry\":{\"coordinates\":[37.1,36.2]}}]}]}}", -1, 1, 1 },
    /* A line is no point, and a place without an identifier cannot be found again. */
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"body\":{\"type\":\"Feature\",\"id\":\"x\",\"geometry\":{\"type\":\"LineString\","
      "\"coordinates\":[[37.1,36.2],[38,39]]}}}]}}", -1, 0, 0 },
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"body\":{\"type\":\"Feature\",\"geometry\":{\"coordinates\":[37.1,36.2]}}}]}}", -1, 0, 0 },
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"lieudit:decision\":\"not-a-place\"}]}}", -1, 1, 0 },
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"lieudit:decision\":\"place\"}]}}", -1, 0, 0 },
    { HEAD ",\"first\":{\"items\":[{" ALEP ",\"lieudit:decision\":\"perhaps\"}]}}", -1, 0, 0 },
    { HEAD ",\"first\":{\"items\":[{\"target\":\"https://example.org\",\"lieudit:decision\":\"not-a-place\"}]}}", -1, 0, 0 },
    /* The article may come last. */
    { "{\"first\":{\"items\":[{" ALEP ",\"lieudit:decision\":\"not-located\"}]},\"lieudit:article\":{\"text\":\"Alep\"},"
      "\"lieudit:version\":1}", -1, 1, 0 },
    { "{\"lieudit:version\":3,\"lieudit:article\":7}", LIEUDIT_SESSION_ERROR_NEWER, 0, 0 },
    { "{\"lieudit:version\":3,", LIEUDIT_SESSION_ERROR_NEWER, 0, 0 },
    { "{\"lieudit:version\":0,\"lieudit:article\":{\"text\":\"a\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1.5,\"lieudit:article\":{\"text\":\"a\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":-1,\"lieudit:article\":{\"text\":\"a\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":\"\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":1}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":\"\\u0000\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":\"\\ud800\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "{\"lieudit:version\":1,\"lieudit:article\":{\"text\":\"\xff\"}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { HEAD "} x", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { HEAD ",}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { HEAD ",\"lieudit:view\":{\"latitude\":91}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { HEAD ",\"lieudit:view\":{\"zoom\":1e999}}", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "[]", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
    { "", LIEUDIT_SESSION_ERROR_DAMAGED, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditSession) session = lieudit_session_read (bytes, NULL, &error);

      g_test_message ("%s", cases[i].json);
      if (cases[i].code >= 0)
        {
          g_assert_error (error, LIEUDIT_SESSION_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (lieudit_decisions_get_n (lieudit_session_get_decisions (session)), ==, cases[i].n_rulings);
      g_assert_cmpuint (lieudit_notes_get_n (lieudit_session_get_notes (session)), ==, cases[i].n_notes);
    }
}

/* Nesting that overflows the stack of a reader that calls itself. */
static void
test_deep_nesting (void)
{
  static const char * const openings[] = { "[", "{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr(GString) json = g_string_new (HEAD ",\"x\":");
      g_autoptr(LieuditSession) session = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      for (guint n = 0; n < 200000; n++)
        g_string_append (json, openings[i]);
      bytes = g_bytes_new_static (json->str, json->len);
      session = lieudit_session_read (bytes, NULL, &error);
      g_assert_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED);
      g_assert_null (session);
    }
}

static void
test_recognise (void)
{
  static const struct {
    const char *text;
    gboolean    is_session;
  } cases[] = {
    { HEAD "}", TRUE },
    { "\n { \"@context\": \"x\", \"lieudit:version\": 1", TRUE },
    { "{\"id\":\"1\",\"text\":\"Un article\"}", FALSE },
    { "The member \"lieudit:version\" says the version.", FALSE },
    { "{", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (lieudit_session_recognise (cases[i].text, strlen (cases[i].text)), ==, cases[i].is_session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-format/round-trip", test_round_trip);
  g_test_add_func ("/session-format/recovery-tells-the-file", test_recovery_tells_the_file);
  g_test_add_func ("/session-format/truncated", test_truncated);
  g_test_add_func ("/session-format/what-others-write", test_what_others_write);
  g_test_add_func ("/session-format/deep-nesting", test_deep_nesting);
  g_test_add_func ("/session-format/recognise", test_recognise);

  return g_test_run ();
}
