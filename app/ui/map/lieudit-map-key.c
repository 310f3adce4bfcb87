/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-key.h"

#include <glib/gi18n.h>

#include "lieudit-shape-paintable.h"
#include "picture/lieudit-map-line.h"

#define SYMBOL_RADIUS 6.5

#define SAMPLE_WIDTH 28
#define SAMPLE_HEIGHT 18

/* From how near lines are shown: where all kinds are drawn. */
#define SAMPLE_ZOOM 9.0

/**
 * LieuditMapKey:
 *
 * The key to the symbols and lines of the map.
 */
struct _LieuditMapKey
{
  GtkBox parent_instance;

  LieuditBaseMapSource *source;
};

G_DEFINE_FINAL_TYPE (LieuditMapKey, lieudit_map_key, GTK_TYPE_BOX)

static void
draw_line (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        line)
{
  LieuditMapKey *self = LIEUDIT_MAP_KEY (gtk_widget_get_ancestor (GTK_WIDGET (area), LIEUDIT_TYPE_MAP_KEY));
  LieuditMapStyle *style = self != NULL ? lieudit_base_map_source_get_style (self->source) : NULL;

  if (style == NULL)
    return;
  cairo_translate (cr, width / 2.0, height / 2.0);
  lieudit_map_line_draw (line, style, SAMPLE_ZOOM, width, cr);
}

/* What a sample shows is said beside it. */
static void
add_row (LieuditMapKey *self,
         GtkWidget     *sample,
         const char    *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_size_request (sample, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (row), sample);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_heading (LieuditMapKey *self,
             const char    *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_symbols (LieuditMapKey *self)
{
  GtkWidget *count = gtk_label_new (_("+2"));

  add_heading (self, _("Places in the Article"));
  for (guint shape = 0; shape < LIEUDIT_PLACE_N_SHAPES; shape++)
    {
      GtkWidget *image = lieudit_shape_image_new ();

      lieudit_shape_image_set (image, (LieuditPlaceShape) shape, SYMBOL_RADIUS);
      add_row (self, image, lieudit_place_shape_describe ((LieuditPlaceShape) shape));
    }
  add_row (self, count, _("So many more places here: press to come nearer"));
}

static void
add_lines (LieuditMapKey *self)
{
  const LieuditMapLine *lines;
  guint n_lines;

  add_heading (self, _("Lines"));
  lines = lieudit_map_line_get_all (&n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_line, (gpointer) &lines[i], NULL);
      g_signal_connect_object (self->source, "notify::style", G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
      add_row (self, area, _(lines[i].text));
    }
}

static void
lieudit_map_key_dispose (GObject *object)
{
  g_clear_object (&LIEUDIT_MAP_KEY (object)->source);

  G_OBJECT_CLASS (lieudit_map_key_parent_class)->dispose (object);
}

static void
lieudit_map_key_class_init (LieuditMapKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_map_key_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mapkey");
}

static void
lieudit_map_key_init (LieuditMapKey *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
}

/**
 * lieudit_map_key_new:
 * @source: the map on board, whose lines are explained as they are drawn now
 *
 * Creates a key.
 *
 * Returns: (transfer floating): the key
 */
GtkWidget *
lieudit_map_key_new (LieuditBaseMapSource *source)
{
  LieuditMapKey *self;

  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (source), NULL);

  self = g_object_new (LIEUDIT_TYPE_MAP_KEY, NULL);
  self->source = g_object_ref (source);
  add_symbols (self);
  add_lines (self);

  return GTK_WIDGET (self);
}
