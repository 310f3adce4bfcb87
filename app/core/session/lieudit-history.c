/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-history.h"

typedef struct {
  char              *title;
  LieuditChangeFunc  undo;
  LieuditChangeFunc  redo;
  gpointer           data;
  GDestroyNotify     data_free;
  guint64            serial;    /* of the moment when it was made or undone last, in this process */
  guint64            identity;  /* of the state that it leads to */
} Change;

/**
 * LieuditHistory:
 *
 * What a person changed, in order, to be taken back and made again one by one.
 * It knows nothing of the changes but how to undo and redo them.
 */
struct _LieuditHistory
{
  GObject parent_instance;

  GPtrArray *changes;
  guint      n_done; /* of the changes: those behind were taken back */
  GPtrArray *group;  /* of changes that are made as one, while they are made */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditHistory, lieudit_history, G_TYPE_OBJECT)

static guint64
next_serial (void)
{
  static guint64 serial;

  return ++serial;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  if (change->data_free != NULL)
    change->data_free (change->data);
  g_free (change->title);
  g_free (change);
}

/* Each of a group that fails leaves the group as it was. */
static gboolean
undo_group (gpointer   data,
            GError   **error)
{
  GPtrArray *group = data;

  for (guint i = group->len; i-- > 0;)
    {
      Change *change = g_ptr_array_index (group, i);

      if (change->undo (change->data, error))
        continue;
      while (++i < group->len)
        {
          change = g_ptr_array_index (group, i);
          change->redo (change->data, NULL);
        }
      return FALSE;
    }

  return TRUE;
}

static gboolean
redo_group (gpointer   data,
            GError   **error)
{
  GPtrArray *group = data;

  for (guint i = 0; i < group->len; i++)
    {
      Change *change = g_ptr_array_index (group, i);

      if (change->redo (change->data, error))
        continue;
      while (i-- > 0)
        {
          change = g_ptr_array_index (group, i);
          change->undo (change->data, NULL);
        }
      return FALSE;
    }

  return TRUE;
}

static void
lieudit_history_finalize (GObject *object)
{
  g_clear_pointer (&LIEUDIT_HISTORY (object)->group, g_ptr_array_unref);
  g_ptr_array_unref (LIEUDIT_HISTORY (object)->changes);

  G_OBJECT_CLASS (lieudit_history_parent_class)->finalize (object);
}

static void
lieudit_history_class_init (LieuditHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_history_finalize;

  /**
   * LieuditHistory::changed:
   * @self: a history
   *
   * There is something else to undo or redo.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_HISTORY, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_history_init (LieuditHistory *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

/**
 * lieudit_history_new:
 *
 * Returns: (transfer full): a history without changes
 */
LieuditHistory *
lieudit_history_new (void)
{
  return g_object_new (LIEUDIT_TYPE_HISTORY, NULL);
}

/**
 * lieudit_history_add:
 * @self: a history
 * @title: what was done, as a sentence for the person who did it
 * @undo: (scope notified): takes the change back
 * @redo: (scope notified): makes it again
 * @data: (closure): for @undo and @redo
 * @data_free: (nullable): frees @data
 *
 * Remembers a change that has just been made. What was taken back before
 * cannot be made again any more.
 */
void
lieudit_history_add (LieuditHistory    *self,
                     const char        *title,
                     LieuditChangeFunc  undo,
                     LieuditChangeFunc  redo,
                     gpointer           data,
                     GDestroyNotify     data_free)
{
  Change *change;

  g_return_if_fail (LIEUDIT_IS_HISTORY (self));
  g_return_if_fail (title != NULL && undo != NULL && redo != NULL);

  change = g_new0 (Change, 1);
  change->title = g_strdup (title);
  change->undo = undo;
  change->redo = redo;
  change->data = data;
  change->data_free = data_free;
  change->serial = change->identity = next_serial ();

  if (self->group != NULL)
    {
      g_ptr_array_add (self->group, change);
      return;
    }

  g_ptr_array_set_size (self->changes, self->n_done);
  g_ptr_array_add (self->changes, change);
  self->n_done = self->changes->len;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lieudit_history_begin_group:
 * @self: a history
 *
 * Takes what is added from now on for parts of one change.
 */
void
lieudit_history_begin_group (LieuditHistory *self)
{
  g_return_if_fail (LIEUDIT_IS_HISTORY (self));
  g_return_if_fail (self->group == NULL);

  self->group = g_ptr_array_new_with_free_func (change_free);
}

/**
 * lieudit_history_end_group:
 * @self: a history with a group that was begun
 *
 * Adds the parts as one change, which is called as the last of them. Nothing is
 * added when there are none.
 */
void
lieudit_history_end_group (LieuditHistory *self)
{
  GPtrArray *group;
  Change *last;

  g_return_if_fail (LIEUDIT_IS_HISTORY (self));
  g_return_if_fail (self->group != NULL);

  group = g_steal_pointer (&self->group);
  if (group->len == 0)
    {
      g_ptr_array_unref (group);
      return;
    }

  last = g_ptr_array_index (group, group->len - 1);
  lieudit_history_add (self, last->title, undo_group, redo_group, group, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lieudit_history_get_undo_title:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what lieudit_history_undo() would take
 *   back; %NULL when there is nothing
 */
const char *
lieudit_history_get_undo_title (LieuditHistory *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), NULL);

  return self->n_done > 0 ? ((Change *) g_ptr_array_index (self->changes, self->n_done - 1))->title : NULL;
}

/**
 * lieudit_history_get_redo_title:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what lieudit_history_redo() would make
 *   again; %NULL when there is nothing
 */
const char *
lieudit_history_get_redo_title (LieuditHistory *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), NULL);

  return self->n_done < self->changes->len ? ((Change *) g_ptr_array_index (self->changes, self->n_done))->title : NULL;
}

