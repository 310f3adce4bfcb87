/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-search-query.h"

#include <string.h>

#include "gazetteer/lieudit-name-search-rules.h"
#include "text/lieudit-folded-text.h"

/* More than any name costs, with room to add to it. */
#define UNREACHABLE 200

/* What has to be left of a query for its article to be taken for one, in letters. */
#define SHORTEST_WITHOUT_ARTICLE 3

/* How much may differ, by the letters of the query. A short one with an error in it could be anything. */
static const guint8 budgets[] = { 0, 0, 0, 2, 4, 5, 6, 7 };

/* People seldom err twice in the first letters; looking for that would take the longest. */
static const guint8 allowances[] = { 4, 4, 5, 5, 6, 6 };

static gboolean
is_vowel (gunichar letter)
{
  return letter < 128 && letter != 0 && strchr ("aeiouy", (int) letter) != NULL;
}

/**
 * lieudit_name_query_insertion:
 * @previous: the letter before, 0 for none
 * @letter: a letter
 *
 * Returns: what it costs to have @letter where nobody wrote it: little for
 *   doubled letters and signs between words
 */
guint8
lieudit_name_query_insertion (gunichar previous,
                              gunichar letter)
{
  if (letter == '\'' || letter == '.')
    return 0;
  if (letter == previous || letter == ' ' || letter == '-')
    return 1;
  if (letter == 'h' || is_vowel (letter))
    return 3;

  return LIEUDIT_NAME_QUERY_ERROR;
}

static gboolean
ends_with (const gunichar *letters,
           guint           n_letters,
           const gunichar *end,
           guint           n_end)
{
  return n_letters >= n_end &&
         memcmp (letters + n_letters - n_end, end, n_end * sizeof (gunichar)) == 0;
}

static void
find_sites (LieuditNameQuery *self)
{
  guint n_rules;
  const LieuditSpellingRule *rules = lieudit_spelling_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      for (guint end = rules[i].n_query; end <= self->n_letters; end++)
        {
          LieuditNameQuerySite site = { &rules[i], end };

          if (rules[i].at_start && (end != rules[i].n_query || self->n_letters < end + SHORTEST_WITHOUT_ARTICLE))
            break;
          if (ends_with (self->letters, end, rules[i].query, rules[i].n_query))
            g_array_append_val (self->sites, site);
        }
    }
}

/* The letters that an article takes, which do not help to tell names apart. */
static guint
count_article (const LieuditNameQuery *self)
{
  guint n_article = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const LieuditNameQuerySite *site = &g_array_index (self->sites, LieuditNameQuerySite, i);

      if (site->rule->at_start && site->rule->n_name == 0)
        n_article = MAX (n_article, site->rule->n_query);
    }

  return n_article;
}

static void
set_budget (LieuditNameQuery *self)
{
  guint n_letters = self->n_letters - count_article (self);

  self->budget = n_letters < G_N_ELEMENTS (budgets) ? budgets[n_letters] : LIEUDIT_NAME_QUERY_MOST;
}

static void
set_costs (LieuditNameQuery *self)
{
  for (guint i = 0; i <= self->n_letters; i++)
    self->allowance[i] = i < G_N_ELEMENTS (allowances) ? MIN (allowances[i], self->budget) : self->budget;

  for (guint i = 0; i < self->n_letters; i++)
    {
      /* Doubled letters cost little, tripled ones do not. */
      gunichar previous = i > 0 ? self->letters[i - 1] : 0;
      gboolean is_tripled = i > 1 && self->letters[i] == previous && self->letters[i - 2] == previous;

      self->deletion[i] = is_tripled ? LIEUDIT_NAME_QUERY_ERROR
                                     : lieudit_name_query_insertion (previous, self->letters[i]);
      for (guint letter = 0; letter < LIEUDIT_NAME_QUERY_N_CHEAP; letter++)
        self->substitution[letter][i] = lieudit_spelling_rules_substitution (letter, self->letters[i]);
    }
}

static void
add_bytes (gboolean *wanted,
           guint     first,
           guint     last)
{
  for (guint byte = first; byte <= last; byte++)
    wanted[byte] = TRUE;
}

