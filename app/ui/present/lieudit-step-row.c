/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "present/lieudit-step-row.h"

#include <glib/gi18n.h>

/**
 * LieuditStepRow:
 *
 * A step in the list of those of a lesson: taken in or left out, and moved up and
 * down.
 */
struct _LieuditStepRow
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkCheckButton *check_button;
  GtkLabel       *title_label;
  GtkLabel       *places_label;
  GtkWidget      *up_button;
  GtkWidget      *down_button;

  LieuditLesson  *lesson;
  GtkListItem    *item; /* unowned; it owns the row */
  gboolean        is_binding;
};

enum {
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditStepRow, lieudit_step_row, GTK_TYPE_WIDGET)

static void
toggled_cb (LieuditStepRow *self)
{
  if (!self->is_binding && self->item != NULL)
    lieudit_lesson_set_skipped (self->lesson, gtk_list_item_get_position (self->item), !gtk_check_button_get_active (self->check_button));
}

static void
move (LieuditStepRow *self,
      int             by)
{
  guint from = gtk_list_item_get_position (self->item);
  guint to = from + (guint) by;

  if (to < lieudit_lesson_get_n_steps (self->lesson))
    g_signal_emit (self, signals[MOVED], 0, from, to);
}

static void
up_cb (LieuditStepRow *self)
{
  move (self, -1);
}

static void
down_cb (LieuditStepRow *self)
{
  move (self, 1);
}

static void
lieudit_step_row_dispose (GObject *object)
{
  LieuditStepRow *self = LIEUDIT_STEP_ROW (object);

  g_clear_object (&self->lesson);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_step_row_parent_class)->dispose (object);
}

static void
lieudit_step_row_class_init (LieuditStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_step_row_dispose;

  /**
   * LieuditStepRow::moved:
   * @self: the row
   * @from: where its step is
   * @to: where the person wants it
   */
  signals[MOVED] = g_signal_new ("moved", LIEUDIT_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "steprow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditStepRow, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditStepRow, check_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditStepRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditStepRow, places_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditStepRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditStepRow, down_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
}

static void
lieudit_step_row_init (LieuditStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_step_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
lieudit_step_row_new (void)
{
  return g_object_new (LIEUDIT_TYPE_STEP_ROW, NULL);
}

static void
name_button (GtkWidget  *button,
             const char *format,
             const char *places)
{
  g_autofree char *name = g_strdup_printf (format, places);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * lieudit_step_row_bind:
 * @self: a row
 * @lesson: the lesson that the step is of
 * @item: the list item of the step
 *
 * Shows a step.
 */
void
lieudit_step_row_bind (LieuditStepRow *self,
                       LieuditLesson  *lesson,
                       GtkListItem    *item)
{
  LieuditStep *step = gtk_list_item_get_item (item);
  const char *title = lieudit_step_get_title (step);
  g_autofree char *places = lieudit_step_describe_places (step);
  g_autofree char *name = NULL;

  g_return_if_fail (LIEUDIT_IS_STEP_ROW (self));
  g_return_if_fail (LIEUDIT_IS_LESSON (lesson));

  g_set_object (&self->lesson, lesson);
  self->item = item;
  self->is_binding = TRUE;
  gtk_check_button_set_active (self->check_button, !lieudit_step_is_skipped (step));
  self->is_binding = FALSE;
  gtk_label_set_label (self->title_label, title != NULL ? title : lieudit_step_get_text (step));
  gtk_label_set_label (self->places_label, places);
  /* Translators: %s are the places in a step of a lesson */
  name = g_strdup_printf (_("Show the step with %s"), places);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Translators: %s are the places in a step of a lesson */
  name_button (self->up_button, _("Earlier: %s"), places);
  /* Translators: %s are the places in a step of a lesson */
  name_button (self->down_button, _("Later: %s"), places);
}

/**
 * lieudit_step_row_unbind:
 * @self: a row
 *
 * Forgets its step.
 */
void
lieudit_step_row_unbind (LieuditStepRow *self)
{
  g_return_if_fail (LIEUDIT_IS_STEP_ROW (self));

  self->item = NULL;
}
