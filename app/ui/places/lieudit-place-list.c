/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-list.h"

#include <glib/gi18n.h>

#include "lieudit-toolkit.h"
#include "places/lieudit-place-drag.h"
#include "places/lieudit-place-filter-bar.h"
#include "places/lieudit-place-list-model.h"
#include "places/lieudit-place-menu.h"
#include "places/lieudit-place-order.h"
#include "places/lieudit-place-row.h"
#include "places/lieudit-row-filler.h"
#include "places/lieudit-type-ahead.h"
#include "text/lieudit-folded-text.h"

struct _LieuditPlaceList
{
  GtkWidget              parent_instance;

  GtkWidget             *box;
  LieuditPlaceFilterBar *filter_bar;
  GtkWidget             *stack;
  GtkListView           *list_view;
  GtkWidget             *several_box;
  GtkLabel              *several_label;
  GtkLabel              *progress_label;
  GtkMultiSelection     *model;
  LieuditRowFiller      *filler;
  GPtrArray             *spare_rows;

  LieuditSelection      *selection;
  char                  *order;
  gboolean               descending;
  gboolean               following;
};

enum {
  PROP_0,
  PROP_SELECTION,
  PROP_ORDER,
  PROP_DESCENDING,
  N_PROPS
};

enum {
  PLACE_ACTIVATED,
  MENTION_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditPlaceList, lieudit_place_list, GTK_TYPE_WIDGET)

/* Kept with the item of a list, which GTK 4.8 leaves without its row before it is torn down. */
static G_DEFINE_QUARK (lieudit-place-list-row, row)

static guint
find_item (GListModel *model,
           gpointer    item)
{
  guint n_items = g_list_model_get_n_items (model);

  for (guint i = 0; item != NULL && i < n_items; i++)
    {
      g_autoptr(GObject) candidate = g_list_model_get_item (model, i);

      if (candidate == item)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Names that are not located are listed once, by their first mention, as the model does it. */
static guint
find_selected (LieuditPlaceList *self)
{
  gpointer item = lieudit_selection_get_place (self->selection);

  return find_item (G_LIST_MODEL (self->model), item != NULL ? item : (gpointer) lieudit_selection_get_mention (self->selection));
}

static void
show_several (LieuditPlaceList *self)
{
  g_autoptr(GListModel) selected = lieudit_place_list_dup_selected (self);
  guint n_selected = g_list_model_get_n_items (selected);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);

  gtk_label_set_label (self->several_label, text);
  gtk_widget_set_visible (self->several_box, n_selected > 1);
}

static void
follow_selection (LieuditPlaceList *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->model);
  guint position = find_selected (self);

  /* Of several rows that are selected, the one that is looked at is one. */
  if (position != GTK_INVALID_LIST_POSITION && gtk_selection_model_is_selected (model, position))
    return;

  self->following = TRUE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (model, position, TRUE);
  else
    gtk_selection_model_unselect_all (model);
  self->following = FALSE;
  show_several (self);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
selected_changed_cb (LieuditPlaceList *self)
{
  g_autoptr(GListModel) selected = NULL;
  g_autoptr(GObject) item = NULL;

  if (self->following || self->selection == NULL)
    return;

  show_several (self);
  selected = lieudit_place_list_dup_selected (self);
  if (g_list_model_get_n_items (selected) != 1)
    return;

  item = g_list_model_get_item (selected, 0);
  if (LIEUDIT_IS_FOUND_PLACE (item))
    lieudit_selection_select_place (self->selection, LIEUDIT_FOUND_PLACE (item));
  else
    lieudit_selection_select_mention (self->selection, LIEUDIT_MENTION (item));
}

/* From the first decision on: who only reads has nothing to check. */
static void
show_progress (LieuditPlaceList *self,
               LieuditAnalysis  *analysis)
{
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;
  guint n_places = places != NULL ? g_list_model_get_n_items (places) : 0;
  guint n_checked = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);

      n_checked += lieudit_found_place_get_status (place) != LIEUDIT_MENTION_UNCHECKED ? 1 : 0;
    }

  text = g_strdup_printf (ngettext ("%u of %u place checked", "%u of %u places checked", n_places), n_checked, n_places);
  gtk_label_set_label (self->progress_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), n_checked > 0);
}

static const char *
choose_page (LieuditAnalysis *analysis,
             GListModel      *list)
{
  if (analysis == NULL)
    return "unknown";
  if (g_list_model_get_n_items (list) > 0)
    return "list";

  return g_list_model_get_n_items (lieudit_analysis_get_mentions (analysis)) > 0 ? "hidden" : "empty";
}

static void
shown_changed_cb (LieuditPlaceList *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  g_autoptr(GListModel) list = lieudit_place_list_model_new (lieudit_selection_get_shown (self->selection),
                                                             lieudit_place_order_from_nick (self->order), self->descending);
  const char *page = choose_page (analysis, list);

  self->following = TRUE;
  gtk_multi_selection_set_model (self->model, list);
  self->following = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), g_str_equal (page, "list") || g_str_equal (page, "hidden"));
  show_progress (self, analysis);
  show_several (self);
  follow_selection (self);
}

