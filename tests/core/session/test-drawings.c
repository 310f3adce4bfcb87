/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-format.h"

#include <math.h>
#include <string.h>

static const LieuditSpot road[] = { { 34.7, 36.7 }, { 35.1, 36.8 }, { 36.2, 37.2 } };

static LieuditDrawing *
draw (LieuditDrawingKind kind)
{
  gboolean is_line = kind == LIEUDIT_DRAWING_LINE || kind == LIEUDIT_DRAWING_ARROW;
  LieuditDrawing *drawing = lieudit_drawing_new (kind, LIEUDIT_INK_GREEN, road, is_line ? 3 : 1, 12.5, "la côte");

  g_assert_nonnull (drawing);

  return drawing;
}

static void
test_what_is_a_drawing (void)
{
  static const LieuditSpot nowhere[] = { { 91.0, 0.0 }, { 0.0, 181.0 } };
  static const LieuditSpot unknown[] = { { NAN, 0.0 }, { 0.0, 0.0 } };
  g_autofree char *long_text = g_strnfill (LIEUDIT_DRAWING_TEXT_LIMIT + 1, 'a');
  g_autofree LieuditSpot *many = g_new0 (LieuditSpot, LIEUDIT_DRAWING_MOST_POINTS + 1);
  const struct {
    LieuditDrawingKind  kind;
    const LieuditSpot  *spots;
    guint               n_spots;
    double              radius;
    const char         *text;
    gboolean            is_drawing;
  } cases[] = {
    { LIEUDIT_DRAWING_LINE, road, 0, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_LINE, road, 1, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_LINE, road, 2, 0.0, NULL, TRUE },
    { LIEUDIT_DRAWING_LINE, many, LIEUDIT_DRAWING_MOST_POINTS, 0.0, NULL, TRUE },
    { LIEUDIT_DRAWING_LINE, many, LIEUDIT_DRAWING_MOST_POINTS + 1, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_ARROW, road, 3, 0.0, NULL, TRUE },
    { LIEUDIT_DRAWING_ARROW, nowhere, 2, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_ARROW, unknown, 2, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_CIRCLE, road, 1, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_CIRCLE, road, 1, -3.0, NULL, FALSE },
    { LIEUDIT_DRAWING_CIRCLE, road, 1, NAN, NULL, FALSE },
    { LIEUDIT_DRAWING_CIRCLE, road, 1, 0.2, NULL, TRUE },
    { LIEUDIT_DRAWING_CIRCLE, road, 1, LIEUDIT_DRAWING_LARGEST_RADIUS, NULL, TRUE },
    { LIEUDIT_DRAWING_CIRCLE, road, 1, LIEUDIT_DRAWING_LARGEST_RADIUS * 1.01, NULL, FALSE },
    { LIEUDIT_DRAWING_CIRCLE, road, 2, 5.0, NULL, FALSE },
    { LIEUDIT_DRAWING_TEXT, road, 1, 0.0, NULL, FALSE },
    { LIEUDIT_DRAWING_TEXT, road, 1, 0.0, "", FALSE },
    { LIEUDIT_DRAWING_TEXT, road, 1, 0.0, "ici", TRUE },
    { LIEUDIT_DRAWING_TEXT, road, 1, 0.0, long_text, FALSE },
    { LIEUDIT_DRAWING_TEXT, road, 2, 0.0, "ici", FALSE },
    { LIEUDIT_N_DRAWING_KINDS, road, 2, 1.0, "ici", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditDrawing) drawing = lieudit_drawing_new (cases[i].kind, LIEUDIT_INK_RED, cases[i].spots, cases[i].n_spots,
                                                               cases[i].radius, cases[i].text);

      g_test_message ("%u", i);
      g_assert_cmpint (drawing != NULL, ==, cases[i].is_drawing);
    }
}

