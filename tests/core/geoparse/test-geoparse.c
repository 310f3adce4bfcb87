/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-analysis.h"

#include <string.h>

static LieuditGazetteer *
open_installed (void)
{
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);

  return gazetteer;
}

static LieuditAnalysis *
analyse (LieuditGazetteer *gazetteer,
         const char       *language,
         const char       *text)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new (text, NULL, NULL, language, NULL);
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

/* "Homs: sy-homs; Moscou: ru-moscow metonymic; Qobtan: -" */
static char *
describe_mentions (LieuditAnalysis *analysis)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditPlace *place = lieudit_mention_get_place (mention);

      g_string_append_printf (description, "%s%s: %s", i > 0 ? "; " : "", lieudit_mention_get_text (mention),
                              place != NULL ? lieudit_place_get_id (place) : "-");
      if (lieudit_mention_get_kind (mention) != LIEUDIT_MENTION_LITERAL)
        g_string_append_printf (description, " %s", lieudit_mention_kind_to_nick (lieudit_mention_get_kind (mention)));
    }

  return g_string_free (description, FALSE);
}

typedef struct {
  const char *rule;
  const char *text;
  const char *mentions;
} Sentence;

static void
check_sentences (const char     *language,
                 const Sentence *sentences,
                 gsize           n_sentences)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < n_sentences; i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, language, sentences[i].text);
      g_autofree char *mentions = describe_mentions (analysis);

      g_test_message ("%s", sentences[i].rule);
      g_assert_cmpstr (mentions, ==, sentences[i].mentions);
    }
}

static void
test_french (void)
{
  static const Sentence sentences[] = {
    { "an elided article", "Hier, elles sont rentrées d'Alep.", "Alep: sy-aleppo" },
    { "a curly apostrophe", "Hier, elles sont rentrées d’Alep.", "Alep: sy-aleppo" },
    { "an elided article of the name", "Trois familles ont gagné l'Idleb en camion.", "Idleb: sy-idlib" },
    { "a contracted article", "Elle vit au Liban depuis dix ans.", "Liban: lb-lebanon" },
    { "a contracted article of the name", "Le train du Caire avait une heure de retard.", "Caire: eg-cairo" },
    { "accents", "Elle travaille à Lattaquié.", "Lattaquié: sy-latakia" },
    { "a province and its capital bear one name", "La récolte a commencé dans la province d'Alep.",
      "province d'Alep: sy-governorate-aleppo" },
    { "a governorate", "Le gouvernorat d'Idleb compte plusieurs hôpitaux.",
      "gouvernorat d'Idleb: sy-governorate-idlib" },
    { "the town", "Le maire de la ville d'Alep a ouvert le marché.", "Alep: sy-aleppo" },
    { "a monument, then its common noun", "La citadelle d'Alep a rouvert. Hier, la citadelle a reçu cent visiteurs.",
      "citadelle d'Alep: sy-aleppo-citadel; citadelle: sy-aleppo-citadel" },
    { "a common noun alone", "Hier, la citadelle a reçu cent visiteurs.", "" },
    { "a demonym", "Un cuisinier syrien a ouvert une boulangerie.", "" },
    { "a demonym with a capital", "Elle a reçu deux Libanais.", "" },
    { "a capital that acts", "Le projet est soutenu par Moscou.", "Moscou: ru-moscow metonymic" },
    { "a capital that speaks", "Ankara a annoncé la reprise des vols.", "Ankara: tr-ankara metonymic" },
    { "capitals that act together", "Selon Oslo et Stockholm, le traité tient.",
      "Oslo: no-oslo metonymic; Stockholm: se-stockholm metonymic" },
    { "a capital where somebody is", "Il étudie à Moscou depuis septembre.", "Moscou: ru-moscow" },
    { "a capital that a road reaches", "La route reliant Damas à Alep est coupée par la neige.",
      "Damas: sy-damascus; Alep: sy-aleppo" },
    { "two towns", "L'avion s'est posé à Damas, puis à Homs.", "Damas: sy-damascus; Homs: sy-homs" },
    { "an organisation", "Les combattants de Hayat Tahrir al-Cham ont quitté la place.", "" },
    { "the country tells the town", "Ils ont acheté une maison à Tripoli, au Liban.",
      "Tripoli: lb-tripoli; Liban: lb-lebanon" },
    { "another country, another town", "Ils ont acheté une maison à Tripoli, en Libye.",
      "Tripoli: ly-tripoli; Libye: ly-libya" },
    { "a person", "Paris Hilton a chanté deux heures.", "" },
    { "a writer", "Jack London a écrit ce roman.", "" },
    { "a person with a title", "Ce jour-là, M. Paris a pris la parole.", "" },
    { "a street", "La rue de Damas est bordée de platanes.", "" },
    { "countries", "Les États-Unis et la Russie se sont parlé.", "États-Unis: us-united-states; Russie: ru-russia" },
    { "a river", "Le vent souffle sur l'Euphrate.", "Euphrate: xx-euphrates" },
    { "a name with an article of its own", "Il vient d'Al-Bab.", "Al-Bab: sy-al-bab" },
    { "an island with an article, beside the word", "La réunion est remise : le cyclone a frappé La Réunion.",
      "La Réunion: re-reunion" },
    { "a republic", "La République de Malte a signé.", "République de Malte: mt-malta" },
    { "an unknown village with an Arabic article", "Le village de Qobtan al-Jabal est vide.", "Qobtan al-Jabal: -" },
    { "no place", "Il a plu.", "" },
  };

  check_sentences ("fr", sentences, G_N_ELEMENTS (sentences));
}

