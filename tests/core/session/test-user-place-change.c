/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-user-place-change.h"

#include <glib/gstdio.h>

typedef struct {
  char              *folder;
  LieuditUserPlaces *places;
  LieuditHistory    *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "places.geojson", NULL);
  fixture->places = lieudit_user_places_new (path);
  fixture->history = lieudit_history_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (lieudit_user_places_get_path (fixture->places));
  g_rmdir (fixture->folder);
  g_object_unref (fixture->history);
  g_object_unref (fixture->places);
  g_free (fixture->folder);
}

static LieuditUserPlace *
make_place (const char *name)
{
  LieuditUserPlace *place = lieudit_user_place_new ("own-1", 35.5, 36.25);

  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_FRENCH, (const char * const []) { name, NULL });

  return place;
}

/* What is on disk, as another program that opens the file finds it. */
static const char *
get_saved_name (Fixture *fixture)
{
  g_autoptr(LieuditUserPlaces) saved = lieudit_user_places_new (lieudit_user_places_get_path (fixture->places));
  LieuditUserPlace *place;

  g_assert_true (lieudit_user_places_load (saved, NULL));
  place = lieudit_user_places_lookup (saved, "own-1");

  return place != NULL ? g_intern_string (lieudit_user_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH)) : NULL;
}

static void
test_undo_and_redo (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) first = make_place ("Colline");
  g_autoptr(LieuditUserPlace) second = make_place ("Grande Colline");
  static const struct {
    const char *title;
    const char *before;
    const char *after;
  } steps[] = {
    { "“Colline” was added to your places", NULL, "Colline" },
    { "“Grande Colline” was changed", "Colline", "Grande Colline" },
    { "“Grande Colline” was removed from your places", "Grande Colline", NULL },
  };

  g_assert_true (lieudit_change_user_place (fixture->history, fixture->places, NULL, first, NULL));
  g_assert_true (lieudit_change_user_place (fixture->history, fixture->places, first, second, NULL));
  g_assert_true (lieudit_change_user_place (fixture->history, fixture->places, second, NULL, NULL));
  g_assert_null (get_saved_name (fixture));

  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    {
      g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, steps[i - 1].title);
      g_assert_true (lieudit_history_undo (fixture->history, NULL));
      g_assert_cmpstr (get_saved_name (fixture), ==, steps[i - 1].before);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_cmpstr (lieudit_history_get_redo_title (fixture->history), ==, steps[i].title);
      g_assert_true (lieudit_history_redo (fixture->history, NULL));
      g_assert_cmpstr (get_saved_name (fixture), ==, steps[i].after);
    }
}

static void
test_failure_is_no_change (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(LieuditUserPlace) place = lieudit_user_place_new (NULL, 35.5, 36.25);
  g_autoptr(GError) error = NULL;

  g_assert_false (lieudit_change_user_place (fixture->history, fixture->places, NULL, place, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_null (lieudit_history_get_undo_title (fixture->history));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->places)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/user-place-change/undo-and-redo", Fixture, NULL, set_up, test_undo_and_redo, tear_down);
  g_test_add ("/user-place-change/failure-is-no-change", Fixture, NULL, set_up, test_failure_is_no_change, tear_down);

  return g_test_run ();
}
