/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolution-heard.h"

#include "geoparse/lieudit-stated-geometry.h"

/*
 * "Tripoli, 80 km north of Beirut": what a sentence says of where a place lies
 * is true of one of its name, and not of the others. It speaks for both ends,
 * where either is in doubt.
 */

/* From this share on nothing is in doubt. */
#define CERTAIN_SHARE 0.995

/* What a sentence says of a mention: for each of its options, how well it fits. */
typedef struct
{
  LieuditRelation relation;
  double          values[];
} Heard;

/* Both ends of a relation: the subject, then the objects. */
#define MAX_PARTIES (1 + LIEUDIT_RELATION_MAX_OBJECTS)

typedef struct
{
  const LieuditStatedRelation *stated;
  LieuditGazetteer            *gazetteer;
  guint                        n_parties;
  int                          names[MAX_PARTIES];
  LieuditSense                *senses[MAX_PARTIES];
  LieuditSense                 countries[MAX_PARTIES]; /* what adjectives name */
  LieuditResolutionOption      options[MAX_PARTIES];
} Statement;

static gboolean
add_country (Statement       *self,
             guint32          place,
             LieuditLanguage  language)
{
  LieuditCandidate candidate = { 0, };
  guint party = self->n_parties;

  candidate.place = place;
  if (place == LIEUDIT_RESOLUTION_NONE ||
      !lieudit_resolution_option_init (&self->options[party], self->gazetteer, &candidate, 0, language))
    return FALSE;

  self->options[party].share = 1.0;
  self->countries[party] = (LieuditSense) { &self->options[party], 1, 1, 0, { 0, }, 1, FALSE };
  self->senses[party] = &self->countries[party];
  self->names[party] = LIEUDIT_RELATION_NO_NAME;
  self->n_parties++;

  return TRUE;
}

static gboolean
add_name (Statement                      *self,
          const LieuditResolutionContext *context,
          int                             name)
{
  guint sense = name >= 0 ? context->of_names[name] : LIEUDIT_RESOLUTION_NONE;

  if (sense == LIEUDIT_RESOLUTION_NONE)
    return FALSE;

  self->senses[self->n_parties] = &g_array_index (context->senses, LieuditSense, sense);
  self->names[self->n_parties] = name;

  return self->senses[self->n_parties++]->n_likely > 0;
}

/* Finds out who the parties are; returns FALSE where one is not known. */
static gboolean
find_parties (Statement                      *self,
              const LieuditResolutionContext *context)
{
  const LieuditStatedRelation *stated = self->stated;

  if (stated->n_objects == 0 || (stated->flags & LIEUDIT_RELATION_IS_NEGATED) ||
      !add_name (self, context, stated->subject))
    return FALSE;

  for (guint i = 0; i < stated->n_objects; i++)
    {
      gboolean is_known = stated->objects[i] == LIEUDIT_RELATION_NO_NAME
                            ? add_country (self, stated->countries[i], context->language)
                            : add_name (self, context, stated->objects[i]);

      if (!is_known)
        return FALSE;
    }

  return TRUE;
}

static const LieuditResolutionOption *
get_likely (const LieuditSense *sense,
            guint               index)
{
  return &sense->options[sense->likely[index]];
}

/* How well an option of one party fits, the others being what they likely are. Only one of them is varied at a time:
 * that two are in doubt in one sentence is rare. */
static double
weigh_option (const Statement               *self,
              guint                          party,
              const LieuditResolutionOption *option)
{
  const LieuditResolutionOption *places[MAX_PARTIES];
  double best = 0.0;

  for (guint i = 0; i < self->n_parties; i++)
    places[i] = i == party ? option : get_likely (self->senses[i], 0);

  for (guint i = 0; i < self->n_parties; i++)
    {
      if (i == party)
        continue;
      for (guint j = 0; j < self->senses[i]->n_likely; j++)
        {
          places[i] = get_likely (self->senses[i], j);
          best = MAX (best, places[i]->share *
                              lieudit_stated_relation_weigh (self->stated, self->gazetteer, places[0], places + 1));
        }
      places[i] = get_likely (self->senses[i], 0);
    }

  return best;
}

static gboolean
is_in_doubt (const LieuditSense *sense)
{
  return sense->n_options > 1 && get_likely (sense, 0)->share < CERTAIN_SHARE;
}

