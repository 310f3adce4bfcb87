/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "quiz/lieudit-quiz-place.h"

G_BEGIN_DECLS

/**
 * LieuditQuizTopic:
 * @LIEUDIT_QUIZ_COUNTRIES: countries
 * @LIEUDIT_QUIZ_CAPITALS: capitals of countries
 * @LIEUDIT_QUIZ_REGIONS: first-level areas: governorates, states
 * @LIEUDIT_QUIZ_TOWNS: towns, the capital among them
 *
 * What kind of places a quiz takes from the gazetteer.
 */
typedef enum {
  LIEUDIT_QUIZ_COUNTRIES,
  LIEUDIT_QUIZ_CAPITALS,
  LIEUDIT_QUIZ_REGIONS,
  LIEUDIT_QUIZ_TOWNS,
  LIEUDIT_QUIZ_N_TOPICS
} LieuditQuizTopic;

/**
 * LieuditQuizFilter:
 * @topic: what kind of places
 * @countries: (nullable): ISO 3166 codes with spaces between them, or %NULL for the whole world
 * @least_population: how many people live there at least
 * @language: the language of their names
 *
 * Which places of a gazetteer a quiz is about.
 */
typedef struct {
  LieuditQuizTopic topic;
  const char *countries;
  guint least_population;
  LieuditLanguage language;
} LieuditQuizFilter;

/* A quiz asks for what somebody may know: not more places than this, the largest first. */
#define LIEUDIT_QUIZ_MOST_PLACES 250

GPtrArray  *lieudit_quiz_list_article     (LieuditAnalysis          *analysis,
                                           LieuditLanguage           language);
const char *lieudit_quiz_find_country     (LieuditAnalysis          *analysis);
GPtrArray  *lieudit_quiz_list_gazetteer   (LieuditGazetteer         *gazetteer,
                                           const LieuditQuizFilter  *filter);
GPtrArray  *lieudit_quiz_list_neighbours  (LieuditGazetteer         *gazetteer,
                                           GPtrArray                *places,
                                           LieuditLanguage           language);

guint       lieudit_quiz_get_n_parts      (void);
const char *lieudit_quiz_get_part_title   (guint                     part);
const char *lieudit_quiz_get_part_countries (guint                   part);
const char *lieudit_quiz_topic_get_title  (LieuditQuizTopic          topic);

G_END_DECLS
