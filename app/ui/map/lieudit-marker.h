/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geo/lieudit-label-placement.h"
#include "geoparse/lieudit-found-place.h"
#include "map/lieudit-marker-description.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MARKER (lieudit_marker_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMarker, lieudit_marker, LIEUDIT, MARKER, GtkButton)

GtkWidget         *lieudit_marker_new               (LieuditFoundPlace       *place,
                                                     LieuditLanguage          language,
                                                     const LieuditMarkerLook *look);
LieuditFoundPlace *lieudit_marker_get_place         (LieuditMarker     *self);
void               lieudit_marker_set_side          (LieuditMarker     *self,
                                                     LieuditLabelSide   side);
LieuditLabelSide   lieudit_marker_get_side          (LieuditMarker     *self);
void               lieudit_marker_set_hovered       (LieuditMarker     *self,
                                                     gboolean           hovered);
void               lieudit_marker_set_selected      (LieuditMarker     *self,
                                                     gboolean           selected);
void               lieudit_marker_set_floating      (LieuditMarker     *self,
                                                     gboolean           floating);
void               lieudit_marker_request_room      (LieuditMarker     *self,
                                                     LieuditLabel      *label);
LieuditPixelBox    lieudit_marker_get_extent        (LieuditMarker     *self);

G_END_DECLS
