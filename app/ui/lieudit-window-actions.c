/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "article/lieudit-article-format.h"
#include "lieudit-data-directory.h"
#include "quiz/lieudit-quiz-format.h"

static void
add_text_filters (GtkFileChooser *chooser)
{
  g_autoptr(GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
  g_auto(GStrv) patterns = lieudit_article_format_dup_patterns ();

  gtk_file_filter_set_name (texts, _("Articles, Sessions and Quizzes"));
  gtk_file_filter_add_mime_type (texts, "text/plain");
  gtk_file_filter_add_pattern (texts, "*" LIEUDIT_SESSION_ENDING);
  gtk_file_filter_add_pattern (texts, "*" LIEUDIT_QUIZ_ENDING);
  for (gsize i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (texts, patterns[i]);
  gtk_file_chooser_add_filter (chooser, texts);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
open_response_cb (LieuditWindow        *self,
                  int                   response,
                  GtkFileChooserNative *native)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

      if (file != NULL)
        lieudit_window_open_file (self, file);
    }

  g_object_unref (native);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (_("Open an Article"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  add_text_filters (GTK_FILE_CHOOSER (native));
  g_signal_connect_object (native, "response", G_CALLBACK (open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  lieudit_window_open_file (LIEUDIT_WINDOW (widget), file);
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  const char * const *languages = g_get_language_names ();
  g_autofree char *fallback = lieudit_build_data_path ("samples/sample.en.txt");
  g_autoptr(GFile) file = g_file_new_for_path (fallback);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("samples/sample.%s.txt", languages[i]);
      g_autofree char *path = lieudit_build_data_path (name);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          g_object_unref (file);
          file = g_file_new_for_path (path);
          break;
        }
    }

  lieudit_window_open_file (LIEUDIT_WINDOW (widget), file);
}

static void
next_mention_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  lieudit_selection_next_mention (LIEUDIT_WINDOW (widget)->selection);
}

static void
previous_mention_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  lieudit_selection_previous_mention (LIEUDIT_WINDOW (widget)->selection);
}

static void
show_all_places_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  lieudit_desk_show_page (self->desk, "map");
  lieudit_map_view_frame_all (self->map_view);
}

static void
find_place_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  lieudit_window_find_place (LIEUDIT_WINDOW (widget), NULL, NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  if (self->loading != NULL)
    lieudit_window_cancel_loading (self);
  else if (self->analysing != NULL)
    lieudit_window_cancel_analysing (self);
  else if (!lieudit_reader_close_find (self->reader))
    lieudit_card_layer_dismiss (self->card);
}

/* The window of shortcuts is made when it is asked for. GTK would make one for each window from the start, and one that
 * was never shown ends the program when a screen reader asks for a window that has just gone (seen in GTK 4.8). */
static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/lieudit/Lieudit/lieudit-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/**
 * lieudit_window_class_init_actions:
 * @klass: the class of the window
 *
 * Installs the actions of windows, and the keys that are no accelerators
 * because a text entry has to come first.
 */
void
lieudit_window_class_init_actions (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.next-mention", NULL, next_mention_action);
  gtk_widget_class_install_action (widget_class, "win.previous-mention", NULL, previous_mention_action);
  gtk_widget_class_install_action (widget_class, "win.show-all-places", NULL, show_all_places_action);
  gtk_widget_class_install_action (widget_class, "win.find-place", NULL, find_place_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "win.next-mention", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "win.previous-mention", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "win.show-all-places", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.cancel", NULL);
}

/**
 * lieudit_window_init_actions:
 * @self: a window
 *
 * Adds the actions that keep a state.
 */
void
lieudit_window_init_actions (LieuditWindow *self)
{
  g_autoptr(GPropertyAction) places_visible =
    g_property_action_new ("places-visible", self->desk, "places-visible");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (places_visible));
  lieudit_window_update_actions (self);
}

/**
 * lieudit_window_update_actions:
 * @self: a window
 *
 * Enables the actions that make sense with what is open.
 */
void
lieudit_window_update_actions (LieuditWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  gboolean has_mentions = FALSE, has_places = FALSE, is_whole = FALSE;

  if (analysis != NULL)
    {
      has_mentions = g_list_model_get_n_items (lieudit_analysis_get_mentions (analysis)) > 0;
      has_places = g_list_model_get_n_items (lieudit_analysis_get_places (analysis)) > 0;
      is_whole = lieudit_analysis_get_article (analysis) == self->article;
    }

  gtk_widget_action_set_enabled (widget, "win.next-mention", has_mentions);
  gtk_widget_action_set_enabled (widget, "win.previous-mention", has_mentions);
  gtk_widget_action_set_enabled (widget, "win.show-all-places", has_places);
  gtk_widget_action_set_enabled (widget, "win.find-place", self->article != NULL);
  gtk_widget_action_set_enabled (widget, "win.present", analysis != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-lesson", has_places && is_whole);
  gtk_widget_action_set_enabled (widget, "win.save", self->article != NULL);
  gtk_widget_action_set_enabled (widget, "win.mark-place", analysis != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-as", self->article != NULL);
  gtk_widget_action_set_enabled (widget, "win.export-places", has_places && is_whole);
  gtk_widget_action_set_enabled (widget, "win.export-picture", has_places && is_whole);
  gtk_widget_action_set_enabled (widget, "win.worksheet", has_places && is_whole);
  gtk_widget_action_set_enabled (widget, "win.print", has_places && is_whole);
  gtk_widget_action_set_enabled (widget, "win.copy-places", has_places);
  gtk_widget_action_set_enabled (widget, "win.copy-all-places", has_places);
  lieudit_window_update_left_out (self);
}
