/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-reader.h"

#include <math.h>

#include "claims/lieudit-claim-matcher.h"
#include "claims/lieudit-claim-private.h"
#include "text/lieudit-token.h"

/* How far back of a phrase its subject may stand, and what denies it, in items. */
#define SUBJECT_REACH 12
#define NEGATION_REACH 6

typedef struct
{
  LieuditAnalysis           *analysis;
  LieuditGazetteer          *gazetteer;
  const LieuditClaimGrammar *grammar;
  const LieuditClaimRuleIndex *index;
  const char                *text;
  GArray                    *items;    /* LieuditClaimItem */
  GPtrArray                 *mentions; /* LieuditMention */
  GPtrArray                 *claims;
  int                        last_subject; /* item of the subject of the last claim, or -1 */
  guint                      last_end;     /* item after the last claim */
} Reader;

static const LieuditClaimItem *
get_item (const Reader *self,
          guint         index)
{
  return &g_array_index (self->items, LieuditClaimItem, index);
}

/* Digits of any script; NaN for what is no plain number. */
static double
read_digits (const char *text,
             gsize       length)
{
  double value = 0.0;

  if (length == 0 || length > 36)
    return NAN;

  for (const char *position = text; position < text + length; position = g_utf8_next_char (position))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (position));

      if (digit < 0)
        return NAN;
      value = value * 10.0 + digit;
    }

  return value;
}

/* "2,5" and "1 500" are one number each, cut into several tokens. */
static void
join_numbers (Reader *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      LieuditClaimItem item = *get_item (self, i);

      if (!isnan (item.number) && i + 2 < self->items->len)
        {
          const LieuditClaimItem *mark = get_item (self, i + 1);
          const LieuditClaimItem *fraction = get_item (self, i + 2);
          gsize digits = fraction->end - fraction->start;

          if (!isnan (fraction->number) && mark->start == item.end && mark->end == fraction->start &&
              (self->text[mark->start] == ',' || self->text[mark->start] == '.') && digits <= 3)
            {
              /* "1,500" in English, "1.500" in French are thousands. */
              item.number = digits == 3 ? item.number * 1000.0 + fraction->number
                                        : item.number + fraction->number / pow (10.0, (double) digits);
              item.end = fraction->end;
              i += 2;
            }
        }
      if (!isnan (item.number) && item.number < 1000.0 && i + 1 < self->items->len)
        {
          const LieuditClaimItem *next = get_item (self, i + 1);

          if (!isnan (next->number) && next->end - next->start == 3 && next->start - item.end <= 3)
            {
              item.number = item.number * 1000.0 + next->number;
              item.end = next->end;
              i++;
            }
        }
      g_array_index (self->items, LieuditClaimItem, n_kept++) = item;
    }

  g_array_set_size (self->items, n_kept);
}

static void
collect_items (Reader *self,
               gsize   length)
{
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (self->text, length);
  g_autoptr(GArray) tokens = lieudit_tokenize (self->text, length, folded);
  const char *folded_text = lieudit_folded_text_get_text (folded);
  guint mention = 0;
  guint sentence = 0;
  gboolean was_start = FALSE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const LieuditToken *token = &g_array_index (tokens, LieuditToken, i);
      LieuditClaimItem item = { token->start, token->end, 0, -1, 0, NAN, FALSE };
      gboolean starts = (token->flags & LIEUDIT_TOKEN_SENTENCE_START) != 0;

      sentence += starts && !was_start;
      was_start = starts;
      item.sentence = sentence;

      while (mention < self->mentions->len &&
             lieudit_mention_get_end (g_ptr_array_index (self->mentions, mention)) <= token->start)
        mention++;
      if (mention < self->mentions->len &&
          lieudit_mention_get_start (g_ptr_array_index (self->mentions, mention)) < token->end)
        {
          LieuditMention *found = g_ptr_array_index (self->mentions, mention);
          LieuditClaimItem *last = self->items->len > 0 ? &g_array_index (self->items, LieuditClaimItem,
                                                                           self->items->len - 1) : NULL;

          if (last != NULL && last->mention == (int) mention)
            continue;
          item.start = lieudit_mention_get_start (found);
          if (item.start > token->start)
            {
              /* The Arabic و, ب and ل are written together with the name. */
              LieuditClaimItem prefix = { token->start, item.start, 0, -1, sentence, NAN, TRUE };
              gsize prefix_end = lieudit_folded_text_from_source (folded, item.start);

              prefix.word = lieudit_claim_grammar_lookup_word (self->grammar, folded_text + token->folded_start,
                                                               prefix_end - token->folded_start);
              g_array_append_val (self->items, prefix);
            }
          item.end = lieudit_mention_get_end (found);
          item.mention = (int) mention;
          item.is_word = TRUE;
          g_array_append_val (self->items, item);
          continue;
        }

      if (token->folded_start == token->folded_end)
        continue;
      item.word = lieudit_claim_grammar_lookup_word (self->grammar, folded_text + token->folded_start,
                                                     token->folded_end - token->folded_start);
      item.is_word = (token->flags & (LIEUDIT_TOKEN_WORD | LIEUDIT_TOKEN_NUMBER)) != 0 ||
                     (self->text[token->start] == '-' && i > 0 &&
                      g_array_index (tokens, LieuditToken, i - 1).end == token->start);
      item.number = read_digits (self->text + token->start, token->end - token->start);
      g_array_append_val (self->items, item);
    }

  join_numbers (self);
}

