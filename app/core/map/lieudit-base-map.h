/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "map/lieudit-base-map-format.h"

G_BEGIN_DECLS

/**
 * LIEUDIT_BASE_MAP_ERROR:
 *
 * Error domain of what can be wrong with the base map and its style.
 */
#define LIEUDIT_BASE_MAP_ERROR (lieudit_base_map_error_quark ())
GQuark lieudit_base_map_error_quark (void);

/**
 * LieuditBaseMapError:
 * @LIEUDIT_BASE_MAP_ERROR_DAMAGED: the file is truncated or altered
 * @LIEUDIT_BASE_MAP_ERROR_VERSION: the file was built by another version of the program or for another kind of machine
 * @LIEUDIT_BASE_MAP_ERROR_STYLE: the style does not say what a style must say
 */
typedef enum {
  LIEUDIT_BASE_MAP_ERROR_DAMAGED,
  LIEUDIT_BASE_MAP_ERROR_VERSION,
  LIEUDIT_BASE_MAP_ERROR_STYLE
} LieuditBaseMapError;

/**
 * LieuditBaseMapVisit:
 * @part: a piece of geometry whose box touches the searched one
 * @user_data: what was given with the function
 *
 * Called by lieudit_base_map_visit() for each piece found.
 */
typedef void (*LieuditBaseMapVisit) (const LieuditBaseMapPart *part,
                                     gpointer                  user_data);

#define LIEUDIT_TYPE_BASE_MAP (lieudit_base_map_get_type ())
G_DECLARE_FINAL_TYPE (LieuditBaseMap, lieudit_base_map, LIEUDIT, BASE_MAP, GObject)

LieuditBaseMap            *lieudit_base_map_open            (const char               *path,
                                                             GError                  **error);
LieuditBaseMap            *lieudit_base_map_new_from_bytes  (GBytes                   *bytes,
                                                             GError                  **error);

void                       lieudit_base_map_visit           (LieuditBaseMap           *self,
                                                             LieuditMapLayer           layer,
                                                             guint                     zoom,
                                                             const LieuditMapBox      *box,
                                                             LieuditBaseMapVisit       visit,
                                                             gpointer                  user_data);
const LieuditMapPoint     *lieudit_base_map_get_ring        (LieuditBaseMap           *self,
                                                             const LieuditBaseMapPart *part,
                                                             guint                     index,
                                                             guint                    *n_points);
const LieuditBaseMapArea  *lieudit_base_map_get_areas       (LieuditBaseMap           *self,
                                                             guint                    *n_areas);
const LieuditMapPoint     *lieudit_base_map_get_area_ring   (LieuditBaseMap           *self,
                                                             const LieuditBaseMapArea *area,
                                                             guint                     index,
                                                             guint                    *n_points);
const LieuditBaseMapLabel *lieudit_base_map_get_labels      (LieuditBaseMap           *self,
                                                             guint                    *n_labels);
const char                *lieudit_base_map_get_string      (LieuditBaseMap           *self,
                                                             guint32                   offset);
const LieuditBaseMapCredit *lieudit_base_map_get_credits    (LieuditBaseMap           *self,
                                                             guint                    *n_credits);
char                      *lieudit_base_map_get_attribution (LieuditBaseMap           *self);

G_END_DECLS
