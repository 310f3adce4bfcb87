/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-shapes.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "geo/lieudit-geodesic.h"
#include "lieudit-data-directory.h"

#define LARGEST_FILE (64 * 1024 * 1024)
#define LONGEST_NUMBER 16

/* Vertices to a box: with 32, finding the nearest of the 80,000 of the coast takes about as long as one country. */
#define STRETCH 32

/* Kilometres in a degree of latitude, on the sphere of the mean radius 6371.0088 km (IUGG). */
#define DEGREE_KM 111.195

/* Areas farther apart than this are not measured: they border on nothing of each other. */
#define FARTHEST_GAP_KM 200.0

/**
 * LieuditClaimShapes:
 *
 * The areas and lines against which claims are checked.
 */
struct _LieuditClaimShapes
{
  GHashTable *by_identifier; /* LieuditShape, owned by all */
  GPtrArray *all;
  GPtrArray *roads;
  LieuditShape *coast;
};

G_DEFINE_QUARK (lieudit-claim-shapes-error-quark, lieudit_claim_shapes_error)

static void
shape_free (gpointer data)
{
  LieuditShape *shape = data;

  g_array_unref (shape->points);
  g_array_unref (shape->ends);
  g_array_unref (shape->boxes);
  g_free (shape);
}

/* A number that ends at one of the marks; moves behind the mark. */
static gboolean
read_coordinate (const char **position,
                 const char  *end,
                 double       limit,
                 float       *value)
{
  const char *start = *position;
  double whole = 0.0;
  double scale = 1.0;
  gboolean negative = start < end && *start == '-';
  gboolean in_fraction = FALSE;
  const char *digits = start + negative;

  for (*position = digits; *position < end && *position - start < LONGEST_NUMBER; (*position)++)
    {
      if (**position == '.' && !in_fraction)
        {
          in_fraction = TRUE;
        }
      else if (g_ascii_isdigit (**position))
        {
          whole = whole * 10.0 + (**position - '0');
          scale *= in_fraction ? 10.0 : 1.0;
        }
      else
        {
          break;
        }
    }

  *value = (float) ((negative ? -whole : whole) / scale);

  return *position > digits && whole / scale <= limit;
}

static gboolean
read_points (LieuditShape *shape,
             const char   *position,
             const char   *end)
{
  while (position < end)
    {
      LieuditShapePoint point;

      if (!read_coordinate (&position, end, 180.0, &point.longitude) || position >= end || *position++ != ',' ||
          !read_coordinate (&position, end, 90.0, &point.latitude))
        return FALSE;

      g_array_append_val (shape->points, point);
      shape->west = MIN (shape->west, point.longitude);
      shape->east = MAX (shape->east, point.longitude);
      shape->south = MIN (shape->south, point.latitude);
      shape->north = MAX (shape->north, point.latitude);

      if (position == end || *position == ';')
        g_array_append_val (shape->ends, shape->points->len);
      else if (*position != ' ')
        return FALSE;
      if (position < end && ++position == end)
        return FALSE;
    }

  return shape->ends->len > 0;
}

static void
make_boxes (LieuditShape *shape)
{
  for (guint start = 0; start < shape->points->len; start += STRETCH)
    {
      LieuditShapeBox box = { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };

      for (guint i = start; i < MIN (start + STRETCH + 1, shape->points->len); i++)
        {
          const LieuditShapePoint *point = &g_array_index (shape->points, LieuditShapePoint, i);

          box.west = MIN (box.west, point->longitude);
          box.south = MIN (box.south, point->latitude);
          box.east = MAX (box.east, point->longitude);
          box.north = MAX (box.north, point->latitude);
        }
      g_array_append_val (shape->boxes, box);
    }
}

