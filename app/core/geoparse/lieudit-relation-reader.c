/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-relation-reader.h"

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-items.h"
#include "geoparse/lieudit-relation-sentence.h"

/* How far back of a phrase what denies it may stand, in items. */
#define NEGATION_REACH 6

struct _LieuditRelationReader
{
  LieuditRelationGrammar   *grammar;
  LieuditRelationRuleIndex *index;
};

static gboolean
has_term_before (const LieuditRelationSentence *self,
                 const GPtrArray               *terms,
                 guint                          start,
                 guint                          reach)
{
  const LieuditRelationTerm *term = NULL;

  for (guint i = start; i > 0 && start - i < reach; i--)
    {
      if (lieudit_relation_match_term (terms, self->items, i - 1, &term) > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_term (const LieuditRelationSentence *self,
          const GPtrArray               *terms)
{
  return has_term_before (self, terms, self->items->len, G_MAXUINT);
}

/* "The embassy of Morocco in Lebanon": no country lies in another. */
static gboolean
is_country (const LieuditRelationSentence *self,
            guint                          item)
{
  const LieuditPlaceEntry *place = lieudit_relation_sentence_get_place (self, (int) item);

  return place != NULL && lieudit_feature_class_from_code (place->feature) == LIEUDIT_FEATURE_COUNTRY;
}

/* "In Michigan, in Utah": the same preposition before both, and neither lies in the other. */
static gboolean
is_enumeration (const LieuditRelationSentence *self,
                guint                          subject)
{
  const LieuditRelationItem *items = (const LieuditRelationItem *) (gpointer) self->items->data;
  int word = subject > 0 ? items[subject - 1].word : 0;

  return word != 0 && subject + 2 < self->items->len && !items[subject + 1].is_word && items[subject + 2].word == word;
}

/* Without a subject, these still say something that a reader may want to look at. */
static gboolean
may_lack_subject (const LieuditRelationRule *rule)
{
  return rule->relation == LIEUDIT_RELATION_DIRECTION || rule->relation == LIEUDIT_RELATION_DISTANCE;
}

/* A sea has a coast, a river has banks, and a border is no water's. */
static gboolean
water_suits_relation (const LieuditPlaceEntry *place,
                      LieuditRelation          relation)
{
  gboolean is_sea = g_str_equal (place->feature, "SEA") || g_str_equal (place->feature, "OCN");

  switch (relation)
    {
    case LIEUDIT_RELATION_COAST:
      return is_sea;

    case LIEUDIT_RELATION_RIVER:
      return !is_sea;

    case LIEUDIT_RELATION_CONTAINMENT:
    case LIEUDIT_RELATION_ROAD:
    case LIEUDIT_RELATION_CAPITAL:
    case LIEUDIT_RELATION_ADJACENCY:
      return FALSE;

    case LIEUDIT_RELATION_DIRECTION:
    case LIEUDIT_RELATION_DISTANCE:
    case LIEUDIT_RELATION_BETWEEN:
    case LIEUDIT_RELATION_JUNCTION:
    case LIEUDIT_RELATION_RECORDED:
    default:
      return TRUE;
    }
}

/* What is no river has no banks, and what lies "in" a road or a sea is no matter of areas. */
static gboolean
suits_relation (const LieuditPlaceEntry   *place,
                const LieuditRelationRule *rule,
                guint                      n_objects)
{
  LieuditFeatureClass feature =
    place != NULL ? lieudit_feature_class_from_code (place->feature) : LIEUDIT_FEATURE_OTHER;

  switch (feature)
    {
    case LIEUDIT_FEATURE_ROAD:
      return rule->relation == LIEUDIT_RELATION_ROAD || rule->relation == LIEUDIT_RELATION_JUNCTION;

    case LIEUDIT_FEATURE_WATER:
      return water_suits_relation (place, rule->relation);

    case LIEUDIT_FEATURE_SITE:
    case LIEUDIT_FEATURE_RELIEF:
    case LIEUDIT_FEATURE_QUARTER:
      if (rule->relation == LIEUDIT_RELATION_CONTAINMENT)
        return FALSE;
      G_GNUC_FALLTHROUGH;

    case LIEUDIT_FEATURE_OTHER:
    case LIEUDIT_FEATURE_COUNTRY:
    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_DISTRICT:
    case LIEUDIT_FEATURE_CAPITAL:
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_AREA:
    default:
      return rule->relation != LIEUDIT_RELATION_RIVER && !(rule->flags & LIEUDIT_RELATION_IS_WATERSIDE) &&
             !(rule->relation == LIEUDIT_RELATION_ROAD && n_objects == 1);
    }
}

static gboolean
objects_are_usable (const LieuditRelationSentence *self,
                    const LieuditRelationRule     *rule,
                    const LieuditRelationMatch    *match)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      if (match->countries[i] == NULL &&
          (!lieudit_relation_sentence_is_usable (self, match->objects[i]) ||
           !suits_relation (lieudit_relation_sentence_get_place (self, match->objects[i]), rule, match->n_objects)))
        return FALSE;
    }

  return TRUE;
}

static void
fill_objects (const LieuditRelationSentence *self,
              LieuditStatedRelation         *stated,
              const LieuditRelationMatch    *match)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      guint country = LIEUDIT_GAZETTEER_NO_PLACE;

      stated->objects[i] = LIEUDIT_RELATION_NO_NAME;
      if (match->countries[i] == NULL)
        stated->objects[i] = lieudit_relation_sentence_get_item (self, (guint) match->objects[i])->mention;
      else if (!lieudit_gazetteer_find_index (self->gazetteer, match->countries[i]->place, &country))
        country = LIEUDIT_GAZETTEER_NO_PLACE;
      stated->countries[i] = country;
    }
  stated->n_objects = match->n_objects;
}

