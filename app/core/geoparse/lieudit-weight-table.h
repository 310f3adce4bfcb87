/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LieuditWeightTable LieuditWeightTable;

LieuditWeightTable *lieudit_weight_table_open   (const char                *path,
                                                 GError                   **error);
void                lieudit_weight_table_free   (LieuditWeightTable        *self);
gboolean            lieudit_weight_table_lookup (const LieuditWeightTable  *self,
                                                 guint32                    hash,
                                                 double                    *weight);
guint32             lieudit_hash_bytes          (const char                *bytes,
                                                 gsize                      length);
guint32             lieudit_extend_hash         (guint32                    hash,
                                                 const char                *bytes,
                                                 gsize                      length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditWeightTable, lieudit_weight_table_free)

G_END_DECLS
