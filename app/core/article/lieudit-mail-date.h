/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  lieudit_mail_initialise  (void);
char *lieudit_mail_date_to_iso (const char *date);

G_END_DECLS