static void
test_english (void)
{
  static const Sentence sentences[] = {
    { "a town", "The bakery in Aleppo opened at dawn.", "Aleppo: sy-aleppo" },
    { "a province, named first", "Farmers in Aleppo province sowed their wheat.",
      "Aleppo province: sy-governorate-aleppo" },
    { "a province, named last", "The governorate of Idlib has two dams.",
      "governorate of Idlib: sy-governorate-idlib" },
    { "a monument, then its common noun", "Aleppo's citadel is lit at night. Visitors climb to the citadel on foot.",
      "Aleppo's citadel: sy-aleppo-citadel; citadel: sy-aleppo-citadel" },
    { "demonyms", "A Russian singer and a Syrian poet met.", "" },
    { "pronouns and prepositions", "The letter told us that the cat was in.", "" },
    { "the same in capitals", "The US and the UK signed a treaty.", "US: us-united-states; UK: gb-united-kingdom" },
    { "an organisation", "Hayat Tahrir al-Sham opened an office.", "" },
    { "a writer", "Jack London wrote novels.", "" },
    { "a person", "Paris Hilton sang for two hours.", "" },
    { "a capital that speaks", "Moscow denied the report.", "Moscow: ru-moscow metonymic" },
    { "an article, which is a verb in French", "Damascus a year later is not what it was.", "Damascus: sy-damascus" },
    { "capitals that act together", "Cairo and Amman welcomed the envoy.",
      "Cairo: eg-cairo metonymic; Amman: jo-amman metonymic" },
    { "a capital where somebody is", "She studies in Moscow.", "Moscow: ru-moscow" },
    { "a name before a noun", "Homs residents planted trees.", "Homs: sy-homs modifier" },
    { "a name between an article and a noun", "She missed the Beirut book fair.", "Beirut: lb-beirut modifier" },
    { "an adjective made of a name", "It was built by an Ankara-based firm.", "Ankara: tr-ankara modifier" },
    { "capitals of a journey", "They flew from Beirut to Cairo.", "Beirut: lb-beirut; Cairo: eg-cairo" },
    { "the country tells the town", "They stayed in Tripoli, Libya.", "Tripoli: ly-tripoli; Libya: ly-libya" },
    { "a country behind a capital", "Cairo, Egypt, was hot.", "Cairo: eg-cairo; Egypt: eg-egypt" },
    { "a street", "He lives on Damascus Street.", "" },
    { "a newspaper", "He reads the Washington Post.", "" },
    { "a month", "In may the snow melts.", "" },
    { "a republic", "The Republic of Cyprus joined.", "Republic of Cyprus: cy-cyprus" },
    { "a republic with an adjective", "The Federal Republic of Germany signed.", "Republic of Germany: de-germany" },
    { "two names with a hyphen", "The Beirut-Damascus road is open.", "Beirut: lb-beirut; Damascus: sy-damascus" },
  };

  check_sentences ("en", sentences, G_N_ELEMENTS (sentences));
}

