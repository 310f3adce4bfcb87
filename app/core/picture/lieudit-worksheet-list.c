/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list below a numbered map: lines to write on, or the names that belong there. */
#include "config.h"

#include "picture/lieudit-worksheet-private.h"

#include <math.h>

/* In pixels: room enough for a child's hand. */
#define COLUMN_WIDTH 225.0
#define ROW_HEIGHT 36.0
#define PADDING 12.0
#define NUMBER_WIDTH 30.0
#define COLUMN_GAP 14.0
#define NAME_SIZE 12.5
#define HINT_SIZE 8.5
#define BASELINE 20.0
#define HINT_BASELINE 33.0

static guint
count_columns (const LieuditWorksheetList *self)
{
  return (guint) MAX (1.0, floor ((self->margin->width - 2 * PADDING) / COLUMN_WIDTH));
}

/*
 * lieudit_worksheet_list_count_fitting:
 * @self: a list
 * @height: in pixels
 *
 * Returns: how many entries fit into so much height
 */
guint
lieudit_worksheet_list_count_fitting (const LieuditWorksheetList *self,
                                      double                      height)
{
  return (guint) MAX (0.0, floor (height / ROW_HEIGHT)) * count_columns (self);
}

/*
 * lieudit_worksheet_list_get_height:
 * @self: a list
 * @n_entries: how many of its entries stand together
 *
 * Returns: how high they are, in pixels
 */
double
lieudit_worksheet_list_get_height (const LieuditWorksheetList *self,
                                   guint                       n_entries)
{
  guint n_columns = count_columns (self);

  return ROW_HEIGHT * ((n_entries + n_columns - 1) / n_columns);
}

static PangoLayout *
create_cell (const LieuditWorksheetList *self,
             const char                 *text,
             double                      size,
             PangoWeight                 weight,
             double                      width)
{
  PangoLayout *layout = lieudit_picture_create_layout (self->margin, text, size, weight);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  /* In either direction a cell begins where its column does, whatever the script of its text. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return layout;
}

/* Letters of different sizes stand on one line. */
static void
show_cell (const LieuditWorksheetList *self,
           PangoLayout                *layout,
           double                      x,
           double                      baseline,
           cairo_t                    *cr)
{
  lieudit_picture_show_layout (self->margin, layout, x, baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE, cr);
}

static void
draw_rule (const LieuditWorksheetList *self,
           double                      x,
           double                      y,
           double                      width,
           cairo_t                    *cr)
{
  const LieuditMapColour *ink = &self->margin->colours->ink;

  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.6);
  cairo_set_line_width (cr, 0.75);
  cairo_move_to (cr, x, y + BASELINE + 4.0);
  cairo_rel_line_to (cr, width, 0.0);
  cairo_stroke (cr);
}

/* The number, the line, and below that what kind of place it is. */
static void
draw_entry (const LieuditWorksheetList *self,
            guint                       index,
            double                      x,
            double                      y,
            double                      width,
            cairo_t                    *cr)
{
  const LieuditWorksheetEntry *entry = &g_array_index (self->entries, LieuditWorksheetEntry, index);
  g_autofree char *number = g_strdup_printf ("%u.", index + 1);
  g_autoptr (PangoLayout) number_cell = create_cell (self, number, NAME_SIZE, PANGO_WEIGHT_BOLD, NUMBER_WIDTH);
  double line_width = width - NUMBER_WIDTH;
  double line_x = self->right_to_left ? x : x + NUMBER_WIDTH;

  show_cell (self, number_cell, self->right_to_left ? x + line_width : x, y + BASELINE, cr);
  draw_rule (self, line_x, y, line_width, cr);
  if (entry->hint != NULL)
    {
      g_autoptr (PangoLayout) hint_cell = create_cell (self, entry->hint, HINT_SIZE, PANGO_WEIGHT_NORMAL, line_width);

      show_cell (self, hint_cell, line_x, y + HINT_BASELINE, cr);
    }
  if (self->shows_names)
    {
      g_autoptr (PangoLayout) name_cell = create_cell (self, entry->name, NAME_SIZE, PANGO_WEIGHT_NORMAL, line_width);

      show_cell (self, name_cell, line_x, y + BASELINE, cr);
    }
}

/*
 * lieudit_worksheet_list_draw:
 * @self: a list
 * @first: its first entry to draw
 * @n_entries: how many
 * @cr: where to draw; the origin is the list's corner
 *
 * Draws entries column by column.
 */
void
lieudit_worksheet_list_draw (const LieuditWorksheetList *self,
                             guint                       first,
                             guint                       n_entries,
                             cairo_t                    *cr)
{
  guint n_columns = count_columns (self);
  guint n_rows = (n_entries + n_columns - 1) / n_columns;
  double column_width = (self->margin->width - 2 * PADDING) / n_columns;

  for (guint i = 0; i < n_entries; i++)
    {
      guint column = i / n_rows;
      double x = PADDING + column_width * (self->right_to_left ? n_columns - 1 - column : column);

      draw_entry (self, first + i, x + (self->right_to_left ? COLUMN_GAP : 0.0), ROW_HEIGHT * (i % n_rows), column_width - COLUMN_GAP, cr);
    }
}