static void
filter_done_cb (LieuditPlaceList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static const char *
get_item_name (gpointer item)
{
  if (LIEUDIT_IS_FOUND_PLACE (item))
    return lieudit_found_place_get_name (item);

  return LIEUDIT_IS_MENTION (item) ? lieudit_mention_get_text (item) : "";
}

static gboolean
begins_with (gpointer    item,
             const char *folded)
{
  g_autofree char *name = lieudit_fold_name (get_item_name (item));

  return *folded != '\0' && g_str_has_prefix (name, folded);
}

/* Keeps the row that is selected while it fits what is typed, else goes to the next one that does, round and round. */
static void
type_ahead_cb (const char *folded,
               gpointer    user_data)
{
  LieuditPlaceList *self = LIEUDIT_PLACE_LIST (user_data);
  GListModel *model = G_LIST_MODEL (self->model);
  guint n_items = g_list_model_get_n_items (model);
  guint selected = find_selected (self);
  guint first = selected == GTK_INVALID_LIST_POSITION ? 0 : selected + (g_utf8_strlen (folded, -1) > 1 ? 0 : 1);

  for (guint i = 0; i < n_items; i++)
    {
      guint position = (first + i) % n_items;
      g_autoptr(GObject) item = g_list_model_get_item (model, position);

      if (!begins_with (item, folded))
        continue;
      lieudit_toolkit_go_to_row (self->list_view, position);
      return;
    }
}

static void
activate_cb (LieuditPlaceList *self,
             guint             position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (LIEUDIT_IS_FOUND_PLACE (item))
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, item);
  else if (LIEUDIT_IS_MENTION (item))
    g_signal_emit (self, signals[MENTION_ACTIVATED], 0, item);
}

static void
row_mention_activated_cb (LieuditPlaceList *self,
                          LieuditMention   *mention)
{
  g_signal_emit (self, signals[MENTION_ACTIVATED], 0, mention);
}

static GtkWidget *
make_row (LieuditPlaceList *self)
{
  GtkWidget *row = lieudit_place_row_new (self->selection);

  g_signal_connect_object (row, "mention-activated",
                           G_CALLBACK (row_mention_activated_cb), self, G_CONNECT_SWAPPED);

  return g_object_ref_sink (row);
}

/* GtkListView takes down two hundred rows and sets up as many for other items; making them takes several frames. */
static void
setup_row_cb (LieuditPlaceList *self,
              GtkListItem      *list_item)
{
  g_autoptr(GtkWidget) row = NULL;

  if (self->spare_rows->len > 0)
    row = g_ptr_array_steal_index_fast (self->spare_rows, self->spare_rows->len - 1);
  else
    row = make_row (self);
  gtk_list_item_set_child (list_item, row);
  g_object_set_qdata_full (G_OBJECT (list_item), row_quark (), g_steal_pointer (&row), g_object_unref);
}

static void
teardown_row_cb (LieuditPlaceList *self,
                 GtkListItem      *list_item)
{
  LieuditPlaceRow *row = g_object_steal_qdata (G_OBJECT (list_item), row_quark ());

  lieudit_place_row_release_item (row);
  gtk_list_item_set_child (list_item, NULL);
  g_ptr_array_add (self->spare_rows, row);
}