static void
test_arabic (void)
{
  static const Sentence sentences[] = {
    { "a town", "فتحت المدارس أبوابها في حلب.", "حلب: sy-aleppo" },
    { "a governorate", "تقع البلدة في محافظة حلب.", "محافظة حلب: sy-governorate-aleppo" },
    { "behind “and”", "عاد السكان إلى حماة وحلب.", "حماة: sy-hama; حلب: sy-aleppo" },
    { "behind “in”", "التقى الوفدان بدمشق.", "دمشق: sy-damascus" },
    { "behind “to”", "سافر الوفد لموسكو.", "موسكو: ru-moscow" },
    { "a demonym", "وصل مغنٍ تركي إلى بيروت.", "بيروت: lb-beirut" },
    { "a country", "يعيش في لبنان منذ عشر سنوات.", "لبنان: lb-lebanon" },
    { "a monument", "قلعة حلب مفتوحة للزوار.", "قلعة حلب: sy-aleppo-citadel" },
    { "a capital that acts, behind “and”", "وترفض القاهرة هذا العرض.", "القاهرة: eg-cairo metonymic" },
    { "a verb that is also a town abroad", "وكان القطار متأخراً.", "" },
    { "an adjective that is also a governorate abroad", "عاد السكان إلى أحياء حلب الشرقية.", "حلب: sy-aleppo" },
    { "the governorate abroad", "تقع القرية في محافظة الشرقية.", "محافظة الشرقية: adm-EG-SHR" },
    { "a journey", "وصلت القافلة من إدلب إلى اللاذقية.", "إدلب: sy-idlib; اللاذقية: sy-latakia" },
  };

  check_sentences ("ar", sentences, G_N_ELEMENTS (sentences));
}

static void
test_language (void)
{
  static const struct {
    const char *told;
    const char *text;
    LieuditLanguage language;
    const char *name; /* of its only place */
  } cases[] = {
    { "fr", "Homs.", LIEUDIT_LANGUAGE_FRENCH, "Homs" },
    { "en", "Alep.", LIEUDIT_LANGUAGE_ENGLISH, "Aleppo" },
    { "ar", "Aleppo.", LIEUDIT_LANGUAGE_ARABIC, "حلب" },
    { NULL, "Le marché a rouvert à Beyrouth et les habitants sont venus.", LIEUDIT_LANGUAGE_FRENCH, "Beyrouth" },
    { NULL, "The market is open again and people have come to Beirut.", LIEUDIT_LANGUAGE_ENGLISH, "Beirut" },
    { NULL, "فتحت المدارس أبوابها في بيروت.", LIEUDIT_LANGUAGE_ARABIC, "بيروت" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, cases[i].told, cases[i].text);
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (lieudit_analysis_get_places (analysis), 0);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lieudit_analysis_get_language (analysis), ==, cases[i].language);
      g_assert_nonnull (found);
      g_assert_cmpstr (lieudit_found_place_get_name (found), ==, cases[i].name);
    }
}

/* What the reader and the exports count on. */
static void
check_mention (LieuditAnalysis *analysis,
               LieuditMention  *mention)
{
  const char *text = lieudit_article_get_text (lieudit_analysis_get_article (analysis));
  gsize start = lieudit_mention_get_start (mention);
  gsize end = lieudit_mention_get_end (mention);
  gsize start_code_point = lieudit_mention_get_start_code_point (mention);
  gsize end_code_point = lieudit_mention_get_end_code_point (mention);
  g_autofree char *slice = g_strndup (text + start, end - start);
  g_autofree char *sentence = NULL;
  gsize start_in_sentence;
  gsize end_in_sentence;

  g_assert_cmpstr (slice, ==, lieudit_mention_get_text (mention));
  g_assert_cmpuint (start_code_point, ==, (gsize) g_utf8_strlen (text, (gssize) start));
  g_assert_cmpuint (end_code_point, ==, (gsize) g_utf8_strlen (text, (gssize) end));
  g_assert_true (lieudit_analysis_get_mention_at (analysis, start_code_point) == mention);
  g_assert_true (lieudit_analysis_get_mention_at (analysis, end_code_point - 1) == mention);
  g_assert_true (lieudit_analysis_get_mention_at (analysis, end_code_point) != mention);

  sentence = lieudit_analysis_dup_sentence (analysis, mention, &start_in_sentence, &end_in_sentence);
  g_assert_cmpuint (end_in_sentence, <=, strlen (sentence));
  g_assert_cmpmem (sentence + start_in_sentence, end_in_sentence - start_in_sentence, slice, strlen (slice));
}

