/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gazetteer/lieudit-user-gazetteers.h"
#include "quiz/lieudit-quiz-window.h"
#include "session/lieudit-history.h"
#include "session/lieudit-house-spellings.h"
#include "session/lieudit-standing-decisions.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_APPLICATION (lieudit_application_get_type ())
G_DECLARE_FINAL_TYPE (LieuditApplication, lieudit_application, LIEUDIT, APPLICATION, AdwApplication)

LieuditApplication *lieudit_application_new                 (void);
LieuditGazetteer   *lieudit_application_get_gazetteer       (LieuditApplication  *self,
                                                             const GError       **error);
LieuditUserPlaces  *lieudit_application_get_user_places     (LieuditApplication  *self);
LieuditStandingDecisions *lieudit_application_get_standing_decisions (LieuditApplication *self);
LieuditHouseSpellings *lieudit_application_get_house_spellings (LieuditApplication *self);
LieuditHistory     *lieudit_application_get_history         (LieuditApplication  *self);
LieuditQuizWindow  *lieudit_application_create_quiz         (LieuditApplication  *self);
char              **lieudit_application_dup_problems        (LieuditApplication  *self);
GMenuModel         *lieudit_application_get_recent_articles (LieuditApplication  *self);

G_END_DECLS
