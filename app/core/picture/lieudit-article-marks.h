/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "map/lieudit-map-marks.h"

G_BEGIN_DECLS

LieuditMapMarks *lieudit_map_marks_new_for_article (LieuditAnalysis *analysis);

G_END_DECLS
