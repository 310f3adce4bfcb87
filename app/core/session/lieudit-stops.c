/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-stops.h"

#define USUAL_SECONDS 8

/**
 * LieuditStops:
 *
 * What a teacher prepared for going through an article step by step: whether
 * that is by sentences or by places, how fast, and for each of the two the
 * stops in their order. Without stops, a lesson follows the text.
 */
struct _LieuditStops
{
  GObject parent_instance;

  LieuditWalk  walk;
  guint        seconds;
  GPtrArray   *stops[LIEUDIT_N_WALKS];
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditStops, lieudit_stops, G_TYPE_OBJECT)

static const char * const nicks[LIEUDIT_N_WALKS] = {
  [LIEUDIT_WALK_SENTENCES] = "sentences",
  [LIEUDIT_WALK_PLACES] = "places",
};

typedef struct {
  LieuditStops *stops;
  LieuditWalk   walk;
  GPtrArray    *before;
  GPtrArray    *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->stops);
  g_ptr_array_unref (change->before);
  g_ptr_array_unref (change->after);
  g_free (change);
}

static void
put (LieuditStops *self,
     LieuditWalk   walk,
     GPtrArray    *stops)
{
  g_ptr_array_ref (stops);
  g_ptr_array_unref (self->stops[walk]);
  self->stops[walk] = stops;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  put (change->stops, change->walk, change->before);
  return TRUE;
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  put (change->stops, change->walk, change->after);
  return TRUE;
}

static void
lieudit_stops_finalize (GObject *object)
{
  LieuditStops *self = LIEUDIT_STOPS (object);

  for (guint i = 0; i < LIEUDIT_N_WALKS; i++)
    g_ptr_array_unref (self->stops[i]);

  G_OBJECT_CLASS (lieudit_stops_parent_class)->finalize (object);
}

static void
lieudit_stops_class_init (LieuditStopsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_stops_finalize;

  /**
   * LieuditStops::changed:
   * @self: stops
   *
   * The lesson goes on otherwise than before.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_STOPS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_stops_init (LieuditStops *self)
{
  self->seconds = USUAL_SECONDS;
  for (guint i = 0; i < LIEUDIT_N_WALKS; i++)
    self->stops[i] = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lieudit_stops_new:
 *
 * Returns: (transfer full): nothing prepared yet, for an article
 */
LieuditStops *
lieudit_stops_new (void)
{
  return g_object_new (LIEUDIT_TYPE_STOPS, NULL);
}

/**
 * lieudit_stops_get_walk:
 * @self: stops
 *
 * Returns: how the lesson goes through the article
 */
LieuditWalk
lieudit_stops_get_walk (LieuditStops *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOPS (self), LIEUDIT_WALK_SENTENCES);

  return self->walk;
}

/**
 * lieudit_stops_set_walk:
 * @self: stops
 * @walk: how the lesson goes through the article
 *
 * Chooses between sentences and places. As with what is looked at, that is
 * saved but is nothing to undo.
 */
void
lieudit_stops_set_walk (LieuditStops *self,
                        LieuditWalk   walk)
{
  g_return_if_fail (LIEUDIT_IS_STOPS (self));
  g_return_if_fail (walk < LIEUDIT_N_WALKS);

  if (self->walk == walk)
    return;

  self->walk = walk;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lieudit_stops_get_seconds:
 * @self: stops
 *
 * Returns: how long automatic play shows a step
 */
guint
lieudit_stops_get_seconds (LieuditStops *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOPS (self), USUAL_SECONDS);

  return self->seconds;
}

/**
 * lieudit_stops_set_seconds:
 * @self: stops
 * @seconds: how long automatic play shows a step
 *
 * Changes how fast automatic play is, within its limits.
 */
void
lieudit_stops_set_seconds (LieuditStops *self,
                           guint         seconds)
{
  g_return_if_fail (LIEUDIT_IS_STOPS (self));

  self->seconds = CLAMP (seconds, LIEUDIT_STOPS_SECONDS_LEAST, LIEUDIT_STOPS_SECONDS_MOST);
}

/**
 * lieudit_stops_is_usual:
 * @self: stops
 *
 * Returns: whether nothing was prepared or chosen
 */
gboolean
lieudit_stops_is_usual (LieuditStops *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOPS (self), TRUE);

  return self->walk == LIEUDIT_WALK_SENTENCES && self->seconds == USUAL_SECONDS &&
         self->stops[LIEUDIT_WALK_SENTENCES]->len == 0 && self->stops[LIEUDIT_WALK_PLACES]->len == 0;
}

/**
 * lieudit_stops_get:
 * @self: stops
 * @walk: how to go through the article
 *
 * Returns: (transfer none) (element-type LieuditStop): where to stop, in order;
 *   not to be changed
 */
GPtrArray *
lieudit_stops_get (LieuditStops *self,
                   LieuditWalk   walk)
{
  g_return_val_if_fail (LIEUDIT_IS_STOPS (self), NULL);
  g_return_val_if_fail (walk < LIEUDIT_N_WALKS, NULL);

  return self->stops[walk];
}

/**
 * lieudit_stops_replace:
 * @self: stops
 * @walk: how to go through the article
 * @stops: (transfer none) (element-type LieuditStop): where to stop, in order
 * @title: what was done, for the history
 * @history: where that is remembered, to be undone
 *
 * Prepares a walk otherwise. The array must not be changed any more.
 */
void
lieudit_stops_replace (LieuditStops   *self,
                       LieuditWalk     walk,
                       GPtrArray      *stops,
                       const char     *title,
                       LieuditHistory *history)
{
  Change *change;

  g_return_if_fail (LIEUDIT_IS_STOPS (self));
  g_return_if_fail (walk < LIEUDIT_N_WALKS);
  g_return_if_fail (stops != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  change = g_new0 (Change, 1);
  change->stops = g_object_ref (self);
  change->walk = walk;
  change->before = g_ptr_array_ref (self->stops[walk]);
  change->after = g_ptr_array_ref (stops);
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);
  put (self, walk, stops);
}

/**
 * lieudit_stops_restore:
 * @self: stops that nobody follows yet
 * @walk: how to go through the article
 * @stop: one that was saved, after those before it
 *
 * Takes a stop over from a file.
 */
void
lieudit_stops_restore (LieuditStops *self,
                       LieuditWalk   walk,
                       LieuditStop  *stop)
{
  g_return_if_fail (LIEUDIT_IS_STOPS (self));
  g_return_if_fail (walk < LIEUDIT_N_WALKS);
  g_return_if_fail (LIEUDIT_IS_STOP (stop));

  if (self->stops[walk]->len < LIEUDIT_STOPS_MOST)
    g_ptr_array_add (self->stops[walk], g_object_ref (stop));
}

/**
 * lieudit_walk_to_nick:
 * @walk: how to go through an article
 *
 * Returns: (transfer none): its name in files
 */
const char *
lieudit_walk_to_nick (LieuditWalk walk)
{
  g_return_val_if_fail (walk < LIEUDIT_N_WALKS, NULL);

  return nicks[walk];
}

/**
 * lieudit_walk_from_nick:
 * @nick: (nullable): a name in a file
 * @walk: (out): what it means
 *
 * Returns: whether it means any
 */
gboolean
lieudit_walk_from_nick (const char  *nick,
                        LieuditWalk *walk)
{
  for (guint i = 0; i < LIEUDIT_N_WALKS; i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        {
          *walk = (LieuditWalk) i;
          return TRUE;
        }
    }

  return FALSE;
}
