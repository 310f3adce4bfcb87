/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-measure-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-tolerances.h"
#include "claims/lieudit-claim-wording.h"

/* The tests of what lies between, on or beside something. */

/*
 * lieudit_claim_check_between:
 * @self: a test
 *
 * Tests what lies between two places.
 */
void
lieudit_claim_check_between (LieuditClaimTest *self)
{
  LieuditPlace *subject = self->question->subject;
  LieuditPlace *a = self->question->objects[0];
  LieuditPlace *b = self->question->objects[1];
  double direct = lieudit_claim_measure_distance (a, b);
  double over = lieudit_claim_measure_distance (a, subject) + lieudit_claim_measure_distance (subject, b);
  double slack = lieudit_claim_get_reach (subject) +
                 (lieudit_claim_is_area (a) ? lieudit_claim_get_reach (a) : 0.0) +
                 (lieudit_claim_is_area (b) ? lieudit_claim_get_reach (b) : 0.0);
  g_autofree char *from_a = lieudit_claim_describe_distance (lieudit_claim_measure_distance (a, subject));
  g_autofree char *from_b = lieudit_claim_describe_distance (lieudit_claim_measure_distance (b, subject));

  if (direct < 2.0)
    {
      lieudit_claim_cannot_check (self, _("The two places are too near to each other to tell what lies between."));
      return;
    }

  self->result->distance = lieudit_claim_measure_distance (a, subject);
  /* Translators: “45 km from Aleppo, 90 km from Hama” */
  self->result->measure = g_strdup_printf (_("%1$s from %2$s, %3$s from %4$s"), from_a, lieudit_claim_name_place (a),
                                           from_b, lieudit_claim_name_place (b));
  self->result->verdict = lieudit_claim_judge (over - slack, direct * LIEUDIT_BETWEEN_AGREES, direct * LIEUDIT_BETWEEN_LOOSELY);
}

/* How far the subject lies from the way between two objects; infinity where no way is known. */
static double
measure_from_way (LieuditClaimTest *self,
                  guint    from,
                  guint    to)
{
  g_autoptr(GArray) path = lieudit_claim_roads_find_path (self->roads, self->question->objects[from],
                                                          self->question->objects[to]);
  g_autoptr(GArray) ends = NULL;
  LieuditShape way = { path, NULL, NULL, 0.0, 0.0, 0.0, 0.0 };

  if (path == NULL)
    return INFINITY;

  ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (ends, path->len);
  way.ends = ends;

  return lieudit_shape_get_distance (&way, lieudit_place_get_latitude (self->question->subject),
                                     lieudit_place_get_longitude (self->question->subject), NULL, NULL);
}

static void
describe_road (LieuditClaimTest *self,
               double   distance)
{
  g_autofree char *words = lieudit_claim_describe_distance (distance);

  self->result->distance = distance;
  /* Translators: “2 km from that road” */
  self->result->measure = g_strdup_printf (_("%s from the road, as far as it is known"), words);
}

/*
 * lieudit_claim_check_road:
 * @self: a test
 *
 * Tests what lies on a road, by its name or by the towns it links.
 */
void
lieudit_claim_check_road (LieuditClaimTest *self)
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
      lieudit_claim_cannot_check (self, _("The road is not on board."));
      return;
    }

  describe_road (self, distance);
  /* The network on board has the main roads only: another road may link the two. */
  if (self->question->n_objects > 1 && distance > LIEUDIT_ROAD_LOOSELY_KM)
    {
      lieudit_claim_check_between (self);
      if (self->result->verdict != LIEUDIT_VERDICT_DIFFERS)
        lieudit_claim_cannot_check (self, _("The main roads on board pass elsewhere, but there may be another road."));
      return;
    }
  self->result->verdict = lieudit_claim_judge (distance - lieudit_claim_get_reach (self->question->subject),
                                               LIEUDIT_ROAD_AGREES_KM, LIEUDIT_ROAD_LOOSELY_KM);
}

/* The crossing of roads that link A to B and to C lies on two of the three ways. */
/*
 * lieudit_claim_check_junction:
 * @self: a test
 *
 * Tests a crossing of roads.
 */
void
lieudit_claim_check_junction (LieuditClaimTest *self)
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
      lieudit_claim_cannot_check (self, _("The roads are not on board."));
      return;
    }

  describe_road (self, distances[1]);
  self->result->verdict = lieudit_claim_judge (distances[1] - lieudit_claim_get_reach (self->question->subject),
                                               LIEUDIT_ROAD_AGREES_KM, LIEUDIT_ROAD_LOOSELY_KM);
}

static void
describe_border (LieuditClaimTest      *self,
                 double        distance,
                 LieuditPlace *object)
{
  g_autofree char *words = lieudit_claim_describe_distance (distance);

  self->result->distance = distance;
  self->result->measure = g_strdup_printf (_("%1$s from the border of %2$s"), words, lieudit_claim_name_place (object));
}

/* Of two areas, the gap between their outlines; of a place, how far it lies from the outline. A town beside an area
 * stands for its own. */
/*
 * lieudit_claim_check_adjacency:
 * @self: a test
 *
 * Tests what borders on an area.
 */
