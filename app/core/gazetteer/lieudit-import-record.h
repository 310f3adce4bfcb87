/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

typedef enum {
  LIEUDIT_IMPORT_RECORD_PLACE, /* before the names that follow from other tables */
  LIEUDIT_IMPORT_RECORD_NAME,
} LieuditImportRecordKind;

/**
 * LieuditImportRecordHead:
 * @id: the identifier of the place
 * @kind: what the record is
 * @sequence: how many records came before
 * @file: index of the file
 * @line: line in it
 *
 * What a record sorts by, and where it came from.
 */
typedef struct {
  const char              *id;
  LieuditImportRecordKind  kind;
  guint64                  sequence;
  guint32                  file;
  guint64                  line;
} LieuditImportRecordHead;

void                lieudit_import_record_write_place (GByteArray                    *bytes,
                                                       const LieuditImportRecordHead *head,
                                                       const LieuditPlaceRecord      *record);
void                lieudit_import_record_write_name  (GByteArray                    *bytes,
                                                       const LieuditImportRecordHead *head,
                                                       const LieuditNameRecord       *name);
void                lieudit_import_record_read_head   (const guint8                  *bytes,
                                                       LieuditImportRecordHead       *head);
LieuditPlaceRecord *lieudit_import_record_read_place  (const guint8                  *bytes);
void                lieudit_import_record_read_name   (const guint8                  *bytes,
                                                       LieuditPlaceRecord            *record);

G_END_DECLS
