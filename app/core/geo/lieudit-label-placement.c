/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-label-placement.h"

#include <math.h>

/* A label of 12 pixels' height and 80 pixels' width touches about four cells. */
#define CELL_SIZE 64.0

/* Boxes beyond this many cells from the view's corner do not matter; it bounds the cells a hostile box can fill. */
#define MAX_CELLS 256

/* An area's symbol is tried at its place, then on this many rings of eight positions around it. */
#define N_RINGS 3
#define N_DIRECTIONS 8

/* In the order in which cartographers like them (Imhof 1975): beside rather than above or below, after rather than before. */
static const LieuditLabelSide sides[] = {
  LIEUDIT_LABEL_SIDE_RIGHT,       LIEUDIT_LABEL_SIDE_LEFT,        LIEUDIT_LABEL_SIDE_ABOVE,      LIEUDIT_LABEL_SIDE_BELOW,
  LIEUDIT_LABEL_SIDE_ABOVE_RIGHT, LIEUDIT_LABEL_SIDE_BELOW_RIGHT, LIEUDIT_LABEL_SIDE_ABOVE_LEFT, LIEUDIT_LABEL_SIDE_BELOW_LEFT,
};

static const LieuditLabelSide mirrored_sides[] = {
  LIEUDIT_LABEL_SIDE_LEFT,       LIEUDIT_LABEL_SIDE_RIGHT,      LIEUDIT_LABEL_SIDE_ABOVE,       LIEUDIT_LABEL_SIDE_BELOW,
  LIEUDIT_LABEL_SIDE_ABOVE_LEFT, LIEUDIT_LABEL_SIDE_BELOW_LEFT, LIEUDIT_LABEL_SIDE_ABOVE_RIGHT, LIEUDIT_LABEL_SIDE_BELOW_RIGHT,
};

#define NO_OWNER G_MAXUINT

typedef struct {
  LieuditPixelBox box;
  guint owner; /* the label whose symbol or text this is */
} TakenBox;

typedef struct {
  GArray *boxes;          /* of TakenBox */
  GHashTable *cells;      /* cell number -> GArray of indices into boxes */
  const LieuditPixelBox *view;
} TakenRoom;

typedef struct {
  int left;
  int top;
  int right;
  int bottom;
} CellRange;

static void
taken_room_init (TakenRoom             *room,
                 const LieuditPixelBox *view)
{
  room->boxes = g_array_new (FALSE, FALSE, sizeof (TakenBox));
  room->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  room->view = view;
}

static void
taken_room_clear (TakenRoom *room)
{
  g_array_unref (room->boxes);
  g_hash_table_unref (room->cells);
}

static int
cell_at (double distance)
{
  return (int) CLAMP (floor (distance / CELL_SIZE), -1.0, MAX_CELLS);
}

static CellRange
cells_of (const TakenRoom       *room,
          const LieuditPixelBox *box)
{
  return (CellRange) {
    .left = cell_at (box->x - room->view->x),
    .top = cell_at (box->y - room->view->y),
    .right = cell_at (box->x + box->width - room->view->x),
    .bottom = cell_at (box->y + box->height - room->view->y),
  };
}

static gpointer
cell_key (int column,
          int row)
{
  return GINT_TO_POINTER ((row + 2) * 2 * MAX_CELLS + column + 2);
}

static void
take (TakenRoom       *room,
      LieuditPixelBox  box,
      guint            owner)
{
  TakenBox taken = { box, owner };
  CellRange range = cells_of (room, &box);

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray *cell = g_hash_table_lookup (room->cells, cell_key (column, row));

        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (room->cells, cell_key (column, row), cell);
          }
        g_array_append_val (cell, room->boxes->len);
      }
  g_array_append_val (room->boxes, taken);
}

