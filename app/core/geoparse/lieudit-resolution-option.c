/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolution-option.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Mean radius of the earth: IUGG. */
#define EARTH_RADIUS_KM 6371.0

/* In letters: longer words in capitals are names in headlines as well. */
#define LONGEST_ACRONYM 3

static void
find_parents (LieuditResolutionOption *self,
              LieuditGazetteer        *gazetteer,
              const LieuditPlaceEntry *entry)
{
  guint32 place = self->place;

  self->region = LIEUDIT_RESOLUTION_NONE;
  for (guint depth = 0; entry != NULL && depth <= LIEUDIT_RESOLUTION_PARENTS; depth++)
    {
      if (self->region == LIEUDIT_RESOLUTION_NONE &&
          lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_REGION)
        self->region = place;
      place = lieudit_gazetteer_get_parent (gazetteer, place);
      if (depth < LIEUDIT_RESOLUTION_PARENTS)
        self->parents[depth] = place;
      entry = lieudit_gazetteer_get_entry (gazetteer, place);
    }
}

/* What is known of a place before the text is read. */
static void
describe_place (LieuditResolutionOption *self,
                const LieuditPlaceEntry *entry,
                const LieuditCandidate  *candidate,
                guint                    rank,
                LieuditLanguage          language)
{
  static const LieuditResolutionFeature features[] = {
    [LIEUDIT_FEATURE_OTHER] = LIEUDIT_RESOLUTION_SITE,
    [LIEUDIT_FEATURE_COUNTRY] = LIEUDIT_RESOLUTION_COUNTRY,
    [LIEUDIT_FEATURE_REGION] = LIEUDIT_RESOLUTION_REGION,
    [LIEUDIT_FEATURE_DISTRICT] = LIEUDIT_RESOLUTION_DISTRICT,
    [LIEUDIT_FEATURE_CAPITAL] = LIEUDIT_RESOLUTION_CAPITAL,
    [LIEUDIT_FEATURE_TOWN] = LIEUDIT_N_RESOLUTION_FEATURES,
    [LIEUDIT_FEATURE_QUARTER] = LIEUDIT_RESOLUTION_QUARTER,
    [LIEUDIT_FEATURE_AREA] = LIEUDIT_RESOLUTION_NATURE,
    [LIEUDIT_FEATURE_WATER] = LIEUDIT_RESOLUTION_NATURE,
    [LIEUDIT_FEATURE_RELIEF] = LIEUDIT_RESOLUTION_NATURE,
    [LIEUDIT_FEATURE_ROAD] = LIEUDIT_RESOLUTION_SITE,
    [LIEUDIT_FEATURE_SITE] = LIEUDIT_RESOLUTION_SITE,
  };
  LieuditFeatureClass class = lieudit_feature_class_from_code (entry->feature);

  if (features[class] < LIEUDIT_N_RESOLUTION_FEATURES)
    self->features[features[class]] = 1.0;
  if (class == LIEUDIT_FEATURE_TOWN || class == LIEUDIT_FEATURE_CAPITAL || class == LIEUDIT_FEATURE_QUARTER)
    self->features[LIEUDIT_RESOLUTION_SIZE] = MIN (log10 (entry->population + 1.0) / 7.5, 1.0);
  self->features[LIEUDIT_RESOLUTION_RANK] = 1.0 / (1.0 + rank);
  self->features[LIEUDIT_RESOLUTION_PREFERRED] =
    (candidate->flags & LIEUDIT_CANDIDATE_PREFERRED) && candidate->language == language ? 1.0 : 0.0;
  self->features[LIEUDIT_RESOLUTION_MAIN] =
    candidate->flags & (LIEUDIT_CANDIDATE_PREFERRED | LIEUDIT_CANDIDATE_CURATED) ? 1.0 : 0.0;
  self->features[LIEUDIT_RESOLUTION_CURATED] = candidate->flags & LIEUDIT_CANDIDATE_CURATED ? 1.0 : 0.0;
}

static gint
compare_options (gconstpointer a,
                 gconstpointer b)
{
  const LieuditResolutionOption *first = a;
  const LieuditResolutionOption *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

/**
 * lieudit_resolution_country:
 * @entry: a place of the gazetteer
 *
 * Returns: the two letters of its country as a number, 0 for none
 */
guint32
lieudit_resolution_country (const LieuditPlaceEntry *entry)
{
  return (guint32) (guint8) entry->country[0] << 8 | (guint8) entry->country[1];
}

/**
 * lieudit_resolution_option_init:
 * @self: (out caller-allocates): an option, filled with zeroes
 * @gazetteer: the gazetteer
 * @candidate: what the name may mean
 * @rank: how many candidates of the name are more important
 * @language: the language of the text
 *
 * Describes a candidate by what is known of it before the text is read.
 *
 * Returns: whether the candidate is a place that a name can mean
 */
gboolean
lieudit_resolution_option_init (LieuditResolutionOption *self,
                                LieuditGazetteer        *gazetteer,
                                const LieuditCandidate  *candidate,
                                guint                    rank,
                                LieuditLanguage          language)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, candidate->place);
  double latitude;
  double longitude;

  if (entry == NULL || (candidate->flags & (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE)))
    return FALSE;

  latitude = entry->latitude / 1e6 * G_PI / 180.0;
  longitude = entry->longitude / 1e6 * G_PI / 180.0;
  self->place = candidate->place;
  self->country = lieudit_resolution_country (entry);
  self->position[0] = (float) (cos (latitude) * cos (longitude));
  self->position[1] = (float) (cos (latitude) * sin (longitude));
  self->position[2] = (float) sin (latitude);
  find_parents (self, gazetteer, entry);
  describe_place (self, entry, candidate, rank, language);

  return TRUE;
}

