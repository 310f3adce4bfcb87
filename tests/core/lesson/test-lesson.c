/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lesson/lieudit-lesson.h"

#include <string.h>

#include "gazetteer/lieudit-geojson-reader.h"
#include "session/lieudit-session-format.h"

/* Positions from GeoNames: 169577, 170063, 170017. */
static const char places[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"homs\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.72339,34.72682]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Homs\"]},\"source\":\"geonames:169577\"}},"
  "{\"type\":\"Feature\",\"id\":\"aleppo\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[37.16117,36.20124]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Alep\"]},\"source\":\"geonames:170063\"}},"
  "{\"type\":\"Feature\",\"id\":\"hama\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.75783,35.13179]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Hama\"]},\"source\":\"geonames:170017\"}}"
  "]}";

/* Two sentences out of four name nothing, or nothing new. */
static const char text[] =
  "Le convoi est parti de la ville de Homs. Personne n’a été blessé. Il est passé à Alep dans la nuit.\n\n"
  "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.";

#define SENTENCES "Homs|Alep|Homs Hama"
#define PLACES "Homs|Alep|Hama"

typedef struct {
  LieuditGazetteer *gazetteer;
  LieuditSession   *session;
  LieuditLesson    *lesson;
} Fixture;

static LieuditAnalysis *
analyse (Fixture    *fixture,
         const char *words)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new (words, NULL, NULL, "fr", NULL);
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (fixture->gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) input = g_bytes_new_static (places, sizeof places - 1);
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;

  lieudit_gazetteer_builder_add_geojson (builder, input, &error);
  g_assert_no_error (error);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  fixture->gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);
  analysis = analyse (fixture, text);
  fixture->session = lieudit_session_new (lieudit_analysis_get_article (analysis));
  fixture->lesson = lieudit_lesson_new (fixture->session, analysis);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->lesson);
  g_object_unref (fixture->session);
  g_object_unref (fixture->gazetteer);
}

/* The names of each step's places; “-” before what is skipped, title and question behind. */
static char *
describe (LieuditLesson *lesson)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < lieudit_lesson_get_n_steps (lesson); i++)
    {
      LieuditStep *step = lieudit_lesson_get_step (lesson, i);
      g_autofree char *names = g_strdelimit (lieudit_step_describe_places (step), ",", '\n');
      const char *title = lieudit_step_get_title (step), *question = lieudit_step_get_question (step);

      if (i > 0)
        g_string_append_c (words, '|');
      if (lieudit_step_is_skipped (step))
        g_string_append_c (words, '-');
      for (const char *c = names; *c != '\0'; c++)
        if (*c != '\n')
          g_string_append_c (words, *c);
      if (title != NULL || question != NULL)
        g_string_append_printf (words, "[%s/%s]", title != NULL ? title : "", question != NULL ? question : "");
    }

  return g_string_free (words, FALSE);
}

static void
assert_steps (LieuditLesson *lesson,
              const char    *expected)
{
  g_autofree char *found = describe (lesson);

  g_assert_cmpstr (found, ==, expected);
}

/* One letter and its numbers: s skips, t takes in, m moves, w writes, r resets, u undoes, U redoes, p walks by places. */
static void
do_all (Fixture    *fixture,
        const char *what)
{
  LieuditHistory *history = lieudit_session_get_history (fixture->session);

  for (; *what != '\0'; what++)
    switch (*what)
      {
      case 's':
        lieudit_lesson_set_skipped (fixture->lesson, (guint) (*++what - '0'), TRUE);
        break;
      case 't':
        lieudit_lesson_set_skipped (fixture->lesson, (guint) (*++what - '0'), FALSE);
        break;
      case 'm':
        lieudit_lesson_move (fixture->lesson, (guint) (what[1] - '0'), (guint) (what[2] - '0'));
        what += 2;
        break;
      case 'w':
        lieudit_lesson_write (fixture->lesson, (guint) (*++what - '0'), "Titre", "Où ?");
        break;
      case 'r':
        lieudit_lesson_reset (fixture->lesson);
        break;
      case 'u':
        g_assert_true (lieudit_history_undo (history, NULL));
        break;
      case 'U':
        g_assert_true (lieudit_history_redo (history, NULL));
        break;
      case 'p':
        lieudit_stops_set_walk (lieudit_session_get_stops (fixture->session), LIEUDIT_WALK_PLACES);
        break;
      default:
        g_assert_not_reached ();
      }
}

