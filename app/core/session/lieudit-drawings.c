/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-drawings.h"

#include <glib/gi18n.h>

/**
 * LieuditDrawings:
 *
 * What a person drew on the map of an article, the latest on top.
 */
struct _LieuditDrawings
{
  GObject parent_instance;

  GPtrArray *drawings; /* never changed: another one takes its place */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditDrawings, lieudit_drawings, G_TYPE_OBJECT)

typedef struct {
  LieuditDrawings *drawings;
  GPtrArray       *before;
  GPtrArray       *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->drawings);
  g_ptr_array_unref (change->before);
  g_ptr_array_unref (change->after);
  g_free (change);
}

static void
put (LieuditDrawings *self,
     GPtrArray       *drawings)
{
  g_ptr_array_ref (drawings);
  g_ptr_array_unref (self->drawings);
  self->drawings = drawings;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  put (change->drawings, change->before);
  return TRUE;
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  put (change->drawings, change->after);
  return TRUE;
}

static void
replace (LieuditDrawings *self,
         GPtrArray       *drawings,
         const char      *title,
         LieuditHistory  *history)
{
  Change *change = g_new0 (Change, 1);

  change->drawings = g_object_ref (self);
  change->before = g_ptr_array_ref (self->drawings);
  change->after = g_ptr_array_ref (drawings);
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);
  put (self, drawings);
}

static GPtrArray *
copy (LieuditDrawings *self)
{
  GPtrArray *drawings = g_ptr_array_new_full (self->drawings->len + 1, g_object_unref);

  for (guint i = 0; i < self->drawings->len; i++)
    g_ptr_array_add (drawings, g_object_ref (g_ptr_array_index (self->drawings, i)));

  return drawings;
}

static void
lieudit_drawings_finalize (GObject *object)
{
  g_ptr_array_unref (LIEUDIT_DRAWINGS (object)->drawings);

  G_OBJECT_CLASS (lieudit_drawings_parent_class)->finalize (object);
}

static void
lieudit_drawings_class_init (LieuditDrawingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_drawings_finalize;

  /**
   * LieuditDrawings::changed:
   * @self: drawings
   *
   * Something was drawn or removed.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_DRAWINGS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_drawings_init (LieuditDrawings *self)
{
  self->drawings = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lieudit_drawings_new:
 *
 * Returns: (transfer full): an empty map
 */
LieuditDrawings *
lieudit_drawings_new (void)
{
  return g_object_new (LIEUDIT_TYPE_DRAWINGS, NULL);
}

/**
 * lieudit_drawings_get_n:
 * @self: drawings
 *
 * Returns: how many there are
 */
guint
lieudit_drawings_get_n (LieuditDrawings *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWINGS (self), 0);

  return self->drawings->len;
}

/**
 * lieudit_drawings_get:
 * @self: drawings
 * @index: which, the lowest first
 *
 * Returns: (transfer none) (nullable): the drawing, or %NULL if there is none
 */
LieuditDrawing *
lieudit_drawings_get (LieuditDrawings *self,
                      guint            index)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWINGS (self), NULL);

  return index < self->drawings->len ? g_ptr_array_index (self->drawings, index) : NULL;
}

/**
 * lieudit_drawings_dup:
 * @self: drawings
 *
 * Returns: (transfer full) (element-type LieuditDrawing): all of them as they are
 *   now, not to be changed
 */
GPtrArray *
lieudit_drawings_dup (LieuditDrawings *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWINGS (self), NULL);

  return g_ptr_array_ref (self->drawings);
}

static const char *
describe (LieuditDrawing *drawing)
{
  switch (lieudit_drawing_get_kind (drawing))
    {
    case LIEUDIT_DRAWING_ARROW:
      return _("An arrow was drawn");
    case LIEUDIT_DRAWING_CIRCLE:
      return _("A circle was drawn");
    case LIEUDIT_DRAWING_TEXT:
      return _("A text was put on the map");
    case LIEUDIT_DRAWING_LINE:
    default:
      return _("A line was drawn");
    }
}

/**
 * lieudit_drawings_add:
 * @self: drawings
 * @drawing: what was drawn
 * @history: where that is remembered, to be undone
 *
 * Puts something on top of what was drawn before.
 */
void
lieudit_drawings_add (LieuditDrawings *self,
                      LieuditDrawing  *drawing,
                      LieuditHistory  *history)
{
  g_autoptr(GPtrArray) drawings = NULL;

  g_return_if_fail (LIEUDIT_IS_DRAWINGS (self));
  g_return_if_fail (LIEUDIT_IS_DRAWING (drawing));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  drawings = copy (self);
  g_ptr_array_add (drawings, g_object_ref (drawing));
  replace (self, drawings, describe (drawing), history);
}

/**
 * lieudit_drawings_remove:
 * @self: drawings
 * @index: which
 * @history: where that is remembered, to be undone
 *
 * Takes something away.
 */
void
lieudit_drawings_remove (LieuditDrawings *self,
                         guint            index,
                         LieuditHistory  *history)
{
  g_autoptr(GPtrArray) drawings = NULL;

  g_return_if_fail (LIEUDIT_IS_DRAWINGS (self));
  g_return_if_fail (index < self->drawings->len);
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  drawings = copy (self);
  g_ptr_array_remove_index (drawings, index);
  replace (self, drawings, _("A drawing was removed"), history);
}

/**
 * lieudit_drawings_remove_all:
 * @self: drawings
 * @history: where that is remembered, to be undone
 *
 * Takes everything away. Nothing happens when there is nothing.
 */
void
lieudit_drawings_remove_all (LieuditDrawings *self,
                             LieuditHistory  *history)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LIEUDIT_IS_DRAWINGS (self));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  if (self->drawings->len > 0)
    replace (self, none, _("All drawings were removed"), history);
}

/**
 * lieudit_drawings_restore:
 * @self: drawings that nobody follows yet
 * @drawing: one that was saved, after those below it
 *
 * Takes a drawing over from a file.
 */
void
lieudit_drawings_restore (LieuditDrawings *self,
                          LieuditDrawing  *drawing)
{
  g_return_if_fail (LIEUDIT_IS_DRAWINGS (self));
  g_return_if_fail (LIEUDIT_IS_DRAWING (drawing));

  if (self->drawings->len < LIEUDIT_DRAWINGS_MOST)
    g_ptr_array_add (self->drawings, g_object_ref (drawing));
}
