/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/lieudit-house-spellings.h"

G_BEGIN_DECLS

/* The names of a place in all scripts, its coordinates in all notations, and where to read more. */
#define LIEUDIT_TYPE_PLACE_FACTS (lieudit_place_facts_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPlaceFacts, lieudit_place_facts, LIEUDIT, PLACE_FACTS, GtkWidget)

GtkWidget *lieudit_place_facts_new       (void);
void       lieudit_place_facts_set_place (LieuditPlaceFacts *self,
                                          LieuditPlace      *place,
                                          LieuditLanguage    language);

void       lieudit_place_facts_show_spelling (LieuditPlaceFacts     *self,
                                              LieuditHouseSpellings *spellings);

G_END_DECLS
