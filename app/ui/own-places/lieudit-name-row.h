/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "text/lieudit-language.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_NAME_ROW (lieudit_name_row_get_type ())
G_DECLARE_FINAL_TYPE (LieuditNameRow, lieudit_name_row, LIEUDIT, NAME_ROW, AdwEntryRow)

GtkWidget       *lieudit_name_row_new          (const char      *name,
                                                LieuditLanguage  language);
char            *lieudit_name_row_dup_name     (LieuditNameRow  *self);
LieuditLanguage  lieudit_name_row_get_language (LieuditNameRow  *self);

G_END_DECLS
