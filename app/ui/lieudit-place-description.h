/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-house-spellings.h"

G_BEGIN_DECLS

char       *lieudit_describe_areas       (LieuditPlace      *place,
                                          LieuditLanguage    language);
char       *lieudit_describe_place       (LieuditPlace      *place,
                                          LieuditLanguage    language);
char       *lieudit_describe_coordinates (double             latitude,
                                          double             longitude);
char       *lieudit_describe_uncertainty (LieuditPlace      *place);
char       *lieudit_describe_other_names (LieuditPlace      *place,
                                          LieuditLanguage    language);
char       *lieudit_describe_spelling    (LieuditHouseSpellings *spellings,
                                          LieuditFoundPlace *place,
                                          LieuditLanguage    language);
const char *lieudit_describe_confidence  (double             confidence);
gboolean    lieudit_found_place_is_sure  (LieuditFoundPlace *place);

G_END_DECLS
