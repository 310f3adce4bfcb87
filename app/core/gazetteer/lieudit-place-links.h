/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-place.h"

G_BEGIN_DECLS

char *lieudit_place_dup_openstreetmap_uri (LieuditPlace    *self);
char *lieudit_place_dup_geonames_uri      (LieuditPlace    *self);
char *lieudit_place_dup_wikipedia_uri     (LieuditPlace    *self,
                                           LieuditLanguage  language);

G_END_DECLS
