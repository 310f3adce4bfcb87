/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-relation-reader.h"
#include "geoparse/lieudit-resolution-context-private.h"

G_BEGIN_DECLS

void lieudit_resolution_weigh_heard (const LieuditResolutionContext *self,
                                     guint                           name,
                                     LieuditResolutionOption        *options,
                                     guint                           n_options);

G_END_DECLS