static const struct {
  const char *what;
  const char *steps;
} changes[] = {
  { "", SENTENCES },
  { "p", PLACES },
  { "s1", "Homs|-Alep|Homs Hama" },
  { "s1t1", SENTENCES },
  { "m20", "Homs Hama|Homs|Alep" },
  { "m02", "Alep|Homs Hama|Homs" },
  { "w1", "Homs|Alep[Titre/Où ?]|Homs Hama" },
  { "w1m10s1", "Alep[Titre/Où ?]|-Homs|Homs Hama" },
  { "w1u", SENTENCES },
  { "w1uU", "Homs|Alep[Titre/Où ?]|Homs Hama" },
  { "s0s1r", SENTENCES },
  { "s0s1ru", "-Homs|-Alep|Homs Hama" },
  /* Each walk has its own stops. */
  { "s1p", PLACES },
  { "pm21s0", "-Homs|Hama|Alep" },
  /* What is so already is no change: there is nothing more to undo. */
  { "s1s1u", SENTENCES },
  { "m11s0u", SENTENCES },
};

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditSession) again = NULL;
  g_autoptr(LieuditLesson) lesson = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;

  do_all (fixture, changes[index].what);
  assert_steps (fixture->lesson, changes[index].steps);

  /* The session keeps it. */
  bytes = lieudit_session_write (fixture->session, LIEUDIT_SESSION_FOR_FILE);
  again = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);
  analysis = lieudit_analysis_run (fixture->gazetteer, lieudit_session_get_article (again), NULL, &error);
  g_assert_no_error (error);
  lesson = lieudit_lesson_new (again, analysis);
  assert_steps (lesson, changes[index].steps);
}

static void
test_walking (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *what;
    guint       forwards[4]; /* from before the first on */
    guint       n_steps;
  } cases[] = {
    { "", { 0, 1, 2, LIEUDIT_LESSON_NOWHERE }, 3 },
    { "s0", { 1, 2, LIEUDIT_LESSON_NOWHERE }, 2 },
    { "s2", { 1, LIEUDIT_LESSON_NOWHERE }, 1 },
    { "s1", { LIEUDIT_LESSON_NOWHERE }, 0 },
  };
  LieuditLesson *lesson = fixture->lesson;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint position = LIEUDIT_LESSON_NOWHERE, last = LIEUDIT_LESSON_NOWHERE;

      do_all (fixture, cases[i].what);
      g_assert_cmpuint (lieudit_lesson_count (lesson, LIEUDIT_LESSON_NOWHERE), ==, cases[i].n_steps);
      g_assert_cmpuint (lieudit_lesson_find_first (lesson), ==, cases[i].forwards[0]);
      for (guint j = 0; j == 0 || cases[i].forwards[j - 1] != LIEUDIT_LESSON_NOWHERE; j++)
        {
          guint next = lieudit_lesson_find_next (lesson, position);

          g_assert_cmpuint (next, ==, cases[i].forwards[j]);
          if (next == LIEUDIT_LESSON_NOWHERE)
            break;
          g_assert_cmpuint (lieudit_lesson_find_previous (lesson, next), ==, position);
          g_assert_cmpuint (lieudit_lesson_count (lesson, next), ==, j + 1);
          last = position = next;
        }
      g_assert_cmpuint (lieudit_lesson_find_last (lesson), ==, last);
    }
}

