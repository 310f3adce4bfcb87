/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the reader types what to find in the text. */
#define LIEUDIT_TYPE_FIND_BAR (lieudit_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (LieuditFindBar, lieudit_find_bar, LIEUDIT, FIND_BAR, GtkWidget)

GtkWidget  *lieudit_find_bar_new         (void);
void        lieudit_find_bar_open        (LieuditFindBar *self,
                                          const char     *text);
void        lieudit_find_bar_close       (LieuditFindBar *self);
gboolean    lieudit_find_bar_is_open     (LieuditFindBar *self);
const char *lieudit_find_bar_get_text    (LieuditFindBar *self);
void        lieudit_find_bar_show_result (LieuditFindBar *self,
                                          guint           position,
                                          guint           n_found);

G_END_DECLS
