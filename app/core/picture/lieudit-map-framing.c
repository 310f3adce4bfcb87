/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-map-framing.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

/* Web Mercator pixels at this zoom are the measure: what matters is how small a wider frame would make things on the screen. */
#define MEASURING_ZOOM 8.0

/* Frames smaller than this, about 100 km in Syria, can always grow: there a neighbour is never an outlier. */
#define SMALLEST_FRAME 200.0

/* How many times larger than the core others may make the frame. The point of an area is nowhere in particular, and not worth as much. */
#define MAX_GROWTH_FOR_POINT 3.5
#define MAX_GROWTH_FOR_AREA 1.6

/* A frame that holds less of the article than this is no frame, however far the next place lies. */
#define SMALLEST_SHARE 0.6

/* How much a place that only stands for a government weighs. */
#define FIGURATIVE_WEIGHT 0.25

/* Towns side by side are not looked at from closer than this. */
#define CLOSEST_ZOOM 12.0

/* A place alone is shown with so many times its own radius around it, and at least this radius, in metres. */
#define SURROUNDINGS 4.0
#define SMALLEST_RADIUS 1500.0

/* Markers that were drawn as one are drawn this far apart once their cluster is opened, in pixels. */
#define SEPARATE_DISTANCE 70.0

typedef struct {
  const LieuditFramedPlace *place;
  double x;
  double y;
  double distance;
} Candidate;

static double
wrap (double degrees)
{
  return remainder (degrees, 360.0);
}

static gint
compare_x (gconstpointer a,
           gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

static gint
compare_y (gconstpointer a,
           gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

static gint
compare_distance (gconstpointer a,
                  gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return (first->distance > second->distance) - (first->distance < second->distance);
}

static double
total_weight (const GArray *candidates)
{
  double total = 0.0;

  for (guint i = 0; i < candidates->len; i++)
    total += g_array_index (candidates, Candidate, i).place->weight;
  return total;
}

static const Candidate *
weighted_median (GArray       *candidates,
                 GCompareFunc  compare)
{
  double half = total_weight (candidates) / 2.0;
  double sum = 0.0;

  g_array_sort (candidates, compare);
  for (guint i = 0; i < candidates->len; i++)
    {
      sum += g_array_index (candidates, Candidate, i).place->weight;
      if (sum >= half)
        return &g_array_index (candidates, Candidate, i);
    }
  return &g_array_index (candidates, Candidate, candidates->len - 1);
}

static const LieuditFramedPlace *
find_heaviest (const LieuditFramedPlace *places,
               gsize                     n_places)
{
  const LieuditFramedPlace *heaviest = places;

  for (gsize i = 1; i < n_places; i++)
    if (places[i].weight > heaviest->weight)
      heaviest = &places[i];
  return heaviest;
}

/* Longitudes are counted from the heaviest place, so that the antimeridian is as far away as can be. */
static GArray *
project (const LieuditFramedPlace *places,
         gsize                     n_places)
{
  GArray *candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), n_places);
  double origin = find_heaviest (places, n_places)->longitude;

  for (gsize i = 0; i < n_places; i++)
    {
      Candidate candidate = {
        .place = &places[i],
        .x = lieudit_mercator_longitude_to_x (wrap (places[i].longitude - origin), MEASURING_ZOOM),
        .y = lieudit_mercator_latitude_to_y (places[i].latitude, MEASURING_ZOOM),
      };

      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static void
sort_from_middle (GArray *candidates)
{
  double x = weighted_median (candidates, compare_x)->x;
  double y = weighted_median (candidates, compare_y)->y;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      candidate->distance = hypot (candidate->x - x, candidate->y - y);
    }
  g_array_sort (candidates, compare_distance);
}

static double
measure (const LieuditBounds *bounds)
{
  double width = bounds->east - bounds->west;
  double height = lieudit_mercator_latitude_to_y (bounds->south, MEASURING_ZOOM) -
                  lieudit_mercator_latitude_to_y (bounds->north, MEASURING_ZOOM);

  if (width < 0.0)
    width += 360.0;
  return MAX (width / 360.0 * lieudit_mercator_get_world_size (MEASURING_ZOOM), height);
}

static void
add_framed_place (GArray            *framed,
                  LieuditFoundPlace *found_place)
{
  LieuditPlace *place = lieudit_found_place_get_place (found_place);
  LieuditFramedPlace framed_place = {
    .latitude = lieudit_place_get_latitude (place),
    .longitude = lieudit_place_get_longitude (place),
    .radius = lieudit_place_get_uncertainty_km (place) * 1000.0,
    .weight = lieudit_found_place_get_n_mentions (found_place),
    .is_area = lieudit_feature_is_area (lieudit_place_get_feature_code (place)),
  };

  if (!isfinite (framed_place.latitude) || !isfinite (framed_place.longitude))
    return;
  if (!lieudit_found_place_has_literal (found_place))
    framed_place.weight *= FIGURATIVE_WEIGHT;
  g_array_append_val (framed, framed_place);
}

/**
 * lieudit_list_framed_places:
 * @analysis: (nullable): an analysis
 *
 * Lists what a map of an article may be framed on. A place weighs as much as it is named, but a quarter of that when the text only
 * names it for a government or the like.
 *
 * Returns: (element-type LieuditFramedPlace) (transfer full): the places that were found
 */
GArray *
lieudit_list_framed_places (LieuditAnalysis *analysis)
{
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;
  GArray *framed = g_array_new (FALSE, FALSE, sizeof (LieuditFramedPlace));

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) place = g_list_model_get_item (places, i);

      add_framed_place (framed, place);
    }
  return framed;
}

