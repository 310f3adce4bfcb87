/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_PAGE (lieudit_map_page_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapPage, lieudit_map_page, LIEUDIT, MAP_PAGE, AdwPreferencesPage)

GtkWidget *lieudit_map_page_new (GSettings *settings);

G_END_DECLS
