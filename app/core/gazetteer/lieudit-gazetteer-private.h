/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-double-array.h"
#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

/**
 * LieuditNameIterator:
 *
 * Walks the names to show of a place. Allocates nothing.
 */
typedef struct {
  /*< private >*/
  const char *position;
  const char *end;
  guint       n_left;
} LieuditNameIterator;

const LieuditPlaceEntry  *lieudit_gazetteer_get_entry      (LieuditGazetteer        *self,
                                                            guint                    index);
gboolean                  lieudit_gazetteer_find_index     (LieuditGazetteer        *self,
                                                            const char              *id,
                                                            guint                   *index);
guint32                   lieudit_gazetteer_get_parent     (LieuditGazetteer        *self,
                                                            guint                    index);
guint                     lieudit_gazetteer_get_n_layers   (LieuditGazetteer        *self);
LieuditGazetteer         *lieudit_gazetteer_get_layer      (LieuditGazetteer        *self,
                                                            guint                    layer,
                                                            guint                   *first_place);
const LieuditSourceEntry *lieudit_gazetteer_list_sources   (LieuditGazetteer        *self,
                                                            gsize                   *n_sources);
const char               *lieudit_gazetteer_get_string     (LieuditGazetteer        *self,
                                                            guint32                  offset);
const char               *lieudit_gazetteer_get_identifier (LieuditGazetteer        *self,
                                                            const LieuditPlaceEntry *entry,
                                                            char                     buffer[LIEUDIT_GEONAMES_TEXT_LENGTH]);
const char               *lieudit_gazetteer_get_origin     (LieuditGazetteer        *self,
                                                            const LieuditPlaceEntry *entry,
                                                            char                     buffer[LIEUDIT_GEONAMES_TEXT_LENGTH]);
const LieuditDoubleArray *lieudit_gazetteer_get_name_index (LieuditGazetteer        *self);

void                      lieudit_name_iterator_init       (LieuditNameIterator     *iterator,
                                                            LieuditGazetteer        *gazetteer,
                                                            const LieuditPlaceEntry *entry);
gboolean                  lieudit_name_iterator_next       (LieuditNameIterator     *iterator,
                                                            const char             **text,
                                                            LieuditLanguage         *language);

LieuditPlace             *lieudit_place_new                (LieuditGazetteer        *gazetteer,
                                                            guint                    index);
gconstpointer             lieudit_place_get_key            (LieuditPlace            *self);
LieuditGazetteer         *lieudit_place_get_gazetteer      (LieuditPlace            *self);

G_END_DECLS
