/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "relations/lieudit-relation-grammar.h"

#include <string.h>

#include <glib/gi18n.h>

#include "relations/lieudit-relation-pattern.h"
#include "lieudit-data-directory.h"
#include "text/lieudit-folded-text.h"

#define LARGEST_FILE (1024 * 1024)
#define LONGEST_WORD 64 /* bytes */

G_DEFINE_QUARK (lieudit-relation-grammar-error-quark, lieudit_relation_grammar_error)

static void
term_free (gpointer data)
{
  LieuditRelationTerm *term = data;

  g_array_unref (term->words);
  g_free (term->place);
  g_free (term);
}

static void
rule_free (gpointer data)
{
  LieuditRelationRule *rule = data;

  g_array_unref (rule->steps);
  g_free (rule);
}

static LieuditRelationGrammar *
grammar_new (void)
{
  LieuditRelationGrammar *self = g_new0 (LieuditRelationGrammar, 1);

  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->links = g_ptr_array_new_with_free_func (rule_free);
  self->back_links = g_ptr_array_new_with_free_func (rule_free);
  self->directions = g_ptr_array_new_with_free_func (term_free);
  self->numbers = g_ptr_array_new_with_free_func (term_free);
  self->units = g_ptr_array_new_with_free_func (term_free);
  self->countries = g_ptr_array_new_with_free_func (term_free);
  self->negations = g_ptr_array_new_with_free_func (term_free);
  self->attributions = g_ptr_array_new_with_free_func (term_free);
  self->anaphors = g_ptr_array_new_with_free_func (term_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

static void
set_syntax_error (GError     **error,
                  guint        line,
                  const char  *reason)
{
  g_set_error (error, LIEUDIT_RELATION_GRAMMAR_ERROR, LIEUDIT_RELATION_GRAMMAR_ERROR_SYNTAX, "%u: %s", line, reason);
}

/* "direction 45 = nord-est | nord est": each alternative becomes a term. */
static gboolean
add_terms (LieuditRelationGrammar  *self,
           GPtrArray               *terms,
           const char              *argument,
           gboolean                 takes_value,
           const char              *alternatives,
           guint                    line,
           GError                 **error)
{
  g_auto(GStrv) spellings = g_strsplit (alternatives, "|", -1);
  gboolean is_place = terms == self->countries;
  char *end = NULL;
  double value = takes_value && !is_place ? g_ascii_strtod (argument, &end) : 0.0;

  if (takes_value && (*argument == '\0' || (!is_place && (*end != '\0' || !(value >= 0 && value < 1e6)))))
    {
      set_syntax_error (error, line, _("A value is missing before “=”."));
      return FALSE;
    }

  for (guint i = 0; spellings[i] != NULL; i++)
    {
      LieuditRelationTerm *term = g_new0 (LieuditRelationTerm, 1);

      term->words = lieudit_relation_pattern_intern (self->words, spellings[i], strlen (spellings[i]));
      term->value = value;
      term->place = is_place ? g_strdup (argument) : NULL;
      g_ptr_array_add (terms, term);
      if (term->words->len == 0)
        {
          set_syntax_error (error, line, _("An alternative is empty."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_flags (const char           *argument,
            LieuditRelation      *relation,
            LieuditRelationFlags *flags)
{
  static const struct
  {
    const char        *name;
    LieuditRelationFlags  flag;
  } names[] = {
    { "inside", LIEUDIT_RELATION_IS_INSIDE },
    { "either", LIEUDIT_RELATION_IS_EITHER },
    { "at-most", LIEUDIT_RELATION_IS_AT_MOST },
    { "at-least", LIEUDIT_RELATION_IS_AT_LEAST },
    { "near", LIEUDIT_RELATION_IS_NEAR },
    { "water", LIEUDIT_RELATION_IS_WATERSIDE },
  };
  g_auto(GStrv) words = g_strsplit (argument, " ", -1);

  if (words[0] == NULL || !lieudit_relation_from_nick (words[0], relation))
    return FALSE;

  for (guint i = 1; words[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          if (g_str_equal (words[i], names[j].name))
            {
              *flags |= names[j].flag;
              known = TRUE;
            }
        }
      if (!known)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_rule (LieuditRelationGrammar  *self,
          GPtrArray               *rules,
          const char              *argument,
          const char              *pattern,
          guint                    line,
          GError                 **error)
{
  LieuditRelationRule *rule = NULL;
  LieuditRelation relation = LIEUDIT_RELATION_RECORDED;
  LieuditRelationFlags flags = 0;
  g_autoptr(GArray) steps = NULL;

  if (rules == self->rules && !read_flags (argument, &relation, &flags))
    {
      set_syntax_error (error, line, _("There is no such relation, or no such word after it."));
      return FALSE;
    }

  steps = lieudit_relation_pattern_compile (self->words, self->definitions, pattern, line, error);
  if (steps == NULL)
    return FALSE;

  rule = g_new0 (LieuditRelationRule, 1);
  rule->relation = relation;
  rule->flags = flags;
  rule->steps = g_steal_pointer (&steps);
  rule->line = line;
  g_ptr_array_add (rules, rule);

  return TRUE;
}

static gboolean
read_statement (LieuditRelationGrammar  *self,
                char                    *statement,
                guint                    line,
                GError                 **error)
{
  char *equals = strchr (statement, '=');
  g_autofree char *pattern = NULL;
  g_autofree char *keyword = NULL;
  char *argument;

  if (equals == NULL)
    {
      set_syntax_error (error, line, _("There is no “=”."));
      return FALSE;
    }

  pattern = g_strstrip (g_strdup (equals + 1));
  *equals = '\0';
  keyword = g_strdup (g_strstrip (statement));
  argument = strchr (keyword, ' ');
  if (argument != NULL)
    *argument++ = '\0';
  else
    argument = keyword + strlen (keyword);
  g_strstrip (argument);

  if (g_str_equal (keyword, "define") && *argument != '\0')
    {
      g_hash_table_insert (self->definitions, g_strdup (argument), g_steal_pointer (&pattern));
      return TRUE;
    }
  if (g_str_equal (keyword, "direction"))
    return add_terms (self, self->directions, argument, TRUE, pattern, line, error);
  if (g_str_equal (keyword, "number"))
    return add_terms (self, self->numbers, argument, TRUE, pattern, line, error);
  if (g_str_equal (keyword, "unit"))
    return add_terms (self, self->units, argument, TRUE, pattern, line, error);
  if (g_str_equal (keyword, "country"))
    return add_terms (self, self->countries, argument, TRUE, pattern, line, error);
  if (g_str_equal (keyword, "negation"))
    return add_terms (self, self->negations, argument, FALSE, pattern, line, error);
  if (g_str_equal (keyword, "attribution"))
    return add_terms (self, self->attributions, argument, FALSE, pattern, line, error);
  if (g_str_equal (keyword, "anaphor"))
    return add_terms (self, self->anaphors, argument, FALSE, pattern, line, error);
  if (g_str_equal (keyword, "rule"))
    return add_rule (self, self->rules, argument, pattern, line, error);
  if (g_str_equal (keyword, "link"))
    return add_rule (self, self->links, argument, pattern, line, error);
  if (g_str_equal (keyword, "back-link"))
    return add_rule (self, self->back_links, argument, pattern, line, error);

  set_syntax_error (error, line, _("The line begins with no known word."));

  return FALSE;
}

/**
 * lieudit_relation_grammar_parse:
 * @text: (array length=length): the text of a grammar
 * @length: bytes of @text
 * @error: return location for an error
 *
 * Reads a grammar. A line is `KEYWORD ARGUMENT = PATTERN`; one that begins with
 * a blank goes on with the line before; `#` begins a comment.
 *
 * Returns: (transfer full) (nullable): the grammar; on error %NULL, and the
 *   message begins with the number of the line
 */
LieuditRelationGrammar *
lieudit_relation_grammar_parse (const char  *text,
                                gsize        length,
                                GError     **error)
{
  g_autoptr(LieuditRelationGrammar) self = grammar_new ();
  g_autoptr(GString) statement = g_string_new (NULL);
  g_autofree char *copy = NULL;
  g_auto(GStrv) lines = NULL;
  guint first_line = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > LARGEST_FILE || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, LIEUDIT_RELATION_GRAMMAR_ERROR, LIEUDIT_RELATION_GRAMMAR_ERROR_SIZE,
                           _("The grammar is too large, or no UTF-8 text."));
      return NULL;
    }

  copy = g_strndup (text, length);
  lines = g_strsplit (copy, "\n", -1);
  for (guint i = 0;; i++)
    {
      gboolean goes_on = lines[i] != NULL && (*lines[i] == ' ' || *lines[i] == '\t');

      if (!goes_on && statement->len > 0)
        {
          if (!read_statement (self, statement->str, first_line, error))
            return NULL;
          g_string_truncate (statement, 0);
        }
      if (lines[i] == NULL)
        return g_steal_pointer (&self);
      if (*lines[i] == '#')
        continue;

      g_strchomp (lines[i]);
      if (statement->len == 0)
        first_line = i + 1;
      g_string_append (statement, lines[i]);
    }
}

/**
 * lieudit_relation_grammar_load:
 * @language: a language
 * @error: return location for an error
 *
 * Loads the grammar of a language from the data folder.
 *
 * Returns: (transfer full) (nullable): the grammar; %NULL if there is none for
 *   the language, without an error, or if it cannot be read
 */
LieuditRelationGrammar *
lieudit_relation_grammar_load (LieuditLanguage   language,
                               GError          **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  LieuditRelationGrammar *self;
  gsize length = 0;

  if (language != LIEUDIT_LANGUAGE_FRENCH &&
      language != LIEUDIT_LANGUAGE_ENGLISH &&
      language != LIEUDIT_LANGUAGE_ARABIC)
    return NULL;

  name = g_strdup_printf ("claims/%s.grammar", lieudit_language_to_tag (language));
  path = lieudit_build_data_path (name);
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  self = lieudit_relation_grammar_parse (text, length, error);
  if (self == NULL)
    g_prefix_error (error, "%s:", path);

  return self;
}

/**
 * lieudit_relation_grammar_free:
 * @self: a grammar
 *
 * Frees a grammar.
 */
void
lieudit_relation_grammar_free (LieuditRelationGrammar *self)
{
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->back_links);
  g_ptr_array_unref (self->directions);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->countries);
  g_ptr_array_unref (self->negations);
  g_ptr_array_unref (self->attributions);
  g_ptr_array_unref (self->anaphors);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->definitions);
  g_free (self);
}

/**
 * lieudit_relation_grammar_lookup_word:
 * @self: a grammar
 * @folded: a folded word or a punctuation mark
 * @length: its bytes
 *
 * Returns: the identifier that patterns have for the word; 0 if none has it
 */
int
lieudit_relation_grammar_lookup_word (const LieuditRelationGrammar *self,
                                      const char                   *folded,
                                      gsize                         length)
{
  char word[LONGEST_WORD];

  if (length == 0 || length >= sizeof word)
    return 0;

  memcpy (word, folded, length);
  word[length] = '\0';

  return GPOINTER_TO_INT (g_hash_table_lookup (self->words, word));
}
