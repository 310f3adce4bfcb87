/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the article's file says beside the article: menus, advertisements, running heads. Nothing is silently dropped. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#define WIDTH 520
#define HEIGHT 480

static const char *
get_left_out (LieuditWindow *self)
{
  LieuditArticleOutline *outline = self->article != NULL ? lieudit_article_get_outline (self->article) : NULL;

  return outline != NULL ? lieudit_article_outline_get_left_out (outline) : NULL;
}

static GtkWidget *
make_view (const char *text)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW,
                                  "editable", FALSE,
                                  "cursor-visible", FALSE,
                                  "accepts-tab", FALSE,
                                  "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "left-margin", 18,
                                  "right-margin", 18,
                                  "top-margin", 12,
                                  "bottom-margin", 12,
                                  "pixels-below-lines", 6,
                                  NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Left out of the article"), -1);

  return view;
}

static void
show_left_out_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  const char *left_out = get_left_out (self);
  GtkEventController *keys;
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *scrolled;

  if (left_out == NULL)
    return;

  window = g_object_new (ADW_TYPE_WINDOW,
                         "transient-for", self,
                         "modal", TRUE,
                         "title", _("Left Out of the Article"),
                         "default-width", WIDTH,
                         "default-height", HEIGHT,
                         NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_view (left_out));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}

/*
 * lieudit_window_update_left_out:
 * @self: a window that has got another article
 *
 * Offers to show what was left out, if something was.
 */
void
lieudit_window_update_left_out (LieuditWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-left-out", get_left_out (self) != NULL);
}

/*
 * lieudit_window_class_init_left_out:
 * @klass: the class
 *
 * Installs the action that shows what was left out.
 */
void
lieudit_window_class_init_left_out (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.show-left-out", NULL, show_left_out_action);
}