static gboolean
read_row (LieuditClaimShapes *self,
          const char         *row,
          const char         *end)
{
  const char *kind_end = memchr (row, '\t', (gsize) (end - row));
  const char *identifiers_end = kind_end != NULL ? memchr (kind_end + 1, '\t', (gsize) (end - kind_end - 1)) : NULL;
  g_autofree char *kind = NULL;
  g_autofree char *joined = NULL;
  g_auto(GStrv) identifiers = NULL;
  LieuditShape *shape;

  if (identifiers_end == NULL)
    return FALSE;

  kind = g_strndup (row, (gsize) (kind_end - row));
  joined = g_strndup (kind_end + 1, (gsize) (identifiers_end - kind_end - 1));
  identifiers = g_strsplit (joined, " ", -1);

  shape = g_new0 (LieuditShape, 1);
  shape->points = g_array_new (FALSE, FALSE, sizeof (LieuditShapePoint));
  shape->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  shape->boxes = g_array_new (FALSE, FALSE, sizeof (LieuditShapeBox));
  shape->west = shape->south = G_MAXDOUBLE;
  shape->east = shape->north = -G_MAXDOUBLE;
  g_ptr_array_add (self->all, shape);
  if (!read_points (shape, identifiers_end + 1, end))
    return FALSE;
  make_boxes (shape);

  if (g_str_equal (kind, "coast"))
    self->coast = shape;
  else if (g_str_equal (kind, "road"))
    g_ptr_array_add (self->roads, shape);
  else if (!g_str_equal (kind, "area") && !g_str_equal (kind, "river"))
    return FALSE;

  for (guint i = 0; identifiers[i] != NULL; i++)
    {
      if (!g_str_equal (identifiers[i], "-"))
        g_hash_table_insert (self->by_identifier, g_strdup (identifiers[i]), shape);
    }

  return TRUE;
}

/**
 * lieudit_claim_shapes_parse:
 * @text: (array length=length): rows as data/derive/claims/derive.py writes them
 * @length: bytes of @text
 * @error: return location for an error
 *
 * Reads areas and lines.
 *
 * Returns: (transfer full) (nullable): the shapes
 */
LieuditClaimShapes *
lieudit_claim_shapes_parse (const char  *text,
                            gsize        length,
                            GError     **error)
{
  g_autoptr(LieuditClaimShapes) self = g_new0 (LieuditClaimShapes, 1);
  const char *end = text + length;
  guint line = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self->by_identifier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_ptr_array_new_with_free_func (shape_free);
  self->roads = g_ptr_array_new ();

  for (const char *row = text; row < end;)
    {
      const char *row_end = memchr (row, '\n', (gsize) (end - row));

      if (row_end == NULL)
        row_end = end;
      line++;
      if (row_end > row && *row != '#' && !read_row (self, row, row_end))
        {
          g_set_error (error, LIEUDIT_CLAIM_SHAPES_ERROR, LIEUDIT_CLAIM_SHAPES_ERROR_DAMAGED,
                       _("Line %u of the shapes is no row of kind, identifiers and points."), line);
          return NULL;
        }
      row = row_end + 1;
    }

  return g_steal_pointer (&self);
}

/**
 * lieudit_claim_shapes_load:
 * @error: return location for an error
 *
 * Loads the shapes of the data folder.
 *
 * Returns: (transfer full) (nullable): the shapes
 */
LieuditClaimShapes *
lieudit_claim_shapes_load (GError **error)
{
  g_autofree char *path = lieudit_build_data_path ("claims/shapes.tsv");
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) == 0 || g_mapped_file_get_length (file) > LARGEST_FILE)
    {
      g_set_error (error, LIEUDIT_CLAIM_SHAPES_ERROR, LIEUDIT_CLAIM_SHAPES_ERROR_DAMAGED,
                   _("%s is empty or too large. Install Lieudit again."), path);
      return NULL;
    }

  return lieudit_claim_shapes_parse (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error);
}

/**
 * lieudit_claim_shapes_free:
 * @self: shapes
 *
 * Frees shapes.
 */
void
lieudit_claim_shapes_free (LieuditClaimShapes *self)
{
  g_hash_table_unref (self->by_identifier);
  g_ptr_array_unref (self->roads);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * lieudit_claim_shapes_find:
 * @self: shapes
 * @place: a place
 *
 * Returns: (transfer none) (nullable): the area or the river that the place is
 */
const LieuditShape *
lieudit_claim_shapes_find (const LieuditClaimShapes *self,
                           LieuditPlace             *place)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  if (lieudit_place_get_feature_class (place) == LIEUDIT_FEATURE_COUNTRY)
    {
      g_autofree char *identifier = g_strconcat ("country:", lieudit_place_get_country_code (place), NULL);

      return g_hash_table_lookup (self->by_identifier, identifier);
    }

  return g_hash_table_lookup (self->by_identifier, lieudit_place_get_id (place));
}

/**
 * lieudit_claim_shapes_get_coast:
 * @self: shapes
 *
 * Returns: (transfer none) (nullable): the shores of all seas
 */
