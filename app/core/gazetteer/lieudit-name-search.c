/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-search.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "gazetteer/lieudit-name-index-builder.h"
#include "gazetteer/lieudit-name-search-query.h"
#include "gazetteer/lieudit-name-search-ranking.h"
#include "gazetteer/lieudit-name-search-walk.h"
#include "geo/lieudit-geodesic.h"
#include "text/lieudit-folded-text.h"
#include "text/lieudit-transliteration.h"

/* Differences of spelling up to this cost come first, and may be good enough. */
#define SPELLING_COST 2

/* Points that a place is behind when it is found by a later word of its name, or in other letters than were written. */
#define LATER_WORD_HANDICAP 60
#define TRANSLITERATION_HANDICAP 20

#define SHORTEST_WORD 3 /* letters, that find names by their later words */

/* The same place in several layers is shown once: places of one name that are nearer to each other than this. */
#define SAME_SPOT_KM 8.0

/* How many more places are ranked, for those that turn out to be the same or far-fetched. */
#define SPARE_PLACES 10

typedef struct
{
  char         *text;
  LieuditBounds view;
  guint         limit;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_free (request);
}

static gboolean
is_spelling (const char *folded,
             const char *key)
{
  gsize length = strlen (folded), key_length = strlen (key);

  switch (key[0])
    {
    case LIEUDIT_NAME_KEY_GREAT:
      return strcmp (folded, key + 1) == 0;
    case LIEUDIT_NAME_KEY_LATER_WORD:
      /* The mark stands where the name has a space. */
      return length > key_length && strchr (" -", folded[length - key_length]) != NULL &&
             strcmp (folded + length - key_length + 1, key + 1) == 0;
    default:
      return strcmp (folded, key) == 0;
    }
}

/* The name as people write it, where it is among those that the place shows. */
static char *
find_spelling (LieuditPlace *place,
               const char   *key)
{
  for (LieuditLanguage language = LIEUDIT_LANGUAGE_UNKNOWN; language < LIEUDIT_N_LANGUAGES; language++)
    {
      g_auto(GStrv) names = lieudit_place_dup_names (place, language);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *folded = lieudit_fold_name (names[i]);

          if (is_spelling (folded, key))
            return g_strdup (names[i]);
        }
    }

  if (key[0] == LIEUDIT_NAME_KEY_LATER_WORD)
    return g_strdup (lieudit_place_get_name (place, LIEUDIT_LANGUAGE_UNKNOWN));

  return g_strdup (key[0] == LIEUDIT_NAME_KEY_GREAT ? key + 1 : key);
}

