/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-resolution-context.h"
#include "geoparse/lieudit-resolver.h"

G_BEGIN_DECLS

void lieudit_resolution_explain (const LieuditResolutionModel  *model,
                                 const LieuditResolutionOption *options,
                                 guint                          n_options,
                                 LieuditRelation                relation,
                                 LieuditResolution             *resolution);

G_END_DECLS
