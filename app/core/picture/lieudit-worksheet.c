/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-worksheet-private.h"

#include "geo/lieudit-mercator.h"
#include "picture/lieudit-map-ground.h"
#include "picture/lieudit-map-picture-private.h"
#include "picture/lieudit-place-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* In pixels of 96 to the inch. */
#define EDGE 12.0
#define PUPIL_HEIGHT 30.0
#define PUPIL_SIZE 12.5
#define SCALE_HEIGHT 24.0
#define SCALE_SIZE 11.0
#define LIST_GAP 6.0

/* How much of the first page the list may take; the rest goes on further pages. */
#define MOST_LIST 0.42

#define METRES_A_PIXEL (0.0254 / 96.0)

/* How much finer than a screen lines on paper are. */
#define PRINT_SCALE 3.0

/**
 * LieuditWorksheet:
 *
 * A map for a class to work with, on one page or, if its list is long, on several.
 */
struct _LieuditWorksheet
{
  GObject parent_instance;

  LieuditMapPicture *picture;
  LieuditWorksheetSheet sheet;
  double width;  /* of the paper, in pixels */
  double height;
  GArray *entries; /* of LieuditWorksheetEntry, as they were added */

  /* What follows from all that, once it is asked for. */
  GArray *numbered; /* of LieuditWorksheetEntry, from 1 on; NULL before */
  GArray *pages;    /* of guint: how many of them each page lists */
  LieuditMapExtent extent;
  double scale;
  double map_top;
};

G_DEFINE_FINAL_TYPE (LieuditWorksheet, lieudit_worksheet, G_TYPE_OBJECT)