/* Keeps what is heard for a mention; the first that fits anything at all holds. */
static gboolean
hear (LieuditResolutionContext *context,
      const Statement          *self,
      guint                     party)
{
  LieuditSense *sense = self->senses[party];
  gpointer key = GINT_TO_POINTER (self->names[party]);
  g_autofree Heard *heard = NULL;
  double best = 0.0;

  if (self->names[party] == LIEUDIT_RELATION_NO_NAME || !is_in_doubt (sense) ||
      g_hash_table_contains (context->heard, key))
    return FALSE;

  heard = g_malloc (sizeof (Heard) + sense->n_options * sizeof (double));
  heard->relation = self->stated->relation;
  for (guint i = 0; i < sense->n_options; i++)
    {
      heard->values[i] = weigh_option (self, party, &sense->options[i]);
      best = MAX (best, heard->values[i]);
    }
  if (best <= 0.0)
    return FALSE;

  /* The areas around a place are weighed for all mentions of its name as it is. */
  for (guint i = 0; i < sense->n_options && heard->relation != LIEUDIT_RELATION_CONTAINMENT; i++)
    {
      double *once = &sense->options[i].features[LIEUDIT_RESOLUTION_STATED_ONCE];

      *once = MAX (*once, heard->values[i]);
    }
  sense->has_heard = TRUE;
  g_hash_table_insert (context->heard, key, g_steal_pointer (&heard));

  return TRUE;
}

/**
 * lieudit_resolution_context_hear:
 * @self: a context
 * @relations: (element-type LieuditStatedRelation): what the text says of where its places lie
 *
 * Takes it as evidence for the places that are in doubt.
 *
 * Returns: whether that may change which places are meant
 */
gboolean
lieudit_resolution_context_hear (LieuditResolutionContext *self,
                                 const GArray             *relations)
{
  gboolean has_heard = FALSE;

  g_clear_pointer (&self->heard, g_hash_table_unref);
  self->heard = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < relations->len; i++)
    {
      Statement statement = { &g_array_index (relations, LieuditStatedRelation, i), self->gazetteer, 0, };

      if (!find_parties (&statement, self))
        continue;
      for (guint j = 0; j < statement.n_parties; j++)
        has_heard |= hear (self, &statement, j);
    }

  return has_heard;
}

/*
 * lieudit_resolution_weigh_heard:
 * @self: a context
 * @name: index of one of its names
 * @options: (array length=n_options): the places it may mean
 * @n_options: how many
 *
 * Weighs places by what the sentence of one mention says of where it lies.
 */
void
lieudit_resolution_weigh_heard (const LieuditResolutionContext *self,
                                guint                           name,
                                LieuditResolutionOption        *options,
                                guint                           n_options)
{
  const Heard *heard = self->heard != NULL ? g_hash_table_lookup (self->heard, GUINT_TO_POINTER (name)) : NULL;

  for (guint i = 0; i < n_options; i++)
    options[i].features[LIEUDIT_RESOLUTION_STATED] = heard != NULL ? heard->values[i] : 0.0;
}

/**
 * lieudit_resolution_context_has_heard:
 * @self: a context
 * @name: index of one of its names
 *
 * Returns: whether a sentence says where that name lies, here or elsewhere in the text
 */
gboolean
lieudit_resolution_context_has_heard (const LieuditResolutionContext *self,
                                      guint                           name)
{
  guint sense = self->of_names[name];

  return sense != LIEUDIT_RESOLUTION_NONE && g_array_index (self->senses, LieuditSense, sense).has_heard;
}

/**
 * lieudit_resolution_context_get_heard:
 * @self: a context
 * @name: index of one of its names
 * @relation: (out): what is said of it
 *
 * Returns: whether a sentence says where the place of that mention lies, and it counts
 */
gboolean
lieudit_resolution_context_get_heard (const LieuditResolutionContext *self,
                                      guint                           name,
                                      LieuditRelation                *relation)
{
  const Heard *heard = self->heard != NULL ? g_hash_table_lookup (self->heard, GUINT_TO_POINTER (name)) : NULL;

  if (heard != NULL)
    *relation = heard->relation;

  return heard != NULL;
}
