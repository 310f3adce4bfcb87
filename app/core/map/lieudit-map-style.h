/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "map/lieudit-base-map-format.h"

G_BEGIN_DECLS

#define LIEUDIT_MAP_MAX_STOPS 8
#define LIEUDIT_MAP_MAX_DASHES 4

/**
 * LieuditMapColour:
 * @red: from 0 to 1
 * @green: from 0 to 1
 * @blue: from 0 to 1
 * @alpha: from 0, which is nothing, to 1
 *
 * A colour, not premultiplied.
 */
typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} LieuditMapColour;

/**
 * LieuditMapStops:
 * @n_stops: how many there are; none stands for zero everywhere
 * @zooms: zoom levels, rising
 * @values: what the value is at each
 *
 * A number that depends on the zoom level: straight between its stops, level outside them.
 */
typedef struct {
  guint n_stops;
  double zooms[LIEUDIT_MAP_MAX_STOPS];
  double values[LIEUDIT_MAP_MAX_STOPS];
} LieuditMapStops;

/**
 * LieuditMapRule:
 * @layer: what to draw
 * @class_bits: which classes of it
 * @is_fill: whether to fill it rather than to draw its line
 * @colour: in this colour
 * @width: the line's width, in pixels
 * @bend: by how many degrees the line turns at most where it is drawn as a curve; at zero it is straight from point to point
 * @n_dashes: how many lengths @dashes holds; 0 is an unbroken line
 * @dashes: on and off lengths, in pixels
 * @min_zoom: the first zoom level at which it is drawn
 * @max_zoom: the last
 *
 * One step of drawing a map.
 */
typedef struct {
  LieuditMapLayer layer;
  guint class_bits;
  gboolean is_fill;
  LieuditMapColour colour;
  LieuditMapStops width;
  LieuditMapStops bend;
  guint n_dashes;
  double dashes[LIEUDIT_MAP_MAX_DASHES];
  guint min_zoom;
  guint max_zoom;
} LieuditMapRule;

/**
 * LieuditMapDotShape:
 * @LIEUDIT_MAP_DOT_DISC: round
 * @LIEUDIT_MAP_DOT_SQUARE: a square
 * @LIEUDIT_MAP_DOT_DIAMOND: a square on its corner
 *
 * What stands for a place on the map.
 */
typedef enum {
  LIEUDIT_MAP_DOT_DISC,
  LIEUDIT_MAP_DOT_SQUARE,
  LIEUDIT_MAP_DOT_DIAMOND
} LieuditMapDotShape;

/**
 * LieuditMapLabelRule:
 * @colour: the letters' colour
 * @halo: the colour around them
 * @size: their size, in pixels
 * @weight: a Pango weight; 400 is regular
 * @is_italic: whether they slant
 * @spacing: how far apart letters are set, in pixels; only in scripts whose letters do not join
 * @dot: the radius, in pixels, of the dot that stands for the place; 0 is none, and centres the name on the place
 * @dot_shape: its shape
 * @dot_colour: its colour
 * @dot_inside: the colour of its middle; transparent is a plain dot
 * @frame: the colour of a frame around the name; transparent is none
 *
 * How the names of one kind are set.
 */
typedef struct {
  LieuditMapColour colour;
  LieuditMapColour halo;
  LieuditMapStops size;
  int weight;
  gboolean is_italic;
  double spacing;
  LieuditMapStops dot;
  LieuditMapDotShape dot_shape;
  LieuditMapColour dot_colour;
  LieuditMapColour dot_inside;
  LieuditMapColour frame;
} LieuditMapLabelRule;

/**
 * LieuditMapPictureColours:
 * @paper: what a picture of the map is printed on
 * @ink: its text and frame
 * @halo: around its symbols and their names
 * @mark: the symbols of an article's points
 * @area_mark: the symbols and names of its areas
 * @figurative_mark: the symbols of places that stand for a government or the like
 * @unsure_mark: the symbols of places that may be others of the same name
 *
 * The colours of what a picture shows besides the map.
 */
typedef struct {
  LieuditMapColour paper;
  LieuditMapColour ink;
  LieuditMapColour halo;
  LieuditMapColour mark;
  LieuditMapColour area_mark;
  LieuditMapColour figurative_mark;
  LieuditMapColour unsure_mark;
} LieuditMapPictureColours;

/**
 * LieuditMapGraticule:
 * @line: the colour of the lines
 * @text: the colour of their names
 * @min_zoom: the first zoom level at which they are drawn; above all others there are none
 *
 * How meridians and parallels are drawn.
 */
typedef struct {
  LieuditMapColour line;
  LieuditMapColour text;
  guint min_zoom;
} LieuditMapGraticule;

#define LIEUDIT_TYPE_MAP_STYLE (lieudit_map_style_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapStyle, lieudit_map_style, LIEUDIT, MAP_STYLE, GObject)

LieuditMapStyle           *lieudit_map_style_new_from_bytes (GBytes                *bytes,
                                                             const char            *palette,
                                                             GError               **error);
LieuditMapStyle           *lieudit_map_style_open           (const char            *palette,
                                                             GError               **error);

const LieuditMapColour    *lieudit_map_style_get_background (LieuditMapStyle       *self);
const LieuditMapRule      *lieudit_map_style_get_rules      (LieuditMapStyle       *self,
                                                             guint                 *n_rules);
const LieuditMapLabelRule *lieudit_map_style_get_label_rule (LieuditMapStyle       *self,
                                                             LieuditMapLabelKind    kind);
const LieuditMapPictureColours *
                           lieudit_map_style_get_picture    (LieuditMapStyle       *self);
const LieuditMapGraticule *lieudit_map_style_get_graticule  (LieuditMapStyle       *self);
gboolean                   lieudit_map_style_get_colour     (LieuditMapStyle       *self,
                                                             const char            *name,
                                                             LieuditMapColour      *colour);

double                     lieudit_map_stops_get            (const LieuditMapStops *stops,
                                                             double                 zoom);

G_END_DECLS
