/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows as a picture, for files and for paper. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>

#include "lieudit-data-directory.h"
#include "map/lieudit-map-zoom.h"

#define BASE_MAP "basemap/basemap.bin"

static void
set_view (LieuditMapView    *self,
          LieuditMapPicture *picture)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double level = shumate_viewport_get_zoom_level (viewport);

  lieudit_map_picture_set_view (picture, shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                lieudit_map_zoom_from_level (viewport, level));
  lieudit_map_picture_set_size (picture,
                                CLAMP (self->width, LIEUDIT_MAP_PICTURE_SMALLEST, LIEUDIT_MAP_PICTURE_LARGEST),
                                CLAMP (self->height, LIEUDIT_MAP_PICTURE_SMALLEST, LIEUDIT_MAP_PICTURE_LARGEST));
}

/* Whoever sees the picture without the window is told that places are missing. */
static void
set_title (LieuditMapView    *self,
           LieuditMapPicture *picture,
           const char        *title)
{
  g_autofree char *filter = lieudit_place_filter_describe (lieudit_selection_get_filter (self->selection));
  g_autofree char *with_filter = NULL;

  if (filter == NULL)
    {
      lieudit_map_picture_set_title (picture, title);
      return;
    }

  /* Translators: the title of an article, then which of its places are shown: "A Truce (Capitals)" */
  with_filter = g_strdup_printf (_("%s (%s)"), title != NULL ? title : _("Places"), filter);
  lieudit_map_picture_set_title (picture, with_filter);
}

/**
 * lieudit_map_view_create_picture:
 * @self: a map
 * @is_view: whether to show what the map shows now, rather than all that the article is about
 * @palette: the palette of the style, such as "light" or "print"
 * @error: return location for an error
 *
 * Makes a picture of the map and the article's places, titled as the article is, with an arrow to the north and an overview if the map
 * has them.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if the base map or its style cannot be used
 */
LieuditMapPicture *
lieudit_map_view_create_picture (LieuditMapView  *self,
                                 gboolean         is_view,
                                 const char      *palette,
                                 GError         **error)
{
  g_autofree char *path = lieudit_build_data_path (BASE_MAP);
  g_autoptr (LieuditBaseMap) base_map = NULL;
  g_autoptr (LieuditMapStyle) style = NULL;
  g_autoptr (LieuditMapPicture) picture = NULL;
  LieuditAnalysis *analysis;

  g_return_val_if_fail (LIEUDIT_IS_MAP_VIEW (self), NULL);
  g_return_val_if_fail (palette != NULL, NULL);

  base_map = lieudit_base_map_open (path, error);
  if (base_map == NULL)
    return NULL;
  style = lieudit_map_style_open (palette, error);
  if (style == NULL)
    return NULL;

  picture = lieudit_map_picture_new (base_map, style);
  analysis = self->selection != NULL ? lieudit_selection_get_shown (self->selection) : NULL;
  if (analysis != NULL)
    {
      lieudit_map_picture_set_analysis (picture, analysis);
      set_title (self, picture, lieudit_article_get_title (lieudit_analysis_get_article (analysis)));
    }
  lieudit_map_picture_set_language (picture, lieudit_map_view_get_names_language (self));
  lieudit_map_picture_set_north_arrow (picture, gtk_widget_get_visible (self->north_arrow));
  lieudit_map_picture_set_inset (picture, gtk_widget_get_visible (self->overview));
  if (self->drawings != NULL)
    {
      g_autoptr (GPtrArray) drawings = lieudit_drawings_dup (self->drawings);

      lieudit_map_picture_set_drawings (picture, drawings);
    }
  if (is_view)
    set_view (self, picture);

  return g_steal_pointer (&picture);
}
