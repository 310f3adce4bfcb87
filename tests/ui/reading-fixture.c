/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-fixture.h"

/* Lets GTK do all that is due: lay out, scroll, notify. */
void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
reading_fixture_set_up (ReadingFixture *fixture,
                        gconstpointer   text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);
  fixture->article = lieudit_article_new (text, NULL, NULL, "fr", NULL);
  fixture->analysis = lieudit_analysis_run (gazetteer, fixture->article, NULL, &error);
  g_assert_no_error (error);

  fixture->selection = lieudit_selection_new ();
  lieudit_selection_set_analysis (fixture->selection, fixture->analysis);
}

void
reading_fixture_tear_down (ReadingFixture *fixture,
                           gconstpointer   text)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->selection);
  g_clear_object (&fixture->analysis);
  g_clear_object (&fixture->article);
}

void
reading_fixture_show (ReadingFixture *fixture,
                      GtkWidget      *widget)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));

  /* The first frame comes from the display, which takes its time. */
  while (gtk_widget_get_height (widget) == 0 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (gtk_widget_get_height (widget), >, 0);
  settle ();
}

LieuditMention *
reading_fixture_get_mention (ReadingFixture *fixture,
                             guint           position)
{
  g_autoptr(LieuditMention) mention =
    g_list_model_get_item (lieudit_analysis_get_mentions (fixture->analysis), position);

  g_assert_nonnull (mention);

  /* The list keeps it alive. */
  return mention;
}

LieuditFoundPlace *
reading_fixture_get_place (ReadingFixture *fixture,
                           const char     *name)
{
  GListModel *places = lieudit_analysis_get_places (fixture->analysis);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);

      if (g_strcmp0 (lieudit_found_place_get_name (place), name) == 0)
        return place;
    }

  g_test_message ("No place is called “%s”", name);
  g_assert_not_reached ();
}
