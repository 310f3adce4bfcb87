/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer-private.h"

G_BEGIN_DECLS

/* A name of a #LieuditNameMatch that other layers than the first know, too. */
#define LIEUDIT_LAYERED_NAME 0x80000000u

#define LIEUDIT_MOST_LAYERS 16

typedef struct _LieuditGazetteerLayers LieuditGazetteerLayers;

LieuditGazetteerLayers *lieudit_gazetteer_get_layers            (LieuditGazetteer         *self);
LieuditGazetteerLayers *lieudit_gazetteer_layers_new            (LieuditGazetteer         *base,
                                                                 LieuditGazetteer         *own,
                                                                 GPtrArray                *others);
void                    lieudit_gazetteer_layers_free           (LieuditGazetteerLayers   *self);
guint                   lieudit_gazetteer_layers_get_n_layers   (LieuditGazetteerLayers   *self);
guint                   lieudit_gazetteer_layers_get_n_places   (LieuditGazetteerLayers   *self);
LieuditGazetteer       *lieudit_gazetteer_layers_get_layer      (LieuditGazetteerLayers   *self,
                                                                 guint                     layer,
                                                                 guint                    *first_place);
LieuditGazetteer       *lieudit_gazetteer_layers_find_place     (LieuditGazetteerLayers   *self,
                                                                 guint                     index,
                                                                 guint                    *local_index);
LieuditGazetteer       *lieudit_gazetteer_layers_find_owner     (LieuditGazetteerLayers   *self,
                                                                 const LieuditPlaceEntry  *entry);
guint32                 lieudit_gazetteer_layers_find_country   (LieuditGazetteerLayers   *self,
                                                                 const LieuditPlaceEntry  *entry);
guint                   lieudit_gazetteer_layers_match_prefixes (LieuditGazetteerLayers   *self,
                                                                 const char               *folded,
                                                                 gsize                     length,
                                                                 LieuditNameMatch         *matches,
                                                                 guint                     n_matches);
const LieuditCandidate *lieudit_gazetteer_layers_get_candidates (LieuditGazetteerLayers   *self,
                                                                 guint32                   name,
                                                                 guint                    *n_candidates);

G_END_DECLS