const LieuditShape *
lieudit_claim_shapes_get_coast (const LieuditClaimShapes *self)
{
  return self->coast;
}

/**
 * lieudit_claim_shapes_get_roads:
 * @self: shapes
 *
 * Returns: (transfer none) (element-type LieuditShape): the roads
 */
const GPtrArray *
lieudit_claim_shapes_get_roads (const LieuditClaimShapes *self)
{
  return self->roads;
}

/**
 * lieudit_shape_contains:
 * @self: an area
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Counts how often a ray to the east crosses the rings.
 *
 * Returns: whether the point lies inside
 */
gboolean
lieudit_shape_contains (const LieuditShape *self,
                        double              latitude,
                        double              longitude)
{
  const LieuditShapePoint *points = (const LieuditShapePoint *) (gpointer) self->points->data;
  gboolean inside = FALSE;
  guint start = 0;

  if (longitude < self->west || longitude > self->east || latitude < self->south || latitude > self->north)
    return FALSE;

  for (guint part = 0; part < self->ends->len; part++)
    {
      guint end = g_array_index (self->ends, guint, part);

      for (guint i = start, last = end - 1; i < end; last = i++)
        {
          if ((points[i].latitude > latitude) != (points[last].latitude > latitude) &&
              longitude < (points[last].longitude - points[i].longitude) * (latitude - points[i].latitude) /
                          (points[last].latitude - points[i].latitude) + points[i].longitude)
            inside = !inside;
        }
      start = end;
    }

  return inside;
}

/* A search for the nearest point of an outline, on a plane about the given point. */
typedef struct
{
  const LieuditShapePoint *points;
  double                   latitude;
  double                   longitude;
  double                   squeeze; /* degrees of longitude in degrees of latitude */
  double                   best;    /* square degrees of latitude */
  double                   best_latitude;
  double                   best_longitude;
} Search;

static void
try_segment (Search *self,
             guint   from,
             guint   to)
{
  const LieuditShapePoint *a = &self->points[from];
  const LieuditShapePoint *b = &self->points[to];
  double x = (a->longitude - self->longitude) * self->squeeze;
  double y = a->latitude - self->latitude;
  double dx = (b->longitude - a->longitude) * self->squeeze;
  double dy = b->latitude - a->latitude;
  double length = dx * dx + dy * dy;
  double t = length > 0.0 ? CLAMP (-(x * dx + y * dy) / length, 0.0, 1.0) : 0.0;
  double distance = (x + t * dx) * (x + t * dx) + (y + t * dy) * (y + t * dy);

  if (distance < self->best)
    {
      self->best = distance;
      self->best_latitude = a->latitude + t * (b->latitude - a->latitude);
      self->best_longitude = a->longitude + t * (b->longitude - a->longitude);
    }
}

/* No point in the box is nearer than this. */
static double
measure_box (const Search          *self,
             const LieuditShapeBox *box)
{
  double x = MAX (MAX (box->west - self->longitude, self->longitude - box->east), 0.0) * self->squeeze;
  double y = MAX (MAX (box->south - self->latitude, self->latitude - box->north), 0.0);

  return x * x + y * y;
}

/* The segments of one part that begin in [start, end). */
static void
try_stretch (Search *self,
             guint   start,
             guint   end,
             guint   part_end)
{
  for (guint i = start; i < end; i++)
    try_segment (self, i, MIN (i + 1, part_end - 1));
}

static void
try_part (Search             *self,
          const LieuditShape *shape,
          guint               start,
          guint               end)
{
  while (start < end)
    {
      guint stretch_end = MIN ((start / STRETCH + 1) * STRETCH, end);

      if (shape->boxes == NULL ||
          measure_box (self, &g_array_index (shape->boxes, LieuditShapeBox, start / STRETCH)) < self->best)
        try_stretch (self, start, stretch_end, end);
      start = stretch_end;
    }
}

/* A near vertex to begin with, so that most boxes are passed over. */
static void
try_nearest_box (Search             *self,
                 const LieuditShape *shape)
{
  double nearest = G_MAXDOUBLE;
  guint found = 0;

  for (guint i = 0; i < shape->boxes->len; i++)
    {
      double distance = measure_box (self, &g_array_index (shape->boxes, LieuditShapeBox, i));

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }

  for (guint i = found * STRETCH; i < MIN ((found + 1) * STRETCH, shape->points->len); i++)
    try_segment (self, i, i);
}

