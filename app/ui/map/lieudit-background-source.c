/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-background-source.h"

#include "geo/lieudit-mercator.h"
#include "map/lieudit-tile-paintable.h"
#include "map/lieudit-vector-renderer.h"

/* libshumate draws shapes on tiles of this side. */
#define SHAPES_TILE_SIZE 512

/* From nearer than this, a part of a tile has less than a pixel. */
#define MOST_LEVELS 8

/**
 * LieuditBackgroundSource:
 *
 * Another map than the one on board as a source of tiles.
 *
 * Where it has no tile, or cannot give it, there is nothing to be seen, and the map on board shows through. From nearer than its highest
 * zoom level, parts of the tiles of that level are enlarged. Tiles of shapes are drawn by libshumate.
 */
struct _LieuditBackgroundSource
{
  ShumateMapSource parent_instance;

  LieuditTileStore *store;
  ShumateMapSource *renderer; /* of shapes; NULL for a map of images, and where none can be had */
  char *problem; /* why the last tile could not be shown; NULL when it could */
  guint n_beginnings;
};

enum {
  PROP_0,
  PROP_PROBLEM,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LieuditBackgroundSource, lieudit_background_source, SHUMATE_TYPE_MAP_SOURCE)

/* Which part of which image a tile shows; data of its task. */
typedef struct {
  ShumateTile *tile;
  LieuditTileAddress address; /* of the image */
  guint n_parts;              /* it is cut in, across and down */
  guint column;
  guint row;
  GBytes *image;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->tile);
  g_clear_pointer (&job->image, g_bytes_unref);
  g_free (job);
}

static void
set_problem (LieuditBackgroundSource *self,
             const char              *problem)
{
  if (g_strcmp0 (problem, self->problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* Until a tile is done, libshumate keeps those that it was to replace. */
static void
leave_empty (GTask  *task,
             GError *error)
{
  LieuditBackgroundSource *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr (GdkPaintable) paintable = lieudit_tile_paintable_new_empty ();

      shumate_tile_set_paintable (job->tile, paintable);
      if (!g_error_matches (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_MISSING))
        set_problem (self, error->message);
    }
  shumate_tile_set_fade_in (job->tile, FALSE);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_decoded (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GdkPaintable) paintable = g_task_propagate_pointer (G_TASK (result), &error);

  if (paintable == NULL)
    {
      leave_empty (task, error);
      return;
    }
  set_problem (LIEUDIT_BACKGROUND_SOURCE (source), NULL);
  shumate_tile_set_paintable (job->tile, paintable);
  shumate_tile_set_fade_in (job->tile, FALSE);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
decode_in_thread (GTask        *decoding,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GdkPaintable *paintable;

  if (g_task_return_error_if_cancelled (decoding))
    return;
  paintable = lieudit_tile_paintable_new_from_image (job->image, job->n_parts, job->column, job->row, &error);
  if (paintable != NULL)
    g_task_return_pointer (decoding, paintable, g_object_unref);
  else
    g_task_return_error (decoding, error);
}

static void
on_loaded (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GTask) decoding = NULL;

  job->image = lieudit_tile_store_load_finish (LIEUDIT_TILE_STORE (store), result, &error);
  if (job->image == NULL)
    {
      leave_empty (task, error);
      return;
    }
  decoding = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), on_decoded, task);
  g_task_set_source_tag (decoding, on_loaded);
  g_task_set_task_data (decoding, job, NULL);
  g_task_run_in_thread (decoding, decode_in_thread);
}

static void
on_shapes_drawn (GObject      *renderer,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (!shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (renderer), result, &error))
    {
      leave_empty (task, error);
      return;
    }
  set_problem (g_task_get_source_object (task), NULL);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static Job *
create_job (LieuditBackgroundSource *self,
            ShumateTile             *tile)
{
  Job *job = g_new0 (Job, 1);
  guint zoom = shumate_tile_get_zoom_level (tile);
  guint max_zoom = lieudit_tile_store_get_max_zoom (self->store);
  guint n_levels = zoom > max_zoom ? zoom - max_zoom : 0;
  guint x = shumate_tile_get_x (tile) & ((1u << zoom) - 1);
  guint y = shumate_tile_get_y (tile);

  job->tile = g_object_ref (tile);
  job->address = (LieuditTileAddress) { zoom - n_levels, x >> n_levels, y >> n_levels };
  job->n_parts = 1u << n_levels;
  job->column = x & (job->n_parts - 1);
  job->row = y & (job->n_parts - 1);

  return job;
}

static gboolean
has_level (LieuditBackgroundSource *self,
           const Job               *job)
{
  return job->address.zoom >= lieudit_tile_store_get_min_zoom (self->store) && job->address.zoom <= LIEUDIT_TILE_MAX_ZOOM &&
         job->n_parts <= 1u << MOST_LEVELS && job->address.y < 1u << job->address.zoom;
}

