/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LieuditExternalSort LieuditExternalSort;

LieuditExternalSort *lieudit_external_sort_new           (const char           *folder,
                                                          gsize                 memory);
void                 lieudit_external_sort_free          (LieuditExternalSort  *self);
gboolean             lieudit_external_sort_add           (LieuditExternalSort  *self,
                                                          const void           *record,
                                                          gsize                 length,
                                                          GError              **error);
gboolean             lieudit_external_sort_finish        (LieuditExternalSort  *self,
                                                          GError              **error);
gboolean             lieudit_external_sort_next          (LieuditExternalSort  *self,
                                                          const guint8        **record,
                                                          gsize                *length,
                                                          GError              **error);
guint64              lieudit_external_sort_get_n_records (LieuditExternalSort  *self);
guint                lieudit_external_sort_get_n_runs    (LieuditExternalSort  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditExternalSort, lieudit_external_sort_free)

G_END_DECLS
