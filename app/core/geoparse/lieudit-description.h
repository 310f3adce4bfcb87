/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-resolver.h"

G_BEGIN_DECLS

void lieudit_add_descriptions (LieuditGazetteer        *gazetteer,
                               const LieuditFoldedText *folded,
                               const GArray            *tokens,
                               LieuditRecognition      *recognition,
                               GArray                  *resolutions,
                               GArray                  *relations);

G_END_DECLS
