/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "relations/lieudit-relation-matcher.h"

#include <math.h>

/* Patterns are short; whoever needs more steps than this tries the same words over and over. */
#define MAX_TRIES 4000

typedef struct
{
  const LieuditRelationGrammar *grammar;
  const LieuditRelationStep    *steps;
  const GArray                 *items;
  guint                         wanted_end;
  guint                         sentence;
  guint                         tries;
} Matcher;

static const LieuditRelationItem *
get_item (const GArray *items,
          guint         index)
{
  return &g_array_index (items, LieuditRelationItem, index);
}

/*
 * lieudit_relation_match_term:
 * @terms: (element-type LieuditRelationTerm): terms
 * @items: (element-type LieuditRelationItem): a text
 * @start: where to look
 * @term: (out): the longest of the terms that stands there
 *
 * Returns: how many items the term takes, 0 if there is none
 */
guint
lieudit_relation_match_term (const GPtrArray            *terms,
                             const GArray               *items,
                             guint                       start,
                             const LieuditRelationTerm **term)
{
  guint longest = 0;

  /* Names, and words that no pattern has. */
  if (start >= items->len || get_item (items, start)->word == 0)
    return 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const LieuditRelationTerm *candidate = g_ptr_array_index (terms, i);
      guint n_words = candidate->words->len;
      guint n = 0;

      if (n_words <= longest)
        continue;
      while (n < n_words && start + n < items->len &&
             get_item (items, start + n)->word == g_array_index (candidate->words, int, n) &&
             get_item (items, start + n)->sentence == get_item (items, start)->sentence)
        n++;
      if (n == n_words)
        {
          longest = n;
          *term = candidate;
        }
    }

  return longest;
}

/* "1 500", "2,5", "twenty": how many items the number takes. */
static guint
read_number (const Matcher *self,
             guint          position,
             double        *number)
{
  const LieuditRelationItem *item = get_item (self->items, position);
  const LieuditRelationTerm *term = NULL;
  guint n_items;

  if (!isnan (item->number))
    {
      *number = item->number;
      return 1;
    }

  n_items = lieudit_relation_match_term (self->grammar->numbers, self->items, position, &term);
  if (n_items > 0)
    *number = term->value;

  return n_items;
}

/* Most ways into a pattern end at the first item they take: those are not worth a step into them. */
static gboolean
ends_at_once (const Matcher *self,
              int            step,
              guint          position)
{
  const LieuditRelationStep *first = &self->steps[step];
  const LieuditRelationItem *item;

  if (first->kind >= LIEUDIT_STEP_GAP)
    return FALSE;
  if (position >= self->items->len)
    return TRUE;

  item = get_item (self->items, position);
  if (item->sentence != self->sentence)
    return TRUE;
  if (first->kind == LIEUDIT_STEP_WORD)
    return item->word != first->a || item->mention >= 0;
  if (first->kind == LIEUDIT_STEP_SUBJECT || first->kind == LIEUDIT_STEP_OBJECT)
    return item->mention < 0;

  return item->word == 0 && (first->kind != LIEUDIT_STEP_NUMBER || isnan (item->number));
}

