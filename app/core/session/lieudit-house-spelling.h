/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "text/lieudit-language.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_HOUSE_SPELLING (lieudit_house_spelling_get_type ())
G_DECLARE_FINAL_TYPE (LieuditHouseSpelling, lieudit_house_spelling, LIEUDIT, HOUSE_SPELLING, GObject)

LieuditHouseSpelling *lieudit_house_spelling_new            (const char           *place_id,
                                                             const char           *place_name,
                                                             LieuditLanguage       language,
                                                             const char           *text);
const char           *lieudit_house_spelling_get_place_id   (LieuditHouseSpelling *self);
const char           *lieudit_house_spelling_get_place_name (LieuditHouseSpelling *self);
LieuditLanguage       lieudit_house_spelling_get_language   (LieuditHouseSpelling *self);
const char           *lieudit_house_spelling_get_text       (LieuditHouseSpelling *self);

G_END_DECLS
