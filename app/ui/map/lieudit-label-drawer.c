/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To set a name and to draw it with its halo takes a millisecond, and a hundred come into view when a map changes its zoom level. */
#include "config.h"

#include "map/lieudit-label-drawer.h"

#include "map/lieudit-surface-texture.h"

#include <math.h>

/**
 * LieuditLabelDrawer:
 *
 * Chooses where the names of the base map go, and draws them, on a thread of their own.
 *
 * Each name is drawn once and kept as a texture. One view is drawn at a time; what is set meanwhile counts from the next one on.
 */
struct _LieuditLabelDrawer
{
  GObject parent_instance;

  /* Used by the thread that draws. */
  LieuditMapLabels *labels;
  PangoContext *context;
  GHashTable *names;      /* label index + 1 → GdkTexture */
  GHashTable *last_names; /* the same of the zoom level before, until those of this one are drawn */
  GHashTable *dots;       /* label kind + 1 → GdkTexture */
  guint generation;       /* of the labels that the textures show */
  int scale;
  gint64 drawing_end;     /* until when names are drawn for this view, in monotonic time */

  /* What was asked for. */
  LieuditMapStyle *style;
  char *language;
  gboolean shows_local;
  double names_scale;
  LieuditMapMarks *marks; /* NULL when the labels have them already */
  gboolean has_changed;   /* textures that were drawn before show other words, or other colours */
};

G_DEFINE_FINAL_TYPE (LieuditLabelDrawer, lieudit_label_drawer, G_TYPE_OBJECT)

/* How long names that are new may be set and drawn until those that there are by then are shown; in microseconds. */
#define SETTING_TIME 20000
#define DRAWING_TIME 20000

/* The space around a name or dot in its texture, in pixels. */
#define PADDING ((int) LIEUDIT_MAP_LABEL_HALO + 2)

typedef void (*DrawLabel) (LieuditMapLabels      *labels,
                           const LieuditMapLabel *label,
                           cairo_t               *cr);

typedef struct {
  LieuditLabelDrawer *drawer; /* unowned: the thread might let go of it last, and fonts are not to be freed there while the program ends */
  LieuditMapExtent view;
  int scale;
  GArray *obstacles; /* of LieuditPixelBox */
} View;

static void
view_free (gpointer data)
{
  View *view = data;

  g_array_unref (view->obstacles);
  g_free (view);
}

static void
clear_label (gpointer data)
{
  LieuditDrawnLabel *label = data;

  g_clear_object (&label->name);
  g_clear_object (&label->dot);
}

/**
 * lieudit_label_drawing_free:
 * @self: (transfer full): the names of a view
 *
 * Frees them.
 */
void
lieudit_label_drawing_free (LieuditLabelDrawing *self)
{
  g_array_unref (self->labels);
  g_free (self);
}

static GdkTexture *
draw_texture (LieuditLabelDrawer    *self,
              const LieuditMapLabel *label,
              DrawLabel              draw,
              double                 width,
              double                 height,
              double                 origin)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width * self->scale, (int) height * self->scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, origin, origin);
  draw (self->labels, label, cr);
  cairo_destroy (cr);

  return lieudit_surface_texture_new (surface);
}

/* Until there is time for it, a name is shown as it was drawn for the zoom level before, larger or smaller. */
static GdkTexture *
find_name (LieuditLabelDrawer    *self,
           const LieuditMapLabel *label,
           const LieuditPixelBox *area,
           gboolean              *is_complete)
{
  gpointer key = GUINT_TO_POINTER (label->index + 1);
  GdkTexture *name = g_hash_table_lookup (self->names, key);

  if (name != NULL)
    return name;
  if (g_get_monotonic_time () >= self->drawing_end)
    {
      *is_complete = FALSE;
      return g_hash_table_lookup (self->last_names, key);
    }
  name = draw_texture (self, label, lieudit_map_labels_draw_name, area->width, area->height, PADDING);
  g_hash_table_insert (self->names, key, name);

  return name;
}

static GdkTexture *
find_dot (LieuditLabelDrawer    *self,
          const LieuditMapLabel *label,
          const LieuditPixelBox *area)
{
  gpointer key = GUINT_TO_POINTER ((guint) label->kind + 1);
  GdkTexture *dot = g_hash_table_lookup (self->dots, key);

  if (dot != NULL || label->dot_radius <= 0.0)
    return dot;
  dot = draw_texture (self, label, lieudit_map_labels_draw_dot, area->width, area->height, -area->x);
  g_hash_table_insert (self->dots, key, dot);

  return dot;
}

