/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

const LieuditPlaceEntry *lieudit_gazetteer_get_entry  (LieuditGazetteer        *self,
                                                       guint                    index);
const LieuditNameEntry  *lieudit_gazetteer_get_names  (LieuditGazetteer        *self,
                                                       const LieuditPlaceEntry *entry,
                                                       guint                   *n_names);
const char              *lieudit_gazetteer_get_string (LieuditGazetteer        *self,
                                                       guint32                  offset);
LieuditPlace            *lieudit_place_new            (LieuditGazetteer        *gazetteer,
                                                       guint                    index);
guint                    lieudit_place_get_index      (LieuditPlace            *self);

G_END_DECLS