static void
test_offsets (void)
{
  static const struct {
    const char *rule;
    const char *text;
    gsize start;            /* of the last mention, in bytes */
    gsize start_code_point;
    const char *sentence;
  } cases[] = {
    { "the first word", "Homs.", 0, 0, "Homs." },
    { "behind letters of two bytes", "Été à Homs.", 9, 6, "Été à Homs." },
    { "behind emoji", "🌊🌊 Calme à Homs.", 18, 11, "🌊🌊 Calme à Homs." },
    { "behind a joined emoji", "👩‍🌾 Homs.", 12, 4, "👩‍🌾 Homs." },
    { "behind a combining accent", "E\xCC\x81t\xC3\xA9, Homs.", 8, 6, "E\xCC\x81t\xC3\xA9, Homs." },
    { "lines that end with CR LF", "Calme.\r\nIl pleut.\r\nIl neige à Homs.\r\n", 31, 30, "Il neige à Homs." },
    { "the second sentence", "Il pleut à Alep. Il neige à Homs.", 30, 28, "Il neige à Homs." },
    { "Arabic", "هنا حمص.", 7, 4, "هنا حمص." },
    { "behind an Arabic prefix", "هنا وحمص.", 9, 5, "هنا وحمص." },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, NULL, cases[i].text);
      GListModel *mentions = lieudit_analysis_get_mentions (analysis);
      guint n_mentions = g_list_model_get_n_items (mentions);
      g_autoptr(LieuditMention) last = NULL;
      g_autofree char *sentence = NULL;

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpuint (n_mentions, >, 0);
      for (guint j = 0; j < n_mentions; j++)
        {
          g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, j);

          check_mention (analysis, mention);
        }

      last = g_list_model_get_item (mentions, n_mentions - 1);
      sentence = lieudit_analysis_dup_sentence (analysis, last, NULL, NULL);
      g_assert_cmpuint (lieudit_mention_get_start (last), ==, cases[i].start);
      g_assert_cmpuint (lieudit_mention_get_start_code_point (last), ==, cases[i].start_code_point);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_mention_at (void)
{
  static const struct {
    gsize code_point;
    const char *text; /* NULL where there is none */
  } cases[] = {
    { 0, NULL }, { 7, NULL }, { 8, "Alep" }, { 11, "Alep" }, { 12, NULL },
    { 17, NULL }, { 18, "Homs" }, { 21, "Homs" }, { 22, NULL }, { G_MAXSIZE, NULL },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "fr", "Calme à Alep et à Homs.");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditMention *mention = lieudit_analysis_get_mention_at (analysis, cases[i].code_point);

      g_test_message ("%" G_GSIZE_FORMAT, cases[i].code_point);
      g_assert_cmpstr (mention != NULL ? lieudit_mention_get_text (mention) : NULL, ==, cases[i].text);
    }
}

