/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on one screen and the article on the other, in step since both are of one presentation. */
#include "config.h"

#include "lieudit-presentation-private.h"

#include <glib/gi18n.h>

/* Where there is one screen only, the article gets a window of this size, in pixels. */
#define ARTICLE_WIDTH 640
#define ARTICLE_HEIGHT 760

static GdkMonitor *
get_monitor (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface) : NULL;
}

/* Another monitor than one; NULL when there is none. */
static GdkMonitor *
find_other_monitor (GdkDisplay *display,
                    GdkMonitor *monitor)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) other = g_list_model_get_item (monitors, i);

      /* The display holds it. */
      if (other != monitor)
        return other;
    }

  return NULL;
}

/* GTK 4.8 still tells a window that is gone of the monitor it filled, when that is unplugged, and the program crashes; a window
 * that is not shown fills none any more. */
static void
unmapped_cb (GtkWindow *window)
{
  gtk_window_unfullscreen (window);
}

/* Without a monitor to choose, the window fills the one where it is. */
static void
fill_monitor (GtkWindow   *window,
              GdkMonitor  *monitor,
              GdkMonitor **kept)
{
  g_set_object (kept, monitor);
  g_signal_handlers_disconnect_by_func (window, unmapped_cb, NULL);
  g_signal_connect (window, "unmap", G_CALLBACK (unmapped_cb), NULL);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_fullscreen (window);
}

/**
 * lieudit_presentation_start:
 * @self: a presentation
 * @beside: the window of the teacher
 *
 * Shows the presentation full screen: where the teacher's window is not, if there is
 * another screen, such as a projector.
 */
void
lieudit_presentation_start (LieuditPresentation *self,
                            GtkWindow           *beside)
{
  GdkMonitor *projector;

  g_return_if_fail (LIEUDIT_IS_PRESENTATION (self));
  g_return_if_fail (GTK_IS_WINDOW (beside));

  projector = find_other_monitor (gtk_widget_get_display (GTK_WIDGET (self)), get_monitor (beside));
  fill_monitor (GTK_WINDOW (self), projector, &self->map_monitor);
  gtk_window_present (GTK_WINDOW (self));
}

static void
put_article_beside_map (LieuditPresentation *self)
{
  g_action_change_state (g_action_map_lookup_action (self->actions, "two-screens"), g_variant_new_boolean (FALSE));
}

static gboolean
second_closed_cb (LieuditPresentation *self)
{
  put_article_beside_map (self);

  return TRUE;
}

static gboolean
is_unplugged (GListModel *monitors,
              GdkMonitor *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) other = g_list_model_get_item (monitors, i);

      if (other == monitor)
        return FALSE;
    }

  return monitor != NULL;
}

/* What was on a screen that is gone goes on where there is one: the class loses neither the map nor the article. */
static void
monitors_changed_cb (LieuditPresentation *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean is_map_gone = is_unplugged (monitors, self->map_monitor);
  g_autoptr(GdkMonitor) left = g_list_model_get_item (monitors, 0);

  if ((is_map_gone || is_unplugged (monitors, self->article_monitor)) && self->second_screen != NULL)
    put_article_beside_map (self);
  if (is_map_gone && left != NULL)
    fill_monitor (GTK_WINDOW (self), left, &self->map_monitor);
}

/*
 * lieudit_presentation_watch_screens:
 * @self: a presentation
 *
 * Lets the presentation go on when a screen is unplugged.
 */
void
lieudit_presentation_watch_screens (LieuditPresentation *self)
{
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))), "items-changed",
                           G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
open_second (LieuditPresentation *self)
{
  /* Translators: the title of the window with the article alone; %s is the article's title */
  g_autofree char *title = g_strdup_printf (_("%s (article)"), gtk_window_get_title (GTK_WINDOW (self)));
  GdkMonitor *here = get_monitor (GTK_WINDOW (self));
  GdkMonitor *other = find_other_monitor (gtk_widget_get_display (GTK_WIDGET (self)), here);

  self->second_screen = GTK_WINDOW (adw_window_new ());
  gtk_window_set_application (self->second_screen, gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_set_title (self->second_screen, title);
  gtk_window_set_default_size (self->second_screen, ARTICLE_WIDTH, ARTICLE_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->second_screen), "presentation");
  gtk_widget_insert_action_group (GTK_WIDGET (self->second_screen), "present", G_ACTION_GROUP (self->actions));
  lieudit_presentation_add_keys (self, GTK_WIDGET (self->second_screen));
  g_signal_connect_object (self->second_screen, "close-request", G_CALLBACK (second_closed_cb), self, G_CONNECT_SWAPPED);

  gtk_paned_set_start_child (self->paned, NULL);
  adw_window_set_content (ADW_WINDOW (self->second_screen), GTK_WIDGET (self->reader));
  if (other != NULL)
    {
      g_set_object (&self->map_monitor, here);
      fill_monitor (self->second_screen, other, &self->article_monitor);
    }
  gtk_window_present (self->second_screen);
}

static void
close_second (LieuditPresentation *self)
{
  adw_window_set_content (ADW_WINDOW (self->second_screen), NULL);
  gtk_paned_set_start_child (self->paned, GTK_WIDGET (self->reader));
  g_signal_handlers_disconnect_by_data (self->second_screen, self);
  g_clear_pointer (&self->second_screen, gtk_window_destroy);
  g_clear_object (&self->article_monitor);
}

/*
 * lieudit_presentation_set_two_screens:
 * @self: a presentation
 * @has_two: whether the article has a screen of its own
 *
 * Moves the article to another window, or back beside the map.
 */
void
lieudit_presentation_set_two_screens (LieuditPresentation *self,
                                      gboolean             has_two)
{
  g_autoptr(GtkWidget) reader = NULL;

  if (has_two == (self->second_screen != NULL))
    return;

  reader = g_object_ref (GTK_WIDGET (self->reader));
  if (has_two)
    open_second (self);
  else
    close_second (self);
}
