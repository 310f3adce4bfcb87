/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-cluster-marker.h"

#include "geoparse/lieudit-found-place.h"
#include "lieudit-direction.h"
#include "map/lieudit-widget-texture.h"

#include <glib/gi18n.h>

/* How many hidden places are named before "and more". */
#define MAX_NAMES 8

struct _LieuditClusterMarker
{
  GtkButton parent_instance;

  GPtrArray *places; /* of LieuditFoundPlace; the first is the one that is shown */
  LieuditWidgetTexture drawn;
};

G_DEFINE_FINAL_TYPE (LieuditClusterMarker, lieudit_cluster_marker, GTK_TYPE_BUTTON)

static gboolean
same_places (GPtrArray *a,
             GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static char *
list_hidden_names (GPtrArray *places)
{
  GString *names = g_string_new (NULL);

  for (guint i = 1; i < places->len && i <= MAX_NAMES; i++)
    {
      if (i > 1)
        g_string_append (names, _(", "));
      g_string_append (names, lieudit_found_place_get_name (g_ptr_array_index (places, i)));
    }
  if (places->len > MAX_NAMES + 1)
    g_string_append (names, "…");
  return g_string_free (names, FALSE);
}

static void
lieudit_cluster_marker_finalize (GObject *object)
{
  LieuditClusterMarker *self = LIEUDIT_CLUSTER_MARKER (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  lieudit_widget_texture_clear (&self->drawn);

  G_OBJECT_CLASS (lieudit_cluster_marker_parent_class)->finalize (object);
}

static void
lieudit_cluster_marker_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  lieudit_widget_texture_snapshot_child (&LIEUDIT_CLUSTER_MARKER (widget)->drawn, widget, gtk_button_get_child (GTK_BUTTON (widget)), snapshot);
}

static void
lieudit_cluster_marker_class_init (LieuditClusterMarkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_cluster_marker_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = lieudit_cluster_marker_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "clustermarker");
}

static void
lieudit_cluster_marker_init (LieuditClusterMarker *self)
{
  /* No label of the button itself: newer GTK would read it out in place of the accessible one. */
  gtk_button_set_child (GTK_BUTTON (self), gtk_label_new (NULL));
}

/**
 * lieudit_cluster_marker_new:
 *
 * Creates the small bubble beside a marker that counts the places which the marker covers.
 *
 * Returns: (transfer floating): a new bubble
 */
GtkWidget *
lieudit_cluster_marker_new (void)
{
  return g_object_new (LIEUDIT_TYPE_CLUSTER_MARKER, NULL);
}

/**
 * lieudit_cluster_marker_has_places:
 * @self: a bubble
 * @places: (element-type LieuditFoundPlace) (transfer none): some places
 *
 * Returns: whether it counts just these
 */
gboolean
lieudit_cluster_marker_has_places (LieuditClusterMarker *self,
                                   GPtrArray            *places)
{
  g_return_val_if_fail (LIEUDIT_IS_CLUSTER_MARKER (self), FALSE);
  g_return_val_if_fail (places != NULL, FALSE);

  return same_places (self->places, places);
}

/**
 * lieudit_cluster_marker_set_places:
 * @self: a bubble
 * @places: (element-type LieuditFoundPlace) (transfer none): at least two places, first the one whose marker is shown
 *
 * Tells what the bubble counts.
 */
void
lieudit_cluster_marker_set_places (LieuditClusterMarker *self,
                                   GPtrArray            *places)
{
  g_autofree char *names = NULL;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  g_autofree char *accessible_name = NULL;
  guint n_hidden;

  g_return_if_fail (LIEUDIT_IS_CLUSTER_MARKER (self));
  g_return_if_fail (places != NULL && places->len >= 2);

  if (same_places (self->places, places))
    return;
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = g_ptr_array_ref (places);

  n_hidden = places->len - 1;
  names = list_hidden_names (places);
  count = g_strdup_printf ("+%u", n_hidden);
  label = lieudit_direction_keep_left_to_right (count);
  /* Translators: the number of places too close to draw, the place they are close to, their names */
  accessible_name = g_strdup_printf (ngettext ("%u more place at %s: %s", "%u more places at %s: %s", n_hidden), n_hidden,
                                     lieudit_found_place_get_name (g_ptr_array_index (places, 0)), names);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self))), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
}

/**
 * lieudit_cluster_marker_get_places:
 * @self: a bubble
 *
 * Returns: (element-type LieuditFoundPlace) (transfer none) (nullable): what the bubble counts, first the place that is shown
 */
GPtrArray *
lieudit_cluster_marker_get_places (LieuditClusterMarker *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLUSTER_MARKER (self), NULL);

  return self->places;
}
