/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-measure.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-tolerances.h"
#include "claims/lieudit-claim-wording.h"
#include "geo/lieudit-geodesic.h"

/* Half a sector of the eight points of the compass. */
#define IS_CARDINAL(bearing) (fmod ((bearing), 90.0) < 1.0)
#define IS_INTERCARDINAL(bearing) (fmod ((bearing), 45.0) < 1.0)

typedef struct
{
  const LieuditClaimQuestion *question;
  const LieuditClaimShapes   *shapes;
  const LieuditClaimRoads    *roads;
  LieuditClaimMeasure        *result;
} Context;

static LieuditVerdict
judge (double value,
       double agrees,
       double loosely)
{
  return value <= agrees ? LIEUDIT_VERDICT_AGREES : value <= loosely ? LIEUDIT_VERDICT_LOOSELY : LIEUDIT_VERDICT_DIFFERS;
}

/* The worse of two verdicts, where one part cannot be checked the other's. */
static LieuditVerdict
join_verdicts (LieuditVerdict a,
               LieuditVerdict b)
{
  if (a == LIEUDIT_VERDICT_CANNOT_CHECK)
    return b;
  if (b == LIEUDIT_VERDICT_CANNOT_CHECK)
    return a;

  return MIN (a, b);
}

static void
cannot_check (Context    *self,
              const char *reason)
{
  self->result->verdict = LIEUDIT_VERDICT_CANNOT_CHECK;
  self->result->reason = reason;
}

static double
measure_distance (LieuditPlace *a,
                  LieuditPlace *b)
{
  return lieudit_geodesic_distance (lieudit_place_get_latitude (a), lieudit_place_get_longitude (a),
                                    lieudit_place_get_latitude (b), lieudit_place_get_longitude (b)) / 1000.0;
}

static double
measure_bearing (LieuditPlace *from,
                 LieuditPlace *to)
{
  return lieudit_geodesic_azimuth (lieudit_place_get_latitude (from), lieudit_place_get_longitude (from),
                                   lieudit_place_get_latitude (to), lieudit_place_get_longitude (to));
}

static double
angle_between (double a,
               double b)
{
  double difference = fmod (fabs (a - b), 360.0);

  return MIN (difference, 360.0 - difference);
}

static gboolean
is_area (LieuditPlace *place)
{
  return lieudit_feature_is_area (lieudit_place_get_feature_code (place));
}

/* How far a town reaches; an area's reach is in its shape. */
static double
get_reach (LieuditPlace *place)
{
  return lieudit_place_get_uncertainty_km (place);
}

static void
describe_position (Context      *self,
                   LieuditPlace *origin)
{
  g_free (self->result->measure);
  self->result->measure = lieudit_claim_describe_position (self->result->distance, self->result->bearing, origin);
}

static LieuditVerdict
judge_direction (double stated,
                 double deviation)
{
  if (IS_CARDINAL (stated))
    return judge (deviation, LIEUDIT_CARDINAL_AGREES, LIEUDIT_CARDINAL_LOOSELY);
  if (IS_INTERCARDINAL (stated))
    return judge (deviation, LIEUDIT_INTERCARDINAL_AGREES, LIEUDIT_INTERCARDINAL_LOOSELY);

  return judge (deviation, LIEUDIT_HALF_WIND_AGREES, LIEUDIT_HALF_WIND_LOOSELY);
}

