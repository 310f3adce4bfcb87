/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditClusterPoint:
 * @x: distance from the left, in pixels
 * @y: distance from the top, in pixels
 * @radius: how far the point's symbol reaches, in pixels
 * @rank: importance; the most important point of a cluster leads it
 * @group: only points of one group cluster with each other
 *
 * A symbol on a map that may have to stand for its neighbours.
 */
typedef struct {
  double x;
  double y;
  double radius;
  double rank;
  guint  group;
} LieuditClusterPoint;

guint *lieudit_cluster_points (const LieuditClusterPoint *points,
                               gsize                      n_points);

G_END_DECLS
