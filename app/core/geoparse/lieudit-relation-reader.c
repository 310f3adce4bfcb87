/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-relation-reader.h"

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-items.h"
#include "relations/lieudit-relation-rule-index.h"

/* How far back of a phrase its subject may stand, and what denies it, in items. */
#define SUBJECT_REACH 12
#define NEGATION_REACH 6

struct _LieuditRelationReader {
  LieuditRelationGrammar   *grammar;
  LieuditRelationRuleIndex *index;
};

/* One sentence. */
typedef struct
{
  const LieuditRelationGrammar   *grammar;
  const LieuditRelationRuleIndex *index;
  LieuditGazetteer               *gazetteer;
  const GArray                   *names;        /* of LieuditRecognisedName */
  const guint32                  *places;       /* for each name the place it is taken for */
  GArray                         *items;        /* of LieuditRelationItem */
  GArray                         *relations;
  int                             last_subject; /* item of the subject of the last relation, or -1 */
  guint                           last_end;     /* item after the last relation */
  int                             antecedent;   /* the only town that the sentence before names, or no name */
  gboolean                        goes_on;      /* the last relation was one of the antecedent */
} Reader;

static const LieuditRelationItem *
get_item (const Reader *self,
          guint         index)
{
  return &g_array_index (self->items, LieuditRelationItem, index);
}

static const LieuditPlaceEntry *
get_place (const Reader *self,
           int           item)
{
  return lieudit_gazetteer_get_entry (self->gazetteer, self->places[get_item (self, (guint) item)->mention]);
}

static gboolean
is_usable (const Reader *self,
           int           item)
{
  int name = get_item (self, (guint) item)->mention;

  return g_array_index (self->names, LieuditRecognisedName, name).kind != LIEUDIT_MENTION_EMBEDDED;
}

static gboolean
has_term_before (const Reader    *self,
                 const GPtrArray *terms,
                 guint            start,
                 guint            reach)
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
has_term (const Reader    *self,
          const GPtrArray *terms)
{
  return has_term_before (self, terms, self->items->len, G_MAXUINT);
}

static gboolean
link_matches (const Reader *self,
              guint         start,
              guint         end)
{
  LieuditRelationMatch match;

  if (start == end)
    return TRUE;

  for (guint i = 0; i < self->grammar->links->len; i++)
    {
      if (lieudit_relation_match (self->grammar, g_ptr_array_index (self->grammar->links, i), self->items, start, end,
                                  &match))
        return TRUE;
    }

  return FALSE;
}

/* The subject of a phrase is the place right before it, or that of the phrase that it goes on from: "Saraqeb, au sud
 * d'Alep, à l'intersection…". */
static int
find_subject (const Reader *self,
              guint         start)
{
  if (self->last_end > 0 && self->last_end <= start && start - self->last_end <= SUBJECT_REACH &&
      link_matches (self, self->last_end, start))
    return self->last_subject;

  for (guint i = start; i > 0 && start - i < SUBJECT_REACH; i--)
    {
      if (get_item (self, i - 1)->mention >= 0)
        return is_usable (self, (int) i - 1) && link_matches (self, i, start) ? (int) i - 1 : -1;
    }

  return -1;
}

static int
find_subject_behind (const Reader *self,
                     guint         end)
{
  LieuditRelationMatch match;

  if (end >= self->items->len)
    return -1;

  for (guint i = 0; i < self->grammar->back_links->len; i++)
    {
      if (lieudit_relation_match (self->grammar, g_ptr_array_index (self->grammar->back_links, i), self->items, end,
                                  LIEUDIT_RELATION_ANY_END, &match) &&
          match.subject >= 0 && is_usable (self, match.subject))
        return match.subject;
    }

  return -1;
}

/*
 * "Saraqeb is quiet. The town lies south of Aleppo": what stands at the
 * beginning of a sentence for the only town of the sentence before, which makes
 * it certain enough. Returns the name, and where the words begin.
 */
static int
find_antecedent (const Reader *self,
                 guint         start,
                 guint        *first)
{
  const LieuditRelationTerm *term = NULL;
  guint end;

  if (self->antecedent == LIEUDIT_RELATION_NO_NAME)
    return LIEUDIT_RELATION_NO_NAME;
  if (self->goes_on && self->last_end <= start && link_matches (self, self->last_end, start))
    return self->antecedent;

  end = lieudit_relation_match_term (self->grammar->anaphors, self->items, 0, &term);
  /* "The town in northern Syria" is another one: only "The town, in…", "The town lies in…" go on. */
  if (end == 0 || end >= start || start > SUBJECT_REACH || !link_matches (self, end, start))
    return LIEUDIT_RELATION_NO_NAME;
  *first = 0;

  return self->antecedent;
}

/* The only town among the names of a sentence. */
static int
find_only_town (const Reader *self)
{
  int only = LIEUDIT_RELATION_NO_NAME;

  for (guint i = 0; i < self->items->len; i++)
    {
      int name = get_item (self, i)->mention;
      const LieuditPlaceEntry *place = name >= 0 ? get_place (self, (int) i) : NULL;
      LieuditFeatureClass feature = place != NULL ? lieudit_feature_class_from_code (place->feature)
                                                  : LIEUDIT_FEATURE_OTHER;

      if (feature != LIEUDIT_FEATURE_TOWN && feature != LIEUDIT_FEATURE_CAPITAL)
        continue;
      if (only != LIEUDIT_RELATION_NO_NAME && self->places[only] != self->places[name])
        return LIEUDIT_RELATION_NO_NAME;
      only = name;
    }

  return only;
}