/**
 * lieudit_list_some_framed_places:
 * @places: (element-type LieuditFoundPlace): places of an article
 *
 * Lists what a map may be framed on that shows only some of an article's places.
 *
 * Returns: (element-type LieuditFramedPlace) (transfer full): the places
 */
GArray *
lieudit_list_some_framed_places (GPtrArray *places)
{
  GArray *framed = g_array_new (FALSE, FALSE, sizeof (LieuditFramedPlace));

  g_return_val_if_fail (places != NULL, framed);

  for (guint i = 0; i < places->len; i++)
    add_framed_place (framed, g_ptr_array_index (places, i));

  return framed;
}

/**
 * lieudit_frame_all_places:
 * @places: (array length=n_places): places
 * @n_places: how many
 *
 * Finds what to show so that every place is seen.
 *
 * Returns: the smallest bounds around all of @places; empty when there are none
 */
LieuditBounds
lieudit_frame_all_places (const LieuditFramedPlace *places,
                          gsize                     n_places)
{
  LieuditBounds bounds = lieudit_bounds_empty ();

  g_return_val_if_fail (places != NULL || n_places == 0, bounds);

  for (gsize i = 0; i < n_places; i++)
    lieudit_bounds_extend (&bounds, places[i].latitude, wrap (places[i].longitude));
  return bounds;
}

/**
 * lieudit_frame_whole_areas:
 * @places: (array length=n_places): places
 * @n_places: how many
 *
 * Finds what to show so that every place is seen where it is: a town that is named
 * together with its country, in that country. An area alone has no other that it
 * could be seen beside; how near to go to it is up to lieudit_frame_closest_zoom().
 *
 * Returns: the smallest bounds around all of @places, with all that areas reach; empty when there are none
 */
LieuditBounds
lieudit_frame_whole_areas (const LieuditFramedPlace *places,
                           gsize                     n_places)
{
  LieuditBounds bounds = lieudit_frame_all_places (places, n_places);

  for (gsize i = 0; n_places > 1 && i < n_places; i++)
    if (places[i].is_area)
      lieudit_bounds_extend_around (&bounds, places[i].latitude, wrap (places[i].longitude), places[i].radius);
  return bounds;
}

