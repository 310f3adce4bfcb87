/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_BATCH_DIALOG (lieudit_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LieuditBatchDialog, lieudit_batch_dialog, LIEUDIT, BATCH_DIALOG, AdwWindow)

LieuditBatchDialog *lieudit_batch_dialog_new         (GtkWindow          *parent,
                                                      LieuditGazetteer   *gazetteer);
void                lieudit_batch_dialog_set_folders (LieuditBatchDialog *self,
                                                      GFile              *input,
                                                      GFile              *output);

G_END_DECLS
