/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoparse/lieudit-mention.h"

G_BEGIN_DECLS

/* A place of the gazetteer together with the mentions of it in one article. */
#define LIEUDIT_TYPE_FOUND_PLACE (lieudit_found_place_get_type ())
G_DECLARE_FINAL_TYPE (LieuditFoundPlace, lieudit_found_place, LIEUDIT, FOUND_PLACE, GObject)

LieuditFoundPlace *lieudit_found_place_new            (LieuditPlace      *place,
                                                       LieuditLanguage    language);
void               lieudit_found_place_add_mention    (LieuditFoundPlace *self,
                                                       LieuditMention    *mention);

LieuditPlace      *lieudit_found_place_get_place      (LieuditFoundPlace *self);
const char        *lieudit_found_place_get_name       (LieuditFoundPlace *self);
guint              lieudit_found_place_get_n_mentions (LieuditFoundPlace *self);
GListModel        *lieudit_found_place_get_mentions   (LieuditFoundPlace *self);
gboolean           lieudit_found_place_has_literal    (LieuditFoundPlace *self);
double             lieudit_found_place_get_confidence (LieuditFoundPlace *self);
LieuditMentionStatus lieudit_found_place_get_status   (LieuditFoundPlace *self);
const char        *lieudit_found_place_get_note       (LieuditFoundPlace *self);
void               lieudit_found_place_set_note       (LieuditFoundPlace *self,
                                                       const char        *note);

G_END_DECLS
