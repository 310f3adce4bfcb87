/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-geography-check.h"

static LieuditGazetteer *gazetteer;
static LieuditGeographyCheck *check;

static GPtrArray *
find_claims (const char *language,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditArticle) article = lieudit_article_new (text, NULL, NULL, language, NULL);
  g_autoptr(LieuditAnalysis) analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  GPtrArray *claims;

  g_assert_no_error (error);
  claims = lieudit_geography_check_run (check, gazetteer, analysis, &error);
  g_assert_no_error (error);

  return claims;
}

/* "direction agrees, between differs" */
static char *
describe (GPtrArray *claims)
{
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    g_string_append_printf (description, "%s%s %s", i > 0 ? ", " : "",
                            lieudit_relation_to_nick (lieudit_claim_get_relation (g_ptr_array_index (claims, i))),
                            lieudit_verdict_to_nick (lieudit_claim_get_verdict (g_ptr_array_index (claims, i))));

  return g_string_free (description, FALSE);
}

static void
test_claims (void)
{
  static const struct {
    const char *rule;
    const char *language;
    const char *text;
    const char *claims;
  } cases[] = {
    { "a direction", "fr", "Saraqeb, au sud d'Alep, est tombée.", "direction agrees" },
    { "the opposite one", "fr", "Saraqeb, au nord d'Alep, est tombée.", "direction differs" },
    { "behind a description, which is a mention as well", "fr",
      "La citadelle d'Alep a rouvert. Hier, la citadelle était pleine. Saraqeb, au sud d'Alep, est tombée.", "direction agrees" },
    { "a phrase goes on", "fr", "Saraqeb, au sud d'Alep, dans la province d'Idleb.", "direction agrees, containment agrees" },
    { "a distance with a direction", "en", "Saraqib, 50 km south-west of Aleppo, was quiet.", "distance agrees" },
    { "a wrong distance", "en", "Saraqib, 500 km from Aleppo, was quiet.", "distance differs" },
    { "no subject", "en", "A village 20 km west of Idlib was hit.", "distance cannot-check" },
    { "the town of the sentence before", "fr", "Saraqeb est calme. La ville, située au sud d'Alep, dans la province d'Idleb, vit.",
      "direction agrees, containment agrees" },
    { "in English", "en", "Saraqib was quiet. The town lies 500 km from Aleppo.", "distance differs" },
    { "in Arabic", "ar", "ساد الهدوء في سراقب. المدينة تقع جنوب حلب.", "direction agrees" },
    { "two towns before", "fr", "Homs et Saraqeb sont calmes. La ville se trouve au sud d'Alep.", "direction cannot-check" },
    { "a sentence between", "en", "Saraqib was quiet. Nobody came. The town lies 500 km from Aleppo.", "distance cannot-check" },
    { "another town", "en", "Aleppo was quiet. The city in southern Syria was hit.", "direction cannot-check" },
    { "the town that is named", "fr", "Saraqeb est calme. La ville d'Alep, au nord de Hama, aussi.", "direction agrees" },
    { "no subject, no claim", "fr", "Trois morts dans la province d'Idleb.", "" },
    { "a denial", "fr", "Saraqeb n'est pas au nord d'Alep.", "direction cannot-check" },
    { "part of a country", "en", "Aleppo, in northern Syria, is large.", "direction agrees" },
    { "another part", "en", "Aleppo, in southern Syria, is large.", "direction differs" },
    { "between", "fr", "Khan Cheikhoun, entre Hama et Alep.", "between agrees" },
    { "no coast", "en", "The coastal city of Hama was quiet.", "coast differs" },
    { "a coast", "en", "The coastal city of Latakia was quiet.", "coast agrees" },
    { "a capital", "fr", "Damas, la capitale de la Syrie.", "capital agrees" },
    { "of a part of a country", "en", "Erbil, the capital of Iraq's Kurdistan region, was quiet.", "recorded cannot-check" },
    { "no capital", "fr", "Alep, la capitale de la Syrie.", "capital differs" },
    { "a river", "fr", "Raqqa, sur l'Euphrate.", "river agrees" },
    { "another river", "fr", "Alep, sur l'Euphrate.", "river differs" },
    { "travel time", "fr", "Saraqeb, à une heure de route d'Alep.", "recorded cannot-check" },
    { "Arabic, a distance", "ar", "تقع سراقب على بعد 50 كيلومترا من حلب.", "distance agrees" },
    { "the part that people live in", "fr", "Gao, dans le nord du Mali.", "direction loosely" },
    { "a number and its unit in one word", "en", "Saraqib, about 50km (31 miles) south of Aleppo.", "distance agrees" },
    { "between brackets", "fr", "Manbij (nord-est d'Alep) est calme.", "direction agrees" },
    { "behind another description", "fr", "Homs, troisième ville de Syrie, est située à 160 km au nord de Damas.",
      "recorded cannot-check, distance agrees" },
    { "a number before its town", "fr", "Distante de 50 km d'Alep, Saraqeb est tombée.", "distance agrees" },
    { "between two places", "en", "The distance between Damascus and Homs is 400 km.", "distance differs" },
    { "of any country", "fr", "Kharkiv, à une trentaine de kilomètres de la frontière russe.", "distance agrees" },
    { "the sea", "en", "Latakia, on the Mediterranean, was quiet.", "coast agrees" },
    { "a river by its name", "en", "Raqqa sits on the Euphrates.", "river agrees" },
    { "in Arabic, after and", "ar", "وتبعد سراقب نحو خمسين كيلومترا عن حلب.", "distance agrees" },
    { "in Arabic, a province", "ar", "بلدة كفرنبل التابعة لمحافظة إدلب هادئة.", "containment agrees" },
    { "in Arabic, a bank of a river", "ar", "مدينة دير الزور على الضفة الغربية لنهر الفرات.", "river agrees" },
    { "in Arabic, the neighbour on one side", "ar", "تحد محافظة إدلب من الغرب محافظة اللاذقية.", "adjacency agrees" },
    { "the part that is meant", "fr", "Lyon, dans le nord de la France.", "direction differs" },
    { "a country in another", "en", "The embassy of Morocco, in Lebanon, was closed.", "" },
    { "a list", "en", "In Michigan, in Utah and in Texas.", "" },
    { "no place at all", "fr", "Il a perdu le nord.", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) claims = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s: %s", cases[i].rule, cases[i].text);
      claims = find_claims (cases[i].language, cases[i].text);
      found = describe (claims);
      g_assert_cmpstr (found, ==, cases[i].claims);
    }
}

