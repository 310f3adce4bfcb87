/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-place.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_NAME_RESULT (lieudit_name_result_get_type ())
G_DECLARE_FINAL_TYPE (LieuditNameResult, lieudit_name_result, LIEUDIT, NAME_RESULT, GObject)

LieuditNameResult *lieudit_name_result_new          (LieuditPlace      *place,
                                                     const char        *spelling,
                                                     gboolean           is_exact);
LieuditPlace      *lieudit_name_result_get_place    (LieuditNameResult *self);
const char        *lieudit_name_result_get_spelling (LieuditNameResult *self);
gboolean           lieudit_name_result_is_exact     (LieuditNameResult *self);

G_END_DECLS
