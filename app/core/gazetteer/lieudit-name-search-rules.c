/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-search-rules.h"

#include <string.h>

#include "gazetteer/lieudit-name-search-query.h"

/*
 * How names of one place differ between the romanizations in use: BGN/PCGN and
 * UNGEGN for Arabic, the French and English press, German and Turkish atlases.
 * Every pair holds in both directions.
 */
static const struct {
  const char *a;
  const char *b;
  guint8      cost;
} pairs[] = {
  { "kh", "h", 1 }, { "kh", "k", 1 }, { "kh", "ch", 1 }, { "kh", "x", 1 }, { "kh", "j", 2 },
  { "gh", "g", 1 }, { "gh", "r", 2 }, { "dh", "d", 1 }, { "dh", "z", 1 }, { "th", "t", 1 }, { "th", "s", 2 },
  { "sh", "ch", 1 }, { "sh", "sch", 1 }, { "ch", "sch", 2 }, { "sh", "s", 2 },
  { "ch", "tch", 1 }, { "ch", "tsch", 1 }, { "ch", "c", 1 }, { "tch", "c", 2 },
  { "dj", "j", 1 }, { "dj", "g", 1 }, { "dsch", "j", 1 }, { "dzh", "j", 1 }, { "dj", "c", 2 },
  { "zh", "j", 1 }, { "zh", "z", 1 }, { "ts", "z", 1 }, { "tz", "z", 1 }, { "ts", "c", 1 }, { "cz", "ch", 1 },
  { "ou", "u", 1 }, { "ou", "w", 1 }, { "ou", "o", 1 }, { "oo", "u", 1 }, { "oo", "ou", 1 }, { "wa", "oua", 1 },
  { "ow", "o", 2 }, { "aw", "ao", 1 }, { "au", "aw", 1 }, { "aou", "aw", 1 }, { "aou", "au", 1 }, { "au", "o", 1 },
  { "ee", "i", 1 }, { "ea", "i", 2 }, { "ie", "i", 1 }, { "iy", "i", 1 }, { "iya", "ia", 1 }, { "iya", "ie", 2 },
  { "ei", "ay", 1 }, { "ai", "ay", 1 }, { "ei", "ai", 1 }, { "ey", "ay", 1 }, { "ai", "e", 1 }, { "ei", "e", 1 },
  { "ay", "e", 1 }, { "ai", "ei", 1 },
  { "qu", "k", 1 }, { "qu", "q", 1 }, { "ck", "k", 1 }, { "cq", "k", 1 }, { "x", "ks", 1 }, { "gu", "g", 1 },
  { "ph", "f", 1 }, { "ae", "a", 1 }, { "oe", "o", 1 }, { "ue", "u", 1 }, { "oe", "e", 1 },
  { "ah", "a", 1 }, { "eh", "a", 1 }, { "eh", "e", 1 }, { "at", "a", 3 }, { "et", "a", 3 },
};

/* Articles, which people leave out or write with another letter. */
static const char * const articles[] = {
  "al ", "el ", "ad ", "an ", "ar ", "as ", "at ", "az ", "ash", "ach", "le ", "la ", "les ", "los ", "las ", "the ",
  "l'", "il ", "de ", "\u0627\u0644",
};

#define ARTICLE_COST 1

#define N_ASCII 128

/* Letters that stand for each other, and what it costs. The cheapest comes first. */
static const struct {
  const char *letters;
  guint8      cost;
} classes[] = {
  { "kqc", 1 }, { "iyj", 1 }, { "uw", 1 }, { "ou", 1 }, { "ae", 1 }, { "ei", 1 }, { "sz", 1 }, { "vw", 1 }, { "gj", 1 },
  { " -", 0 }, { "aeiouy", 2 }, { "fvbp", 2 }, { "td", 2 }, { "gkq", 2 }, { "cs", 2 }, { "dz", 2 }, { "kh", 2 },
};

static guint
set_letters (gunichar   *letters,
             const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n < LIEUDIT_SPELLING_RULE_LENGTH; text = g_utf8_next_char (text))
    letters[n++] = g_utf8_get_char (text);

  return n;
}

static void
add_rule (GArray     *rules,
          const char *name,
          const char *query,
          guint8      cost,
          gboolean    at_start)
{
  LieuditSpellingRule rule = { .cost = cost, .at_start = at_start };

  rule.n_name = set_letters (rule.name, name);
  rule.n_query = set_letters (rule.query, query);
  g_array_append_val (rules, rule);
}

static GArray *
make_rules (void)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (LieuditSpellingRule));

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      add_rule (rules, pairs[i].a, pairs[i].b, pairs[i].cost, FALSE);
      add_rule (rules, pairs[i].b, pairs[i].a, pairs[i].cost, FALSE);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      add_rule (rules, articles[i], "", ARTICLE_COST, TRUE);
      add_rule (rules, "", articles[i], ARTICLE_COST, TRUE);
    }

  return rules;
}

/**
 * lieudit_spelling_rules_get:
 * @n_rules: (out): how many rules
 *
 * Returns: (transfer none) (array length=n_rules): the rules
 */
const LieuditSpellingRule *
lieudit_spelling_rules_get (guint *n_rules)
{
  static gsize rules = 0;

  if (g_once_init_enter (&rules))
    g_once_init_leave (&rules, (gsize) make_rules ());

  *n_rules = ((GArray *) rules)->len;
  return (const LieuditSpellingRule *) (gpointer) ((GArray *) rules)->data;
}

static guint8
find_cost (gunichar a,
           gunichar b)
{
  if (a == b)
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (strchr (classes[i].letters, (int) a) != NULL && strchr (classes[i].letters, (int) b) != NULL)
        return classes[i].cost;
    }

  return LIEUDIT_NAME_QUERY_ERROR;
}

static guint8 *
make_costs (void)
{
  guint8 *costs = g_new (guint8, N_ASCII * N_ASCII);

  for (gunichar a = 0; a < N_ASCII; a++)
    {
      for (gunichar b = 0; b < N_ASCII; b++)
        costs[a * N_ASCII + b] = find_cost (a, b);
    }

  return costs;
}

/**
 * lieudit_spelling_rules_substitution:
 * @a: a folded letter
 * @b: a folded letter
 *
 * Returns: what it costs to write one for the other, in quarters of a typing
 *   error
 */
guint8
lieudit_spelling_rules_substitution (gunichar a,
                                     gunichar b)
{
  static gsize costs = 0;

  if (a >= N_ASCII || b >= N_ASCII)
    return a == b ? 0 : LIEUDIT_NAME_QUERY_ERROR;

  if (g_once_init_enter (&costs))
    g_once_init_leave (&costs, (gsize) make_costs ());

  return ((const guint8 *) costs)[a * N_ASCII + b];
}
