/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-notes.h"

#include <glib/gi18n.h>

/**
 * LieuditNotes:
 *
 * What a person wrote about places and about single mentions of an article.
 */
struct _LieuditNotes
{
  GObject parent_instance;

  GHashTable *of_places;   /* identifier -> LieuditNote */
  GHashTable *of_mentions; /* LieuditAnchor -> LieuditNote */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditNotes, lieudit_notes, G_TYPE_OBJECT)

/* Either note may be missing; both are on the same place, or on the same mention. */
typedef struct {
  LieuditNotes *notes;
  LieuditNote  *before;
  LieuditNote  *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->notes);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static void
put_note (LieuditNotes *self,
          LieuditNote  *note)
{
  const LieuditPlaceReference *place = lieudit_note_get_place (note);

  if (place != NULL)
    g_hash_table_replace (self->of_places, place->id, g_object_ref (note));
  else
    g_hash_table_replace (self->of_mentions, lieudit_note_get_anchor (note), g_object_ref (note));
}

static void
drop_note (LieuditNotes *self,
           LieuditNote  *note)
{
  const LieuditPlaceReference *place = lieudit_note_get_place (note);

  if (place != NULL)
    g_hash_table_remove (self->of_places, place->id);
  else
    g_hash_table_remove (self->of_mentions, lieudit_note_get_anchor (note));
}

static void
replace_note (LieuditNotes *self,
              LieuditNote  *before,
              LieuditNote  *after)
{
  if (after != NULL)
    put_note (self, after);
  else
    drop_note (self, before);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  replace_note (change->notes, change->after, change->before);
  return TRUE;
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  replace_note (change->notes, change->before, change->after);
  return TRUE;
}

static void
change_note (LieuditNotes                *self,
             LieuditNote                 *before,
             const LieuditPlaceReference *place,
             LieuditAnchor               *anchor,
             const char                  *text,
             LieuditHistory              *history)
{
  const char *name = place != NULL ? place->name : lieudit_anchor_get_exact (anchor);
  gboolean is_empty = text == NULL || *text == '\0';
  g_autofree char *title = NULL;
  Change *change;

  if (g_strcmp0 (before != NULL ? lieudit_note_get_text (before) : "", is_empty ? "" : text) == 0)
    return;

  change = g_new0 (Change, 1);
  change->notes = g_object_ref (self);
  g_set_object (&change->before, before);
  change->after = !is_empty ? lieudit_note_new (text, place, anchor) : NULL;
  title = g_strdup_printf (change->after != NULL ? _("The note on “%s” was written") : _("The note on “%s” was removed"), name);
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);
  replace_note (self, change->before, change->after);
}

static void
lieudit_notes_finalize (GObject *object)
{
  LieuditNotes *self = LIEUDIT_NOTES (object);

  g_hash_table_unref (self->of_places);
  g_hash_table_unref (self->of_mentions);

  G_OBJECT_CLASS (lieudit_notes_parent_class)->finalize (object);
}

static void
lieudit_notes_class_init (LieuditNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_notes_finalize;

  /**
   * LieuditNotes::changed:
   * @self: notes
   *
   * A note was written, changed or removed.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_NOTES, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_notes_init (LieuditNotes *self)
{
  self->of_places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->of_mentions = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * lieudit_notes_new:
 *
 * Returns: (transfer full): no notes yet, for an article
 */
LieuditNotes *
lieudit_notes_new (void)
{
  return g_object_new (LIEUDIT_TYPE_NOTES, NULL);
}

/**
 * lieudit_notes_get_n:
 * @self: notes
 *
 * Returns: how many there are
 */
guint
lieudit_notes_get_n (LieuditNotes *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NOTES (self), 0);

  return g_hash_table_size (self->of_places) + g_hash_table_size (self->of_mentions);
}

static const char *
get_text (LieuditNote *note)
{
  return note != NULL ? lieudit_note_get_text (note) : NULL;
}

/**
 * lieudit_notes_get_for_place:
 * @self: notes
 * @id: the identifier of a place
 *
 * Returns: (transfer none) (nullable): what was written about it
 */
