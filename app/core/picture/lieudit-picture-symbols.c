/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of an article as symbols with names, on a picture of the map. */
#include "config.h"

#include "picture/lieudit-picture-symbols.h"

#include "geo/lieudit-mercator.h"
#include "picture/lieudit-place-area.h"

#include <glib/gi18n.h>
#include <math.h>

/* Names, in pixels: what is named often is written larger. */
#define SMALLEST_NAME 12.5
#define LARGEST_NAME 16.0
#define OFTEN 8.0 /* from so many mentions on, they do not grow any more */

typedef struct {
  LieuditPlaceShape shape;
  gboolean is_area;
  double x;
  double y;
  double radius;
  double freedom; /* how far it may be moved */
  double rank;
  PangoLayout *name;
  LieuditLabelSide side;
  LieuditPixelBox name_box;
  const LieuditBaseMapArea *area; /* drawn in place of a point that is nowhere in particular; NULL if there is none to draw */
} Symbol;

struct _LieuditPictureSymbols
{
  LieuditBaseMap *base_map; /* may be NULL */
  LieuditMapExtent extent;
  GArray *symbols; /* of Symbol, the least important first */
  GArray *taken;   /* of LieuditPixelBox */
  guint shapes;    /* bits by LieuditPlaceShape */
};

static void
clear_symbol (gpointer data)
{
  Symbol *symbol = data;

  g_clear_object (&symbol->name);
}

static void
set_colour (cairo_t                *cr,
            const LieuditMapColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static PangoLayout *
create_name (PangoContext      *context,
             LieuditFoundPlace *found_place,
             const Symbol      *symbol)
{
  double growth = MIN (1.0, log2 (lieudit_found_place_get_n_mentions (found_place)) / log2 (OFTEN));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoLayout *layout = pango_layout_new (context);
  const char *name = lieudit_found_place_get_name (found_place);
  g_autofree char *unsure_name = NULL;

  if (symbol->shape == LIEUDIT_PLACE_SHAPE_UNSURE)
    /* Translators: the map's label of a place that may be another one of the same name */
    name = unsure_name = g_strdup_printf (_("%s?"), name);

  pango_font_description_set_absolute_size (font, (SMALLEST_NAME + growth * (LARGEST_NAME - SMALLEST_NAME)) * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (symbol->shape == LIEUDIT_PLACE_SHAPE_NATURE || symbol->shape == LIEUDIT_PLACE_SHAPE_FIGURATIVE)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, name, -1);

  return layout;
}

/* A view that lies within an area would only be tinted. */
static const LieuditBaseMapArea *
find_area (LieuditPictureSymbols *self,
           LieuditFoundPlace     *found_place)
{
  const LieuditBaseMapArea *area = lieudit_place_area_find (self->base_map, found_place);

  return area != NULL && !lieudit_map_area_covers (area, &self->extent) ? area : NULL;
}

/* Places outside the view are left out; the world repeats, and the turn nearest to the view's middle is meant. */
static void
add_symbol (LieuditPictureSymbols  *self,
            LieuditFoundPlace      *found_place,
            PangoContext           *context,
            const LieuditMapExtent *extent)
{
  LieuditPlace *place = lieudit_found_place_get_place (found_place);
  double world = lieudit_mercator_get_world_size (extent->zoom);
  double middle = extent->left + extent->width / 2.0;
  double x = lieudit_mercator_longitude_to_x (lieudit_place_get_longitude (place), extent->zoom);
  double y = lieudit_mercator_latitude_to_y (lieudit_place_get_latitude (place), extent->zoom);
  Symbol symbol = { 0 };

  symbol.x = extent->width / 2.0 + remainder (x - middle, world);
  symbol.y = y - extent->top;
  if (!(symbol.x >= 0.0 && symbol.x <= extent->width && symbol.y >= 0.0 && symbol.y <= extent->height))
    return;

  symbol.shape = lieudit_place_shape_choose (found_place);
  symbol.is_area = lieudit_feature_is_area (lieudit_place_get_feature_code (place));
  symbol.radius = lieudit_place_shape_get_radius (symbol.shape, lieudit_found_place_get_n_mentions (found_place));
  symbol.freedom = lieudit_found_place_get_freedom (found_place, extent->zoom);
  symbol.area = find_area (self, found_place);
  symbol.rank = lieudit_found_place_get_rank (found_place);
  symbol.name = create_name (context, found_place, &symbol);
  g_array_append_val (self->symbols, symbol);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Symbol *first = a;
  const Symbol *second = b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

static LieuditLabel *
list_wanted_labels (LieuditPictureSymbols *self)
{
  LieuditLabel *labels = g_new0 (LieuditLabel, self->symbols->len);

  for (guint i = 0; i < self->symbols->len; i++)
    {
      Symbol *symbol = &g_array_index (self->symbols, Symbol, i);
      int width, height;

      pango_layout_get_pixel_size (symbol->name, &width, &height);
      labels[i] = (LieuditLabel) {
        .x = symbol->x,
        .y = symbol->y,
        .symbol_radius = symbol->radius + LIEUDIT_PLACE_SHAPE_GAP,
        .label_width = width,
        .label_height = height,
        .freedom = symbol->freedom,
        .rank = symbol->rank,
      };
    }

  return labels;
}

static void
take_room (LieuditPictureSymbols *self,
           Symbol                *symbol)
{
  double reach = symbol->radius + LIEUDIT_PLACE_SHAPE_GAP;
  LieuditPixelBox box = { symbol->x - reach, symbol->y - reach, 2 * reach, 2 * reach };

  g_array_append_val (self->taken, box);
  if (symbol->side != LIEUDIT_LABEL_SIDE_NONE)
    g_array_append_val (self->taken, symbol->name_box);
}

static void
place_names (LieuditPictureSymbols  *self,
             const LieuditMapExtent *extent,
             gboolean                right_to_left)
{
  g_autofree LieuditLabel *labels = list_wanted_labels (self);
  g_autofree LieuditLabelPlacement *placements = NULL;
  LieuditPixelBox view = { 0.0, 0.0, extent->width, extent->height };

  placements = lieudit_place_labels (labels, self->symbols->len, NULL, 0, &view, right_to_left);
  for (guint i = 0; i < self->symbols->len; i++)
    {
      Symbol *symbol = &g_array_index (self->symbols, Symbol, i);

      symbol->side = placements[i].side;
      if (symbol->side != LIEUDIT_LABEL_SIDE_NONE)
        {
          symbol->x = placements[i].x;
          symbol->y = placements[i].y;
          symbol->name_box = lieudit_label_get_box (&labels[i], &placements[i]);
        }
      take_room (self, symbol);
      self->shapes |= 1u << symbol->shape;
    }
}

/**
 * lieudit_picture_symbols_new:
 * @analysis: (nullable): what was found in an article
 * @base_map: (nullable): where the outlines of areas come from
 * @context: where the names' font comes from
 * @extent: what the picture shows
 *
 * Makes symbols of the places that lie in a picture, and finds room for their names.
 *
 * Returns: (transfer full): the symbols
 */
LieuditPictureSymbols *
lieudit_picture_symbols_new (LieuditAnalysis        *analysis,
                             LieuditBaseMap         *base_map,
                             PangoContext           *context,
                             const LieuditMapExtent *extent)
{
  LieuditPictureSymbols *self = g_new0 (LieuditPictureSymbols, 1);
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;

  g_set_object (&self->base_map, base_map);
  self->extent = *extent;
  self->symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  self->taken = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  g_array_set_clear_func (self->symbols, clear_symbol);

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) place = g_list_model_get_item (places, i);

      add_symbol (self, place, context, extent);
    }
  g_array_sort (self->symbols, compare_ranks);
  place_names (self, extent, analysis != NULL && lieudit_analysis_get_language (analysis) == LIEUDIT_LANGUAGE_ARABIC);

  return self;
}

