/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "picture/lieudit-worksheet.h"

G_BEGIN_DECLS

/* What was chosen the last time, as the rows have it. */
typedef struct {
  gboolean is_made;
  guint    sheet;
  guint    extent;
  guint    paper;
  guint    orientation;
  guint    colours;
} LieuditWorksheetChoices;

/* Asks for which worksheet to print. */
#define LIEUDIT_TYPE_WORKSHEET_DIALOG (lieudit_worksheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LieuditWorksheetDialog, lieudit_worksheet_dialog, LIEUDIT, WORKSHEET_DIALOG, AdwWindow)

GtkWindow             *lieudit_worksheet_dialog_new          (GtkWindow                     *parent,
                                                              gboolean                       has_drawings);
void                   lieudit_worksheet_dialog_choose       (LieuditWorksheetDialog        *self,
                                                              const LieuditWorksheetChoices *choices);
void                   lieudit_worksheet_dialog_get_choices  (LieuditWorksheetDialog        *self,
                                                              LieuditWorksheetChoices       *choices);
LieuditWorksheetSheet  lieudit_worksheet_dialog_get_sheet    (LieuditWorksheetDialog        *self);
LieuditPaper           lieudit_worksheet_dialog_get_paper    (LieuditWorksheetDialog        *self);
gboolean               lieudit_worksheet_dialog_is_landscape (LieuditWorksheetDialog        *self);
gboolean               lieudit_worksheet_dialog_is_view      (LieuditWorksheetDialog        *self);
const char            *lieudit_worksheet_dialog_get_palette  (LieuditWorksheetDialog        *self);
gboolean               lieudit_worksheet_dialog_has_drawings (LieuditWorksheetDialog        *self);

G_END_DECLS
