/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which number each place of a worksheet has, and where it stands on the map. */
#include "config.h"

#include "picture/lieudit-worksheet-private.h"

#include "geo/lieudit-mercator.h"

#include <math.h>

/* In pixels. */
#define DOT_RADIUS 3.2
#define DISC_RADIUS 9.0
#define DISC_GAP 2.0
#define NUMBER_SIZE 10.5
#define LINE_WIDTH 0.9

/* An area's number may be moved by this share of its radius, and by so many pixels. */
#define FREE_SHARE 0.35
#define MAX_FREEDOM 48.0

/* Two points so near to each other cannot be told apart on paper, in pixels. */
#define SAME_SPOT 3.0

static void
clear_entry (gpointer data)
{
  LieuditWorksheetEntry *entry = data;

  g_free (entry->name);
  g_free (entry->hint);
}

/*
 * lieudit_worksheet_entries_new:
 *
 * Returns: (transfer full) (element-type LieuditWorksheetEntry): no entries
 */
GArray *
lieudit_worksheet_entries_new (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (LieuditWorksheetEntry));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

/* From north to south, so that the order of the numbers tells nothing of the article's. */
static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const LieuditWorksheetEntry *first = a;
  const LieuditWorksheetEntry *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;

  return (first->x > second->x) - (first->x < second->x);
}

static gboolean
is_taken (const GArray                *numbered,
          const LieuditWorksheetEntry *entry)
{
  for (guint i = 0; i < numbered->len; i++)
    {
      const LieuditWorksheetEntry *other = &g_array_index (numbered, LieuditWorksheetEntry, i);

      if (other->is_area == entry->is_area && hypot (other->x - entry->x, other->y - entry->y) < SAME_SPOT)
        return TRUE;
    }

  return FALSE;
}

/* What lies beyond the map gets no number, nor what nobody could tell from its neighbour. */
static void
add_inside (GArray                      *numbered,
            const LieuditWorksheetEntry *entry,
            const LieuditMapExtent      *extent)
{
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double middle = extent->left + extent->width / 2.0;
  LieuditWorksheetEntry inside = *entry;

  inside.x = extent->width / 2.0 + remainder (lieudit_mercator_longitude_to_x (entry->longitude, extent->zoom) - middle, world);
  inside.y = lieudit_mercator_latitude_to_y (entry->latitude, extent->zoom) - extent->top;
  if (!(inside.x >= DISC_RADIUS && inside.x <= extent->width - DISC_RADIUS &&
        inside.y >= DISC_RADIUS && inside.y <= extent->height - DISC_RADIUS) || is_taken (numbered, &inside))
    return;

  inside.name = g_strdup (entry->name);
  inside.hint = g_strdup (entry->hint);
  g_array_append_val (numbered, inside);
}

/* A point has a dot and its number beside it; an area's number stands in it. */
static LieuditLabel *
list_wanted_labels (const GArray           *numbered,
                    const LieuditMapExtent *extent)
{
  LieuditLabel *labels = g_new0 (LieuditLabel, numbered->len);

  for (guint i = 0; i < numbered->len; i++)
    {
      const LieuditWorksheetEntry *entry = &g_array_index (numbered, LieuditWorksheetEntry, i);
      double metres_a_pixel = lieudit_mercator_get_metres_per_pixel (entry->latitude, extent->zoom);

      labels[i] = (LieuditLabel) {
        .x = entry->x,
        .y = entry->y,
        .symbol_radius = entry->is_area ? DISC_RADIUS + DISC_GAP : DOT_RADIUS + DISC_GAP,
        .label_width = entry->is_area ? 1.0 : 2 * DISC_RADIUS,
        .label_height = entry->is_area ? 1.0 : 2 * DISC_RADIUS,
        .freedom = entry->is_area ? MIN (FREE_SHARE * entry->radius / metres_a_pixel, MAX_FREEDOM) : 0.0,
        .rank = entry->is_area ? 1.0 : 0.0, /* an area may give way to a dot, but not to a number */
      };
    }

  return labels;
}