void
lieudit_claim_check_adjacency (LieuditClaimTest *self)
{
  g_autoptr(LieuditPlace) subject = g_object_ref (self->question->subject);
  g_autoptr(LieuditPlace) object = g_object_ref (self->question->objects[0]);
  const LieuditShape *subject_shape = lieudit_claim_shapes_find (self->shapes, subject);
  const LieuditShape *object_shape = lieudit_claim_shapes_find (self->shapes, object);
  double gap;

  if (object_shape == NULL && subject_shape != NULL && !lieudit_claim_is_area (object))
    {
      g_autoptr(LieuditPlace) province = lieudit_claim_dup_first_level (object);

      if (province != NULL)
        {
          g_set_object (&object, province);
          object_shape = lieudit_claim_shapes_find (self->shapes, object);
        }
    }

  if (object_shape == NULL || (subject_shape == NULL && lieudit_claim_is_area (subject)))
    {
      lieudit_claim_cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  if (subject_shape == NULL)
    {
      gap = lieudit_shape_get_distance (object_shape, lieudit_place_get_latitude (subject),
                                        lieudit_place_get_longitude (subject), NULL, NULL);
      describe_border (self, gap, object);
      gap -= lieudit_claim_get_reach (subject);
      self->result->verdict = self->question->flags & LIEUDIT_RELATION_IS_NEAR
                              ? lieudit_claim_judge (gap, LIEUDIT_NEAR_AGREES_KM, LIEUDIT_NEAR_LOOSELY_KM)
                              : lieudit_claim_judge (gap, LIEUDIT_BORDER_AGREES_KM, LIEUDIT_BORDER_LOOSELY_KM);
      return;
    }

  gap = lieudit_shape_get_gap (subject_shape, object_shape);
  if (isfinite (gap))
    describe_border (self, gap, object);
  else
    self->result->measure = g_strdup_printf (_("more than %1$s from the border of %2$s"), _("200 km"),
                                             lieudit_claim_name_place (object));
  self->result->verdict = self->question->flags & LIEUDIT_RELATION_IS_NEAR
                          ? lieudit_claim_judge (gap, LIEUDIT_NEAR_AGREES_KM, LIEUDIT_NEAR_LOOSELY_KM)
                          : lieudit_claim_judge (gap, LIEUDIT_ADJACENT_AGREES_KM, LIEUDIT_ADJACENT_LOOSELY_KM);
}

/*
 * lieudit_claim_check_coast:
 * @self: a test
 *
 * Tests what lies by the sea.
 */
void
lieudit_claim_check_coast (LieuditClaimTest *self)
{
  const LieuditShape *coast = lieudit_claim_shapes_get_coast (self->shapes);
  const LieuditShape *area = lieudit_claim_shapes_find (self->shapes, self->question->subject);
  g_autofree char *words = NULL;
  double distance;

  if (coast == NULL || (area == NULL && lieudit_claim_is_area (self->question->subject)))
    {
      lieudit_claim_cannot_check (self, _("The shape of the area is not on board."));
      return;
    }

  distance = area != NULL ? lieudit_shape_get_gap (area, coast)
                          : lieudit_shape_get_distance (coast, lieudit_place_get_latitude (self->question->subject),
                                                        lieudit_place_get_longitude (self->question->subject), NULL, NULL);
  words = lieudit_claim_describe_distance (distance);
  self->result->distance = distance;
  /* Translators: “70 km from the sea” */
  self->result->measure = g_strdup_printf (_("%s from the sea"), words);
  self->result->verdict = lieudit_claim_judge (distance - lieudit_claim_get_reach (self->question->subject) / 2.0,
                                               LIEUDIT_COAST_AGREES_KM, LIEUDIT_COAST_LOOSELY_KM);
}

/*
 * lieudit_claim_check_river:
 * @self: a test
 *
 * Tests what lies on a river.
 */
void
lieudit_claim_check_river (LieuditClaimTest *self)
{
  LieuditPlace *river = self->question->objects[0];
  const LieuditShape *shape = lieudit_claim_shapes_find (self->shapes, river);
  g_autofree char *words = NULL;

  if (lieudit_place_get_feature_class (river) != LIEUDIT_FEATURE_WATER || shape == NULL)
    {
      lieudit_claim_cannot_check (self, _("The course of the river is not on board."));
      return;
    }

  self->result->distance = lieudit_shape_get_distance (shape, lieudit_place_get_latitude (self->question->subject),
                                                       lieudit_place_get_longitude (self->question->subject), NULL, NULL);
  words = lieudit_claim_describe_distance (self->result->distance);
  /* Translators: “2 km from the Euphrates” */
  self->result->measure = g_strdup_printf (_("%1$s from %2$s"), words, lieudit_claim_name_place (river));
  self->result->verdict = lieudit_claim_judge (self->result->distance - lieudit_claim_get_reach (self->question->subject),
                                 LIEUDIT_RIVER_AGREES_KM, LIEUDIT_RIVER_LOOSELY_KM);
}

/* By the feature codes: PPLC for capitals of countries, PPLA for seats of first-level areas and so on. */
/*
 * lieudit_claim_check_capital:
 * @self: a test
 *
 * Tests of what a town is the capital or the seat.
 */
void
lieudit_claim_check_capital (LieuditClaimTest *self)
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
      g_autoptr(LieuditPlace) province = lieudit_claim_is_area (object) ? NULL : lieudit_claim_dup_first_level (object);

      if (lieudit_claim_hierarchy_has (subject, province != NULL ? province : object))
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
  lieudit_claim_cannot_check (self, _("Of what the town is the seat is not on board."));
}
