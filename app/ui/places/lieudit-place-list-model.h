/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

GListModel *lieudit_place_list_model_new (LieuditAnalysis *analysis,
                                          GtkSorter       *sorter);

G_END_DECLS
