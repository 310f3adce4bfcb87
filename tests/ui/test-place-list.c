/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "places/lieudit-place-list.h"
#include "places/lieudit-place-list-model.h"
#include "places/lieudit-place-row.h"
#include "reading-fixture.h"

static const char text[] = "Combats à Alep et à Damas. Calme à Alep.";
static const char placeless_text[] = "Rien de nouveau sous le soleil.";

static GtkListView *
show_list (ReadingFixture *fixture)
{
  GtkWidget *list = lieudit_place_list_new ();

  lieudit_place_list_set_selection (LIEUDIT_PLACE_LIST (list), fixture->selection);
  reading_fixture_show (fixture, list);

  return GTK_LIST_VIEW (find_widget (list, GTK_TYPE_LIST_VIEW));
}

static GtkSingleSelection *
get_model (GtkListView *list_view)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (list_view));
}

static guint
find_position (GtkListView *list_view,
               const char  *name)
{
  GListModel *model = G_LIST_MODEL (get_model (list_view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (model, i);

      if (g_strcmp0 (lieudit_found_place_get_name (place), name) == 0)
        return i;
    }

  g_assert_not_reached ();
}

static void
test_lists_each_place_once (ReadingFixture *fixture,
                            gconstpointer   data)
{
  GListModel *model = G_LIST_MODEL (get_model (show_list (fixture)));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
}

static void
test_selecting_a_row_selects_the_place (ReadingFixture *fixture,
                                        gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);

  gtk_single_selection_set_selected (get_model (list_view), find_position (list_view, "Damas"));

  g_assert_true (lieudit_selection_get_place (fixture->selection) == reading_fixture_get_place (fixture, "Damas"));
}

static void
test_follows_the_selection (ReadingFixture *fixture,
                            gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);

  lieudit_selection_select_mention (fixture->selection, reading_fixture_get_mention (fixture, 1));
  g_assert_true (gtk_single_selection_get_selected_item (get_model (list_view)) ==
                 (gpointer) reading_fixture_get_place (fixture, "Damas"));

  lieudit_selection_clear (fixture->selection);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_model (list_view)), ==, GTK_INVALID_LIST_POSITION);
}

static void
remember_object_cb (GtkWidget *widget,
                    GObject   *object,
                    GObject  **remembered)
{
  g_set_object (remembered, object);
}

static void
test_activating_a_row_asks_for_the_map (ReadingFixture *fixture,
                                        gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);
  g_autoptr(GObject) activated = NULL;

  g_signal_connect (gtk_widget_get_ancestor (GTK_WIDGET (list_view), LIEUDIT_TYPE_PLACE_LIST), "place-activated",
                    G_CALLBACK (remember_object_cb), &activated);
  gtk_widget_activate_action (GTK_WIDGET (list_view), "list.activate-item", "u", find_position (list_view, "Alep"));

  g_assert_true (activated == G_OBJECT (reading_fixture_get_place (fixture, "Alep")));
}

static void
test_count_leads_through_the_mentions (ReadingFixture *fixture,
                                       gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (list_view), LIEUDIT_TYPE_PLACE_LIST);
  GtkWidget *row = find_widget (list, LIEUDIT_TYPE_PLACE_ROW);
  GtkWidget *button = find_widget (row, GTK_TYPE_BUTTON);
  LieuditFoundPlace *place = reading_fixture_get_place (fixture, "Alep");
  g_autoptr(GObject) activated = NULL;

  lieudit_place_row_set_item (LIEUDIT_PLACE_ROW (row), G_OBJECT (place));
  g_signal_connect (list, "mention-activated", G_CALLBACK (remember_object_cb), &activated);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GObject) expected = g_list_model_get_item (lieudit_found_place_get_mentions (place), i % 2);

      g_signal_emit_by_name (button, "clicked");
      g_assert_true (activated == expected);
      lieudit_selection_select_mention (fixture->selection, LIEUDIT_MENTION (activated));
    }
}

static void
test_says_that_there_is_nothing (ReadingFixture *fixture,
                                 gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (list_view)));
}

static void
test_lights_the_hovered_row (ReadingFixture *fixture,
                             gconstpointer   data)
{
  GtkWidget *row;

  show_list (fixture);
  row = find_widget (fixture->window, LIEUDIT_TYPE_PLACE_ROW);
  lieudit_place_row_set_item (LIEUDIT_PLACE_ROW (row), G_OBJECT (reading_fixture_get_place (fixture, "Damas")));

  lieudit_selection_set_hovered_place (fixture->selection, reading_fixture_get_place (fixture, "Damas"));
  g_assert_true (gtk_widget_has_css_class (row, "lit"));

  lieudit_selection_set_hovered_place (fixture->selection, reading_fixture_get_place (fixture, "Alep"));
  g_assert_false (gtk_widget_has_css_class (row, "lit"));
}

static void
test_empty_model (void)
{
  g_autoptr(GListModel) model = lieudit_place_list_model_new (NULL);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, article, test) \
  g_test_add ("/place-list/" path, ReadingFixture, article, reading_fixture_set_up, test, reading_fixture_tear_down)
  ADD ("lists-each-place-once", text, test_lists_each_place_once);
  ADD ("selecting-a-row-selects-the-place", text, test_selecting_a_row_selects_the_place);
  ADD ("follows-the-selection", text, test_follows_the_selection);
  ADD ("activating-a-row-asks-for-the-map", text, test_activating_a_row_asks_for_the_map);
  ADD ("count-leads-through-the-mentions", text, test_count_leads_through_the_mentions);
  ADD ("says-that-there-is-nothing", placeless_text, test_says_that_there_is_nothing);
  ADD ("lights-the-hovered-row", text, test_lights_the_hovered_row);
#undef ADD
  g_test_add_func ("/place-list/empty-model", test_empty_model);

  return g_test_run ();
}
