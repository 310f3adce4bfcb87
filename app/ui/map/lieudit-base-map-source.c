/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-base-map-source.h"

#include "geo/lieudit-mercator.h"
#include "lieudit-data-directory.h"
#include "map/lieudit-tile-renderer.h"
#include "map/lieudit-tile-paintable.h"

#define MIN_ZOOM 2
#define MAX_ZOOM 16

/* A reader with two cores keeps one of them for the window most of the time. */
#define MOST_THREADS 2

#define N_PALETTES 4

static const struct {
  const char *name;
  const char *source_id;
} palettes[N_PALETTES] = {
  { "light", "lieudit-light" },
  { "dark", "lieudit-dark" },
  { "high-contrast", "lieudit-high-contrast" },
  { "high-contrast-dark", "lieudit-high-contrast-dark" },
};

/**
 * LieuditBaseMapSource:
 *
 * The offline base map as a source of tiles, drawn on worker threads, light or dark, and with high contrast where the person asks for it.
 *
 * Without a usable base map it still gives tiles, of sea alone, and says why with lieudit_base_map_source_get_error().
 */
struct _LieuditBaseMapSource
{
  ShumateMapSource parent_instance;

  LieuditBaseMap *base_map;       /* NULL when there is none to use */
  LieuditMapStyle *styles[N_PALETTES]; /* NULL when the style has errors */
  LieuditTileRenderer *renderers[N_PALETTES];
  gboolean dark;
  gboolean high_contrast;
  guint palette; /* what these two ask for, of palettes */
  char *attribution;
  GError *error;

  GThreadPool *threads;
  guint n_jobs;
};

enum {
  PROP_0,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  PROP_STYLE,
  PROP_ATTRIBUTION,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LieuditBaseMapSource, lieudit_base_map_source, SHUMATE_TYPE_MAP_SOURCE)

/* One tile to draw; what the worker thread needs of it is copied here. */
typedef struct {
  ShumateTile *tile;
  LieuditTileRenderer *renderer; /* NULL draws a plain tile */
  gboolean dark;
  guint zoom;
  guint x;
  guint y;
  guint number;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->tile);
  g_clear_object (&job->renderer);
  g_free (job);
}

/* The task may hold the last reference to the source and its tile, which must go on the main thread. */
static void
release_task (GTask *task)
{
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, task);
}

/* Runs on a worker thread. */
static void
draw_tile (gpointer data,
           gpointer user_data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  GdkPaintable *paintable;

  if (g_task_return_error_if_cancelled (task))
    {
      release_task (task);
      return;
    }

  if (job->renderer != NULL)
    paintable = lieudit_tile_paintable_new (job->renderer, job->zoom, job->x, job->y);
  else
    paintable = lieudit_tile_paintable_new_plain (job->dark);

  g_task_return_pointer (task, paintable, g_object_unref);
  release_task (task);
}

/* What was asked for last is what the reader looks at now. */
static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Job *job_a = g_task_get_task_data ((GTask *) a);
  const Job *job_b = g_task_get_task_data ((GTask *) b);

  return job_a->number > job_b->number ? -1 : job_a->number < job_b->number;
}

static void
on_tile_drawn (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) paintable = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (paintable != NULL)
    {
      shumate_tile_set_paintable (job->tile, paintable);
      shumate_tile_set_fade_in (job->tile, FALSE);
    }

  /* A tile that was cancelled is done as well: until it is, libshumate keeps those that it was to replace. */
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);

  if (paintable != NULL)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

static void
start_job (LieuditBaseMapSource *self,
           ShumateTile          *tile,
           GCancellable         *cancellable,
           GTask                *outer)
{
  GTask *task = g_task_new (self, cancellable, on_tile_drawn, outer);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, start_job);
  job->tile = g_object_ref (tile);
  job->dark = self->dark;
  g_set_object (&job->renderer, self->renderers[self->palette]);
  job->zoom = shumate_tile_get_zoom_level (tile);
  job->x = shumate_tile_get_x (tile);
  job->y = shumate_tile_get_y (tile);
  job->number = self->n_jobs++;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  g_thread_pool_push (self->threads, task, NULL);
}

