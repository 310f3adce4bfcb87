/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/* For those who know better than the resolver what some mentions mean. */
LieuditAnalysis *lieudit_analysis_new_revised (LieuditAnalysis *source,
                                               GPtrArray       *mentions);

/* For those who want to see some of the places only. */
LieuditAnalysis *lieudit_analysis_new_part    (LieuditAnalysis *source,
                                               GPtrArray       *places,
                                               GPtrArray       *mentions);

G_END_DECLS
