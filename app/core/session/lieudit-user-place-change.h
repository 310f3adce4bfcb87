/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-user-places.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

gboolean lieudit_change_user_place (LieuditHistory     *history,
                                    LieuditUserPlaces  *places,
                                    LieuditUserPlace   *before,
                                    LieuditUserPlace   *after,
                                    GError            **error);

G_END_DECLS