/* Names in other scripts than the query's are not looked at. */
static void
set_bytes (LieuditNameQuery *self)
{
  gboolean wanted[256] = { FALSE, };

  add_bytes (wanted, ' ', '@');
  for (guint i = 0; i < self->n_letters; i++)
    {
      gunichar letter = self->letters[i];

      if (letter < 0x80)
        {
          if (g_ascii_isalpha ((char) letter))
            add_bytes (wanted, 'a', 'z');
          continue;
        }

      add_bytes (wanted, 0x80, 0xBF);
      if (letter < 0x370)
        {
          add_bytes (wanted, 'a', 'z');
          add_bytes (wanted, 0xC2, 0xCD);
        }
      else if (letter < 0x530)
        {
          add_bytes (wanted, 0xCD, 0xD4); /* Greek, Cyrillic */
        }
      else if (letter < 0x800)
        {
          add_bytes (wanted, 0xD4, 0xDF); /* Armenian, Hebrew, Arabic */
        }
      else
        {
          add_bytes (wanted, 0xE0, 0xF4);
        }
    }

  for (guint byte = 0; byte < G_N_ELEMENTS (wanted); byte++)
    {
      if (wanted[byte])
        self->bytes[self->n_bytes++] = (guint8) byte;
    }
}

/**
 * lieudit_name_query_new:
 * @text: what a person wrote
 *
 * Returns: (transfer full): the query
 */
LieuditNameQuery *
lieudit_name_query_new (const char *text)
{
  LieuditNameQuery *self = g_new0 (LieuditNameQuery, 1);
  g_autofree char *folded = lieudit_fold_name (text);

  self->sites = g_array_new (FALSE, FALSE, sizeof (LieuditNameQuerySite));
  for (const char *position = folded;
       *position != '\0' && self->n_letters < LIEUDIT_NAME_QUERY_LENGTH;
       position = g_utf8_next_char (position))
    self->letters[self->n_letters++] = g_utf8_get_char (position);

  find_sites (self);
  set_budget (self);
  set_costs (self);
  set_bytes (self);

  return self;
}

/**
 * lieudit_name_query_free:
 * @self: (transfer full): a query
 *
 * Frees a query.
 */
void
lieudit_name_query_free (LieuditNameQuery *self)
{
  g_array_unref (self->sites);
  g_free (self);
}

static guint8
add (guint8 a,
     guint8 b)
{
  return (guint8) MIN ((guint) a + b, UNREACHABLE);
}

/**
 * lieudit_name_query_first_row:
 * @self: a query
 * @row: (out caller-allocates) (array): what each beginning of the query costs
 *   to drop, one more than there are letters
 *
 * Begins to compare.
 */
void
lieudit_name_query_first_row (const LieuditNameQuery *self,
                              guint8                 *row)
{
  row[0] = 0;
  for (guint j = 1; j <= self->n_letters; j++)
    row[j] = add (row[j - 1], self->deletion[j - 1]);

  for (guint i = 0; i < self->sites->len; i++)
    {
      const LieuditNameQuerySite *site = &g_array_index (self->sites, LieuditNameQuerySite, i);

      if (site->rule->n_name == 0)
        {
          row[site->end] = MIN (row[site->end], site->rule->cost);
          for (guint j = site->end + 1; j <= self->n_letters; j++)
            row[j] = MIN (row[j], add (row[j - 1], self->deletion[j - 1]));
        }
    }
}

/* Returns the last cell that was set. */
static guint
apply_rules (const LieuditNameQuery *self,
             const gunichar         *path,
             guint                   depth,
             guint8                  rows[][LIEUDIT_NAME_QUERY_LENGTH + 1])
{
  const LieuditNameQuerySite *sites = (const LieuditNameQuerySite *) (gpointer) self->sites->data;
  gunichar letter = path[depth - 1];
  guint last = 0;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const LieuditSpellingRule *rule = sites[i].rule;
      guint8 cost;

      if (rule->n_name == 0 || rule->name[rule->n_name - 1] != letter ||
          (rule->at_start && depth != rule->n_name) ||
          !ends_with (path, depth, rule->name, rule->n_name))
        continue;

      cost = add (rows[depth - rule->n_name][sites[i].end - rule->n_query], rule->cost);
      if (cost < rows[depth][sites[i].end])
        {
          rows[depth][sites[i].end] = cost;
          last = MAX (last, sites[i].end);
        }
    }

  return last;
}

