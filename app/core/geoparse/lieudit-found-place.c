/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-found-place.h"

/**
 * LieuditFoundPlace:
 *
 * A place of the gazetteer together with the mentions of it in one article.
 */
struct _LieuditFoundPlace
{
  GObject parent_instance;

  LieuditPlace *place;
  char *name;
  GListStore *mentions;
  gboolean has_literal;
  double confidence;
  char *note;
};

G_DEFINE_FINAL_TYPE (LieuditFoundPlace, lieudit_found_place, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_PLACE,
  PROP_NAME,
  PROP_MENTIONS,
  PROP_CONFIDENCE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
lieudit_found_place_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LieuditFoundPlace *self = LIEUDIT_FOUND_PLACE (object);

  switch (property_id)
    {
    case PROP_PLACE:
      g_value_set_object (value, self->place);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_MENTIONS:
      g_value_set_object (value, self->mentions);
      break;

    case PROP_CONFIDENCE:
      g_value_set_double (value, self->confidence);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lieudit_found_place_finalize (GObject *object)
{
  LieuditFoundPlace *self = LIEUDIT_FOUND_PLACE (object);

  g_clear_object (&self->mentions);
  g_clear_object (&self->place);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (lieudit_found_place_parent_class)->finalize (object);
}

static void
lieudit_found_place_class_init (LieuditFoundPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lieudit_found_place_get_property;
  object_class->finalize = lieudit_found_place_finalize;

  /**
   * LieuditFoundPlace:place:
   *
   * The place of the gazetteer.
   */
  properties[PROP_PLACE] =
    g_param_spec_object ("place", NULL, NULL,
                         LIEUDIT_TYPE_PLACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditFoundPlace:name:
   *
   * The place's name in the language of the article.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditFoundPlace:mentions:
   *
   * A list of the [class@Mention]s of the place, in text order.
   */
  properties[PROP_MENTIONS] =
    g_param_spec_object ("mentions", NULL, NULL,
                         G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditFoundPlace:confidence:
   *
   * The greatest of the mentions' confidences, from 0 to 1.
   */
  properties[PROP_CONFIDENCE] =
    g_param_spec_double ("confidence", NULL, NULL,
                         0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
lieudit_found_place_init (LieuditFoundPlace *self)
{
  self->mentions = g_list_store_new (LIEUDIT_TYPE_MENTION);
}

/**
 * lieudit_found_place_new:
 * @place: a place of the gazetteer
 * @language: the language of the article
 *
 * Returns: (transfer full): the place, with no mention yet
 */
LieuditFoundPlace *
lieudit_found_place_new (LieuditPlace    *place,
                         LieuditLanguage  language)
{
  LieuditFoundPlace *self;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  self = g_object_new (LIEUDIT_TYPE_FOUND_PLACE, NULL);
  self->place = g_object_ref (place);
  self->name = g_strdup (lieudit_place_get_name (place, language));

  return self;
}

/**
 * lieudit_found_place_add_mention:
 * @self: a found place
 * @mention: a mention of it, after those added before in the text
 *
 * Appends a mention.
 */
void
lieudit_found_place_add_mention (LieuditFoundPlace *self,
                                 LieuditMention    *mention)
{
  double confidence;

  g_return_if_fail (LIEUDIT_IS_FOUND_PLACE (self));
  g_return_if_fail (LIEUDIT_IS_MENTION (mention));

  g_list_store_append (self->mentions, mention);

  if (lieudit_mention_get_kind (mention) == LIEUDIT_MENTION_LITERAL)
    self->has_literal = TRUE;

  confidence = lieudit_mention_get_confidence (mention);
  if (confidence > self->confidence)
    {
      self->confidence = confidence;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
    }
}

/**
 * lieudit_found_place_get_place:
 * @self: a found place
 *
 * Returns: (transfer none): the place of the gazetteer
 */
LieuditPlace *
lieudit_found_place_get_place (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), NULL);

  return self->place;
}

/**
 * lieudit_found_place_get_name:
 * @self: a found place
 *
 * Returns: (transfer none): its name in the language of the article
 */
const char *
lieudit_found_place_get_name (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), NULL);

  return self->name;
}

/**
 * lieudit_found_place_get_n_mentions:
 * @self: a found place
 *
 * Returns: how often the article mentions it
 */
guint
lieudit_found_place_get_n_mentions (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->mentions));
}

/**
 * lieudit_found_place_get_mentions:
 * @self: a found place
 *
 * Returns: (transfer none): a list of its [class@Mention]s, in text order
 */
GListModel *
lieudit_found_place_get_mentions (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), NULL);

  return G_LIST_MODEL (self->mentions);
}

/**
 * lieudit_found_place_has_literal:
 * @self: a found place
 *
 * Returns: whether the article means the place itself anywhere, rather than
 *   those who govern it
 */
gboolean
lieudit_found_place_has_literal (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), FALSE);

  return self->has_literal;
}

/**
 * lieudit_found_place_get_confidence:
 * @self: a found place
 *
 * Returns: the greatest of its mentions' confidences, from 0 to 1
 */
double
lieudit_found_place_get_confidence (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), 0.0);

  return self->confidence;
}

/**
 * lieudit_found_place_get_status:
 * @self: a found place
 *
 * Returns: whether a person checked it: unchecked as long as a mention is,
 *   corrected as soon as a mention is
 */
LieuditMentionStatus
lieudit_found_place_get_status (LieuditFoundPlace *self)
{
  LieuditMentionStatus status = LIEUDIT_MENTION_CONFIRMED;

  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), LIEUDIT_MENTION_UNCHECKED);

  for (guint i = 0; i < lieudit_found_place_get_n_mentions (self); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (G_LIST_MODEL (self->mentions), i);
      LieuditMentionStatus of_mention = lieudit_mention_get_status (mention);

      if (of_mention == LIEUDIT_MENTION_UNCHECKED)
        return LIEUDIT_MENTION_UNCHECKED;
      if (of_mention == LIEUDIT_MENTION_CORRECTED)
        status = LIEUDIT_MENTION_CORRECTED;
    }

  return status;
}

/**
 * lieudit_found_place_get_note:
 * @self: a found place
 *
 * Returns: (transfer none) (nullable): what a person wrote about it
 */
const char *
lieudit_found_place_get_note (LieuditFoundPlace *self)
{
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (self), NULL);

  return self->note;
}

/**
 * lieudit_found_place_set_note:
 * @self: a found place
 * @note: (nullable): what a person wrote about it
 *
 * Puts a note on the place, to be exported with it.
 */
void
lieudit_found_place_set_note (LieuditFoundPlace *self,
                              const char        *note)
{
  g_return_if_fail (LIEUDIT_IS_FOUND_PLACE (self));

  g_free (self->note);
  self->note = g_strdup (note);
}
