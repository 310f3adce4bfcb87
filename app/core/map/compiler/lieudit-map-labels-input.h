/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/compiler/lieudit-base-map-writer.h"

G_BEGIN_DECLS

gboolean lieudit_map_labels_input_write (JsonObject            *collection,
                                         const char            *towns,
                                         LieuditBaseMapWriter  *writer,
                                         GError               **error);

G_END_DECLS