/* The letters of what is drawn: l, a, c, t draw, 0 to 9 remove, x removes all, u undoes, U redoes. */
static void
do_all (LieuditDrawings *drawings,
        LieuditHistory  *history,
        const char      *what)
{
  static const char letters[] = "lact";

  for (; *what != '\0'; what++)
    {
      const char *letter = strchr (letters, *what);

      if (letter != NULL)
        {
          g_autoptr(LieuditDrawing) drawing = draw ((LieuditDrawingKind) (letter - letters));

          lieudit_drawings_add (drawings, drawing, history);
        }
      else if (*what == 'x')
        lieudit_drawings_remove_all (drawings, history);
      else if (*what == 'u')
        g_assert_true (lieudit_history_undo (history, NULL));
      else if (*what == 'U')
        g_assert_true (lieudit_history_redo (history, NULL));
      else
        lieudit_drawings_remove (drawings, (guint) (*what - '0'), history);
    }
}

static char *
describe (LieuditDrawings *drawings)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < lieudit_drawings_get_n (drawings); i++)
    g_string_append_c (words, *lieudit_drawing_kind_to_nick (lieudit_drawing_get_kind (lieudit_drawings_get (drawings, i))));

  return g_string_free (words, FALSE);
}

static void
test_changes (void)
{
  static const struct {
    const char *what;
    const char *drawings;
  } cases[] = {
    { "", "" },
    { "lact", "lact" },
    { "lact1", "lct" },
    { "lact1u", "lact" },
    { "lact1uU", "lct" },
    { "lactuu", "la" },
    { "lactuul", "lal" },
    { "lax", "" },
    { "laxu", "la" },
    /* Nothing is taken away where there is nothing. */
    { "lxxu", "l" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditDrawings) drawings = lieudit_drawings_new ();
      g_autoptr(LieuditHistory) history = lieudit_history_new ();
      g_autofree char *found = NULL;

      do_all (drawings, history, cases[i].what);
      found = describe (drawings);
      g_assert_cmpstr (found, ==, cases[i].drawings);
    }
}

static void
assert_same (LieuditDrawing *a,
             LieuditDrawing *b)
{
  guint n_spots, n_others;
  const LieuditSpot *spots = lieudit_drawing_get_spots (a, &n_spots);
  const LieuditSpot *others = lieudit_drawing_get_spots (b, &n_others);

  g_assert_cmpint (lieudit_drawing_get_kind (a), ==, lieudit_drawing_get_kind (b));
  g_assert_cmpint (lieudit_drawing_get_ink (a), ==, lieudit_drawing_get_ink (b));
  g_assert_cmpfloat_with_epsilon (lieudit_drawing_get_radius (a), lieudit_drawing_get_radius (b), 1e-6);
  g_assert_cmpstr (lieudit_drawing_get_text (a), ==, lieudit_drawing_get_text (b));
  g_assert_cmpuint (n_spots, ==, n_others);
  for (guint i = 0; i < n_spots; i++)
    {
      g_assert_cmpfloat_with_epsilon (spots[i].latitude, others[i].latitude, 1e-7);
      g_assert_cmpfloat_with_epsilon (spots[i].longitude, others[i].longitude, 1e-7);
    }
}

static void
test_sessions_keep_them (void)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new ("De Homs à Alep.", NULL, NULL, "fr", NULL);
  g_autoptr(LieuditSession) session = lieudit_session_new (article);
  g_autoptr(LieuditSession) again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  LieuditDrawings *drawings = lieudit_session_get_drawings (session);

  do_all (drawings, lieudit_session_get_history (session), "lact");
  g_assert_true (lieudit_session_is_modified (session));
  bytes = lieudit_session_write (session, LIEUDIT_SESSION_FOR_FILE);
  again = lieudit_session_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (lieudit_session_is_modified (again));
  g_assert_cmpuint (lieudit_drawings_get_n (lieudit_session_get_drawings (again)), ==, 4);
  for (guint i = 0; i < 4; i++)
    assert_same (lieudit_drawings_get (lieudit_session_get_drawings (again), i), lieudit_drawings_get (drawings, i));
}