static void
place_numbers (GArray                 *numbered,
               const LieuditMapExtent *extent)
{
  g_autofree LieuditLabel *labels = list_wanted_labels (numbered, extent);
  LieuditPixelBox view = { 0.0, 0.0, extent->width, extent->height };
  g_autofree LieuditLabelPlacement *placements = lieudit_place_labels (labels, numbered->len, NULL, 0, &view, FALSE);

  for (guint i = 0; i < numbered->len; i++)
    {
      LieuditWorksheetEntry *entry = &g_array_index (numbered, LieuditWorksheetEntry, i);

      /* Without room anywhere, the number stands on its own point. */
      entry->number_x = entry->x;
      entry->number_y = entry->y;
      if (placements[i].side == LIEUDIT_LABEL_SIDE_NONE)
        continue;
      if (entry->is_area)
        {
          entry->number_x = placements[i].x;
          entry->number_y = placements[i].y;
        }
      else
        {
          LieuditPixelBox box = lieudit_label_get_box (&labels[i], &placements[i]);

          entry->number_x = box.x + box.width / 2.0;
          entry->number_y = box.y + box.height / 2.0;
        }
    }
}

/*
 * lieudit_worksheet_entries_number:
 * @entries: (element-type LieuditWorksheetEntry): places
 * @extent: what the map shows
 *
 * Numbers the places that the map shows, the first being number 1.
 *
 * Returns: (transfer full) (element-type LieuditWorksheetEntry): those places, from north to south
 */
GArray *
lieudit_worksheet_entries_number (const GArray           *entries,
                                  const LieuditMapExtent *extent)
{
  GArray *numbered = lieudit_worksheet_entries_new ();

  for (guint i = 0; i < entries->len; i++)
    add_inside (numbered, &g_array_index (entries, LieuditWorksheetEntry, i), extent);
  g_array_sort (numbered, compare_positions);
  place_numbers (numbered, extent);

  return numbered;
}

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_dot (const LieuditWorksheetEntry *entry,
          const LieuditPictureMargin  *margin,
          cairo_t                     *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, entry->x, entry->y, DOT_RADIUS, 0.0, 2.0 * G_PI);
  set_colour (cr, &margin->colours->halo);
  cairo_set_line_width (cr, 2.0);
  cairo_stroke_preserve (cr);
  set_colour (cr, &margin->colours->mark);
  cairo_fill (cr);
}

static void
draw_number (const LieuditWorksheetEntry *entry,
             guint                        number,
             const LieuditPictureMargin  *margin,
             cairo_t                     *cr)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = lieudit_picture_create_layout (margin, text, NUMBER_SIZE, PANGO_WEIGHT_BOLD);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_new_path (cr);
  cairo_arc (cr, entry->number_x, entry->number_y, DISC_RADIUS, 0.0, 2.0 * G_PI);
  set_colour (cr, &margin->colours->paper);
  cairo_fill_preserve (cr);
  set_colour (cr, &margin->colours->ink);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
  lieudit_picture_show_layout (margin, layout, entry->number_x - width / 2.0, entry->number_y - height / 2.0, cr);
}

/*
 * lieudit_worksheet_entries_draw:
 * @numbered: (element-type LieuditWorksheetEntry): what lieudit_worksheet_entries_number() gave
 * @margin: how to set the numbers
 * @cr: where to draw; the origin is the map's corner
 *
 * Draws the numbers on the map.
 */
void
lieudit_worksheet_entries_draw (const GArray               *numbered,
                                const LieuditPictureMargin *margin,
                                cairo_t                    *cr)
{
  for (guint i = 0; i < numbered->len; i++)
    {
      const LieuditWorksheetEntry *entry = &g_array_index (numbered, LieuditWorksheetEntry, i);

      if (!entry->is_area)
        draw_dot (entry, margin, cr);
    }
  for (guint i = 0; i < numbered->len; i++)
    draw_number (&g_array_index (numbered, LieuditWorksheetEntry, i), i + 1, margin, cr);
}
