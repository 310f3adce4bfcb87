/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reader/lieudit-reading-style.h"

G_BEGIN_DECLS

/* A button that opens the choices of how an article is set; the window keeps them. */
#define LIEUDIT_TYPE_READING_MENU (lieudit_reading_menu_get_type ())
G_DECLARE_FINAL_TYPE (LieuditReadingMenu, lieudit_reading_menu, LIEUDIT, READING_MENU, GtkWidget)

GtkWidget *lieudit_reading_menu_new       (void);
void       lieudit_reading_menu_set_style (LieuditReadingMenu  *self,
                                           LieuditReadingStyle *style);

G_END_DECLS
