/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-geography-check.h"

#include "claims/lieudit-claim-checker.h"
#include "claims/lieudit-claim-reader.h"
#include "geoparse/lieudit-relation-reader.h"

struct _LieuditGeographyCheck
{
  GObject parent_instance;

  GMutex mutex; /* guards the loading of what follows */
  LieuditClaimShapes *shapes;
  LieuditClaimRoads *roads;
};

G_DEFINE_FINAL_TYPE (LieuditGeographyCheck, lieudit_geography_check, G_TYPE_OBJECT)

/* Data are loaded for the first article that needs them. */
static gboolean
load_shapes (LieuditGeographyCheck  *self,
             GError                **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->shapes != NULL)
    return TRUE;

  self->shapes = lieudit_claim_shapes_load (error);
  if (self->shapes == NULL)
    return FALSE;
  self->roads = lieudit_claim_roads_new (lieudit_claim_shapes_get_roads (self->shapes));

  return TRUE;
}

typedef struct
{
  LieuditGazetteer *gazetteer;
  LieuditAnalysis  *analysis;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->gazetteer);
  g_object_unref (job->analysis);
  g_free (job);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *claims = lieudit_geography_check_run (source_object, job->gazetteer, job->analysis, &error);

  if (claims != NULL)
    g_task_return_pointer (task, claims, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
lieudit_geography_check_finalize (GObject *object)
{
  LieuditGeographyCheck *self = LIEUDIT_GEOGRAPHY_CHECK (object);

  g_clear_pointer (&self->roads, lieudit_claim_roads_free);
  g_clear_pointer (&self->shapes, lieudit_claim_shapes_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (lieudit_geography_check_parent_class)->finalize (object);
}

static void
lieudit_geography_check_class_init (LieuditGeographyCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_geography_check_finalize;
}

static void
lieudit_geography_check_init (LieuditGeographyCheck *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * lieudit_geography_check_new:
 *
 * Creates a check. Its data are loaded when they are first needed.
 *
 * Returns: (transfer full): the check
 */
LieuditGeographyCheck *
lieudit_geography_check_new (void)
{
  return g_object_new (LIEUDIT_TYPE_GEOGRAPHY_CHECK, NULL);
}

/**
 * lieudit_geography_check_run:
 * @self: a check
 * @gazetteer: the gazetteer of the analysis
 * @analysis: an analysed article
 * @error: return location for an error
 *
 * Reads the claims of an article and decides them. Threads may run it at the
 * same time.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditClaim): the claims, in the order of the text; none in a
 *   language without a grammar
 */
GPtrArray *
lieudit_geography_check_run (LieuditGeographyCheck  *self,
                             LieuditGazetteer       *gazetteer,
                             LieuditAnalysis        *analysis,
                             GError                **error)
{
  g_autoptr(GPtrArray) claims = NULL;
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (LIEUDIT_IS_GEOGRAPHY_CHECK (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  /* The analysis goes on without a grammar; whoever asks for the check wants to know. */
  lieudit_relation_reader_get_installed (lieudit_analysis_get_language (analysis), &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  claims = lieudit_claims_read (analysis, gazetteer);
  if (claims->len > 0 && !load_shapes (self, error))
    return NULL;
  for (guint i = 0; i < claims->len; i++)
    lieudit_claim_check (g_ptr_array_index (claims, i), self->shapes, self->roads);

  return g_steal_pointer (&claims);
}

/**
 * lieudit_geography_check_run_async:
 * @self: a check
 * @gazetteer: the gazetteer of the analysis
 * @analysis: an analysed article
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what lieudit_geography_check_run() does in a thread.
 */
void
lieudit_geography_check_run_async (LieuditGeographyCheck *self,
                                   LieuditGazetteer      *gazetteer,
                                   LieuditAnalysis       *analysis,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->gazetteer = g_object_ref (gazetteer);
  job->analysis = g_object_ref (analysis);
  g_task_set_source_tag (task, lieudit_geography_check_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lieudit_geography_check_run_finish:
 * @self: a check
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_geography_check_run_async().
 *
 * Returns: (transfer full) (nullable) (element-type LieuditClaim): the claims
 */
GPtrArray *
lieudit_geography_check_run_finish (LieuditGeographyCheck  *self,
                                    GAsyncResult           *result,
                                    GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lieudit_geography_check_draw:
 * @self: a check
 * @claim: a claim that it has found
 * @error: return location for an error
 *
 * Draws a claim for a map.
 *
 * Returns: (transfer full) (nullable): the drawing; %NULL without an error if no place of the claim is known
 */
LieuditClaimDrawing *
lieudit_geography_check_draw (LieuditGeographyCheck  *self,
                              LieuditClaim           *claim,
                              GError                **error)
{
  g_return_val_if_fail (LIEUDIT_IS_GEOGRAPHY_CHECK (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (claim), NULL);

  return load_shapes (self, error) ? lieudit_claim_draw (claim, self->shapes, self->roads) : NULL;
}
