/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-house-spelling.h"

/**
 * LieuditHouseSpelling:
 *
 * How a newsroom writes a place in the articles of one language. It never
 * changes.
 */
struct _LieuditHouseSpelling
{
  GObject          parent_instance;

  char            *place_id;
  char            *place_name;
  LieuditLanguage  language;
  char            *text;
};

G_DEFINE_FINAL_TYPE (LieuditHouseSpelling, lieudit_house_spelling, G_TYPE_OBJECT)

static void
lieudit_house_spelling_finalize (GObject *object)
{
  LieuditHouseSpelling *self = LIEUDIT_HOUSE_SPELLING (object);

  g_free (self->place_id);
  g_free (self->place_name);
  g_free (self->text);

  G_OBJECT_CLASS (lieudit_house_spelling_parent_class)->finalize (object);
}

static void
lieudit_house_spelling_class_init (LieuditHouseSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_house_spelling_finalize;
}

static void
lieudit_house_spelling_init (LieuditHouseSpelling *self)
{
}

/**
 * lieudit_house_spelling_new:
 * @place_id: a place's identifier in the gazetteer
 * @place_name: what the place is called where no article is open
 * @language: the language of the articles
 * @text: how they write the place
 *
 * Returns: (transfer full): the spelling
 */
LieuditHouseSpelling *
lieudit_house_spelling_new (const char      *place_id,
                            const char      *place_name,
                            LieuditLanguage  language,
                            const char      *text)
{
  LieuditHouseSpelling *self;

  g_return_val_if_fail (place_id != NULL && *place_id != '\0', NULL);
  g_return_val_if_fail (place_name != NULL && *place_name != '\0', NULL);
  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  self = g_object_new (LIEUDIT_TYPE_HOUSE_SPELLING, NULL);
  self->place_id = g_strdup (place_id);
  self->place_name = g_strdup (place_name);
  self->language = language;
  self->text = g_strdup (text);

  return self;
}

/**
 * lieudit_house_spelling_get_place_id:
 * @self: a house spelling
 *
 * Returns: (transfer none): the identifier of its place
 */
const char *
lieudit_house_spelling_get_place_id (LieuditHouseSpelling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLING (self), NULL);

  return self->place_id;
}

/**
 * lieudit_house_spelling_get_place_name:
 * @self: a house spelling
 *
 * Returns: (transfer none): what its place is called where no article is open
 */
const char *
lieudit_house_spelling_get_place_name (LieuditHouseSpelling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLING (self), NULL);

  return self->place_name;
}

/**
 * lieudit_house_spelling_get_language:
 * @self: a house spelling
 *
 * Returns: the language of the articles it holds in
 */
LieuditLanguage
lieudit_house_spelling_get_language (LieuditHouseSpelling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLING (self), LIEUDIT_LANGUAGE_UNKNOWN);

  return self->language;
}

/**
 * lieudit_house_spelling_get_text:
 * @self: a house spelling
 *
 * Returns: (transfer none): how the place is written
 */
const char *
lieudit_house_spelling_get_text (LieuditHouseSpelling *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLING (self), NULL);

  return self->text;
}
