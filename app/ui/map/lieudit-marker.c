/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-marker.h"

#include "lieudit-shape-paintable.h"
#include "map/lieudit-marker-description.h"
#include "map/lieudit-widget-texture.h"

#include <math.h>

/* The least that a pointer has to hit, in pixels around the middle of the symbol. */
#define MIN_RADIUS 9

/* The line spacing that a font adds above and below its letters, where another label's letters may go; in pixels. */
#define LINE_SPACING 4

/* An article is about what it names this often. */
#define OFTEN 5

struct _LieuditMarker
{
  GtkButton parent_instance;

  LieuditFoundPlace *place;
  LieuditLanguage language;
  LieuditMarkerLook look;
  LieuditLabelSide side;

  GtkWidget *symbol;
  GtkWidget *label;
  LieuditWidgetTexture drawn_symbol;
  LieuditWidgetTexture drawn_label;
};

enum
{
  PROP_PLACE = 1,
  PROP_LANGUAGE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LieuditMarker, lieudit_marker, GTK_TYPE_BUTTON)

/* How the name is set; the symbol has a class of its own, that of its shape. */
static const char *
class_of_feature (LieuditFeatureClass feature_class)
{
  switch (feature_class)
    {
    case LIEUDIT_FEATURE_COUNTRY:
      return "country";
    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_DISTRICT:
    case LIEUDIT_FEATURE_AREA:
      return "region";
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_RELIEF:
    case LIEUDIT_FEATURE_ROAD:
      return "nature";
    case LIEUDIT_FEATURE_CAPITAL:
    case LIEUDIT_FEATURE_SITE:
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_OTHER:
    default:
      return "town";
    }
}

static const char *
class_of_mentions (guint n_mentions)
{
  if (n_mentions >= OFTEN)
    return "large";
  return n_mentions >= 2 ? "medium" : "small";
}

static void
set_css_class (LieuditMarker *self,
               const char    *name,
               gboolean       is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
describe (LieuditMarker *self)
{
  LieuditPlace *place = lieudit_found_place_get_place (self->place);
  LieuditPlaceShape shape = lieudit_place_shape_choose (self->place);
  guint n_mentions = lieudit_found_place_get_n_mentions (self->place);
  g_autofree char *tooltip = lieudit_marker_description_new_tooltip (self->place, self->language);
  g_autofree char *accessible_name = lieudit_marker_description_new_accessible_name (self->place, &self->look);
  g_autofree char *text = lieudit_marker_description_new_label (self->place, &self->look);
  const char *name = lieudit_marker_description_get_name (self->place, &self->look);

  gtk_widget_add_css_class (GTK_WIDGET (self), class_of_feature (lieudit_place_get_feature_class (place)));
  gtk_widget_add_css_class (GTK_WIDGET (self), class_of_mentions (n_mentions));
  set_css_class (self, "figurative", shape == LIEUDIT_PLACE_SHAPE_FIGURATIVE);
  lieudit_shape_image_set (self->symbol, shape, lieudit_place_shape_get_radius (shape, n_mentions) * self->look.scale);
  /* Letters that join must not be spaced out. */
  set_css_class (self, "joined-script", g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_ARABIC);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
}

static int
natural_size (GtkWidget      *widget,
              GtkOrientation  orientation)
{
  int natural = 0;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static double
symbol_radius (LieuditMarker *self)
{
  int size = natural_size (self->symbol, GTK_ORIENTATION_HORIZONTAL);

  return MAX (ceil (size / 2.0), MIN_RADIUS);
}

/* The label's rectangle with its line spacing, counted from the symbol's centre. */
static LieuditPixelBox
label_box (LieuditMarker *self)
{
  LieuditLabel label = {
    .symbol_radius = symbol_radius (self),
    .label_width = natural_size (self->label, GTK_ORIENTATION_HORIZONTAL),
    .label_height = natural_size (self->label, GTK_ORIENTATION_VERTICAL) - LINE_SPACING,
  };
  LieuditLabelPlacement placement = { self->side, 0.0, 0.0 };
  LieuditPixelBox box = lieudit_label_get_box (&label, &placement);

  if (self->side != LIEUDIT_LABEL_SIDE_NONE)
    {
      box.x = floor (box.x);
      box.y = floor (box.y - LINE_SPACING / 2.0);
      box.height += LINE_SPACING;
    }
  return box;
}

static void
lieudit_marker_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  LieuditPixelBox extent = lieudit_marker_get_extent (LIEUDIT_MARKER (widget));

  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? extent.width : extent.height);
}

