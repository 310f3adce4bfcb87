/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

typedef struct _LieuditBulkWriter LieuditBulkWriter;

LieuditBulkWriter *lieudit_bulk_writer_new          (const char                    *folder,
                                                     gsize                          memory,
                                                     GError                       **error);
void               lieudit_bulk_writer_free         (LieuditBulkWriter             *self);
gboolean           lieudit_bulk_writer_add_place    (LieuditBulkWriter             *self,
                                                     const LieuditPlaceRecord      *record,
                                                     GError                       **error);
guint64            lieudit_bulk_writer_get_n_places (LieuditBulkWriter             *self);
guint64            lieudit_bulk_writer_get_n_names  (LieuditBulkWriter             *self);
gboolean           lieudit_bulk_writer_finish       (LieuditBulkWriter             *self,
                                                     const LieuditGazetteerSource  *sources,
                                                     guint                          n_sources,
                                                     const char                    *path,
                                                     GCancellable                  *cancellable,
                                                     GError                       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditBulkWriter, lieudit_bulk_writer_free)

G_END_DECLS
