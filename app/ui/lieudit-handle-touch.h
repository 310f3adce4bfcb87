/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lieudit_handle_touch_limit (GtkPaned *paned);

G_END_DECLS
