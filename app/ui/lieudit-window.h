/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lieudit-application.h"
#include "session/lieudit-selection.h"
#include "session/lieudit-session-keeper.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_WINDOW (lieudit_window_get_type ())
G_DECLARE_FINAL_TYPE (LieuditWindow, lieudit_window, LIEUDIT, WINDOW, AdwApplicationWindow)

LieuditWindow    *lieudit_window_new           (LieuditApplication *application);
gboolean          lieudit_window_is_empty      (LieuditWindow      *self);
LieuditSelection *lieudit_window_get_selection (LieuditWindow      *self);
void              lieudit_window_open_file     (LieuditWindow      *self,
                                                GFile              *file);
void              lieudit_window_open_text     (LieuditWindow      *self,
                                                const char         *text);

void              lieudit_window_recover       (LieuditWindow        *self,
                                                LieuditSessionKeeper *keeper);

G_END_DECLS
