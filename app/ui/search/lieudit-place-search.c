/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/lieudit-place-search.h"

#include <glib/gi18n.h>

#include "gazetteer/lieudit-name-search.h"
#include "search/lieudit-search-row.h"

#define MOST_RESULTS 50
#define WIDTH 420

struct _LieuditPlaceSearch
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkEditable        *entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkSingleSelection *model;

  LieuditGazetteer   *gazetteer;
  LieuditLanguage     language;
  LieuditBounds       view;
  GListStore         *results;
  GCancellable       *searching;
  GtkWidget          *focused_before; /* weak */
  gboolean            is_activating; /* Enter came before the results did */
};

enum {
  PLACE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditPlaceSearch, lieudit_place_search, GTK_TYPE_WIDGET)

static void
stop_searching (LieuditPlaceSearch *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->is_activating = FALSE;
}

static void
activate (LieuditPlaceSearch *self,
          guint               position)
{
  g_autoptr(LieuditNameResult) result = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (result == NULL)
    return;

  lieudit_place_search_close (self);
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, lieudit_name_result_get_place (result));
}

static void
show_results (LieuditPlaceSearch *self,
              GPtrArray          *results)
{
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)),
                       results->pdata, results->len);
  gtk_single_selection_set_selected (self->model, 0);
  gtk_stack_set_visible_child_name (self->stack, results->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), TRUE);
  if (results->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(LieuditPlaceSearch) self = LIEUDIT_PLACE_SEARCH (user_data);
  g_autoptr(GPtrArray) results = lieudit_name_search_run_finish (result, NULL);
  gboolean is_activating = self->is_activating;

  /* The only error is that somebody has typed on. */
  if (results == NULL)
    return;

  stop_searching (self);
  show_results (self, results);
  if (is_activating)
    activate (self, 0);
}

static void
text_changed_cb (LieuditPlaceSearch *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  stop_searching (self);
  if (*text == '\0' || self->gazetteer == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->stack), FALSE);
      g_list_store_remove_all (self->results);
      return;
    }

  self->searching = g_cancellable_new ();
  lieudit_name_search_run_async (self->gazetteer, text, &self->view, MOST_RESULTS, self->searching,
                                 searched_cb, g_object_ref (self));
}

static void
entry_activated_cb (LieuditPlaceSearch *self)
{
  if (self->searching != NULL)
    self->is_activating = TRUE;
  else
    activate (self, gtk_single_selection_get_selected (self->model));
}

static void
close_cb (LieuditPlaceSearch *self)
{
  lieudit_place_search_close (self);
}

static void
move_selection (LieuditPlaceSearch *self,
                int                 step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint selected = gtk_single_selection_get_selected (self->model);

  if (n_items == 0)
    return;

  selected = (guint) CLAMP ((int) selected + step, 0, (int) n_items - 1);
  gtk_single_selection_set_selected (self->model, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", selected);
}

/* The entry keeps the focus while one goes through the list, so that one can type on. */
static gboolean
key_pressed_cb (LieuditPlaceSearch *self,
                guint               keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
row_clicked_cb (GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  activate (LIEUDIT_PLACE_SEARCH (gtk_widget_get_ancestor (row, LIEUDIT_TYPE_PLACE_SEARCH)),
            gtk_list_item_get_position (list_item));
}

/*
 * One click chooses. GtkListView's own way of it selects whatever comes to lie
 * under a pointer at rest, and Enter would then show another place than the first.
 */
static void
setup_row_cb (LieuditPlaceSearch *self,
              GtkListItem        *list_item)
{
  GtkWidget *row = lieudit_search_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), list_item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LieuditPlaceSearch *self,
             GtkListItem        *list_item)
{
  LieuditSearchRow *row = LIEUDIT_SEARCH_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *label = NULL;

  lieudit_search_row_set_result (row, gtk_list_item_get_item (list_item), self->language);

  /* GtkListItem has no accessible label before GTK 4.12; the widget around the row does. */
  label = lieudit_search_row_dup_label (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
row_activated_cb (LieuditPlaceSearch *self,
                  guint               position)
{
  activate (self, position);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  lieudit_place_search_close (LIEUDIT_PLACE_SEARCH (widget));
}

/* The question is to be seen, so what was typed for something else gives way. */
static void
ask (LieuditPlaceSearch *self,
     const char         *prompt)
{
  if (prompt != NULL)
    gtk_editable_set_text (self->entry, "");
  g_object_set (self->entry, "placeholder-text", prompt != NULL ? prompt : _("A place, in any language"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, prompt != NULL ? prompt : _("Find a Place"), -1);
}

static void
lieudit_place_search_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  LieuditPlaceSearch *self = LIEUDIT_PLACE_SEARCH (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, WIDTH);
}

static void
lieudit_place_search_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  gtk_widget_size_allocate (LIEUDIT_PLACE_SEARCH (widget)->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
lieudit_place_search_dispose (GObject *object)
{
  LieuditPlaceSearch *self = LIEUDIT_PLACE_SEARCH (object);

  stop_searching (self);
  g_clear_weak_pointer (&self->focused_before);
  g_clear_object (&self->gazetteer);
  g_clear_object (&self->results);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_place_search_parent_class)->dispose (object);
}

static void
lieudit_place_search_class_init (LieuditPlaceSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_place_search_dispose;
  widget_class->measure = lieudit_place_search_measure;
  widget_class->size_allocate = lieudit_place_search_size_allocate;

  /**
   * LieuditPlaceSearch::place-activated:
   * @self: the search
   * @place: the place that was chosen
   */
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", LIEUDIT_TYPE_PLACE_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_PLACE);

  gtk_widget_class_install_action (widget_class, "search.close", NULL, close_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-place-search.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceSearch, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceSearch, stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceSearch, list_view);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceSearch, model);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
lieudit_place_search_init (LieuditPlaceSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->results = g_list_store_new (LIEUDIT_TYPE_NAME_RESULT);
  gtk_single_selection_set_model (self->model, G_LIST_MODEL (self->results));
}

/**
 * lieudit_place_search_open:
 * @self: a search
 * @gazetteer: (nullable): where to search
 * @language: the language of the names to show
 * @view: what the map shows, where places are preferred
 * @prompt: (nullable): what is asked for, if it is more than any place
 * @name: (nullable): what to look for at once
 *
 * Shows the search box with @name, or else with what was looked for last, to be
 * typed over.
 */
void
lieudit_place_search_open (LieuditPlaceSearch  *self,
                           LieuditGazetteer    *gazetteer,
                           LieuditLanguage      language,
                           const LieuditBounds *view,
                           const char          *prompt,
                           const char          *name)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_SEARCH (self));
  g_return_if_fail (gazetteer == NULL || LIEUDIT_IS_GAZETTEER (gazetteer));
  g_return_if_fail (view != NULL);

  g_set_object (&self->gazetteer, gazetteer);
  self->language = language;
  self->view = *view;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focused_before, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  ask (self, prompt);
  if (name != NULL)
    gtk_editable_set_text (self->entry, name);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  text_changed_cb (self);
}

/**
 * lieudit_place_search_close:
 * @self: a search
 *
 * Hides the search box. What was typed stays for the next time.
 */
void
lieudit_place_search_close (LieuditPlaceSearch *self)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_SEARCH (self));

  stop_searching (self);
  if (self->focused_before != NULL)
    gtk_widget_grab_focus (self->focused_before);
  g_clear_weak_pointer (&self->focused_before);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
