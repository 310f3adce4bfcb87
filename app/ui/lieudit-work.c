/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing on other threads when the program ends. Libraries then take away what they draw with, as Pixman does on newer systems, and a
 * thread that still draws would crash.
 */
#include "config.h"

#include "lieudit-work.h"

/* In seconds; only a library that never answers takes so long. */
#define LONGEST_WAIT 3

static guint n_tasks;

static void
on_completed (GTask *task)
{
  n_tasks--;
}

/**
 * lieudit_work_add:
 * @task: a task of the main thread that draws on another, and ends soon
 *
 * Has lieudit_work_wait() wait for a task.
 */
void
lieudit_work_add (GTask *task)
{
  g_return_if_fail (G_IS_TASK (task));

  n_tasks++;
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_completed), NULL);
}

static gboolean
give_up (gpointer has_given_up)
{
  *(gboolean *) has_given_up = TRUE;

  return G_SOURCE_CONTINUE;
}

/**
 * lieudit_work_wait:
 *
 * Waits, at the end of the program, until nothing draws any more, but not for ever.
 */
void
lieudit_work_wait (void)
{
  gboolean has_given_up = FALSE;
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT, give_up, &has_given_up);

  while (n_tasks > 0 && !has_given_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}