static gboolean
is_same_place (LieuditPlace *a,
               LieuditPlace *b)
{
  if (lieudit_place_get_feature_class (a) != lieudit_place_get_feature_class (b) ||
      lieudit_geodesic_distance (lieudit_place_get_latitude (a), lieudit_place_get_longitude (a),
                                 lieudit_place_get_latitude (b), lieudit_place_get_longitude (b)) > SAME_SPOT_KM * 1000.0)
    return FALSE;

  for (LieuditLanguage language = LIEUDIT_LANGUAGE_UNKNOWN; language < LIEUDIT_N_LANGUAGES; language++)
    {
      g_autofree char *name = lieudit_fold_name (lieudit_place_get_name (a, language));
      g_autofree char *other = lieudit_fold_name (lieudit_place_get_name (b, language));

      if (strcmp (name, other) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_listed (GPtrArray    *results,
           LieuditPlace *place)
{
  for (guint i = 0; i < results->len; i++)
    {
      if (is_same_place (lieudit_name_result_get_place (g_ptr_array_index (results, i)), place))
        return TRUE;
    }

  return FALSE;
}

static void
walk_names (const LieuditDoubleArray *names,
            const LieuditNameQuery   *query,
            LieuditNameRanking       *ranking,
            GCancellable             *cancellable)
{
  guint8 spelling_cost = MIN (query->budget, SPELLING_COST);

  /* A single letter begins more names than can be looked at before the next one is typed. */
  if (query->n_letters == 1)
    {
      lieudit_name_walk (names, query, LIEUDIT_NAME_KEY_GREAT, 0, 0, cancellable, lieudit_name_ranking_add, ranking);
      if (lieudit_name_ranking_is_full (ranking))
        return;
    }

  lieudit_name_walk (names, query, 0, 0, spelling_cost, cancellable, lieudit_name_ranking_add, ranking);
  if (query->budget > spelling_cost)
    lieudit_name_walk (names, query, 0, spelling_cost + 1, query->budget, cancellable, lieudit_name_ranking_add, ranking);
}

static void
walk (LieuditGazetteer     *gazetteer,
      const char           *text,
      int                   handicap,
      LieuditNameRanking   *ranking,
      GCancellable         *cancellable)
{
  g_autoptr(LieuditNameQuery) query = lieudit_name_query_new (text);

  for (guint i = 0; i < lieudit_gazetteer_get_n_layers (gazetteer); i++)
    {
      guint first_place;
      LieuditGazetteer *layer = lieudit_gazetteer_get_layer (gazetteer, i, &first_place);
      const LieuditDoubleArray *names = lieudit_gazetteer_get_name_index (layer);

      lieudit_name_ranking_set_layer (ranking, layer, first_place);
      lieudit_name_ranking_set_handicap (ranking, handicap);
      walk_names (names, query, ranking, cancellable);
      if (query->n_letters < SHORTEST_WORD)
        continue;

      lieudit_name_ranking_set_handicap (ranking, handicap + LATER_WORD_HANDICAP);
      lieudit_name_walk (names, query, LIEUDIT_NAME_KEY_LATER_WORD, 0, MIN (query->budget, SPELLING_COST),
                         cancellable, lieudit_name_ranking_add, ranking);
    }
}

/**
 * lieudit_name_search_run:
 * @gazetteer: a gazetteer
 * @text: what a person wrote: a name or its beginning, in any language
 * @view: (nullable): what the person sees, where places are preferred
 * @limit: the most places that are wanted, at least one
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Looks for the places that a person may mean. The name may be spelt in
 * another way or have one typing error, two in long names, it may be a later word of
 * the name, or in letters of a script that the names are not written in. Each
 * place comes once, with the name of it that is most like the text.
 *
 * Returns: (transfer full) (element-type LieuditNameResult): the places, the
 *   likeliest first, or %NULL with %G_IO_ERROR_CANCELLED
 */
GPtrArray *
lieudit_name_search_run (LieuditGazetteer     *gazetteer,
                         const char           *text,
                         const LieuditBounds  *view,
                         guint                 limit,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(LieuditNameRanking) ranking = NULL;
  g_autofree char *latin = NULL;
  gboolean is_layered;
  GArray *ranked;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (limit > 0, NULL);

  is_layered = lieudit_gazetteer_get_n_layers (gazetteer) > 1;
  ranking = lieudit_name_ranking_new (view, limit + SPARE_PLACES);
  walk (gazetteer, text, 0, ranking, cancellable);
  latin = lieudit_transliterate_to_latin (text);
  if (latin != NULL)
    walk (gazetteer, latin, TRANSLITERATION_HANDICAP, ranking, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  ranked = lieudit_name_ranking_sort (ranking);
  for (guint i = 0; i < ranked->len && results->len < limit; i++)
    {
      const LieuditRankedName *name = &g_array_index (ranked, LieuditRankedName, i);
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, name->place);
      g_autofree char *spelling = NULL;

      if (is_layered && is_listed (results, place))
        continue;
      spelling = find_spelling (place, name->key);
      g_ptr_array_add (results, lieudit_name_result_new (place, spelling, name->is_exact));
    }

  return g_steal_pointer (&results);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  GPtrArray *results = lieudit_name_search_run (source, request->text, &request->view, request->limit,
                                                cancellable, &error);

  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_name_search_run_async:
 * @gazetteer: a gazetteer
 * @text: what a person wrote
 * @view: (nullable): what the person sees
 * @limit: the most places that are wanted, at least one
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks for places in another thread, see lieudit_name_search_run().
 */
void
lieudit_name_search_run_async (LieuditGazetteer    *gazetteer,
                               const char          *text,
                               const LieuditBounds *view,
                               guint                limit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer));
  g_return_if_fail (text != NULL);

  request = g_new (Request, 1);
  request->text = g_strdup (text);
  request->view = view != NULL ? *view : lieudit_bounds_empty ();
  request->limit = limit;

  task = g_task_new (gazetteer, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_name_search_run_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lieudit_name_search_run_finish:
 * @result: a result
 * @error: return location for an error
 *
 * Finishes lieudit_name_search_run_async().
 *
 * Returns: (transfer full) (element-type LieuditNameResult): the places, the
 *   likeliest first, or %NULL with an error
 */
GPtrArray *
lieudit_name_search_run_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
