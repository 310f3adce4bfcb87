/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-history.h"

#include <gio/gio.h>
#include <libglib-testing/signal-logger.h>

/* Adding a number to a sum. */
typedef struct {
  int *sum;
  int *n_freed;
  int  number;
} Addition;

static gboolean
undo_addition (gpointer   data,
               GError   **error)
{
  Addition *addition = data;

  *addition->sum -= addition->number;
  return TRUE;
}

static gboolean
redo_addition (gpointer   data,
               GError   **error)
{
  Addition *addition = data;

  *addition->sum += addition->number;
  return TRUE;
}

static gboolean
fail (gpointer   data,
      GError   **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");
  return FALSE;
}

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  (*addition->n_freed)++;
  g_free (addition);
}

static void
add (LieuditHistory *history,
     int            *sum,
     int            *n_freed,
     int             number)
{
  g_autofree char *title = g_strdup_printf ("%d was added", number);
  Addition *addition = g_new0 (Addition, 1);

  addition->sum = sum;
  addition->n_freed = n_freed;
  addition->number = number;
  redo_addition (addition, NULL);
  lieudit_history_add (history, title, undo_addition, redo_addition, addition, addition_free);
}

static void
assert_changed_once (GtSignalLogger *logger)
{
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 1);
  g_assert_true (gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL));
}

static void
test_there_and_back (void)
{
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  g_autoptr(GtSignalLogger) logger = gt_signal_logger_new ();
  int sum = 0, n_freed = 0;

  g_assert_null (lieudit_history_get_undo_title (history));
  g_assert_null (lieudit_history_get_redo_title (history));
  g_assert_true (lieudit_history_undo (history, NULL));
  g_assert_true (lieudit_history_redo (history, NULL));

  gt_signal_logger_connect (logger, history, "changed");
  add (history, &sum, &n_freed, 1);
  assert_changed_once (logger);
  add (history, &sum, &n_freed, 20);
  assert_changed_once (logger);
  g_assert_cmpint (sum, ==, 21);
  g_assert_cmpstr (lieudit_history_get_undo_title (history), ==, "20 was added");
  g_assert_null (lieudit_history_get_redo_title (history));

  g_assert_true (lieudit_history_undo (history, NULL));
  assert_changed_once (logger);
  g_assert_cmpint (sum, ==, 1);
  g_assert_cmpstr (lieudit_history_get_undo_title (history), ==, "1 was added");
  g_assert_cmpstr (lieudit_history_get_redo_title (history), ==, "20 was added");

  g_assert_true (lieudit_history_undo (history, NULL));
  g_assert_cmpint (sum, ==, 0);
  g_assert_null (lieudit_history_get_undo_title (history));

  g_assert_true (lieudit_history_redo (history, NULL));
  g_assert_true (lieudit_history_redo (history, NULL));
  g_assert_cmpint (sum, ==, 21);
  g_assert_cmpint (n_freed, ==, 0);
}

static void
test_new_change_ends_redo (void)
{
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  int sum = 0, n_freed = 0;

  add (history, &sum, &n_freed, 1);
  add (history, &sum, &n_freed, 20);
  lieudit_history_undo (history, NULL);
  add (history, &sum, &n_freed, 300);

  g_assert_cmpint (n_freed, ==, 1);
  g_assert_null (lieudit_history_get_redo_title (history));
  g_assert_true (lieudit_history_undo (history, NULL));
  g_assert_cmpint (sum, ==, 1);
}

