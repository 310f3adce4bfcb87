/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/lieudit-export-format.h"
#include "export/lieudit-json-writer.h"

G_BEGIN_DECLS

guint lieudit_export_write_annotations (const LieuditExport *what,
                                        LieuditJsonWriter   *json);
void  lieudit_export_write_record      (const LieuditExport *what,
                                        LieuditJsonWriter   *json);

G_END_DECLS
