/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-toast.h"

#include <glib/gi18n.h>

/* How long a line of a message may get: it has to fit into the narrowest window. */
#define MESSAGE_CHARACTERS 36

/* A toast that replaces another slides in for so long. The overlay of libadwaita 1.2 frees what a toast needs while it
 * hides, and that is too early if it still slides in (REPLACE_DURATION in adw-toast-overlay.c is longer than
 * HIDE_DURATION): its last frame would read freed memory. */
#define SLIDING_MILLISECONDS 500

#define SHOWN_AT_KEY "lieudit-shown-at"

static void
title_mapped_cb (GtkWidget *title)
{
  gint64 *shown_at = g_new (gint64, 1);

  *shown_at = g_get_monotonic_time ();
  g_object_set_data_full (G_OBJECT (title), SHOWN_AT_KEY, shown_at, g_free);
}

/* For how long the toast still slides in: 0 if it is not shown, or has been for long enough. */
static guint
get_milliseconds_to_slide (AdwToast *toast)
{
  GtkWidget *title = adw_toast_get_custom_title (toast);
  const gint64 *shown_at = g_object_get_data (G_OBJECT (title), SHOWN_AT_KEY);
  gint64 elapsed;

  if (shown_at == NULL || !gtk_widget_get_mapped (title))
    return 0;

  elapsed = (g_get_monotonic_time () - *shown_at) / G_TIME_SPAN_MILLISECOND;
  return elapsed < SLIDING_MILLISECONDS ? SLIDING_MILLISECONDS - elapsed : 0;
}

static gboolean
dismiss_later_cb (gpointer user_data)
{
  adw_toast_dismiss (ADW_TOAST (user_data));
  return G_SOURCE_REMOVE;
}

static void
history_changed_cb (AdwToast *toast)
{
  guint milliseconds = get_milliseconds_to_slide (toast);

  if (milliseconds == 0)
    adw_toast_dismiss (toast);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, milliseconds, dismiss_later_cb, g_object_ref (toast), g_object_unref);
}

/**
 * lieudit_toast_new:
 * @message: one sentence, without markup
 *
 * Makes a message on as many lines as it needs: the own title of a toast has
 * one line only, and cuts what does not fit.
 *
 * Returns: (transfer full): the message, to be shown
 */
AdwToast *
lieudit_toast_new (const char *message)
{
  AdwToast *toast;
  GtkWidget *title;

  g_return_val_if_fail (message != NULL, NULL);

  title = g_object_new (GTK_TYPE_LABEL,
                        "label", message,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "max-width-chars", MESSAGE_CHARACTERS,
                        "xalign", 0.0,
                        "css-classes", (const char *[]) { "heading", NULL },
                        NULL);
  g_signal_connect (title, "map", G_CALLBACK (title_mapped_cb), NULL);

  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, title);

  return toast;
}

/**
 * lieudit_toast_new_for_undo:
 * @history: a history with a change that was just made
 *
 * Makes a message that says what was changed and offers to undo it: connect to
 * #AdwToast::button-clicked. It goes away when something else is changed.
 *
 * Returns: (transfer full): the message, to be shown
 */
AdwToast *
lieudit_toast_new_for_undo (LieuditHistory *history)
{
  AdwToast *toast;

  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), NULL);
  g_return_val_if_fail (lieudit_history_get_undo_title (history) != NULL, NULL);

  toast = lieudit_toast_new (lieudit_history_get_undo_title (history));
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (history, "changed", G_CALLBACK (history_changed_cb), toast, G_CONNECT_SWAPPED);

  return toast;
}

/**
 * lieudit_toast_show_in_preferences:
 * @toast: (transfer full): a message
 * @page: a part of the preferences
 *
 * Shows a message in the window of the preferences, unless it is closed.
 */
void
lieudit_toast_show_in_preferences (AdwToast  *toast,
                                   GtkWidget *page)
{
  GtkWidget *window;

  g_return_if_fail (ADW_IS_TOAST (toast));
  g_return_if_fail (GTK_IS_WIDGET (page));

  window = gtk_widget_get_ancestor (page, ADW_TYPE_PREFERENCES_WINDOW);

  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), toast);
  else
    g_object_unref (toast);
}
