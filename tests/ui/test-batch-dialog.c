/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder is exported from the window: progress, summary, stopping and going on. */
#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "lieudit-batch-dialog.h"
#include "remove-folder.h"

typedef struct {
  char               *folder;
  LieuditBatchDialog *dialog;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in", name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), LIEUDIT_TYPE_BATCH_DIALOG, name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;
  g_autoptr(GFile) input = NULL;
  g_autoptr(GFile) output = NULL;

  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  in = g_build_filename (fixture->folder, "in", "deep", NULL);
  out = g_build_filename (fixture->folder, "out", NULL);
  g_assert_cmpint (g_mkdir_with_parents (in, 0700), ==, 0);
  write_file (fixture, "un.txt", "Le convoi a quitté Homs.");
  write_file (fixture, "deep/deux.txt", "Il est arrivé à Alep.");
  write_file (fixture, "trois.pdf", "%PDF-1.7\nrien");

  fixture->dialog = g_object_ref_sink (lieudit_batch_dialog_new (NULL, gazetteer));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  g_assert_false (gtk_widget_is_sensitive (get_child (fixture, "start_button")));
  g_free (g_steal_pointer (&in));
  in = g_build_filename (fixture->folder, "in", NULL);
  input = g_file_new_for_path (in);
  output = g_file_new_for_path (out);
  lieudit_batch_dialog_set_folders (fixture->dialog, input, output);
  g_assert_true (gtk_widget_is_sensitive (get_child (fixture, "start_button")));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_object_unref (fixture->dialog);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
click (Fixture *fixture)
{
  g_signal_emit_by_name (get_child (fixture, "start_button"), "clicked");
}

static const char *
wait_for_summary (Fixture *fixture)
{
  GtkWidget *summary = get_child (fixture, "summary");

  while (!gtk_widget_get_visible (summary))
    g_main_context_iteration (NULL, TRUE);

  return gtk_label_get_label (GTK_LABEL (summary));
}

static gboolean
is_written (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out", name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
test_runs (Fixture       *fixture,
           gconstpointer  data)
{
  click (fixture);
  g_assert_false (gtk_widget_is_sensitive (get_child (fixture, "choices")));
  g_assert_true (g_str_has_prefix (wait_for_summary (fixture), "2 written, 0 kept, 1 failed\n“trois.pdf”: "));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (get_child (fixture, "progress")), ==, 1.0);
  g_assert_true (is_written (fixture, "un.txt.geojson"));
  g_assert_true (is_written (fixture, "deep/deux.txt.geojson"));
  g_assert_true (gtk_widget_is_sensitive (get_child (fixture, "choices")));

  /* Another run goes on with what is missing. */
  write_file (fixture, "quatre.txt", "Puis à Hama.");
  click (fixture);
  g_assert_true (g_str_has_prefix (wait_for_summary (fixture), "1 written, 2 kept, 1 failed\n"));
}

static void
test_stops (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("more-%03u.txt", i);

      write_file (fixture, name, "Le convoi a quitté Homs lundi, puis Hama, et il est arrivé à Alep.");
    }
  click (fixture);
  click (fixture);
  g_assert_true (g_str_has_prefix (wait_for_summary (fixture), "Stopped"));
  g_assert_false (is_written (fixture, "un.txt.geojson"));

  click (fixture);
  g_assert_nonnull (strstr (wait_for_summary (fixture), " 1 failed"));
  g_assert_true (is_written (fixture, "un.txt.geojson"));
}

static void
test_closed_while_it_runs (Fixture       *fixture,
                           gconstpointer  data)
{
  click (fixture);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/batch-dialog/runs", Fixture, NULL, set_up, test_runs, tear_down);
  g_test_add ("/batch-dialog/stops", Fixture, NULL, set_up, test_stops, tear_down);
  g_test_add ("/batch-dialog/closed-while-it-runs", Fixture, NULL, set_up, test_closed_while_it_runs, tear_down);

  return g_test_run ();
}
