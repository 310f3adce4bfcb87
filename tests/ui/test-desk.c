/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lieudit-desk.h"

typedef struct {
  const char *name;
  int width;
  const char *page;
  gboolean article, map, places;
} LayoutCase;

static const LayoutCase cases[] = {
  { "narrow, article", 360, "article", TRUE, FALSE, FALSE },
  { "narrow, map", 360, "map", FALSE, TRUE, FALSE },
  { "narrow, places", 360, "places", FALSE, FALSE, TRUE },
  { "just narrow", 699, "map", FALSE, TRUE, FALSE },
  { "just side by side", 700, "map", TRUE, TRUE, FALSE },
  { "all but the places", 1099, "places", TRUE, TRUE, FALSE },
  { "just all", 1100, "article", TRUE, TRUE, TRUE },
  { "large", 1920, "map", TRUE, TRUE, TRUE },
};

/* A desk with a label for each view, which tells by being visible whether its view is. */
typedef struct {
  GtkWidget *desk;
  GtkWidget *article;
  GtkWidget *map;
  GtkWidget *places;
} DeskFixture;

static void
set_up (DeskFixture   *fixture,
        gconstpointer  data)
{
  fixture->article = gtk_label_new ("article");
  fixture->map = gtk_label_new ("map");
  fixture->places = gtk_label_new ("places");
  fixture->desk = g_object_ref_sink (g_object_new (LIEUDIT_TYPE_DESK,
                                                   "article", fixture->article,
                                                   "map", fixture->map,
                                                   "places", fixture->places,
                                                   NULL));
}

static void
tear_down (DeskFixture   *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (G_OBJECT (fixture->desk));
}

static gboolean
is_shown (DeskFixture *fixture,
          GtkWidget   *view)
{
  for (GtkWidget *widget = view; widget != fixture->desk; widget = gtk_widget_get_parent (widget))
    {
      if (!gtk_widget_get_visible (widget))
        return FALSE;
    }

  return TRUE;
}

static void
test_layout (DeskFixture   *fixture,
             gconstpointer  data)
{
  const LayoutCase *expected = data;

  lieudit_desk_prepare_width (LIEUDIT_DESK (fixture->desk), expected->width);
  lieudit_desk_show_page (LIEUDIT_DESK (fixture->desk), expected->page);

  g_assert_cmpint (is_shown (fixture, fixture->article), ==, expected->article);
  g_assert_cmpint (is_shown (fixture, fixture->map), ==, expected->map);
  g_assert_cmpint (is_shown (fixture, fixture->places), ==, expected->places);
}

static void
test_each_layout_remembers (DeskFixture   *fixture,
                            gconstpointer  data)
{
  LieuditDesk *desk = LIEUDIT_DESK (fixture->desk);

  lieudit_desk_prepare_width (desk, 1200);
  lieudit_desk_set_places_visible (desk, FALSE);
  lieudit_desk_prepare_width (desk, 900);
  lieudit_desk_set_places_visible (desk, TRUE);

  lieudit_desk_prepare_width (desk, 1200);
  g_assert_false (is_shown (fixture, fixture->places));
  lieudit_desk_prepare_width (desk, 900);
  g_assert_true (is_shown (fixture, fixture->places));
}

static void
test_may_be_narrow (DeskFixture   *fixture,
                    gconstpointer  data)
{
  int minimum;

  lieudit_desk_prepare_width (LIEUDIT_DESK (fixture->desk), 1200);
  gtk_widget_measure (fixture->desk, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_views_never_move (DeskFixture   *fixture,
                       gconstpointer  data)
{
  GtkWidget *parent = gtk_widget_get_parent (fixture->map);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      lieudit_desk_prepare_width (LIEUDIT_DESK (fixture->desk), cases[i].width);
      g_assert_true (gtk_widget_get_parent (fixture->map) == parent);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desk/layout/%s", cases[i].name);
      g_test_add (path, DeskFixture, &cases[i], set_up, test_layout, tear_down);
    }
  g_test_add ("/desk/each-layout-remembers", DeskFixture, NULL, set_up, test_each_layout_remembers, tear_down);
  g_test_add ("/desk/may-be-narrow", DeskFixture, NULL, set_up, test_may_be_narrow, tear_down);
  g_test_add ("/desk/views-never-move", DeskFixture, NULL, set_up, test_views_never_move, tear_down);

  return g_test_run ();
}
