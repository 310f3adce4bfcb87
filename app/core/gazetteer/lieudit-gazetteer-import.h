/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-import-report.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_GAZETTEER_IMPORT (lieudit_gazetteer_import_get_type ())
G_DECLARE_FINAL_TYPE (LieuditGazetteerImport, lieudit_gazetteer_import, LIEUDIT, GAZETTEER_IMPORT, GObject)

LieuditGazetteerImport *lieudit_gazetteer_import_new          (const char              *folder);
void                    lieudit_gazetteer_import_add_file     (LieuditGazetteerImport  *self,
                                                               const char              *path);
void                    lieudit_gazetteer_import_set_name     (LieuditGazetteerImport  *self,
                                                               const char              *name);
const char             *lieudit_gazetteer_import_get_name     (LieuditGazetteerImport  *self);
void                    lieudit_gazetteer_import_set_source   (LieuditGazetteerImport  *self,
                                                               const char              *title,
                                                               const char              *licence);
void                    lieudit_gazetteer_import_set_memory   (LieuditGazetteerImport  *self,
                                                               gsize                    memory);
double                  lieudit_gazetteer_import_get_progress (LieuditGazetteerImport  *self);
LieuditImportReport    *lieudit_gazetteer_import_get_report   (LieuditGazetteerImport  *self);
gboolean                lieudit_gazetteer_import_run          (LieuditGazetteerImport  *self,
                                                               GCancellable            *cancellable,
                                                               GError                 **error);
void                    lieudit_gazetteer_import_run_async    (LieuditGazetteerImport  *self,
                                                               GCancellable            *cancellable,
                                                               GAsyncReadyCallback      callback,
                                                               gpointer                 user_data);
gboolean                lieudit_gazetteer_import_run_finish   (LieuditGazetteerImport  *self,
                                                               GAsyncResult            *result,
                                                               GError                 **error);

G_END_DECLS
