/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-label-layer.h"

#include "map/lieudit-map-zoom.h"
#include "map/lieudit-surface-texture.h"

#include <math.h>

/**
 * LieuditLabelLayer:
 *
 * A layer of a map with the names of the base map's countries, seas and towns.
 *
 * Each name is drawn once, kept as a texture and then only moved. The layer neither takes the pointer nor the focus, and what it
 * says is decoration to assistive technologies: the places of the article are in the marker layer and the list.
 */
struct _LieuditLabelLayer
{
  ShumateLayer parent_instance;

  LieuditBaseMapSource *source;
  LieuditMapLabels *labels; /* NULL when there is no base map or style */
  GArray *obstacles;        /* of LieuditPixelBox */

  GHashTable *names;        /* label index + 1 → GdkTexture */
  GHashTable *last_names;   /* the same of the zoom level before, until those of this one are drawn */
  gint64 drawing_end;       /* until when names are drawn in this frame, in monotonic time */
  gboolean is_waiting;      /* for another frame: this one does not show all */
  guint redraw_source;
  GHashTable *dots;         /* label kind + 1 → GdkTexture */
  guint generation;         /* of the labels that the textures show */
  int scale;
};

G_DEFINE_FINAL_TYPE (LieuditLabelLayer, lieudit_label_layer, SHUMATE_TYPE_LAYER)

/* How long names that are new may be set and drawn in one frame, so that the frame is not late; in microseconds. */
#define SETTING_TIME 1500
#define DRAWING_TIME 1500

typedef void (*DrawLabel) (LieuditMapLabels      *labels,
                           const LieuditMapLabel *label,
                           cairo_t               *cr);

/* The space around a name or dot in its texture, in pixels. */
#define PADDING ((int) LIEUDIT_MAP_LABEL_HALO + 2)

static GdkTexture *
draw_texture (LieuditLabelLayer     *self,
              const LieuditMapLabel *label,
              DrawLabel              draw,
              int                    width,
              int                    height,
              double                 origin)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * self->scale, height * self->scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, origin, origin);
  draw (self->labels, label, cr);
  cairo_destroy (cr);

  return lieudit_surface_texture_new (surface);
}

/* Textures are put on whole device pixels, or letters would blur. */
static void
append_texture (LieuditLabelLayer *self,
                GtkSnapshot       *snapshot,
                GdkTexture        *texture,
                double             x,
                double             y,
                double             width,
                double             height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (round (x * self->scale) / self->scale),
                                               (float) (round (y * self->scale) / self->scale), (float) width, (float) height);

  lieudit_surface_texture_append (texture, GTK_WIDGET (self), snapshot, &bounds);
}

/* Until there is time for it, a name is shown as it was drawn for the zoom level before, larger or smaller. */
static GdkTexture *
find_name (LieuditLabelLayer     *self,
           const LieuditMapLabel *label,
           int                    width,
           int                    height)
{
  gpointer key = GUINT_TO_POINTER (label->index + 1);
  GdkTexture *name = g_hash_table_lookup (self->names, key);

  if (name != NULL)
    return name;
  if (g_get_monotonic_time () >= self->drawing_end)
    {
      self->is_waiting = TRUE;
      return g_hash_table_lookup (self->last_names, key);
    }
  name = draw_texture (self, label, lieudit_map_labels_draw_name, width, height, PADDING);
  g_hash_table_insert (self->names, key, name);

  return name;
}

