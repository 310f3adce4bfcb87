/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "relations/lieudit-relation-pattern.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "text/lieudit-token.h"

#define MAX_STEPS 4096
#define MAX_DEPTH 24 /* of brackets and definitions */
#define MAX_GAP 20

typedef struct
{
  GHashTable  *words;
  GHashTable  *definitions;
  GArray      *steps;
  guint        line;
  guint        depth;
  GError     **error;
} Compiler;

static gboolean compile_alternatives (Compiler    *self,
                                      const char **position,
                                      char         closing);

static gboolean
fail (Compiler   *self,
      const char *reason)
{
  if (self->error == NULL || *self->error == NULL)
    g_set_error (self->error, LIEUDIT_RELATION_GRAMMAR_ERROR, LIEUDIT_RELATION_GRAMMAR_ERROR_SYNTAX, "%u: %s",
                 self->line, reason);

  return FALSE;
}

static gboolean
emit (Compiler                *self,
      LieuditRelationStepKind  kind,
      int                      a,
      int                      b)
{
  LieuditRelationStep step = { kind, a, b };

  if (self->steps->len >= MAX_STEPS)
    return fail (self, _("The pattern is too long."));

  g_array_append_val (self->steps, step);

  return TRUE;
}

static gboolean
compile_slot (Compiler    *self,
              const char **position)
{
  static const struct
  {
    const char           *name;
    LieuditRelationStepKind  kind;
  } slots[] = {
    { "subject", LIEUDIT_STEP_SUBJECT },
    { "object", LIEUDIT_STEP_OBJECT },
    { "direction", LIEUDIT_STEP_DIRECTION },
    { "number", LIEUDIT_STEP_NUMBER },
    { "unit", LIEUDIT_STEP_UNIT },
    { "country", LIEUDIT_STEP_COUNTRY },
  };
  const char *end = strchr (*position, '>');
  g_autofree char *name = NULL;

  if (end == NULL)
    return fail (self, _("A “<” is not closed."));
  name = g_strndup (*position + 1, (gsize) (end - *position - 1));
  *position = end + 1;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      if (g_str_equal (name, slots[i].name))
        return emit (self, slots[i].kind, 0, 0);
    }
  if (g_str_has_prefix (name, "gap "))
    {
      int longest = atoi (name + strlen ("gap "));

      if (longest >= 1 && longest <= MAX_GAP)
        return emit (self, LIEUDIT_STEP_GAP, longest, 0);
    }

  return fail (self, _("There is no such thing between “<” and “>”."));
}

static gboolean
compile_definition (Compiler    *self,
                    const char **position)
{
  const char *end = strchr (*position, '}');
  g_autofree char *name = NULL;
  const char *definition;

  if (end == NULL)
    return fail (self, _("A “{” is not closed."));
  name = g_strndup (*position + 1, (gsize) (end - *position - 1));
  *position = end + 1;

  definition = g_hash_table_lookup (self->definitions, name);
  if (definition == NULL)
    return fail (self, _("What stands between “{” and “}” is not defined above."));

  return compile_alternatives (self, &definition, '\0');
}

static gboolean
compile_words (Compiler    *self,
               const char **position)
{
  const char *start = *position;
  g_autoptr(GArray) words = NULL;
  gsize length;

  /* A backslash takes a bracket literally. */
  if (*start == '\\' && start[1] != '\0')
    {
      start++;
      length = 1;
    }
  else
    {
      length = strcspn (start, " \t[]()|<>{}\\");
      if (length == 0)
        return fail (self, _("A closing bracket has none that opens."));
    }
  *position = start + length;

  words = lieudit_relation_pattern_intern (self->words, start, length);
  for (guint i = 0; i < words->len; i++)
    {
      if (!emit (self, LIEUDIT_STEP_WORD, g_array_index (words, int, i), 0))
        return FALSE;
    }

  return TRUE;
}

