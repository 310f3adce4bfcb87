/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing on other threads when the program ends. Libraries then take away what they draw with, as Pixman does on newer systems, and a
 * thread that still draws would crash.
 */
#include "config.h"

#include "lieudit-work.h"

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

/**
 * lieudit_work_wait:
 *
 * Waits, at the end of the program, until nothing draws any more.
 */
void
lieudit_work_wait (void)
{
  while (n_tasks > 0)
    g_main_context_iteration (NULL, TRUE);
}