/**
 * lieudit_shape_get_distance:
 * @self: an area or lines
 * @latitude: in degrees
 * @longitude: in degrees
 * @nearest_latitude: (out) (optional): of the nearest point of the outline
 * @nearest_longitude: (out) (optional): of the nearest point of the outline
 *
 * Finds the nearest point of an outline on a plane about the given point, and
 * measures the geodesic to it. On the plane the order of distances is right up
 * to some hundred kilometres, farther than any tolerance.
 *
 * Returns: the distance, in kilometres, also for points inside an area
 */
double
lieudit_shape_get_distance (const LieuditShape *self,
                            double              latitude,
                            double              longitude,
                            double             *nearest_latitude,
                            double             *nearest_longitude)
{
  Search search = { (const LieuditShapePoint *) (gpointer) self->points->data, latitude, longitude,
                    cos (latitude * G_PI / 180.0), G_MAXDOUBLE, latitude, longitude };
  guint start = 0;

  if (self->boxes != NULL)
    try_nearest_box (&search, self);
  for (guint part = 0; part < self->ends->len; part++)
    {
      guint end = g_array_index (self->ends, guint, part);

      try_part (&search, self, start, end);
      start = end;
    }

  if (nearest_latitude != NULL)
    *nearest_latitude = search.best_latitude;
  if (nearest_longitude != NULL)
    *nearest_longitude = search.best_longitude;

  return lieudit_geodesic_distance (latitude, longitude, search.best_latitude, search.best_longitude) / 1000.0;
}

static void
measure_part (const LieuditShape *self,
              guint               start,
              guint               end,
              LieuditBounds      *bounds)
{
  *bounds = (LieuditBounds) { 90.0, 180.0, -90.0, -180.0 };
  for (guint i = start; i < end; i++)
    {
      const LieuditShapePoint *point = &g_array_index (self->points, LieuditShapePoint, i);

      bounds->south = MIN (bounds->south, point->latitude);
      bounds->north = MAX (bounds->north, point->latitude);
      bounds->west = MIN (bounds->west, point->longitude);
      bounds->east = MAX (bounds->east, point->longitude);
    }
}

/**
 * lieudit_shape_get_part:
 * @self: an area
 * @latitude: in degrees
 * @longitude: in degrees
 * @bounds: (out caller-allocates): the largest part about the point, or the largest of all
 *
 * Finds the part of an area that is meant where a point is: of France, the one
 * in Europe or Guiana. No part here crosses the antimeridian.
 */
void
lieudit_shape_get_part (const LieuditShape *self,
                        double              latitude,
                        double              longitude,
                        LieuditBounds      *bounds)
{
  double largest = -1.0;
  guint start = 0;

  for (guint part = 0; part < self->ends->len; part++)
    {
      guint end = g_array_index (self->ends, guint, part);
      LieuditBounds candidate;
      double size;

      measure_part (self, start, end, &candidate);
      size = (candidate.north - candidate.south) * (candidate.east - candidate.west);
      if (lieudit_bounds_contains (&candidate, latitude, longitude))
        size += 360.0 * 180.0;
      if (size > largest)
        {
          largest = size;
          *bounds = candidate;
        }
      start = end;
    }
}

/**
 * lieudit_shape_get_gap:
 * @a: an area
 * @b: another
 *
 * Measures from every vertex of one outline to the other outline.
 *
 * Returns: the distance between two areas, in kilometres; infinity beyond 200
 */
double
lieudit_shape_get_gap (const LieuditShape *a,
                       const LieuditShape *b)
{
  double reach = FARTHEST_GAP_KM / DEGREE_KM;
  double gap = INFINITY;

  if (a->points->len > b->points->len)
    {
      const LieuditShape *swap = a;

      a = b;
      b = swap;
    }

  for (guint i = 0; i < a->points->len; i++)
    {
      const LieuditShapePoint *point = &g_array_index (a->points, LieuditShapePoint, i);
      double widened = reach / MAX (cos (point->latitude * G_PI / 180.0), 0.05);

      if (point->latitude < b->south - reach || point->latitude > b->north + reach ||
          point->longitude < b->west - widened || point->longitude > b->east + widened)
        continue;

      gap = MIN (gap, lieudit_shape_get_distance (b, point->latitude, point->longitude, NULL, NULL));
      if (gap < 0.5)
        break;
    }

  return gap <= FARTHEST_GAP_KM ? gap : INFINITY;
}
