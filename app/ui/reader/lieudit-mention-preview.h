/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

GtkWidget *lieudit_mention_preview_new (LieuditAnalysis *analysis,
                                        LieuditMention  *mention);

G_END_DECLS
