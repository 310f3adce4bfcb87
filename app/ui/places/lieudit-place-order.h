/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoparse/lieudit-found-place.h"

G_BEGIN_DECLS

/**
 * LieuditPlaceOrder:
 * @LIEUDIT_PLACE_ORDER_TEXT: as the text names them first
 * @LIEUDIT_PLACE_ORDER_NAME: by name
 * @LIEUDIT_PLACE_ORDER_MENTIONS: by how often they are named, the most first
 * @LIEUDIT_PLACE_ORDER_KIND: by what they are
 * @LIEUDIT_PLACE_ORDER_COUNTRY: by country
 * @LIEUDIT_PLACE_ORDER_CONFIDENCE: by how sure they are, the least first
 * @LIEUDIT_PLACE_ORDER_STATUS: by whether a person checked them, unchecked ones first
 *
 * In which order places are listed. Places that are alike keep the order of
 * the text.
 */
typedef enum {
  LIEUDIT_PLACE_ORDER_TEXT,
  LIEUDIT_PLACE_ORDER_NAME,
  LIEUDIT_PLACE_ORDER_MENTIONS,
  LIEUDIT_PLACE_ORDER_KIND,
  LIEUDIT_PLACE_ORDER_COUNTRY,
  LIEUDIT_PLACE_ORDER_CONFIDENCE,
  LIEUDIT_PLACE_ORDER_STATUS,
} LieuditPlaceOrder;

LieuditPlaceOrder  lieudit_place_order_from_nick (const char        *nick);
GListModel        *lieudit_place_order_apply     (LieuditPlaceOrder  order,
                                                  gboolean           descending,
                                                  GListModel        *places);

const char        *lieudit_found_place_get_country_name (LieuditFoundPlace *place);

G_END_DECLS
