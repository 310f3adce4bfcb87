/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-place-record.h"

static void
name_record_clear (gpointer data)
{
  LieuditNameRecord *name = data;

  g_free (name->text);
}

/**
 * lieudit_place_record_new:
 * @id: the identifier
 *
 * Returns: (transfer full): a record with nothing but its identifier
 */
LieuditPlaceRecord *
lieudit_place_record_new (const char *id)
{
  LieuditPlaceRecord *self = g_new0 (LieuditPlaceRecord, 1);

  self->id = g_strdup (id);
  self->names = g_array_new (FALSE, FALSE, sizeof (LieuditNameRecord));
  g_array_set_clear_func (self->names, name_record_clear);

  return self;
}

/**
 * lieudit_place_record_free:
 * @self: (transfer full): a record
 *
 * Frees a record.
 */
void
lieudit_place_record_free (LieuditPlaceRecord *self)
{
  g_free (self->id);
  g_free (self->feature);
  g_free (self->country);
  g_free (self->parent);
  g_free (self->source);
  g_array_unref (self->names);
  g_free (self);
}

/**
 * lieudit_place_record_add_name:
 * @self: a record
 * @text: the name
 * @length: bytes of @text
 * @language: its language
 * @preferred: whether it is the first choice in its language
 *
 * Adds a name.
 */
void
lieudit_place_record_add_name (LieuditPlaceRecord *self,
                               const char         *text,
                               gsize               length,
                               LieuditLanguage     language,
                               gboolean            preferred)
{
  LieuditNameRecord name = { NULL, language, preferred, self->curated };

  name.text = g_strndup (text, length);
  g_array_append_val (self->names, name);
}
