/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "relations/lieudit-relation-rule-index.h"

#include <math.h>

/**
 * LieuditRelationRuleIndex:
 *
 * Which rules can begin with what, so that most words of an article are passed over at once.
 */
struct _LieuditRelationRuleIndex
{
  GPtrArray *by_word; /* for every word a GPtrArray of LieuditRelationRule, or NULL */
  GPtrArray *mention;
  GPtrArray *number;
};

static void
add_once (GPtrArray                 *rules,
          const LieuditRelationRule *rule)
{
  if (rules->len == 0 || g_ptr_array_index (rules, rules->len - 1) != rule)
    g_ptr_array_add (rules, (gpointer) rule);
}

static void
add_word (LieuditRelationRuleIndex  *self,
          int                        word,
          const LieuditRelationRule *rule)
{
  GPtrArray *rules;

  while (self->by_word->len <= (guint) word)
    g_ptr_array_add (self->by_word, NULL);

  rules = g_ptr_array_index (self->by_word, word);
  if (rules == NULL)
    {
      rules = g_ptr_array_new ();
      g_ptr_array_index (self->by_word, word) = rules;
    }
  add_once (rules, rule);
}

static void
add_terms (LieuditRelationRuleIndex  *self,
           const GPtrArray           *terms,
           const LieuditRelationRule *rule)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const LieuditRelationTerm *term = g_ptr_array_index (terms, i);

      add_word (self, g_array_index (term->words, int, 0), rule);
    }
}

/* Follows all ways into a pattern up to the first item they take. A pattern that begins with a gap is never tried. */
static void
visit (LieuditRelationRuleIndex     *self,
       const LieuditRelationGrammar *grammar,
       const LieuditRelationRule    *rule,
       int                           position,
       gboolean                     *visited)
{
  const LieuditRelationStep *step = &g_array_index (rule->steps, LieuditRelationStep, position);

  if (visited[position])
    return;
  visited[position] = TRUE;

  switch (step->kind)
    {
    case LIEUDIT_STEP_WORD:
      add_word (self, step->a, rule);
      break;

    case LIEUDIT_STEP_SUBJECT:
    case LIEUDIT_STEP_OBJECT:
      add_once (self->mention, rule);
      break;

    case LIEUDIT_STEP_NUMBER:
      add_once (self->number, rule);
      add_terms (self, grammar->numbers, rule);
      break;

    case LIEUDIT_STEP_DIRECTION:
      add_terms (self, grammar->directions, rule);
      break;

    case LIEUDIT_STEP_UNIT:
      add_terms (self, grammar->units, rule);
      break;

    case LIEUDIT_STEP_COUNTRY:
      add_terms (self, grammar->countries, rule);
      break;

    case LIEUDIT_STEP_SPLIT:
      visit (self, grammar, rule, step->a, visited);
      if (step->b >= 0)
        visit (self, grammar, rule, step->b, visited);
      break;

    case LIEUDIT_STEP_JUMP:
      visit (self, grammar, rule, step->a, visited);
      break;

    case LIEUDIT_STEP_GAP:
    case LIEUDIT_STEP_ACCEPT:
    default:
      break;
    }
}

static void
free_rules (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
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

  self->by_word = g_ptr_array_new_with_free_func (free_rules);
  self->mention = g_ptr_array_new ();
  self->number = g_ptr_array_new ();

  for (guint i = 0; i < grammar->rules->len; i++)
    {
      const LieuditRelationRule *rule = g_ptr_array_index (grammar->rules, i);
      g_autofree gboolean *visited = g_new0 (gboolean, rule->steps->len);

      visit (self, grammar, rule, 0, visited);
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
  g_free (self);
}

/*
 * lieudit_relation_rule_index_lookup:
 * @self: an index
 * @item: an item of a text
 *
 * Returns: (transfer none) (nullable) (element-type LieuditRelationRule): the rules that can begin with the item, in the
 *   order of the grammar
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
