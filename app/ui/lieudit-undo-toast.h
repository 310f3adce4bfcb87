/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/lieudit-history.h"

G_BEGIN_DECLS

AdwToast *lieudit_undo_toast_new (LieuditHistory *history);

G_END_DECLS
