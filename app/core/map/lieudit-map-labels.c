/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-labels.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-map-label-layout.h"
#include "text/lieudit-folded-text.h"

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

/**
 * LieuditMapLabels:
 *
 * Names the base map's countries, seas and towns in the reader's language, wherever there is room for them.
 *
 * The most important name chooses first; a name that already has a place keeps its side of it while the map moves. It is not
 * thread-safe.
 */
struct _LieuditMapLabels
{
  GObject parent_instance;

  LieuditBaseMap *base_map;
  LieuditMapStyle *style;
  LieuditMapLanguage language;

  GHashTable *layouts; /* label index + 1 → PangoLayout, at layout_zoom */
  int layout_zoom;
  guint generation;
  LieuditMapMarks *marks; /* NULL hides no name */
  gboolean keeps_inside;
  gboolean shows_local;
  GHashTable *hidden;  /* label index + 1 → whether a mark names it, +1 */
  GHashTable *sides;   /* label index + 1 → LieuditLabelSide it was placed on last */
  GArray *labels;      /* what was placed last, of LieuditMapLabel */
  GArray *taken;       /* the room it takes, of LieuditPixelBox */
  LieuditMapExtent extent; /* where it was placed */
};

G_DEFINE_FINAL_TYPE (LieuditMapLabels, lieudit_map_labels, G_TYPE_OBJECT)

/* In the order in which cartographers like them (E. Imhof, "Positioning Names on Maps", The American Cartographer 2, 1975). */
static const LieuditLabelSide sides_in_order[] = {
  LIEUDIT_LABEL_SIDE_RIGHT, LIEUDIT_LABEL_SIDE_LEFT, LIEUDIT_LABEL_SIDE_ABOVE, LIEUDIT_LABEL_SIDE_BELOW,
};

static void
forget_layouts (LieuditMapLabels *self)
{
  g_array_set_size (self->labels, 0);
  g_hash_table_remove_all (self->layouts);
  self->generation++;
}

static const char *
get_name (LieuditMapLabels          *self,
          const LieuditBaseMapLabel *label)
{
  const char *name = lieudit_base_map_get_string (self->base_map, label->names[self->language]);

  for (guint i = 0; i < LIEUDIT_MAP_N_LANGUAGES && *name == '\0'; i++)
    name = lieudit_base_map_get_string (self->base_map, label->names[i]);

  return name;
}

/* The local name stands underneath, unless it is the same but for an accent. */
static char *
dup_text (LieuditMapLabels          *self,
          const LieuditBaseMapLabel *label)
{
  const char *name = get_name (self, label);
  const char *local = lieudit_base_map_get_string (self->base_map, label->local_name);
  g_autofree char *folded_name = NULL;
  g_autofree char *folded_local = NULL;

  if (!self->shows_local || *local == '\0')
    return g_strdup (name);

  folded_name = lieudit_fold_name (name);
  folded_local = lieudit_fold_name (local);

  return g_str_equal (folded_name, folded_local) ? g_strdup (name) : g_strconcat (name, "\n", local, NULL);
}

static PangoLayout *
get_layout (LieuditMapLabels          *self,
            PangoContext              *context,
            const LieuditBaseMapLabel *label,
            guint                      index)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, GUINT_TO_POINTER (index + 1));

  if (layout == NULL)
    {
      g_autofree char *text = dup_text (self, label);

      layout = lieudit_map_label_layout_new (context, lieudit_map_style_get_label_rule (self->style, label->kind), self->layout_zoom, text);
      g_hash_table_insert (self->layouts, GUINT_TO_POINTER (index + 1), layout);
    }

  return layout;
}

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
  LieuditPixelBox dot = { label->dot_x - label->dot_radius, label->dot_y - label->dot_radius, 2 * label->dot_radius, 2 * label->dot_radius };
  gpointer key = GUINT_TO_POINTER (label->index + 1);
  LieuditLabelSide last;

  if (label->dot_radius <= 0.0)
    {
      label->box.x = label->dot_x - label->box.width / 2.0;
      label->box.y = label->dot_y - label->box.height / 2.0;
      return has_room (self, &label->box, obstacles, n_obstacles);
    }

  if (!has_room (self, &dot, NULL, 0))
    return FALSE;

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
           const LieuditMapLabelRule *rule,
           int                        zoom)
{
  double distance = LINE_DISTANCE * lieudit_map_stops_get (&rule->size, zoom);

  label->dot_x += distance * sin (label->angle);
  label->dot_y -= distance * cos (label->angle);
}

