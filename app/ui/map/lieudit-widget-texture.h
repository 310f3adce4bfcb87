/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lieudit_widget_texture_snapshot (GtkWidget      *widget,
                                      GtkWidgetClass *parent_class,
                                      GtkSnapshot    *snapshot);

G_END_DECLS
