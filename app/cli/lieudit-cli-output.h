/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LieuditCliOutput LieuditCliOutput;

LieuditCliOutput *lieudit_cli_output_new         (const char        *path);
void              lieudit_cli_output_free        (LieuditCliOutput  *self);
void              lieudit_cli_output_write_line  (LieuditCliOutput  *self,
                                                  const char        *line);
void              lieudit_cli_output_write_bytes (LieuditCliOutput  *self,
                                                  GBytes            *bytes);
gboolean          lieudit_cli_output_flush       (LieuditCliOutput  *self);
gboolean          lieudit_cli_output_finish      (LieuditCliOutput  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditCliOutput, lieudit_cli_output_free)

G_END_DECLS
