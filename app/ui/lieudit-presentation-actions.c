/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the line of control does, and the keys that do the same. */
#include "config.h"

#include "lieudit-presentation-private.h"

#include "present/lieudit-lesson-editor.h"

#define SIZE_STEP 20
#define USUAL_SIZE 180

/* Whether it was black: then a key does no more than that. */
static gboolean
end_blank (LieuditPresentation *self)
{
  if (!gtk_widget_get_visible (self->blank))
    return FALSE;

  g_action_change_state (g_action_map_lookup_action (self->actions, "blank"), g_variant_new_boolean (FALSE));

  return TRUE;
}

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  if (!end_blank (self))
    lieudit_lesson_player_go_on (self->player);
}

static void
previous_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  if (!end_blank (self))
    lieudit_lesson_player_go_back (self->player);
}

static void
first_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_lesson_player_go_to (self->player, LIEUDIT_LESSON_NOWHERE);
}

static void
last_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_lesson_player_go_to (self->player, lieudit_lesson_find_last (self->lesson));
}

static void
larger_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_presentation_set_size (self, self->text_size + SIZE_STEP);
}

static void
smaller_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_presentation_set_size (self, self->text_size - SIZE_STEP);
}

static void
usual_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  lieudit_presentation_set_size (user_data, USUAL_SIZE);
}

static void
leave_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  if (end_blank (self))
    return;
  if (lieudit_map_view_is_drawing (self->map_view))
    lieudit_map_view_set_drawing_tool (self->map_view, "none");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
full_screen_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = user_data;

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* That nothing is left to undo is seen, and needs no word before a class. */
static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LieuditPresentation *self = user_data;
  LieuditHistory *history = lieudit_session_get_history (self->session);
  g_autoptr(GError) error = NULL;

  if (lieudit_history_get_undo_title (history) != NULL && !lieudit_history_undo (history, &error))
    g_debug ("%s", error->message);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LieuditPresentation *self = user_data;
  LieuditHistory *history = lieudit_session_get_history (self->session);
  g_autoptr(GError) error = NULL;

  if (lieudit_history_get_redo_title (history) != NULL && !lieudit_history_redo (history, &error))
    g_debug ("%s", error->message);
}

static void
remove_drawings_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_map_view_remove_drawings (self->map_view);
}

static void
edit_steps_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LieuditPresentation *self = user_data;
  GtkWidget *editor = lieudit_lesson_editor_new (self->lesson);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (editor), TRUE);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
two_screens_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  lieudit_presentation_set_two_screens (user_data, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
blank_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  gtk_widget_set_visible (self->blank, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
frozen_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  lieudit_presentation_set_frozen (user_data, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
pointer_cb (GSimpleAction *action,
            GVariant      *state,
            gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->ring), g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
strong_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  LieuditPresentation *self = user_data;
  gboolean is_strong = g_variant_get_boolean (state);

  if (is_strong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "strong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "strong");
  lieudit_map_view_set_strong (self->map_view, is_strong);
  lieudit_reader_set_presenting (self->reader, !is_strong);
  g_simple_action_set_state (action, state);
}

static void
dark_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_variant_get_boolean (state) ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_simple_action_set_state (action, state);
}

static void
walk_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  LieuditPresentation *self = user_data;
  LieuditWalk walk;

  if (!lieudit_walk_from_nick (g_variant_get_string (state, NULL), &walk))
    return;

  lieudit_stops_set_walk (lieudit_lesson_get_stops (self->lesson), walk);
  g_simple_action_set_state (action, state);
}

static void
seconds_cb (GSimpleAction *action,
            GVariant      *state,
            gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_stops_set_seconds (lieudit_lesson_get_stops (self->lesson), (guint) MAX (g_variant_get_int32 (state), 0));
  g_simple_action_set_state (action, state);
}

static void
language_cb (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_map_view_set_names_language (self->map_view, g_variant_get_string (state, NULL));
  g_simple_action_set_state (action, state);
}

static void
local_names_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LieuditPresentation *self = user_data;

  lieudit_map_view_set_local_names (self->map_view, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

/* What the map is called in one language after the other. */
static void
next_language_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  static const char * const languages[] = { "article", "fr", "en", "ar", "tr" };
  LieuditPresentation *self = user_data;
  GAction *language = g_action_map_lookup_action (self->actions, "language");
  g_autoptr(GVariant) state = g_action_get_state (language);
  gsize next = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], g_variant_get_string (state, NULL)))
      next = (i + 1) % G_N_ELEMENTS (languages);
  g_action_change_state (language, g_variant_new_string (languages[next]));
}

