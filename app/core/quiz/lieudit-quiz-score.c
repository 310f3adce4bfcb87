/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers are worth. lieudit-quiz(5) tells it to teachers. */
#include "config.h"

#include "quiz/lieudit-quiz-score.h"

#include "geo/lieudit-geodesic.h"
#include "map/lieudit-map-area.h"

#include <math.h>

/* A spot this near, as a share of how far it is across the map, is right: a hand does not point better. */
#define NEAR_SHARE 0.02

/* A spot that is wrong brings points up to this share of how far it is across the map. */
#define FAR_SHARE 0.25
#define MOST_POINTS_FOR_WRONG 30

/**
 * lieudit_quiz_find_area:
 * @place: a place
 * @base_map: (nullable): where outlines come from
 *
 * Returns: (transfer none) (nullable): the outline of a country or first-level area, if it is one
 */
const LieuditBaseMapArea *
lieudit_quiz_find_area (LieuditQuizPlace *place,
                        LieuditBaseMap   *base_map)
{
  LieuditFeatureClass feature_class;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (place), NULL);

  feature_class = lieudit_quiz_place_get_feature_class (place);
  if (base_map == NULL || (feature_class != LIEUDIT_FEATURE_COUNTRY && feature_class != LIEUDIT_FEATURE_REGION))
    return NULL;

  return lieudit_map_area_find (base_map,
                                feature_class == LIEUDIT_FEATURE_COUNTRY ? LIEUDIT_MAP_AREA_COUNTRY : LIEUDIT_MAP_AREA_REGION,
                                lieudit_quiz_place_get_country_code (place),
                                lieudit_quiz_place_get_latitude (place), lieudit_quiz_place_get_longitude (place));
}

/**
 * lieudit_quiz_try_spot:
 * @quiz: a quiz
 * @place: what is asked for
 * @base_map: (nullable): where the outlines of areas come from
 * @latitude: of the spot, in degrees
 * @longitude: of the spot, in degrees
 *
 * Tells whether a place is at a spot. An area is at every spot within its outline. Without one it is, as a point is, within its
 * radius, and where a hand could not point better.
 *
 * Returns: how far off the spot is
 */
LieuditQuizSpot
lieudit_quiz_try_spot (LieuditQuiz      *quiz,
                       LieuditQuizPlace *place,
                       LieuditBaseMap   *base_map,
                       double            latitude,
                       double            longitude)
{
  LieuditQuizSpot spot = { FALSE, 0.0, 0.0 };
  const LieuditBaseMapArea *area;
  double place_latitude, place_longitude;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ (quiz), spot);
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_PLACE (place), spot);

  place_latitude = lieudit_quiz_place_get_latitude (place);
  place_longitude = lieudit_quiz_place_get_longitude (place);
  spot.distance = lieudit_geodesic_distance (latitude, longitude, place_latitude, place_longitude);
  spot.azimuth = fmod (lieudit_geodesic_azimuth (latitude, longitude, place_latitude, place_longitude) + 360.0, 360.0);
  area = lieudit_quiz_find_area (place, base_map);
  if (area != NULL)
    spot.is_right = lieudit_map_area_contains (base_map, area, latitude, longitude);
  else
    spot.is_right = spot.distance <= MAX (lieudit_quiz_place_get_radius (place), NEAR_SHARE * lieudit_quiz_get_size (quiz));

  return spot;
}

/**
 * lieudit_quiz_score_try:
 * @n_tries: which try was right, from 1
 *
 * Returns: its points
 */
guint
lieudit_quiz_score_try (guint n_tries)
{
  static const guint points[] = { 0, LIEUDIT_QUIZ_MOST_POINTS, 70, 40 };

  return n_tries < G_N_ELEMENTS (points) ? points[n_tries] : 0;
}

/**
 * lieudit_quiz_score_distance:
 * @distance: how far the nearest of the wrong spots was off, in metres
 * @size: how far it is across the map, in metres
 *
 * Returns: the points for having been near
 */
guint
lieudit_quiz_score_distance (double distance,
                             double size)
{
  double share = size > 0.0 ? distance / (FAR_SHARE * size) : 1.0;

  return share < 1.0 ? (guint) lround (MOST_POINTS_FOR_WRONG * (1.0 - MAX (share, 0.0))) : 0;
}

static guint
find_position (const guint *order,
               guint        n,
               guint        item)
{
  for (guint i = 0; i < n; i++)
    {
      if (order[i] == item)
        return i;
    }

  return n;
}

/**
 * lieudit_quiz_score_order:
 * @given: (array length=n): an order of the numbers below @n
 * @right: (array length=n): the right one
 * @n: how many there are, at least two
 *
 * Counts the pairs that are in the right order (M. Kendall, "A new measure of rank correlation", 1938).
 *
 * Returns: the points
 */
guint
lieudit_quiz_score_order (const guint *given,
                          const guint *right,
                          guint        n)
{
  guint n_right = 0;

  g_return_val_if_fail (n >= 2, 0);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        n_right += find_position (given, n, right[i]) < find_position (given, n, right[j]);
    }

  return LIEUDIT_QUIZ_MOST_POINTS * n_right / (n * (n - 1) / 2);
}
