/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-user-place.h"

G_BEGIN_DECLS

LieuditPlace *lieudit_lone_place_new (LieuditUserPlace *place,
                                      const char       *source,
                                      const char       *title);

G_END_DECLS