static void
test_failure_can_be_tried_again (void)
{
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  g_autoptr(GError) error = NULL;

  lieudit_history_add (history, "Nothing", fail, fail, NULL, NULL);

  g_assert_false (lieudit_history_undo (history, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (lieudit_history_get_undo_title (history), ==, "Nothing");
  g_assert_null (lieudit_history_get_redo_title (history));
}

/* However much was changed, all of it can be taken back and made again. */
static void
test_without_limit (void)
{
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  int sum = 0, n_freed = 0;

  for (int i = 0; i < 2000; i++)
    add (history, &sum, &n_freed, 1);
  while (lieudit_history_get_undo_title (history) != NULL)
    g_assert_true (lieudit_history_undo (history, NULL));
  g_assert_cmpint (sum, ==, 0);

  while (lieudit_history_get_redo_title (history) != NULL)
    g_assert_true (lieudit_history_redo (history, NULL));
  g_assert_cmpint (sum, ==, 2000);
  g_assert_cmpint (n_freed, ==, 0);
}

/* The state tells whether there is something that was not saved. */
static void
test_states (void)
{
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  int sum = 0, n_freed = 0;
  guint64 first, second;

  g_assert_cmpuint (lieudit_history_get_state (history), ==, 0);
  add (history, &sum, &n_freed, 1);
  first = lieudit_history_get_state (history);
  add (history, &sum, &n_freed, 1);
  second = lieudit_history_get_state (history);
  g_assert_cmpuint (first, !=, second);

  g_assert_true (lieudit_history_undo (history, NULL));
  g_assert_cmpuint (lieudit_history_get_state (history), ==, first);
  g_assert_true (lieudit_history_redo (history, NULL));
  g_assert_cmpuint (lieudit_history_get_state (history), ==, second);

  g_assert_true (lieudit_history_undo (history, NULL));
  add (history, &sum, &n_freed, 1);
  g_assert_cmpuint (lieudit_history_get_state (history), !=, second);
}

/* Of two histories, it can be told where the last change was made, and where it was taken back last. */
static void
test_serials (void)
{
  g_autoptr(LieuditHistory) one = lieudit_history_new ();
  g_autoptr(LieuditHistory) other = lieudit_history_new ();
  int sum = 0, n_freed = 0;

  g_assert_cmpuint (lieudit_history_get_undo_serial (one), ==, 0);
  add (one, &sum, &n_freed, 1);
  add (other, &sum, &n_freed, 1);
  g_assert_cmpuint (lieudit_history_get_undo_serial (other), >, lieudit_history_get_undo_serial (one));

  g_assert_true (lieudit_history_undo (other, NULL));
  g_assert_true (lieudit_history_undo (one, NULL));
  g_assert_cmpuint (lieudit_history_get_undo_serial (one), ==, 0);
  g_assert_cmpuint (lieudit_history_get_redo_serial (one), >, lieudit_history_get_redo_serial (other));
}

/* What belongs together is taken back and made again as one, or not at all. */
static void
test_groups (void)
{
  g_autoptr(LieuditHistory) history = lieudit_history_new ();
  g_autoptr(GError) error = NULL;
  int sum = 0, n_freed = 0;

  lieudit_history_begin_group (history);
  lieudit_history_end_group (history);
  g_assert_null (lieudit_history_get_undo_title (history));

  lieudit_history_begin_group (history);
  add (history, &sum, &n_freed, 1);
  add (history, &sum, &n_freed, 10);
  g_assert_null (lieudit_history_get_undo_title (history));
  lieudit_history_end_group (history);
  g_assert_cmpstr (lieudit_history_get_undo_title (history), ==, "10 was added");
  g_assert_true (lieudit_history_undo (history, NULL));
  g_assert_cmpint (sum, ==, 0);
  g_assert_true (lieudit_history_redo (history, NULL));
  g_assert_cmpint (sum, ==, 11);

  lieudit_history_begin_group (history);
  lieudit_history_add (history, "Stuck", fail, fail, NULL, NULL);
  add (history, &sum, &n_freed, 100);
  lieudit_history_end_group (history);
  g_assert_false (lieudit_history_undo (history, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (sum, ==, 111);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/there-and-back", test_there_and_back);
  g_test_add_func ("/history/new-change-ends-redo", test_new_change_ends_redo);
  g_test_add_func ("/history/failure-can-be-tried-again", test_failure_can_be_tried_again);
  g_test_add_func ("/history/without-limit", test_without_limit);
  g_test_add_func ("/history/states", test_states);
  g_test_add_func ("/history/groups", test_groups);
  g_test_add_func ("/history/serials", test_serials);

  return g_test_run ();
}