/* The room that a name takes: more than its own width and height if it is turned or framed. */
static void
measure_box (LieuditMapLabel           *label,
             const LieuditMapLabelRule *rule)
{
  double margin = rule->frame.alpha > 0.0 ? 2.0 * LIEUDIT_MAP_LABEL_FRAME : 0.0;
  int width, height;

  pango_layout_get_pixel_size (label->layout, &width, &height);
  label->box.width = fabs (width * cos (label->angle)) + fabs (height * sin (label->angle)) + margin;
  label->box.height = fabs (width * sin (label->angle)) + fabs (height * cos (label->angle));
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

  if (label.dot_x < -MARGIN || label.dot_x > extent->width + MARGIN || label.dot_y < -MARGIN || label.dot_y > extent->height + MARGIN)
    return;
  if (is_hidden (self, source, label.index))
    return;

  if (label.kind == LIEUDIT_MAP_LABEL_RIVER)
    set_aside (&label, rule, self->layout_zoom);
  label.layout = get_layout (self, context, source, label.index);
  measure_box (&label, rule);
  label.dot_radius = lieudit_map_stops_get (&rule->dot, self->layout_zoom);

  if (find_room (self, &label, obstacles, n_obstacles))
    {
      g_array_append_val (self->labels, label);
      g_array_append_val (self->taken, label.box);
      if (label.dot_radius > 0.0)
        {
          LieuditPixelBox dot = { label.dot_x - label.dot_radius, label.dot_y - label.dot_radius, 2 * label.dot_radius, 2 * label.dot_radius };

          g_array_append_val (self->taken, dot);
        }
    }
}

static void
lieudit_map_labels_finalize (GObject *object)
{
  LieuditMapLabels *self = LIEUDIT_MAP_LABELS (object);

  g_clear_object (&self->base_map);
  g_clear_object (&self->style);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->marks, lieudit_map_marks_free);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->sides, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->taken, g_array_unref);

  G_OBJECT_CLASS (lieudit_map_labels_parent_class)->finalize (object);
}

static void
lieudit_map_labels_class_init (LieuditMapLabelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lieudit_map_labels_finalize;
}

static void
lieudit_map_labels_init (LieuditMapLabels *self)
{
  self->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->hidden = g_hash_table_new (NULL, NULL);
  self->sides = g_hash_table_new (NULL, NULL);
  self->labels = g_array_new (FALSE, FALSE, sizeof (LieuditMapLabel));
  self->taken = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->layout_zoom = -1;
}

/**
 * lieudit_map_labels_new:
 * @base_map: where the names are
 * @style: how to set them
 *
 * Creates a set of labels, in English.
 *
 * Returns: (transfer full): the labels
 */
LieuditMapLabels *
lieudit_map_labels_new (LieuditBaseMap  *base_map,
                        LieuditMapStyle *style)
{
  LieuditMapLabels *self;

  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), NULL);

  self = g_object_new (LIEUDIT_TYPE_MAP_LABELS, NULL);
  self->base_map = g_object_ref (base_map);
  self->style = g_object_ref (style);

  return self;
}

/**
 * lieudit_map_labels_get_style:
 * @self: labels
 *
 * Returns: (transfer none): how they are set
 */
LieuditMapStyle *
lieudit_map_labels_get_style (LieuditMapLabels *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_LABELS (self), NULL);

  return self->style;
}

/**
 * lieudit_map_labels_set_style:
 * @self: labels
 * @style: how to set them
 *
 * Changes the style. What was placed before is gone.
 */
void
lieudit_map_labels_set_style (LieuditMapLabels *self,
                              LieuditMapStyle  *style)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));
  g_return_if_fail (LIEUDIT_IS_MAP_STYLE (style));

  if (g_set_object (&self->style, style))
    forget_layouts (self);
}

