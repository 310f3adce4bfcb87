/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture is to show, and how. */
#include "config.h"

#include "picture/lieudit-map-picture-private.h"

#include <math.h>

/**
 * lieudit_map_picture_set_size:
 * @self: a picture
 * @width: in pixels, from %LIEUDIT_MAP_PICTURE_SMALLEST to %LIEUDIT_MAP_PICTURE_LARGEST
 * @height: in pixels, likewise
 *
 * Changes the size of the picture. Letters and lines stay as large as they are.
 */
void
lieudit_map_picture_set_size (LieuditMapPicture *self,
                              guint              width,
                              guint              height)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (width >= LIEUDIT_MAP_PICTURE_SMALLEST && width <= LIEUDIT_MAP_PICTURE_LARGEST);
  g_return_if_fail (height >= LIEUDIT_MAP_PICTURE_SMALLEST && height <= LIEUDIT_MAP_PICTURE_LARGEST);

  self->width = width;
  self->height = height;
}

/**
 * lieudit_map_picture_get_width:
 * @self: a picture
 *
 * Returns: how wide it is, in pixels
 */
guint
lieudit_map_picture_get_width (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), 0);

  return self->width;
}

/**
 * lieudit_map_picture_get_height:
 * @self: a picture
 *
 * Returns: how high it is, in pixels
 */
guint
lieudit_map_picture_get_height (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), 0);

  return self->height;
}

/**
 * lieudit_map_picture_set_analysis:
 * @self: a picture
 * @analysis: (nullable): what was found in an article
 *
 * Shows the places of an article. Unless told otherwise, the picture is framed on them and names the map in the article's language.
 */
void
lieudit_map_picture_set_analysis (LieuditMapPicture *self,
                                  LieuditAnalysis   *analysis)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (analysis == NULL || LIEUDIT_IS_ANALYSIS (analysis));

  if (g_set_object (&self->analysis, analysis) && analysis != NULL && self->language == NULL)
    self->language = g_strdup (lieudit_language_to_tag (lieudit_analysis_get_language (analysis)));
}

/**
 * lieudit_map_picture_set_title:
 * @self: a picture
 * @title: (nullable): what stands above the map, or %NULL for nothing
 *
 * Changes the title.
 */
void
lieudit_map_picture_set_title (LieuditMapPicture *self,
                               const char        *title)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * lieudit_map_picture_get_title:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): what stands above the map
 */
const char *
lieudit_map_picture_get_title (LieuditMapPicture *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (self), NULL);

  return self->title;
}

/**
 * lieudit_map_picture_set_language:
 * @self: a picture
 * @language: a language tag, such as "fr"
 *
 * Changes the language of the map's names.
 */
void
lieudit_map_picture_set_language (LieuditMapPicture *self,
                                  const char        *language)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (language != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
}

/**
 * lieudit_map_picture_set_bounds:
 * @self: a picture
 * @bounds: what must be seen, or empty bounds for what the article is about
 *
 * Changes what the picture is framed on.
 */
void
lieudit_map_picture_set_bounds (LieuditMapPicture   *self,
                                const LieuditBounds *bounds)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (bounds != NULL);

  self->bounds = *bounds;
  self->has_view = FALSE;
}

/**
 * lieudit_map_picture_set_view:
 * @self: a picture
 * @latitude: of its middle, in degrees
 * @longitude: of its middle, in degrees
 * @zoom: the zoom level, not necessarily whole
 *
 * Makes the picture show a view, such as that of the window.
 */
void
lieudit_map_picture_set_view (LieuditMapPicture *self,
                              double             latitude,
                              double             longitude,
                              double             zoom)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));
  g_return_if_fail (isfinite (latitude) && isfinite (longitude));

  self->has_view = TRUE;
  self->latitude = latitude;
  self->longitude = longitude;
  self->zoom = CLAMP (zoom, LIEUDIT_MAP_PICTURE_MIN_ZOOM, LIEUDIT_MAP_PICTURE_MAX_ZOOM);
}

/**
 * lieudit_map_picture_set_drawings:
 * @self: a picture
 * @drawings: (nullable) (element-type LieuditDrawing): what a person drew on the map, not to be changed any more
 *
 * Shows drawings on top of the article's places.
 */
void
lieudit_map_picture_set_drawings (LieuditMapPicture *self,
                                  GPtrArray         *drawings)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  g_clear_pointer (&self->drawings, g_ptr_array_unref);
  self->drawings = drawings != NULL ? g_ptr_array_ref (drawings) : NULL;
}

/**
 * lieudit_map_picture_set_bare:
 * @self: a picture
 * @is_bare: whether it is the map alone, without title, legend, scale and sources
 *
 * Changes whether there is anything around the map.
 */
void
lieudit_map_picture_set_bare (LieuditMapPicture *self,
                              gboolean           is_bare)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  self->is_bare = !!is_bare;
}

/**
 * lieudit_map_picture_set_shows_local:
 * @self: a picture
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Changes whether the map's names are in two languages.
 */
void
lieudit_map_picture_set_shows_local (LieuditMapPicture *self,
                                     gboolean           shows_local)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  self->shows_local = !!shows_local;
}

/**
 * lieudit_map_picture_set_north_arrow:
 * @self: a picture
 * @has_arrow: whether an arrow in a corner points to the north
 *
 * Changes whether the picture tells where north is.
 */
void
lieudit_map_picture_set_north_arrow (LieuditMapPicture *self,
                                     gboolean           has_arrow)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  self->has_north_arrow = !!has_arrow;
}

/**
 * lieudit_map_picture_set_inset:
 * @self: a picture
 * @has_inset: whether a small map in a corner shows where the picture is
 *
 * Changes whether the picture tells which part of the world it shows.
 */
void
lieudit_map_picture_set_inset (LieuditMapPicture *self,
                               gboolean           has_inset)
{
  g_return_if_fail (LIEUDIT_IS_MAP_PICTURE (self));

  self->has_inset = !!has_inset;
}