static gboolean
run (Matcher              *self,
     int                   step,
     guint                 position,
     LieuditRelationMatch *match)
{
  for (;;)
    {
      const LieuditRelationStep *current = &self->steps[step];
      const LieuditRelationItem *item = NULL;
      const LieuditRelationTerm *term = NULL;
      guint n_items = 0;

      if (++self->tries > MAX_TRIES)
        return FALSE;

      if (current->kind == LIEUDIT_STEP_ACCEPT)
        {
          match->end = position;
          return self->wanted_end == LIEUDIT_RELATION_ANY_END || self->wanted_end == position;
        }
      if (current->kind == LIEUDIT_STEP_JUMP)
        {
          step = current->a;
          continue;
        }
      if (current->kind == LIEUDIT_STEP_SPLIT)
        {
          LieuditRelationMatch saved;

          if (current->b < 0)
            {
              step = current->a;
              continue;
            }
          if (ends_at_once (self, current->a, position))
            {
              self->tries++;
              step = current->b;
              continue;
            }
          saved = *match;
          if (run (self, current->a, position, match))
            return TRUE;
          *match = saved;
          step = current->b;
          continue;
        }
      if (current->kind == LIEUDIT_STEP_GAP)
        {
          for (int n = 0; n <= current->a; n++)
            {
              LieuditRelationMatch saved = *match;

              if (run (self, step + 1, position + (guint) n, match))
                return TRUE;
              *match = saved;
              if (position + (guint) n >= self->items->len)
                return FALSE;
              item = get_item (self->items, position + (guint) n);
              if (!item->is_word || item->mention >= 0 || item->sentence != self->sentence)
                return FALSE;
            }
          return FALSE;
        }

      if (position >= self->items->len)
        return FALSE;
      item = get_item (self->items, position);
      if (item->sentence != self->sentence)
        return FALSE;

      switch (current->kind)
        {
        case LIEUDIT_STEP_WORD:
          n_items = item->mention < 0 && item->word == current->a;
          break;

        case LIEUDIT_STEP_SUBJECT:
          n_items = item->mention >= 0;
          match->subject = (int) position;
          break;

        case LIEUDIT_STEP_OBJECT:
          if (item->mention < 0 || match->n_objects == LIEUDIT_RELATION_MAX_OBJECTS)
            return FALSE;
          match->countries[match->n_objects] = NULL;
          match->objects[match->n_objects++] = (int) position;
          n_items = 1;
          break;

        case LIEUDIT_STEP_COUNTRY:
          n_items = lieudit_relation_match_term (self->grammar->countries, self->items, position, &term);
          if (n_items == 0 || match->n_objects == LIEUDIT_RELATION_MAX_OBJECTS)
            return FALSE;
          match->countries[match->n_objects] = term;
          match->objects[match->n_objects++] = (int) position;
          break;

        case LIEUDIT_STEP_DIRECTION:
          n_items = lieudit_relation_match_term (self->grammar->directions, self->items, position, &term);
          if (n_items > 0)
            match->bearing = term->value;
          break;

        case LIEUDIT_STEP_UNIT:
          n_items = lieudit_relation_match_term (self->grammar->units, self->items, position, &term);
          if (n_items > 0)
            match->distance = isnan (match->number) ? term->value : match->number * term->value;
          break;

        case LIEUDIT_STEP_NUMBER:
          n_items = read_number (self, position, &match->number);
          break;

        case LIEUDIT_STEP_GAP:
        case LIEUDIT_STEP_SPLIT:
        case LIEUDIT_STEP_JUMP:
        case LIEUDIT_STEP_ACCEPT:
        default:
          g_assert_not_reached ();
        }

      if (n_items == 0)
        return FALSE;
      position += n_items;
      step++;
    }
}

/*
 * lieudit_relation_match:
 * @grammar: the grammar of the rule
 * @rule: a rule
 * @items: (element-type LieuditRelationItem): a text
 * @start: where the pattern has to begin
 * @wanted_end: where it has to end, or %LIEUDIT_RELATION_ANY_END
 * @match: (out): what was found
 *
 * Matches a pattern with a text. No match goes beyond a sentence.
 *
 * Returns: whether the pattern matches
 */
gboolean
lieudit_relation_match (const LieuditRelationGrammar *grammar,
                        const LieuditRelationRule    *rule,
                        const GArray                 *items,
                        guint                         start,
                        guint                         wanted_end,
                        LieuditRelationMatch         *match)
{
  Matcher self = { grammar, (const LieuditRelationStep *) (gpointer) rule->steps->data, items, wanted_end, 0, 0 };

  *match = (LieuditRelationMatch) { .subject = -1, .bearing = NAN, .number = NAN, .distance = NAN };
  self.sentence = get_item (items, MIN (start, items->len - 1))->sentence;

  return run (&self, 0, start, match);
}