/* "South of": from the middle and, of an area, from the nearest point of its edge, whichever is kinder. */
static void
check_direction_from (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  double distance = measure_distance (object, subject);
  double bearing = measure_bearing (object, subject);
  double deviation = angle_between (bearing, self->question->bearing);

  self->result->distance = distance;
  self->result->bearing = bearing;
  describe_position (self, object);

  if (shape != NULL)
    {
      double latitude = lieudit_place_get_latitude (subject);
      double longitude = lieudit_place_get_longitude (subject);
      double edge_latitude;
      double edge_longitude;

      if (!lieudit_shape_contains (shape, latitude, longitude) &&
          lieudit_shape_get_distance (shape, latitude, longitude, &edge_latitude, &edge_longitude) > 1.0)
        deviation = MIN (deviation, angle_between (lieudit_geodesic_azimuth (edge_latitude, edge_longitude, latitude,
                                                                             longitude), self->question->bearing));
    }
  else if (is_area (object) && distance < 2.0 * get_reach (object))
    {
      cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  if (is_area (subject) && distance < get_reach (subject) + get_reach (object))
    {
      /* Neighbours that reach around each other. */
      self->result->verdict = judge (deviation, LIEUDIT_INSIDE_AGREES, 180.0);
      return;
    }
  if (!is_area (object) && distance < 1.0)
    {
      cannot_check (self, _("The two places are too near to each other to tell a direction."));
      return;
    }

  /* Two towns close by: each may be seen from any of its quarters. */
  if (!is_area (object))
    deviation = MAX (0.0, deviation - atan2 (MIN (get_reach (object), 6.0) / 2.0, distance) * 180.0 / G_PI);

  self->result->verdict = judge_direction (self->question->bearing, deviation);
}

/* "In the north of": where the place lies in the area, which is as high and as wide as its outline. */
static void
check_direction_inside (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  double latitude = lieudit_place_get_latitude (subject);
  double longitude = lieudit_place_get_longitude (subject);
  LieuditBounds part;
  double x;
  double y;
  double deviation;

  if (shape == NULL)
    {
      cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  self->result->bearing = measure_bearing (object, subject);
  self->result->distance = measure_distance (object, subject);
  if (!lieudit_shape_contains (shape, latitude, longitude))
    {
      double outside = lieudit_shape_get_distance (shape, latitude, longitude, NULL, NULL);
      g_autofree char *words = lieudit_claim_describe_distance (outside);

      if (outside > LIEUDIT_OUTSIDE_KM + (is_area (subject) ? get_reach (subject) : 0.0))
        {
          /* Translators: “12 km outside Syria” */
          self->result->measure = g_strdup_printf (_("%1$s outside %2$s"), words, lieudit_claim_name_place (object));
          self->result->verdict = LIEUDIT_VERDICT_DIFFERS;
          return;
        }
    }

  lieudit_shape_get_part (shape, latitude, longitude, &part);
  x = (longitude - (part.west + part.east) / 2.0) / MAX ((part.east - part.west) / 2.0, 1e-3);
  y = (latitude - (part.south + part.north) / 2.0) / MAX ((part.north - part.south) / 2.0, 1e-3);
  deviation = MIN (angle_between (fmod (atan2 (x, y) * 180.0 / G_PI + 360.0, 360.0), self->question->bearing),
                   angle_between (self->result->bearing, self->question->bearing));
  /* Translators: where a place lies in an area: “in the north-west of Syria” */
  self->result->measure = g_strdup_printf (_("in the %1$s of %2$s"), lieudit_compass_get_name (self->result->bearing),
                                           lieudit_claim_name_place (object));
  if (hypot (x, y) < LIEUDIT_INSIDE_MIDDLE)
    self->result->verdict = LIEUDIT_VERDICT_LOOSELY;
  else
    self->result->verdict = judge (deviation, LIEUDIT_INSIDE_AGREES, LIEUDIT_INSIDE_LOOSELY);
}

static void
check_direction (Context *self)
{
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  gboolean inside = (self->question->flags & LIEUDIT_CLAIM_INSIDE) != 0;

  if (self->question->flags & LIEUDIT_CLAIM_EITHER)
    inside = shape != NULL && lieudit_shape_contains (shape, lieudit_place_get_latitude (self->question->subject),
                                                      lieudit_place_get_longitude (self->question->subject));

  if (inside)
    check_direction_inside (self);
  else
    check_direction_from (self);
}

static LieuditVerdict
judge_distance (Context *self,
                double   measured,
                double   slack)
{
  double stated = self->question->distance;

  if (self->question->flags & LIEUDIT_CLAIM_AT_MOST)
    return judge (measured - slack, stated * 1.05, stated * LIEUDIT_DISTANCE_LOOSELY_LONG);
  if (self->question->flags & LIEUDIT_CLAIM_AT_LEAST)
    return judge (stated, measured * 1.05 / LIEUDIT_DISTANCE_SHORTEST + slack, measured / LIEUDIT_DISTANCE_LOOSELY_SHORT + slack);

  if (measured <= stated * LIEUDIT_DISTANCE_LONGEST + slack && measured >= stated * LIEUDIT_DISTANCE_SHORTEST - slack)
    return LIEUDIT_VERDICT_AGREES;
  if (measured <= stated * LIEUDIT_DISTANCE_LOOSELY_LONG + slack &&
      measured >= stated * LIEUDIT_DISTANCE_LOOSELY_SHORT - slack)
    return LIEUDIT_VERDICT_LOOSELY;

  return LIEUDIT_VERDICT_DIFFERS;
}

/* From the middle of a town; from the border of an area, which is what "20 km from Turkey" means. */
static void
check_distance (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = is_area (object) ? lieudit_claim_shapes_find (self->shapes, object) : NULL;
  double slack = LIEUDIT_DISTANCE_SLACK_KM + (is_area (subject) ? get_reach (subject) : MIN (get_reach (subject), 6.0) / 2.0);
  LieuditVerdict verdict;

  if (is_area (object) && shape == NULL)
    {
      cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  self->result->distance = measure_distance (object, subject);
  self->result->bearing = measure_bearing (object, subject);
  describe_position (self, object);
  if (shape != NULL)
    {
      g_autofree char *words = NULL;

      self->result->distance = lieudit_shape_get_distance (shape, lieudit_place_get_latitude (subject),
                                                           lieudit_place_get_longitude (subject), NULL, NULL);
      words = lieudit_claim_describe_distance (self->result->distance);
      g_free (self->result->measure);
      /* Translators: “12 km from the border of Turkey” */
      self->result->measure = g_strdup_printf (_("%1$s from the border of %2$s"), words, lieudit_claim_name_place (object));
    }
  else
    {
      slack += MIN (get_reach (object), 12.0);
    }

  verdict = judge_distance (self, self->result->distance, slack);
  if (!isnan (self->question->bearing) && shape == NULL)
    {
      check_direction_from (self);
      verdict = join_verdicts (verdict, self->result->verdict);
    }
  self->result->verdict = verdict;
}

static gboolean
hierarchy_has (LieuditPlace *place,
               LieuditPlace *area)
{
  g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);

  for (guint i = 0; i < hierarchy->len; i++)
    {
      if (lieudit_place_equal (g_ptr_array_index (hierarchy, i), area))
        return TRUE;
    }

  return FALSE;
}

/* The first-level area that a town names along with itself: Idleb of the province of Idleb. */
static LieuditPlace *
dup_first_level (LieuditPlace *place)
{
  g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);

  for (guint i = 0; i < hierarchy->len; i++)
    {
      LieuditPlace *parent = g_ptr_array_index (hierarchy, i);

      if (g_str_equal (lieudit_place_get_feature_code (parent), "ADM1"))
        return g_object_ref (parent);
    }

  return NULL;
}

static void
check_containment_in_town (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  g_autoptr(LieuditPlace) province = dup_first_level (object);
  g_autoptr(LieuditPlace) own_province = dup_first_level (subject);

  self->result->distance = measure_distance (object, subject);
  self->result->bearing = measure_bearing (object, subject);
  describe_position (self, object);

  if (self->result->distance <= LIEUDIT_TOWN_AREA_KM + get_reach (object) ||
      (province != NULL && hierarchy_has (subject, province)))
    self->result->verdict = LIEUDIT_VERDICT_AGREES;
  else if (province != NULL && own_province != NULL && self->result->distance > 4.0 * LIEUDIT_TOWN_AREA_KM)
    self->result->verdict = LIEUDIT_VERDICT_DIFFERS;
  else
    cannot_check (self, _("What area the town stands for is not known."));
}

/* In the hierarchy of the gazetteer, else inside the outline. */
static void
check_containment (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  gboolean is_country = lieudit_place_get_feature_class (object) == LIEUDIT_FEATURE_COUNTRY;
  g_autofree char *words = NULL;
  double outside;

  if (hierarchy_has (subject, object) ||
      (is_country && g_str_equal (lieudit_place_get_country_code (subject), lieudit_place_get_country_code (object))))
    {
      /* Translators: “in Syria” */
      self->result->measure = g_strdup_printf (_("in %s"), lieudit_claim_name_place (object));
      self->result->verdict = LIEUDIT_VERDICT_AGREES;
      return;
    }
  if (shape == NULL)
    {
      if (is_area (object))
        cannot_check (self, _("The shape of the area is not on board."));
      else
        check_containment_in_town (self);
      return;
    }

  if (lieudit_shape_contains (shape, lieudit_place_get_latitude (subject), lieudit_place_get_longitude (subject)))
    {
      self->result->measure = g_strdup_printf (_("in %s"), lieudit_claim_name_place (object));
      self->result->verdict = LIEUDIT_VERDICT_AGREES;
      return;
    }

  outside = lieudit_shape_get_distance (shape, lieudit_place_get_latitude (subject),
                                        lieudit_place_get_longitude (subject), NULL, NULL);
  words = lieudit_claim_describe_distance (outside);
  self->result->distance = outside;
  self->result->measure = g_strdup_printf (_("%1$s outside %2$s"), words, lieudit_claim_name_place (object));
  self->result->verdict = judge (outside, 2.0, LIEUDIT_OUTSIDE_KM + (is_area (subject) ? get_reach (subject) : 0.0));
}

static void
check_between (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *a = self->question->objects[0];
  LieuditPlace *b = self->question->objects[1];
  double direct = measure_distance (a, b);
  double over = measure_distance (a, subject) + measure_distance (subject, b);
  double slack = get_reach (subject) + (is_area (a) ? get_reach (a) : 0.0) + (is_area (b) ? get_reach (b) : 0.0);
  g_autofree char *from_a = lieudit_claim_describe_distance (measure_distance (a, subject));
  g_autofree char *from_b = lieudit_claim_describe_distance (measure_distance (b, subject));

  if (direct < 2.0)
    {
      cannot_check (self, _("The two places are too near to each other to tell what lies between."));
      return;
    }

  self->result->distance = measure_distance (a, subject);
  /* Translators: “45 km from Aleppo, 90 km from Hama” */
  self->result->measure = g_strdup_printf (_("%1$s from %2$s, %3$s from %4$s"), from_a, lieudit_claim_name_place (a),
                                           from_b, lieudit_claim_name_place (b));
  self->result->verdict = judge (over - slack, direct * LIEUDIT_BETWEEN_AGREES, direct * LIEUDIT_BETWEEN_LOOSELY);
}

/* How far the subject lies from the way between two objects; infinity where no way is known. */
static double
measure_from_way (Context *self,
                  guint    from,
                  guint    to)
{
  g_autoptr(GArray) path = lieudit_claim_roads_find_path (self->roads, self->question->objects[from],
                                                          self->question->objects[to]);
  g_autoptr(GArray) ends = NULL;
  LieuditShape way = { path, NULL, 0.0, 0.0, 0.0, 0.0 };

  if (path == NULL)
    return INFINITY;

  ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (ends, path->len);
  way.ends = ends;

  return lieudit_shape_get_distance (&way, lieudit_place_get_latitude (self->question->subject),
                                     lieudit_place_get_longitude (self->question->subject), NULL, NULL);
}

static void
describe_road (Context *self,
               double   distance)
{
  g_autofree char *words = lieudit_claim_describe_distance (distance);

  self->result->distance = distance;
  /* Translators: “2 km from that road” */
  self->result->measure = g_strdup_printf (_("%s from the road, as far as it is known"), words);
}

static void
check_road (Context *self)
{
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, self->question->objects[0]);
  double distance;

  if (self->question->n_objects == 1)
    distance = shape != NULL ? lieudit_shape_get_distance (shape, lieudit_place_get_latitude (self->question->subject),
                                                           lieudit_place_get_longitude (self->question->subject),
                                                           NULL, NULL) : INFINITY;
  else
    distance = measure_from_way (self, 0, 1);

  if (isinf (distance))
    {
      cannot_check (self, _("The road is not on board."));
      return;
    }

  describe_road (self, distance);
  /* The network on board has the main roads only: another road may link the two. */
  if (self->question->n_objects > 1 && distance > LIEUDIT_ROAD_LOOSELY_KM)
    {
      check_between (self);
      if (self->result->verdict != LIEUDIT_VERDICT_DIFFERS)
        cannot_check (self, _("The main roads on board pass elsewhere, but there may be another road."));
      return;
    }
  self->result->verdict = judge (distance - get_reach (self->question->subject), LIEUDIT_ROAD_AGREES_KM,
                                 LIEUDIT_ROAD_LOOSELY_KM);
}

