/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lieudit_place_drag_attach (GtkWidget *list_view);

G_END_DECLS