static gboolean
boxes_overlap (const LieuditPixelBox *a,
               const LieuditPixelBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
box_contains (const LieuditPixelBox *outer,
              const LieuditPixelBox *inner)
{
  return inner->x >= outer->x && inner->x + inner->width <= outer->x + outer->width && inner->y >= outer->y &&
         inner->y + inner->height <= outer->y + outer->height;
}

static gboolean
is_free (const TakenRoom       *room,
         const LieuditPixelBox *box,
         guint                  owner)
{
  CellRange range = cells_of (room, box);

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray *cell = g_hash_table_lookup (room->cells, cell_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const TakenBox *taken = &g_array_index (room->boxes, TakenBox, g_array_index (cell, guint, i));

            if (taken->owner != owner && boxes_overlap (&taken->box, box))
              return FALSE;
          }
      }
  return TRUE;
}

static LieuditPixelBox
symbol_box (const LieuditLabel *label,
            double              x,
            double              y)
{
  double radius = label->symbol_radius;

  return (LieuditPixelBox) { x - radius, y - radius, 2.0 * radius, 2.0 * radius };
}

static gboolean
try_side (const TakenRoom       *room,
          const LieuditLabel    *label,
          guint                  index,
          gboolean               whole,
          LieuditLabelSide       side,
          LieuditLabelPlacement *placement)
{
  LieuditLabelPlacement attempt = { side, placement->x, placement->y };
  LieuditPixelBox box = lieudit_label_get_box (label, &attempt);

  if ((whole && !box_contains (room->view, &box)) || !is_free (room, &box, index))
    return FALSE;
  placement->side = side;
  return TRUE;
}

/* Labels that are cut by the view's edge are better than none, but only when no side keeps them whole. */
static gboolean
try_sides (const TakenRoom        *room,
           const LieuditLabel     *label,
           guint                   index,
           const LieuditLabelSide *order,
           LieuditLabelPlacement  *placement)
{
  for (int whole = TRUE; whole >= FALSE; whole--)
    {
      if (label->preferred_side != LIEUDIT_LABEL_SIDE_NONE &&
          try_side (room, label, index, whole, label->preferred_side, placement))
        return TRUE;
      for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
        if (try_side (room, label, index, whole, order[i], placement))
          return TRUE;
    }
  return FALSE;
}

/* Finds room for a symbol that may move and its label; failing that, for the symbol alone. */
static void
place_movable (const TakenRoom        *room,
               const LieuditLabel     *label,
               guint                   index,
               const LieuditLabelSide *order,
               LieuditLabelPlacement  *placement)
{
  LieuditLabelPlacement alone = *placement;
  gboolean has_alone = FALSE;

  for (int i = 0; i <= N_RINGS * N_DIRECTIONS; i++)
    {
      double distance = label->freedom * ((i + N_DIRECTIONS - 1) / N_DIRECTIONS) / N_RINGS;
      double angle = 2.0 * G_PI * (i % N_DIRECTIONS) / N_DIRECTIONS;
      double x = label->x + distance * cos (angle);
      double y = label->y + distance * sin (angle);
      LieuditPixelBox symbol = symbol_box (label, x, y);

      if (!is_free (room, &symbol, index))
        continue;
      placement->x = x;
      placement->y = y;
      if (try_sides (room, label, index, order, placement))
        return;
      if (!has_alone)
        alone = *placement;
      has_alone = TRUE;
    }
  *placement = alone;
}

static gint
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const LieuditLabel *labels = user_data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (labels[first].rank != labels[second].rank)
    return labels[first].rank > labels[second].rank ? -1 : 1;
  return first < second ? -1 : first > second;
}

static GArray *
sort_by_rank (const LieuditLabel *labels,
              gsize               n_labels)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_labels);

  for (guint i = 0; i < n_labels; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_ranks, (gpointer) labels);
  return order;
}

/**
 * lieudit_label_get_box:
 * @label: a label
 * @placement: where its symbol is and on which side of it the label
 *
 * Tells which pixels the text covers; the label touches the square of its symbol.
 *
 * Returns: the text's rectangle, empty for a label that is not shown
 */
