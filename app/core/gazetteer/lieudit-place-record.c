/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-place-record.h"

#include <string.h>

#include "gazetteer/lieudit-feature.h"

/* Ranks stand above all populations. */
#define RANK_SHIFT 30
#define LARGEST_POPULATION ((1u << RANK_SHIFT) - 1)

/*
 * An area counts the inhabitants of the town that it is called after, and of
 * all others: Saint Petersburg is the city before it is the federal subject.
 */
#define AREA_SHARE 4

/* What people look after is spoken of more than a town of its size: Bethlehem in Palestine before the one in Pennsylvania. */
#define CURATED_WEIGHT 4

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

/*
 * Who writes a gazetteer by hand writes down what the news speak of. Where
 * there is no population to tell how often, a place counts like a town of so
 * many inhabitants.
 */
static guint
assume_population (const LieuditPlaceRecord *self)
{
  if (!self->curated && g_strcmp0 (self->source, "by-hand") != 0)
    return 0;

  switch (lieudit_feature_class_from_code (self->feature))
    {
    case LIEUDIT_FEATURE_AREA:
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_RELIEF:
      return 1000000;

    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_ROAD:
    case LIEUDIT_FEATURE_SITE:
      return 100000;

    case LIEUDIT_FEATURE_COUNTRY:
    case LIEUDIT_FEATURE_CAPITAL:
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_DISTRICT:
    case LIEUDIT_FEATURE_OTHER:
    default:
      return 20000;
    }
}

/**
 * lieudit_place_record_get_importance:
 * @self: a record
 *
 * Tells which of several places of one name comes first: continents and
 * countries, then capitals, then what has more inhabitants.
 *
 * Returns: a number that is larger for what is more important
 */
guint32
lieudit_place_record_get_importance (const LieuditPlaceRecord *self)
{
  guint32 population = self->population;
  guint32 rank = 0;

  switch (lieudit_feature_class_from_code (self->feature))
    {
    case LIEUDIT_FEATURE_COUNTRY:
      rank = 3;
      break;

    case LIEUDIT_FEATURE_CAPITAL:
      rank = 2;
      break;

    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_DISTRICT:
      population /= AREA_SHARE;
      break;

    case LIEUDIT_FEATURE_AREA:
      rank = strcmp (self->feature, "CONT") == 0 ? 3 : 0;
      break;

    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_RELIEF:
    case LIEUDIT_FEATURE_ROAD:
    case LIEUDIT_FEATURE_SITE:
    case LIEUDIT_FEATURE_OTHER:
    default:
      break;
    }

  if (self->population == 0)
    population = assume_population (self);
  else if (self->curated)
    population = MIN (population, LARGEST_POPULATION / CURATED_WEIGHT) * CURATED_WEIGHT;

  return rank << RANK_SHIFT | MIN (population, LARGEST_POPULATION);
}