static gboolean
has_object (const LieuditRelationSentence *self,
            const LieuditRelationMatch    *match,
            guint32                        place)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      int name = lieudit_relation_sentence_get_item (self, (guint) match->objects[i])->mention;

      if (match->countries[i] == NULL && self->places[name] == place)
        return TRUE;
    }

  return FALSE;
}

static gboolean
makes_sense (const LieuditRelationSentence *self,
             const LieuditRelationRule     *rule,
             const LieuditRelationMatch    *match,
             int                            subject,
             int                            antecedent)
{
  if (subject < 0 && antecedent != LIEUDIT_RELATION_NO_NAME)
    return !has_object (self, match, self->places[antecedent]);
  if (subject < 0)
    return may_lack_subject (rule) && match->n_objects > 0;
  if (rule->relation == LIEUDIT_RELATION_CONTAINMENT &&
      (is_enumeration (self, (guint) subject) || is_country (self, (guint) subject)))
    return FALSE;

  /* "Alep (Alep)", or a subject that is one of the objects, says nothing. */
  for (guint i = 0; i < match->n_objects; i++)
    {
      if (match->objects[i] == subject)
        return FALSE;
    }

  return TRUE;
}

static void
add_relation (LieuditRelationSentence    *self,
              const LieuditRelationRule  *rule,
              const LieuditRelationMatch *match,
              guint                       start)
{
  LieuditStatedRelation stated = { rule->relation,
                                   rule->flags,
                                   LIEUDIT_RELATION_NO_NAME,
                                   {
                                     0,
                                   },
                                   {
                                     0,
                                   },
                                   0,
                                   match->bearing,
                                   match->distance,
                                   0,
                                   0 };
  int subject = lieudit_relation_find_subject (self, match, start);
  guint first = start;
  guint end = match->end;
  int antecedent = subject < 0 ? lieudit_relation_find_antecedent (self, start, &first) : LIEUDIT_RELATION_NO_NAME;

  if (!makes_sense (self, rule, match, subject, antecedent))
    return;

  if (subject >= 0)
    {
      stated.subject = lieudit_relation_sentence_get_item (self, (guint) subject)->mention;
      end = MAX (end, (guint) subject + 1);
      /* A subject from before the last phrase is not part of this one's words. */
      if ((guint) subject >= self->last_end)
        first = MIN (first, (guint) subject);
    }
  else
    {
      stated.subject = antecedent;
    }
  fill_objects (self, &stated, match);
  stated.start = lieudit_relation_sentence_get_item (self, first)->start;
  stated.end = lieudit_relation_sentence_get_item (self, end - 1)->end;
  if (has_term_before (self, self->grammar->negations, start, NEGATION_REACH))
    stated.flags |= LIEUDIT_RELATION_IS_NEGATED;
  if (has_term (self, self->grammar->attributions))
    stated.flags |= LIEUDIT_RELATION_IS_ATTRIBUTED;

  self->last_subject = subject;
  self->last_end = end;
  self->goes_on = antecedent != LIEUDIT_RELATION_NO_NAME;
  g_array_append_val (self->relations, stated);
}

/* The longest phrase that begins here; of equally long ones the first in the file. */
static const LieuditRelationRule *
find_rule (const LieuditRelationSentence *self,
           guint                          start,
           LieuditRelationMatch          *best)
{
  const LieuditRelationItem *item = lieudit_relation_sentence_get_item (self, start);
  const LieuditRelationItem *second =
    start + 1 < self->items->len ? lieudit_relation_sentence_get_item (self, start + 1) : NULL;
  const GPtrArray *openings = lieudit_relation_rule_index_lookup (self->index, item);
  const LieuditRelationRule *found = NULL;

  *best = (LieuditRelationMatch){ .subject = -1 };
  for (guint i = 0; openings != NULL && i < openings->len; i++)
    {
      const LieuditRelationOpening *opening = g_ptr_array_index (openings, i);
      const LieuditRelationRule *rule = opening->rule;
      LieuditRelationMatch match;

      if (lieudit_relation_opening_may_go_on (opening, second) &&
          lieudit_relation_match (self->grammar, rule, self->items, start, LIEUDIT_RELATION_ANY_END, &match) &&
          match.end > start && (found == NULL || match.end > best->end) && objects_are_usable (self, rule, &match) &&
          (match.subject < 0 || lieudit_relation_sentence_is_usable (self, match.subject)))
        {
          found = rule;
          *best = match;
        }
    }

  return found;
}