static void
forget_layout (LieuditWorksheet *self)
{
  g_clear_pointer (&self->numbered, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
}

static void
lieudit_worksheet_finalize (GObject *object)
{
  LieuditWorksheet *self = LIEUDIT_WORKSHEET (object);

  forget_layout (self);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (lieudit_worksheet_parent_class)->finalize (object);
}

static void
lieudit_worksheet_class_init (LieuditWorksheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_worksheet_finalize;
}

static void
lieudit_worksheet_init (LieuditWorksheet *self)
{
  self->entries = lieudit_worksheet_entries_new ();
}

/**
 * lieudit_worksheet_new:
 * @picture: what the map shows, how and in which language; it is the worksheet's from now on
 * @sheet: what it is for
 *
 * Makes a worksheet on upright A4. It is not thread-safe, but needs no display.
 *
 * Returns: (transfer full): the worksheet
 */
LieuditWorksheet *
lieudit_worksheet_new (LieuditMapPicture     *picture,
                       LieuditWorksheetSheet  sheet)
{
  LieuditWorksheet *self;

  g_return_val_if_fail (LIEUDIT_IS_MAP_PICTURE (picture), NULL);
  g_return_val_if_fail (sheet < LIEUDIT_WORKSHEET_N_SHEETS, NULL);

  self = g_object_new (LIEUDIT_TYPE_WORKSHEET, NULL);
  self->picture = g_object_ref (picture);
  self->sheet = sheet;
  lieudit_worksheet_set_paper (self, LIEUDIT_PAPER_A4, FALSE);
  lieudit_map_picture_set_bare (picture, TRUE);

  return self;
}

/**
 * lieudit_worksheet_set_size:
 * @self: a worksheet
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Changes the paper to one that is not among #LieuditPaper.
 */
void
lieudit_worksheet_set_size (LieuditWorksheet *self,
                            double            width,
                            double            height)
{
  g_return_if_fail (LIEUDIT_IS_WORKSHEET (self));
  g_return_if_fail (width > 0.0 && height > 0.0);

  self->width = MAX (width / LIEUDIT_WORKSHEET_POINTS_A_PIXEL, 3.0 * LIEUDIT_MAP_PICTURE_SMALLEST);
  self->height = MAX (height / LIEUDIT_WORKSHEET_POINTS_A_PIXEL, 3.0 * LIEUDIT_MAP_PICTURE_SMALLEST);
  forget_layout (self);
}

/**
 * lieudit_worksheet_set_paper:
 * @self: a worksheet
 * @paper: what it is printed on
 * @is_landscape: whether the paper lies on its longer side
 *
 * Changes the paper.
 */
void
lieudit_worksheet_set_paper (LieuditWorksheet *self,
                             LieuditPaper      paper,
                             gboolean          is_landscape)
{
  double width, height;

  g_return_if_fail (paper < LIEUDIT_N_PAPERS);

  lieudit_paper_get_size (paper, &width, &height);
  lieudit_worksheet_set_size (self, is_landscape ? height : width, is_landscape ? width : height);
}

/**
 * lieudit_worksheet_add_place:
 * @self: a worksheet
 * @place: a place
 *
 * Gives a place a number, if it lies on the map.
 */
void
lieudit_worksheet_add_place (LieuditWorksheet            *self,
                             const LieuditWorksheetPlace *place)
{
  LieuditWorksheetEntry entry = { 0 };

  g_return_if_fail (LIEUDIT_IS_WORKSHEET (self));
  g_return_if_fail (place != NULL && place->name != NULL);

  entry.name = g_strdup (place->name);
  entry.hint = g_strdup (place->hint);
  entry.latitude = place->latitude;
  entry.longitude = place->longitude;
  entry.radius = place->radius;
  entry.is_area = place->is_area;
  g_array_append_val (self->entries, entry);
  forget_layout (self);
}

static gboolean
needs_hint (LieuditPlace *place)
{
  LieuditFeatureClass feature_class = lieudit_place_get_feature_class (place);

  return feature_class != LIEUDIT_FEATURE_TOWN && feature_class != LIEUDIT_FEATURE_CAPITAL;
}

/**
 * lieudit_worksheet_add_analysis:
 * @self: a worksheet
 * @analysis: what was found in an article
 *
 * Gives the places of an article numbers, but those that may be others of the same name: what cannot be known is not asked.
 */
void
lieudit_worksheet_add_analysis (LieuditWorksheet *self,
                                LieuditAnalysis  *analysis)
{
  GListModel *places;
  LieuditLanguage language;

  g_return_if_fail (LIEUDIT_IS_WORKSHEET (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));

  places = lieudit_analysis_get_places (analysis);
  language = lieudit_language_from_tag (lieudit_map_picture_get_language (self->picture));
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) found_place = g_list_model_get_item (places, i);
      LieuditPlace *place = lieudit_found_place_get_place (found_place);
      g_autofree char *hint = needs_hint (place) ? lieudit_feature_dup_title (lieudit_place_get_feature_code (place)) : NULL;
      LieuditWorksheetPlace numbered = {
        lieudit_place_get_name (place, language), hint, lieudit_place_get_latitude (place), lieudit_place_get_longitude (place),
        lieudit_place_get_uncertainty_km (place) * 1000.0, lieudit_feature_is_area (lieudit_place_get_feature_code (place)),
      };

      if (lieudit_place_shape_choose (found_place) != LIEUDIT_PLACE_SHAPE_UNSURE)
        lieudit_worksheet_add_place (self, &numbered);
    }
}

/* The next number that is easily reckoned with: 150 000, not 137 482. */
static double
round_up (double scale)
{
  static const double steps[] = { 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 10.0 };
  double power = pow (10.0, floor (log10 (scale)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * power >= scale * (1.0 - 1e-9))
        return steps[i] * power;
    }

  return 10.0 * power;
}

/* What the picture is framed on, in a scale that is a round number at the map's middle. */
static void
choose_extent (LieuditWorksheet *self,
               double            width,
               double            height)
{
  LieuditMapExtent *extent = &self->extent;
  double latitude, longitude, exact;

  lieudit_map_picture_frame (self->picture, width, height, extent);
  latitude = lieudit_mercator_y_to_latitude (extent->top + height / 2.0, extent->zoom);
  longitude = lieudit_mercator_x_to_longitude (extent->left + width / 2.0, extent->zoom);
  exact = lieudit_mercator_get_metres_per_pixel (latitude, extent->zoom) / METRES_A_PIXEL;
  self->scale = round_up (exact);
  extent->zoom += log2 (exact / self->scale);
  extent->left = lieudit_mercator_longitude_to_x (longitude, extent->zoom) - width / 2.0;
  extent->top = lieudit_mercator_latitude_to_y (latitude, extent->zoom) - height / 2.0;
}

