/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "places/lieudit-place-list.h"
#include "places/lieudit-place-list-model.h"
#include "places/lieudit-place-order.h"
#include "places/lieudit-place-row.h"
#include "reading-fixture.h"

static const char text[] = "Combats à Alep et à Damas. Calme à Alep.";
static const char ordered_text[] = "De Homs à Alep. Alep, en Syrie, est loin de Paris. Alep attend.";
static const char placeless_text[] = "Rien de nouveau sous le soleil.";

/* Not one of those in the choices of the filter. */
static GtkWidget *
find_list_view (GtkWidget *root)
{
  if (GTK_IS_LIST_VIEW (root) && GTK_IS_MULTI_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (root))))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkListView *
show_list (ReadingFixture *fixture)
{
  GtkWidget *list = lieudit_place_list_new ();

  lieudit_place_list_set_selection (LIEUDIT_PLACE_LIST (list), fixture->selection);
  reading_fixture_show (fixture, list);

  return GTK_LIST_VIEW (find_list_view (list));
}

static GtkSelectionModel *
get_model (GtkListView *list_view)
{
  return gtk_list_view_get_model (list_view);
}

static void
select_only (GtkListView *list_view,
             guint        position)
{
  gtk_selection_model_select_item (get_model (list_view), position, TRUE);
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

static guint
count_selected (GtkListView *list_view)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (get_model (list_view));

  return (guint) gtk_bitset_get_size (selected);
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

  select_only (list_view, find_position (list_view, "Damas"));

  g_assert_true (lieudit_selection_get_place (fixture->selection) == reading_fixture_get_place (fixture, "Damas"));
}

static void
test_follows_the_selection (ReadingFixture *fixture,
                            gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);

  lieudit_selection_select_mention (fixture->selection, reading_fixture_get_mention (fixture, 1));
  g_assert_true (gtk_selection_model_is_selected (get_model (list_view), find_position (list_view, "Damas")));

  lieudit_selection_clear (fixture->selection);
  g_assert_cmpuint (count_selected (list_view), ==, 0);
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
      g_printerr("i %u act %p exp %p other %p\n",i,(void*)activated,(void*)expected,(void*)place);
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

static const struct {
  const char *order;
  gboolean    descending;
  const char *names[4]; /* from the first row on */
} order_rows[] = {
  { "text", FALSE, { "Homs", "Alep", "Syrie", "Paris" } },
  { "text", TRUE, { "Paris", "Syrie", "Alep", "Homs" } },
  { "name", FALSE, { "Alep", "Homs", "Paris", "Syrie" } },
  { "name", TRUE, { "Syrie", "Paris", "Homs", "Alep" } },
  { "mentions", FALSE, { "Alep", "Homs", "Syrie", "Paris" } },
};

static void
test_orders (ReadingFixture *fixture,
             gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (list_view), LIEUDIT_TYPE_PLACE_LIST);

  for (gsize i = 0; i < G_N_ELEMENTS (order_rows); i++)
    {
      g_object_set (list, "order", order_rows[i].order, "descending", order_rows[i].descending, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (order_rows[i].names); j++)
        {
          g_test_message ("%s, row %u", order_rows[i].order, j);
          g_assert_cmpuint (find_position (list_view, order_rows[i].names[j]), ==, j);
        }
    }
}

static void
test_filter_hides_rows_and_what_is_selected (ReadingFixture *fixture,
                                             gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);
  LieuditPlaceFilter *filter = lieudit_selection_get_filter (fixture->selection);
  LieuditFoundPlace *paris = reading_fixture_get_place (fixture, "Paris");

  lieudit_selection_select_place (fixture->selection, paris);
  lieudit_place_filter_set_text (filter, "ALÉP");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (list_view))), ==, 1);
  g_assert_cmpuint (find_position (list_view, "Alep"), ==, 0);
  g_assert_null (lieudit_selection_get_place (fixture->selection));

  lieudit_selection_select_place (fixture->selection, paris);
  g_assert_true (lieudit_place_filter_is_clear (filter));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (list_view))), ==, 4);
}

static void
test_several_rows_are_one_selection (ReadingFixture *fixture,
                                     gconstpointer   data)
{
  GtkListView *list_view = show_list (fixture);
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (list_view), LIEUDIT_TYPE_PLACE_LIST);
  g_autoptr(GListModel) selected = NULL;

  select_only (list_view, find_position (list_view, "Homs"));
  gtk_selection_model_select_item (get_model (list_view), find_position (list_view, "Paris"), FALSE);

  selected = lieudit_place_list_dup_selected (LIEUDIT_PLACE_LIST (list));
  g_assert_cmpuint (g_list_model_get_n_items (selected), ==, 2);
  g_assert_true (lieudit_selection_get_place (fixture->selection) == reading_fixture_get_place (fixture, "Homs"));

  lieudit_selection_select_place (fixture->selection, reading_fixture_get_place (fixture, "Alep"));
  g_assert_cmpuint (count_selected (list_view), ==, 1);
}

static void
test_empty_model (void)
{
  g_autoptr(GListModel) model = lieudit_place_list_model_new (NULL, LIEUDIT_PLACE_ORDER_TEXT, FALSE);

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
  ADD ("orders", ordered_text, test_orders);
  ADD ("filter-hides-rows-and-what-is-selected", ordered_text, test_filter_hides_rows_and_what_is_selected);
  ADD ("several-rows-are-one-selection", ordered_text, test_several_rows_are_one_selection);
#undef ADD
  g_test_add_func ("/place-list/empty-model", test_empty_model);

  return g_test_run ();
}
