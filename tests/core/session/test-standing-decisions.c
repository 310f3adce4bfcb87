/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-standing-decisions.h"

#include <glib/gstdio.h>

#include "remove-folder.h"

typedef struct {
  char                     *folder;
  char                     *path;
  LieuditStandingDecisions *decisions;
  LieuditHistory           *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "new", "decisions.json", NULL);
  fixture->decisions = lieudit_standing_decisions_new (fixture->path);
  fixture->history = lieudit_history_new ();
  g_assert_true (lieudit_standing_decisions_load (fixture->decisions, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->decisions);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
decide (Fixture             *fixture,
        const char          *name,
        LieuditDecisionKind  kind,
        const char          *id,
        GError             **error)
{
  g_autoptr(LieuditPlaceReference) place = id != NULL ? lieudit_place_reference_new (id, "Un lieu", 36.5, -7.25, NULL, NULL) : NULL;
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (kind, place);

  return lieudit_standing_decisions_decide (fixture->decisions, name, decision, fixture->history, error);
}

/* All decisions in order, as “name=kind:place”. */
static char *
describe (LieuditStandingDecisions *decisions)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (decisions)); i++)
    {
      g_autoptr(LieuditStandingDecision) standing = g_list_model_get_item (G_LIST_MODEL (decisions), i);
      LieuditDecision *decision = lieudit_standing_decision_get_decision (standing);
      const LieuditPlaceReference *place = lieudit_decision_get_place (decision);

      g_string_append_printf (words, "%s%s=%s:%s", i > 0 ? " " : "", lieudit_standing_decision_get_name (standing),
                              lieudit_decision_kind_to_nick (lieudit_decision_get_kind (decision)), place != NULL ? place->id : "");
    }

  return g_string_free (words, FALSE);
}

static void
assert_known (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(LieuditStandingDecisions) again = lieudit_standing_decisions_new (fixture->path);
  g_autofree char *known = describe (fixture->decisions);
  g_autofree char *on_disk = NULL;

  g_assert_cmpstr (known, ==, expected);
  g_assert_true (lieudit_standing_decisions_load (again, NULL));
  on_disk = describe (again);
  g_assert_cmpstr (on_disk, ==, expected);
}

static void
test_decide_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_known (fixture, "");
  g_assert_true (decide (fixture, "Tripoli", LIEUDIT_DECISION_PLACE, "geonames:266826", NULL));
  g_assert_true (decide (fixture, "Damas", LIEUDIT_DECISION_NOT_A_PLACE, NULL, NULL));
  assert_known (fixture, "Damas=not-a-place: Tripoli=place:geonames:266826");
  g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, "“Damas” is no place, always");

  /* Capitals make no other name. */
  g_assert_true (decide (fixture, "TRIPOLI", LIEUDIT_DECISION_SEVERAL_PLACES, NULL, NULL));
  assert_known (fixture, "Damas=not-a-place: TRIPOLI=several-places:");
  g_assert_nonnull (lieudit_standing_decisions_lookup (fixture->decisions, "Tripoli"));
  g_assert_null (lieudit_standing_decisions_lookup (fixture->decisions, "Tripolis"));

  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_known (fixture, "TRIPOLI=place:geonames:266826");
  g_assert_true (lieudit_history_redo (fixture->history, NULL));
  assert_known (fixture, "Damas=not-a-place: TRIPOLI=place:geonames:266826");

  g_assert_true (lieudit_standing_decisions_decide (fixture->decisions, "Damas", NULL, fixture->history, NULL));
  g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, "“Damas” is left to Lieudit again");
  assert_known (fixture, "TRIPOLI=place:geonames:266826");
}

/* What cannot be saved is not so. */
static void
test_cannot_be_saved (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *known = NULL;
  g_autofree char *place = g_path_get_dirname (fixture->path);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (place, "no folder", -1, NULL));
  g_assert_false (decide (fixture, "Tripoli", LIEUDIT_DECISION_NOT_LOCATED, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  known = describe (fixture->decisions);
  g_assert_cmpstr (known, ==, "");
  g_assert_null (lieudit_history_get_undo_title (fixture->history));
}

/* A file that is not understood is left as it is. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const cases[] = {
    "", "{", "[]", "{\"version\":2,\"decisions\":[]}", "{\"version\":1,\"decisions\":{}}", "{\"version\":1,\"decisions\":[",
  };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_true (g_file_set_contents (fixture->path, cases[i], -1, NULL));
      g_assert_false (lieudit_standing_decisions_load (fixture->decisions, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_false (decide (fixture, "Tripoli", LIEUDIT_DECISION_NOT_LOCATED, NULL, NULL));
      g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, cases[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/standing-decisions/decide-and-undo", Fixture, NULL, set_up, test_decide_and_undo, tear_down);
  g_test_add ("/standing-decisions/cannot-be-saved", Fixture, NULL, set_up, test_cannot_be_saved, tear_down);
  g_test_add ("/standing-decisions/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);

  return g_test_run ();
}
