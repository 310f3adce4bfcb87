/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "relations/lieudit-relation-rule-index.h"

/* A letter for each rule, as the cases below name it. A rule that may be over with its first item is always tried. */
static const char grammar_text[] =
  "direction 0 = north\n"
  "direction 45 = north east\n"
  "unit 1 = km\n"
  "number 20 = twenty\n"
  "rule direction = <direction> of <object>\n"        /* a */
  "rule distance = <number> <unit> from <object>\n"   /* b */
  "rule containment = in [the] <object>\n"            /* c */
  "rule adjacency = in <gap 2> border <object>\n"     /* d */
  "rule coast = (ashore | in the sea)\n"              /* e */
  "rule between = <subject> ( 20 | , ) <object>\n";   /* f */

/* Words as they stand, "NAME" for a name, and numbers in digits. */
static LieuditRelationItem
make_item (const LieuditRelationGrammar *grammar,
           const char                   *word)
{
  gboolean is_name = g_str_equal (word, "NAME");
  gboolean is_number = g_ascii_isdigit (*word);
  LieuditRelationItem item = { 0, 0, 0, is_name ? 0 : -1, 0, is_number ? g_ascii_strtod (word, NULL) : NAN, TRUE };

  if (!is_name)
    item.word = lieudit_relation_grammar_lookup_word (grammar, word, strlen (word));

  return item;
}

static void
test_openings (void)
{
  static const struct {
    const char *first;
    const char *second; /* NULL at the end of a sentence */
    const char *rules;
  } cases[] = {
    { "north", "of", "a" },
    { "north", "east", "a" },
    { "north", "NAME", "" },
    { "north", NULL, "" },
    { "20", "km", "b" },
    { "20", "twenty", "" },
    { "twenty", "km", "b" },
    { "in", "NAME", "cde" },
    { "in", "the", "cde" },
    { "in", "unknown", "de" },
    { "in", NULL, "de" },
    { "ashore", NULL, "e" },
    { "ashore", "unknown", "e" },
    { "NAME", ",", "f" },
    { "NAME", "20", "f" },
    { "NAME", "21", "" },
    { "unknown", "NAME", "" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditRelationGrammar) grammar = lieudit_relation_grammar_parse (grammar_text, strlen (grammar_text), &error);
  g_autoptr(LieuditRelationRuleIndex) index = NULL;

  g_assert_no_error (error);
  index = lieudit_relation_rule_index_new (grammar);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) found = g_string_new (NULL);
      LieuditRelationItem first = make_item (grammar, cases[i].first);
      LieuditRelationItem second = make_item (grammar, cases[i].second != NULL ? cases[i].second : "");
      const GPtrArray *openings = lieudit_relation_rule_index_lookup (index, &first);

      g_test_message ("%s %s", cases[i].first, cases[i].second != NULL ? cases[i].second : ".");
      for (guint j = 0; openings != NULL && j < openings->len; j++)
        {
          const LieuditRelationOpening *opening = g_ptr_array_index (openings, j);
          const LieuditRelationRule *first_rule = g_ptr_array_index (grammar->rules, 0);

          if (lieudit_relation_opening_may_go_on (opening, cases[i].second != NULL ? &second : NULL))
            g_string_append_c (found, (char) ('a' + opening->rule->line - first_rule->line));
        }
      g_assert_cmpstr (found->str, ==, cases[i].rules);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/relation-rule-index/openings", test_openings);

  return g_test_run ();
}
