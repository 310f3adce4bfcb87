/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "relations/lieudit-relation-rule-index.h"

#include <math.h>
#include <string.h>

/**
 * LieuditRelationRuleIndex:
 *
 * Which rules can begin with what, so that most words of an article are passed over at once.
 */
struct _LieuditRelationRuleIndex
{
  GPtrArray *openings; /* of LieuditRelationOpening, one a rule */
  GPtrArray *by_word;  /* for every word a GPtrArray of LieuditRelationOpening, or NULL */
  GPtrArray *mention;
  GPtrArray *number;
};

/* What the ways into a pattern have come by, up to the first item they take, and up to the second. */
typedef struct
{
  LieuditRelationRuleIndex     *index;
  const LieuditRelationGrammar *grammar;
  LieuditRelationOpening       *opening;
  gboolean                     *visited[2];
} Visit;

static void
add_once (GPtrArray              *openings,
          LieuditRelationOpening *opening)
{
  if (openings->len == 0 || g_ptr_array_index (openings, openings->len - 1) != opening)
    g_ptr_array_add (openings, opening);
}

static void
add_first_word (Visit *self,
                int    word)
{
  GPtrArray *by_word = self->index->by_word;

  while (by_word->len <= (guint) word)
    g_ptr_array_add (by_word, NULL);
  if (g_ptr_array_index (by_word, word) == NULL)
    g_ptr_array_index (by_word, word) = g_ptr_array_new ();
  add_once (g_ptr_array_index (by_word, word), self->opening);
}

static void
add_word (Visit *self,
          int    word,
          guint  n_taken)
{
  if (n_taken == 0)
    add_first_word (self, word);
  else
    self->opening->words->data[word / 8] |= (guint8) (1 << word % 8);
}

static void
add_mention (Visit *self,
             guint  n_taken)
{
  if (n_taken == 0)
    add_once (self->index->mention, self->opening);
  else
    self->opening->mention = TRUE;
}

static void
add_number (Visit *self,
            guint  n_taken)
{
  if (n_taken == 0)
    add_once (self->index->number, self->opening);
  else
    self->opening->number = TRUE;
}

static void
add_terms (Visit           *self,
           const GPtrArray *terms,
           guint            n_taken)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const LieuditRelationTerm *term = g_ptr_array_index (terms, i);

      add_word (self, g_array_index (term->words, int, 0), n_taken);
      if (n_taken == 0 && term->words->len > 1)
        add_word (self, g_array_index (term->words, int, 1), 1);
    }
}

static void
take (Visit                     *self,
      const LieuditRelationStep *step,
      guint                      n_taken)
{
  switch (step->kind)
    {
    case LIEUDIT_STEP_WORD:
      add_word (self, step->a, n_taken);
      break;

    case LIEUDIT_STEP_SUBJECT:
    case LIEUDIT_STEP_OBJECT:
      add_mention (self, n_taken);
      break;

    case LIEUDIT_STEP_NUMBER:
      add_number (self, n_taken);
      add_terms (self, self->grammar->numbers, n_taken);
      break;

    case LIEUDIT_STEP_DIRECTION:
      add_terms (self, self->grammar->directions, n_taken);
      break;

    case LIEUDIT_STEP_UNIT:
      add_terms (self, self->grammar->units, n_taken);
      break;

    case LIEUDIT_STEP_COUNTRY:
      add_terms (self, self->grammar->countries, n_taken);
      break;

    case LIEUDIT_STEP_GAP:
    case LIEUDIT_STEP_SPLIT:
    case LIEUDIT_STEP_JUMP:
    case LIEUDIT_STEP_ACCEPT:
    default:
      g_assert_not_reached ();
    }
}

