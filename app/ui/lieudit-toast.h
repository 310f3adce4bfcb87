/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/lieudit-history.h"

G_BEGIN_DECLS

AdwToast *lieudit_toast_new                 (const char     *message);
AdwToast *lieudit_toast_new_for_undo        (LieuditHistory *history);
void      lieudit_toast_show_in_preferences (AdwToast       *toast,
                                             GtkWidget      *page);

G_END_DECLS
