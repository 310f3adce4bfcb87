/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "relations/lieudit-relation-grammar.h"

static void
test_errors (void)
{
  static const struct {
    const char *what;
    const char *text;
    const char *message;
  } cases[] = {
    { "no equals sign", "rule direction", "1: There is no “=”." },
    { "an unknown keyword", "# a comment\nrules direction = x", "2: The line begins with no known word." },
    { "an unknown relation", "rule above = x", "1: There is no such relation, or no such word after it." },
    { "an unknown qualifier", "rule direction upside = x", "1: There is no such relation, or no such word after it." },
    { "an unknown slot", "rule direction = <verb>", "1: There is no such thing between “<” and “>”." },
    { "a gap of nothing", "rule direction = <gap 0>", "1: There is no such thing between “<” and “>”." },
    { "an open bracket", "rule direction = ( a | b", "1: A bracket is not closed." },
    { "a wrong bracket", "rule direction = ( a | b ]", "1: A closing bracket has none that opens." },
    { "a bracket too many", "rule direction = a )", "1: A closing bracket has none that opens." },
    { "an unknown definition", "rule direction = {of}", "1: What stands between “{” and “}” is not defined above." },
    { "a definition of itself", "define a = {a}\nrule direction = {a}", "2: Brackets are nested too deeply." },
    { "a direction without degrees", "direction = north", "1: A value is missing before “=”." },
    { "a number that is none", "number twelve = twelve", "1: A value is missing before “=”." },
    { "an empty alternative", "unit 1 = km | | kilometres", "1: An alternative is empty." },
    { "text that is none", "rule \xff", "The grammar is too large, or no UTF-8 text." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditRelationGrammar) grammar = NULL;

      g_test_message ("%s", cases[i].what);
      grammar = lieudit_relation_grammar_parse (cases[i].text, strlen (cases[i].text), &error);
      g_assert_null (grammar);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_long_definitions_end (void)
{
  g_autoptr(GString) text = g_string_new ("define a0 = x x x x x x x x x x\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditRelationGrammar) grammar = NULL;

  for (int i = 1; i <= 9; i++)
    g_string_append_printf (text, "define a%d = {a%d} {a%d} {a%d} {a%d}\n", i, i - 1, i - 1, i - 1, i - 1);
  g_string_append (text, "rule direction = {a9}\n");

  grammar = lieudit_relation_grammar_parse (text->str, text->len, &error);
  g_assert_null (grammar);
  g_assert_cmpstr (error->message, ==, "11: The pattern is too long.");
}

static void
test_lists (void)
{
  static const char text[] =
    "# directions\n"
    "direction 45 = nord-est | nord est\n"
    "unit 1 = km\n"
    "  | kilomètres\n"
    "rule distance at-most = <number> <unit>\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditRelationGrammar) grammar = lieudit_relation_grammar_parse (text, strlen (text), &error);
  const LieuditRelationTerm *term;
  const LieuditRelationRule *rule;

  g_assert_no_error (error);
  g_assert_cmpuint (grammar->directions->len, ==, 2);
  g_assert_cmpuint (grammar->units->len, ==, 2);
  g_assert_cmpuint (grammar->rules->len, ==, 1);

  term = g_ptr_array_index (grammar->directions, 1);
  g_assert_cmpfloat (term->value, ==, 45.0);
  g_assert_cmpuint (term->words->len, ==, 2);

  rule = g_ptr_array_index (grammar->rules, 0);
  g_assert_cmpint (rule->relation, ==, LIEUDIT_RELATION_DISTANCE);
  g_assert_cmpint (rule->flags, ==, LIEUDIT_RELATION_IS_AT_MOST);
  g_assert_cmpuint (rule->line, ==, 5);
}

static void
test_installed (gconstpointer language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditRelationGrammar) grammar = NULL;

  grammar = lieudit_relation_grammar_load ((LieuditLanguage) GPOINTER_TO_INT (language), &error);
  g_assert_no_error (error);
  g_assert_nonnull (grammar);
  g_assert_cmpuint (grammar->rules->len, >, 20);
  g_assert_cmpuint (grammar->links->len, >, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/relation-grammar/errors-name-the-line", test_errors);
  g_test_add_func ("/relation-grammar/long-definitions-end", test_long_definitions_end);
  g_test_add_func ("/relation-grammar/lists-and-rules", test_lists);
  g_test_add_data_func ("/relation-grammar/french", GINT_TO_POINTER (LIEUDIT_LANGUAGE_FRENCH), test_installed);
  g_test_add_data_func ("/relation-grammar/english", GINT_TO_POINTER (LIEUDIT_LANGUAGE_ENGLISH), test_installed);
  g_test_add_data_func ("/relation-grammar/arabic", GINT_TO_POINTER (LIEUDIT_LANGUAGE_ARABIC), test_installed);

  return g_test_run ();
}
