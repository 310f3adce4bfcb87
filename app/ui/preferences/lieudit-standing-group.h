/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/lieudit-house-spellings.h"
#include "session/lieudit-standing-decisions.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_STANDING_GROUP (lieudit_standing_group_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStandingGroup, lieudit_standing_group, LIEUDIT, STANDING_GROUP, AdwPreferencesGroup)

GtkWidget *lieudit_standing_group_new               (LieuditStandingDecisions *decisions,
                                                     LieuditHistory           *history);
GtkWidget *lieudit_standing_group_new_for_spellings (LieuditHouseSpellings    *spellings,
                                                     LieuditHistory           *history);

G_END_DECLS
