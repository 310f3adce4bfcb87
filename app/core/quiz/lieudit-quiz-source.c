/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places a quiz can ask for: those of an article, or those of the gazetteer that pass a filter. */
#include "config.h"

#include "quiz/lieudit-quiz-source.h"

#include <string.h>

#include <glib/gi18n.h>

#include "geo/lieudit-bounds.h"
#include "geoparse/lieudit-confidence.h"
#include "picture/lieudit-map-framing.h"

/* Wrong answers that are as plausible as the right one: towns of at least so many people between an article's places. */
#define NEIGHBOUR_POPULATION 10000

static const char *const topics[LIEUDIT_QUIZ_N_TOPICS] = {
  [LIEUDIT_QUIZ_COUNTRIES] = N_("Countries"),
  [LIEUDIT_QUIZ_CAPITALS] = N_("Capitals"),
  [LIEUDIT_QUIZ_REGIONS] = N_("Governorates and regions"),
  [LIEUDIT_QUIZ_TOWNS] = N_("Towns"),
};

/* Parts of the world by the countries in them, as classes speak of them; the codes are those of ISO 3166. */
static const struct {
  const char *title;
  const char *countries;
} parts[] = {
  { N_("The Middle East"), "AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE" },
  { N_("The Maghreb"), "DZ LY MA MR TN EH" },
  { N_("Africa"), "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG "
                  "RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW" },
  { N_("Europe"), "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS "
                  "RU SE SI SK SM UA VA XK" },
  { N_("The European Union"), "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK" },
  { N_("Asia"), "AE AF AM AZ BD BH BN BT CN GE ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MV MY NP OM PH PK PS QA SA SG SY "
                "TH TJ TL TM TR TW UZ VN YE" },
  { N_("The Americas"), "AG AR BB BO BR BS BZ CA CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT US UY VC VE" },
  { N_("Oceania"), "AU FJ FM KI MH NR NZ PG PW SB TO TV VU WS" },
};

/**
 * lieudit_quiz_get_n_parts:
 *
 * Returns: how many parts of the world there are to choose from
 */
guint
lieudit_quiz_get_n_parts (void)
{
  return G_N_ELEMENTS (parts);
}

/**
 * lieudit_quiz_get_part_title:
 * @part: a part of the world
 *
 * Returns: (transfer none): what it is called
 */
const char *
lieudit_quiz_get_part_title (guint part)
{
  g_return_val_if_fail (part < G_N_ELEMENTS (parts), "");

  return _(parts[part].title);
}

/**
 * lieudit_quiz_get_part_countries:
 * @part: a part of the world
 *
 * Returns: (transfer none): the codes of its countries, for a #LieuditQuizFilter
 */
const char *
lieudit_quiz_get_part_countries (guint part)
{
  g_return_val_if_fail (part < G_N_ELEMENTS (parts), "");

  return parts[part].countries;
}

/**
 * lieudit_quiz_topic_get_title:
 * @topic: a kind of places
 *
 * Returns: (transfer none): what it is called
 */
const char *
lieudit_quiz_topic_get_title (LieuditQuizTopic topic)
{
  g_return_val_if_fail (topic < LIEUDIT_QUIZ_N_TOPICS, "");

  return _(topics[topic]);
}

/* Capitals of governments far away would make the map of the region tiny. */
static gboolean
is_core (const LieuditBounds *core,
         LieuditFoundPlace   *found)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);

  return lieudit_bounds_contains (core, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
}

/**
 * lieudit_quiz_list_article:
 * @analysis: what was found in an article
 * @language: the language of the quiz
 *
 * Lists the places of an article that it surely names, names as places, and is about.
 *
 * Returns: (transfer full) (element-type LieuditQuizPlace): the places, in the order of the text
 */
GPtrArray *
lieudit_quiz_list_article (LieuditAnalysis *analysis,
                           LieuditLanguage  language)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) framed = NULL;
  LieuditBounds core;
  GListModel *found;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), places);

  found = lieudit_analysis_get_places (analysis);
  framed = lieudit_list_framed_places (analysis);
  core = lieudit_frame_core_places ((const LieuditFramedPlace *) framed->data, framed->len);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (found, i);

      if (lieudit_found_place_get_confidence (place) >= LIEUDIT_SURE_CONFIDENCE && lieudit_found_place_has_literal (place)
          && is_core (&core, place))
        g_ptr_array_add (places, lieudit_quiz_place_new_for (lieudit_found_place_get_place (place), language));
    }

  return places;
}

/**
 * lieudit_quiz_find_country:
 * @analysis: what was found in an article
 *
 * Finds the country whose places an article names most often.
 *
 * Returns: (transfer none) (nullable): its code, which lives as long as @analysis; %NULL if it names no place
 */
