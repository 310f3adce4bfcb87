/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-house-spellings.h"
#include "session/lieudit-place-filter.h"
#include "session/lieudit-session.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_SELECTION (lieudit_selection_get_type ())
G_DECLARE_FINAL_TYPE (LieuditSelection, lieudit_selection, LIEUDIT, SELECTION, GObject)

LieuditSelection  *lieudit_selection_new                (void);

LieuditAnalysis   *lieudit_selection_get_analysis       (LieuditSelection  *self);
void               lieudit_selection_set_analysis       (LieuditSelection  *self,
                                                         LieuditAnalysis   *analysis);
LieuditSession    *lieudit_selection_get_session        (LieuditSelection  *self);
void               lieudit_selection_set_session        (LieuditSelection  *self,
                                                         LieuditSession    *session);
LieuditHouseSpellings *lieudit_selection_get_spellings (LieuditSelection  *self);
void               lieudit_selection_set_spellings      (LieuditSelection  *self,
                                                         LieuditHouseSpellings *spellings);
LieuditPlaceFilter *lieudit_selection_get_filter        (LieuditSelection  *self);
LieuditAnalysis   *lieudit_selection_get_shown          (LieuditSelection  *self);
LieuditMention    *lieudit_selection_get_mention        (LieuditSelection  *self);
LieuditFoundPlace *lieudit_selection_get_place          (LieuditSelection  *self);
void               lieudit_selection_select_mention     (LieuditSelection  *self,
                                                         LieuditMention    *mention);
void               lieudit_selection_select_place       (LieuditSelection  *self,
                                                         LieuditFoundPlace *place);
void               lieudit_selection_clear              (LieuditSelection  *self);
gboolean           lieudit_selection_next_mention       (LieuditSelection  *self);
gboolean           lieudit_selection_previous_mention   (LieuditSelection  *self);

LieuditFoundPlace *lieudit_selection_get_hovered_place  (LieuditSelection  *self);
void               lieudit_selection_set_hovered_place  (LieuditSelection  *self,
                                                         LieuditFoundPlace *place);

G_END_DECLS