static gboolean
compile_sequence (Compiler    *self,
                  const char **position,
                  char         closing)
{
  for (;;)
    {
      *position += strspn (*position, " \t");

      switch (**position)
        {
        case '|':
          return TRUE;
        case '\0':
          return closing == '\0' ? TRUE : fail (self, _("A bracket is not closed."));
        case '<':
          if (!compile_slot (self, position))
            return FALSE;
          break;
        case '{':
          if (!compile_definition (self, position))
            return FALSE;
          break;
        case '[':
        case '(':
          {
            char wanted = **position == '[' ? ']' : ')';

            (*position)++;
            if (!compile_alternatives (self, position, wanted))
              return FALSE;
            (*position)++;
            break;
          }
        default:
          if (**position == closing)
            return TRUE;
          if (!compile_words (self, position))
            return FALSE;
          break;
        }
    }
}

/* Leaves the position on what closes the alternatives. Those in square brackets may be left out. */
static gboolean
compile_alternatives (Compiler    *self,
                      const char **position,
                      char         closing)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean more = TRUE;
  guint split = 0;

  if (self->depth >= MAX_DEPTH)
    return fail (self, _("Brackets are nested too deeply."));
  self->depth++;

  while (more)
    {
      split = self->steps->len;
      if (!emit (self, LIEUDIT_STEP_SPLIT, (int) split + 1, -1) ||
          !compile_sequence (self, position, closing))
        return FALSE;

      more = **position == '|';
      if (more)
        {
          guint end = self->steps->len;

          (*position)++;
          g_array_append_val (ends, end);
          if (!emit (self, LIEUDIT_STEP_JUMP, 0, 0))
            return FALSE;
          g_array_index (self->steps, LieuditRelationStep, split).b = (int) self->steps->len;
        }
    }

  for (guint i = 0; i < ends->len; i++)
    g_array_index (self->steps, LieuditRelationStep, g_array_index (ends, guint, i)).a = (int) self->steps->len;
  if (closing == ']')
    g_array_index (self->steps, LieuditRelationStep, split).b = (int) self->steps->len;
  self->depth--;

  return TRUE;
}

/*
 * lieudit_relation_pattern_intern:
 * @words: (element-type utf8 gint): identifiers of folded words, added to
 * @text: words and punctuation marks
 * @length: bytes of @text
 *
 * Cuts a text into tokens as articles are cut, and folds them.
 *
 * Returns: (transfer full) (element-type gint): the identifiers of the tokens, in order
 */
GArray *
lieudit_relation_pattern_intern (GHashTable *words,
                                 const char *text,
                                 gsize       length)
{
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (text, length);
  g_autoptr(GArray) tokens = lieudit_tokenize (text, length, folded);
  GArray *identifiers = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < tokens->len; i++)
    {
      const LieuditToken *token = &g_array_index (tokens, LieuditToken, i);
      g_autofree char *word = g_strndup (lieudit_folded_text_get_text (folded) + token->folded_start,
                                         token->folded_end - token->folded_start);
      int identifier;

      if (*word == '\0')
        continue;
      identifier = GPOINTER_TO_INT (g_hash_table_lookup (words, word));
      if (identifier == 0)
        {
          identifier = (int) g_hash_table_size (words) + 1;
          g_hash_table_insert (words, g_steal_pointer (&word), GINT_TO_POINTER (identifier));
        }
      g_array_append_val (identifiers, identifier);
    }

  return identifiers;
}

/*
 * lieudit_relation_pattern_compile:
 * @words: (element-type utf8 gint): identifiers of folded words, added to
 * @definitions: (element-type utf8 utf8): patterns by their names
 * @pattern: a pattern: words, `[optional]`, `(one | another)`, `{definition}`, `<slot>`
 * @line: the line to name in errors
 * @error: return location for an error
 *
 * Compiles a pattern into steps, in the manner of Thompson, "Regular expression
 * search algorithm", Communications of the ACM 11 (1968), run by backtracking.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditRelationStep): the steps
 */
GArray *
lieudit_relation_pattern_compile (GHashTable  *words,
                                  GHashTable  *definitions,
                                  const char  *pattern,
                                  guint        line,
                                  GError     **error)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (LieuditRelationStep));
  Compiler self = { words, definitions, steps, line, 0, error };
  const char *position = pattern;

  if (!compile_alternatives (&self, &position, '\0'))
    return NULL;
  if (*position != '\0')
    {
      fail (&self, _("A closing bracket has none that opens."));
      return NULL;
    }
  if (!emit (&self, LIEUDIT_STEP_ACCEPT, 0, 0))
    return NULL;

  return g_steal_pointer (&steps);
}