/* Follows all ways into a pattern up to the second item they take. A pattern that begins with a gap is never tried. */
static void
visit (Visit *self,
       int    position,
       guint  n_taken)
{
  const LieuditRelationStep *step = &g_array_index (self->opening->rule->steps, LieuditRelationStep, position);

  if (self->visited[n_taken][position])
    return;
  self->visited[n_taken][position] = TRUE;

  switch (step->kind)
    {
    case LIEUDIT_STEP_SPLIT:
      visit (self, step->a, n_taken);
      if (step->b >= 0)
        visit (self, step->b, n_taken);
      break;

    case LIEUDIT_STEP_JUMP:
      visit (self, step->a, n_taken);
      break;

    case LIEUDIT_STEP_GAP:
    case LIEUDIT_STEP_ACCEPT:
      self->opening->any = TRUE;
      break;

    case LIEUDIT_STEP_WORD:
    case LIEUDIT_STEP_SUBJECT:
    case LIEUDIT_STEP_OBJECT:
    case LIEUDIT_STEP_DIRECTION:
    case LIEUDIT_STEP_NUMBER:
    case LIEUDIT_STEP_UNIT:
    case LIEUDIT_STEP_COUNTRY:
    default:
      take (self, step, n_taken);
      if (n_taken == 0)
        visit (self, position + 1, 1);
      break;
    }
}

static void
free_openings (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

static void
opening_free (gpointer data)
{
  LieuditRelationOpening *self = data;

  g_byte_array_unref (self->words);
  g_free (self);
}

static LieuditRelationOpening *
opening_new (const LieuditRelationGrammar *grammar,
             const LieuditRelationRule    *rule)
{
  LieuditRelationOpening *self = g_new0 (LieuditRelationOpening, 1);

  self->rule = rule;
  self->words = g_byte_array_new ();
  g_byte_array_set_size (self->words, g_hash_table_size (grammar->words) / 8 + 1);
  memset (self->words->data, 0, self->words->len);

  return self;
}

/*
 * lieudit_relation_rule_index_new:
 * @grammar: a grammar, which has to outlive the index
 *
 * Finds out what the rules of a grammar can begin with.
 *
 * Returns: (transfer full): the index
 */
LieuditRelationRuleIndex *
lieudit_relation_rule_index_new (const LieuditRelationGrammar *grammar)
{
  LieuditRelationRuleIndex *self = g_new0 (LieuditRelationRuleIndex, 1);

  self->openings = g_ptr_array_new_with_free_func (opening_free);
  self->by_word = g_ptr_array_new_with_free_func (free_openings);
  self->mention = g_ptr_array_new ();
  self->number = g_ptr_array_new ();

  for (guint i = 0; i < grammar->rules->len; i++)
    {
      const LieuditRelationRule *rule = g_ptr_array_index (grammar->rules, i);
      LieuditRelationOpening *opening = opening_new (grammar, rule);
      g_autofree gboolean *first = g_new0 (gboolean, rule->steps->len);
      g_autofree gboolean *second = g_new0 (gboolean, rule->steps->len);
      Visit from_start = { self, grammar, opening, { first, second } };

      g_ptr_array_add (self->openings, opening);
      visit (&from_start, 0, 0);
    }

  return self;
}

/*
 * lieudit_relation_rule_index_free:
 * @self: an index
 *
 * Frees an index.
 */
void
lieudit_relation_rule_index_free (LieuditRelationRuleIndex *self)
{
  g_ptr_array_unref (self->by_word);
  g_ptr_array_unref (self->mention);
  g_ptr_array_unref (self->number);
  g_ptr_array_unref (self->openings);
  g_free (self);
}

/*
 * lieudit_relation_rule_index_lookup:
 * @self: an index
 * @item: an item of a text
 *
 * Returns: (transfer none) (nullable) (element-type LieuditRelationOpening): the rules that can begin with the item, in
 *   the order of the grammar
 */
const GPtrArray *
lieudit_relation_rule_index_lookup (const LieuditRelationRuleIndex *self,
                                    const LieuditRelationItem      *item)
{
  if (item->mention >= 0)
    return self->mention;
  if (!isnan (item->number))
    return self->number;
  if (item->word <= 0 || (guint) item->word >= self->by_word->len)
    return NULL;

  return g_ptr_array_index (self->by_word, item->word);
}

/*
 * lieudit_relation_opening_may_go_on:
 * @self: a rule that can begin with an item
 * @second: (nullable): the item behind it
 *
 * Returns: whether the rule can go on with it, so that it is worth a try
 */
gboolean
lieudit_relation_opening_may_go_on (const LieuditRelationOpening *self,
                                    const LieuditRelationItem    *second)
{
  if (self->any)
    return TRUE;
  if (second == NULL)
    return FALSE;
  if (second->mention >= 0)
    return self->mention;
  if (self->number && !isnan (second->number))
    return TRUE;

  return second->word > 0 && (self->words->data[second->word / 8] & 1 << second->word % 8) != 0;
}
