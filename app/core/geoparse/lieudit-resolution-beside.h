/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-resolution-context-private.h"

G_BEGIN_DECLS

void     lieudit_resolution_weigh_beside       (const LieuditResolutionContext *self,
                                                guint                           name,
                                                LieuditResolutionOption        *options,
                                                guint                           n_options);
void     lieudit_resolution_weigh_parents_once (const LieuditResolutionContext *self);
gboolean lieudit_resolution_lies_elsewhere     (const LieuditResolutionContext *self,
                                                guint                           name);

G_END_DECLS
