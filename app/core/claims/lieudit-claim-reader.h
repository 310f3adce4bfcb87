/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

GPtrArray *lieudit_claims_read (LieuditAnalysis  *analysis,
                                LieuditGazetteer *gazetteer);

G_END_DECLS