LieuditPixelBox
lieudit_label_get_box (const LieuditLabel          *label,
                       const LieuditLabelPlacement *placement)
{
  double radius = label->symbol_radius;
  double width = label->label_width;
  double height = label->label_height;
  /* In widths and heights of the label: its corner from the symbol's centre; in radii: how far it is pushed out. */
  static const struct {
    double left;
    double top;
    double out_x;
    double out_y;
  } corners[LIEUDIT_N_LABEL_SIDES] = {
    [LIEUDIT_LABEL_SIDE_RIGHT] = { 0.0, -0.5, 1.0, 0.0 },
    [LIEUDIT_LABEL_SIDE_LEFT] = { -1.0, -0.5, -1.0, 0.0 },
    [LIEUDIT_LABEL_SIDE_ABOVE] = { -0.5, -1.0, 0.0, -1.0 },
    [LIEUDIT_LABEL_SIDE_BELOW] = { -0.5, 0.0, 0.0, 1.0 },
    [LIEUDIT_LABEL_SIDE_ABOVE_RIGHT] = { 0.0, -1.0, 0.0, -1.0 },
    [LIEUDIT_LABEL_SIDE_BELOW_RIGHT] = { 0.0, 0.0, 0.0, 1.0 },
    [LIEUDIT_LABEL_SIDE_ABOVE_LEFT] = { -1.0, -1.0, 0.0, -1.0 },
    [LIEUDIT_LABEL_SIDE_BELOW_LEFT] = { -1.0, 0.0, 0.0, 1.0 },
  };

  g_return_val_if_fail (placement->side < LIEUDIT_N_LABEL_SIDES, ((LieuditPixelBox) { 0 }));

  if (placement->side == LIEUDIT_LABEL_SIDE_NONE)
    return (LieuditPixelBox) { placement->x, placement->y, 0.0, 0.0 };
  return (LieuditPixelBox) {
    .x = placement->x + corners[placement->side].left * width + corners[placement->side].out_x * radius,
    .y = placement->y + corners[placement->side].top * height + corners[placement->side].out_y * radius,
    .width = width,
    .height = height,
  };
}

/**
 * lieudit_place_labels:
 * @labels: (array length=n_labels): symbols with their labels
 * @n_labels: how many
 * @obstacles: (array length=n_obstacles) (nullable): rectangles that no label may cover
 * @n_obstacles: how many
 * @view: the visible rectangle, in the same pixels; labels keep inside it where they can
 * @right_to_left: whether the left side is the better one
 *
 * Gives each label a side of its symbol, greedily in the order of rank and of @labels among equals: no label covers another
 * label, a symbol or an obstacle. Symbols that may not move stay where they are even if they overlap each other; one that may
 * move and finds no room at all stays too, without its label.
 *
 * Returns: (array length=n_labels) (transfer full): a placement for each label
 */
LieuditLabelPlacement *
lieudit_place_labels (const LieuditLabel    *labels,
                      gsize                  n_labels,
                      const LieuditPixelBox *obstacles,
                      gsize                  n_obstacles,
                      const LieuditPixelBox *view,
                      gboolean               right_to_left)
{
  LieuditLabelPlacement *placements;
  const LieuditLabelSide *side_order = right_to_left ? mirrored_sides : sides;
  g_autoptr (GArray) order = NULL;
  TakenRoom room;

  g_return_val_if_fail (labels != NULL || n_labels == 0, NULL);
  g_return_val_if_fail (obstacles != NULL || n_obstacles == 0, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  placements = g_new0 (LieuditLabelPlacement, n_labels);
  order = sort_by_rank (labels, n_labels);
  taken_room_init (&room, view);
  for (gsize i = 0; i < n_obstacles; i++)
    take (&room, obstacles[i], NO_OWNER);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].freedom <= 0.0)
      take (&room, symbol_box (&labels[i], labels[i].x, labels[i].y), i);

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      const LieuditLabel *label = &labels[index];
      LieuditLabelPlacement *placement = &placements[index];

      placement->x = label->x;
      placement->y = label->y;
      if (label->freedom > 0.0)
        {
          place_movable (&room, label, index, side_order, placement);
          take (&room, symbol_box (label, placement->x, placement->y), index);
        }
      else
        try_sides (&room, label, index, side_order, placement);
      if (placement->side != LIEUDIT_LABEL_SIDE_NONE)
        take (&room, lieudit_label_get_box (label, placement), index);
    }
  taken_room_clear (&room);
  return placements;
}
