/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-filter-bar.h"

#include <glib/gi18n.h>

#include "places/lieudit-place-choices.h"

struct _LieuditPlaceFilterBar
{
  GtkWidget         parent_instance;

  GtkWidget        *box;
  GtkEditable      *entry;
  GtkWidget        *filter_button;
  GtkDropDown      *kind_choice;
  GtkDropDown      *country_choice;
  GtkDropDown      *status_choice;
  GtkCheckButton   *unsure_check;
  GtkWidget        *result_box;
  GtkLabel         *result_label;

  LieuditSelection *selection;
  GArray           *kinds;     /* int, as the choice lists them */
  GPtrArray        *countries; /* char *, as the choice lists them */
  gboolean          showing;   /* what is set; not what the person sets */
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditPlaceFilterBar, lieudit_place_filter_bar, GTK_TYPE_WIDGET)

static LieuditPlaceFilter *
get_filter (LieuditPlaceFilterBar *self)
{
  return self->selection != NULL ? lieudit_selection_get_filter (self->selection) : NULL;
}

static guint
count_places (LieuditAnalysis *analysis)
{
  return analysis != NULL ? g_list_model_get_n_items (lieudit_analysis_get_places (analysis)) : 0;
}

static void
show_result (LieuditPlaceFilterBar *self)
{
  LieuditPlaceFilter *filter = get_filter (self);
  guint n_places = count_places (lieudit_selection_get_analysis (self->selection));
  guint n_shown = count_places (lieudit_selection_get_shown (self->selection));
  gboolean is_clear = lieudit_place_filter_is_clear (filter);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u of %u place shown", "%u of %u places shown", n_places), n_shown, n_places);

  gtk_label_set_label (self->result_label, text);
  gtk_widget_set_visible (self->result_box, !is_clear);
  if (is_clear)
    gtk_widget_remove_css_class (self->filter_button, "accent");
  else
    gtk_widget_add_css_class (self->filter_button, "accent");
}

static guint
find_kind (LieuditPlaceFilterBar *self,
           int                    kind)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      if (g_array_index (self->kinds, int, i) == kind)
        return i;
    }

  return 0;
}

/* The filter may have been changed elsewhere. */
static void
show_filter (LieuditPlaceFilterBar *self)
{
  LieuditPlaceFilter *filter = get_filter (self);
  guint country = 0;

  self->showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->entry), lieudit_place_filter_get_text (filter)) != 0)
    gtk_editable_set_text (self->entry, lieudit_place_filter_get_text (filter));
  g_ptr_array_find_with_equal_func (self->countries, lieudit_place_filter_get_country (filter), g_str_equal, &country);
  gtk_drop_down_set_selected (self->kind_choice, find_kind (self, lieudit_place_filter_get_kind (filter)));
  gtk_drop_down_set_selected (self->country_choice, country);
  gtk_drop_down_set_selected (self->status_choice, (guint) (lieudit_place_filter_get_status (filter) + 1));
  gtk_check_button_set_active (self->unsure_check, lieudit_place_filter_get_unsure_only (filter));
  self->showing = FALSE;
  show_result (self);
}

/* Only what the article has can be chosen, and what is chosen already. */
static void
list_choices (LieuditPlaceFilterBar *self)
{
  LieuditPlaceFilter *filter = get_filter (self);
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  g_autoptr(GtkStringList) kinds = NULL;
  g_autoptr(GtkStringList) countries = NULL;

  self->showing = TRUE;
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  self->kinds = lieudit_list_kinds (analysis, lieudit_place_filter_get_kind (filter), &kinds);
  self->countries = lieudit_list_countries (analysis, lieudit_place_filter_get_country (filter), &countries);
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->country_choice, G_LIST_MODEL (countries));
  self->showing = FALSE;
  show_filter (self);
}

