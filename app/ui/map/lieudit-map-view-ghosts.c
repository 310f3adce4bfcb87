/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that the article may mean instead of one that it was taken to mean. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#include <glib/gi18n.h>

/* Above and below its ring, so that the ring is where the place is. */
#define NAME_HEIGHT 18

static GtkWidget *
make_half (GtkWidget *child)
{
  GtkWidget *half = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (half, -1, NAME_HEIGHT);
  if (child != NULL)
    gtk_box_append (GTK_BOX (half), child);

  return half;
}

/* A click takes the place, as in the card. */
static ShumateMarker *
make_ghost (LieuditPlace    *place,
            LieuditLanguage  language)
{
  ShumateMarker *marker = shumate_marker_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *ring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *name = lieudit_place_get_name (place, language);
  /* Translators: the name of a place that the article may mean */
  g_autofree char *label = g_strdup_printf (_("%s: the article means this place instead"), name);

  gtk_widget_add_css_class (ring, "ring");
  gtk_widget_set_halign (ring, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_half (NULL));
  gtk_box_append (GTK_BOX (box), ring);
  gtk_box_append (GTK_BOX (box), make_half (gtk_label_new (name)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "ghost");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lieudit_place_get_id (place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.use-place");

  shumate_marker_set_child (marker, button);
  shumate_location_set_location (SHUMATE_LOCATION (marker), lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));

  return marker;
}

static gboolean
has_in_view (const LieuditBounds *view,
             LieuditPlace        *place)
{
  return lieudit_bounds_contains (view, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
}

/* What is in view stays in view. */
static void
bring_into_view (LieuditMapView *self,
                 GListModel     *places)
{
  LieuditBounds bounds;
  gboolean has_all = TRUE;

  lieudit_map_camera_get_bounds (self->camera, &bounds);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditPlace) place = g_list_model_get_item (places, i);

      if (has_in_view (&bounds, place))
        continue;
      has_all = FALSE;
      lieudit_bounds_extend (&bounds, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
    }
  if (has_all)
    return;

  self->framed = FRAMED_NOTHING;
  lieudit_map_camera_fit (self->camera, &bounds, shumate_viewport_get_max_zoom_level (shumate_map_get_viewport (self->map)), TRUE);
}

/**
 * lieudit_map_view_add_ghosts:
 * @self: a map
 *
 * Adds the layer of ghosts over those that are there.
 */
void
lieudit_map_view_add_ghosts (LieuditMapView *self)
{
  self->ghosts = shumate_marker_layer_new (shumate_map_get_viewport (self->map));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->ghosts));
}

/**
 * lieudit_map_view_set_ghosts:
 * @self: a map
 * @places: (nullable) (element-type LieuditPlace): places that the article may
 *   mean, or %NULL for none
 *
 * Shows places as ghosts beside those of the article, and zooms out as far as
 * it takes to see them all.
 */
void
lieudit_map_view_set_ghosts (LieuditMapView *self,
                             GListModel     *places)
{
  LieuditAnalysis *analysis;
  LieuditLanguage language;

  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  shumate_marker_layer_remove_all (self->ghosts);
  if (places == NULL || g_list_model_get_n_items (places) == 0)
    return;

  analysis = self->selection != NULL ? lieudit_selection_get_shown (self->selection) : NULL;
  language = analysis != NULL ? lieudit_analysis_get_language (analysis) : lieudit_language_of_reader ();
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditPlace) place = g_list_model_get_item (places, i);

      shumate_marker_layer_add_marker (self->ghosts, make_ghost (place, language));
    }
  bring_into_view (self, places);
}