static void
lieudit_marker_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  LieuditMarker *self = LIEUDIT_MARKER (widget);
  LieuditPixelBox extent = lieudit_marker_get_extent (self);
  LieuditPixelBox box = label_box (self);
  int symbol_width = natural_size (self->symbol, GTK_ORIENTATION_HORIZONTAL);
  int symbol_height = natural_size (self->symbol, GTK_ORIENTATION_VERTICAL);
  GtkAllocation symbol = { (int) floor (-extent.x - symbol_width / 2.0), (int) floor (-extent.y - symbol_height / 2.0),
                           symbol_width, symbol_height };
  GtkAllocation label = { (int) (box.x - extent.x), (int) (box.y - extent.y), (int) box.width, (int) box.height };

  gtk_widget_size_allocate (self->symbol, &symbol, -1);
  if (self->side != LIEUDIT_LABEL_SIDE_NONE)
    gtk_widget_size_allocate (self->label, &label, -1);
}

/* The corners beside a symbol with its name above or below belong to whatever lies underneath. */
static gboolean
lieudit_marker_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  LieuditMarker *self = LIEUDIT_MARKER (widget);
  LieuditPixelBox extent = lieudit_marker_get_extent (self);
  LieuditPixelBox box = label_box (self);
  double radius = symbol_radius (self);
  double from_centre_x = x + extent.x;
  double from_centre_y = y + extent.y;

  if (fabs (from_centre_x) <= radius && fabs (from_centre_y) <= radius)
    return TRUE;
  return from_centre_x >= box.x && from_centre_x < box.x + box.width && from_centre_y >= box.y &&
         from_centre_y < box.y + box.height;
}

