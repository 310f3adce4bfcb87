/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "present/lieudit-lesson-editor.h"

#include "present/lieudit-step-row.h"

/**
 * LieuditLessonEditor:
 *
 * A window in which a teacher prepares a lesson: leaves steps out, gives them titles
 * and questions, and changes their order.
 */
struct _LieuditLessonEditor
{
  AdwWindow parent_instance;

  GtkStack           *stack;
  GtkListView        *list_view;
  GtkSingleSelection *selection;
  GtkToggleButton    *sentences_button;
  GtkToggleButton    *places_button;
  GtkEditable        *title_entry;
  GtkEditable        *question_entry;
  GtkWidget          *form;
  GtkWidget          *reset_button;

  LieuditLesson      *lesson;
  guint               shown; /* whose texts are in the entries */
  gboolean            is_typed; /* there is something in the entries that is not in the step */
  gboolean            is_updating;
};

G_DEFINE_FINAL_TYPE (LieuditLessonEditor, lieudit_lesson_editor, ADW_TYPE_WINDOW)

static void
select_position (LieuditLessonEditor *self,
                 guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
moved_cb (LieuditLessonEditor *self,
          guint                from,
          guint                to)
{
  lieudit_lesson_move (self->lesson, from, to);
  select_position (self, to);
}

static void
setup_cb (LieuditLessonEditor *self,
          GtkListItem         *item)
{
  GtkWidget *row = lieudit_step_row_new ();

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (LieuditLessonEditor *self,
         GtkListItem         *item)
{
  lieudit_step_row_bind (LIEUDIT_STEP_ROW (gtk_list_item_get_child (item)), self->lesson, item);
}

static void
unbind_cb (LieuditLessonEditor *self,
           GtkListItem         *item)
{
  lieudit_step_row_unbind (LIEUDIT_STEP_ROW (gtk_list_item_get_child (item)));
}

/* What was typed belongs to the step for which it was. */
static void
write_texts (LieuditLessonEditor *self)
{
  g_autofree char *title = NULL;
  g_autofree char *question = NULL;

  if (!self->is_typed || lieudit_lesson_get_step (self->lesson, self->shown) == NULL)
    return;

  title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_entry)));
  question = g_strstrip (g_strdup (gtk_editable_get_text (self->question_entry)));
  self->is_typed = FALSE;
  lieudit_lesson_write (self->lesson, self->shown, title, question);
}

static void
typed_cb (LieuditLessonEditor *self)
{
  if (!self->is_updating)
    self->is_typed = TRUE;
}

static void
set_entry (GtkEditable *entry,
           const char  *text)
{
  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
show_texts (LieuditLessonEditor *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  LieuditStep *step = position != GTK_INVALID_LIST_POSITION ? lieudit_lesson_get_step (self->lesson, position) : NULL;

  self->is_updating = TRUE;
  self->shown = step != NULL ? position : LIEUDIT_LESSON_NOWHERE;
  gtk_widget_set_sensitive (self->form, step != NULL);
  set_entry (self->title_entry, step != NULL ? lieudit_step_get_title (step) : NULL);
  set_entry (self->question_entry, step != NULL ? lieudit_step_get_question (step) : NULL);
  self->is_updating = self->is_typed = FALSE;
}

static void
selected_cb (LieuditLessonEditor *self)
{
  if (gtk_single_selection_get_selected (self->selection) == self->shown)
    return;

  write_texts (self);
  show_texts (self);
}

static void
steps_changed_cb (LieuditLessonEditor *self)
{
  gboolean is_by_places = lieudit_stops_get_walk (lieudit_lesson_get_stops (self->lesson)) == LIEUDIT_WALK_PLACES;

  gtk_toggle_button_set_active (is_by_places ? self->places_button : self->sentences_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, lieudit_lesson_get_n_steps (self->lesson) > 0 ? "steps" : "empty");
  gtk_widget_set_sensitive (self->reset_button, lieudit_lesson_is_prepared (self->lesson));
  show_texts (self);
}

static void
walk_cb (LieuditLessonEditor *self)
{
  if (self->lesson == NULL)
    return;

  write_texts (self);
  lieudit_stops_set_walk (lieudit_lesson_get_stops (self->lesson),
                          gtk_toggle_button_get_active (self->places_button) ? LIEUDIT_WALK_PLACES : LIEUDIT_WALK_SENTENCES);
}

static void
reset_cb (LieuditLessonEditor *self)
{
  self->shown = LIEUDIT_LESSON_NOWHERE;
  lieudit_lesson_reset (self->lesson);
}

static gboolean
lieudit_lesson_editor_close_request (GtkWindow *window)
{
  write_texts (LIEUDIT_LESSON_EDITOR (window));

  return GTK_WINDOW_CLASS (lieudit_lesson_editor_parent_class)->close_request (window);
}

static void
lieudit_lesson_editor_dispose (GObject *object)
{
  LieuditLessonEditor *self = LIEUDIT_LESSON_EDITOR (object);

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (lieudit_lesson_editor_parent_class)->dispose (object);
}

static void
lieudit_lesson_editor_class_init (LieuditLessonEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_lesson_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lieudit_lesson_editor_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-lesson-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, list_view);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, selection);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, sentences_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, places_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, question_entry);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, form);
  gtk_widget_class_bind_template_child (widget_class, LieuditLessonEditor, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, walk_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_texts);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lieudit_lesson_editor_init (LieuditLessonEditor *self)
{
  self->shown = LIEUDIT_LESSON_NOWHERE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_lesson_editor_new:
 * @lesson: the lesson to prepare
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
lieudit_lesson_editor_new (LieuditLesson *lesson)
{
  LieuditLessonEditor *self;

  g_return_val_if_fail (LIEUDIT_IS_LESSON (lesson), NULL);

  self = g_object_new (LIEUDIT_TYPE_LESSON_EDITOR, NULL);
  self->lesson = g_object_ref (lesson);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (lesson));
  g_signal_connect_object (lesson, "items-changed", G_CALLBACK (steps_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  steps_changed_cb (self);

  return GTK_WIDGET (self);
}