static LieuditDrawnLabel
draw_label (LieuditLabelDrawer    *self,
            const LieuditMapLabel *label,
            gboolean              *is_complete)
{
  double radius = ceil (label->dot_radius) + PADDING;
  LieuditDrawnLabel drawn = {
    .x = label->dot_x,
    .y = label->dot_y,
    .name_area = { label->box.x - PADDING - label->dot_x, label->box.y - PADDING - label->dot_y,
                   ceil (label->box.width) + 2 * PADDING, ceil (label->box.height) + 2 * PADDING },
    .dot_area = { -radius, -radius, 2.0 * radius, 2.0 * radius },
  };

  g_set_object (&drawn.name, find_name (self, label, &drawn.name_area, is_complete));
  if (label->dot_radius > 0.0)
    g_set_object (&drawn.dot, find_dot (self, label, &drawn.dot_area));

  return drawn;
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

static void
forget_textures_if_outdated (LieuditLabelDrawer *self,
                             int                 scale)
{
  guint generation = lieudit_map_labels_get_generation (self->labels);

  if (self->generation == generation && self->scale == scale)
    return;

  self->generation = generation;
  self->scale = scale;
  g_clear_pointer (&self->last_names, g_hash_table_unref);
  self->last_names = g_steal_pointer (&self->names);
  self->names = create_table ();
  g_hash_table_remove_all (self->dots);
}

static LieuditLabelDrawing *
draw (LieuditLabelDrawer *self,
      const View         *view)
{
  LieuditLabelDrawing *drawing = g_new (LieuditLabelDrawing, 1);
  const LieuditMapLabel *labels;
  guint n_labels;

  labels = lieudit_map_labels_place (self->labels, self->context, &view->view, (const LieuditPixelBox *) view->obstacles->data,
                                     view->obstacles->len, &n_labels);
  forget_textures_if_outdated (self, view->scale);

  *drawing = (LieuditLabelDrawing) {
    .view = view->view,
    .scale = view->scale,
    .is_complete = lieudit_map_labels_is_complete (self->labels),
    .labels = g_array_sized_new (FALSE, FALSE, sizeof (LieuditDrawnLabel), n_labels),
  };
  g_array_set_clear_func (drawing->labels, clear_label);
  self->drawing_end = g_get_monotonic_time () + DRAWING_TIME;
  for (guint i = 0; i < n_labels; i++)
    {
      LieuditDrawnLabel drawn = draw_label (self, &labels[i], &drawing->is_complete);

      g_array_append_val (drawing->labels, drawn);
    }
  if (drawing->is_complete)
    g_hash_table_remove_all (self->last_names);

  return drawing;
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  View *view = task_data;

  g_task_return_pointer (task, draw (view->drawer, view), (GDestroyNotify) lieudit_label_drawing_free);
}

/* A context is for one thread at a time, and so is what fonts come from. */
static void
update_context (LieuditLabelDrawer *self,
                GtkWidget          *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  if (self->context == NULL)
    {
      g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();

      self->context = pango_font_map_create_context (fonts);
      /* Names are set at one size and drawn at others, in which whole pixels are none. */
      pango_context_set_round_glyph_positions (self->context, FALSE);
    }
  pango_context_set_font_description (self->context, pango_context_get_font_description (context));
  pango_context_set_language (self->context, pango_context_get_language (context));
  pango_context_set_base_dir (self->context, pango_context_get_base_dir (context));
  pango_cairo_context_set_resolution (self->context, pango_cairo_context_get_resolution (context));
  pango_cairo_context_set_font_options (self->context, pango_cairo_context_get_font_options (context));
}

static void
update_labels (LieuditLabelDrawer *self)
{
  lieudit_map_labels_set_style (self->labels, self->style);
  lieudit_map_labels_set_language (self->labels, self->language);
  lieudit_map_labels_set_shows_local (self->labels, self->shows_local);
  lieudit_map_labels_set_scale (self->labels, self->names_scale);
  if (self->marks != NULL)
    lieudit_map_labels_take_marks (self->labels, g_steal_pointer (&self->marks));
  if (self->has_changed)
    {
      g_hash_table_remove_all (self->names);
      g_hash_table_remove_all (self->last_names);
    }
  self->has_changed = FALSE;
}

static void
lieudit_label_drawer_finalize (GObject *object)
{
  LieuditLabelDrawer *self = LIEUDIT_LABEL_DRAWER (object);

  g_clear_object (&self->labels);
  g_clear_object (&self->context);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->last_names, g_hash_table_unref);
  g_clear_pointer (&self->dots, g_hash_table_unref);
  g_clear_object (&self->style);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->marks, lieudit_map_marks_free);

  G_OBJECT_CLASS (lieudit_label_drawer_parent_class)->finalize (object);
}