/* "The embassy of Morocco in Lebanon": no country lies in another. */
static gboolean
is_country (const Reader *self,
            guint         item)
{
  const LieuditPlaceEntry *place = get_place (self, (int) item);

  return place != NULL && lieudit_feature_class_from_code (place->feature) == LIEUDIT_FEATURE_COUNTRY;
}

/* "In Michigan, in Utah": the same preposition before both, and neither lies in the other. */
static gboolean
is_enumeration (const Reader *self,
                guint         subject)
{
  int word = subject > 0 ? get_item (self, subject - 1)->word : 0;

  return word != 0 && subject + 2 < self->items->len && !get_item (self, subject + 1)->is_word &&
         get_item (self, subject + 2)->word == word;
}

/* Without a subject, these still say something that a reader may want to look at. */
static gboolean
may_lack_subject (const LieuditRelationRule *rule)
{
  return rule->relation == LIEUDIT_RELATION_DIRECTION || rule->relation == LIEUDIT_RELATION_DISTANCE;
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
      return rule->relation != LIEUDIT_RELATION_CONTAINMENT && rule->relation != LIEUDIT_RELATION_ROAD &&
             rule->relation != LIEUDIT_RELATION_CAPITAL;

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
      return rule->relation != LIEUDIT_RELATION_RIVER && !(rule->relation == LIEUDIT_RELATION_ROAD && n_objects == 1);
    }
}

static gboolean
objects_are_usable (const Reader               *self,
                    const LieuditRelationRule  *rule,
                    const LieuditRelationMatch *match)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      if (match->countries[i] == NULL &&
          (!is_usable (self, match->objects[i]) ||
           !suits_relation (get_place (self, match->objects[i]), rule, match->n_objects)))
        return FALSE;
    }

  return TRUE;
}

static void
fill_objects (const Reader               *self,
              LieuditStatedRelation      *stated,
              const LieuditRelationMatch *match)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      guint country = LIEUDIT_GAZETTEER_NO_PLACE;

      stated->objects[i] = LIEUDIT_RELATION_NO_NAME;
      if (match->countries[i] == NULL)
        stated->objects[i] = get_item (self, (guint) match->objects[i])->mention;
      else if (!lieudit_gazetteer_find_index (self->gazetteer, match->countries[i]->place, &country))
        country = LIEUDIT_GAZETTEER_NO_PLACE;
      stated->countries[i] = country;
    }
  stated->n_objects = match->n_objects;
}

static int
choose_subject (const Reader               *self,
                const LieuditRelationMatch *match,
                guint                       start)
{
  int subject = match->subject;

  if (subject < 0)
    subject = find_subject (self, start);
  if (subject < 0)
    subject = find_subject_behind (self, match->end);

  return subject;
}

static gboolean
has_object (const Reader               *self,
            const LieuditRelationMatch *match,
            guint32                     place)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      if (match->countries[i] == NULL && self->places[get_item (self, (guint) match->objects[i])->mention] == place)
        return TRUE;
    }

  return FALSE;
}

static gboolean
makes_sense (const Reader               *self,
             const LieuditRelationRule  *rule,
             const LieuditRelationMatch *match,
             int                         subject,
             int                         antecedent)
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
add_relation (Reader                     *self,
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
  int subject = choose_subject (self, match, start);
  guint first = start;
  guint end = match->end;
  int antecedent = subject < 0 ? find_antecedent (self, start, &first) : LIEUDIT_RELATION_NO_NAME;

  if (!makes_sense (self, rule, match, subject, antecedent))
    return;

  if (subject >= 0)
    {
      stated.subject = get_item (self, (guint) subject)->mention;
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
  stated.start = get_item (self, first)->start;
  stated.end = get_item (self, end - 1)->end;
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
find_rule (const Reader         *self,
           guint                 start,
           LieuditRelationMatch *best)
{
  const GPtrArray *rules = lieudit_relation_rule_index_lookup (self->index, get_item (self, start));
  const LieuditRelationRule *found = NULL;

  *best = (LieuditRelationMatch){ .subject = -1 };
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const LieuditRelationRule *rule = g_ptr_array_index (rules, i);
      LieuditRelationMatch match;

      if (lieudit_relation_match (self->grammar, rule, self->items, start, LIEUDIT_RELATION_ANY_END, &match) &&
          match.end > start && (found == NULL || match.end > best->end) && objects_are_usable (self, rule, &match) &&
          (match.subject < 0 || is_usable (self, match.subject)))
        {
          found = rule;
          *best = match;
        }
    }

  return found;
}

static void
read_sentence (Reader *self)
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
  Reader reader = { self->grammar, self->index, gazetteer, names, places, items, NULL, -1, 0, LIEUDIT_RELATION_NO_NAME, FALSE };
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
      reader.antecedent = find_only_town (&reader);
    }

  return reader.relations;
}
