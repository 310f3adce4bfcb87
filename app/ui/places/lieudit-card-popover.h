/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CARD_POPOVER (lieudit_card_popover_get_type ())
G_DECLARE_FINAL_TYPE (LieuditCardPopover, lieudit_card_popover, LIEUDIT, CARD_POPOVER, GtkPopover)

GtkWidget         *lieudit_card_popover_new       (void);
LieuditFoundPlace *lieudit_card_popover_get_place (LieuditCardPopover *self);
void               lieudit_card_popover_show_at   (LieuditCardPopover *self,
                                                   LieuditAnalysis    *analysis,
                                                   LieuditFoundPlace  *place,
                                                   const GdkRectangle *marker);
void               lieudit_card_popover_follow    (LieuditCardPopover *self,
                                                   const GdkRectangle *marker);

G_END_DECLS
