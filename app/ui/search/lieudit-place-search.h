/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gazetteer/lieudit-gazetteer.h"
#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PLACE_SEARCH (lieudit_place_search_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceSearch, lieudit_place_search, LIEUDIT, PLACE_SEARCH, GtkWidget)

void lieudit_place_search_open  (LieuditPlaceSearch  *self,
                                 LieuditGazetteer    *gazetteer,
                                 LieuditLanguage      language,
                                 const LieuditBounds *view,
                                 const char          *prompt,
                                 const char          *name);
void lieudit_place_search_close (LieuditPlaceSearch  *self);

G_END_DECLS
