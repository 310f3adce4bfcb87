/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LieuditTypeAheadFunc:
 * @folded: what was typed so far, folded as names are
 * @user_data: what was given to lieudit_type_ahead_attach()
 *
 * Goes to the next item whose name begins with what was typed.
 */
typedef void (*LieuditTypeAheadFunc) (const char *folded,
                                      gpointer    user_data);

void lieudit_type_ahead_attach (GtkWidget            *widget,
                                LieuditTypeAheadFunc  func,
                                gpointer              user_data);

G_END_DECLS