/* "EU", but neither "Eu" nor a headline's "PARIS". */
static gboolean
is_acronym (const char *spelling,
            gsize       length)
{
  if (length < 2 || length > LONGEST_ACRONYM)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isupper (spelling[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_name (const LieuditResolutionOption *self,
          LieuditGazetteer              *gazetteer,
          const char                    *spelling,
          gsize                          length)
{
  LieuditNameIterator names;
  LieuditLanguage language;
  const char *name;

  lieudit_name_iterator_init (&names, gazetteer, lieudit_gazetteer_get_entry (gazetteer, self->place));
  while (lieudit_name_iterator_next (&names, &name, &language))
    {
      if (strncmp (name, spelling, length) == 0 && name[length] == '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_resolution_option_set_spelling:
 * @self: an option
 * @gazetteer: the gazetteer
 * @candidate: what it was made of
 * @language: the language of the text
 * @spelling: (array length=length): the name in the text
 * @length: its bytes
 *
 * Tells whether the language of the text has another name for the place:
 * "Mexico", in an English text, is not what French calls so, nor is "EU" the
 * town of Eu.
 */
void
lieudit_resolution_option_set_spelling (LieuditResolutionOption *self,
                                        LieuditGazetteer        *gazetteer,
                                        const LieuditCandidate  *candidate,
                                        LieuditLanguage          language,
                                        const char              *spelling,
                                        gsize                    length)
{
  g_autofree char *wanted = NULL;
  LieuditNameIterator names;
  LieuditLanguage language_of_name;
  const char *name;
  gboolean has_other = FALSE;

  if (is_acronym (spelling, length) && !has_name (self, gazetteer, spelling, length))
    {
      self->features[LIEUDIT_RESOLUTION_FOREIGN] = 1.0;
      return;
    }

  if (candidate->language == language || candidate->language == LIEUDIT_LANGUAGE_UNKNOWN ||
      language == LIEUDIT_LANGUAGE_UNKNOWN)
    return;

  lieudit_name_iterator_init (&names, gazetteer, lieudit_gazetteer_get_entry (gazetteer, self->place));
  while (lieudit_name_iterator_next (&names, &name, &language_of_name))
    {
      g_autofree char *folded = NULL;

      if (language_of_name != language)
        continue;
      if (strncmp (name, spelling, length) == 0 && name[length] == '\0')
        return;

      if (wanted == NULL)
        {
          g_autofree char *text = g_strndup (spelling, length);

          wanted = lieudit_fold_name (text);
        }
      folded = lieudit_fold_name (name);
      /* "Aleppo province" stands for "Aleppo". */
      if (strstr (wanted, folded) != NULL)
        return;
      has_other = TRUE;
    }

  self->features[LIEUDIT_RESOLUTION_FOREIGN] = has_other ? 1.0 : 0.0;
}

/**
 * lieudit_resolution_option_get_distance_squared:
 * @self: an option
 * @other: another
 *
 * Measures the straight line between two places on a sphere, which is near
 * enough for weighing them.
 *
 * Returns: the square of it, in square kilometres
 */
double
lieudit_resolution_option_get_distance_squared (const LieuditResolutionOption *self,
                                                const LieuditResolutionOption *other)
{
  double x = self->position[0] - other->position[0];
  double y = self->position[1] - other->position[1];
  double z = self->position[2] - other->position[2];

  return (x * x + y * y + z * z) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
}

/**
 * lieudit_resolution_option_lies_in:
 * @self: an option
 * @area: index of a place in the gazetteer
 *
 * Returns: whether @area is one of those around @self
 */
gboolean
lieudit_resolution_option_lies_in (const LieuditResolutionOption *self,
                                   guint32                        area)
{
  for (guint i = 0; i < LIEUDIT_RESOLUTION_PARENTS && self->parents[i] != LIEUDIT_RESOLUTION_NONE; i++)
    {
      if (self->parents[i] == area)
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_resolution_options_score:
 * @options: (array length=n_options): the places one name may mean
 * @n_options: how many
 * @model: what features weigh
 * @temperature: 1 for shares as learned; above that, they are more alike
 *
 * Scores options by their features, and gives each its share among them.
 */
void
lieudit_resolution_options_score (LieuditResolutionOption      *options,
                                  guint                         n_options,
                                  const LieuditResolutionModel *model,
                                  double                        temperature)
{
  double best = -G_MAXDOUBLE;
  double total = 0.0;

  for (guint i = 0; i < n_options; i++)
    {
      options[i].score = lieudit_resolution_model_score (model, options[i].features);
      best = MAX (best, options[i].score);
    }
  for (guint i = 0; i < n_options; i++)
    total += options[i].share = exp ((options[i].score - best) / temperature);
  for (guint i = 0; i < n_options; i++)
    options[i].share /= total;
}

/**
 * lieudit_resolution_options_sort:
 * @options: (array length=n_options): the places one name may mean
 * @n_options: how many
 *
 * Puts the likeliest first.
 */
void
lieudit_resolution_options_sort (LieuditResolutionOption *options,
                                 guint                    n_options)
{
  qsort (options, n_options, sizeof (LieuditResolutionOption), compare_options);
}