static void
test_what_files_say (void)
{
#define HEAD "{\"lieudit:version\":2,\"lieudit:article\":{\"text\":\"Vers Alep.\"},\"lieudit:drawings\":"
#define LINE "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[36,35],[37,36]]}"
#define POINT "\"geometry\":{\"type\":\"Point\",\"coordinates\":[36,35]}"
  static const struct {
    const char *json;
    gboolean    is_damaged;
    const char *drawings;
  } cases[] = {
    { HEAD "{}}", FALSE, "" },
    { HEAD "[]}", FALSE, "" },
    { HEAD "{\"features\":{}}}", FALSE, "" },
    { HEAD "{\"features\":[1,null,{},[]]}}", FALSE, "" },
    { HEAD "{\"features\":[{" LINE ",\"properties\":{\"drawing\":\"arrow\",\"ink\":\"mauve\"}}]}}", FALSE, "a" },
    { HEAD "{\"features\":[{\"properties\":{\"drawing\":\"line\"}," LINE "}]}}", FALSE, "l" },
    { HEAD "{\"features\":[{" POINT ",\"properties\":{\"drawing\":\"circle\",\"radius\":3}}]}}", FALSE, "c" },
    { HEAD "{\"features\":[{" POINT ",\"properties\":{\"drawing\":\"text\",\"text\":\"a\"}}]}}", FALSE, "t" },
    /* What does not fit together is no drawing. */
    { HEAD "{\"features\":[{" LINE ",\"properties\":{\"drawing\":\"text\",\"text\":\"a\"}}]}}", FALSE, "" },
    { HEAD "{\"features\":[{" POINT ",\"properties\":{\"drawing\":\"line\"}}]}}", FALSE, "" },
    { HEAD "{\"features\":[{" POINT ",\"properties\":{\"drawing\":\"circle\",\"radius\":0}}]}}", FALSE, "" },
    { HEAD "{\"features\":[{" POINT ",\"properties\":{\"drawing\":\"spiral\"}}]}}", FALSE, "" },
    { HEAD "{\"features\":[{\"geometry\":{\"coordinates\":[[[1,2],[3,4]]]},\"properties\":{\"drawing\":\"line\"}}]}}", FALSE, "" },
    { HEAD "{\"features\":[{\"geometry\":{\"coordinates\":[[1],[3]]},\"properties\":{\"drawing\":\"line\"}}]}}", FALSE, "" },
    { HEAD "{\"features\":[{\"geometry\":{\"coordinates\":[[181,0],[3,4]]}}]}}", TRUE, NULL },
    { HEAD "{\"features\":[{\"geometry\":{\"coordinates\":[[0,91],[3,4]]}}]}}", TRUE, NULL },
    { HEAD "{\"features\":[{\"properties\":{\"radius\":\"far\"}}]}}", TRUE, NULL },
    { HEAD "{\"features\":[{\"properties\":{\"radius\":1e999}}]}}", TRUE, NULL },
    { HEAD "{\"features\":[{", TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditSession) session = lieudit_session_read (bytes, NULL, &error);
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].json);
      if (cases[i].is_damaged)
        {
          g_assert_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED);
          continue;
        }
      g_assert_no_error (error);
      found = describe (lieudit_session_get_drawings (session));
      g_assert_cmpstr (found, ==, cases[i].drawings);
    }
}

static void
test_kilometres (void)
{
  static const struct {
    const char *text;
    double      radius;
  } cases[] = {
    { "25", 25.0 }, { "2.5", 2.5 }, { "2,5", 2.5 }, { "2,5 km", 2.5 }, { "٢٥", 25.0 }, { "٢٫٥", 2.5 }, { "۲۵", 25.0 }, { "-3", -3.0 },
    { "", 0.0 }, { "km", 0.0 }, { "vingt", 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (lieudit_drawing_parse_radius (cases[i].text), ==, cases[i].radius);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawings/what-is-a-drawing", test_what_is_a_drawing);
  g_test_add_func ("/drawings/kilometres", test_kilometres);
  g_test_add_func ("/drawings/changes", test_changes);
  g_test_add_func ("/drawings/sessions-keep-them", test_sessions_keep_them);
  g_test_add_func ("/drawings/what-files-say", test_what_files_say);

  return g_test_run ();
}
