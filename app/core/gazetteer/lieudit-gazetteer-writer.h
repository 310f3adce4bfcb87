/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-name-index-builder.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

typedef struct _LieuditGazetteerWriter LieuditGazetteerWriter;

LieuditGazetteerWriter *lieudit_gazetteer_writer_new        (void);
void                    lieudit_gazetteer_writer_free       (LieuditGazetteerWriter       *self);
void                    lieudit_gazetteer_writer_add_place  (LieuditGazetteerWriter       *self,
                                                             const LieuditPlaceRecord     *record,
                                                             guint32                       parent);
void                    lieudit_gazetteer_writer_add_source (LieuditGazetteerWriter       *self,
                                                             const LieuditGazetteerSource *source);
GBytes                 *lieudit_gazetteer_writer_finish     (LieuditGazetteerWriter       *self,
                                                             LieuditNameIndexBuilder      *names,
                                                             const guint32                *identifiers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditGazetteerWriter, lieudit_gazetteer_writer_free)

G_END_DECLS