static void
lieudit_background_source_fill_tile_async (ShumateMapSource    *source,
                                           ShumateTile         *tile,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data)
{
  LieuditBackgroundSource *self = LIEUDIT_BACKGROUND_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = create_job (self, tile);

  g_task_set_source_tag (task, lieudit_background_source_fill_tile_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (has_level (self, job) && self->renderer != NULL)
    shumate_map_source_fill_tile_async (self->renderer, tile, cancellable, on_shapes_drawn, task);
  else if (has_level (self, job) && !lieudit_tile_store_get_holds_shapes (self->store))
    lieudit_tile_store_load_async (self->store, &job->address, cancellable, on_loaded, task);
  else
    leave_empty (task, g_error_new_literal (LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_MISSING, "There is no such zoom level"));
}

static gboolean
lieudit_background_source_fill_tile_finish (ShumateMapSource  *source,
                                            GAsyncResult      *result,
                                            GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
lieudit_background_source_get_property (GObject    *object,
                                        guint       property_id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  LieuditBackgroundSource *self = LIEUDIT_BACKGROUND_SOURCE (object);

  switch (property_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_background_source_finalize (GObject *object)
{
  LieuditBackgroundSource *self = LIEUDIT_BACKGROUND_SOURCE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->renderer);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (lieudit_background_source_parent_class)->finalize (object);
}

static void
lieudit_background_source_class_init (LieuditBackgroundSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->get_property = lieudit_background_source_get_property;
  object_class->finalize = lieudit_background_source_finalize;

  source_class->fill_tile_async = lieudit_background_source_fill_tile_async;
  source_class->fill_tile_finish = lieudit_background_source_fill_tile_finish;

  /**
   * LieuditBackgroundSource:problem:
   *
   * Why the last tile could not be shown, in words for the person; %NULL when it could.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
lieudit_background_source_init (LieuditBackgroundSource *self)
{
}

/**
 * lieudit_background_source_new:
 * @store: the map
 *
 * Creates a source of tiles.
 *
 * Returns: (transfer full): the source
 */
LieuditBackgroundSource *
lieudit_background_source_new (LieuditTileStore *store)
{
  LieuditBackgroundSource *self;

  g_return_val_if_fail (LIEUDIT_IS_TILE_STORE (store), NULL);

  self = g_object_new (LIEUDIT_TYPE_BACKGROUND_SOURCE,
                       "name", lieudit_tile_store_get_title (store),
                       "license", lieudit_tile_store_get_attribution (store),
                       "min-zoom-level", 0,
                       "max-zoom-level", LIEUDIT_TILE_MAX_ZOOM,
                       "tile-size", lieudit_tile_store_get_holds_shapes (store) ? SHAPES_TILE_SIZE : LIEUDIT_MERCATOR_TILE_SIZE,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->store = g_object_ref (store);
  lieudit_background_source_begin_anew (self);

  return self;
}

/**
 * lieudit_background_source_get_store:
 * @self: a source of tiles
 *
 * Returns: (transfer none): the map
 */
LieuditTileStore *
lieudit_background_source_get_store (LieuditBackgroundSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BACKGROUND_SOURCE (self), NULL);

  return self->store;
}

/**
 * lieudit_background_source_set_style:
 * @self: a source of tiles
 * @style: (nullable): how the map on board is drawn
 *
 * Draws shapes in these colours from now on. Images have colours of their own.
 */
void
lieudit_background_source_set_style (LieuditBackgroundSource *self,
                                     LieuditMapStyle         *style)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (LIEUDIT_IS_BACKGROUND_SOURCE (self));
  g_return_if_fail (style == NULL || LIEUDIT_IS_MAP_STYLE (style));

  if (!lieudit_tile_store_get_holds_shapes (self->store))
    return;
  g_clear_object (&self->renderer);
  if (style != NULL)
    self->renderer = lieudit_vector_renderer_new (self->store, style, &error);
  if (error != NULL)
    set_problem (self, error->message);
  lieudit_background_source_begin_anew (self);
}

/**
 * lieudit_background_source_get_problem:
 * @self: a source of tiles
 *
 * Returns: (transfer none) (nullable): why the last tile could not be shown; %NULL when it could
 */
const char *
lieudit_background_source_get_problem (LieuditBackgroundSource *self)
{
  g_return_val_if_fail (LIEUDIT_IS_BACKGROUND_SOURCE (self), NULL);

  return self->problem;
}

/**
 * lieudit_background_source_begin_anew:
 * @self: a source of tiles
 *
 * Asks for all tiles in view again, also those that could not be had: something has changed since.
 */
void
lieudit_background_source_begin_anew (LieuditBackgroundSource *self)
{
  g_autofree char *id = NULL;

  g_return_if_fail (LIEUDIT_IS_BACKGROUND_SOURCE (self));

  /* Layers keep tiles by the source's id. */
  id = g_strdup_printf ("lieudit-background-%u", self->n_beginnings++);
  shumate_map_source_set_id (SHUMATE_MAP_SOURCE (self), id);
}
