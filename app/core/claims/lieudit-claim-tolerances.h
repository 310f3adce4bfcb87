/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How far a statement may be off before it is only loosely true, and before it differs. data/claims/README.md says
 * where each number comes from; change both together. Angles in degrees, lengths in kilometres. */

/* Off the direction named, by how fine its name is: south, south-west, south-south-west. */
#define LIEUDIT_CARDINAL_AGREES        50.0
#define LIEUDIT_CARDINAL_LOOSELY       80.0
#define LIEUDIT_INTERCARDINAL_AGREES   40.0
#define LIEUDIT_INTERCARDINAL_LOOSELY  75.0
#define LIEUDIT_HALF_WIND_AGREES       25.0
#define LIEUDIT_HALF_WIND_LOOSELY      50.0

/* Off the direction named, within an area, whose shape blurs it. */
#define LIEUDIT_INSIDE_AGREES          70.0
#define LIEUDIT_INSIDE_LOOSELY         90.0
/* The share of an area's half width that is its middle, where every direction is only loosely true. */
#define LIEUDIT_INSIDE_MIDDLE           0.12
/* How coarse outlines are, and how far outside an area a place is no longer in any part of it. */
#define LIEUDIT_INSIDE_KM               2.0
#define LIEUDIT_OUTSIDE_KM              8.0

/* Measured over stated distance: straight lines against roads, and round numbers. */
#define LIEUDIT_DISTANCE_LONGEST        1.20
#define LIEUDIT_DISTANCE_SHORTEST       0.62
#define LIEUDIT_DISTANCE_LOOSELY_LONG   1.50
#define LIEUDIT_DISTANCE_LOOSELY_SHORT  0.45
#define LIEUDIT_DISTANCE_SLACK_KM       3.0

/* The way over the place in the middle, over the straight way. */
#define LIEUDIT_BETWEEN_AGREES          1.25
#define LIEUDIT_BETWEEN_LOOSELY         1.60

/* From a line: roads are approximate by their making, rivers by theirs. */
#define LIEUDIT_ROAD_AGREES_KM          6.0
#define LIEUDIT_ROAD_LOOSELY_KM        15.0
#define LIEUDIT_RIVER_AGREES_KM         6.0
#define LIEUDIT_RIVER_LOOSELY_KM       15.0
#define LIEUDIT_COAST_AGREES_KM        12.0
#define LIEUDIT_COAST_LOOSELY_KM       35.0

/* From a border: areas that border on each other, places on a border, places near one. */
#define LIEUDIT_ADJACENT_AGREES_KM      8.0
#define LIEUDIT_ADJACENT_LOOSELY_KM    40.0
#define LIEUDIT_BORDER_AGREES_KM       20.0
#define LIEUDIT_BORDER_LOOSELY_KM      50.0
#define LIEUDIT_NEAR_AGREES_KM         60.0
#define LIEUDIT_NEAR_LOOSELY_KM       120.0

/* From a town that stands for the area around it. */
#define LIEUDIT_TOWN_AREA_KM           15.0

/* Below this a mention's place is too uncertain to say that the article is wrong. */
#define LIEUDIT_SURE_ENOUGH             0.5
