/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/lieudit-search-row.h"

#include <glib/gi18n.h>

#include "lieudit-place-description.h"
#include "text/lieudit-folded-text.h"

struct _LieuditSearchRow
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *name_label;
  GtkLabel  *spelling_label;
  GtkLabel  *detail_label;
};

G_DEFINE_FINAL_TYPE (LieuditSearchRow, lieudit_search_row, GTK_TYPE_WIDGET)

/* The name that was found tells something only where the place is shown under another. */
static gboolean
is_same_name (const char *name,
              const char *spelling)
{
  g_autofree char *folded_name = lieudit_fold_name (name);
  g_autofree char *folded_spelling = lieudit_fold_name (spelling);

  return g_str_equal (folded_name, folded_spelling);
}

static void
lieudit_search_row_dispose (GObject *object)
{
  LieuditSearchRow *self = LIEUDIT_SEARCH_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_search_row_parent_class)->dispose (object);
}

static void
lieudit_search_row_class_init (LieuditSearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_search_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditSearchRow, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditSearchRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditSearchRow, spelling_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditSearchRow, detail_label);
}

static void
lieudit_search_row_init (LieuditSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_search_row_new:
 *
 * Returns: (transfer floating): a row without a result
 */
GtkWidget *
lieudit_search_row_new (void)
{
  return g_object_new (LIEUDIT_TYPE_SEARCH_ROW, NULL);
}

/**
 * lieudit_search_row_set_result:
 * @self: a row
 * @result: what to show
 * @language: the language of the reader
 *
 * Shows a place: its name, the name that was found, its kind and where it lies.
 */
void
lieudit_search_row_set_result (LieuditSearchRow  *self,
                               LieuditNameResult *result,
                               LieuditLanguage    language)
{
  LieuditPlace *place = lieudit_name_result_get_place (result);
  const char *name = lieudit_place_get_name (place, language);
  const char *spelling = lieudit_name_result_get_spelling (result);
  g_autofree char *detail = lieudit_describe_place (place, language);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->spelling_label, spelling);
  gtk_widget_set_visible (GTK_WIDGET (self->spelling_label), !is_same_name (name, spelling));
  gtk_label_set_label (self->detail_label, detail);
}

/**
 * lieudit_search_row_dup_label:
 * @self: a row
 *
 * Returns: (transfer full): what the row says, in one line
 */
char *
lieudit_search_row_dup_label (LieuditSearchRow *self)
{
  const char *name = gtk_label_get_label (self->name_label);
  const char *detail = gtk_label_get_label (self->detail_label);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->spelling_label)))
    /* Translators: a place found, as screen readers say it: its name, and what it is and where */
    return g_strdup_printf (_("%s, %s"), name, detail);

  /* Translators: a place found, as screen readers say it: its name, another name of it, and what it is and where */
  return g_strdup_printf (_("%s, found as %s, %s"), name, gtk_label_get_label (self->spelling_label), detail);
}