/* Substitutions, insertions and exchanges, from the cells of the rows above that are in reach. */
static guint
fill_row (const LieuditNameQuery *self,
          const gunichar         *path,
          guint                   depth,
          guint8                  rows[][LIEUDIT_NAME_QUERY_LENGTH + 1],
          guint8                  spans[][2])
{
  gunichar letter = path[depth - 1];
  gunichar previous = depth > 1 ? path[depth - 2] : 0;
  guint8 insertion = lieudit_name_query_insertion (previous, letter);
  const guint8 *above = rows[depth - 1];
  guint8 *row = rows[depth];
  guint first = spans[depth - 1][0];
  guint last = MIN (spans[depth - 1][1] + 1u, self->n_letters);

  if (first == 0)
    row[0] = add (above[0], insertion);

  for (guint j = MAX (first, 1); j <= last; j++)
    {
      guint8 substitution = letter < LIEUDIT_NAME_QUERY_N_CHEAP ? self->substitution[letter][j - 1]
                            : letter == self->letters[j - 1] ? 0 : LIEUDIT_NAME_QUERY_ERROR;

      row[j] = MIN (add (above[j - 1], substitution), add (above[j], insertion));
    }

  if (previous == 0 || previous == letter)
    return last;

  for (guint j = spans[depth - 2][0] + 2u; j <= MIN (spans[depth - 2][1] + 2u, self->n_letters); j++)
    {
      if (letter == self->letters[j - 2] && previous == self->letters[j - 1])
        {
          row[j] = MIN (row[j], add (rows[depth - 2][j - 2], LIEUDIT_NAME_QUERY_ERROR));
          last = MAX (last, j);
        }
    }

  return last;
}

/* Letters of the query that the name lacks; then all over the budget is out of reach. */
static guint8
close_row (const LieuditNameQuery *self,
           guint8                 *row,
           guint                   last,
           guint8                  most,
           guint8                 *span)
{
  guint8 least = UNREACHABLE;

  span[0] = (guint8) self->n_letters;
  span[1] = 0;
  for (guint j = 0; j <= self->n_letters; j++)
    {
      if (j > 0)
        row[j] = MIN (row[j], add (row[j - 1], self->deletion[j - 1]));
      if (row[j] > MIN (most, self->allowance[j]))
        {
          row[j] = UNREACHABLE;
          if (j > last)
            break;
          continue;
        }

      least = MIN (least, row[j]);
      span[0] = MIN (span[0], (guint8) j);
      span[1] = (guint8) j;
    }

  return least;
}

/**
 * lieudit_name_query_next_row:
 * @self: a query
 * @path: (array length=depth): the first letters of a name
 * @depth: how many, at least one
 * @most: the most that is of interest
 * @rows: what it costs to go from each beginning of the query to each
 *   beginning of the name; all but the last row are set, which this sets
 * @spans: the first and the last cell of each row that are in reach
 *
 * Goes on comparing by one letter of the name. The distance is that of
 * Damerau and Levenshtein, with string-to-string edits for spellings: E. Brill
 * and R. C. Moore, "An Improved Error Model for Noisy Channel Spelling
 * Correction", ACL 2000. Cells out of reach are not computed: E. Ukkonen,
 * "Algorithms for Approximate String Matching", Information and Control 64
 * (1985).
 *
 * Returns: the least of the row
 */
guint8
lieudit_name_query_next_row (const LieuditNameQuery *self,
                             const gunichar         *path,
                             guint                   depth,
                             guint8                  most,
                             guint8                  rows[][LIEUDIT_NAME_QUERY_LENGTH + 1],
                             guint8                  spans[][2])
{
  guint last_filled, last_ruled;

  memset (rows[depth], UNREACHABLE, self->n_letters + 1);
  last_filled = fill_row (self, path, depth, rows, spans);
  last_ruled = apply_rules (self, path, depth, rows);

  return close_row (self, rows[depth], MAX (last_filled, last_ruled), most, spans[depth]);
}
