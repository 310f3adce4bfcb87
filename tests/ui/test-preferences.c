/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "preferences/lieudit-gazetteers-page.h"
#include "remove-folder.h"

#define TABLE "name,lat,lon\nZork Hill,35.9,36.7\nNowhere,95,36.7\n"

typedef struct {
  char                  *folder;
  char                  *inputs;
  LieuditUserGazetteers *gazetteers;
  LieuditUserPlaces     *places;
  LieuditHistory        *history;
  LieuditGazetteersPage *page;
  GtkWidget             *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *own = NULL;
  g_autoptr(GError) error = NULL;

  fixture->inputs = g_dir_make_tmp ("lieudit-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->inputs, "gazetteers", NULL);
  own = g_build_filename (fixture->inputs, "places.geojson", NULL);
  fixture->gazetteers = lieudit_user_gazetteers_new (fixture->folder);
  fixture->places = lieudit_user_places_new (own);
  fixture->history = lieudit_history_new ();
  fixture->page = LIEUDIT_GAZETTEERS_PAGE (lieudit_gazetteers_page_new ());
  lieudit_gazetteers_page_set_model (fixture->page, NULL, fixture->gazetteers, fixture->places, fixture->history);
  fixture->window = g_object_ref_sink (adw_preferences_window_new ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (fixture->window), ADW_PREFERENCES_PAGE (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->window);
  g_object_unref (fixture->gazetteers);
  g_object_unref (fixture->places);
  g_object_unref (fixture->history);
  remove_folder (fixture->folder);
  remove_folder (fixture->inputs);
  g_free (fixture->folder);
  g_free (fixture->inputs);
}

static GFile *
write_table (Fixture    *fixture,
             const char *name,
             const char *text)
{
  g_autofree char *path = g_build_filename (fixture->inputs, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
wait_for_import (Fixture *fixture)
{
  while (lieudit_gazetteers_page_is_importing (fixture->page))
    g_main_context_iteration (NULL, TRUE);
}

static void
import_table (Fixture *fixture)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) file = write_table (fixture, "hills.csv", TABLE);

  g_list_store_append (files, file);
  lieudit_gazetteers_page_import_files (fixture->page, G_LIST_MODEL (files));
  g_assert_true (lieudit_gazetteers_page_is_importing (fixture->page));
  wait_for_import (fixture);
}

/* The first widget below @root that bears a text as its label, title, tooltip or name. */
static GtkWidget *
find_by_text (GtkWidget  *root,
              GType       type,
              const char *property,
              const char *text)
{
  g_autofree char *value = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    {
      g_object_get (root, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_text (child, type, property, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  return find_by_text (fixture->window, ADW_TYPE_PREFERENCES_ROW, "title", title);
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Some buttons have a label of their own, some one that is read out instead of theirs. */
static void
click_labelled (Fixture    *fixture,
                const char *text)
{
  GtkWidget *label = find_by_text (fixture->window, GTK_TYPE_LABEL, "label", text);

  g_assert_nonnull (label);
  click (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *row;

  g_assert_null (find_row (fixture, "hills"));
  import_table (fixture);
  row = find_row (fixture, "hills");
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   "1 place · hills.csv (licence not stated), "));

  row = find_row (fixture, "hills: 1 place with 1 name");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "1 skipped");
  g_assert_nonnull (find_row (fixture, "hills.csv:3: the coordinates are missing or not on Earth"));
}

static void
test_remove_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  import_table (fixture);
  click (find_by_text (fixture->window, GTK_TYPE_BUTTON, "tooltip-text", "Remove “hills”"));
  g_assert_null (find_row (fixture, "hills"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->gazetteers)), ==, 0);

  click_labelled (fixture, "_Undo");
  g_assert_nonnull (find_row (fixture, "hills"));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("name,lat,lon\n");
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) file = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "Hill %u,%u,%u\n", i, i % 90, i % 180);
  file = write_table (fixture, "many.csv", text->str);
  g_list_store_append (files, file);
  lieudit_gazetteers_page_import_files (fixture->page, G_LIST_MODEL (files));
  g_assert_true (gtk_widget_get_visible (find_row (fixture, "Importing…")));

  click_labelled (fixture, "_Cancel");
  wait_for_import (fixture);
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "Importing…")));
  g_assert_null (find_row (fixture, "many"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->gazetteers)), ==, 0);
}

/* The window is closed while there is work. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) file = write_table (fixture, "hills.csv", TABLE);

  g_list_store_append (files, file);
  lieudit_gazetteers_page_import_files (fixture->page, G_LIST_MODEL (files));
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_for_import (fixture);
}

static GtkDropTarget *
get_drop_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GFile) file = write_table (fixture, "hills.csv", TABLE);
  g_auto(GValue) value = G_VALUE_INIT;
  GSList files = { file, NULL };
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (get_drop_target (GTK_WIDGET (fixture->page)), "drop", &value, 1.0, 1.0, &is_taken);
  g_assert_true (is_taken);
  wait_for_import (fixture);
  g_assert_nonnull (find_row (fixture, "hills"));
}

static void
test_own_places_are_counted (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) place = lieudit_user_place_new (NULL, 1.0, 2.0);
  GtkWidget *row = find_row (fixture, "Your Own Places");

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "0 places");
  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_ENGLISH, (const char * const []) { "Mill", NULL });
  g_assert_true (lieudit_user_places_add (fixture->places, place, NULL));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1 place");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/preferences/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("add", test_add);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("cancel", test_cancel);
  ADD ("closed", test_closed);
  ADD ("drop", test_drop);
  ADD ("own-places-are-counted", test_own_places_are_counted);
#undef ADD

  return g_test_run ();
}
