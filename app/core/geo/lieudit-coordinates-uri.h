/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-coordinates.h"

G_BEGIN_DECLS

gboolean lieudit_coordinates_is_uri    (const char          *text);
gboolean lieudit_coordinates_parse_uri (const char          *text,
                                        LieuditCoordinates  *coordinates,
                                        GError             **error);

G_END_DECLS
