/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

typedef struct _LieuditGazetteerBuilder LieuditGazetteerBuilder;

LieuditGazetteerBuilder *lieudit_gazetteer_builder_new             (void);
void                     lieudit_gazetteer_builder_free            (LieuditGazetteerBuilder  *self);
void                     lieudit_gazetteer_builder_add_place       (LieuditGazetteerBuilder  *self,
                                                                    LieuditPlaceRecord       *record);
void                     lieudit_gazetteer_builder_add_word        (LieuditGazetteerBuilder  *self,
                                                                    const char               *word,
                                                                    LieuditCandidateFlags     flags,
                                                                    LieuditLanguage           language,
                                                                    const char               *place);
void                     lieudit_gazetteer_builder_add_name        (LieuditGazetteerBuilder  *self,
                                                                    const char               *place,
                                                                    const char               *name,
                                                                    LieuditLanguage           language);
void                     lieudit_gazetteer_builder_mark_name       (LieuditGazetteerBuilder  *self,
                                                                    const char               *name,
                                                                    LieuditCandidateFlags     flags);
void                     lieudit_gazetteer_builder_add_source      (LieuditGazetteerBuilder  *self,
                                                                    const char               *key,
                                                                    const char               *title,
                                                                    const char               *licence,
                                                                    const char               *url,
                                                                    const char               *date);
GBytes                  *lieudit_gazetteer_builder_build           (LieuditGazetteerBuilder  *self,
                                                                    GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditGazetteerBuilder, lieudit_gazetteer_builder_free)

G_END_DECLS
