/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"

/* Which answers are right: any language, any capitals, with or without accents. */
static const struct {
  const char *id;
  const char *typed;
  gboolean with_gazetteer;
  gboolean is_right;
} answers[] = {
  { "t-latakia", "Lattaquié", FALSE, TRUE },
  { "t-latakia", "lattaquie", FALSE, TRUE },
  { "t-latakia", "  LATAKIA ", FALSE, TRUE },
  { "t-latakia", "Latakie", FALSE, FALSE },
  { "t-latakia", "Tartous", FALSE, FALSE },
  { "t-latakia", "", FALSE, FALSE },
  { "t-latakia", "  ", FALSE, FALSE },
  { "t-latakia", "?!", FALSE, FALSE },
  { "t-aleppo", "حلب", FALSE, TRUE },
  { "t-aleppo", "Halab", FALSE, FALSE },
  { "sy-aleppo", "Halab", TRUE, TRUE },
  { "sy-aleppo", "ALEP", TRUE, TRUE },
  { "sy-aleppo", "Idleb", TRUE, FALSE },
  { "sy-aleppo", "alépin", TRUE, FALSE },
};

static LieuditQuizPlace *
find_place (GPtrArray        *places,
            LieuditGazetteer *gazetteer,
            const char       *id)
{
  g_autoptr(LieuditPlace) place = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      if (g_str_equal (lieudit_quiz_place_get_id (g_ptr_array_index (places, i)), id))
        return g_object_ref (g_ptr_array_index (places, i));
    }
  place = lieudit_gazetteer_lookup_id (gazetteer, id);
  g_assert_nonnull (place);

  return lieudit_quiz_place_new_for (place, LIEUDIT_LANGUAGE_FRENCH);
}

static void
test_answers (void)
{
  g_autoptr(GPtrArray) places = quiz_places_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(LieuditQuizPlace) place = find_place (places, gazetteer, answers[i].id);

      g_test_message ("%s: %s", answers[i].id, answers[i].typed);
      g_assert_cmpint (lieudit_quiz_place_accepts (place, answers[i].with_gazetteer ? gazetteer : NULL, answers[i].typed), ==,
                       answers[i].is_right);
    }
}

static void
test_names_in_common (void)
{
  static const QuizTown tripoli = { "a", "Tripoli", "PPL", "LB", 34.43, 35.84, { "Trablous" } };
  static const QuizTown other = { "b", "Tripoli", "PPLC", "LY", 32.88, 13.18, { "Tarabulus" } };
  static const QuizTown third = { "c", "Trâblous", "PPL", "LB", 34.0, 36.0, { NULL } };
  static const QuizTown fourth = { "d", "Zgharta", "PPL", "LB", 34.4, 35.9, { NULL } };
  g_autoptr(LieuditQuizPlace) a = quiz_place_new (&tripoli);
  g_autoptr(LieuditQuizPlace) b = quiz_place_new (&other);
  g_autoptr(LieuditQuizPlace) c = quiz_place_new (&third);
  g_autoptr(LieuditQuizPlace) d = quiz_place_new (&fourth);

  g_assert_true (lieudit_quiz_place_shares_name (a, b));
  g_assert_true (lieudit_quiz_place_shares_name (a, c));
  g_assert_false (lieudit_quiz_place_shares_name (b, c));
  g_assert_false (lieudit_quiz_place_shares_name (a, d));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-place/answers", test_answers);
  g_test_add_func ("/quiz-place/names-in-common", test_names_in_common);

  return g_test_run ();
}
