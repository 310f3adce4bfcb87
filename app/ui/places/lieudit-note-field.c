/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-note-field.h"

/* After so long a pause what was written is taken over: it should survive a crash. */
#define PAUSE_MILLISECONDS 1000

/**
 * LieuditNoteField:
 *
 * Where a person writes a note. It is taken over once they pause or leave the
 * field, or the field goes away.
 */
struct _LieuditNoteField
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  GtkLabel    *title_label;
  GtkTextView *text_view;

  char        *text; /* as it was taken over last */
  guint        pause;
};

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditNoteField, lieudit_note_field, GTK_TYPE_WIDGET)

static char *
dup_written (LieuditNoteField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
paused_cb (gpointer user_data)
{
  LieuditNoteField *self = LIEUDIT_NOTE_FIELD (user_data);

  self->pause = 0;
  lieudit_note_field_commit (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (LieuditNoteField *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MILLISECONDS, paused_cb, self);
}

static void
lieudit_note_field_unmap (GtkWidget *widget)
{
  lieudit_note_field_commit (LIEUDIT_NOTE_FIELD (widget));

  GTK_WIDGET_CLASS (lieudit_note_field_parent_class)->unmap (widget);
}

static void
lieudit_note_field_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LieuditNoteField *self = LIEUDIT_NOTE_FIELD (object);

  if (property_id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (self->title_label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
lieudit_note_field_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LieuditNoteField *self = LIEUDIT_NOTE_FIELD (object);
  const char *title;

  if (property_id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  title = g_value_get_string (value);
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
lieudit_note_field_dispose (GObject *object)
{
  LieuditNoteField *self = LIEUDIT_NOTE_FIELD (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (lieudit_note_field_parent_class)->dispose (object);
}

static void
lieudit_note_field_class_init (LieuditNoteFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_note_field_get_property;
  object_class->set_property = lieudit_note_field_set_property;
  object_class->dispose = lieudit_note_field_dispose;
  widget_class->unmap = lieudit_note_field_unmap;

  /**
   * LieuditNoteField:title:
   *
   * What the note is on.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LieuditNoteField::committed:
   * @self: a note field
   * @text: what was written
   *
   * The person is done with writing, and wrote something else than there was.
   */
  signals[COMMITTED] =
    g_signal_new ("committed", LIEUDIT_TYPE_NOTE_FIELD, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "note-field");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-note-field.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditNoteField, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditNoteField, title_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditNoteField, text_view);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_note_field_commit);
}

static void
lieudit_note_field_init (LieuditNoteField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_strdup ("");
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lieudit_note_field_set_text:
 * @self: a note field
 * @text: (nullable): the note that there is
 *
 * Shows a note, to be written on. What was written on another one and not taken
 * over is gone: see lieudit_note_field_commit().
 */
void
lieudit_note_field_set_text (LieuditNoteField *self,
                             const char       *text)
{
  g_return_if_fail (LIEUDIT_IS_NOTE_FIELD (self));

  /* Who is writing is not interrupted by what they wrote. */
  if (g_strcmp0 (self->text, text != NULL ? text : "") == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), self->text, -1);
}

/**
 * lieudit_note_field_commit:
 * @self: a note field
 *
 * Takes over what was written, if it is something else than there was.
 */
void
lieudit_note_field_commit (LieuditNoteField *self)
{
  g_autofree char *written = NULL;

  g_return_if_fail (LIEUDIT_IS_NOTE_FIELD (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  written = dup_written (self);
  if (g_str_equal (written, self->text))
    return;

  g_free (self->text);
  self->text = g_strdup (written);
  g_signal_emit (self, signals[COMMITTED], 0, written);
}