const char *
lieudit_notes_get_for_place (LieuditNotes *self,
                             const char   *id)
{
  g_return_val_if_fail (LIEUDIT_IS_NOTES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_text (g_hash_table_lookup (self->of_places, id));
}

/**
 * lieudit_notes_get_for_mention:
 * @self: notes
 * @anchor: (nullable): the words of a mention
 *
 * Returns: (transfer none) (nullable): what was written about them
 */
const char *
lieudit_notes_get_for_mention (LieuditNotes  *self,
                               LieuditAnchor *anchor)
{
  g_return_val_if_fail (LIEUDIT_IS_NOTES (self), NULL);

  return anchor != NULL ? get_text (g_hash_table_lookup (self->of_mentions, anchor)) : NULL;
}

/**
 * lieudit_notes_set_for_place:
 * @self: notes
 * @place: a place
 * @anchor: words of the article that mean it
 * @text: (nullable): what to write about it; empty or %NULL to remove the note
 * @history: where that is remembered, to be undone
 *
 * Writes about a place. Nothing happens when that is written there already.
 */
void
lieudit_notes_set_for_place (LieuditNotes                *self,
                             const LieuditPlaceReference *place,
                             LieuditAnchor               *anchor,
                             const char                  *text,
                             LieuditHistory              *history)
{
  g_return_if_fail (LIEUDIT_IS_NOTES (self));
  g_return_if_fail (place != NULL);
  g_return_if_fail (LIEUDIT_IS_ANCHOR (anchor));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  change_note (self, g_hash_table_lookup (self->of_places, place->id), place, anchor, text, history);
}

/**
 * lieudit_notes_set_for_mention:
 * @self: notes
 * @anchor: the words of a mention
 * @text: (nullable): what to write about it; empty or %NULL to remove the note
 * @history: where that is remembered, to be undone
 *
 * Writes about a single mention. Nothing happens when that is written there
 * already.
 */
void
lieudit_notes_set_for_mention (LieuditNotes   *self,
                               LieuditAnchor  *anchor,
                               const char     *text,
                               LieuditHistory *history)
{
  g_return_if_fail (LIEUDIT_IS_NOTES (self));
  g_return_if_fail (LIEUDIT_IS_ANCHOR (anchor));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  change_note (self, g_hash_table_lookup (self->of_mentions, anchor), NULL, anchor, text, history);
}

/**
 * lieudit_notes_restore:
 * @self: notes that nobody follows yet
 * @note: one that was saved; its anchor is one of the article's
 *
 * Takes a note over from a file.
 */
void
lieudit_notes_restore (LieuditNotes *self,
                       LieuditNote  *note)
{
  g_return_if_fail (LIEUDIT_IS_NOTES (self));
  g_return_if_fail (LIEUDIT_IS_NOTE (note));

  put_note (self, note);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  LieuditNote *note_a = *(LieuditNote **) a, *note_b = *(LieuditNote **) b;
  const LieuditPlaceReference *place_a = lieudit_note_get_place (note_a), *place_b = lieudit_note_get_place (note_b);
  gsize start_a = lieudit_anchor_get_start (lieudit_note_get_anchor (note_a));
  gsize start_b = lieudit_anchor_get_start (lieudit_note_get_anchor (note_b));

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;

  return g_strcmp0 (place_a != NULL ? place_a->id : NULL, place_b != NULL ? place_b->id : NULL);
}

static void
add_notes (GPtrArray  *notes,
           GHashTable *table)
{
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    g_ptr_array_add (notes, g_object_ref (note));
}

/**
 * lieudit_notes_dup_all:
 * @self: notes
 *
 * Returns: (transfer full) (element-type LieuditNote): all of them, in the order
 *   of the text
 */
GPtrArray *
lieudit_notes_dup_all (LieuditNotes *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (LIEUDIT_IS_NOTES (self), notes);

  add_notes (notes, self->of_places);
  add_notes (notes, self->of_mentions);
  g_ptr_array_sort (notes, compare_notes);

  return notes;
}
