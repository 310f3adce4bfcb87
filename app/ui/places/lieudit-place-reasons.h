/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-mention.h"

G_BEGIN_DECLS

GtkWidget *lieudit_place_reason_new      (const LieuditReason      *reason);
GtkWidget *lieudit_place_alternative_new (const LieuditAlternative *alternative,
                                          LieuditLanguage           language);

G_END_DECLS
