/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-import-report.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

typedef struct _LieuditCsvReader LieuditCsvReader;

LieuditCsvReader   *lieudit_csv_reader_new         (const char            *header,
                                                    const char            *id_prefix,
                                                    GError               **error);
void                lieudit_csv_reader_free        (LieuditCsvReader      *self);
LieuditPlaceRecord *lieudit_csv_reader_parse       (LieuditCsvReader      *self,
                                                    const char            *row,
                                                    guint64                line,
                                                    LieuditImportProblem  *problem);
const char         *lieudit_csv_read_cell          (const char            *position,
                                                    char                   separator,
                                                    GString               *cell);
gboolean            lieudit_csv_has_open_quotation (const char            *text,
                                                    gsize                  length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditCsvReader, lieudit_csv_reader_free)

G_END_DECLS
