/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-order-row.h"

#include <glib/gi18n.h>

struct _LieuditQuizOrderRow
{
  GtkListBoxRow parent_instance;

  guint choice;
};

G_DEFINE_FINAL_TYPE (LieuditQuizOrderRow, lieudit_quiz_order_row, GTK_TYPE_LIST_BOX_ROW)

/* The row keeps the focus on its way. */
static void
move_by (LieuditQuizOrderRow *self,
         int                  step)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + step;

  if (!GTK_IS_LIST_BOX (list) || position < 0 || gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), position) == NULL)
    return;

  g_object_ref (self);
  gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (self));
  gtk_list_box_insert (GTK_LIST_BOX (list), GTK_WIDGET (self), position);
  g_object_unref (self);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (focus);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
up_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  move_by (LIEUDIT_QUIZ_ORDER_ROW (widget), -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  move_by (LIEUDIT_QUIZ_ORDER_ROW (widget), 1);
}

static void
lieudit_quiz_order_row_class_init (LieuditQuizOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "order.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "order.down", NULL, down_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "order.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "order.down", NULL);
}

static void
lieudit_quiz_order_row_init (LieuditQuizOrderRow *self)
{
}

static void
add_button (GtkBox     *box,
            const char *icon,
            const char *action,
            char       *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (box, button);
  g_free (name);
}

/**
 * lieudit_quiz_order_row_new:
 * @name: what the place is called
 * @choice: which of the choices it is
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lieudit_quiz_order_row_new (const char *name,
                            guint       choice)
{
  LieuditQuizOrderRow *self = g_object_new (LIEUDIT_TYPE_QUIZ_ORDER_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  self->choice = choice;
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  /* Translators: %s is a place in a list */
  add_button (GTK_BOX (box), "go-up-symbolic", "order.up", g_strdup_printf (_("Move %s up"), name));
  /* Translators: %s is a place in a list */
  add_button (GTK_BOX (box), "go-down-symbolic", "order.down", g_strdup_printf (_("Move %s down"), name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * lieudit_quiz_order_row_get_choice:
 * @self: a row
 *
 * Returns: which of the choices it is
 */
guint
lieudit_quiz_order_row_get_choice (LieuditQuizOrderRow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_ORDER_ROW (self), 0);

  return self->choice;
}