static gboolean
has_list (LieuditWorksheet *self)
{
  return self->sheet == LIEUDIT_WORKSHEET_NUMBERED || self->sheet == LIEUDIT_WORKSHEET_ANSWERS;
}

/* The answers leave the same room, so that both sheets can be laid one on the other. */
static gboolean
has_room_for_pupil (LieuditWorksheet *self)
{
  return self->sheet != LIEUDIT_WORKSHEET_LABELLED;
}

static gboolean
has_pupil (LieuditWorksheet *self)
{
  return has_room_for_pupil (self) && self->sheet != LIEUDIT_WORKSHEET_ANSWERS;
}

static LieuditPictureMargin
get_margin (LieuditWorksheet *self,
            PangoContext     *context)
{
  LieuditMapStyle *style = lieudit_map_picture_get_style (self->picture);

  return (LieuditPictureMargin) { context, lieudit_map_style_get_picture (style), self->width - 2 * LIEUDIT_WORKSHEET_MARGIN };
}

static LieuditWorksheetList
get_list (LieuditWorksheet           *self,
          const LieuditPictureMargin *margin)
{
  const char *language = lieudit_map_picture_get_language (self->picture);

  return (LieuditWorksheetList) { margin, self->numbered, self->sheet == LIEUDIT_WORKSHEET_ANSWERS, g_strcmp0 (language, "ar") == 0 };
}

static double
draw_sources (LieuditWorksheet           *self,
              const LieuditPictureMargin *margin,
              cairo_t                    *cr)
{
  g_autofree char *sources = lieudit_picture_describe_sources (lieudit_map_picture_get_base_map (self->picture));

  return lieudit_picture_draw_sources (margin, sources, cr);
}

/*
 * lieudit_worksheet_dup_title:
 * @self: a worksheet
 *
 * Returns: (transfer full) (nullable): what stands at its top
 */
char *
lieudit_worksheet_dup_title (LieuditWorksheet *self)
{
  const char *title = lieudit_map_picture_get_title (self->picture);

  if (self->sheet != LIEUDIT_WORKSHEET_ANSWERS)
    return g_strdup (title);
  if (title == NULL)
    return g_strdup (_("Answers"));

  /* Translators: the title of the sheet of answers; %s is what the sheet is about */
  return g_strdup_printf (_("%s – Answers"), title);
}

/* How much is listed on each page. A page without a map holds more. */
static void
break_pages (LieuditWorksheet           *self,
             const LieuditWorksheetList *list,
             guint                       n_first,
             double                      page_height)
{
  guint n_listed = has_list (self) ? MIN (n_first, self->numbered->len) : 0;
  guint n_fitting = MAX (1, lieudit_worksheet_list_count_fitting (list, page_height));

  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->pages, n_listed);
  for (guint n_left = has_list (self) ? self->numbered->len - n_listed : 0; n_left > 0; n_left -= n_listed)
    {
      n_listed = MIN (n_left, n_fitting);
      g_array_append_val (self->pages, n_listed);
    }
}