/**
 * lieudit_history_undo:
 * @self: a history
 * @error: return location for an error
 *
 * Takes back the last change. When that fails, it can be tried again. Does
 * nothing when there is no change.
 *
 * Returns: whether nothing failed
 */
gboolean
lieudit_history_undo (LieuditHistory  *self,
                      GError         **error)
{
  Change *change;

  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), FALSE);

  if (self->n_done == 0)
    return TRUE;

  change = g_ptr_array_index (self->changes, self->n_done - 1);
  if (!change->undo (change->data, error))
    return FALSE;

  change->serial = next_serial ();
  self->n_done--;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * lieudit_history_redo:
 * @self: a history
 * @error: return location for an error
 *
 * Makes the change again that was taken back last. When that fails, it can be
 * tried again. Does nothing when there is none.
 *
 * Returns: whether nothing failed
 */
gboolean
lieudit_history_redo (LieuditHistory  *self,
                      GError         **error)
{
  Change *change;

  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), FALSE);

  if (self->n_done == self->changes->len)
    return TRUE;

  change = g_ptr_array_index (self->changes, self->n_done);
  if (!change->redo (change->data, error))
    return FALSE;

  change->serial = next_serial ();
  self->n_done++;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * lieudit_history_get_state:
 * @self: a history
 *
 * Tells apart what there was at different times. To undo and redo leads back to
 * the same state.
 *
 * Returns: a number for the present state; 0 before any change
 */
guint64
lieudit_history_get_state (LieuditHistory *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), 0);

  return self->n_done > 0 ? ((Change *) g_ptr_array_index (self->changes, self->n_done - 1))->identity : 0;
}

/**
 * lieudit_history_get_undo_serial:
 * @self: a history
 *
 * Returns: when the change was made that lieudit_history_undo() would take back,
 *   as a number that grows from one change of any history to the next; 0 when
 *   there is nothing
 */
guint64
lieudit_history_get_undo_serial (LieuditHistory *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), 0);

  return self->n_done > 0 ? ((Change *) g_ptr_array_index (self->changes, self->n_done - 1))->serial : 0;
}

/**
 * lieudit_history_get_redo_serial:
 * @self: a history
 *
 * Returns: when the change was taken back that lieudit_history_redo() would make
 *   again; 0 when there is none
 */
guint64
lieudit_history_get_redo_serial (LieuditHistory *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (self), 0);

  return self->n_done < self->changes->len ? ((Change *) g_ptr_array_index (self->changes, self->n_done))->serial : 0;
}
