/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there is room for which names. */
#include "config.h"

#include "map/lieudit-map-labels-private.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

/* Names are placed this far around the view, in pixels, so that they do not jump when they come into it. */
#define MARGIN 160.0

/* The clear space kept between two names, in pixels. */
#define GAP 3.0

/* The clear space between a dot and its name, in pixels. */
#define DOT_GAP 2.0

/* How far the middle of a name along a line is from the line, in times its size. */
#define LINE_DISTANCE 0.85

#define MOST_LABELS 400

/* More names than this are not kept from one zoom level to the next. */
#define MOST_NAMES 4000

/* In the order in which cartographers like them (E. Imhof, "Positioning Names on Maps", The American Cartographer 2, 1975). */
static const LieuditLabelSide sides_in_order[] = {
  LIEUDIT_LABEL_SIDE_RIGHT, LIEUDIT_LABEL_SIDE_LEFT, LIEUDIT_LABEL_SIDE_ABOVE, LIEUDIT_LABEL_SIDE_BELOW,
};

static gboolean
overlaps (const LieuditPixelBox *a,
          const LieuditPixelBox *b)
{
  return a->x < b->x + b->width + GAP && b->x < a->x + a->width + GAP
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_inside (const LieuditPixelBox  *box,
           const LieuditMapExtent *extent)
{
  return box->x >= GAP && box->y >= GAP && box->x + box->width <= extent->width - GAP && box->y + box->height <= extent->height - GAP;
}

static gboolean
has_room (LieuditMapLabels      *self,
          const LieuditPixelBox *box,
          const LieuditPixelBox *obstacles,
          gsize                  n_obstacles)
{
  if (self->keeps_inside && !is_inside (box, &self->extent))
    return FALSE;

  for (guint i = 0; i < self->taken->len; i++)
    {
      if (overlaps (box, &g_array_index (self->taken, LieuditPixelBox, i)))
        return FALSE;
    }

  for (gsize i = 0; i < n_obstacles; i++)
    {
      if (overlaps (box, &obstacles[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
place_on_side (LieuditMapLabels      *self,
               LieuditMapLabel       *label,
               LieuditLabelSide       side,
               const LieuditPixelBox *obstacles,
               gsize                  n_obstacles)
{
  LieuditLabel wanted = {
    .x = label->dot_x,
    .y = label->dot_y,
    .symbol_radius = label->dot_radius + DOT_GAP,
    .label_width = label->box.width,
    .label_height = label->box.height,
  };
  LieuditLabelPlacement placement = { side, label->dot_x, label->dot_y };

  label->box = lieudit_label_get_box (&wanted, &placement);

  return has_room (self, &label->box, obstacles, n_obstacles);
}

static gboolean
find_room (LieuditMapLabels      *self,
           LieuditMapLabel       *label,
           const LieuditPixelBox *obstacles,
           gsize                  n_obstacles)
{
  gpointer key = GUINT_TO_POINTER (label->index + 1);
  LieuditLabelSide last;

  if (label->dot_radius <= 0.0)
    {
      label->box.x = label->dot_x - label->box.width / 2.0;
      label->box.y = label->dot_y - label->box.height / 2.0;
      return has_room (self, &label->box, obstacles, n_obstacles);
    }

  last = (LieuditLabelSide) GPOINTER_TO_UINT (g_hash_table_lookup (self->sides, key));
  if (last != LIEUDIT_LABEL_SIDE_NONE && place_on_side (self, label, last, obstacles, n_obstacles))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sides_in_order); i++)
    {
      LieuditLabelSide side = sides_in_order[i];

      /* A name in a right-to-left script begins at its right end: the place is better there. */
      if (self->language == LIEUDIT_MAP_LANGUAGE_ARABIC && i < 2)
        side = sides_in_order[1 - i];

      if (place_on_side (self, label, side, obstacles, n_obstacles))
        {
          g_hash_table_insert (self->sides, key, GUINT_TO_POINTER (side));
          return TRUE;
        }
    }

  return FALSE;
}

static LieuditPixelBox
get_dot_box (const LieuditMapLabel *label)
{
  return (LieuditPixelBox) { label->dot_x - label->dot_radius, label->dot_y - label->dot_radius, 2 * label->dot_radius, 2 * label->dot_radius };
}

/* Looked up once for each name that comes into view. */
static gboolean
is_hidden (LieuditMapLabels          *self,
           const LieuditBaseMapLabel *source,
           guint                      index)
{
  gpointer key = GUINT_TO_POINTER (index + 1);
  guint answer;

  if (self->marks == NULL)
    return FALSE;

  answer = GPOINTER_TO_UINT (g_hash_table_lookup (self->hidden, key));
  if (answer == 0)
    {
      answer = 1 + (guint) lieudit_map_marks_name (self->marks, self->base_map, source);
      g_hash_table_insert (self->hidden, key, GUINT_TO_POINTER (answer));
    }

  return answer > 1;
}

/* A name along a line stands beside it, not on it. */
static void
set_aside (LieuditMapLabel           *label,
           double                     size)
{
  double distance = LINE_DISTANCE * size;

  label->dot_x += distance * sin (label->angle);
  label->dot_y -= distance * cos (label->angle);
}

/* The room that a name takes: more than its own width and height if it is turned or framed. */
static void
measure_box (LieuditMapLabel           *label,
             const LieuditMapName      *name,
             const LieuditMapLabelRule *rule)
{
  double margin = rule->frame.alpha > 0.0 ? 2.0 * LIEUDIT_MAP_LABEL_FRAME : 0.0;
  double width = name->width * label->scale;
  double height = name->height * label->scale;

  label->box.width = fabs (width * cos (label->angle)) + fabs (height * sin (label->angle)) + margin;
  label->box.height = fabs (width * sin (label->angle)) + fabs (height * cos (label->angle));
}

/* Lesser names do not take the room of one that is still to be set, to lose it again at once. */
static void
reserve_room (LieuditMapLabels          *self,
              const LieuditBaseMapLabel *source,
              LieuditMapLabel           *label,
              const LieuditPixelBox     *obstacles,
              gsize                      n_obstacles)
{
  self->is_complete = FALSE;
  lieudit_map_labels_guess_size (self, source, &label->box.width, &label->box.height);
  label->box.x = label->dot_x - label->box.width / 2.0;
  label->box.y = label->dot_y - label->box.height / 2.0;
  if (has_room (self, &label->box, obstacles, n_obstacles))
    g_array_append_val (self->taken, label->box);
}

/* Places one label at one of the places it has in a world that repeats. */
static void
place_label (LieuditMapLabels          *self,
             PangoContext              *context,
             const LieuditBaseMapLabel *source,
             LieuditMapLabel            label,
             const LieuditMapExtent    *extent,
             const LieuditPixelBox     *obstacles,
             gsize                      n_obstacles)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (self->style, label.kind);
  double size = lieudit_map_stops_get (&rule->size, self->layout_zoom) * self->scale;
  double margin = MARGIN * self->scale;
  const LieuditMapName *name;
  LieuditPixelBox dot;

  if (label.dot_x < -margin || label.dot_x > extent->width + margin || label.dot_y < -margin || label.dot_y > extent->height + margin)
    return;
  if (is_hidden (self, source, label.index))
    return;

  if (label.kind == LIEUDIT_MAP_LABEL_RIVER)
    set_aside (&label, size);
  label.dot_radius = lieudit_map_stops_get (&rule->dot, self->layout_zoom) * self->scale;
  dot = get_dot_box (&label);
  if (label.dot_radius > 0.0 && !has_room (self, &dot, NULL, 0))
    return;

  name = lieudit_map_labels_get_name (self, context, source, label.index);
  if (name == NULL)
    {
      reserve_room (self, source, &label, obstacles, n_obstacles);
      return;
    }
  label.layout = name->layout;
  label.scale = size / name->size;
  measure_box (&label, name, rule);

  if (find_room (self, &label, obstacles, n_obstacles))
    {
      g_array_append_val (self->labels, label);
      g_array_append_val (self->taken, label.box);
      if (label.dot_radius > 0.0)
        g_array_append_val (self->taken, dot);
    }
}

/**
 * lieudit_map_labels_place:
 * @self: labels
 * @context: where the font comes from
 * @extent: what is looked at
 * @obstacles: (array length=n_obstacles) (nullable): what names must not cover, in pixels from the view's corner
 * @n_obstacles: how many
 * @n_labels: (out): how many names have found room
 *
 * Chooses which names to show and where, so that none covers another.
 *
 * Returns: (transfer none) (array length=n_labels): the names, good until @self is called again
 */
const LieuditMapLabel *
lieudit_map_labels_place (LieuditMapLabels      *self,
                          PangoContext          *context,
                          const LieuditMapExtent *extent,
                          const LieuditPixelBox *obstacles,
                          gsize                  n_obstacles,
                          guint                 *n_labels)
{
  const LieuditBaseMapLabel *sources;
  double world, pixels_a_unit;
  guint n_sources;

  g_return_val_if_fail (LIEUDIT_IS_MAP_LABELS (self), NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (extent != NULL && n_labels != NULL, NULL);

  if (self->layout_zoom != (int) floor (extent->zoom))
    {
      self->layout_zoom = (int) floor (extent->zoom);
      if (g_hash_table_size (self->layouts) > MOST_NAMES)
        lieudit_map_labels_forget_names (self);
      else
        lieudit_map_labels_forget_places (self);
    }

  g_array_set_size (self->labels, 0);
  g_array_set_size (self->taken, 0);
  self->work_end = 0;
  self->is_complete = TRUE;
  self->extent = *extent;

  world = lieudit_mercator_get_world_size (extent->zoom);
  pixels_a_unit = world / LIEUDIT_BASE_MAP_WORLD;
  sources = lieudit_base_map_get_labels (self->base_map, &n_sources);

  /* The base map has them in the order of the zoom levels they show from. */
  for (guint i = 0; i < n_sources && sources[i].min_zoom <= extent->zoom && self->labels->len < MOST_LABELS; i++)
    {
      double x = sources[i].point.x * pixels_a_unit;
      double y = sources[i].point.y * pixels_a_unit - extent->top;

      if (sources[i].max_zoom + 1.0 <= extent->zoom || y < -MARGIN * self->scale || y > extent->height + MARGIN * self->scale)
        continue;

      for (double turn = floor (extent->left / world); turn <= floor ((extent->left + extent->width) / world); turn++)
        {
          LieuditMapLabel label = {
            .index = i,
            .kind = (LieuditMapLabelKind) sources[i].kind,
            .angle = sources[i].angle * G_PI / 180.0,
            .dot_x = x + turn * world - extent->left,
            .dot_y = y,
          };

          place_label (self, context, &sources[i], label, extent, obstacles, n_obstacles);
        }
    }

  *n_labels = self->labels->len;

  return (const LieuditMapLabel *) self->labels->data;
}