/* How many numbers there are depends on the map's height, which depends on how many there are: the map only becomes smaller. */
static void
lay_out (LieuditWorksheet *self,
         cairo_t          *cr)
{
  PangoContext *context;
  g_autofree char *title = lieudit_worksheet_dup_title (self);
  LieuditPictureMargin margin;
  LieuditWorksheetList list;
  double room, list_room, bottom;
  guint n_first;

  if (self->pages != NULL)
    return;

  context = lieudit_picture_create_context (cr);
  margin = get_margin (self, context);
  bottom = draw_sources (self, &margin, NULL) + SCALE_HEIGHT;
  self->map_top = title != NULL ? lieudit_picture_draw_title (&margin, title, NULL) : EDGE;
  if (has_room_for_pupil (self))
    self->map_top += PUPIL_HEIGHT;
  room = self->height - 2 * LIEUDIT_WORKSHEET_MARGIN - self->map_top - bottom;
  list_room = has_list (self) ? floor (room * MOST_LIST) : 0.0;

  choose_extent (self, margin.width - 2 * EDGE, room - list_room);
  self->numbered = lieudit_worksheet_entries_number (self->entries, &self->extent);
  list = get_list (self, &margin);
  n_first = MIN (lieudit_worksheet_list_count_fitting (&list, list_room - LIST_GAP), self->numbered->len);
  if (has_list (self))
    {
      list_room = lieudit_worksheet_list_get_height (&list, n_first) + LIST_GAP;
      choose_extent (self, margin.width - 2 * EDGE, room - list_room);
      g_array_unref (self->numbered);
      self->numbered = lieudit_worksheet_entries_number (self->entries, &self->extent);
      list = get_list (self, &margin);
    }
  break_pages (self, &list, n_first, self->height - 2 * LIEUDIT_WORKSHEET_MARGIN - self->map_top - bottom);
  g_object_unref (context);
}

static void
ensure_layout (LieuditWorksheet *self)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  lay_out (self, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/**
 * lieudit_worksheet_get_n_pages:
 * @self: a worksheet
 *
 * Returns: how many pages it has
 */
guint
lieudit_worksheet_get_n_pages (LieuditWorksheet *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET (self), 0);

  ensure_layout (self);

  return self->pages->len;
}

/**
 * lieudit_worksheet_get_n_numbers:
 * @self: a worksheet
 *
 * Returns: how many of its places lie on the map, and have a number there
 */
guint
lieudit_worksheet_get_n_numbers (LieuditWorksheet *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET (self), 0);

  ensure_layout (self);

  return self->numbered->len;
}

/**
 * lieudit_worksheet_get_scale:
 * @self: a worksheet
 *
 * Returns: how many metres a metre on paper is, at the middle of the map
 */
double
lieudit_worksheet_get_scale (LieuditWorksheet *self)
{
  g_return_val_if_fail (LIEUDIT_IS_WORKSHEET (self), 0.0);

  ensure_layout (self);

  return self->scale;
}

/**
 * lieudit_worksheet_get_size:
 * @self: a worksheet
 * @width: (out): of its paper, in points
 * @height: (out): of its paper, in points
 *
 * Tells how large its pages are.
 */
void
lieudit_worksheet_get_size (LieuditWorksheet *self,
                            double           *width,
                            double           *height)
{
  g_return_if_fail (LIEUDIT_IS_WORKSHEET (self));

  *width = self->width * LIEUDIT_WORKSHEET_POINTS_A_PIXEL;
  *height = self->height * LIEUDIT_WORKSHEET_POINTS_A_PIXEL;
}

