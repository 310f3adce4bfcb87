/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-stated-geometry.h"

#include <math.h>

/*
 * How well places fit what a text says of where one of them lies. Coarser and
 * kinder than the geography check, which has outlines: among places of one
 * name, the wrong ones are mostly off by hundreds of kilometres.
 */

/* Degrees off the direction named, up to which it fits, and from which it does not. */
#define DIRECTION_FITS 50.0
#define DIRECTION_FAILS 90.0

/* Kilometres at which "north of" without a distance counts half. */
#define DIRECTION_REACH_KM 200.0

/* Measured over stated distance, and what round numbers are off in any case. */
#define DISTANCE_SHORTEST 0.55
#define DISTANCE_LONGEST 1.3
#define DISTANCE_SLACK_KM 5.0

/* The way over the place in the middle, over the straight way: between two places, and on the road from one to another. */
#define BETWEEN_FITS 1.3
#define ROAD_FITS 1.6

/* Kilometres about a town that stands for the area around it. */
#define TOWN_AREA_KM 60.0

/* Kilometres from the edge of an area, guessed by its middle, at which a place may still be at its border. */
#define BORDER_KM 150.0

#define DEGREES (180.0 / G_PI)

static double
get_distance (const LieuditResolutionOption *a,
              const LieuditResolutionOption *b)
{
  return sqrt (lieudit_resolution_option_get_distance_squared (a, b));
}

static double
get_radius (LieuditGazetteer              *gazetteer,
            const LieuditResolutionOption *option)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, option->place);

  if (entry == NULL)
    return 0.0;
  return entry->precision < 0x8000 ? entry->precision / 10.0 : entry->precision - 0x8000;
}

/* In degrees clockwise from north, along the great circle that begins at @from. */
static double
get_bearing (const LieuditResolutionOption *from,
             const LieuditResolutionOption *to)
{
  double cosine = sqrt (MAX (1.0 - from->position[2] * from->position[2], 1e-12));
  double east = (-from->position[1] * to->position[0] + from->position[0] * to->position[1]) / cosine;
  double north =
    cosine * to->position[2] -
    from->position[2] * (from->position[0] * to->position[0] + from->position[1] * to->position[1]) / cosine;
  double bearing = atan2 (east, north) * DEGREES;

  return bearing < 0.0 ? bearing + 360.0 : bearing;
}

static double
weigh_bearing (const LieuditStatedRelation   *stated,
               const LieuditResolutionOption *subject,
               const LieuditResolutionOption *object)
{
  double off;

  if (isnan (stated->bearing))
    return 1.0;

  off = fabs (get_bearing (object, subject) - stated->bearing);
  off = MIN (off, 360.0 - off);

  return CLAMP ((DIRECTION_FAILS - off) / (DIRECTION_FAILS - DIRECTION_FITS), 0.0, 1.0);
}

static gboolean
lies_in (LieuditGazetteer              *gazetteer,
         const LieuditResolutionOption *subject,
         const LieuditResolutionOption *area)
{
  if (lieudit_resolution_option_lies_in (subject, area->place))
    return TRUE;
  if (area->features[LIEUDIT_RESOLUTION_COUNTRY] > 0.0)
    return subject->country == area->country && subject->place != area->place;

  /* A town's name for the area around it. */
  return subject->place != area->place && area->features[LIEUDIT_RESOLUTION_SIZE] > 0.0 &&
         get_distance (subject, area) <= TOWN_AREA_KM + get_radius (gazetteer, area);
}

static double
weigh_direction (const LieuditStatedRelation   *stated,
                 LieuditGazetteer              *gazetteer,
                 const LieuditResolutionOption *subject,
                 const LieuditResolutionOption *object)
{
  double fits = weigh_bearing (stated, subject, object);
  double beyond = MAX (get_distance (subject, object) - get_radius (gazetteer, object), 0.0) / DIRECTION_REACH_KM;

  /* Which part of an area a place lies in says less than that it does. */
  if (lies_in (gazetteer, subject, object))
    return 0.5 + 0.5 * fits;
  if (stated->flags & LIEUDIT_RELATION_IS_INSIDE)
    return 0.0;

  return fits / (1.0 + beyond * beyond);
}

