/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_DRAWING_ENTRY (lieudit_drawing_entry_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDrawingEntry, lieudit_drawing_entry, LIEUDIT, DRAWING_ENTRY, GtkPopover)

GtkWidget *lieudit_drawing_entry_new     (void);
void       lieudit_drawing_entry_ask     (LieuditDrawingEntry *self,
                                          const char          *prompt,
                                          const GdkRectangle  *area);

G_END_DECLS
