/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lesson/lieudit-lesson.h"

#include <glib/gi18n.h>

#include "lesson/lieudit-lesson-steps.h"

/**
 * LieuditLesson:
 *
 * The steps in which a teacher goes through an article: a #GListModel of
 * #LieuditStep. What is changed of them is kept in the session and can be
 * undone; the steps follow.
 */
struct _LieuditLesson
{
  GObject parent_instance;

  LieuditSession  *session;
  LieuditAnalysis *analysis;
  GPtrArray       *steps;
};

static void lieudit_lesson_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditLesson, lieudit_lesson, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lieudit_lesson_list_model_init))

static GType
lieudit_lesson_get_item_type (GListModel *model)
{
  return LIEUDIT_TYPE_STEP;
}

static guint
lieudit_lesson_get_n_items (GListModel *model)
{
  return LIEUDIT_LESSON (model)->steps->len;
}

static gpointer
lieudit_lesson_get_item (GListModel *model,
                         guint       position)
{
  LieuditLesson *self = LIEUDIT_LESSON (model);

  return position < self->steps->len ? g_object_ref (g_ptr_array_index (self->steps, position)) : NULL;
}

static void
lieudit_lesson_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = lieudit_lesson_get_item_type;
  interface->get_n_items = lieudit_lesson_get_n_items;
  interface->get_item = lieudit_lesson_get_item;
}

/* How many steps say the same in both lists, from the beginning on or from the end. */
static guint
count_same (GPtrArray *before,
            GPtrArray *after,
            guint      n_most,
            gboolean   is_from_end)
{
  guint n_same = 0;

  while (n_same < n_most &&
         lieudit_step_equal (g_ptr_array_index (before, is_from_end ? before->len - 1 - n_same : n_same),
                             g_ptr_array_index (after, is_from_end ? after->len - 1 - n_same : n_same)))
    n_same++;

  return n_same;
}

/* A list that shows the steps keeps its place, since only those are told of that are others. */
static void
rebuild (LieuditLesson *self)
{
  LieuditStops *stops = lieudit_session_get_stops (self->session);
  LieuditWalk walk = lieudit_stops_get_walk (stops);
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->steps);
  guint n_most, n_ahead, n_behind;

  self->steps = lieudit_list_steps (self->analysis, walk, lieudit_stops_get (stops, walk));
  n_most = MIN (before->len, self->steps->len);
  n_ahead = count_same (before, self->steps, n_most, FALSE);
  n_behind = count_same (before, self->steps, n_most - n_ahead, TRUE);
  g_list_model_items_changed (G_LIST_MODEL (self), n_ahead, before->len - n_ahead - n_behind, self->steps->len - n_ahead - n_behind);
}

static void
lieudit_lesson_dispose (GObject *object)
{
  LieuditLesson *self = LIEUDIT_LESSON (object);

  g_clear_object (&self->session);
  g_clear_object (&self->analysis);

  G_OBJECT_CLASS (lieudit_lesson_parent_class)->dispose (object);
}

static void
lieudit_lesson_finalize (GObject *object)
{
  g_ptr_array_unref (LIEUDIT_LESSON (object)->steps);

  G_OBJECT_CLASS (lieudit_lesson_parent_class)->finalize (object);
}

static void
lieudit_lesson_class_init (LieuditLessonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lieudit_lesson_dispose;
  object_class->finalize = lieudit_lesson_finalize;
}

