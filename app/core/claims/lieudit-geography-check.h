/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim-drawing.h"
#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/* Reads what articles say about where places lie, and tests it against geometry. */
#define LIEUDIT_TYPE_GEOGRAPHY_CHECK (lieudit_geography_check_get_type ())
G_DECLARE_FINAL_TYPE (LieuditGeographyCheck, lieudit_geography_check, LIEUDIT, GEOGRAPHY_CHECK, GObject)

LieuditGeographyCheck *lieudit_geography_check_new        (void);
GPtrArray             *lieudit_geography_check_run        (LieuditGeographyCheck  *self,
                                                           LieuditGazetteer       *gazetteer,
                                                           LieuditAnalysis        *analysis,
                                                           GError                **error);
void                   lieudit_geography_check_run_async  (LieuditGeographyCheck  *self,
                                                           LieuditGazetteer       *gazetteer,
                                                           LieuditAnalysis        *analysis,
                                                           GCancellable           *cancellable,
                                                           GAsyncReadyCallback     callback,
                                                           gpointer                user_data);
GPtrArray             *lieudit_geography_check_run_finish (LieuditGeographyCheck  *self,
                                                           GAsyncResult           *result,
                                                           GError                **error);
LieuditClaimDrawing   *lieudit_geography_check_draw       (LieuditGeographyCheck  *self,
                                                           LieuditClaim           *claim,
                                                           GError                **error);

G_END_DECLS
