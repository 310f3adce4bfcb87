/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-found-place.h"

G_BEGIN_DECLS

gboolean  lieudit_marker_description_is_unsure           (LieuditFoundPlace *found_place);
char     *lieudit_marker_description_new_label           (LieuditFoundPlace *found_place);
char     *lieudit_marker_description_new_tooltip         (LieuditFoundPlace *found_place,
                                                          LieuditLanguage    language);
char     *lieudit_marker_description_new_accessible_name (LieuditFoundPlace *found_place);

G_END_DECLS
