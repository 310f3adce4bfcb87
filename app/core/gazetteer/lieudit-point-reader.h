/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-import-report.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

typedef struct _LieuditPointReader LieuditPointReader;

/**
 * LieuditPointFunction:
 * @record: (nullable): a place; %NULL when it is skipped
 * @problem: what was wrong; %LIEUDIT_IMPORT_LONG_NAME with a record when only
 *   some of its names were skipped
 * @line: the line in which the feature begins
 * @user_data: data of the caller
 * @error: return location for an error
 *
 * Takes a place.
 *
 * Returns: whether to go on
 */
typedef gboolean (* LieuditPointFunction) (const LieuditPlaceRecord  *record,
                                           LieuditImportProblem       problem,
                                           guint64                    line,
                                           gpointer                   user_data,
                                           GError                   **error);

LieuditPointReader *lieudit_point_reader_new    (const char            *id_prefix,
                                                 LieuditPointFunction   function,
                                                 gpointer               user_data);
void                lieudit_point_reader_free   (LieuditPointReader    *self);
gboolean            lieudit_point_reader_push   (LieuditPointReader    *self,
                                                 const char            *text,
                                                 gsize                  length,
                                                 GError               **error);
gboolean            lieudit_point_reader_finish (LieuditPointReader    *self,
                                                 GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditPointReader, lieudit_point_reader_free)

G_END_DECLS
