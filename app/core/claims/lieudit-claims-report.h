/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"
#include "export/lieudit-json-writer.h"
#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

void  lieudit_claims_write_json  (GPtrArray         *claims,
                                  LieuditJsonWriter *writer);
char *lieudit_claims_report_text (GPtrArray         *claims,
                                  const char        *id);
char *lieudit_claims_report_csv  (GPtrArray         *claims,
                                  const char        *id,
                                  gboolean           with_header);
char *lieudit_claims_report_html (GPtrArray         *claims,
                                  LieuditAnalysis   *analysis,
                                  const char        *id);

G_END_DECLS
