/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"
#include "places/lieudit-place-order.h"

G_BEGIN_DECLS

GListModel *lieudit_place_list_model_new (LieuditAnalysis   *analysis,
                                          LieuditPlaceOrder  order,
                                          gboolean           descending);

G_END_DECLS