static void
read_sentence (LieuditRelationSentence *self)
{
  LieuditRelationMatch match;

  self->last_subject = -1;
  self->last_end = 0;
  self->goes_on = FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const LieuditRelationRule *rule = find_rule (self, i, &match);

      if (rule == NULL)
        continue;
      add_relation (self, rule, &match, i);
      i = match.end - 1;
    }
}

/* What opens a sentence, as a quote, is marked like its first word. */
static guint
find_sentence_end (const GArray *tokens,
                   guint         start,
                   gboolean     *has_number)
{
  gboolean has_begun = FALSE;

  *has_number = FALSE;
  for (guint i = start; i < tokens->len; i++)
    {
      LieuditTokenFlags flags = g_array_index (tokens, LieuditToken, i).flags;

      if ((flags & LIEUDIT_TOKEN_SENTENCE_START) != 0 && has_begun)
        return i;
      has_begun |= (flags & LIEUDIT_TOKEN_SENTENCE_START) == 0;
      *has_number |= (flags & LIEUDIT_TOKEN_NUMBER) != 0;
    }

  return tokens->len;
}

static LieuditRelationReader *
load (LieuditLanguage   language,
      GError          **error)
{
  g_autoptr(LieuditRelationGrammar) grammar = lieudit_relation_grammar_load (language, error);
  LieuditRelationReader *self;

  if (grammar == NULL)
    return NULL;

  self = g_new0 (LieuditRelationReader, 1);
  self->index = lieudit_relation_rule_index_new (grammar);
  self->grammar = g_steal_pointer (&grammar);

  return self;
}

/**
 * lieudit_relation_reader_get_installed:
 * @language: a language
 * @error: return location for an error
 *
 * Loads the grammar of a language from the data folder when it is first needed.
 * Any thread may ask for it.
 *
 * Returns: (transfer none) (nullable): the reader; %NULL if there is no grammar
 *   for the language, without an error, or if it cannot be read
 */
const LieuditRelationReader *
lieudit_relation_reader_get_installed (LieuditLanguage   language,
                                       GError          **error)
{
  static LieuditRelationReader *readers[LIEUDIT_N_LANGUAGES];
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  g_return_val_if_fail (language < LIEUDIT_N_LANGUAGES, NULL);

  if (readers[language] == NULL)
    readers[language] = load (language, error);

  return readers[language];
}

/**
 * lieudit_relation_reader_read:
 * @self: a reader
 * @gazetteer: the gazetteer
 * @text: the text
 * @folded: the folded text
 * @tokens: (element-type LieuditToken): its tokens
 * @names: (element-type LieuditRecognisedName): the names of places in it
 * @places: (array): for each name the place it is taken for, %LIEUDIT_GAZETTEER_NO_PLACE for none
 *
 * Reads the sentences that may say where a place lies. None is read together with another, so
 * that a long text takes no more memory than a short one.
 *
 * Returns: (transfer full) (element-type LieuditStatedRelation): what they say
 *   of where the places lie, in the order of the text
 */
GArray *
lieudit_relation_reader_read (const LieuditRelationReader *self,
                              LieuditGazetteer            *gazetteer,
                              const char                  *text,
                              const LieuditFoldedText     *folded,
                              const GArray                *tokens,
                              const GArray                *names,
                              const guint32               *places)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (LieuditRelationItem));
  LieuditRelationSentence reader = { self->grammar, self->index, gazetteer, names, places, items, NULL, -1, 0,
                                     LIEUDIT_RELATION_NO_NAME, FALSE };
  gboolean has_number;
  guint name = 0;
  guint end;

  reader.relations = g_array_new (FALSE, FALSE, sizeof (LieuditStatedRelation));
  for (guint start = 0; start < tokens->len; start = end)
    {
      end = find_sentence_end (tokens, start, &has_number);
      while (name < names->len && g_array_index (names, LieuditRecognisedName, name).last_token < start)
        name++;
      /* Without a name only a distance from a border may be told. */
      if (!has_number &&
          (name == names->len || g_array_index (names, LieuditRecognisedName, name).first_token >= end))
        {
          reader.antecedent = LIEUDIT_RELATION_NO_NAME;
          continue;
        }

      lieudit_relation_items_collect (items, self->grammar, text, folded, &g_array_index (tokens, LieuditToken, start),
                                      end - start, names, name);
      read_sentence (&reader);
      reader.antecedent = lieudit_relation_find_only_town (&reader);
    }

  return reader.relations;
}
