/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-relation-reader.h"
#include "geoparse/lieudit-resolution-option.h"

G_BEGIN_DECLS

double lieudit_stated_relation_weigh (const LieuditStatedRelation          *stated,
                                      LieuditGazetteer                     *gazetteer,
                                      const LieuditResolutionOption        *subject,
                                      const LieuditResolutionOption *const *objects);

G_END_DECLS
