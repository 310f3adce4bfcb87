/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-name-span.h"
#include "geoparse/lieudit-recognition-document.h"

G_BEGIN_DECLS

void lieudit_collect_features (const LieuditRecognitionText     *text,
                               const LieuditRecognitionDocument *document,
                               const LieuditNameSpan            *span,
                               GArray                           *features,
                               GHashTable                       *names);

G_END_DECLS