/* The crossing of roads that link A to B and to C lies on two of the three ways. */
static void
check_junction (Context *self)
{
  double distances[3] = { INFINITY, INFINITY, INFINITY };
  guint n = 0;
  double swap;

  for (guint i = 0; i < MIN (self->question->n_objects, 3); i++)
    {
      for (guint j = i + 1; j < MIN (self->question->n_objects, 3); j++)
        distances[n++] = measure_from_way (self, i, j);
    }
  if (self->question->n_objects == 2)
    {
      const LieuditShape *a = lieudit_claim_shapes_find (self->shapes, self->question->objects[0]);
      const LieuditShape *b = lieudit_claim_shapes_find (self->shapes, self->question->objects[1]);
      double latitude = lieudit_place_get_latitude (self->question->subject);
      double longitude = lieudit_place_get_longitude (self->question->subject);

      /* Two roads by their names. */
      if (a != NULL && b != NULL)
        {
          distances[0] = lieudit_shape_get_distance (a, latitude, longitude, NULL, NULL);
          distances[1] = lieudit_shape_get_distance (b, latitude, longitude, NULL, NULL);
        }
    }

  /* The second smallest. */
  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j + 1 < 3 - i; j++)
        {
          if (distances[j] > distances[j + 1])
            {
              swap = distances[j];
              distances[j] = distances[j + 1];
              distances[j + 1] = swap;
            }
        }
    }
  if (isinf (distances[1]))
    {
      cannot_check (self, _("The roads are not on board."));
      return;
    }

  describe_road (self, distances[1]);
  self->result->verdict = judge (distances[1] - get_reach (self->question->subject), LIEUDIT_ROAD_AGREES_KM,
                                 LIEUDIT_ROAD_LOOSELY_KM);
}

