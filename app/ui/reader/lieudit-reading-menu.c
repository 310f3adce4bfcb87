/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-reading-menu.h"

#include <glib/gi18n.h>

struct _LieuditReadingMenu
{
  GtkWidget            parent_instance;

  GtkWidget           *button;
  GtkWidget           *usual_button;
  GtkLabel            *size_label;

  LieuditReadingStyle *style;
};

G_DEFINE_TYPE (LieuditReadingMenu, lieudit_reading_menu, GTK_TYPE_WIDGET)

static void
size_changed_cb (LieuditReadingMenu *self)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  int size;

  g_object_get (self->style, "size", &size, NULL);
  /* Translators: the size of letters, in per cent of the usual one */
  text = g_strdup_printf (_("%d %%"), size);
  gtk_label_set_label (self->size_label, text);

  label = g_strdup_printf (_("Letters at %d %%: back to the usual size"), size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->usual_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
lieudit_reading_menu_dispose (GObject *object)
{
  LieuditReadingMenu *self = LIEUDIT_READING_MENU (object);

  g_clear_object (&self->style);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_reading_menu_parent_class)->dispose (object);
}

static void
lieudit_reading_menu_class_init (LieuditReadingMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_reading_menu_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-reading-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditReadingMenu, button);
  gtk_widget_class_bind_template_child (widget_class, LieuditReadingMenu, usual_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditReadingMenu, size_label);
}

static void
lieudit_reading_menu_init (LieuditReadingMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_reading_menu_new:
 *
 * Makes a button for how an article is set.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
lieudit_reading_menu_new (void)
{
  return g_object_new (LIEUDIT_TYPE_READING_MENU, NULL);
}

/**
 * lieudit_reading_menu_set_style:
 * @self: a reading menu
 * @style: how the article is set
 *
 * Sets what to show the size of.
 */
void
lieudit_reading_menu_set_style (LieuditReadingMenu  *self,
                                LieuditReadingStyle *style)
{
  g_return_if_fail (LIEUDIT_IS_READING_MENU (self));
  g_return_if_fail (LIEUDIT_IS_READING_STYLE (style));
  g_return_if_fail (self->style == NULL);

  self->style = g_object_ref (style);
  g_signal_connect_object (style, "notify::size", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  size_changed_cb (self);
}
