/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-find-bar.h"

#include <glib/gi18n.h>

struct _LieuditFindBar
{
  GtkWidget       parent_instance;

  GtkWidget      *search_bar;
  GtkSearchEntry *entry;
  GtkLabel       *result_label;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;
};

enum {
  TEXT_CHANGED,
  STEP,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditFindBar, lieudit_find_bar, GTK_TYPE_WIDGET)

static void
search_changed_cb (LieuditFindBar *self)
{
  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

static void
next_cb (LieuditFindBar *self)
{
  g_signal_emit (self, signals[STEP], 0, TRUE);
}

static void
previous_cb (LieuditFindBar *self)
{
  g_signal_emit (self, signals[STEP], 0, FALSE);
}

static gboolean
key_pressed_cb (LieuditFindBar  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  previous_cb (self);

  return GDK_EVENT_STOP;
}

static void
mode_changed_cb (LieuditFindBar *self)
{
  if (!lieudit_find_bar_is_open (self))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
lieudit_find_bar_dispose (GObject *object)
{
  g_clear_pointer (&LIEUDIT_FIND_BAR (object)->search_bar, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_find_bar_parent_class)->dispose (object);
}

static void
lieudit_find_bar_class_init (LieuditFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_find_bar_dispose;

  /**
   * LieuditFindBar::text-changed:
   * @self: a find bar
   *
   * Something else is to be found.
   */
  signals[TEXT_CHANGED] =
    g_signal_new ("text-changed", LIEUDIT_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LieuditFindBar::step:
   * @self: a find bar
   * @forwards: whether to go to the next occurrence, rather than the one before
   *
   * Another occurrence is to be shown.
   */
  signals[STEP] =
    g_signal_new ("step", LIEUDIT_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * LieuditFindBar::closed:
   * @self: a find bar
   *
   * Nothing is to be found any more.
   */
  signals[CLOSED] =
    g_signal_new ("closed", LIEUDIT_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, LieuditFindBar, result_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
lieudit_find_bar_init (LieuditFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->entry));
}

/**
 * lieudit_find_bar_new:
 *
 * Makes a bar to find words in a text, closed.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
lieudit_find_bar_new (void)
{
  return g_object_new (LIEUDIT_TYPE_FIND_BAR, NULL);
}

/**
 * lieudit_find_bar_open:
 * @self: a find bar
 * @text: (nullable): what to find; %NULL for what was typed last
 *
 * Opens the bar and lets the reader type.
 */
void
lieudit_find_bar_open (LieuditFindBar *self,
                       const char     *text)
{
  g_return_if_fail (LIEUDIT_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * lieudit_find_bar_close:
 * @self: a find bar
 *
 * Closes the bar.
 */
void
lieudit_find_bar_close (LieuditFindBar *self)
{
  g_return_if_fail (LIEUDIT_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
}

/**
 * lieudit_find_bar_is_open:
 * @self: a find bar
 *
 * Returns: whether the bar is shown
 */
gboolean
lieudit_find_bar_is_open (LieuditFindBar *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar));
}

/**
 * lieudit_find_bar_get_text:
 * @self: a find bar
 *
 * Returns: (transfer none): what is to be found; nothing while the bar is closed
 */
const char *
lieudit_find_bar_get_text (LieuditFindBar *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FIND_BAR (self), NULL);

  return lieudit_find_bar_is_open (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

/**
 * lieudit_find_bar_show_result:
 * @self: a find bar
 * @position: which occurrence is shown, from 1 on; 0 for none
 * @n_found: how many there are
 *
 * Says what was found.
 */
void
lieudit_find_bar_show_result (LieuditFindBar *self,
                              guint           position,
                              guint           n_found)
{
  gboolean is_asked;
  g_autofree char *text = NULL;

  g_return_if_fail (LIEUDIT_IS_FIND_BAR (self));

  is_asked = *lieudit_find_bar_get_text (self) != '\0';
  if (!is_asked)
    text = g_strdup ("");
  else if (n_found == 0)
    text = g_strdup (_("Not found"));
  else if (position > 0)
    /* Translators: which occurrence of what was searched for is shown, and how many there are */
    text = g_strdup_printf (_("%u of %u"), position, n_found);
  else
    text = g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found);

  gtk_label_set_label (self->result_label, text);
  gtk_widget_set_sensitive (self->previous_button, n_found > 0);
  gtk_widget_set_sensitive (self->next_button, n_found > 0);
  if (is_asked && n_found == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