const char *
lieudit_quiz_find_country (LieuditAnalysis *analysis)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *found;
  const char *most = NULL;
  guint n_most = 0;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  found = lieudit_analysis_get_places (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (found, i);
      const char *code = lieudit_place_get_country_code (lieudit_found_place_get_place (place));
      guint n_mentions;

      if (code == NULL || strlen (code) != 2)
        continue;
      n_mentions = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + lieudit_found_place_get_n_mentions (place);
      g_hash_table_replace (counts, (gpointer) code, GUINT_TO_POINTER (n_mentions));
      if (n_mentions > n_most)
        {
          most = code;
          n_most = n_mentions;
        }
    }

  return most;
}

static gboolean
has_topic (LieuditPlace     *place,
           LieuditQuizTopic  topic)
{
  const char *code = lieudit_place_get_feature_code (place);
  LieuditFeatureClass feature_class = lieudit_feature_class_from_code (code);

  switch (topic)
    {
    case LIEUDIT_QUIZ_COUNTRIES:
      /* Neither a part of one nor what was one once. */
      return feature_class == LIEUDIT_FEATURE_COUNTRY && !g_str_equal (code, "PCLIX") && !g_str_equal (code, "PCLH");
    case LIEUDIT_QUIZ_CAPITALS:
      return g_str_equal (code, "PPLC");
    case LIEUDIT_QUIZ_REGIONS:
      return g_str_equal (code, "ADM1");
    case LIEUDIT_QUIZ_TOWNS:
      return feature_class == LIEUDIT_FEATURE_TOWN || feature_class == LIEUDIT_FEATURE_CAPITAL;
    case LIEUDIT_QUIZ_N_TOPICS:
    default:
      return FALSE;
    }
}

static gboolean
is_in_countries (LieuditPlace *place,
                 const char   *countries)
{
  const char *code = lieudit_place_get_country_code (place);

  return countries == NULL || (code != NULL && strlen (code) == 2 && strstr (countries, code) != NULL);
}

/* The largest first; what is equally large has an order, too, so that a quiz can be made again. */
static int
compare_population (gconstpointer a,
                    gconstpointer b)
{
  LieuditPlace *first = *(LieuditPlace **) a;
  LieuditPlace *second = *(LieuditPlace **) b;
  guint first_population = lieudit_place_get_population (first);
  guint second_population = lieudit_place_get_population (second);

  if (first_population != second_population)
    return first_population > second_population ? -1 : 1;

  return strcmp (lieudit_place_get_id (first), lieudit_place_get_id (second));
}

static GPtrArray *
convert_largest (GPtrArray       *found,
                 LieuditLanguage  language)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_sort (found, compare_population);
  for (guint i = 0; i < MIN (found->len, LIEUDIT_QUIZ_MOST_PLACES); i++)
    g_ptr_array_add (places, lieudit_quiz_place_new_for (g_ptr_array_index (found, i), language));

  return places;
}

/**
 * lieudit_quiz_list_gazetteer:
 * @gazetteer: a gazetteer
 * @filter: which of its places
 *
 * Lists places of a gazetteer. It looks at all of them, and is for a thread of its own.
 *
 * Returns: (transfer full) (element-type LieuditQuizPlace): the places, the largest first
 */
GPtrArray *
lieudit_quiz_list_gazetteer (LieuditGazetteer        *gazetteer,
                             const LieuditQuizFilter *filter)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);

      if (place != NULL && has_topic (place, filter->topic) && is_in_countries (place, filter->countries)
          && lieudit_place_get_population (place) >= filter->least_population)
        g_ptr_array_add (found, g_steal_pointer (&place));
    }

  return convert_largest (found, filter->language);
}

/**
 * lieudit_quiz_list_neighbours:
 * @gazetteer: a gazetteer
 * @places: (element-type LieuditQuizPlace): what a quiz asks for
 * @language: the language of the quiz
 *
 * Lists larger towns and first-level areas between the places of a quiz, for wrong answers that could be right.
 *
 * Returns: (transfer full) (element-type LieuditQuizPlace): the places, the largest first
 */
GPtrArray *
lieudit_quiz_list_neighbours (LieuditGazetteer *gazetteer,
                              GPtrArray        *places,
                              LieuditLanguage   language)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  LieuditBounds bounds = lieudit_bounds_empty ();

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (places != NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    lieudit_bounds_extend (&bounds, lieudit_quiz_place_get_latitude (g_ptr_array_index (places, i)),
                           lieudit_quiz_place_get_longitude (g_ptr_array_index (places, i)));
  for (guint i = 0; !lieudit_bounds_is_empty (&bounds) && i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);

      if (place != NULL && lieudit_bounds_contains (&bounds, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place))
          && (has_topic (place, LIEUDIT_QUIZ_REGIONS)
              || (has_topic (place, LIEUDIT_QUIZ_TOWNS) && lieudit_place_get_population (place) >= NEIGHBOUR_POPULATION)))
        g_ptr_array_add (found, g_steal_pointer (&place));
    }

  return convert_largest (found, language);
}
