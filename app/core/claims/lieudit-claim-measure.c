/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-measure-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-tolerances.h"
#include "claims/lieudit-claim-wording.h"
#include "geo/lieudit-geodesic.h"

/* Half a sector of the eight points of the compass. */
#define IS_CARDINAL(bearing) (fmod ((bearing), 90.0) < 1.0)
#define IS_INTERCARDINAL(bearing) (fmod ((bearing), 45.0) < 1.0)

/*
 * lieudit_claim_judge:
 * @value: how far a statement is off
 * @agrees: up to where it agrees
 * @loosely: up to where it is loosely true
 *
 * Returns: the verdict
 */
LieuditVerdict
lieudit_claim_judge (double value,
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

/*
 * lieudit_claim_cannot_check:
 * @self: a test
 * @reason: (transfer none): why, as a sentence that stays
 *
 * Ends a test without a verdict.
 */
void
lieudit_claim_cannot_check (LieuditClaimTest *self,
                            const char       *reason)
{
  self->result->verdict = LIEUDIT_VERDICT_CANNOT_CHECK;
  self->result->reason = reason;
}

/*
 * lieudit_claim_measure_distance:
 * @a: a place
 * @b: another
 *
 * Returns: the distance between their points, in kilometres
 */
double
lieudit_claim_measure_distance (LieuditPlace *a,
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

/*
 * lieudit_claim_is_area:
 * @place: a place
 *
 * Returns: whether it is an area rather than a point
 */
gboolean
lieudit_claim_is_area (LieuditPlace *place)
{
  return lieudit_feature_is_area (lieudit_place_get_feature_code (place));
}

/*
 * lieudit_claim_get_reach:
 * @place: a place
 *
 * Returns: how far it reaches about its point, in kilometres; an area's reach is in its shape
 */
double
lieudit_claim_get_reach (LieuditPlace *place)
{
  return lieudit_place_get_uncertainty_km (place);
}

static void
describe_position (LieuditClaimTest      *self,
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
    return lieudit_claim_judge (deviation, LIEUDIT_CARDINAL_AGREES, LIEUDIT_CARDINAL_LOOSELY);
  if (IS_INTERCARDINAL (stated))
    return lieudit_claim_judge (deviation, LIEUDIT_INTERCARDINAL_AGREES, LIEUDIT_INTERCARDINAL_LOOSELY);

  return lieudit_claim_judge (deviation, LIEUDIT_HALF_WIND_AGREES, LIEUDIT_HALF_WIND_LOOSELY);
}

/* "South of": from the middle and, of an area, from the nearest point of its edge, whichever is kinder. */
static void
check_direction_from (LieuditClaimTest *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  double distance = lieudit_claim_measure_distance (object, subject);
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
  else if (lieudit_claim_is_area (object) && distance < 2.0 * lieudit_claim_get_reach (object))
    {
      lieudit_claim_cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  if (lieudit_claim_is_area (subject) && distance < lieudit_claim_get_reach (subject) + lieudit_claim_get_reach (object))
    {
      /* Neighbours that reach around each other. */
      self->result->verdict = lieudit_claim_judge (deviation, LIEUDIT_INSIDE_AGREES, 180.0);
      return;
    }
  if (!lieudit_claim_is_area (object) && distance < 1.0)
    {
      lieudit_claim_cannot_check (self, _("The two places are too near to each other to tell a direction."));
      return;
    }

  /* Two towns close by: each may be seen from any of its quarters. */
  if (!lieudit_claim_is_area (object))
    deviation = MAX (0.0, deviation - atan2 (MIN (lieudit_claim_get_reach (object), 6.0) / 2.0, distance) * 180.0 / G_PI);

  self->result->verdict = judge_direction (self->question->bearing, deviation);
}

/* "In the north of": where the place lies in the area, which is as high and as wide as its outline. */
/* Degrees clockwise from north. */
static double
bearing_of (double east,
            double north)
{
  return fmod (atan2 (east, north) * 180.0 / G_PI + 360.0, 360.0);
}

/* Whether the subject lies where the text says, from where most people of the country live. */
static gboolean
is_that_way_from_people (LieuditClaimTest    *self,
                         const LieuditBounds *part)
{
  LieuditPlace *subject = self->question->subject;
  double latitude;
  double longitude;
  double x;
  double y;

  if (!lieudit_claim_find_inhabited_middle (self->question->objects[0], &latitude, &longitude))
    return FALSE;

  x = (lieudit_place_get_longitude (subject) - longitude) / MAX (part->east - part->west, 1e-3);
  y = (lieudit_place_get_latitude (subject) - latitude) / MAX (part->north - part->south, 1e-3);

  return angle_between (bearing_of (x, y), self->question->bearing) <= LIEUDIT_INSIDE_AGREES;
}

static void
check_direction_inside (LieuditClaimTest *self)
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
      lieudit_claim_cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  self->result->bearing = measure_bearing (object, subject);
  self->result->distance = lieudit_claim_measure_distance (object, subject);
  if (!lieudit_shape_contains (shape, latitude, longitude))
    {
      double outside = lieudit_shape_get_distance (shape, latitude, longitude, NULL, NULL);
      g_autofree char *words = lieudit_claim_describe_distance (outside);

      if (outside > LIEUDIT_OUTSIDE_KM + (lieudit_claim_is_area (subject) ? lieudit_claim_get_reach (subject) : 0.0))
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
  deviation = MIN (angle_between (bearing_of (x, y), self->question->bearing),
                   angle_between (self->result->bearing, self->question->bearing));
  /* Translators: where a place lies in an area: “in the north-west of Syria” */
  self->result->measure = g_strdup_printf (_("in the %1$s of %2$s"), lieudit_compass_get_name (self->result->bearing),
                                           lieudit_claim_name_place (object));
  if (hypot (x, y) < LIEUDIT_INSIDE_MIDDLE)
    self->result->verdict = LIEUDIT_VERDICT_LOOSELY;
  else
    self->result->verdict = lieudit_claim_judge (deviation, LIEUDIT_INSIDE_AGREES, LIEUDIT_INSIDE_LOOSELY);
  if (self->result->verdict == LIEUDIT_VERDICT_DIFFERS && is_that_way_from_people (self, &part))
    self->result->verdict = LIEUDIT_VERDICT_LOOSELY;
}

static void
check_direction (LieuditClaimTest *self)
{
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  gboolean inside = (self->question->flags & LIEUDIT_RELATION_IS_INSIDE) != 0;

  if (self->question->flags & LIEUDIT_RELATION_IS_EITHER)
    inside = shape != NULL && lieudit_shape_contains (shape, lieudit_place_get_latitude (self->question->subject),
                                                      lieudit_place_get_longitude (self->question->subject));

  if (inside)
    check_direction_inside (self);
  else
    check_direction_from (self);
}

static LieuditVerdict
judge_distance (LieuditClaimTest *self,
                double   measured,
                double   slack)
{
  double stated = self->question->distance;

  if (self->question->flags & LIEUDIT_RELATION_IS_AT_MOST)
    return lieudit_claim_judge (measured - slack, stated * 1.05, stated * LIEUDIT_DISTANCE_LOOSELY_LONG);
  if (self->question->flags & LIEUDIT_RELATION_IS_AT_LEAST)
    return lieudit_claim_judge (stated, measured * 1.05 / LIEUDIT_DISTANCE_SHORTEST + slack,
                                measured / LIEUDIT_DISTANCE_LOOSELY_SHORT + slack);

  if (measured <= stated * LIEUDIT_DISTANCE_LONGEST + slack && measured >= stated * LIEUDIT_DISTANCE_SHORTEST - slack)
    return LIEUDIT_VERDICT_AGREES;
  if (measured <= stated * LIEUDIT_DISTANCE_LOOSELY_LONG + slack &&
      measured >= stated * LIEUDIT_DISTANCE_LOOSELY_SHORT - slack)
    return LIEUDIT_VERDICT_LOOSELY;

  return LIEUDIT_VERDICT_DIFFERS;
}

/* From the middle of a town; from the border of an area, which is what "20 km from Turkey" means. */
static void
check_distance (LieuditClaimTest *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_is_area (object) ? lieudit_claim_shapes_find (self->shapes, object) : NULL;
  double reach = lieudit_claim_get_reach (subject);
  double slack = LIEUDIT_DISTANCE_SLACK_KM + (lieudit_claim_is_area (subject) ? reach : MIN (reach, 6.0) / 2.0);
  LieuditVerdict verdict;

  if (lieudit_claim_is_area (object) && shape == NULL)
    {
      lieudit_claim_cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  self->result->distance = lieudit_claim_measure_distance (object, subject);
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
      slack += MIN (lieudit_claim_get_reach (object), 12.0);
    }

  verdict = judge_distance (self, self->result->distance, slack);
  if (!isnan (self->question->bearing) && shape == NULL)
    {
      check_direction_from (self);
      verdict = join_verdicts (verdict, self->result->verdict);
    }
  self->result->verdict = verdict;
}

/*
 * lieudit_claim_hierarchy_has:
 * @place: a place
 * @area: an area
 *
 * Returns: whether the gazetteer puts the place into the area
 */
gboolean
lieudit_claim_hierarchy_has (LieuditPlace *place,
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

/*
 * lieudit_claim_dup_first_level:
 * @place: a place
 *
 * Finds the first-level area that a town names along with itself: Idleb of the province of Idleb.
 *
 * Returns: (transfer full) (nullable): the area
 */
LieuditPlace *
lieudit_claim_dup_first_level (LieuditPlace *place)
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
check_containment_in_town (LieuditClaimTest *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  g_autoptr(LieuditPlace) province = lieudit_claim_dup_first_level (object);
  g_autoptr(LieuditPlace) own_province = lieudit_claim_dup_first_level (subject);

  self->result->distance = lieudit_claim_measure_distance (object, subject);
  self->result->bearing = measure_bearing (object, subject);
  describe_position (self, object);

  if (self->result->distance <= LIEUDIT_TOWN_AREA_KM + lieudit_claim_get_reach (object) ||
      (province != NULL && lieudit_claim_hierarchy_has (subject, province)))
    self->result->verdict = LIEUDIT_VERDICT_AGREES;
  else if (province != NULL && own_province != NULL && self->result->distance > 4.0 * LIEUDIT_TOWN_AREA_KM)
    self->result->verdict = LIEUDIT_VERDICT_DIFFERS;
  else
    lieudit_claim_cannot_check (self, _("What area the town stands for is not known."));
}

/* In the hierarchy of the gazetteer, else inside the outline. */
static void
check_containment (LieuditClaimTest *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *object = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, object);
  gboolean is_country = lieudit_place_get_feature_class (object) == LIEUDIT_FEATURE_COUNTRY;
  g_autofree char *words = NULL;
  double outside;

  if (lieudit_claim_hierarchy_has (subject, object) ||
      (is_country && g_str_equal (lieudit_place_get_country_code (subject), lieudit_place_get_country_code (object))))
    {
      /* Translators: “in Syria” */
      self->result->measure = g_strdup_printf (_("in %s"), lieudit_claim_name_place (object));
      self->result->verdict = LIEUDIT_VERDICT_AGREES;
      return;
    }
  if (shape == NULL)
    {
      if (lieudit_claim_is_area (object))
        lieudit_claim_cannot_check (self, _("The shape of the area is not on board."));
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
  self->result->verdict = lieudit_claim_judge (outside, LIEUDIT_INSIDE_KM,
                                               LIEUDIT_OUTSIDE_KM +
                                               (lieudit_claim_is_area (subject) ? lieudit_claim_get_reach (subject) : 0.0));
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
  static void (* const checks[LIEUDIT_N_RELATIONS]) (LieuditClaimTest *self) = {
    [LIEUDIT_RELATION_DIRECTION] = check_direction,
    [LIEUDIT_RELATION_DISTANCE] = check_distance,
    [LIEUDIT_RELATION_CONTAINMENT] = check_containment,
    [LIEUDIT_RELATION_BETWEEN] = lieudit_claim_check_between,
    [LIEUDIT_RELATION_ROAD] = lieudit_claim_check_road,
    [LIEUDIT_RELATION_JUNCTION] = lieudit_claim_check_junction,
    [LIEUDIT_RELATION_ADJACENCY] = lieudit_claim_check_adjacency,
    [LIEUDIT_RELATION_COAST] = lieudit_claim_check_coast,
    [LIEUDIT_RELATION_RIVER] = lieudit_claim_check_river,
    [LIEUDIT_RELATION_CAPITAL] = lieudit_claim_check_capital,
  };
  static const guint n_needed[LIEUDIT_N_RELATIONS] = {
    [LIEUDIT_RELATION_DIRECTION] = 1, [LIEUDIT_RELATION_DISTANCE] = 1, [LIEUDIT_RELATION_CONTAINMENT] = 1,
    [LIEUDIT_RELATION_BETWEEN] = 2,   [LIEUDIT_RELATION_ROAD] = 1,     [LIEUDIT_RELATION_JUNCTION] = 2,
    [LIEUDIT_RELATION_ADJACENCY] = 1, [LIEUDIT_RELATION_RIVER] = 1,    [LIEUDIT_RELATION_CAPITAL] = 1,
  };
  LieuditClaimTest self = { question, shapes, roads, measure };

  *measure = (LieuditClaimMeasure) { LIEUDIT_VERDICT_CANNOT_CHECK, NAN, NAN, NULL, NULL };
  if (checks[question->relation] == NULL)
    lieudit_claim_cannot_check (&self, _("This is no matter of geometry."));
  else if (question->n_objects < n_needed[question->relation])
    lieudit_claim_cannot_check (&self, _("The sentence does not say in relation to what."));
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
