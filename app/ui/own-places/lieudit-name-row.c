/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "own-places/lieudit-name-row.h"

#include <glib/gi18n.h>

/**
 * LieuditNameRow:
 *
 * A row for one name of a place and the language it is in.
 */
struct _LieuditNameRow
{
  AdwEntryRow  parent_instance;

  GtkDropDown *language_drop_down;
  GtkWidget   *remove_button;
};

enum {
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditNameRow, lieudit_name_row, ADW_TYPE_ENTRY_ROW)

/* In the order of the list in the template. */
static const LieuditLanguage languages[] = {
  LIEUDIT_LANGUAGE_FRENCH,
  LIEUDIT_LANGUAGE_ENGLISH,
  LIEUDIT_LANGUAGE_ARABIC,
  LIEUDIT_LANGUAGE_TURKISH,
  LIEUDIT_LANGUAGE_TRANSLITERATION,
  LIEUDIT_LANGUAGE_UNKNOWN,
};

/* Several rows are alike to somebody who does not see which name the buttons stand at. */
static void
name_changed_cb (LieuditNameRow *self)
{
  g_autofree char *name = lieudit_name_row_dup_name (self);
  g_autofree char *language_label = NULL;
  g_autofree char *remove_label = NULL;

  if (*name != '\0')
    {
      language_label = g_strdup_printf (_("Language of “%s”"), name);
      remove_label = g_strdup_printf (_("Remove the Name “%s”"), name);
    }
  else
    {
      language_label = g_strdup (_("Language of the Name"));
      remove_label = g_strdup (_("Remove the Empty Name"));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, language_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
}

static void
remove_clicked_cb (LieuditNameRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
lieudit_name_row_class_init (LieuditNameRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * LieuditNameRow::removed:
   * @self: a row
   *
   * The person wants the row to go.
   */
  signals[REMOVED] =
    g_signal_new ("removed", LIEUDIT_TYPE_NAME_ROW, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-name-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditNameRow, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LieuditNameRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
lieudit_name_row_init (LieuditNameRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_name_row_new:
 * @name: (nullable): a name, to be changed
 * @language: the language it is in
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lieudit_name_row_new (const char      *name,
                      LieuditLanguage  language)
{
  LieuditNameRow *self = g_object_new (LIEUDIT_TYPE_NAME_ROW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (languages[i] == language)
        gtk_drop_down_set_selected (self->language_drop_down, i);
    }
  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self), name);
  name_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * lieudit_name_row_dup_name:
 * @self: a row
 *
 * Returns: (transfer full): the name, without space around it
 */
char *
lieudit_name_row_dup_name (LieuditNameRow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NAME_ROW (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

/**
 * lieudit_name_row_get_language:
 * @self: a row
 *
 * Returns: the language that was chosen
 */
LieuditLanguage
lieudit_name_row_get_language (LieuditNameRow *self)
{
  guint selected;

  g_return_val_if_fail (LIEUDIT_IS_NAME_ROW (self), LIEUDIT_LANGUAGE_UNKNOWN);

  selected = gtk_drop_down_get_selected (self->language_drop_down);

  return selected < G_N_ELEMENTS (languages) ? languages[selected] : LIEUDIT_LANGUAGE_UNKNOWN;
}
