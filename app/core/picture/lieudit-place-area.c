/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a place is that is no point: within the borders of a country or province, or within so many kilometres. */
#include "config.h"

#include "picture/lieudit-place-area.h"

#include "geo/lieudit-geodesic.h"
#include "geo/lieudit-mercator.h"
#include "picture/lieudit-place-shape.h"

#include <math.h>

/* How much an area is tinted. */
#define OPACITY 0.10

/* An area ends in a soft band, under which the base map's own line of the border lies: the outlines of areas come from another edition
 * than those lines, and are simplified more, so that a line of their own would run beside each. Widths are in pixels, the widest
 * first; each band lies upon those before it. Seen from afar, where the two hardly part and areas are small, all are narrower. */
static const struct {
  double width;
  double opacity;
} bands[] = { { 13.0, 0.06 }, { 6.5, 0.08 } };

#define FULL_WIDTH_ZOOM 8.0
#define SMALLEST_SHARE 0.4

/* So soft an edge hides how it is made: with few points, plain joints and large pixels, which takes a fraction of the time. */
#define SOFT_STEP 2.0
#define SOFT_TOLERANCE 0.5

/* A circle has no such line on the base map, and gets its own. */
#define OUTLINE_OPACITY 0.55
#define OUTLINE 1.5

/* A circle needs so many corners to look round. */
#define CORNERS 72

/* A circle that is hardly larger than a symbol would tell nothing; in pixels. */
#define SMALLEST_CIRCLE 12.0

/**
 * lieudit_place_area_find:
 * @base_map: (nullable): where outlines come from
 * @found_place: a place that an article names
 *
 * Finds the outline to draw in place of a point that is nowhere in particular. A government is no area, nor is what may be another
 * place.
 *
 * Returns: (transfer none) (nullable): the outline of a country or first-level area
 */
const LieuditBaseMapArea *
lieudit_place_area_find (LieuditBaseMap    *base_map,
                         LieuditFoundPlace *found_place)
{
  LieuditPlace *place;
  LieuditFeatureClass feature_class;

  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (found_place), NULL);

  place = lieudit_found_place_get_place (found_place);
  feature_class = lieudit_place_get_feature_class (place);
  if (base_map == NULL || lieudit_place_shape_choose (found_place) != LIEUDIT_PLACE_SHAPE_AREA)
    return NULL;
  if (feature_class != LIEUDIT_FEATURE_COUNTRY && feature_class != LIEUDIT_FEATURE_REGION)
    return NULL;

  return lieudit_map_area_find (base_map,
                                feature_class == LIEUDIT_FEATURE_COUNTRY ? LIEUDIT_MAP_AREA_COUNTRY : LIEUDIT_MAP_AREA_REGION,
                                lieudit_place_get_country_code (place),
                                lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
}

static void
tint (const LieuditMapColour *colour,
      cairo_t                *cr)
{
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, OPACITY);
  cairo_fill_preserve (cr);
}

static void
outline (const LieuditMapColour *colour,
         double                  width,
         double                  opacity,
         cairo_t                *cr)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, opacity);
  cairo_set_line_width (cr, width);
  cairo_stroke_preserve (cr);
}

/**
 * lieudit_place_area_draw:
 * @base_map: where @area comes from
 * @area: a country or first-level area
 * @extent: what is looked at
 * @colour: in which colour
 * @cr: where to draw; the origin is the extent's corner
 *
 * Tints an area lightly, a little more towards its borders.
 */
void
lieudit_place_area_draw (LieuditBaseMap           *base_map,
                         const LieuditBaseMapArea *area,
                         const LieuditMapExtent   *extent,
                         const LieuditMapColour   *colour,
                         cairo_t                  *cr)
{
  double share = CLAMP (extent->zoom / FULL_WIDTH_ZOOM, SMALLEST_SHARE, 1.0);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, SOFT_TOLERANCE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  lieudit_map_area_add_path (base_map, area, extent, SOFT_STEP, cr);
  tint (colour, cr);
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    outline (colour, share * bands[i].width, bands[i].opacity, cr);
  cairo_new_path (cr);
  cairo_restore (cr);
}

static void
add_circle (LieuditPlace           *place,
            const LieuditMapExtent *extent,
            cairo_t                *cr)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double middle = extent->width / 2.0;
  double radius = lieudit_place_get_uncertainty_km (place) * 1000.0;

  for (guint i = 0; i < CORNERS; i++)
    {
      double latitude, longitude, x, y;

      lieudit_geodesic_destination (lieudit_place_get_latitude (place), lieudit_place_get_longitude (place), i * 360.0 / CORNERS, radius,
                                    &latitude, &longitude);
      x = middle + remainder (lieudit_mercator_longitude_to_x (longitude, extent->zoom) - extent->left - middle, world);
      y = lieudit_mercator_latitude_to_y (latitude, extent->zoom) - extent->top;
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

/**
 * lieudit_place_area_draw_circle:
 * @place: a place
 * @extent: what is looked at
 * @colour: in which colour
 * @cr: where to draw; the origin is the extent's corner
 *
 * Draws how far off the coordinates of a place may be: a circle on the ground, unless it were smaller than a symbol or larger than all
 * that is looked at.
 */
void
lieudit_place_area_draw_circle (LieuditPlace           *place,
                                const LieuditMapExtent *extent,
                                const LieuditMapColour *colour,
                                cairo_t                *cr)
{
  double metres_a_pixel = lieudit_mercator_get_metres_per_pixel (lieudit_place_get_latitude (place), extent->zoom);
  double radius = lieudit_place_get_uncertainty_km (place) * 1000.0 / metres_a_pixel;

  if (!(radius >= SMALLEST_CIRCLE && radius <= hypot (extent->width, extent->height)))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  add_circle (place, extent, cr);
  tint (colour, cr);
  outline (colour, OUTLINE, OUTLINE_OPACITY, cr);
  cairo_new_path (cr);
  cairo_restore (cr);
}
