/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-note.h"

/**
 * LieuditNote:
 *
 * What a person wrote about a place, or about a single mention. It never
 * changes.
 */
struct _LieuditNote
{
  GObject parent_instance;

  char                  *text;
  LieuditPlaceReference *place;
  LieuditAnchor         *anchor;
};

G_DEFINE_FINAL_TYPE (LieuditNote, lieudit_note, G_TYPE_OBJECT)

static void
lieudit_note_finalize (GObject *object)
{
  LieuditNote *self = LIEUDIT_NOTE (object);

  g_free (self->text);
  g_clear_pointer (&self->place, lieudit_place_reference_free);
  g_object_unref (self->anchor);

  G_OBJECT_CLASS (lieudit_note_parent_class)->finalize (object);
}

static void
lieudit_note_class_init (LieuditNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_note_finalize;
}

static void
lieudit_note_init (LieuditNote *self)
{
}

/**
 * lieudit_note_new:
 * @text: what is written
 * @place: (nullable): the place it is on; %NULL if it is on the words of @anchor
 * @anchor: words of the article that mean the place
 *
 * Returns: (transfer full): the note
 */
LieuditNote *
lieudit_note_new (const char                  *text,
                  const LieuditPlaceReference *place,
                  LieuditAnchor               *anchor)
{
  LieuditNote *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (anchor), NULL);

  self = g_object_new (LIEUDIT_TYPE_NOTE, NULL);
  self->text = g_strdup (text);
  self->place = place != NULL ? lieudit_place_reference_copy (place) : NULL;
  self->anchor = g_object_ref (anchor);

  return self;
}

/**
 * lieudit_note_get_text:
 * @self: a note
 *
 * Returns: (transfer none): what is written
 */
const char *
lieudit_note_get_text (LieuditNote *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NOTE (self), NULL);

  return self->text;
}

/**
 * lieudit_note_get_place:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): the place it is on
 */
const LieuditPlaceReference *
lieudit_note_get_place (LieuditNote *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NOTE (self), NULL);

  return self->place;
}

/**
 * lieudit_note_get_anchor:
 * @self: a note
 *
 * Returns: (transfer none): the words of the article that it is on, or that mean
 *   its place
 */
LieuditAnchor *
lieudit_note_get_anchor (LieuditNote *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NOTE (self), NULL);

  return self->anchor;
}