static double
weigh_distance (const LieuditStatedRelation   *stated,
                LieuditGazetteer              *gazetteer,
                const LieuditResolutionOption *subject,
                const LieuditResolutionOption *object)
{
  double distance = get_distance (subject, object);
  double longest = stated->distance * DISTANCE_LONGEST + DISTANCE_SLACK_KM + get_radius (gazetteer, object);
  double shortest = stated->distance * DISTANCE_SHORTEST - DISTANCE_SLACK_KM - get_radius (gazetteer, object);

  if (isnan (stated->distance))
    return 0.0;
  if (!(stated->flags & LIEUDIT_RELATION_IS_AT_MOST) && distance < shortest)
    return 0.0;
  /* "More than 20 km" is still less than the next round number. */
  if (distance > (stated->flags & LIEUDIT_RELATION_IS_AT_LEAST ? 2.0 * longest : longest))
    return 0.0;

  return weigh_bearing (stated, subject, object);
}

/* How good a place lies on the way from one to another. */
static double
weigh_way (const LieuditResolutionOption *subject,
           const LieuditResolutionOption *from,
           const LieuditResolutionOption *to,
           double                         fits)
{
  double straight = get_distance (from, to);

  if (from->place == to->place || straight <= 0.0)
    return 0.0;
  return get_distance (from, subject) + get_distance (subject, to) <= fits * straight + DISTANCE_SLACK_KM ? 1.0 : 0.0;
}

static double
weigh_ways (const LieuditStatedRelation          *stated,
            const LieuditResolutionOption        *subject,
            const LieuditResolutionOption *const *objects,
            double                                fits)
{
  double best = 0.0;

  for (guint i = 0; i + 1 < stated->n_objects; i++)
    best = MAX (best, weigh_way (subject, objects[i], objects[i + 1], fits));

  return best;
}

/* Which areas touch is not on board, but how large they are, and what is far from their edge. */
static double
weigh_border (LieuditGazetteer              *gazetteer,
              const LieuditResolutionOption *subject,
              const LieuditResolutionOption *object)
{
  double edge = get_radius (gazetteer, object) + get_radius (gazetteer, subject);

  return subject->place != object->place && get_distance (subject, object) <= edge + BORDER_KM ? 1.0 : 0.0;
}

static double
weigh_capital (LieuditGazetteer              *gazetteer,
               const LieuditResolutionOption *subject,
               const LieuditResolutionOption *object)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, subject->place);

  if (entry == NULL || !lies_in (gazetteer, subject, object))
    return 0.0;
  if (object->features[LIEUDIT_RESOLUTION_COUNTRY] > 0.0)
    return subject->features[LIEUDIT_RESOLUTION_CAPITAL];

  return g_str_has_prefix (entry->feature, "PPLA") || g_str_has_prefix (entry->feature, "PPLC") ? 1.0 : 0.0;
}

/**
 * lieudit_stated_relation_weigh:
 * @stated: what a text says of where a place lies
 * @gazetteer: the gazetteer
 * @subject: what the place may be
 * @objects: what the places that it is told by may be, as many as @stated has
 *
 * Weighs how well it fits these places.
 *
 * Returns: from 0, not at all, to 1
 */
double
lieudit_stated_relation_weigh (const LieuditStatedRelation          *stated,
                               LieuditGazetteer                     *gazetteer,
                               const LieuditResolutionOption        *subject,
                               const LieuditResolutionOption *const *objects)
{
  switch (stated->relation)
    {
    case LIEUDIT_RELATION_DIRECTION:
      return weigh_direction (stated, gazetteer, subject, objects[0]);

    case LIEUDIT_RELATION_DISTANCE:
      return weigh_distance (stated, gazetteer, subject, objects[0]);

    case LIEUDIT_RELATION_CONTAINMENT:
      return lies_in (gazetteer, subject, objects[0]) ? 1.0 : 0.0;

    case LIEUDIT_RELATION_BETWEEN:
      return weigh_ways (stated, subject, objects, BETWEEN_FITS);

    case LIEUDIT_RELATION_ROAD:
    case LIEUDIT_RELATION_JUNCTION:
      return weigh_ways (stated, subject, objects, ROAD_FITS);

    case LIEUDIT_RELATION_ADJACENCY:
      return weigh_border (gazetteer, subject, objects[0]);

    case LIEUDIT_RELATION_CAPITAL:
      return weigh_capital (gazetteer, subject, objects[0]);

    /* These take outlines to tell. */
    case LIEUDIT_RELATION_COAST:
    case LIEUDIT_RELATION_RIVER:
    case LIEUDIT_RELATION_RECORDED:
    case LIEUDIT_N_RELATIONS:
    default:
      return 0.0;
    }
}