static void
lieudit_lesson_init (LieuditLesson *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lieudit_lesson_new:
 * @session: an article, and what was prepared
 * @analysis: what the article names
 *
 * Returns: (transfer full): the steps
 */
LieuditLesson *
lieudit_lesson_new (LieuditSession  *session,
                    LieuditAnalysis *analysis)
{
  LieuditLesson *self;

  g_return_val_if_fail (LIEUDIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  self = g_object_new (LIEUDIT_TYPE_LESSON, NULL);
  self->session = g_object_ref (session);
  self->analysis = g_object_ref (analysis);
  g_signal_connect_object (lieudit_session_get_stops (session), "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);

  return self;
}

/**
 * lieudit_lesson_get_stops:
 * @self: a lesson
 *
 * Returns: (transfer none): what the session keeps of it
 */
LieuditStops *
lieudit_lesson_get_stops (LieuditLesson *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), NULL);

  return lieudit_session_get_stops (self->session);
}

/**
 * lieudit_lesson_set_analysis:
 * @self: a lesson
 * @analysis: what the article names now
 *
 * Goes through other places of the same article.
 */
void
lieudit_lesson_set_analysis (LieuditLesson   *self,
                             LieuditAnalysis *analysis)
{
  g_return_if_fail (LIEUDIT_IS_LESSON (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));

  if (g_set_object (&self->analysis, analysis))
    rebuild (self);
}

/**
 * lieudit_lesson_get_n_steps:
 * @self: a lesson
 *
 * Returns: how many steps there are, with those that are skipped
 */
guint
lieudit_lesson_get_n_steps (LieuditLesson *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), 0);

  return self->steps->len;
}

/**
 * lieudit_lesson_get_step:
 * @self: a lesson
 * @position: which step
 *
 * Returns: (transfer none) (nullable): the step, or %NULL if there is none
 */
LieuditStep *
lieudit_lesson_get_step (LieuditLesson *self,
                         guint          position)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), NULL);

  return position < self->steps->len ? g_ptr_array_index (self->steps, position) : NULL;
}

static gboolean
is_skipped (LieuditLesson *self,
            guint          position)
{
  return lieudit_step_is_skipped (g_ptr_array_index (self->steps, position));
}

/**
 * lieudit_lesson_find_first:
 * @self: a lesson
 *
 * Returns: the first step that is not skipped, or %LIEUDIT_LESSON_NOWHERE
 */
guint
lieudit_lesson_find_first (LieuditLesson *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), LIEUDIT_LESSON_NOWHERE);

  for (guint i = 0; i < self->steps->len; i++)
    if (!is_skipped (self, i))
      return i;

  return LIEUDIT_LESSON_NOWHERE;
}

/**
 * lieudit_lesson_find_last:
 * @self: a lesson
 *
 * Returns: the last step that is not skipped, or %LIEUDIT_LESSON_NOWHERE
 */
guint
lieudit_lesson_find_last (LieuditLesson *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), LIEUDIT_LESSON_NOWHERE);

  return lieudit_lesson_find_previous (self, self->steps->len);
}

/**
 * lieudit_lesson_find_next:
 * @self: a lesson
 * @position: a step, or %LIEUDIT_LESSON_NOWHERE before the first
 *
 * Returns: the next step that is not skipped, or %LIEUDIT_LESSON_NOWHERE
 */
guint
lieudit_lesson_find_next (LieuditLesson *self,
                          guint          position)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), LIEUDIT_LESSON_NOWHERE);

  if (position == LIEUDIT_LESSON_NOWHERE)
    return lieudit_lesson_find_first (self);
  for (guint i = position + 1; i < self->steps->len; i++)
    if (!is_skipped (self, i))
      return i;

  return LIEUDIT_LESSON_NOWHERE;
}

/**
 * lieudit_lesson_find_previous:
 * @self: a lesson
 * @position: a step, or %LIEUDIT_LESSON_NOWHERE before the first
 *
 * Returns: the step before it that is not skipped, or %LIEUDIT_LESSON_NOWHERE
 */
guint
lieudit_lesson_find_previous (LieuditLesson *self,
                              guint          position)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), LIEUDIT_LESSON_NOWHERE);

  if (position == LIEUDIT_LESSON_NOWHERE)
    return LIEUDIT_LESSON_NOWHERE;
  for (guint i = MIN (position, self->steps->len); i > 0; i--)
    if (!is_skipped (self, i - 1))
      return i - 1;

  return LIEUDIT_LESSON_NOWHERE;
}