static void
draw_line_of_text (const LieuditPictureMargin *margin,
                   const char                 *text,
                   double                      size,
                   double                      y,
                   cairo_t                    *cr)
{
  g_autoptr (PangoLayout) layout = lieudit_picture_create_layout (margin, text, size, PANGO_WEIGHT_NORMAL);

  pango_layout_set_width (layout, (int) ((margin->width - 2 * EDGE) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  lieudit_picture_show_layout (margin, layout, EDGE, y, cr);
}

static void
draw_map (LieuditWorksheet           *self,
          const LieuditPictureMargin *margin,
          cairo_t                    *cr)
{
  const LieuditMapExtent *extent = &self->extent;

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, extent->width, extent->height);
  cairo_clip (cr);
  if (self->sheet == LIEUDIT_WORKSHEET_LABELLED)
    {
      double latitude = lieudit_mercator_y_to_latitude (extent->top + extent->height / 2.0, extent->zoom);
      double longitude = lieudit_mercator_x_to_longitude (extent->left + extent->width / 2.0, extent->zoom);

      lieudit_map_picture_set_size (self->picture, (guint) ceil (extent->width), (guint) ceil (extent->height));
      lieudit_map_picture_set_view (self->picture, latitude, longitude, extent->zoom);
      self->picture->kept_clear = lieudit_picture_measure_scale (margin, extent);
      lieudit_map_picture_draw (self->picture, cr, PRINT_SCALE);
    }
  else
    {
      lieudit_map_ground_draw (lieudit_map_picture_get_base_map (self->picture), lieudit_map_picture_get_style (self->picture), extent,
                               PRINT_SCALE, cr);
      lieudit_map_picture_draw_drawings (self->picture, margin->context, extent, cr);
    }
  if (has_list (self))
    lieudit_worksheet_entries_draw (self->numbered, margin, cr);
  lieudit_picture_draw_scale (margin, extent, cr);
  cairo_restore (cr);
  lieudit_picture_draw_frame (margin, extent, cr);
}

/* The header and the map; the origin ends up below them. */
static void
draw_first_page (LieuditWorksheet           *self,
                 const LieuditPictureMargin *margin,
                 cairo_t                    *cr)
{
  g_autofree char *number = g_strdup_printf ("%'.0f", self->scale);
  /* Translators: a map's scale, such as 1 : 2,500,000 */
  g_autofree char *scale = g_strdup_printf (_("Scale 1 : %s in the middle of the map"), number);

  if (has_pupil (self))
    /* Translators: a line at the top of a sheet that pupils fill in */
    draw_line_of_text (margin, _("Name: ______________________   Class: __________   Date: ______________"), PUPIL_SIZE,
                       self->map_top - PUPIL_HEIGHT + 2.0, cr);
  cairo_save (cr);
  cairo_translate (cr, EDGE, self->map_top);
  draw_map (self, margin, cr);
  cairo_restore (cr);
  cairo_translate (cr, 0.0, self->map_top + self->extent.height);
  draw_line_of_text (margin, scale, SCALE_SIZE, 4.0, cr);
  cairo_translate (cr, 0.0, SCALE_HEIGHT);
}

/**
 * lieudit_worksheet_draw_page:
 * @self: a worksheet
 * @page: which page, from 0
 * @cr: where to draw; a unit is a point of 72 to the inch, and the origin the paper's corner
 *
 * Draws a page.
 */
void
lieudit_worksheet_draw_page (LieuditWorksheet *self,
                             guint             page,
                             cairo_t          *cr)
{
  PangoContext *context;
  g_autofree char *title = NULL;
  LieuditPictureMargin margin;
  LieuditWorksheetList list;
  guint first = 0;

  g_return_if_fail (LIEUDIT_IS_WORKSHEET (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < lieudit_worksheet_get_n_pages (self));

  for (guint i = 0; i < page; i++)
    first += g_array_index (self->pages, guint, i);
  cairo_save (cr);
  cairo_scale (cr, LIEUDIT_WORKSHEET_POINTS_A_PIXEL, LIEUDIT_WORKSHEET_POINTS_A_PIXEL);
  context = lieudit_picture_create_context (cr);
  margin = get_margin (self, context);
  list = get_list (self, &margin);
  title = lieudit_worksheet_dup_title (self);

  cairo_translate (cr, LIEUDIT_WORKSHEET_MARGIN, LIEUDIT_WORKSHEET_MARGIN);
  cairo_save (cr);
  if (title != NULL)
    lieudit_picture_draw_title (&margin, title, cr);
  if (page == 0)
    draw_first_page (self, &margin, cr);
  else
    cairo_translate (cr, 0.0, self->map_top);
  cairo_translate (cr, 0.0, LIST_GAP);
  lieudit_worksheet_list_draw (&list, first, g_array_index (self->pages, guint, page), cr);
  cairo_restore (cr);

  cairo_translate (cr, 0.0, self->height - 2 * LIEUDIT_WORKSHEET_MARGIN - draw_sources (self, &margin, NULL));
  draw_sources (self, &margin, cr);
  cairo_restore (cr);
  g_object_unref (context);
}
