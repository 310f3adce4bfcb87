/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lieudit-cli-output.h"

G_BEGIN_DECLS

typedef struct _LieuditCliJobs LieuditCliJobs;

/**
 * LieuditCliAnswer:
 * @line: (nullable): what to write, without its last line end
 * @complaint: (nullable): a line for standard error
 * @failed: whether the input failed
 */
typedef struct {
  char     *line;
  char     *complaint;
  gboolean  failed;
} LieuditCliAnswer;

/**
 * LieuditCliWork:
 * @input: one input, as given to lieudit_cli_jobs_push()
 * @answer: (out): the answer, empty before
 * @user_data: as given to lieudit_cli_jobs_new()
 *
 * Answers one input. It is called in several threads at once.
 */
typedef void (*LieuditCliWork) (gpointer          input,
                                LieuditCliAnswer *answer,
                                gpointer          user_data);

LieuditCliJobs *lieudit_cli_jobs_new    (guint             n_threads,
                                         LieuditCliWork    work,
                                         gpointer          user_data,
                                         GDestroyNotify    input_free,
                                         LieuditCliOutput *output);
void            lieudit_cli_jobs_free   (LieuditCliJobs   *self);
gboolean        lieudit_cli_jobs_push   (LieuditCliJobs   *self,
                                         gpointer          input,
                                         gsize             size);
void            lieudit_cli_jobs_finish (LieuditCliJobs   *self,
                                         guint            *n_done,
                                         guint            *n_failed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditCliJobs, lieudit_cli_jobs_free)

G_END_DECLS