static void
test_earlier_places (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct {
    const char *what;
    guint       position;
    const char *earlier; /* the last first */
  } cases[] = {
    { "", 0, "" },
    { "", 1, "Homs" },
    { "", 2, "Alep" },
    { "p", 2, "Alep Homs" },
    { "s1", 2, "Homs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) earlier = NULL;
      g_autoptr(GString) names = g_string_new (NULL);

      do_all (fixture, cases[i].what);
      earlier = lieudit_lesson_list_earlier (fixture->lesson, cases[i].position);
      for (guint j = 0; j < earlier->len; j++)
        g_string_append_printf (names, "%s%s", j > 0 ? " " : "", lieudit_found_place_get_name (g_ptr_array_index (earlier, j)));
      g_assert_cmpstr (names->str, ==, cases[i].earlier);
    }
}

/* What is lit, and where a step is found again. */
static void
test_ranges (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    const char *what;
    guint       position;
    const char *lit;
    const char *key;
  } cases[] = {
    { "", 0, "Le convoi est parti de la ville de Homs.", "Le convoi est parti de la ville de Homs." },
    { "", 1, "Il est passé à Alep dans la nuit.", "Il est passé à Alep dans la nuit." },
    { "p", 2, "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.", "Hama" },
    { "s2", 2, "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.", "Hama" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LieuditStepRange *range;
      g_autofree char *lit = NULL;
      g_autofree char *key = NULL;
      LieuditStep *step;

      do_all (fixture, cases[i].what);
      step = lieudit_lesson_get_step (fixture->lesson, cases[i].position);
      range = lieudit_step_get_range (step);
      lit = g_utf8_substring (text, (glong) range->start, (glong) range->end);
      key = g_utf8_substring (text, (glong) range->key_start, (glong) range->key_end);
      g_assert_cmpstr (lit, ==, cases[i].lit);
      g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_cmpstr (lieudit_step_get_text (step), ==, cases[i].lit);
      g_assert_cmpuint (lieudit_lesson_find_at (fixture->lesson, range->key_start), ==, cases[i].position);
    }
}

/* Stops stay with their words when the text is edited, and wait when these are gone. */
static void
test_edited_text (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct {
    const char *text;
    const char *steps;
  } cases[] = {
    { "Tout a commencé dans la ville de Hama. Le convoi est parti de la ville de Homs. Personne n’a été "
      "blessé. Il est passé à Alep dans la nuit.\n\nLe calme est revenu dans la ville de Homs, et dans la ville de Hama.",
      "Hama|Homs Hama|Homs|-Alep[Titre/Où ?]" },
    { "Le calme est revenu dans la ville de Homs, et dans la ville de Hama.", "Homs Hama" },
    { "Tout a commencé dans la ville de Hama. Le convoi est parti de la ville de Homs. Personne n’a été "
      "blessé. Il est passé à Alep dans la nuit.\n\nLe calme est revenu dans la ville de Homs, et dans la ville de Hama.",
      "Hama|Homs Hama|Homs|-Alep[Titre/Où ?]" },
  };

  do_all (fixture, "w1s1m20");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (fixture, cases[i].text);

      lieudit_session_set_article (fixture->session, lieudit_analysis_get_article (analysis));
      /* The steps before are of another text: nothing happens to them. */
      lieudit_lesson_reset (fixture->lesson);
      do_all (fixture, "s0");
      lieudit_lesson_set_analysis (fixture->lesson, analysis);
      assert_steps (fixture->lesson, cases[i].steps);
    }
}

