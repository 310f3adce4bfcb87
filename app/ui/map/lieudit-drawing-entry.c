/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-drawing-entry.h"

#include "session/lieudit-drawing.h"

/* In characters. */
#define WIDTH 24

/**
 * LieuditDrawingEntry:
 *
 * Asks at a point of the map for what is to be written there, or for how many
 * kilometres a circle is to have.
 */
struct _LieuditDrawingEntry
{
  GtkPopover parent_instance;

  GtkLabel *label;
  GtkEntry *entry;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditDrawingEntry, lieudit_drawing_entry, GTK_TYPE_POPOVER)

static void
activate_cb (LieuditDrawingEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean is_taken = FALSE;

  if (*text != '\0')
    g_signal_emit (self, signals[ENTERED], 0, text, &is_taken);
  if (is_taken)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
changed_cb (LieuditDrawingEntry *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
lieudit_drawing_entry_class_init (LieuditDrawingEntryClass *klass)
{
  /**
   * LieuditDrawingEntry::entered:
   * @self: the entry
   * @text: what was entered, not empty
   *
   * Returns: whether it can be used; else the person is asked on
   */
  signals[ENTERED] = g_signal_new ("entered", LIEUDIT_TYPE_DRAWING_ENTRY, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                                   NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
lieudit_drawing_entry_init (LieuditDrawingEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0.0f);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH);
  /* In the worst case, each character has four bytes. */
  gtk_entry_set_max_length (self->entry, LIEUDIT_DRAWING_TEXT_LIMIT / 4);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_drawing_entry_new:
 *
 * Returns: (transfer floating): a popover to ask with
 */
GtkWidget *
lieudit_drawing_entry_new (void)
{
  return g_object_new (LIEUDIT_TYPE_DRAWING_ENTRY, NULL);
}

/**
 * lieudit_drawing_entry_ask:
 * @self: an entry
 * @prompt: what to enter
 * @area: where it belongs, in pixels of its parent
 *
 * Asks; what is entered is told by ::entered.
 */
void
lieudit_drawing_entry_ask (LieuditDrawingEntry *self,
                           const char          *prompt,
                           const GdkRectangle  *area)
{
  g_return_if_fail (LIEUDIT_IS_DRAWING_ENTRY (self));
  g_return_if_fail (prompt != NULL);
  g_return_if_fail (area != NULL);

  gtk_label_set_label (self->label, prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