/**
 * lieudit_map_labels_set_language:
 * @self: labels
 * @language: a language tag or locale name, such as "fr", "fr-FR" or "fr_FR.UTF-8"
 *
 * Changes the language of the names: English, French, Arabic or Turkish; any other stands for English.
 */
void
lieudit_map_labels_set_language (LieuditMapLabels *self,
                                 const char       *language)
{
  static const char *const tags[LIEUDIT_MAP_N_LANGUAGES] = { "en", "fr", "ar", "tr" };
  LieuditMapLanguage found = LIEUDIT_MAP_LANGUAGE_ENGLISH;

  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));
  g_return_if_fail (language != NULL);

  for (guint i = 0; i < LIEUDIT_MAP_N_LANGUAGES; i++)
    {
      if (g_ascii_strncasecmp (language, tags[i], 2) == 0 && !g_ascii_isalnum (language[2]))
        found = (LieuditMapLanguage) i;
    }

  if (self->language != found)
    {
      self->language = found;
      g_hash_table_remove_all (self->sides);
      forget_layouts (self);
    }
}

/**
 * lieudit_map_labels_set_shows_local:
 * @self: labels
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Adds the names that stand on signs: Arabic in Syria, Turkish in Turkey.
 */
void
lieudit_map_labels_set_shows_local (LieuditMapLabels *self,
                                    gboolean          shows_local)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  if (self->shows_local != !!shows_local)
    {
      self->shows_local = !!shows_local;
      forget_layouts (self);
    }
}

/**
 * lieudit_map_labels_set_keeps_inside:
 * @self: labels
 * @keeps_inside: whether to leave out what the edge of the extent would cut
 *
 * Says whether the extent is all that is ever seen, as on paper. A map that moves shows the rest of a name soon.
 */
void
lieudit_map_labels_set_keeps_inside (LieuditMapLabels *self,
                                     gboolean          keeps_inside)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  self->keeps_inside = !!keeps_inside;
}

/**
 * lieudit_map_labels_take_marks:
 * @self: labels
 * @marks: (transfer full) (nullable): the places that have markers of their own
 *
 * Leaves the names of some places out from now on.
 */
void
lieudit_map_labels_take_marks (LieuditMapLabels *self,
                               LieuditMapMarks  *marks)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  g_clear_pointer (&self->marks, lieudit_map_marks_free);
  self->marks = marks;
  g_hash_table_remove_all (self->hidden);
}

/**
 * lieudit_map_labels_get_generation:
 * @self: labels
 *
 * Gets a number that changes whenever names look different than before, so that pictures of them can be kept until then.
 *
 * Returns: the number
 */
guint
lieudit_map_labels_get_generation (LieuditMapLabels *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_LABELS (self), 0);

  return self->generation;
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
      forget_layouts (self);
    }

  g_array_set_size (self->labels, 0);
  g_array_set_size (self->taken, 0);
  self->extent = *extent;

  world = lieudit_mercator_get_world_size (extent->zoom);
  pixels_a_unit = world / LIEUDIT_BASE_MAP_WORLD;
  sources = lieudit_base_map_get_labels (self->base_map, &n_sources);

  for (guint i = 0; i < n_sources && self->labels->len < MOST_LABELS; i++)
    {
      double x = sources[i].point.x * pixels_a_unit;

      if (sources[i].min_zoom > extent->zoom || sources[i].max_zoom + 1.0 <= extent->zoom)
        continue;

      for (double turn = floor (extent->left / world); turn <= floor ((extent->left + extent->width) / world); turn++)
        {
          LieuditMapLabel label = {
            .index = i,
            .kind = (LieuditMapLabelKind) sources[i].kind,
            .angle = sources[i].angle * G_PI / 180.0,
            .dot_x = x + turn * world - extent->left,
            .dot_y = sources[i].point.y * pixels_a_unit - extent->top,
          };

          place_label (self, context, &sources[i], label, extent, obstacles, n_obstacles);
        }
    }

  *n_labels = self->labels->len;

  return (const LieuditMapLabel *) self->labels->data;
}