static void
lieudit_base_map_source_fill_tile_async (ShumateMapSource    *source,
                                         ShumateTile         *tile,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  LieuditBaseMapSource *self = LIEUDIT_BASE_MAP_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lieudit_base_map_source_fill_tile_async);
  start_job (self, tile, cancellable, task);
}

static gboolean
lieudit_base_map_source_fill_tile_finish (ShumateMapSource  *source,
                                          GAsyncResult      *result,
                                          GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load_styles (LieuditBaseMapSource *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; error == NULL && i < G_N_ELEMENTS (palettes); i++)
    {
      self->styles[i] = lieudit_map_style_open (palettes[i].name, &error);
      if (self->styles[i] != NULL)
        self->renderers[i] = lieudit_tile_renderer_new (self->base_map, self->styles[i]);
    }

  if (error != NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
}

static void
update_palette (LieuditBaseMapSource *self)
{
  self->palette = (self->high_contrast ? 2 : 0) + (self->dark ? 1 : 0);

  /* libshumate keeps tiles by the source's id: palettes must not share them. */
  shumate_map_source_set_id (SHUMATE_MAP_SOURCE (self), palettes[self->palette].source_id);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

static void
lieudit_base_map_source_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  LieuditBaseMapSource *self = LIEUDIT_BASE_MAP_SOURCE (object);

  switch (property_id)
    {
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    case PROP_STYLE:
      g_value_set_object (value, self->styles[self->palette]);
      break;
    case PROP_ATTRIBUTION:
      g_value_set_string (value, self->attribution);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_base_map_source_set_property (GObject      *object,
                                      guint         property_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_DARK:
      lieudit_base_map_source_set_dark (LIEUDIT_BASE_MAP_SOURCE (object), g_value_get_boolean (value));
      break;
    case PROP_HIGH_CONTRAST:
      lieudit_base_map_source_set_high_contrast (LIEUDIT_BASE_MAP_SOURCE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_base_map_source_finalize (GObject *object)
{
  LieuditBaseMapSource *self = LIEUDIT_BASE_MAP_SOURCE (object);

  /* Every job holds a reference to the source: none is left. */
  g_thread_pool_free (self->threads, FALSE, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (self->styles); i++)
    {
      g_clear_object (&self->renderers[i]);
      g_clear_object (&self->styles[i]);
    }
  g_clear_object (&self->base_map);
  g_clear_pointer (&self->attribution, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (lieudit_base_map_source_parent_class)->finalize (object);
}

static void
lieudit_base_map_source_class_init (LieuditBaseMapSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->get_property = lieudit_base_map_source_get_property;
  object_class->set_property = lieudit_base_map_source_set_property;
  object_class->finalize = lieudit_base_map_source_finalize;

  source_class->fill_tile_async = lieudit_base_map_source_fill_tile_async;
  source_class->fill_tile_finish = lieudit_base_map_source_fill_tile_finish;

  /**
   * LieuditBaseMapSource:dark:
   *
   * Whether the map is drawn for a dark window.
   */
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditBaseMapSource:high-contrast:
   *
   * Whether the map is drawn for those who see little contrast.
   */
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditBaseMapSource:style:
   *
   * How the map is drawn, which changes with the two properties above.
   */
  properties[PROP_STYLE] = g_param_spec_object ("style", NULL, NULL, LIEUDIT_TYPE_MAP_STYLE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditBaseMapSource:attribution:
   *
   * Where the map's data comes from and under which licences.
   */
  properties[PROP_ATTRIBUTION] = g_param_spec_string ("attribution", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
lieudit_base_map_source_init (LieuditBaseMapSource *self)
{
  self->threads = g_thread_pool_new (draw_tile, NULL, MOST_THREADS, FALSE, NULL);
  g_thread_pool_set_sort_function (self->threads, compare_jobs, NULL);
}

/**
 * lieudit_base_map_source_new:
 * @path: (type filename) (nullable): a compiled base map, or %NULL for the one that is installed
 *
 * Creates a source of tiles. Always succeeds; see lieudit_base_map_source_get_error().
 *
 * Returns: (transfer full): the source
 */
LieuditBaseMapSource *
lieudit_base_map_source_new (const char *path)
{
  LieuditBaseMapSource *self = g_object_new (LIEUDIT_TYPE_BASE_MAP_SOURCE,
                                             "id", "lieudit-light",
                                             "name", "Lieudit",
                                             "min-zoom-level", MIN_ZOOM,
                                             "max-zoom-level", MAX_ZOOM,
                                             "tile-size", LIEUDIT_MERCATOR_TILE_SIZE,
                                             "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                                             NULL);
  g_autofree char *installed = path == NULL ? lieudit_build_data_path ("basemap/basemap.bin") : NULL;

  self->base_map = lieudit_base_map_open (path != NULL ? path : installed, &self->error);
  if (self->base_map != NULL)
    self->attribution = lieudit_base_map_get_attribution (self->base_map);

  shumate_map_source_set_license (SHUMATE_MAP_SOURCE (self), self->attribution);
  load_styles (self);

  return self;
}

/**
 * lieudit_base_map_source_get_dark:
 * @self: a base-map source
 *
 * Gets whether the map is drawn for a dark window.
 *
 * Returns: whether it is dark
 */
gboolean
lieudit_base_map_source_get_dark (LieuditBaseMapSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self), FALSE);

  return self->dark;
}

/**
 * lieudit_base_map_source_set_dark:
 * @self: a base-map source
 * @dark: whether to draw for a dark window
 *
 * Switches the palette of the tiles that are asked for from now on.
 */
void
lieudit_base_map_source_set_dark (LieuditBaseMapSource *self,
                                  gboolean              dark)
{
  g_return_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self));

  dark = !!dark;
  if (self->dark == dark)
    return;

  self->dark = dark;
  update_palette (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

/**
 * lieudit_base_map_source_set_high_contrast:
 * @self: a base-map source
 * @high_contrast: whether to draw for those who see little contrast
 *
 * Switches the palette of the tiles that are asked for from now on.
 */
void
lieudit_base_map_source_set_high_contrast (LieuditBaseMapSource *self,
                                           gboolean              high_contrast)
{
  g_return_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self));

  high_contrast = !!high_contrast;
  if (self->high_contrast == high_contrast)
    return;

  self->high_contrast = high_contrast;
  update_palette (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

/**
 * lieudit_base_map_source_get_attribution:
 * @self: a base-map source
 *
 * Gets where the map's data comes from and under which licences.
 *
 * Returns: (transfer none) (nullable): one line of text, or %NULL without a base map
 */
const char *
lieudit_base_map_source_get_attribution (LieuditBaseMapSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self), NULL);

  return self->attribution;
}

/**
 * lieudit_base_map_source_get_base_map:
 * @self: a base-map source
 *
 * Gets what the tiles are drawn from, to name its places.
 *
 * Returns: (transfer none) (nullable): the base map, or %NULL if it could not be opened
 */
LieuditBaseMap *
lieudit_base_map_source_get_base_map (LieuditBaseMapSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self), NULL);

  return self->base_map;
}

/**
 * lieudit_base_map_source_get_style:
 * @self: a base-map source
 *
 * Gets the style in use, which changes with #LieuditBaseMapSource:dark and #LieuditBaseMapSource:high-contrast.
 *
 * Returns: (transfer none) (nullable): the style, or %NULL if it has errors
 */
LieuditMapStyle *
lieudit_base_map_source_get_style (LieuditBaseMapSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self), NULL);

  return self->styles[self->palette];
}

/**
 * lieudit_base_map_source_get_error:
 * @self: a base-map source
 *
 * Gets why the map is plain.
 *
 * Returns: (transfer none) (nullable): what is wrong with the base map or its style, or %NULL if nothing is
 */
const GError *
lieudit_base_map_source_get_error (LieuditBaseMapSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP_SOURCE (self), NULL);

  return self->error;
}