static void
test_places (void)
{
  static const char text[] = "Il pleut à Homs. Il neige à Alep. Demain, il pleut à Homs et dans le village de Zzyzxane.";
  static const struct {
    const char *id;
    guint n_mentions;
  } expected[] = { { "sy-homs", 2 }, { "sy-aleppo", 1 } };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "fr", text);
  GListModel *places = lieudit_analysis_get_places (analysis);
  LieuditBounds bounds = lieudit_analysis_get_bounds (analysis);

  g_assert_cmpuint (g_list_model_get_n_items (places), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);
      LieuditPlace *place = lieudit_found_place_get_place (found);

      g_assert_cmpstr (lieudit_place_get_id (place), ==, expected[i].id);
      g_assert_cmpuint (lieudit_found_place_get_n_mentions (found), ==, expected[i].n_mentions);
      g_assert_true (lieudit_bounds_contains (&bounds, lieudit_place_get_latitude (place),
                                              lieudit_place_get_longitude (place)));
      for (guint j = 0; j < expected[i].n_mentions; j++)
        {
          g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_found_place_get_mentions (found), j);

          g_assert_true (lieudit_analysis_find_place (analysis, mention) == found);
        }
    }
}

/* A place that no gazetteer knows is told, and not put anywhere. */
static void
test_unknown_place (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, "fr", "Le puits du village de Zzyzxane est à sec.");
  g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), 0);

  g_assert_nonnull (mention);
  g_assert_cmpstr (lieudit_mention_get_text (mention), ==, "Zzyzxane");
  g_assert_null (lieudit_mention_get_place (mention));
  g_assert_null (lieudit_analysis_find_place (analysis, mention));
  g_assert_cmpuint (g_list_model_get_n_items (lieudit_analysis_get_places (analysis)), ==, 0);
  check_mention (analysis, mention);
}

static void
test_nothing (void)
{
  static const char * const texts[] = { "", " ", "\r\n", ".", "7", "’", "د", "\xEF\xBB\xBF" };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(LieuditAnalysis) analysis = analyse (gazetteer, NULL, texts[i]);
      LieuditBounds bounds = lieudit_analysis_get_bounds (analysis);

      g_assert_cmpuint (g_list_model_get_n_items (lieudit_analysis_get_mentions (analysis)), ==, 0);
      g_assert_cmpuint (g_list_model_get_n_items (lieudit_analysis_get_places (analysis)), ==, 0);
      g_assert_null (lieudit_analysis_get_mention_at (analysis, 0));
      g_assert_true (lieudit_bounds_is_empty (&bounds));
    }
}

static void
test_cancelled (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GString *text = g_string_new (NULL);
  g_autofree char *long_text = NULL;
  const char *texts[3] = { "", "Homs.", NULL };

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "Homs, ");
  texts[2] = long_text = g_string_free (text, FALSE);
  g_cancellable_cancel (cancellable);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(LieuditArticle) article = lieudit_article_new (texts[i], NULL, NULL, "fr", NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (lieudit_analysis_run (gazetteer, article, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static LieuditAnalysis *
analyse_in_thread (LieuditGazetteer  *gazetteer,
                   const char        *text,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr(LieuditArticle) article = lieudit_article_new (text, NULL, NULL, "fr", NULL);
  g_autoptr(GAsyncResult) result = NULL;

  lieudit_analysis_run_async (gazetteer, article, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lieudit_analysis_run_finish (result, error);
}

static void
test_in_thread (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autofree char *mentions = NULL;
  g_autoptr(GError) error = NULL;

  analysis = analyse_in_thread (gazetteer, "Calme à Homs.", cancellable, &error);
  g_assert_no_error (error);
  mentions = describe_mentions (analysis);
  g_assert_cmpstr (mentions, ==, "Homs: sy-homs");

  g_cancellable_cancel (cancellable);
  g_assert_null (analyse_in_thread (gazetteer, "Calme à Homs.", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geoparse/french", test_french);
  g_test_add_func ("/geoparse/english", test_english);
  g_test_add_func ("/geoparse/arabic", test_arabic);
  g_test_add_func ("/geoparse/language", test_language);
  g_test_add_func ("/geoparse/offsets", test_offsets);
  g_test_add_func ("/geoparse/mention-at", test_mention_at);
  g_test_add_func ("/geoparse/places", test_places);
  g_test_add_func ("/geoparse/unknown-place", test_unknown_place);
  g_test_add_func ("/geoparse/nothing", test_nothing);
  g_test_add_func ("/geoparse/cancelled", test_cancelled);
  g_test_add_func ("/geoparse/in-thread", test_in_thread);

  return g_test_run ();
}