static void
append_label (LieuditLabelLayer     *self,
              GtkSnapshot           *snapshot,
              const LieuditMapLabel *label)
{
  gpointer dot_key = GUINT_TO_POINTER ((guint) label->kind + 1);
  GdkTexture *dot = g_hash_table_lookup (self->dots, dot_key);
  int width = (int) ceil (label->box.width) + 2 * PADDING;
  int height = (int) ceil (label->box.height) + 2 * PADDING;
  GdkTexture *name = find_name (self, label, width, height);
  int radius = (int) ceil (label->dot_radius) + PADDING;

  if (name != NULL)
    append_texture (self, snapshot, name, label->box.x - PADDING, label->box.y - PADDING, width, height);

  if (label->dot_radius <= 0.0)
    return;

  if (dot == NULL)
    {
      dot = draw_texture (self, label, lieudit_map_labels_draw_dot, 2 * radius, 2 * radius, radius);
      g_hash_table_insert (self->dots, dot_key, dot);
    }
  append_texture (self, snapshot, dot, label->dot_x - radius, label->dot_y - radius, 2 * radius, 2 * radius);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

static void
forget_textures_if_outdated (LieuditLabelLayer *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint generation = lieudit_map_labels_get_generation (self->labels);

  if (self->generation == generation && self->scale == scale)
    return;

  self->generation = generation;
  self->scale = scale;
  g_clear_pointer (&self->last_names, g_hash_table_unref);
  self->last_names = g_steal_pointer (&self->names);
  self->names = create_table ();
  g_hash_table_remove_all (self->dots);
}

/* Other words, or other colours: what was drawn before is no stand-in. */
static void
draw_all_anew (LieuditLabelLayer *self)
{
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->last_names);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
redraw (gpointer data)
{
  LieuditLabelLayer *self = data;

  self->redraw_source = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
on_source_changed (LieuditLabelLayer *self)
{
  LieuditMapStyle *style = lieudit_base_map_source_get_style (self->source);

  if (self->labels != NULL && style != NULL)
    lieudit_map_labels_set_style (self->labels, style);

  draw_all_anew (self);
}

static void
lieudit_label_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  LieuditLabelLayer *self = LIEUDIT_LABEL_LAYER (widget);
  const LieuditMapLabel *labels;
  PangoContext *context;
  LieuditMapExtent extent;
  guint n_labels;

  if (self->labels == NULL || !lieudit_map_layer_get_extent (SHUMATE_LAYER (self), &extent))
    return;

  /* Names are set at one size and drawn at others, in which whole pixels are none. */
  context = gtk_widget_get_pango_context (widget);
  pango_context_set_round_glyph_positions (context, FALSE);
  labels = lieudit_map_labels_place (self->labels, context, &extent,
                                     (const LieuditPixelBox *) self->obstacles->data, self->obstacles->len, &n_labels);
  forget_textures_if_outdated (self);

  self->drawing_end = g_get_monotonic_time () + DRAWING_TIME;
  self->is_waiting = !lieudit_map_labels_is_complete (self->labels);
  for (guint i = n_labels; i > 0; i--)
    append_label (self, snapshot, &labels[i - 1]);
  if (!self->is_waiting)
    g_hash_table_remove_all (self->last_names);
  else if (self->redraw_source == 0)
    self->redraw_source = g_idle_add (redraw, self);
}

static void
lieudit_label_layer_dispose (GObject *object)
{
  LieuditLabelLayer *self = LIEUDIT_LABEL_LAYER (object);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  if (viewport != NULL)
    g_signal_handlers_disconnect_by_data (viewport, self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);

  g_clear_handle_id (&self->redraw_source, g_source_remove);
  g_clear_object (&self->source);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (lieudit_label_layer_parent_class)->dispose (object);
}

static void
lieudit_label_layer_finalize (GObject *object)
{
  LieuditLabelLayer *self = LIEUDIT_LABEL_LAYER (object);

  g_clear_pointer (&self->obstacles, g_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->last_names, g_hash_table_unref);
  g_clear_pointer (&self->dots, g_hash_table_unref);

  G_OBJECT_CLASS (lieudit_label_layer_parent_class)->finalize (object);
}

static void
lieudit_label_layer_class_init (LieuditLabelLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_label_layer_dispose;
  object_class->finalize = lieudit_label_layer_finalize;
  widget_class->snapshot = lieudit_label_layer_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lieudit_label_layer_init (LieuditLabelLayer *self)
{
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->names = create_table ();
  self->last_names = create_table ();
  self->dots = create_table ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * lieudit_label_layer_new:
 * @viewport: the viewport of the map that shows the layer
 * @source: where the names and their style come from
 *
 * Creates a layer of names, in English.
 *
 * Returns: (transfer floating): the layer
 */
LieuditLabelLayer *
lieudit_label_layer_new (ShumateViewport      *viewport,
                         LieuditBaseMapSource *source)
{
  static const char *const moves[] = { "latitude", "longitude", "zoom-level", "rotation" };
  LieuditLabelLayer *self;
  LieuditBaseMap *base_map;
  LieuditMapStyle *style;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (source), NULL);

  self = g_object_new (LIEUDIT_TYPE_LABEL_LAYER, "viewport", viewport, NULL);
  self->source = g_object_ref (source);

  base_map = lieudit_base_map_source_get_base_map (source);
  style = lieudit_base_map_source_get_style (source);
  if (base_map != NULL && style != NULL)
    {
      self->labels = lieudit_map_labels_new (base_map, style);
      lieudit_map_labels_set_most_time (self->labels, SETTING_TIME);
    }

  g_signal_connect_swapped (source, "notify::style", G_CALLBACK (on_source_changed), self);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", moves[i], NULL);

      g_signal_connect_swapped (viewport, signal, G_CALLBACK (gtk_widget_queue_draw), self);
    }

  return self;
}

/**
 * lieudit_label_layer_set_language:
 * @self: a layer of names
 * @language: a language tag or locale name, such as "fr" or "ar_SY.UTF-8"
 *
 * Changes the language of the names.
 */
void
lieudit_label_layer_set_language (LieuditLabelLayer *self,
                                  const char        *language)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (language != NULL);

  if (self->labels != NULL)
    lieudit_map_labels_set_language (self->labels, language);

  draw_all_anew (self);
}

