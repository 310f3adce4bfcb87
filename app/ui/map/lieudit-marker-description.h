/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-found-place.h"

G_BEGIN_DECLS

/**
 * LieuditMarkerLook:
 * @scale: how much larger than usual symbols are
 * @names: the language of names; %LIEUDIT_LANGUAGE_UNKNOWN for the article's
 * @shows_local: whether what a place is called where it is stands under its name
 *
 * How markers look to whom they are shown.
 */
typedef struct {
  double          scale;
  LieuditLanguage names;
  gboolean        shows_local;
} LieuditMarkerLook;

gboolean  lieudit_marker_description_is_unsure           (LieuditFoundPlace *found_place);
const char *lieudit_marker_description_get_name          (LieuditFoundPlace       *found_place,
                                                          const LieuditMarkerLook *look);
char     *lieudit_marker_description_new_label           (LieuditFoundPlace       *found_place,
                                                          const LieuditMarkerLook *look);
char     *lieudit_marker_description_new_tooltip         (LieuditFoundPlace       *found_place,
                                                          LieuditLanguage          language);
char     *lieudit_marker_description_new_accessible_name (LieuditFoundPlace       *found_place,
                                                          const LieuditMarkerLook *look);

G_END_DECLS
