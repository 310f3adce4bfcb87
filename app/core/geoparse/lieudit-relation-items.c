/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-relation-items.h"

#include <math.h>

typedef struct
{
  const LieuditRelationGrammar *grammar;
  const char                   *text;
  const LieuditFoldedText      *folded;
  const LieuditToken           *tokens;
  GArray                       *items; /* of LieuditRelationItem */
} Collector;

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
join_numbers (GArray     *items,
              const char *text)
{
  guint n_kept = 0;

  for (guint i = 0; i < items->len; i++)
    {
      LieuditRelationItem item = g_array_index (items, LieuditRelationItem, i);

      if (!isnan (item.number) && i + 2 < items->len)
        {
          const LieuditRelationItem *mark = &g_array_index (items, LieuditRelationItem, i + 1);
          const LieuditRelationItem *fraction = &g_array_index (items, LieuditRelationItem, i + 2);
          gsize digits = fraction->end - fraction->start;

          if (!isnan (fraction->number) && mark->start == item.end && mark->end == fraction->start &&
              (text[mark->start] == ',' || text[mark->start] == '.') && digits <= 3)
            {
              /* "1,500" in English, "1.500" in French are thousands. */
              item.number = digits == 3 ? item.number * 1000.0 + fraction->number :
                                          item.number + fraction->number / pow (10.0, (double) digits);
              item.end = fraction->end;
              i += 2;
            }
        }
      if (!isnan (item.number) && item.number < 1000.0 && i + 1 < items->len)
        {
          const LieuditRelationItem *next = &g_array_index (items, LieuditRelationItem, i + 1);

          if (!isnan (next->number) && next->end - next->start == 3 && next->start - item.end <= 3)
            {
              item.number = item.number * 1000.0 + next->number;
              item.end = next->end;
              i++;
            }
        }
      g_array_index (items, LieuditRelationItem, n_kept++) = item;
    }

  g_array_set_size (items, n_kept);
}

static int
lookup_word (const Collector *self,
             gsize            folded_start,
             gsize            folded_end)
{
  return lieudit_relation_grammar_lookup_word (
    self->grammar, lieudit_folded_text_get_text (self->folded) + folded_start, folded_end - folded_start);
}

/* The Arabic و, ب and ل are written together with the name. */
static void
add_prefix (Collector                   *self,
            const LieuditToken          *token,
            const LieuditRecognisedName *name)
{
  LieuditRelationItem prefix = { token->start, name->start, 0, -1, 0, NAN, TRUE };

  prefix.word = lookup_word (self, token->folded_start, lieudit_folded_text_from_source (self->folded, name->start));
  g_array_append_val (self->items, prefix);
}

static void
add_name (Collector                   *self,
          const LieuditToken          *token,
          const LieuditRecognisedName *name,
          guint                        index)
{
  LieuditRelationItem item = { name->start, name->end, 0, (int) index, 0, NAN, TRUE };

  if (name->start > token->start)
    add_prefix (self, token, name);
  g_array_append_val (self->items, item);
}

/* A hyphen inside a word is none of the marks that end a gap. */
static gboolean
is_word (const Collector *self,
         guint            index)
{
  const LieuditToken *token = &self->tokens[index];

  return (token->flags & (LIEUDIT_TOKEN_WORD | LIEUDIT_TOKEN_NUMBER)) != 0 ||
         (self->text[token->start] == '-' && index > 0 && self->tokens[index - 1].end == token->start);
}

/* "160km" is a number and its unit. */
static gsize
find_end_of_digits (const Collector    *self,
                    const LieuditToken *token)
{
  gsize end = token->start;

  while (end < token->end && g_ascii_isdigit (self->text[end]))
    end++;

  return end;
}

static void
add_number_with_unit (Collector          *self,
                      const LieuditToken *token,
                      gsize               split)
{
  LieuditRelationItem number = { token->start, split, 0, -1, 0, NAN, TRUE };
  LieuditRelationItem unit = { split, token->end, 0, -1, 0, NAN, TRUE };

  number.number = read_digits (self->text + token->start, split - token->start);
  unit.word = lookup_word (self, lieudit_folded_text_from_source (self->folded, split), token->folded_end);
  g_array_append_val (self->items, number);
  g_array_append_val (self->items, unit);
}

/* The Arabic "and" is written together with the word it comes before: وتبعد. */
static int
lookup_word_after_and (const Collector    *self,
                       const LieuditToken *token)
{
  static const char and[] = "و";
  const gsize length = sizeof and - 1;
  const char *word = lieudit_folded_text_get_text (self->folded) + token->folded_start;

  if (token->folded_end - token->folded_start <= length || !g_str_has_prefix (word, and))
    return 0;

  return lookup_word (self, token->folded_start + length, token->folded_end);
}

static void
add_token (Collector *self,
           guint      index)
{
  const LieuditToken *token = &self->tokens[index];
  LieuditRelationItem item = { token->start, token->end, 0, -1, 0, NAN, FALSE };
  gsize digits;

  if (token->folded_start == token->folded_end)
    return;

  digits = find_end_of_digits (self, token);
  if (digits > token->start && digits < token->end && g_ascii_isalpha (self->text[digits]))
    {
      add_number_with_unit (self, token, digits);
      return;
    }

  item.word = lookup_word (self, token->folded_start, token->folded_end);
  if (item.word == 0)
    item.word = lookup_word_after_and (self, token);
  item.is_word = is_word (self, index);
  if (token->flags & LIEUDIT_TOKEN_NUMBER)
    item.number = read_digits (self->text + token->start, token->end - token->start);
  g_array_append_val (self->items, item);
}

/**
 * lieudit_relation_items_collect:
 * @items: (element-type LieuditRelationItem): where the items go, in place of those before
 * @grammar: a grammar
 * @text: a text
 * @folded: the folded text
 * @tokens: (array length=n_tokens): the tokens of a sentence
 * @n_tokens: how many
 * @names: (element-type LieuditRecognisedName): the names of places in the text
 * @first_name: the first of them in the sentence
 *
 * Puts a sentence into the terms of a grammar: each name is one item, and so
 * is each word or mark outside of them.
 */
void
lieudit_relation_items_collect (GArray                       *items,
                                const LieuditRelationGrammar *grammar,
                                const char                   *text,
                                const LieuditFoldedText      *folded,
                                const LieuditToken           *tokens,
                                guint                         n_tokens,
                                const GArray                 *names,
                                guint                         first_name)
{
  Collector self = { grammar, text, folded, tokens, items };
  guint name = first_name;
  int last_name = -1;

  g_array_set_size (items, 0);
  for (guint i = 0; i < n_tokens; i++)
    {
      const LieuditRecognisedName *found;

      while (name < names->len && g_array_index (names, LieuditRecognisedName, name).end <= tokens[i].start)
        name++;

      found = name < names->len ? &g_array_index (names, LieuditRecognisedName, name) : NULL;
      if (found == NULL || found->start >= tokens[i].end)
        {
          add_token (&self, i);
        }
      else if (last_name != (int) name)
        {
          add_name (&self, &tokens[i], found, name);
          last_name = (int) name;
        }
    }
  join_numbers (items, text);
}