/**
 * lieudit_lesson_find_at:
 * @self: a lesson
 * @code_point: where its words begin
 *
 * Returns: the step at these words, or %LIEUDIT_LESSON_NOWHERE
 */
guint
lieudit_lesson_find_at (LieuditLesson *self,
                        gsize          code_point)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), LIEUDIT_LESSON_NOWHERE);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const LieuditStepRange *range = lieudit_step_get_range (g_ptr_array_index (self->steps, i));

      if (code_point >= range->key_start && code_point < range->key_end)
        return i;
    }

  return LIEUDIT_LESSON_NOWHERE;
}

/**
 * lieudit_lesson_count:
 * @self: a lesson
 * @position: a step
 *
 * Returns: how many steps that are not skipped there are up to and with this one;
 *   in all for %LIEUDIT_LESSON_NOWHERE
 */
guint
lieudit_lesson_count (LieuditLesson *self,
                      guint          position)
{
  guint n_steps = 0;

  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), 0);

  for (guint i = 0; i < self->steps->len && i <= position; i++)
    n_steps += !is_skipped (self, i);

  return n_steps;
}

/**
 * lieudit_lesson_list_earlier:
 * @self: a lesson
 * @position: a step
 *
 * Lists what the class has seen: the places of the steps before, but for those
 * that this step names again.
 *
 * Returns: (transfer full) (element-type LieuditFoundPlace): the places, each once
 */
GPtrArray *
lieudit_lesson_list_earlier (LieuditLesson *self,
                             guint          position)
{
  GPtrArray *earlier = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), earlier);
  g_return_val_if_fail (position < self->steps->len, earlier);

  for (guint i = position + 1; i > 0; i--)
    {
      GPtrArray *places = lieudit_step_get_places (g_ptr_array_index (self->steps, i - 1));

      if (i - 1 != position && is_skipped (self, i - 1))
        continue;
      for (guint j = 0; j < places->len; j++)
        if (g_hash_table_add (seen, g_ptr_array_index (places, j)) && i - 1 != position)
          g_ptr_array_add (earlier, g_object_ref (g_ptr_array_index (places, j)));
    }

  return earlier;
}

/**
 * lieudit_lesson_is_prepared:
 * @self: a lesson
 *
 * Returns: whether the steps are otherwise than the text has them
 */
gboolean
lieudit_lesson_is_prepared (LieuditLesson *self)
{
  LieuditStops *stops;

  g_return_val_if_fail (LIEUDIT_IS_LESSON (self), FALSE);

  stops = lieudit_lesson_get_stops (self);

  return lieudit_stops_get (stops, lieudit_stops_get_walk (stops))->len > 0;
}

static LieuditStop *
make_stop (LieuditLesson *self,
           LieuditStep   *step)
{
  const LieuditStepRange *range = lieudit_step_get_range (step);
  LieuditStop *stop = lieudit_step_get_stop (step);

  if (stop != NULL)
    return g_object_ref (stop);

  return lieudit_stop_new (lieudit_anchors_ensure (lieudit_session_get_anchors (self->session), range->key_start, range->key_end),
                           NULL, NULL, FALSE);
}

/* While the text is being edited, its steps are those of the text before: they wait to be changed. */
static gboolean
may_change (LieuditLesson *self)
{
  return lieudit_analysis_get_article (self->analysis) == lieudit_session_get_article (self->session);
}

/* All stops as they are: one for each step, then those whose words are not there now, which are kept. */
static GPtrArray *
list_stops (LieuditLesson *self)
{
  LieuditStops *stops = lieudit_lesson_get_stops (self);
  GPtrArray *kept = lieudit_stops_get (stops, lieudit_stops_get_walk (stops));
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->steps->len; i++)
    {
      LieuditStop *stop = make_stop (self, g_ptr_array_index (self->steps, i));

      g_ptr_array_add (all, stop);
    }
  for (guint i = 0; i < kept->len; i++)
    {
      LieuditStop *stop = g_ptr_array_index (kept, i);

      if (!lieudit_anchor_is_located (lieudit_stop_get_anchor (stop)))
        g_ptr_array_add (all, g_object_ref (stop));
    }

  return all;
}