static void
lieudit_marker_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LieuditMarker *self = LIEUDIT_MARKER (object);

  switch (property_id)
    {
    case PROP_PLACE:
      g_value_set_object (value, self->place);
      break;
    case PROP_LANGUAGE:
      g_value_set_uint (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_marker_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LieuditMarker *self = LIEUDIT_MARKER (object);

  switch (property_id)
    {
    case PROP_PLACE:
      self->place = g_value_dup_object (value);
      break;
    case PROP_LANGUAGE:
      self->language = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_marker_dispose (GObject *object)
{
  LieuditMarker *self = LIEUDIT_MARKER (object);

  g_clear_pointer (&self->symbol, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  lieudit_widget_texture_clear (&self->drawn_symbol);
  lieudit_widget_texture_clear (&self->drawn_label);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (lieudit_marker_parent_class)->dispose (object);
}

static void
lieudit_marker_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  LieuditMarker *self = LIEUDIT_MARKER (widget);

  lieudit_widget_texture_snapshot_child (&self->drawn_symbol, widget, self->symbol, snapshot);
  lieudit_widget_texture_snapshot_child (&self->drawn_label, widget, self->label, snapshot);
}

static void
lieudit_marker_class_init (LieuditMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_marker_get_property;
  object_class->set_property = lieudit_marker_set_property;
  object_class->dispose = lieudit_marker_dispose;

  widget_class->measure = lieudit_marker_measure;
  widget_class->size_allocate = lieudit_marker_size_allocate;
  widget_class->snapshot = lieudit_marker_snapshot;
  widget_class->contains = lieudit_marker_contains;

  properties[PROP_PLACE] = g_param_spec_object ("place", NULL, NULL, LIEUDIT_TYPE_FOUND_PLACE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANGUAGE] = g_param_spec_uint ("language", NULL, NULL, 0, LIEUDIT_N_LANGUAGES - 1, LIEUDIT_LANGUAGE_UNKNOWN,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "placemarker");
}

static void
lieudit_marker_init (LieuditMarker *self)
{
  /* A button arranges one child; a marker arranges its symbol and its label itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);

  self->symbol = lieudit_shape_image_new ();
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "can-target", FALSE,
                              NULL);
  gtk_widget_set_child_visible (self->label, FALSE);
  gtk_widget_set_parent (self->symbol, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * lieudit_marker_new:
 * @place: (transfer none): what to mark
 * @language: the language of names other than the place's own
 * @look: how markers look
 *
 * Creates a symbol that tells what kind of place it marks, how often the article names it and how sure that is, with the place's
 * name beside it.
 *
 * Returns: (transfer floating): a new marker
 */
GtkWidget *
lieudit_marker_new (LieuditFoundPlace       *place,
                    LieuditLanguage          language,
                    const LieuditMarkerLook *look)
{
  LieuditMarker *self;

  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (place), NULL);
  g_return_val_if_fail (look != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_MARKER, "place", place, "language", language, NULL);
  self->look = *look;
  describe (self);

  return GTK_WIDGET (self);
}

/**
 * lieudit_marker_get_place:
 * @self: a marker
 *
 * Returns: (transfer none): what it marks
 */
LieuditFoundPlace *
lieudit_marker_get_place (LieuditMarker *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MARKER (self), NULL);

  return self->place;
}

/**
 * lieudit_marker_set_side:
 * @self: a marker
 * @side: where the name goes; NONE hides it
 *
 * Puts the name on a side of the symbol.
 */
void
lieudit_marker_set_side (LieuditMarker    *self,
                         LieuditLabelSide  side)
{
  g_return_if_fail (LIEUDIT_IS_MARKER (self));

  if (self->side == side)
    return;
  self->side = side;
  gtk_widget_set_child_visible (self->label, side != LIEUDIT_LABEL_SIDE_NONE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lieudit_marker_get_side:
 * @self: a marker
 *
 * Returns: the side that the name is on
 */
LieuditLabelSide
lieudit_marker_get_side (LieuditMarker *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MARKER (self), LIEUDIT_LABEL_SIDE_NONE);

  return self->side;
}

/**
 * lieudit_marker_set_hovered:
 * @self: a marker
 * @hovered: whether the reader points at the place, here or in the text
 *
 * Lights the marker up.
 */
void
lieudit_marker_set_hovered (LieuditMarker *self,
                            gboolean       hovered)
{
  g_return_if_fail (LIEUDIT_IS_MARKER (self));

  set_css_class (self, "hovered", hovered);
}

/**
 * lieudit_marker_set_selected:
 * @self: a marker
 * @selected: whether the place is the selected one
 *
 * Makes the marker stand out.
 */
void
lieudit_marker_set_selected (LieuditMarker *self,
                             gboolean       selected)
{
  g_return_if_fail (LIEUDIT_IS_MARKER (self));

  set_css_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * lieudit_marker_set_floating:
 * @self: a marker
 * @floating: whether the name lies over other names
 *
 * Gives the name a background of its own.
 */
void
lieudit_marker_set_floating (LieuditMarker *self,
                             gboolean       floating)
{
  g_return_if_fail (LIEUDIT_IS_MARKER (self));

  set_css_class (self, "floating", floating);
}

/**
 * lieudit_marker_request_room:
 * @self: a marker
 * @label: (inout): where to write the sizes, in pixels, and the side the name is on now
 *
 * Tells how much room the symbol and the name need.
 */
void
lieudit_marker_request_room (LieuditMarker *self,
                             LieuditLabel  *label)
{
  g_return_if_fail (LIEUDIT_IS_MARKER (self));
  g_return_if_fail (label != NULL);

  label->symbol_radius = symbol_radius (self);
  label->label_width = natural_size (self->label, GTK_ORIENTATION_HORIZONTAL);
  label->label_height = natural_size (self->label, GTK_ORIENTATION_VERTICAL) - LINE_SPACING;
  label->preferred_side = self->side;
}

/**
 * lieudit_marker_get_extent:
 * @self: a marker
 *
 * Tells what the symbol and the name cover together.
 *
 * Returns: whole pixels, counted from the symbol's centre
 */
LieuditPixelBox
lieudit_marker_get_extent (LieuditMarker *self)
{
  LieuditPixelBox box;
  double radius, left, top, right, bottom;

  g_return_val_if_fail (LIEUDIT_IS_MARKER (self), ((LieuditPixelBox) { 0 }));

  box = label_box (self);
  radius = symbol_radius (self);
  left = MIN (-radius, box.x);
  top = MIN (-radius, box.y);
  right = MAX (radius, box.x + box.width);
  bottom = MAX (radius, box.y + box.height);
  return (LieuditPixelBox) { left, top, right - left, bottom - top };
}
