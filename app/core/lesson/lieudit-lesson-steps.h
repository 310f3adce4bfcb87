/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "lesson/lieudit-step.h"
#include "session/lieudit-stops.h"

G_BEGIN_DECLS

GPtrArray *lieudit_list_steps (LieuditAnalysis *analysis,
                               LieuditWalk      walk,
                               GPtrArray       *stops);

G_END_DECLS
