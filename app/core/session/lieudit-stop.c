/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-stop.h"

#include <string.h>

/**
 * LieuditStop:
 *
 * Words of an article at which a lesson stops, with what the teacher says
 * there. It never changes.
 */
struct _LieuditStop
{
  GObject parent_instance;

  LieuditAnchor *anchor;
  char          *title;
  char          *question;
  gboolean       is_skipped;
};

G_DEFINE_FINAL_TYPE (LieuditStop, lieudit_stop, G_TYPE_OBJECT)

static void
lieudit_stop_finalize (GObject *object)
{
  LieuditStop *self = LIEUDIT_STOP (object);

  g_object_unref (self->anchor);
  g_free (self->title);
  g_free (self->question);

  G_OBJECT_CLASS (lieudit_stop_parent_class)->finalize (object);
}

static void
lieudit_stop_class_init (LieuditStopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_stop_finalize;
}

static void
lieudit_stop_init (LieuditStop *self)
{
}

static char *
dup_text (const char *text)
{
  gsize length;

  if (text == NULL || *text == '\0')
    return NULL;

  length = strlen (text);
  if (length > LIEUDIT_STOP_TEXT_LIMIT)
    length = (gsize) (g_utf8_find_prev_char (text, text + LIEUDIT_STOP_TEXT_LIMIT + 1) - text);

  return g_strndup (text, length);
}

/**
 * lieudit_stop_new:
 * @anchor: the words
 * @title: (nullable): what the stop is called
 * @question: (nullable): what is asked there
 * @is_skipped: whether the lesson goes on without stopping
 *
 * An empty title or question is none; one that is too long is cut.
 *
 * Returns: (transfer full): the stop
 */
LieuditStop *
lieudit_stop_new (LieuditAnchor *anchor,
                  const char    *title,
                  const char    *question,
                  gboolean       is_skipped)
{
  LieuditStop *self;

  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (anchor), NULL);

  self = g_object_new (LIEUDIT_TYPE_STOP, NULL);
  self->anchor = g_object_ref (anchor);
  self->title = dup_text (title);
  self->question = dup_text (question);
  self->is_skipped = !!is_skipped;

  return self;
}

/**
 * lieudit_stop_get_anchor:
 * @self: a stop
 *
 * Returns: (transfer none): the words
 */
LieuditAnchor *
lieudit_stop_get_anchor (LieuditStop *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOP (self), NULL);

  return self->anchor;
}

/**
 * lieudit_stop_get_title:
 * @self: a stop
 *
 * Returns: (transfer none) (nullable): what it is called
 */
const char *
lieudit_stop_get_title (LieuditStop *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOP (self), NULL);

  return self->title;
}

/**
 * lieudit_stop_get_question:
 * @self: a stop
 *
 * Returns: (transfer none) (nullable): what is asked there
 */
const char *
lieudit_stop_get_question (LieuditStop *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOP (self), NULL);

  return self->question;
}

/**
 * lieudit_stop_is_skipped:
 * @self: a stop
 *
 * Returns: whether the lesson goes on without stopping
 */
gboolean
lieudit_stop_is_skipped (LieuditStop *self)
{
  g_return_val_if_fail (LIEUDIT_IS_STOP (self), FALSE);

  return self->is_skipped;
}
