/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "lieudit-toast.h"

/* How long a message stays, in seconds: the errors are sentences to be read and acted on. */
#define MESSAGE_SECONDS 10

G_DEFINE_TYPE (LieuditWindow, lieudit_window, ADW_TYPE_APPLICATION_WINDOW)

/* Run from the build tree, the schema may not be installed, or be an older one; asking GSettings for it then aborts. */
static GSettings *
open_settings (void)
{
  static const char *const keys[] = {
    "window-width", "window-height", "is-maximized", "sidebar-fraction", "map-language", "map-local-names", "places-order",
    "places-descending", "reading-font", "reading-size", "reading-measure", "reading-spacing",
    "presentation-size",
  };
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, LIEUDIT_APPLICATION_ID, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (schema == NULL || !g_settings_schema_has_key (schema, keys[i]))
        return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

static void
restore_size (LieuditWindow *self)
{
  int width = 1200, height = 760;

  if (self->settings != NULL)
    {
      width = MAX (g_settings_get_int (self->settings, "window-width"), 360);
      height = MAX (g_settings_get_int (self->settings, "window-height"), 360);
      if (g_settings_get_boolean (self->settings, "is-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      lieudit_desk_set_article_fraction (self->desk, g_settings_get_double (self->settings, "sidebar-fraction"));
    }

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  lieudit_desk_prepare_width (self->desk, width);
}

static void
save_size (LieuditWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "is-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_double (self->settings, "sidebar-fraction", lieudit_desk_get_article_fraction (self->desk));
}

static void
show_gazetteer_error (LieuditWindow      *self,
                      LieuditApplication *application)
{
  const GError *error = NULL;

  if (lieudit_application_get_gazetteer (application, &error) != NULL || error == NULL)
    return;

  gtk_label_set_label (self->gazetteer_label, error->message);
  gtk_info_bar_set_revealed (self->gazetteer_bar, TRUE);
}

static void
reveal_in_article_cb (LieuditWindow  *self,
                      LieuditMention *mention)
{
  lieudit_desk_show_page (self->desk, "article");
  lieudit_selection_select_mention (self->selection, mention);
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

static void
reveal_on_map_cb (LieuditWindow     *self,
                  LieuditFoundPlace *place)
{
  lieudit_selection_select_place (self->selection, place);
  lieudit_desk_show_page (self->desk, "map");
  lieudit_map_view_reveal_place (self->map_view, place);
}

static void
marker_activated_cb (LieuditWindow      *self,
                     LieuditFoundPlace  *place,
                     const GdkRectangle *marker)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);

  if (analysis != NULL)
    lieudit_card_layer_show_at (self->card, analysis, place, marker);
}

static void
marker_moved_cb (LieuditWindow      *self,
                 LieuditFoundPlace  *place,
                 const GdkRectangle *marker)
{
  if (lieudit_card_layer_get_place (self->card) == place)
    lieudit_card_layer_follow (self->card, marker);
}

static void
selected_place_changed_cb (LieuditWindow *self)
{
  LieuditFoundPlace *shown = lieudit_card_layer_get_place (self->card);
  LieuditFoundPlace *selected = lieudit_selection_get_place (self->selection);

  if (selected != NULL && lieudit_card_layer_is_pinned (self->card))
    lieudit_card_layer_show_pinned (self->card, lieudit_selection_get_analysis (self->selection), selected);
  else if (shown != NULL && shown != selected)
    lieudit_card_layer_close (self->card);
}

static void
narrow_changed_cb (LieuditWindow *self)
{
  gboolean narrow = lieudit_desk_get_layout (self->desk) == LIEUDIT_DESK_NARROW;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toast_overlay), "narrow");
  lieudit_card_layer_close (self->card);
}

/* Left from a submenu by keyboard, a menu of GTK 4.8 keeps the focus although it is closed, and all keys are lost in it. */
static void
menu_closed_cb (LieuditWindow *self,
                GtkPopover    *menu)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (menu)))
    gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static gboolean
lieudit_window_close_request (GtkWindow *window)
{
  if (!lieudit_window_may_close (LIEUDIT_WINDOW (window)))
    return GDK_EVENT_STOP;

  save_size (LIEUDIT_WINDOW (window));

  return GTK_WINDOW_CLASS (lieudit_window_parent_class)->close_request (window);
}

static void
lieudit_window_dispose (GObject *object)
{
  LieuditWindow *self = LIEUDIT_WINDOW (object);

  if (self->loading != NULL)
    lieudit_window_cancel_loading (self);
  g_cancellable_cancel (self->analysing);
  g_clear_object (&self->analysing);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_handle_id (&self->edit_timeout, g_source_remove);
  g_clear_object (&self->edit_action);
  g_clear_pointer (&self->pinned_id, g_free);
  g_cancellable_cancel (self->opening_map);
  g_clear_object (&self->opening_map);
  lieudit_window_dispose_claims (self);
  lieudit_window_dispose_presenting (self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->settings);
  g_clear_object (&self->article);
  g_clear_object (&self->found);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->keeper);
  g_clear_object (&self->file_monitor);
  g_clear_object (&self->choosing_for);

  G_OBJECT_CLASS (lieudit_window_parent_class)->dispose (object);
}