static void
describe_border (Context      *self,
                 double        distance,
                 LieuditPlace *object)
{
  g_autofree char *words = lieudit_claim_describe_distance (distance);

  self->result->distance = distance;
  self->result->measure = g_strdup_printf (_("%1$s from the border of %2$s"), words, lieudit_claim_name_place (object));
}

/* Of two areas, the gap between their outlines; of a place, how far it lies from the outline. A town beside an area
 * stands for its own. */
static void
check_adjacency (Context *self)
{
  g_autoptr(LieuditPlace) subject = g_object_ref (self->question->subject);
  g_autoptr(LieuditPlace) object = g_object_ref (self->question->objects[0]);
  const LieuditShape *subject_shape = lieudit_claim_shapes_find (self->shapes, subject);
  const LieuditShape *object_shape = lieudit_claim_shapes_find (self->shapes, object);
  double gap;

  if (object_shape == NULL && subject_shape != NULL && !is_area (object))
    {
      g_autoptr(LieuditPlace) province = dup_first_level (object);

      if (province != NULL)
        {
          g_set_object (&object, province);
          object_shape = lieudit_claim_shapes_find (self->shapes, object);
        }
    }

  if (object_shape == NULL || (subject_shape == NULL && is_area (subject)))
    {
      cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  if (subject_shape == NULL)
    {
      gap = lieudit_shape_get_distance (object_shape, lieudit_place_get_latitude (subject),
                                        lieudit_place_get_longitude (subject), NULL, NULL);
      describe_border (self, gap, object);
      gap -= get_reach (subject);
      self->result->verdict = self->question->flags & LIEUDIT_CLAIM_NEAR
                              ? judge (gap, LIEUDIT_NEAR_AGREES_KM, LIEUDIT_NEAR_LOOSELY_KM)
                              : judge (gap, LIEUDIT_BORDER_AGREES_KM, LIEUDIT_BORDER_LOOSELY_KM);
      return;
    }

  gap = lieudit_shape_get_gap (subject_shape, object_shape);
  if (isfinite (gap))
    describe_border (self, gap, object);
  else
    self->result->measure = g_strdup_printf (_("more than %1$s from the border of %2$s"), _("200 km"),
                                             lieudit_claim_name_place (object));
  self->result->verdict = self->question->flags & LIEUDIT_CLAIM_NEAR
                          ? judge (gap, LIEUDIT_NEAR_AGREES_KM, LIEUDIT_NEAR_LOOSELY_KM)
                          : judge (gap, LIEUDIT_ADJACENT_AGREES_KM, LIEUDIT_ADJACENT_LOOSELY_KM);
}

static void
check_coast (Context *self)
{
  const LieuditShape *coast = lieudit_claim_shapes_get_coast (self->shapes);
  const LieuditShape *area = lieudit_claim_shapes_find (self->shapes, self->question->subject);
  g_autofree char *words = NULL;
  double distance;

  if (coast == NULL || (area == NULL && is_area (self->question->subject)))
    {
      cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  distance = area != NULL ? lieudit_shape_get_gap (area, coast)
                          : lieudit_shape_get_distance (coast, lieudit_place_get_latitude (self->question->subject),
                                                        lieudit_place_get_longitude (self->question->subject), NULL, NULL);
  words = lieudit_claim_describe_distance (distance);
  self->result->distance = distance;
  /* Translators: “70 km from the sea” */
  self->result->measure = g_strdup_printf (_("%s from the sea"), words);
  self->result->verdict = judge (distance - get_reach (self->question->subject) / 2.0, LIEUDIT_COAST_AGREES_KM,
                                 LIEUDIT_COAST_LOOSELY_KM);
}

static void
check_river (Context *self)
{
  LieuditPlace *river = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, river);
  g_autofree char *words = NULL;

  if (lieudit_place_get_feature_class (river) != LIEUDIT_FEATURE_WATER || shape == NULL)
    {
      cannot_check (self, _("The course of the river is not on board."));
      return;
    }

  self->result->distance = lieudit_shape_get_distance (shape, lieudit_place_get_latitude (self->question->subject),
                                                       lieudit_place_get_longitude (self->question->subject), NULL, NULL);
  words = lieudit_claim_describe_distance (self->result->distance);
  /* Translators: “2 km from the Euphrates” */
  self->result->measure = g_strdup_printf (_("%1$s from %2$s"), words, lieudit_claim_name_place (river));
  self->result->verdict = judge (self->result->distance - get_reach (self->question->subject),
                                 LIEUDIT_RIVER_AGREES_KM, LIEUDIT_RIVER_LOOSELY_KM);
}

/* By the feature codes: PPLC for capitals of countries, PPLA for seats of first-level areas and so on. */
static void
check_capital (Context *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const char *code = lieudit_place_get_feature_code (subject);
  gboolean same_country = g_str_equal (lieudit_place_get_country_code (subject), lieudit_place_get_country_code (object));

  /* Translators: a kind of place in a country: “town, Syria” */
  self->result->measure = g_strdup_printf (_("%1$s, %2$s"), lieudit_feature_describe (code),
                                           lieudit_place_get_country_code (subject));
  if (lieudit_place_get_feature_class (object) == LIEUDIT_FEATURE_COUNTRY)
    {
      if (g_str_equal (code, "PPLC") && same_country)
        self->result->verdict = LIEUDIT_VERDICT_AGREES;
      else
        self->result->verdict = LIEUDIT_VERDICT_DIFFERS;
      return;
    }
  if (g_str_has_prefix (code, "PPLA") || g_str_equal (code, "PPLC"))
    {
      g_autoptr(LieuditPlace) province = is_area (object) ? NULL : dup_first_level (object);

      if (hierarchy_has (subject, province != NULL ? province : object))
        {
          self->result->verdict = LIEUDIT_VERDICT_AGREES;
          return;
        }
      if (g_str_equal (lieudit_place_get_feature_code (object), "ADM1"))
        {
          self->result->verdict = LIEUDIT_VERDICT_DIFFERS;
          return;
        }
    }
  cannot_check (self, _("Of what the town is the seat is not on board."));
}

/*
 * lieudit_claim_measure:
 * @question: a claim with every place decided
 * @shapes: areas and lines
 * @roads: the network of main roads
 * @measure: (out): the outcome, to clear with lieudit_claim_measure_clear()
 *
 * Tests a claim against geometry.
 */
void
lieudit_claim_measure (const LieuditClaimQuestion *question,
                       const LieuditClaimShapes   *shapes,
                       const LieuditClaimRoads    *roads,
                       LieuditClaimMeasure        *measure)
{
  static void (* const checks[LIEUDIT_N_RELATIONS]) (Context *self) = {
    [LIEUDIT_RELATION_DIRECTION] = check_direction,
    [LIEUDIT_RELATION_DISTANCE] = check_distance,
    [LIEUDIT_RELATION_CONTAINMENT] = check_containment,
    [LIEUDIT_RELATION_BETWEEN] = check_between,
    [LIEUDIT_RELATION_ROAD] = check_road,
    [LIEUDIT_RELATION_JUNCTION] = check_junction,
    [LIEUDIT_RELATION_ADJACENCY] = check_adjacency,
    [LIEUDIT_RELATION_COAST] = check_coast,
    [LIEUDIT_RELATION_RIVER] = check_river,
    [LIEUDIT_RELATION_CAPITAL] = check_capital,
  };
  static const guint n_needed[LIEUDIT_N_RELATIONS] = {
    [LIEUDIT_RELATION_DIRECTION] = 1, [LIEUDIT_RELATION_DISTANCE] = 1, [LIEUDIT_RELATION_CONTAINMENT] = 1,
    [LIEUDIT_RELATION_BETWEEN] = 2,   [LIEUDIT_RELATION_ROAD] = 1,     [LIEUDIT_RELATION_JUNCTION] = 2,
    [LIEUDIT_RELATION_ADJACENCY] = 1, [LIEUDIT_RELATION_RIVER] = 1,    [LIEUDIT_RELATION_CAPITAL] = 1,
  };
  Context self = { question, shapes, roads, measure };

  *measure = (LieuditClaimMeasure) { LIEUDIT_VERDICT_CANNOT_CHECK, NAN, NAN, NULL, NULL };
  if (checks[question->relation] == NULL)
    cannot_check (&self, _("This is no matter of geometry."));
  else if (question->n_objects < n_needed[question->relation])
    cannot_check (&self, _("The sentence does not say in relation to what."));
  else
    checks[question->relation] (&self);
}

/*
 * lieudit_claim_measure_clear:
 * @measure: an outcome
 *
 * Frees what an outcome holds.
 */
void
lieudit_claim_measure_clear (LieuditClaimMeasure *measure)
{
  g_clear_pointer (&measure->measure, g_free);
}