static void
test_what_files_say (void)
{
#define HEAD "{\"lieudit:version\":2,\"lieudit:article\":{\"text\":\"Vers Alep.\"},\"lieudit:lesson\":"
#define ALEP "\"target\":{\"selector\":{\"exact\":\"Alep\"}}"
  static const struct {
    const char *json;
    gboolean    is_damaged;
    guint       n_sentences;
    guint       n_places;
    guint       seconds;
    LieuditWalk walk;
  } cases[] = {
    { HEAD "{}}", FALSE, 0, 0, 8, LIEUDIT_WALK_SENTENCES },
    { HEAD "[]}", FALSE, 0, 0, 8, LIEUDIT_WALK_SENTENCES },
    { HEAD "{\"walk\":\"places\",\"seconds\":20}}", FALSE, 0, 0, 20, LIEUDIT_WALK_PLACES },
    { HEAD "{\"walk\":\"dances\",\"seconds\":1}}", FALSE, 0, 0, LIEUDIT_STOPS_SECONDS_LEAST, LIEUDIT_WALK_SENTENCES },
    { HEAD "{\"seconds\":99999999999}}", FALSE, 0, 0, LIEUDIT_STOPS_SECONDS_MOST, LIEUDIT_WALK_SENTENCES },
    { HEAD "{\"places\":[{" ALEP ",\"title\":\"a\"},{" ALEP "}],\"sentences\":{}}}", FALSE, 0, 2, 8, LIEUDIT_WALK_SENTENCES },
    { HEAD "{\"sentences\":[{\"title\":\"a\"},1,null,[],{" ALEP ",\"state\":\"skipped\",\"more\":{}}]}}", FALSE, 1, 0, 8, LIEUDIT_WALK_SENTENCES },
    { HEAD "{\"sentences\":[{" ALEP ",\"title\":7}]}}", TRUE, 0, 0, 0, 0 },
    { HEAD "{\"walk\":\"\\ud800\"}}", TRUE, 0, 0, 0, 0 },
    { HEAD "{\"seconds\":-1}}", TRUE, 0, 0, 0, 0 },
    { HEAD "{\"sentences\":[{", TRUE, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditSession) session = lieudit_session_read (bytes, NULL, &error);
      LieuditStops *stops;

      g_test_message ("%s", cases[i].json);
      if (cases[i].is_damaged)
        {
          g_assert_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED);
          continue;
        }
      g_assert_no_error (error);
      stops = lieudit_session_get_stops (session);
      g_assert_cmpuint (lieudit_stops_get (stops, LIEUDIT_WALK_SENTENCES)->len, ==, cases[i].n_sentences);
      g_assert_cmpuint (lieudit_stops_get (stops, LIEUDIT_WALK_PLACES)->len, ==, cases[i].n_places);
      g_assert_cmpuint (lieudit_stops_get_seconds (stops), ==, cases[i].seconds);
      g_assert_cmpuint (lieudit_stops_get_walk (stops), ==, cases[i].walk);
      g_assert_false (lieudit_session_is_modified (session));
    }
}

/* A title may be as long as the limit, in whole characters. */
static void
test_long_titles (void)
{
  static const struct {
    guint n_characters; /* of two bytes each */
    guint n_bytes;
  } cases[] = {
    { 1, 2 },
    { LIEUDIT_STOP_TEXT_LIMIT / 2, LIEUDIT_STOP_TEXT_LIMIT },
    { LIEUDIT_STOP_TEXT_LIMIT, LIEUDIT_STOP_TEXT_LIMIT },
  };
  g_autoptr(LieuditAnchor) anchor = lieudit_anchor_new ("a", NULL, NULL, 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) title = g_string_new (NULL);
      g_autoptr(LieuditStop) stop = NULL;

      for (guint j = 0; j < cases[i].n_characters; j++)
        g_string_append (title, "é");
      stop = lieudit_stop_new (anchor, title->str, "", FALSE);
      g_assert_cmpuint (strlen (lieudit_stop_get_title (stop)), ==, cases[i].n_bytes);
      g_assert_true (g_utf8_validate (lieudit_stop_get_title (stop), -1, NULL));
      g_assert_null (lieudit_stop_get_question (stop));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lesson/changes/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_changes, tear_down);
    }
  g_test_add ("/lesson/walking", Fixture, NULL, set_up, test_walking, tear_down);
  g_test_add ("/lesson/earlier-places", Fixture, NULL, set_up, test_earlier_places, tear_down);
  g_test_add ("/lesson/ranges", Fixture, NULL, set_up, test_ranges, tear_down);
  g_test_add ("/lesson/edited-text", Fixture, NULL, set_up, test_edited_text, tear_down);
  g_test_add_func ("/lesson/what-files-say", test_what_files_say);
  g_test_add_func ("/lesson/long-titles", test_long_titles);

  return g_test_run ();
}
