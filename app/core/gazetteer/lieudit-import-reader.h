/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-external-sort.h"
#include "gazetteer/lieudit-import-report.h"

G_BEGIN_DECLS

typedef struct _LieuditImportReader LieuditImportReader;

/**
 * LieuditReadingFunction:
 * @n_bytes: how much of the files was read
 * @user_data: data of the caller
 *
 * Is told how far the reading has come.
 */
typedef void (* LieuditReadingFunction) (gint64   n_bytes,
                                         gpointer user_data);

LieuditImportReader *lieudit_import_reader_new           (const char              *id_prefix,
                                                          LieuditImportReport     *report,
                                                          LieuditExternalSort     *records,
                                                          LieuditReadingFunction   function,
                                                          gpointer                 user_data);
void                 lieudit_import_reader_free          (LieuditImportReader     *self);
gboolean             lieudit_import_reader_read_file     (LieuditImportReader     *self,
                                                          const char              *path,
                                                          GCancellable            *cancellable,
                                                          GError                 **error);
guint64              lieudit_import_reader_get_n_records (LieuditImportReader     *self);
const char          *lieudit_import_reader_get_table     (LieuditImportReader     *self,
                                                          guint                    table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditImportReader, lieudit_import_reader_free)

G_END_DECLS
