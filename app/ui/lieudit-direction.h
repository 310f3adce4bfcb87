/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkTextDirection  lieudit_direction_of                 (const char  *text);
char             *lieudit_direction_keep_left_to_right (const char  *text);
float             lieudit_direction_get_start          (const char  *text);
void              lieudit_direction_set_left_to_right  (GtkEditable *editable);

G_END_DECLS