/**
 * lieudit_frame_core_places:
 * @places: (array length=n_places): places
 * @n_places: how many
 *
 * Finds what to show so that the region the article is about fills the map: the capital of a government that is named once, two
 * thousand kilometres away, must not make the home region tiny.
 *
 * Starting from the weighted median point, the frame takes in one place after another, the nearest first, until it holds three
 * fifths of the weight. From there on it leaves out an area whose point, which could lie elsewhere, would make it more than 1.6
 * times larger than it was then, and it stops at the first other place that would make it more than 3.5 times larger: capitals
 * that lie ever farther away must not each fetch the next. An article about the whole world keeps the whole world, for it needs
 * it to hold three fifths.
 *
 * Returns: bounds of the core; empty when there are no places
 */
LieuditBounds
lieudit_frame_core_places (const LieuditFramedPlace *places,
                           gsize                     n_places)
{
  LieuditBounds bounds = lieudit_bounds_empty ();
  g_autoptr (GArray) candidates = NULL;
  double total, held = 0.0, core_size = 0.0;

  g_return_val_if_fail (places != NULL || n_places == 0, bounds);

  if (n_places == 0)
    return bounds;
  candidates = project (places, n_places);
  sort_from_middle (candidates);
  total = total_weight (candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const LieuditFramedPlace *place = g_array_index (candidates, Candidate, i).place;
      double limit = place->is_area ? MAX_GROWTH_FOR_AREA : MAX_GROWTH_FOR_POINT;
      LieuditBounds wider = bounds;

      lieudit_bounds_extend (&wider, place->latitude, wrap (place->longitude));
      if (held >= SMALLEST_SHARE * total && measure (&wider) > limit * MAX (core_size, SMALLEST_FRAME))
        {
          if (place->is_area)
            continue;
          break;
        }
      bounds = wider;
      if (held < SMALLEST_SHARE * total)
        core_size = measure (&bounds);
      held += place->weight;
    }
  return bounds;
}

/**
 * lieudit_frame_closest_zoom:
 * @places: (array length=n_places): places
 * @n_places: how many
 * @size: the smaller side of the view, in pixels
 *
 * Finds how near to go to places that fit any frame. One place alone is shown among its surroundings: a citadel in its town, a
 * country in its part of the world.
 *
 * Returns: a zoom level
 */
double
lieudit_frame_closest_zoom (const LieuditFramedPlace *places,
                            gsize                     n_places,
                            double                    size)
{
  double metres_per_pixel;

  g_return_val_if_fail (places != NULL && n_places > 0, 0.0);

  if (n_places > 1)
    return CLOSEST_ZOOM;
  metres_per_pixel = lieudit_mercator_get_metres_per_pixel (places->latitude, 0.0);
  return log2 (MAX (size, 1.0) / 2.0 * metres_per_pixel / (SURROUNDINGS * MAX (places->radius, SMALLEST_RADIUS)));
}

/**
 * lieudit_frame_separating_zoom:
 * @places: (element-type LieuditFoundPlace): at least two places
 *
 * Finds how near to go for the first of @places not to cover the others any more.
 *
 * Returns: a zoom level; infinity when two of the places are at the same spot
 */
double
lieudit_frame_separating_zoom (GPtrArray *places)
{
  LieuditPlace *first;
  double smallest = INFINITY;

  g_return_val_if_fail (places != NULL && places->len >= 2, 0.0);

  first = lieudit_found_place_get_place (g_ptr_array_index (places, 0));
  for (guint i = 1; i < places->len; i++)
    {
      LieuditPlace *place = lieudit_found_place_get_place (g_ptr_array_index (places, i));
      double right = lieudit_mercator_longitude_to_x (lieudit_place_get_longitude (place), 0.0) -
                     lieudit_mercator_longitude_to_x (lieudit_place_get_longitude (first), 0.0);
      double down = lieudit_mercator_latitude_to_y (lieudit_place_get_latitude (place), 0.0) -
                    lieudit_mercator_latitude_to_y (lieudit_place_get_latitude (first), 0.0);

      smallest = MIN (smallest, hypot (right, down));
    }
  return log2 (SEPARATE_DISTANCE / smallest);
}