static void
fill_row (GtkListItem *list_item,
          gpointer     user_data)
{
  LieuditPlaceRow *row = LIEUDIT_PLACE_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *label = NULL;

  lieudit_place_row_set_item (row, gtk_list_item_get_item (list_item));

  /* GtkListItem has no accessible label before GTK 4.12; the widget around the row does. */
  label = lieudit_place_row_dup_label (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
bind_row_cb (LieuditPlaceList *self,
             GtkListItem      *list_item)
{
  LieuditPlaceRow *row = LIEUDIT_PLACE_ROW (gtk_list_item_get_child (list_item));
  GObject *item = gtk_list_item_get_item (list_item);
  gboolean heading = GTK_IS_STRING_OBJECT (item);

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  /* GTK 4.8 binds a row anew whenever it is selected. */
  if (lieudit_place_row_get_item (row) == item)
    fill_row (list_item, self);
  else
    lieudit_row_filler_add (self->filler, list_item);
}

static void
unbind_row_cb (LieuditPlaceList *self,
               GtkListItem      *list_item)
{
  lieudit_row_filler_remove (self->filler, list_item);
}

static void
set_order (LieuditPlaceList *self,
           const char       *order,
           gboolean          descending)
{
  if (g_strcmp0 (self->order, order) == 0 && self->descending == descending)
    return;

  if (self->order != order)
    {
      g_free (self->order);
      self->order = g_strdup (order);
    }
  self->descending = descending;
  if (self->selection != NULL)
    shown_changed_cb (self);
}

static void
lieudit_place_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LieuditPlaceList *self = LIEUDIT_PLACE_LIST (object);

  switch (prop_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_place_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LieuditPlaceList *self = LIEUDIT_PLACE_LIST (object);

  switch (prop_id)
    {
    case PROP_SELECTION:
      lieudit_place_list_set_selection (self, g_value_get_object (value));
      break;
    case PROP_ORDER:
      set_order (self, g_value_get_string (value), self->descending);
      break;
    case PROP_DESCENDING:
      set_order (self, self->order, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_place_list_dispose (GObject *object)
{
  LieuditPlaceList *self = LIEUDIT_PLACE_LIST (object);

  lieudit_place_list_set_selection (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->filler);
  g_clear_pointer (&self->spare_rows, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_free);

  G_OBJECT_CLASS (lieudit_place_list_parent_class)->dispose (object);
}

static gboolean
lieudit_place_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIEUDIT_PLACE_LIST (widget)->list_view));
}

static void
lieudit_place_list_class_init (LieuditPlaceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_place_list_get_property;
  object_class->set_property = lieudit_place_list_set_property;
  object_class->dispose = lieudit_place_list_dispose;
  widget_class->grab_focus = lieudit_place_list_grab_focus;

  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, LIEUDIT_TYPE_SELECTION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * LieuditPlaceList:order:
   *
   * In which order places are listed, as the settings call it.
   */
  properties[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, "text",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditPlaceList:descending:
   *
   * Whether the order is turned round.
   */
  properties[PROP_DESCENDING] =
    g_param_spec_boolean ("descending", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LieuditPlaceList::place-activated:
   * @self: a list of places
   * @place: the place
   *
   * A place was activated, to be shown on the map.
   */
  signals[PLACE_ACTIVATED] =
    g_signal_new ("place-activated", LIEUDIT_TYPE_PLACE_LIST, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_FOUND_PLACE);

  /**
   * LieuditPlaceList::mention-activated:
   * @self: a list of places
   * @mention: the mention
   *
   * A mention was activated, to be shown in the article.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_PLACE_LIST, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);

  g_type_ensure (LIEUDIT_TYPE_PLACE_FILTER_BAR);
  gtk_widget_class_set_css_name (widget_class, "place-list");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-place-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, list_view);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, several_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, several_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceList, model);
  gtk_widget_class_bind_template_callback (widget_class, filter_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
lieudit_place_list_init (LieuditPlaceList *self)
{
  self->spare_rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = lieudit_row_filler_new (GTK_WIDGET (self->list_view), fill_row, self);
  lieudit_type_ahead_attach (GTK_WIDGET (self->list_view), type_ahead_cb, self);
  lieudit_place_menu_attach (GTK_WIDGET (self->list_view));
  lieudit_place_drag_attach (GTK_WIDGET (self->list_view));
}

/**
 * lieudit_place_list_new:
 *
 * Makes a list of the places that an article names.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lieudit_place_list_new (void)
{
  return g_object_new (LIEUDIT_TYPE_PLACE_LIST, NULL);
}

/**
 * lieudit_place_list_get_selection:
 * @self: a list of places
 *
 * Gets the selection the list follows and moves.
 *
 * Returns: (transfer none) (nullable): the selection
 */
LieuditSelection *
lieudit_place_list_get_selection (LieuditPlaceList *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_LIST (self), NULL);

  return self->selection;
}

/**
 * lieudit_place_list_set_selection:
 * @self: a list of places
 * @selection: (nullable): the selection to follow and move
 *
 * Sets the selection. The list shows the places of its analysis.
 */
void
lieudit_place_list_set_selection (LieuditPlaceList *self,
                                  LieuditSelection *selection)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_LIST (self));
  g_return_if_fail (selection == NULL || LIEUDIT_IS_SELECTION (selection));

  if (self->selection == selection)
    return;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);

  /* The rows hold on to the selection they were made with. */
  self->following = TRUE;
  gtk_multi_selection_set_model (self->model, NULL);
  self->following = FALSE;
  g_ptr_array_set_size (self->spare_rows, 0);
  g_set_object (&self->selection, selection);
  lieudit_place_filter_bar_set_selection (self->filter_bar, selection);

  if (selection != NULL)
    {
      g_signal_connect_swapped (selection, "notify::shown", G_CALLBACK (shown_changed_cb), self);
      g_signal_connect_swapped (selection, "notify::place", G_CALLBACK (follow_selection), self);
      g_signal_connect_swapped (selection, "notify::mention", G_CALLBACK (follow_selection), self);
      shown_changed_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

/**
 * lieudit_place_list_dup_selected:
 * @self: a list of places
 *
 * Gets what is selected in the list, of which there may be several.
 *
 * Returns: (transfer full): a list of #LieuditFoundPlace and, for names that
 *   are not located, #LieuditMention
 */
GListModel *
lieudit_place_list_dup_selected (LieuditPlaceList *self)
{
  GListStore *selected = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GtkBitset) positions = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (LIEUDIT_IS_PLACE_LIST (self), NULL);

  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

      /* Selecting all selects the heading as well. */
      if (LIEUDIT_IS_FOUND_PLACE (item) || LIEUDIT_IS_MENTION (item))
        g_list_store_append (selected, item);
    }

  return G_LIST_MODEL (selected);
}

/**
 * lieudit_place_list_focus_filter:
 * @self: a list of places
 *
 * Lets the reader type which places to show.
 */
void
lieudit_place_list_focus_filter (LieuditPlaceList *self)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
}
