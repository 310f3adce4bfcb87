/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens where the pointer or the caret is: lighting, selecting and explaining the name there. */
#include "config.h"

#include "reader/lieudit-reader-private.h"

#include "reader/lieudit-mention-preview.h"

static LieuditMention *
get_mention_at_iter (LieuditReader     *self,
                     const GtkTextIter *iter)
{
  LieuditAnalysis *analysis = lieudit_reader_get_shown (self);
  gsize code_point;

  if (analysis == NULL || !lieudit_article_buffer_get_code_point (self->buffer, iter, &code_point))
    return NULL;

  return lieudit_analysis_get_mention_at (analysis, code_point);
}

static LieuditMention *
get_mention_at_position (LieuditReader *self,
                         double         x,
                         double         y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->text_view, &iter, buffer_x, buffer_y))
    return NULL;

  return get_mention_at_iter (self, &iter);
}

static void
set_pointing (LieuditReader *self,
              gboolean       pointing)
{
  if (self->pointing == pointing)
    return;

  self->pointing = pointing;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text_view), pointing ? "pointer" : "text");
}

static void
hover_mention (LieuditReader  *self,
               LieuditMention *mention)
{
  LieuditAnalysis *analysis = lieudit_reader_get_shown (self);

  set_pointing (self, mention != NULL);
  if (analysis != NULL)
    lieudit_selection_set_hovered_place (self->selection,
                                         mention != NULL ? lieudit_analysis_find_place (analysis, mention) : NULL);
}

static void
motion_cb (LieuditReader *self,
           double         x,
           double         y)
{
  hover_mention (self, get_mention_at_position (self, x, y));
}

static void
leave_cb (LieuditReader *self)
{
  hover_mention (self, NULL);
}

static void
released_cb (LieuditReader *self,
             int            n_press,
             double         x,
             double         y)
{
  LieuditMention *mention;

  /* A drag that selects text may well end on a name. */
  if (self->editing || n_press != 1 || gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;

  mention = get_mention_at_position (self, x, y);
  if (mention != NULL)
    lieudit_selection_select_mention (self->selection, mention);
}

static gboolean
key_pressed_cb (LieuditReader   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  LieuditMention *mention;
  GtkTextIter iter;

  if (self->editing || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  mention = get_mention_at_iter (self, &iter);
  if (mention == NULL)
    return GDK_EVENT_PROPAGATE;

  lieudit_selection_select_mention (self->selection, mention);

  return GDK_EVENT_STOP;
}

static gboolean
query_tooltip_cb (LieuditReader *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  LieuditMention *mention;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  mention = keyboard ? get_mention_at_iter (self, &iter) : get_mention_at_position (self, x, y);
  if (mention == NULL)
    return FALSE;

  gtk_tooltip_set_custom (tooltip, lieudit_mention_preview_new (lieudit_reader_get_shown (self), mention));

  return TRUE;
}

/*
 * lieudit_reader_class_init_pointing:
 * @klass: the class of readers
 *
 * Gives the template what it calls.
 */
void
lieudit_reader_class_init_pointing (LieuditReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}
