/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void lieudit_work_add  (GTask *task);
void lieudit_work_wait (void);

G_END_DECLS
