/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-type-ahead.h"

#include "text/lieudit-folded-text.h"

/* Letters that come sooner than this after one another belong together. */
#define PAUSE_MICROSECONDS (G_USEC_PER_SEC)

typedef struct {
  GString              *typed;
  gint64                last_time;
  LieuditTypeAheadFunc  func;
  gpointer              user_data;
} TypeAhead;

static void
type_ahead_free (gpointer  data,
                 GClosure *closure)
{
  TypeAhead *self = data;

  g_string_free (self->typed, TRUE);
  g_free (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TypeAhead             *self)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *folded = NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (character))
    return GDK_EVENT_PROPAGATE;

  if (now - self->last_time > PAUSE_MICROSECONDS)
    g_string_truncate (self->typed, 0);
  self->last_time = now;
  g_string_append_unichar (self->typed, character);

  folded = lieudit_fold_name (self->typed->str);
  self->func (folded, self->user_data);

  return GDK_EVENT_STOP;
}

/**
 * lieudit_type_ahead_attach:
 * @widget: a list
 * @func: (scope forever): what goes to an item
 * @user_data: given to @func, and lives as long as @widget
 *
 * Lets a person type the beginning of a name in a list to get there.
 */
void
lieudit_type_ahead_attach (GtkWidget            *widget,
                           LieuditTypeAheadFunc  func,
                           gpointer              user_data)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  TypeAhead *self = g_new0 (TypeAhead, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  self->typed = g_string_new (NULL);
  self->func = func;
  self->user_data = user_data;
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, type_ahead_free, 0);
  gtk_widget_add_controller (widget, controller);
}
