/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-wording.h"

#include <math.h>

#include <glib/gi18n.h>

#define N_POINTS 16

/* The points of the compass, clockwise from north. */
static const struct
{
  const char *nick;
  const char *name;
  const char *position;
} points[N_POINTS] = {
  { "N", N_("north"), N_("%1$s north of %2$s") },
  { "NNE", N_("north-north-east"), N_("%1$s north-north-east of %2$s") },
  { "NE", N_("north-east"), N_("%1$s north-east of %2$s") },
  { "ENE", N_("east-north-east"), N_("%1$s east-north-east of %2$s") },
  { "E", N_("east"), N_("%1$s east of %2$s") },
  { "ESE", N_("east-south-east"), N_("%1$s east-south-east of %2$s") },
  { "SE", N_("south-east"), N_("%1$s south-east of %2$s") },
  { "SSE", N_("south-south-east"), N_("%1$s south-south-east of %2$s") },
  { "S", N_("south"), N_("%1$s south of %2$s") },
  { "SSW", N_("south-south-west"), N_("%1$s south-south-west of %2$s") },
  { "SW", N_("south-west"), N_("%1$s south-west of %2$s") },
  { "WSW", N_("west-south-west"), N_("%1$s west-south-west of %2$s") },
  { "W", N_("west"), N_("%1$s west of %2$s") },
  { "WNW", N_("west-north-west"), N_("%1$s west-north-west of %2$s") },
  { "NW", N_("north-west"), N_("%1$s north-west of %2$s") },
  { "NNW", N_("north-north-west"), N_("%1$s north-north-west of %2$s") },
};

static guint
find_point (double bearing)
{
  double turned = fmod (bearing + 360.0 / N_POINTS / 2.0 + 360.0, 360.0);

  return MIN ((guint) (turned / (360.0 / N_POINTS)), N_POINTS - 1);
}

/*
 * lieudit_claim_name_place:
 * @place: a place
 *
 * Returns: (transfer none): its name in the person's language
 */
const char *
lieudit_claim_name_place (LieuditPlace *place)
{
  const char * const *tags = g_get_language_names ();
  LieuditLanguage language = lieudit_language_from_tag (tags[0]);

  return lieudit_place_get_name (place, language == LIEUDIT_LANGUAGE_UNKNOWN ? LIEUDIT_LANGUAGE_ENGLISH : language);
}

/*
 * lieudit_claim_describe_distance:
 * @kilometres: a distance
 *
 * Returns: (transfer full): the distance, to the kilometre, below ten to a tenth of one
 */
char *
lieudit_claim_describe_distance (double kilometres)
{
  g_autofree char *number = NULL;

  number = kilometres >= 0.05 && kilometres < 9.95 ? g_strdup_printf ("%.1f", kilometres) : g_strdup_printf ("%.0f", kilometres);

  /* Translators: a distance in kilometres */
  return g_strdup_printf (_("%s km"), number);
}

/*
 * lieudit_claim_describe_position:
 * @kilometres: how far
 * @bearing: in which direction, in degrees clockwise from north
 * @origin: from where
 *
 * Returns: (transfer full): words such as “44 km south-south-west of Aleppo”
 */
char *
lieudit_claim_describe_position (double        kilometres,
                                 double        bearing,
                                 LieuditPlace *origin)
{
  g_autofree char *distance = lieudit_claim_describe_distance (kilometres);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(points[find_point (bearing)].position), distance, lieudit_claim_name_place (origin));
#pragma GCC diagnostic pop
}

/*
 * lieudit_compass_get_nick:
 * @bearing: in degrees clockwise from north
 *
 * Returns: the nearest of the 16 points of the compass: SSW
 */
const char *
lieudit_compass_get_nick (double bearing)
{
  return points[find_point (bearing)].nick;
}

/*
 * lieudit_compass_get_name:
 * @bearing: in degrees clockwise from north
 *
 * Returns: the nearest of the 16 points of the compass, in the person's language
 */
const char *
lieudit_compass_get_name (double bearing)
{
  return _(points[find_point (bearing)].name);
}
