/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

/* A place that a quiz asks for: all that is needed to ask without the gazetteer it came from. It never changes. */
#define LIEUDIT_TYPE_QUIZ_PLACE (lieudit_quiz_place_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizPlace, lieudit_quiz_place, LIEUDIT, QUIZ_PLACE, GObject)

LieuditQuizPlace    *lieudit_quiz_place_new              (const char         *id,
                                                          const char         *name,
                                                          const char         *feature_code,
                                                          const char         *country_code,
                                                          double              latitude,
                                                          double              longitude,
                                                          double              radius,
                                                          const char * const *spellings);
LieuditQuizPlace    *lieudit_quiz_place_new_for          (LieuditPlace       *place,
                                                          LieuditLanguage     language);

const char          *lieudit_quiz_place_get_id           (LieuditQuizPlace   *self);
const char          *lieudit_quiz_place_get_name         (LieuditQuizPlace   *self);
const char          *lieudit_quiz_place_get_feature_code (LieuditQuizPlace   *self);
LieuditFeatureClass  lieudit_quiz_place_get_feature_class (LieuditQuizPlace  *self);
const char          *lieudit_quiz_place_get_country_code (LieuditQuizPlace   *self);
double               lieudit_quiz_place_get_latitude     (LieuditQuizPlace   *self);
double               lieudit_quiz_place_get_longitude    (LieuditQuizPlace   *self);
double               lieudit_quiz_place_get_radius       (LieuditQuizPlace   *self);
const char * const  *lieudit_quiz_place_get_spellings    (LieuditQuizPlace   *self);
gboolean             lieudit_quiz_place_is_area          (LieuditQuizPlace   *self);
char                *lieudit_quiz_place_dup_kind         (LieuditQuizPlace   *self);

gboolean             lieudit_quiz_place_accepts          (LieuditQuizPlace   *self,
                                                          LieuditGazetteer   *gazetteer,
                                                          const char         *typed);
gboolean             lieudit_quiz_place_shares_name      (LieuditQuizPlace   *self,
                                                          LieuditQuizPlace   *other);
double               lieudit_quiz_place_measure          (LieuditQuizPlace   *self,
                                                          LieuditQuizPlace   *other);

G_END_DECLS
