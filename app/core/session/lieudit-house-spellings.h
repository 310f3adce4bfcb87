/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoparse/lieudit-found-place.h"
#include "session/lieudit-history.h"
#include "session/lieudit-house-spelling.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_HOUSE_SPELLINGS (lieudit_house_spellings_get_type ())
G_DECLARE_FINAL_TYPE (LieuditHouseSpellings, lieudit_house_spellings, LIEUDIT, HOUSE_SPELLINGS, GObject)

LieuditHouseSpellings *lieudit_house_spellings_new               (const char             *path);
gboolean               lieudit_house_spellings_load              (LieuditHouseSpellings  *self,
                                                                  GError                **error);
GListModel            *lieudit_house_spellings_get_list          (LieuditHouseSpellings  *self);
const char            *lieudit_house_spellings_lookup            (LieuditHouseSpellings  *self,
                                                                  const char             *place_id,
                                                                  LieuditLanguage         language);
const char            *lieudit_house_spellings_find_other (LieuditHouseSpellings  *self,
                                                                  LieuditFoundPlace      *place,
                                                                  LieuditLanguage         language);
gboolean               lieudit_house_spellings_choose            (LieuditHouseSpellings  *self,
                                                                  LieuditHouseSpelling   *spelling,
                                                                  LieuditHistory         *history,
                                                                  GError                **error);
gboolean               lieudit_house_spellings_revoke            (LieuditHouseSpellings  *self,
                                                                  LieuditHouseSpelling   *spelling,
                                                                  LieuditHistory         *history,
                                                                  GError                **error);

G_END_DECLS
