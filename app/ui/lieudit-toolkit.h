/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where versions of the toolkit differ. Whatever asks for a version stands here. */
#pragma once

#include <gtk/gtk.h>
#include <shumate/shumate.h>

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

/**
 * lieudit_toolkit_draws_vector_tiles:
 *
 * Tells whether there is something that draws maps of shapes. libshumate takes tiles from elsewhere than servers since 1.2, and is built
 * without its renderer on some systems.
 *
 * Returns: whether there is
 */
static inline gboolean
lieudit_toolkit_draws_vector_tiles (void)
{
#if SHUMATE_CHECK_VERSION (1, 2, 0)
  return shumate_vector_renderer_is_supported ();
#else
  return FALSE;
#endif
}

/**
 * lieudit_toolkit_set_vector_tiles:
 * @renderer: what draws maps of shapes
 * @name: what its style calls the tiles
 * @tiles: where they come from
 *
 * Says where tiles come from.
 */
static inline void
lieudit_toolkit_set_vector_tiles (ShumateVectorRenderer *renderer,
                                  const char            *name,
                                  ShumateDataSource     *tiles)
{
#if SHUMATE_CHECK_VERSION (1, 2, 0)
  shumate_vector_renderer_set_data_source (renderer, name, tiles);
#endif
}

/**
 * lieudit_toolkit_limit_vector_tiles:
 * @tiles: where tiles come from
 * @max_zoom: the highest zoom level that has any
 *
 * Says from where on tiles are enlarged.
 */
static inline void
lieudit_toolkit_limit_vector_tiles (ShumateDataSource *tiles,
                                    guint              max_zoom)
{
#if SHUMATE_CHECK_VERSION (1, 2, 0)
  shumate_data_source_set_max_zoom_level (tiles, max_zoom);
#endif
}

/**
 * lieudit_toolkit_puts_tiles_off:
 *
 * Tells whether tiles are not asked for while the map moves fast, as since libshumate 1.1.
 *
 * Returns: whether they are put off
 */
static inline gboolean
lieudit_toolkit_puts_tiles_off (void)
{
#if SHUMATE_CHECK_VERSION (1, 1, 0)
  return TRUE;
#else
  return FALSE;
#endif
}

G_END_DECLS
