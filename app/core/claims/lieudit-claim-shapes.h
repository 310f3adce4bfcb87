/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-place.h"
#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

#define LIEUDIT_CLAIM_SHAPES_ERROR (lieudit_claim_shapes_error_quark ())
GQuark lieudit_claim_shapes_error_quark (void);

typedef enum {
  LIEUDIT_CLAIM_SHAPES_ERROR_DAMAGED,
} LieuditClaimShapesError;

/**
 * LieuditShapePoint:
 * @longitude: in degrees
 * @latitude: in degrees
 *
 * A vertex.
 */
typedef struct {
  float longitude;
  float latitude;
} LieuditShapePoint;

/**
 * LieuditShapeBox:
 * @west: in degrees
 * @south: in degrees
 * @east: in degrees
 * @north: in degrees
 *
 * Where a stretch of an outline lies.
 */
typedef struct {
  float west;
  float south;
  float east;
  float north;
} LieuditShapeBox;

/**
 * LieuditShape:
 * @points: (element-type LieuditShapePoint): the vertices of all parts
 * @ends: (element-type guint): for each part, the vertex after its last
 * @boxes: (element-type LieuditShapeBox) (nullable): about each stretch of some vertices and the one that follows
 * @west: in degrees
 * @south: in degrees
 * @east: in degrees
 * @north: in degrees
 *
 * An area (rings, by the even-odd rule) or a set of lines.
 */
typedef struct {
  GArray *points;
  GArray *ends;
  GArray *boxes;
  double  west;
  double  south;
  double  east;
  double  north;
} LieuditShape;

typedef struct _LieuditClaimShapes LieuditClaimShapes;

LieuditClaimShapes *lieudit_claim_shapes_parse      (const char                *text,
                                                     gsize                      length,
                                                     GError                   **error);
LieuditClaimShapes *lieudit_claim_shapes_load       (GError                   **error);
void                lieudit_claim_shapes_free       (LieuditClaimShapes        *self);
const LieuditShape *lieudit_claim_shapes_find       (const LieuditClaimShapes  *self,
                                                     LieuditPlace              *place);
const LieuditShape *lieudit_claim_shapes_get_coast  (const LieuditClaimShapes  *self);
const GPtrArray    *lieudit_claim_shapes_get_roads  (const LieuditClaimShapes  *self);

gboolean            lieudit_shape_contains          (const LieuditShape        *self,
                                                     double                     latitude,
                                                     double                     longitude);
double              lieudit_shape_get_distance      (const LieuditShape        *self,
                                                     double                     latitude,
                                                     double                     longitude,
                                                     double                    *nearest_latitude,
                                                     double                    *nearest_longitude);
void                lieudit_shape_get_part          (const LieuditShape        *self,
                                                     double                     latitude,
                                                     double                     longitude,
                                                     LieuditBounds             *bounds);
double              lieudit_shape_get_gap           (const LieuditShape        *a,
                                                     const LieuditShape        *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditClaimShapes, lieudit_claim_shapes_free)

G_END_DECLS
