/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

char *lieudit_export_geojson (LieuditAnalysis  *analysis,
                              const char       *filter,
                              LieuditGazetteer *gazetteer,
                              gboolean          pretty);

G_END_DECLS