static void
replace_stops (LieuditLesson *self,
               GPtrArray     *stops,
               const char    *title)
{
  LieuditStops *kept = lieudit_lesson_get_stops (self);

  lieudit_stops_replace (kept, lieudit_stops_get_walk (kept), stops, title, lieudit_session_get_history (self->session));
}

static void
replace_stop (LieuditLesson *self,
              guint          position,
              const char    *title,
              const char    *question,
              gboolean       skipped,
              const char    *what)
{
  g_autoptr(GPtrArray) stops = NULL;
  LieuditStop *before;

  if (!may_change (self))
    return;

  stops = list_stops (self);
  before = g_ptr_array_index (stops, position);
  stops->pdata[position] = lieudit_stop_new (lieudit_stop_get_anchor (before), title, question, skipped);
  g_object_unref (before);
  replace_stops (self, stops, what);
}

/**
 * lieudit_lesson_set_skipped:
 * @self: a lesson
 * @position: a step
 * @skipped: whether the lesson passes it by
 *
 * Leaves a step out, or takes it in again.
 */
void
lieudit_lesson_set_skipped (LieuditLesson *self,
                            guint          position,
                            gboolean       skipped)
{
  LieuditStep *step;

  g_return_if_fail (LIEUDIT_IS_LESSON (self));
  g_return_if_fail (position < self->steps->len);

  step = g_ptr_array_index (self->steps, position);
  if (lieudit_step_is_skipped (step) != !!skipped)
    replace_stop (self, position, lieudit_step_get_title (step), lieudit_step_get_question (step), skipped,
                  skipped ? _("A step of the lesson was left out") : _("A step of the lesson was taken in again"));
}

/**
 * lieudit_lesson_write:
 * @self: a lesson
 * @position: a step
 * @title: (nullable): what it is called
 * @question: (nullable): what is asked at it
 *
 * Writes what the class sees beside the map. Nothing happens when that is written
 * there already.
 */
void
lieudit_lesson_write (LieuditLesson *self,
                      guint          position,
                      const char    *title,
                      const char    *question)
{
  LieuditStep *step;
  const char *title_before, *question_before;

  g_return_if_fail (LIEUDIT_IS_LESSON (self));
  g_return_if_fail (position < self->steps->len);

  step = g_ptr_array_index (self->steps, position);
  title_before = lieudit_step_get_title (step);
  question_before = lieudit_step_get_question (step);
  if (g_strcmp0 (title_before != NULL ? title_before : "", title != NULL ? title : "") == 0 &&
      g_strcmp0 (question_before != NULL ? question_before : "", question != NULL ? question : "") == 0)
    return;

  replace_stop (self, position, title, question, lieudit_step_is_skipped (step), _("A step of the lesson was written"));
}

/**
 * lieudit_lesson_move:
 * @self: a lesson
 * @from: a step
 * @to: where it is to be
 *
 * Changes the order of the steps.
 */
void
lieudit_lesson_move (LieuditLesson *self,
                     guint          from,
                     guint          to)
{
  g_autoptr(GPtrArray) stops = NULL;
  LieuditStop *moved;

  g_return_if_fail (LIEUDIT_IS_LESSON (self));
  g_return_if_fail (from < self->steps->len && to < self->steps->len);

  if (from == to || !may_change (self))
    return;

  stops = list_stops (self);
  moved = g_ptr_array_steal_index (stops, from);
  g_ptr_array_insert (stops, (gint) to, moved);
  replace_stops (self, stops, _("A step of the lesson was moved"));
}

/**
 * lieudit_lesson_reset:
 * @self: a lesson
 *
 * Follows the text again, and forgets what was prepared for this walk.
 */
void
lieudit_lesson_reset (LieuditLesson *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LIEUDIT_IS_LESSON (self));

  if (lieudit_lesson_is_prepared (self) && may_change (self))
    replace_stops (self, none, _("The steps of the lesson follow the text again"));
}