static void
test_spans (void)
{
  g_autoptr(GPtrArray) claims = find_claims ("fr", "Élu à Saraqeb, au sud d'Alep.");
  LieuditClaim *claim = g_ptr_array_index (claims, 0);

  g_assert_cmpuint (claims->len, ==, 1);
  g_assert_cmpstr (lieudit_claim_get_text (claim), ==, "Saraqeb, au sud d'Alep");
  g_assert_cmpuint (lieudit_claim_get_start (claim), ==, 8);
  g_assert_cmpuint (lieudit_claim_get_start_code_point (claim), ==, 6);
  g_assert_cmpuint (lieudit_claim_get_end_code_point (claim), ==, 28);
  g_assert_cmpint (lieudit_claim_get_subject_index (claim), ==, 0);
  g_assert_cmpint (lieudit_claim_get_object_index (claim, 0), ==, 1);
  g_assert_cmpfloat (lieudit_claim_get_stated_bearing (claim), ==, 180.0);
  g_assert_cmpfloat_with_epsilon (lieudit_claim_get_measured_distance (claim), 49.0, 2.0);
  g_assert_null (lieudit_claim_get_suggestion (claim));
}

static void
test_suggestions (void)
{
  static const struct {
    const char *text;
    const char *suggestion;
  } cases[] = {
    { "Saraqib, north of Aleppo, was quiet.", "The opposite direction would be true: south." },
    { "Saraqib, 500 km from Aleppo, was quiet.", "Perhaps a typing error: 50 km would be true." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) claims = find_claims ("en", cases[i].text);

      g_assert_cmpuint (claims->len, ==, 1);
      g_assert_cmpstr (lieudit_claim_get_suggestion (g_ptr_array_index (claims, 0)), ==, cases[i].suggestion);
    }
}

static void
test_remedy (void)
{
  g_autoptr(GPtrArray) claims =
    find_claims ("en", "Paris, Texas, was calm on Monday. Paris lies south of Lille, it said. Dallas and Houston were calm too.");
  LieuditClaim *claim = g_ptr_array_index (claims, 0);
  LieuditPlace *place;
  int mention = -1;

  g_assert_cmpint (lieudit_claim_get_verdict (claim), ==, LIEUDIT_VERDICT_DIFFERS);
  g_assert_cmpstr (lieudit_claim_get_suggestion (claim), ==,
                   "It would be true of another place of that name: Paris (France).");
  place = lieudit_claim_get_remedy (claim, &mention);
  g_assert_nonnull (place);
  g_assert_cmpstr (lieudit_place_get_country_code (place), ==, "FR");
  g_assert_cmpint (mention, ==, lieudit_claim_get_subject_index (claim));
}

static void
test_drawing (void)
{
  static const struct {
    const char *text;
    guint       n_areas;
    guint       n_lines;
  } cases[] = {
    { "Saraqib, south of Aleppo, was quiet.", 1, 1 },           /* a sector and the way */
    { "Saraqib, 50 km from Aleppo, was quiet.", 0, 2 },         /* the way and a ring */
    { "Saraqib, in Idlib province, was quiet.", 1, 0 },         /* the province */
    { "A village 20 km west of Idlib was hit.", 1, 1 },         /* a sector and a ring */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) claims = find_claims ("en", cases[i].text);
      g_autoptr(LieuditClaimDrawing) drawing = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (claims->len, ==, 1);
      drawing = lieudit_geography_check_draw (check, g_ptr_array_index (claims, 0), NULL);
      g_assert_nonnull (drawing);
      g_assert_cmpuint (drawing->areas->len, ==, cases[i].n_areas);
      g_assert_cmpuint (drawing->lines->len, ==, cases[i].n_lines);
      g_assert_false (lieudit_bounds_is_empty (&drawing->bounds));
    }
}

static void
test_order (void)
{
  g_autoptr(GPtrArray) claims = find_claims ("fr", "Saraqeb, au sud d'Alep. Hama, au nord d'Alep.");

  g_assert_cmpuint (claims->len, ==, 2);
  g_assert_cmpint (lieudit_claim_compare (g_ptr_array_index (claims, 1), g_ptr_array_index (claims, 0)), <, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  gazetteer = lieudit_gazetteer_open_installed (NULL);
  check = lieudit_geography_check_new ();

  g_test_add_func ("/geography-check/claims", test_claims);
  g_test_add_func ("/geography-check/spans", test_spans);
  g_test_add_func ("/geography-check/suggestions", test_suggestions);
  g_test_add_func ("/geography-check/remedy", test_remedy);
  g_test_add_func ("/geography-check/drawing", test_drawing);
  g_test_add_func ("/geography-check/worst-first", test_order);

  status = g_test_run ();
  g_object_unref (check);
  g_object_unref (gazetteer);

  return status;
}
