/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"
#include "claims/lieudit-claim-roads.h"
#include "claims/lieudit-claim-shapes.h"
#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

/**
 * LieuditClaimDrawing:
 * @areas: (element-type GArray): outlines, as arrays of #LieuditShapePoint: the sector of a direction, an area
 * @lines: (element-type GArray): lines: the ring of a distance, the way between places, a road
 * @bounds: what to look at
 * @latitude: where the measure is written, in degrees
 * @longitude: where the measure is written, in degrees
 *
 * How a claim looks on a map.
 */
typedef struct {
  GPtrArray     *areas;
  GPtrArray     *lines;
  LieuditBounds  bounds;
  double         latitude;
  double         longitude;
} LieuditClaimDrawing;

LieuditClaimDrawing *lieudit_claim_draw         (LieuditClaim             *claim,
                                                 const LieuditClaimShapes *shapes,
                                                 const LieuditClaimRoads  *roads);
void                 lieudit_claim_drawing_free (LieuditClaimDrawing      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditClaimDrawing, lieudit_claim_drawing_free)

G_END_DECLS