static void
search_changed_cb (LieuditPlaceFilterBar *self)
{
  if (!self->showing && self->selection != NULL)
    lieudit_place_filter_set_text (get_filter (self), gtk_editable_get_text (self->entry));
}

static void
stop_search_cb (LieuditPlaceFilterBar *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
entry_activate_cb (LieuditPlaceFilterBar *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
kind_chosen_cb (LieuditPlaceFilterBar *self)
{
  guint position = gtk_drop_down_get_selected (self->kind_choice);

  if (!self->showing && self->selection != NULL && position < self->kinds->len)
    lieudit_place_filter_set_kind (get_filter (self), g_array_index (self->kinds, int, position));
}

static void
country_chosen_cb (LieuditPlaceFilterBar *self)
{
  guint position = gtk_drop_down_get_selected (self->country_choice);

  if (!self->showing && self->selection != NULL && position < self->countries->len)
    lieudit_place_filter_set_country (get_filter (self), g_ptr_array_index (self->countries, position));
}

static void
status_chosen_cb (LieuditPlaceFilterBar *self)
{
  guint position = gtk_drop_down_get_selected (self->status_choice);

  if (!self->showing && self->selection != NULL && position != GTK_INVALID_LIST_POSITION)
    lieudit_place_filter_set_status (get_filter (self), (int) position - 1);
}

static void
unsure_toggled_cb (LieuditPlaceFilterBar *self)
{
  if (!self->showing && self->selection != NULL)
    lieudit_place_filter_set_unsure_only (get_filter (self), gtk_check_button_get_active (self->unsure_check));
}

static void
show_all_cb (LieuditPlaceFilterBar *self)
{
  lieudit_place_filter_clear (get_filter (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
lieudit_place_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIEUDIT_PLACE_FILTER_BAR (widget)->entry));
}

static void
lieudit_place_filter_bar_dispose (GObject *object)
{
  LieuditPlaceFilterBar *self = LIEUDIT_PLACE_FILTER_BAR (object);

  lieudit_place_filter_bar_set_selection (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->countries, g_ptr_array_unref);

  G_OBJECT_CLASS (lieudit_place_filter_bar_parent_class)->dispose (object);
}

static void
lieudit_place_filter_bar_class_init (LieuditPlaceFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_place_filter_bar_dispose;
  widget_class->grab_focus = lieudit_place_filter_bar_grab_focus;

  /**
   * LieuditPlaceFilterBar::done:
   * @self: a filter bar
   *
   * Enough was typed: the list may have the keyboard again.
   */
  signals[DONE] =
    g_signal_new ("done", LIEUDIT_TYPE_PLACE_FILTER_BAR, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "place-filter");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-place-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, country_choice);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, status_choice);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, unsure_check);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, result_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceFilterBar, result_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_choices);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, country_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unsure_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
lieudit_place_filter_bar_init (LieuditPlaceFilterBar *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (int));
  self->countries = g_ptr_array_new_with_free_func (g_free);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

/**
 * lieudit_place_filter_bar_new:
 *
 * Makes what narrows the list of places down.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
lieudit_place_filter_bar_new (void)
{
  return g_object_new (LIEUDIT_TYPE_PLACE_FILTER_BAR, NULL);
}

/**
 * lieudit_place_filter_bar_set_selection:
 * @self: a filter bar
 * @selection: (nullable): the selection whose filter to show and change
 *
 * Sets the selection.
 */
void
lieudit_place_filter_bar_set_selection (LieuditPlaceFilterBar *self,
                                        LieuditSelection      *selection)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER_BAR (self));
  g_return_if_fail (selection == NULL || LIEUDIT_IS_SELECTION (selection));

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (lieudit_selection_get_filter (self->selection), self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;

  g_signal_connect_swapped (lieudit_selection_get_filter (selection), "changed", G_CALLBACK (show_filter), self);
  g_signal_connect_swapped (selection, "notify::shown", G_CALLBACK (show_result), self);
  list_choices (self);
}
