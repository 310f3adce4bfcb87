/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/lieudit-json-writer.h"
#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

typedef void (*LieuditJsonWriteMembers) (LieuditJsonWriter *writer,
                                         gpointer           data);

char *lieudit_export_json       (LieuditAnalysis         *analysis,
                                 const char              *id,
                                 gboolean                 pretty);
char *lieudit_export_json_with  (LieuditAnalysis         *analysis,
                                 const char              *id,
                                 gboolean                 pretty,
                                 LieuditJsonWriteMembers  write_more,
                                 gpointer                 data);
char *lieudit_export_json_error (const char              *id,
                                 const char              *message);

G_END_DECLS