/**
 * lieudit_label_layer_set_shows_local:
 * @self: a layer of names
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Changes whether the names are in two languages.
 */
void
lieudit_label_layer_set_shows_local (LieuditLabelLayer *self,
                                     gboolean           shows_local)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));

  if (self->labels != NULL)
    lieudit_map_labels_set_shows_local (self->labels, shows_local);

  draw_all_anew (self);
}

/**
 * lieudit_label_layer_set_scale:
 * @self: a layer of names
 * @scale: how much larger than usual names are
 *
 * Makes the names be read from afar.
 */
void
lieudit_label_layer_set_scale (LieuditLabelLayer *self,
                               double             scale)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (scale > 0.0);

  if (self->labels != NULL)
    lieudit_map_labels_set_scale (self->labels, scale);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_label_layer_take_marks:
 * @self: a layer of names
 * @marks: (transfer full): the places that another layer names
 *
 * Says which places need no name in this layer.
 */
void
lieudit_label_layer_take_marks (LieuditLabelLayer *self,
                                LieuditMapMarks   *marks)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (marks != NULL);

  if (self->labels != NULL)
    lieudit_map_labels_take_marks (self->labels, marks);
  else
    lieudit_map_marks_free (marks);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lieudit_label_layer_set_obstacles:
 * @self: a layer of names
 * @obstacles: (array length=n_obstacles) (nullable): rectangles, in pixels from the layer's corner
 * @n_obstacles: how many
 *
 * Says where no name may be, such as under the markers of the article's places and their labels.
 */
void
lieudit_label_layer_set_obstacles (LieuditLabelLayer     *self,
                                   const LieuditPixelBox *obstacles,
                                   gsize                  n_obstacles)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_LAYER (self));
  g_return_if_fail (obstacles != NULL || n_obstacles == 0);

  g_array_set_size (self->obstacles, 0);
  if (n_obstacles > 0)
    g_array_append_vals (self->obstacles, obstacles, (guint) n_obstacles);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