static void
lieudit_window_finalize (GObject *object)
{
  LieuditWindow *self = LIEUDIT_WINDOW (object);

  /* The views hold on to the selection until they are gone. */
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lieudit_window_parent_class)->finalize (object);
}

static void
lieudit_window_class_init (LieuditWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = lieudit_window_dispose;
  object_class->finalize = lieudit_window_finalize;
  window_class->close_request = lieudit_window_close_request;

  g_type_ensure (LIEUDIT_TYPE_CARD_LAYER);
  g_type_ensure (LIEUDIT_TYPE_CLAIM_PANE);
  g_type_ensure (LIEUDIT_TYPE_DESK);
  g_type_ensure (LIEUDIT_TYPE_MAP_VIEW);
  g_type_ensure (LIEUDIT_TYPE_PLACE_LIST);
  g_type_ensure (LIEUDIT_TYPE_PLACE_SEARCH);
  g_type_ensure (LIEUDIT_TYPE_READER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, copy_menu);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, copy_all_menu);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, empty_open_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, article_tools);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, gazetteer_bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, gazetteer_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, changed_bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, changed_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, reload_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, loading_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, card);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, side_stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, claim_pane);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, place_list);
  gtk_widget_class_bind_template_child (widget_class, LieuditWindow, place_search);
  gtk_widget_class_bind_template_callback (widget_class, reveal_in_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_on_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, marker_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, marker_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_map_view_set_ghosts);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_window_show_claim);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_window_show_place);

  lieudit_window_class_init_actions (klass);
  lieudit_window_class_init_pictures (klass);
  lieudit_window_class_init_worksheets (klass);
  lieudit_window_class_init_quiz (klass);
  lieudit_window_class_init_background (klass);
  lieudit_window_class_init_clipboard (klass);
  lieudit_window_class_init_exports (klass);
  lieudit_window_class_init_batch (klass);
  lieudit_window_class_init_left_out (klass);
  lieudit_window_class_init_address (klass);
  lieudit_window_class_init_copying (klass);
  lieudit_window_class_init_own_places (klass);
  lieudit_window_class_init_spelling (klass);
  lieudit_window_class_init_claims (klass);
  lieudit_window_class_init_decisions (klass);
  lieudit_window_class_init_history (klass);
  lieudit_window_class_init_saving (klass);
  lieudit_window_class_init_marking (klass);
  lieudit_window_class_init_watch (klass);
  lieudit_window_class_init_filter (klass);
  lieudit_window_class_init_reading (klass);
  lieudit_window_class_init_editing (klass);
  lieudit_window_class_init_help (klass);
  lieudit_window_class_init_presenting (klass);
}

static void
lieudit_window_init (LieuditWindow *self)
{
  self->selection = lieudit_selection_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->selection, "notify::place", G_CALLBACK (selected_place_changed_cb), self);

  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);

  lieudit_reader_set_selection (self->reader, self->selection);
  lieudit_card_layer_set_selection (self->card, self->selection);
  lieudit_map_view_set_selection (self->map_view, self->selection);
  lieudit_place_list_set_selection (self->place_list, self->selection);

  self->settings = open_settings ();
  restore_size (self);
  lieudit_window_add_drop_target (self, GTK_WIDGET (self->toast_overlay));
  lieudit_window_init_actions (self);
  lieudit_window_init_claims (self);
  lieudit_window_init_copying (self);
  lieudit_window_init_decisions (self);
  lieudit_window_init_map_names (self);
  lieudit_window_init_background (self);
  lieudit_window_init_filter (self);
  lieudit_window_init_reading (self);
  lieudit_window_init_editing (self);
  lieudit_window_init_presenting (self);
  gtk_widget_grab_focus (self->empty_open_button);
}

/**
 * lieudit_window_show_article:
 * @self: a window
 * @session: an article, and what the person said of it
 * @found: (nullable): the places in it, or %NULL when they cannot be found
 *
 * Shows an article in place of the one before.
 */
void
lieudit_window_show_article (LieuditWindow   *self,
                             LieuditSession  *session,
                             LieuditAnalysis *found)
{
  g_autoptr(LieuditAnalysis) analysis = NULL;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_SESSION (session));
  g_return_if_fail (found == NULL || LIEUDIT_IS_ANALYSIS (found));

  lieudit_card_layer_close (self->card);
  lieudit_window_set_session (self, session);
  lieudit_window_start_editing (self);
  lieudit_reader_set_article (self->reader, self->article);
  g_set_object (&self->found, found);
  if (found != NULL)
    analysis = lieudit_window_apply_decisions (self, found);
  lieudit_place_filter_clear (lieudit_selection_get_filter (self->selection));
  lieudit_selection_set_analysis (self->selection, analysis);

  lieudit_window_go_back_to_view (self);
  lieudit_window_tell_unknown_places (self);
  lieudit_window_update_title (self);
  lieudit_window_update_actions (self);
  gtk_widget_set_visible (self->article_tools, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "article");
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