/**
 * lieudit_picture_symbols_free:
 * @self: symbols
 *
 * Frees symbols.
 */
void
lieudit_picture_symbols_free (LieuditPictureSymbols *self)
{
  g_clear_object (&self->base_map);
  g_array_unref (self->symbols);
  g_array_unref (self->taken);
  g_free (self);
}

/**
 * lieudit_picture_symbols_get_taken:
 * @self: symbols
 *
 * Gets the room that symbols and names take, where the map must not name anything else.
 *
 * Returns: (transfer none) (element-type LieuditPixelBox): boxes, in pixels from the extent's corner
 */
GArray *
lieudit_picture_symbols_get_taken (LieuditPictureSymbols *self)
{
  return self->taken;
}

/**
 * lieudit_picture_symbols_have:
 * @self: symbols
 * @shape: a shape
 *
 * Tells what a legend must explain.
 *
 * Returns: whether any symbol has that shape
 */
gboolean
lieudit_picture_symbols_have (LieuditPictureSymbols *self,
                              LieuditPlaceShape    shape)
{
  return (self->shapes & 1u << shape) != 0;
}

static void
draw_name (const Symbol                   *symbol,
           const LieuditMapPictureColours *colours,
           cairo_t                        *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, symbol->name_box.x, symbol->name_box.y);
  pango_cairo_update_layout (cr, symbol->name);
  pango_cairo_layout_path (cr, symbol->name);
  set_colour (cr, &colours->halo);
  cairo_set_line_width (cr, 2.0 * LIEUDIT_MAP_LABEL_HALO);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);

  cairo_move_to (cr, symbol->name_box.x, symbol->name_box.y);
  set_colour (cr, symbol->is_area ? &colours->area_mark : &colours->ink);
  pango_cairo_show_layout (cr, symbol->name);
  cairo_restore (cr);
}

/**
 * lieudit_picture_symbols_draw_areas:
 * @self: symbols
 * @colours: in which colours
 * @cr: where to draw; the origin is the extent's corner
 *
 * Tints the countries and first-level areas that the article names, which a point would place where they are not.
 */
void
lieudit_picture_symbols_draw_areas (LieuditPictureSymbols          *self,
                                    const LieuditMapPictureColours *colours,
                                    cairo_t                        *cr)
{
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (self->symbols, Symbol, i);

      if (symbol->area != NULL)
        lieudit_place_area_draw (self->base_map, symbol->area, &self->extent, &colours->area_mark, cr);
    }
}

/**
 * lieudit_picture_symbols_draw:
 * @self: symbols
 * @colours: in which colours
 * @cr: where to draw; the origin is the extent's corner
 *
 * Draws the symbols and their names, the most important on top.
 */
void
lieudit_picture_symbols_draw (LieuditPictureSymbols          *self,
                              const LieuditMapPictureColours *colours,
                              cairo_t                        *cr)
{
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (self->symbols, Symbol, i);

      if (symbol->side != LIEUDIT_LABEL_SIDE_NONE)
        draw_name (symbol, colours, cr);
    }

  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Symbol *symbol = &g_array_index (self->symbols, Symbol, i);

      /* The name of an area stands for itself, if it has found room. */
      if (symbol->area != NULL && symbol->side != LIEUDIT_LABEL_SIDE_NONE)
        continue;

      cairo_save (cr);
      cairo_translate (cr, symbol->x, symbol->y);
      lieudit_place_shape_draw (symbol->shape, symbol->radius, lieudit_place_shape_get_colour (symbol->shape, colours), &colours->halo, cr);
      cairo_restore (cr);
    }
}
