/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditRelation:
 * @LIEUDIT_RELATION_DIRECTION: south of, in the north-west of
 * @LIEUDIT_RELATION_DISTANCE: 20 km from, perhaps with a direction
 * @LIEUDIT_RELATION_CONTAINMENT: in the province of
 * @LIEUDIT_RELATION_BETWEEN: between two places
 * @LIEUDIT_RELATION_ROAD: on the road from one place to another
 * @LIEUDIT_RELATION_JUNCTION: where roads to several places meet
 * @LIEUDIT_RELATION_ADJACENCY: borders on, near the border of
 * @LIEUDIT_RELATION_COAST: by the sea
 * @LIEUDIT_RELATION_RIVER: on a river
 * @LIEUDIT_RELATION_CAPITAL: the capital or the seat of
 * @LIEUDIT_RELATION_RECORDED: what geometry cannot tell: an hour away, the second city of
 *
 * What a claim says of its subject.
 */
typedef enum {
  LIEUDIT_RELATION_DIRECTION,
  LIEUDIT_RELATION_DISTANCE,
  LIEUDIT_RELATION_CONTAINMENT,
  LIEUDIT_RELATION_BETWEEN,
  LIEUDIT_RELATION_ROAD,
  LIEUDIT_RELATION_JUNCTION,
  LIEUDIT_RELATION_ADJACENCY,
  LIEUDIT_RELATION_COAST,
  LIEUDIT_RELATION_RIVER,
  LIEUDIT_RELATION_CAPITAL,
  LIEUDIT_RELATION_RECORDED,
  LIEUDIT_N_RELATIONS
} LieuditRelation;

/**
 * LieuditRelationFlags:
 * @LIEUDIT_RELATION_IS_INSIDE: the direction is one within the object: in the north of
 * @LIEUDIT_RELATION_IS_EITHER: the direction may be one within the object or one from it
 * @LIEUDIT_RELATION_IS_AT_MOST: the distance is an upper bound
 * @LIEUDIT_RELATION_IS_AT_LEAST: the distance is a lower bound
 * @LIEUDIT_RELATION_IS_NEAR: near the border, rather than on it
 * @LIEUDIT_RELATION_IS_NEGATED: the sentence denies it
 * @LIEUDIT_RELATION_IS_ATTRIBUTED: the sentence says who says so
 * @LIEUDIT_RELATION_IS_WATERSIDE: the objects have to be waters: "on the Baltic", never "on the Kremlin"
 *
 * How a claim is meant.
 */
typedef enum {
  LIEUDIT_RELATION_IS_INSIDE = 1 << 0,
  LIEUDIT_RELATION_IS_EITHER = 1 << 1,
  LIEUDIT_RELATION_IS_AT_MOST = 1 << 2,
  LIEUDIT_RELATION_IS_AT_LEAST = 1 << 3,
  LIEUDIT_RELATION_IS_NEAR = 1 << 4,
  LIEUDIT_RELATION_IS_NEGATED = 1 << 5,
  LIEUDIT_RELATION_IS_ATTRIBUTED = 1 << 6,
  LIEUDIT_RELATION_IS_WATERSIDE = 1 << 7,
} LieuditRelationFlags;

#define LIEUDIT_RELATION_MAX_OBJECTS 4

const char *lieudit_relation_to_nick   (LieuditRelation  relation);
const char *lieudit_relation_get_title (LieuditRelation  relation);
gboolean    lieudit_relation_from_nick (const char      *nick,
                                        LieuditRelation *relation);

G_END_DECLS
