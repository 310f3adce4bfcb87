/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

LieuditAnalysis *lieudit_stated_places_apply (LieuditAnalysis  *analysis,
                                              LieuditGazetteer *gazetteer);

G_END_DECLS
