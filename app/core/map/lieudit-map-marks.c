/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places that have markers with names of their own, so that the base map need not name them a second time. */
#include "config.h"

#include "map/lieudit-map-marks.h"

#include "geo/lieudit-geodesic.h"
#include "geo/lieudit-mercator.h"
#include "text/lieudit-folded-text.h"

/* How far from a marker the same place may be named. Sources agree on where towns are, while countries are wide; in metres. */
#define NEAR_TOWN 30e3
#define NEAR_AREA 1500e3

typedef struct {
  double latitude;
  double longitude;
} Spot;

struct _LieuditMapMarks
{
  GHashTable *spots; /* folded name → GArray of Spot */
};

static gboolean
is_near (const GArray              *spots,
         const LieuditBaseMapLabel *label)
{
  gboolean is_area = label->kind <= LIEUDIT_MAP_LABEL_COUNTRY || label->kind == LIEUDIT_MAP_LABEL_REGION
                     || label->kind == LIEUDIT_MAP_LABEL_RIVER || label->kind == LIEUDIT_MAP_LABEL_LAKE;
  double tiles = LIEUDIT_MERCATOR_TILE_SIZE / (double) LIEUDIT_BASE_MAP_WORLD;
  double latitude = lieudit_mercator_y_to_latitude (label->point.y * tiles, 0.0);
  double longitude = lieudit_mercator_x_to_longitude (label->point.x * tiles, 0.0);

  for (guint i = 0; i < spots->len; i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);

      if (lieudit_geodesic_distance (latitude, longitude, spot->latitude, spot->longitude) <= (is_area ? NEAR_AREA : NEAR_TOWN))
        return TRUE;
    }

  return FALSE;
}

/*
 * lieudit_map_marks_new:
 *
 * Returns: (transfer full): no marks
 */
LieuditMapMarks *
lieudit_map_marks_new (void)
{
  LieuditMapMarks *self = g_new0 (LieuditMapMarks, 1);

  self->spots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

/*
 * lieudit_map_marks_free:
 * @self: marks
 */
void
lieudit_map_marks_free (LieuditMapMarks *self)
{
  g_hash_table_unref (self->spots);
  g_free (self);
}

/*
 * lieudit_map_marks_add:
 * @self: marks
 * @name: a name of a place that has a marker, in any language; a place may be added under several
 * @latitude: where it is, in degrees
 * @longitude: where it is, in degrees
 */
void
lieudit_map_marks_add (LieuditMapMarks *self,
                       const char      *name,
                       double           latitude,
                       double           longitude)
{
  g_autofree char *folded = lieudit_fold_name (name);
  GArray *spots = g_hash_table_lookup (self->spots, folded);
  Spot spot = { latitude, longitude };

  if (spots == NULL)
    {
      spots = g_array_new (FALSE, FALSE, sizeof (Spot));
      g_hash_table_insert (self->spots, g_steal_pointer (&folded), spots);
    }
  g_array_append_val (spots, spot);
}

/*
 * lieudit_map_marks_name:
 * @self: marks
 * @base_map: a base map
 * @label: one of its labels
 *
 * Returns: whether a marker names the same place already: one that has one of the label's names and is near
 */
gboolean
lieudit_map_marks_name (const LieuditMapMarks     *self,
                        LieuditBaseMap            *base_map,
                        const LieuditBaseMapLabel *label)
{
  for (guint i = 0; i < LIEUDIT_MAP_N_LANGUAGES; i++)
    {
      g_autofree char *folded = lieudit_fold_name (lieudit_base_map_get_string (base_map, label->names[i]));
      GArray *spots = *folded != '\0' ? g_hash_table_lookup (self->spots, folded) : NULL;

      if (spots != NULL && is_near (spots, label))
        return TRUE;
    }

  return FALSE;
}
