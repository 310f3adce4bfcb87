/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lesson/lieudit-lesson-player.h"

/**
 * LieuditLessonPlayer:
 *
 * Where a class is in a lesson: before the first step, when it sees the whole
 * article, or at one. It goes on when it is told to, or by itself.
 */
struct _LieuditLessonPlayer
{
  GObject parent_instance;

  LieuditLesson *lesson;
  guint          position;
  gsize          code_point; /* of the step at the position, to find it again */
  guint          timeout;    /* until the next step, while it plays */
};

enum {
  PROP_0,
  PROP_PLAYING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditLessonPlayer, lieudit_lesson_player, G_TYPE_OBJECT)

static void
move (LieuditLessonPlayer *self,
      guint                position)
{
  LieuditStep *step = lieudit_lesson_get_step (self->lesson, position);

  self->position = step != NULL ? position : LIEUDIT_LESSON_NOWHERE;
  self->code_point = step != NULL ? lieudit_step_get_range (step)->key_start : 0;
  g_signal_emit (self, signals[MOVED], 0);
}

/* The steps are others now: the class stays at the words where it is. */
static void
steps_changed_cb (LieuditLessonPlayer *self)
{
  move (self, self->position != LIEUDIT_LESSON_NOWHERE ? lieudit_lesson_find_at (self->lesson, self->code_point) : LIEUDIT_LESSON_NOWHERE);
}

static void start_timeout (LieuditLessonPlayer *self);

static gboolean
timeout_cb (gpointer user_data)
{
  LieuditLessonPlayer *self = LIEUDIT_LESSON_PLAYER (user_data);

  self->timeout = 0;
  if (lieudit_lesson_player_go_on (self))
    start_timeout (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);

  return G_SOURCE_REMOVE;
}

static void
start_timeout (LieuditLessonPlayer *self)
{
  self->timeout = g_timeout_add_seconds (lieudit_stops_get_seconds (lieudit_lesson_get_stops (self->lesson)), timeout_cb, self);
}

static void
lieudit_lesson_player_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  LieuditLessonPlayer *self = LIEUDIT_LESSON_PLAYER (object);

  switch (property_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, lieudit_lesson_player_is_playing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_lesson_player_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  LieuditLessonPlayer *self = LIEUDIT_LESSON_PLAYER (object);

  switch (property_id)
    {
    case PROP_PLAYING:
      lieudit_lesson_player_set_playing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_lesson_player_dispose (GObject *object)
{
  LieuditLessonPlayer *self = LIEUDIT_LESSON_PLAYER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (lieudit_lesson_player_parent_class)->dispose (object);
}

static void
lieudit_lesson_player_class_init (LieuditLessonPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lieudit_lesson_player_get_property;
  object_class->set_property = lieudit_lesson_player_set_property;
  object_class->dispose = lieudit_lesson_player_dispose;

  /**
   * LieuditLessonPlayer:playing:
   *
   * Whether it goes on by itself.
   */
  properties[PROP_PLAYING] =
    g_param_spec_boolean ("playing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LieuditLessonPlayer::moved:
   * @self: a player
   *
   * The class is at another step, or at one that says something else.
   */
  signals[MOVED] =
    g_signal_new ("moved", LIEUDIT_TYPE_LESSON_PLAYER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_lesson_player_init (LieuditLessonPlayer *self)
{
  self->position = LIEUDIT_LESSON_NOWHERE;
}

/**
 * lieudit_lesson_player_new:
 * @lesson: a lesson
 *
 * Returns: (transfer full): a class before the first step
 */
LieuditLessonPlayer *
lieudit_lesson_player_new (LieuditLesson *lesson)
{
  LieuditLessonPlayer *self;

  g_return_val_if_fail (LIEUDIT_IS_LESSON (lesson), NULL);

  self = g_object_new (LIEUDIT_TYPE_LESSON_PLAYER, NULL);
  self->lesson = g_object_ref (lesson);
  g_signal_connect_object (lesson, "items-changed", G_CALLBACK (steps_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_lesson_player_get_lesson:
 * @self: a player
 *
 * Returns: (transfer none): its lesson
 */
LieuditLesson *
lieudit_lesson_player_get_lesson (LieuditLessonPlayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON_PLAYER (self), NULL);

  return self->lesson;
}

/**
 * lieudit_lesson_player_get_position:
 * @self: a player
 *
 * Returns: the step that is shown, or %LIEUDIT_LESSON_NOWHERE before the first
 */
guint
lieudit_lesson_player_get_position (LieuditLessonPlayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON_PLAYER (self), LIEUDIT_LESSON_NOWHERE);

  return self->position;
}

/**
 * lieudit_lesson_player_go_to:
 * @self: a player
 * @position: a step, or %LIEUDIT_LESSON_NOWHERE to show the whole article
 *
 * Shows another step.
 */
void
lieudit_lesson_player_go_to (LieuditLessonPlayer *self,
                             guint                position)
{
  g_return_if_fail (LIEUDIT_IS_LESSON_PLAYER (self));

  if (position != self->position)
    move (self, position);
}

/**
 * lieudit_lesson_player_go_on:
 * @self: a player
 *
 * Shows the next step that is not skipped.
 *
 * Returns: whether there is one
 */
gboolean
lieudit_lesson_player_go_on (LieuditLessonPlayer *self)
{
  guint next;

  g_return_val_if_fail (LIEUDIT_IS_LESSON_PLAYER (self), FALSE);

  next = lieudit_lesson_find_next (self->lesson, self->position);
  if (next == LIEUDIT_LESSON_NOWHERE)
    return FALSE;
  move (self, next);

  return TRUE;
}

/**
 * lieudit_lesson_player_go_back:
 * @self: a player
 *
 * Shows the step before, or before the first the whole article.
 *
 * Returns: whether something else is shown
 */
gboolean
lieudit_lesson_player_go_back (LieuditLessonPlayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON_PLAYER (self), FALSE);

  if (self->position == LIEUDIT_LESSON_NOWHERE)
    return FALSE;
  move (self, lieudit_lesson_find_previous (self->lesson, self->position));

  return TRUE;
}

/**
 * lieudit_lesson_player_is_playing:
 * @self: a player
 *
 * Returns: whether it goes on by itself
 */
gboolean
lieudit_lesson_player_is_playing (LieuditLessonPlayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_LESSON_PLAYER (self), FALSE);

  return self->timeout != 0;
}

/**
 * lieudit_lesson_player_set_playing:
 * @self: a player
 * @is_playing: whether to go on by itself
 *
 * Starts with the next step at once, from the beginning when the last is shown,
 * or pauses.
 */
void
lieudit_lesson_player_set_playing (LieuditLessonPlayer *self,
                                   gboolean             is_playing)
{
  g_return_if_fail (LIEUDIT_IS_LESSON_PLAYER (self));

  if (!!is_playing == lieudit_lesson_player_is_playing (self))
    return;

  if (!is_playing)
    g_clear_handle_id (&self->timeout, g_source_remove);
  else if (lieudit_lesson_player_go_on (self))
    start_timeout (self);
  else if (lieudit_lesson_find_first (self->lesson) != LIEUDIT_LESSON_NOWHERE)
    {
      move (self, lieudit_lesson_find_first (self->lesson));
      start_timeout (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}
