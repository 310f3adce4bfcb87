/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/lieudit-export-format.h"

G_BEGIN_DECLS

/**
 * LieuditBatch:
 * @gazetteer: the places to look for
 * @format: what to write
 * @output_path: (type filename): the folder to write to
 * @language: (nullable): the articles' language, or %NULL to find it out
 *
 * What is done with each file of a folder.
 */
typedef struct {
  LieuditGazetteer          *gazetteer;
  const LieuditExportFormat *format;
  const char                *output_path;
  const char                *language;
} LieuditBatch;

/**
 * LieuditBatchInput:
 * @path: (type filename): a file
 * @name: (type filename): what it is called in the folder that is written to,
 *   without an ending
 *
 * A file that is read.
 */
typedef struct {
  char *path;
  char *name;
} LieuditBatchInput;

/**
 * LieuditBatchOutcome:
 * @LIEUDIT_BATCH_WRITTEN: its articles were written
 * @LIEUDIT_BATCH_KEPT: an earlier run wrote them
 * @LIEUDIT_BATCH_FAILED: it could not be read or written
 *
 * What came of a file.
 */
typedef enum {
  LIEUDIT_BATCH_WRITTEN,
  LIEUDIT_BATCH_KEPT,
  LIEUDIT_BATCH_FAILED,
} LieuditBatchOutcome;

/**
 * LieuditBatchVisit:
 * @path: (type filename): a file, or a folder that cannot be read
 * @name: (type filename) (nullable): what the file is called where it is written
 * @problem: (nullable): why a folder cannot be read
 * @data: as given to lieudit_batch_walk()
 *
 * Returns: whether to go on
 */
typedef gboolean (*LieuditBatchVisit) (const char *path,
                                       const char *name,
                                       const char *problem,
                                       gpointer    data);

LieuditBatchInput   *lieudit_batch_input_new  (const char                *path,
                                               const char                *name);
void                 lieudit_batch_input_free (gpointer                   input);
gboolean             lieudit_batch_walk       (const char                *folder,
                                               const char                *output_path,
                                               LieuditBatchVisit          visit,
                                               gpointer                   data);
LieuditBatchOutcome  lieudit_batch_read       (const LieuditBatch        *self,
                                               const LieuditBatchInput   *input,
                                               GCancellable              *cancellable,
                                               GError                   **error);
GBytes              *lieudit_export_session   (LieuditSession            *session,
                                               const LieuditExport       *how,
                                               const LieuditExportFormat *format,
                                               GCancellable              *cancellable,
                                               GError                   **error);

G_END_DECLS