static gboolean
is_usable (const Reader *self,
           int           item)
{
  int mention = get_item (self, (guint) item)->mention;

  return lieudit_mention_get_kind (g_ptr_array_index (self->mentions, mention)) != LIEUDIT_MENTION_EMBEDDED;
}

static void
fill_party (Reader            *self,
            LieuditClaimParty *party,
            int                item)
{
  int index = get_item (self, (guint) item)->mention;
  LieuditMention *mention = g_ptr_array_index (self->mentions, index);
  LieuditPlace *place = lieudit_mention_get_place (mention);
  guint n_alternatives = 0;
  const LieuditAlternative *alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);

  party->mention = index;
  party->place = place != NULL ? g_object_ref (place) : NULL;
  party->confidence = lieudit_mention_get_confidence (mention);
  party->alternatives = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_alternatives; i++)
    g_ptr_array_add (party->alternatives, g_object_ref (alternatives[i].place));
}

static gboolean
has_term_before (const Reader    *self,
                 const GPtrArray *terms,
                 guint            start,
                 guint            reach)
{
  const LieuditClaimTerm *term = NULL;

  for (guint i = start; i > 0 && start - i < reach; i--)
    {
      if (get_item (self, i - 1)->sentence != get_item (self, start)->sentence)
        return FALSE;
      if (lieudit_claim_match_term (terms, self->items, i - 1, &term) > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_term_in_sentence (const Reader    *self,
                      const GPtrArray *terms,
                      guint            position)
{
  guint sentence = get_item (self, position)->sentence;
  const LieuditClaimTerm *term = NULL;

  for (guint i = position; i < self->items->len && get_item (self, i)->sentence == sentence; i++)
    {
      if (lieudit_claim_match_term (terms, self->items, i, &term) > 0)
        return TRUE;
    }

  return has_term_before (self, terms, position, G_MAXUINT);
}

static gboolean
link_matches (const Reader *self,
              guint         start,
              guint         end)
{
  LieuditClaimMatch match;

  if (start == end)
    return TRUE;

  for (guint i = 0; i < self->grammar->links->len; i++)
    {
      if (lieudit_claim_match (self->grammar, g_ptr_array_index (self->grammar->links, i), self->items, start, end, &match))
        return TRUE;
    }

  return FALSE;
}

/* The subject of a phrase is the place right before it, or that of the claim that it goes on from: "Saraqeb, au sud
 * d'Alep, à l'intersection…". */
static int
find_subject (const Reader *self,
              guint         start)
{
  guint sentence = get_item (self, start)->sentence;

  if (self->last_end > 0 && self->last_end <= start && start - self->last_end <= SUBJECT_REACH &&
      get_item (self, self->last_end - 1)->sentence == sentence &&
      link_matches (self, self->last_end, start))
    return self->last_subject;

  for (guint i = start; i > 0 && start - i < SUBJECT_REACH; i--)
    {
      const LieuditClaimItem *item = get_item (self, i - 1);

      if (item->sentence != sentence)
        return -1;
      if (item->mention >= 0)
        return is_usable (self, (int) i - 1) && link_matches (self, i, start) ? (int) i - 1 : -1;
    }

  return -1;
}

static int
find_subject_behind (const Reader *self,
                     guint         end)
{
  LieuditClaimMatch match;

  if (end >= self->items->len || get_item (self, end)->sentence != get_item (self, end - 1)->sentence)
    return -1;

  for (guint i = 0; i < self->grammar->back_links->len; i++)
    {
      if (lieudit_claim_match (self->grammar, g_ptr_array_index (self->grammar->back_links, i), self->items, end,
                               LIEUDIT_CLAIM_ANY_END, &match) &&
          match.subject >= 0 && is_usable (self, match.subject))
        return match.subject;
    }

  return -1;
}

/* "The embassy of Morocco in Lebanon": no country lies in another. */
static gboolean
is_country (const Reader *self,
            guint         item)
{
  LieuditPlace *place = lieudit_mention_get_place (g_ptr_array_index (self->mentions, get_item (self, item)->mention));

  return place != NULL && lieudit_place_get_feature_class (place) == LIEUDIT_FEATURE_COUNTRY;
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
may_lack_subject (const LieuditClaimRule *rule)
{
  return rule->relation == LIEUDIT_RELATION_DIRECTION || rule->relation == LIEUDIT_RELATION_DISTANCE;
}

/* What is no river has no banks, and what lies "in" a road or a sea is no matter of areas. */
static gboolean
suits_relation (LieuditPlace           *place,
                const LieuditClaimRule *rule,
                guint                   n_objects)
{
  LieuditFeatureClass feature = place != NULL ? lieudit_place_get_feature_class (place) : LIEUDIT_FEATURE_OTHER;

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
objects_are_usable (const Reader            *self,
                    const LieuditClaimRule  *rule,
                    const LieuditClaimMatch *match)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      int mention = get_item (self, (guint) match->objects[i])->mention;

      if (match->countries[i] == NULL &&
          (!is_usable (self, match->objects[i]) ||
           !suits_relation (lieudit_mention_get_place (g_ptr_array_index (self->mentions, mention)), rule,
                            match->n_objects)))
        return FALSE;
    }

  return TRUE;
}

static void
fill_objects (Reader                  *self,
              LieuditClaim            *claim,
              const LieuditClaimMatch *match)
{
  for (guint i = 0; i < match->n_objects; i++)
    {
      LieuditClaimParty *party = &claim->objects[claim->n_objects++];

      if (match->countries[i] == NULL)
        {
          fill_party (self, party, match->objects[i]);
        }
      else
        {
          party->mention = LIEUDIT_CLAIM_NO_MENTION;
          party->confidence = 1.0;
          party->place = lieudit_gazetteer_lookup_id (self->gazetteer, match->countries[i]->place);
        }
    }
}

/* From a mention near by: from the beginning of a long text it would take too long. */
static gsize
count_code_points (const Reader *self,
                   gsize         offset,
                   int           index)
{
  LieuditMention *mention;
  gsize start;
  gsize known;

  if (index < 0)
    return (gsize) g_utf8_strlen (self->text, (gssize) offset);

  mention = g_ptr_array_index (self->mentions, index);
  start = lieudit_mention_get_start (mention);
  known = lieudit_mention_get_start_code_point (mention);

  return offset < start ? known - (gsize) g_utf8_strlen (self->text + offset, (gssize) (start - offset))
                        : known + (gsize) g_utf8_strlen (self->text + start, (gssize) (offset - start));
}

static void
fill_span (const Reader *self,
           LieuditClaim *claim,
           guint         first,
           guint         end)
{
  const LieuditClaimParty *party = claim->has_subject ? &claim->subject : &claim->objects[0];

  claim->start = get_item (self, first)->start;
  claim->end = get_item (self, end - 1)->end;
  claim->start_code_point = count_code_points (self, claim->start, party->mention);
  claim->end_code_point = claim->start_code_point +
                          (gsize) g_utf8_strlen (self->text + claim->start, (gssize) (claim->end - claim->start));
  claim->text = g_strndup (self->text + claim->start, claim->end - claim->start);
}

static void
add_claim (Reader                  *self,
           const LieuditClaimRule  *rule,
           const LieuditClaimMatch *match,
           guint                    start)
{
  g_autoptr(LieuditClaim) claim = lieudit_claim_new (rule->relation, rule->flags);
  int subject = match->subject;
  guint first = start;
  guint end = match->end;

  if (subject < 0)
    subject = find_subject (self, start);
  if (subject < 0)
    subject = find_subject_behind (self, match->end);
  if (subject < 0 && (!may_lack_subject (rule) || match->n_objects == 0))
    return;
  if (subject >= 0 && rule->relation == LIEUDIT_RELATION_CONTAINMENT &&
      (is_enumeration (self, (guint) subject) || is_country (self, (guint) subject)))
    return;

  /* "Alep (Alep)", or a subject that is one of the objects, claims nothing. */
  for (guint i = 0; i < match->n_objects; i++)
    {
      if (match->objects[i] == subject)
        return;
    }

  if (subject >= 0)
    {
      claim->has_subject = TRUE;
      fill_party (self, &claim->subject, subject);
      end = MAX (end, (guint) subject + 1);
      /* A subject from before the last claim is not part of this one's words. */
      if ((guint) subject >= self->last_end)
        first = MIN (first, (guint) subject);
    }
  fill_objects (self, claim, match);
  fill_span (self, claim, first, end);
  claim->stated_bearing = match->bearing;
  claim->stated_distance = match->distance;
  if (has_term_before (self, self->grammar->negations, start, NEGATION_REACH))
    claim->flags |= LIEUDIT_CLAIM_NEGATED;
  if (has_term_in_sentence (self, self->grammar->attributions, start))
    claim->flags |= LIEUDIT_CLAIM_ATTRIBUTED;

  self->last_subject = subject;
  self->last_end = end;
  g_ptr_array_add (self->claims, g_steal_pointer (&claim));
}

/* The longest phrase that begins here; of equally long ones the first in the file. */
static const LieuditClaimRule *
find_rule (const Reader      *self,
           guint              start,
           LieuditClaimMatch *best)
{
  const GPtrArray *rules = lieudit_claim_rule_index_lookup (self->index, get_item (self, start));
  const LieuditClaimRule *found = NULL;

  *best = (LieuditClaimMatch) { .subject = -1 };
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const LieuditClaimRule *rule = g_ptr_array_index (rules, i);
      LieuditClaimMatch match;

      if (lieudit_claim_match (self->grammar, rule, self->items, start, LIEUDIT_CLAIM_ANY_END, &match) &&
          match.end > start && (found == NULL || match.end > best->end) &&
          objects_are_usable (self, rule, &match) &&
          (match.subject < 0 || is_usable (self, match.subject)))
        {
          found = rule;
          *best = match;
        }
    }

  return found;
}

/*
 * lieudit_claims_read:
 * @analysis: an analysed article
 * @gazetteer: where the countries that adjectives name are looked up
 * @grammar: the grammar of the article's language
 * @index: what its rules can begin with
 *
 * Reads what an article says about where its places lie.
 *
 * Returns: (transfer full) (element-type LieuditClaim): the claims, in the order of the text, not yet checked
 */
GPtrArray *
lieudit_claims_read (LieuditAnalysis             *analysis,
                     LieuditGazetteer            *gazetteer,
                     const LieuditClaimGrammar   *grammar,
                     const LieuditClaimRuleIndex *index)
{
  LieuditArticle *article = lieudit_analysis_get_article (analysis);
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (LieuditClaimItem));
  g_autoptr(GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  Reader self = { analysis, gazetteer, grammar, index, lieudit_article_get_text (article), items, array, NULL, -1, 0 };
  LieuditClaimMatch match;

  self.claims = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    g_ptr_array_add (array, g_list_model_get_item (mentions, i));
  if (array->len == 0)
    return self.claims;

  collect_items (&self, lieudit_article_get_length (article));
  for (guint i = 0; i < items->len; i++)
    {
      const LieuditClaimRule *rule = find_rule (&self, i, &match);

      if (rule == NULL)
        continue;
      add_claim (&self, rule, &match, i);
      i = match.end - 1;
    }

  return self.claims;
}
