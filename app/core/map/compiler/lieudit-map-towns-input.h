/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/compiler/lieudit-base-map-writer.h"

G_BEGIN_DECLS

gboolean lieudit_map_towns_input_read (const char            *path,
                                       JsonObject            *collection,
                                       LieuditBaseMapWriter  *writer,
                                       GArray                *labels,
                                       GError               **error);

G_END_DECLS