static void
lieudit_label_drawer_class_init (LieuditLabelDrawerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_label_drawer_finalize;
}

static void
lieudit_label_drawer_init (LieuditLabelDrawer *self)
{
  self->names = create_table ();
  self->last_names = create_table ();
  self->dots = create_table ();
  self->language = g_strdup ("en");
  self->names_scale = 1.0;
}

/**
 * lieudit_label_drawer_new:
 * @base_map: where the names are
 * @style: how to set them
 *
 * Creates what draws names, in English.
 *
 * Returns: (transfer full): a new drawer
 */
LieuditLabelDrawer *
lieudit_label_drawer_new (LieuditBaseMap  *base_map,
                          LieuditMapStyle *style)
{
  LieuditLabelDrawer *self = g_object_new (LIEUDIT_TYPE_LABEL_DRAWER, NULL);

  self->labels = lieudit_map_labels_new (base_map, style);
  lieudit_map_labels_set_most_time (self->labels, SETTING_TIME);
  self->style = g_object_ref (style);

  return self;
}

/**
 * lieudit_label_drawer_set_style:
 * @self: a drawer
 * @style: how to set names
 *
 * Changes the style.
 */
void
lieudit_label_drawer_set_style (LieuditLabelDrawer *self,
                                LieuditMapStyle    *style)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_DRAWER (self));
  g_return_if_fail (LIEUDIT_IS_MAP_STYLE (style));

  g_set_object (&self->style, style);
  self->has_changed = TRUE;
}

/**
 * lieudit_label_drawer_set_language:
 * @self: a drawer
 * @language: a language tag or locale name
 *
 * Changes the language of the names.
 */
void
lieudit_label_drawer_set_language (LieuditLabelDrawer *self,
                                   const char         *language)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_DRAWER (self));
  g_return_if_fail (language != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
  self->has_changed = TRUE;
}

/**
 * lieudit_label_drawer_set_shows_local:
 * @self: a drawer
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Changes whether the names are in two languages.
 */
void
lieudit_label_drawer_set_shows_local (LieuditLabelDrawer *self,
                                      gboolean            shows_local)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_DRAWER (self));

  self->shows_local = shows_local;
  self->has_changed = TRUE;
}

/**
 * lieudit_label_drawer_set_scale:
 * @self: a drawer
 * @scale: how much larger than usual names are
 *
 * Makes the names be read from afar.
 */
void
lieudit_label_drawer_set_scale (LieuditLabelDrawer *self,
                                double              scale)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_DRAWER (self));
  g_return_if_fail (scale > 0.0);

  self->names_scale = scale;
}

/**
 * lieudit_label_drawer_take_marks:
 * @self: a drawer
 * @marks: (transfer full): the places that another layer names
 *
 * Says which places need no name.
 */
void
lieudit_label_drawer_take_marks (LieuditLabelDrawer *self,
                                 LieuditMapMarks    *marks)
{
  g_return_if_fail (LIEUDIT_IS_LABEL_DRAWER (self));
  g_return_if_fail (marks != NULL);

  g_clear_pointer (&self->marks, lieudit_map_marks_free);
  self->marks = marks;
}

/**
 * lieudit_label_drawer_draw_async:
 * @self: a drawer that does not draw at the moment
 * @widget: where the names will be shown
 * @view: what is looked at
 * @obstacles: (element-type LieuditPixelBox): where no name may be, in pixels from the view's corner
 * @callback: called when it is done
 * @user_data: for @callback; has to keep @self until then
 *
 * Places and draws the names of a view.
 */
void
lieudit_label_drawer_draw_async (LieuditLabelDrawer     *self,
                                 GtkWidget              *widget,
                                 const LieuditMapExtent *view,
                                 GArray                 *obstacles,
                                 GAsyncReadyCallback     callback,
                                 gpointer                user_data)
{
  g_autoptr (GTask) task = NULL;
  View *asked;

  g_return_if_fail (LIEUDIT_IS_LABEL_DRAWER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (view != NULL && obstacles != NULL);

  update_context (self, widget);
  update_labels (self);
  asked = g_new (View, 1);
  *asked = (View) { self, *view, gtk_widget_get_scale_factor (widget), g_array_copy (obstacles) };
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, lieudit_label_drawer_draw_async);
  g_task_set_task_data (task, asked, view_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lieudit_label_drawer_draw_finish:
 * @self: a drawer
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends lieudit_label_drawer_draw_async().
 *
 * Returns: (transfer full): the names
 */
LieuditLabelDrawing *
lieudit_label_drawer_draw_finish (LieuditLabelDrawer  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
