/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *lieudit_recent_articles_new_menu (GtkRecentManager *recent);
void        lieudit_recent_articles_add      (GtkRecentManager *recent,
                                              GFile            *file,
                                                   const char       *mime_type);

G_END_DECLS
