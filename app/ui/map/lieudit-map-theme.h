/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lieudit_map_theme_install (GdkDisplay *display);

G_END_DECLS
