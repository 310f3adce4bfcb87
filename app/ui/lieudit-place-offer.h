/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkContentProvider *lieudit_place_offer_new      (GListModel    *places);
void                lieudit_place_offer_set_icon (GtkDragSource *source,
                                                  GListModel    *places);
GMenuModel         *lieudit_copy_menu_new        (const char    *action);

G_END_DECLS