static gboolean
has_place (LieuditAnalysis *analysis,
           const char      *id)
{
  GListModel *places = lieudit_analysis_get_places (analysis);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      if (strcmp (lieudit_place_get_id (lieudit_found_place_get_place (found)), id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The words that are selected, or the first ones that name the selected place. */
static gboolean
find_selected_words (LieuditSelection *selection,
                     gsize            *code_point)
{
  LieuditFoundPlace *place = lieudit_selection_get_place (selection);
  g_autoptr(LieuditMention) mention = NULL;

  if (lieudit_selection_get_mention (selection) != NULL)
    mention = g_object_ref (lieudit_selection_get_mention (selection));
  else if (place != NULL)
    mention = g_list_model_get_item (lieudit_found_place_get_mentions (place), 0);
  if (mention == NULL)
    return FALSE;

  *code_point = lieudit_mention_get_start_code_point (mention);

  return TRUE;
}

/* Not what the filter hides: selecting it would take the filter off. */
static void
select_words (LieuditSelection *selection,
              gsize             code_point,
              gboolean          as_mention)
{
  LieuditAnalysis *shown = lieudit_selection_get_shown (selection);
  LieuditMention *mention = lieudit_analysis_get_mention_at (shown, code_point);

  if (mention == NULL)
    return;

  if (as_mention)
    lieudit_selection_select_mention (selection, mention);
  else
    lieudit_selection_select_place (selection, lieudit_analysis_find_place (shown, mention));
}

/**
 * lieudit_window_update_analysis:
 * @self: a window with an article
 * @found: the places that are found in it now
 *
 * Shows other places in the same article, but for what the person decided.
 * The reader stays where they are: the same words are selected, the map and
 * the article do not move.
 */
void
lieudit_window_update_analysis (LieuditWindow   *self,
                                LieuditAnalysis *found)
{
  g_autoptr(LieuditAnalysis) analysis = NULL;
  gboolean had_mention = lieudit_selection_get_mention (self->selection) != NULL;
  gboolean had_selected;
  gsize code_point;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (found));

  /* What is being typed is looked at soon. */
  if (self->edit_timeout != 0)
    return;

  self->is_outdated = lieudit_analysis_get_article (found) != self->article && self->is_outdated;
  had_selected = find_selected_words (self->selection, &code_point);
  analysis = lieudit_window_apply_decisions (self, found);
  lieudit_card_layer_close (self->card);
  lieudit_selection_set_analysis (self->selection, analysis);
  if (had_selected)
    select_words (self->selection, code_point, had_mention);

  /* A marker says more than a pin. */
  if (self->pinned_id != NULL && has_place (analysis, self->pinned_id))
    {
      lieudit_map_view_remove_pin (self->map_view);
      g_clear_pointer (&self->pinned_id, g_free);
    }
  lieudit_window_update_actions (self);
}

/**
 * lieudit_window_show_message:
 * @self: a window
 * @message: one sentence
 *
 * Shows a message for some seconds, on as many lines as it needs.
 */
void
lieudit_window_show_message (LieuditWindow *self,
                             const char    *message)
{
  AdwToast *toast;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  toast = lieudit_toast_new (message);
  adw_toast_set_timeout (toast, MESSAGE_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * lieudit_window_new:
 * @application: the application
 *
 * Makes a window without an article.
 *
 * Returns: (transfer none): the window, which GTK keeps until it is closed
 */
LieuditWindow *
lieudit_window_new (LieuditApplication *application)
{
  LieuditWindow *self;

  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (application), NULL);

  self = g_object_new (LIEUDIT_TYPE_WINDOW, "application", application, NULL);
  g_menu_append_section (self->recent_menu, NULL, lieudit_application_get_recent_articles (application));
  show_gazetteer_error (self, application);
  lieudit_window_init_own_places (self, application);
  lieudit_window_init_history (self);
  lieudit_window_init_scope (self);
  lieudit_window_init_spelling (self);

  return self;
}

/**
 * lieudit_window_is_empty:
 * @self: a window
 *
 * Tells whether an article can be opened here without replacing another.
 *
 * Returns: %TRUE if none is open or being opened
 */
gboolean
lieudit_window_is_empty (LieuditWindow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), FALSE);

  return self->article == NULL && self->loading == NULL;
}

/**
 * lieudit_window_get_selection:
 * @self: a window
 *
 * Gets what is selected and hovered in the window.
 *
 * Returns: (transfer none): the selection
 */
LieuditSelection *
lieudit_window_get_selection (LieuditWindow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), NULL);

  return self->selection;
}
