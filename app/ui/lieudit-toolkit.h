/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where versions of the toolkit differ. Whatever asks for a version stands here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lieudit_toolkit_go_to_row:
 * @list_view: a list
 * @position: the number of a row
 *
 * Selects a row alone, shows it, and lets the keyboard go on from there.
 *
 * Since GTK 4.12 the actions of lists leave the keyboard focus where it was.
 */
static inline void
lieudit_toolkit_go_to_row (GtkListView *list_view,
                           guint        position)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_list_view_scroll_to (list_view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  gtk_widget_activate_action (GTK_WIDGET (list_view), "list.select-item", "(ubb)", position, FALSE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (list_view), "list.scroll-to-item", "u", position);
#endif
}

G_END_DECLS