static void
add_state (LieuditPresentation *self,
           const char          *name,
           GVariant            *state)
{
  GAction *action = g_action_map_lookup_action (self->actions, name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
start_states (LieuditPresentation *self)
{
  LieuditStops *stops = lieudit_lesson_get_stops (self->lesson);

  add_state (self, "walk", g_variant_new_string (lieudit_walk_to_nick (lieudit_stops_get_walk (stops))));
  add_state (self, "seconds", g_variant_new_int32 ((gint32) lieudit_stops_get_seconds (stops)));
  add_state (self, "dark", g_variant_new_boolean (adw_style_manager_get_dark (adw_style_manager_get_default ())));
  if (self->settings == NULL)
    return;
  add_state (self, "language", g_settings_get_value (self->settings, "map-language"));
  add_state (self, "local-names", g_settings_get_value (self->settings, "map-local-names"));
}

/*
 * lieudit_presentation_add_actions:
 * @self: a presentation with its lesson
 *
 * Lets buttons, menus and keys do things.
 */
void
lieudit_presentation_add_actions (LieuditPresentation *self)
{
  static const GActionEntry entries[] = {
    { .name = "next", .activate = next_cb },
    { .name = "previous", .activate = previous_cb },
    { .name = "first", .activate = first_cb },
    { .name = "last", .activate = last_cb },
    { .name = "larger", .activate = larger_cb },
    { .name = "smaller", .activate = smaller_cb },
    { .name = "usual", .activate = usual_cb },
    { .name = "leave", .activate = leave_cb },
    { .name = "full-screen", .activate = full_screen_cb },
    { .name = "next-language", .activate = next_language_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "remove-drawings", .activate = remove_drawings_cb },
    { .name = "edit-steps", .activate = edit_steps_cb },
    { .name = "two-screens", .state = "false", .change_state = two_screens_cb },
    { .name = "blank", .state = "false", .change_state = blank_cb },
    { .name = "frozen", .state = "false", .change_state = frozen_cb },
    { .name = "pointer", .state = "false", .change_state = pointer_cb },
    { .name = "strong", .state = "false", .change_state = strong_cb },
    { .name = "dark", .state = "false", .change_state = dark_cb },
    { .name = "local-names", .state = "false", .change_state = local_names_cb },
    { .name = "walk", .parameter_type = "s", .state = "'sentences'", .change_state = walk_cb },
    { .name = "language", .parameter_type = "s", .state = "'article'", .change_state = language_cb },
    { .name = "seconds", .parameter_type = "i", .state = "8", .change_state = seconds_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr(GPropertyAction) playing = g_property_action_new ("playing", self->player, "playing");
  g_autoptr(GPropertyAction) tool = g_property_action_new ("drawing-tool", self->map_view, "drawing-tool");
  g_autoptr(GPropertyAction) ink = g_property_action_new ("drawing-ink", self->map_view, "drawing-ink");

  self->actions = G_ACTION_MAP (group);
  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (self->actions, G_ACTION (playing));
  g_action_map_add_action (self->actions, G_ACTION (tool));
  g_action_map_add_action (self->actions, G_ACTION (ink));
  start_states (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "present", G_ACTION_GROUP (group));
}

/*
 * lieudit_presentation_activate:
 * @self: a presentation
 * @detailed_name: the name of an action, with its target if it has one
 *
 * Does what a button does; an action with a state is switched.
 */
void
lieudit_presentation_activate (LieuditPresentation *self,
                               const char          *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed_name, &name, &target, NULL))
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, target);
}
