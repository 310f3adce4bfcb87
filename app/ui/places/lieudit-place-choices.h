/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

GArray    *lieudit_list_kinds     (LieuditAnalysis  *analysis,
                                   int               chosen,
                                   GtkStringList   **names);
GPtrArray *lieudit_list_countries (LieuditAnalysis  *analysis,
                                   const char       *chosen,
                                   GtkStringList   **names);

G_END_DECLS
