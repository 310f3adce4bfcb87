/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-recognition-text.h"

#include <string.h>

/* Arabic writes "and" and "so" onto the next word. */
static gsize
find_conjunction (const char *word,
                  gsize       length)
{
  static const char * const conjunctions[] = { "\xD9\x88", "\xD9\x81" }; /* و ف */

  for (guint i = 0; i < G_N_ELEMENTS (conjunctions); i++)
    {
      gsize n_bytes = strlen (conjunctions[i]);

      if (length > n_bytes && strncmp (word, conjunctions[i], n_bytes) == 0)
        return n_bytes;
    }

  return 0;
}

static LieuditWordClass
classify_token (const LieuditRecognitionText *self,
                const LieuditToken           *token)
{
  gsize length = token->folded_end > token->folded_start ? token->folded_end - token->folded_start : 0;
  const char *word = self->folded + token->folded_start;
  LieuditWordClass word_class;
  gsize conjunction;

  if (length > 0 && word[length - 1] == ' ')
    length--;
  if (length == 0 || (token->flags & LIEUDIT_TOKEN_PUNCTUATION))
    return 0;

  /* Folding makes the verb "a" and the preposition "à" equal. */
  if (length == 1 && *word == 'a')
    return self->text[token->start] == 'a' ? LIEUDIT_WORD_ASSERTION : LIEUDIT_WORD_LOCATIVE;

  word_class = lieudit_lexicon_lookup (word, length);
  conjunction = word_class == 0 && (token->flags & LIEUDIT_TOKEN_ARABIC) ? find_conjunction (word, length) : 0;

  return conjunction > 0 ? lieudit_lexicon_lookup (word + conjunction, length - conjunction) : word_class;
}

/**
 * lieudit_recognition_text_init:
 * @self: (out caller-allocates): the text
 * @gazetteer: the names to look for
 * @text: the text
 * @folded: the folded text
 * @tokens: (element-type LieuditToken): the tokens of the text
 *
 * Looks each word of a text up in the lexicon. All that is given must outlive
 * @self, which is freed by lieudit_recognition_text_clear().
 */
void
lieudit_recognition_text_init (LieuditRecognitionText  *self,
                               LieuditGazetteer        *gazetteer,
                               const char              *text,
                               const LieuditFoldedText *folded,
                               const GArray            *tokens)
{
  *self = (LieuditRecognitionText) {
    gazetteer, text, lieudit_folded_text_get_text (folded), lieudit_folded_text_get_length (folded), folded,
    (const LieuditToken *) (gpointer) tokens->data, tokens->len, g_new (guint32, tokens->len + 1),
  };

  for (guint i = 0; i < self->n_tokens; i++)
    self->classes[i] = classify_token (self, &self->tokens[i]);
}

/**
 * lieudit_recognition_text_clear:
 * @self: a text
 *
 * Frees what @self holds.
 */
void
lieudit_recognition_text_clear (LieuditRecognitionText *self)
{
  g_clear_pointer (&self->classes, g_free);
}

/**
 * lieudit_recognition_text_get_token:
 * @self: a text
 * @index: a position
 *
 * Returns: (nullable): the token there
 */
const LieuditToken *
lieudit_recognition_text_get_token (const LieuditRecognitionText *self,
                                    gint                          index)
{
  return index >= 0 && (guint) index < self->n_tokens ? &self->tokens[index] : NULL;
}

/**
 * lieudit_recognition_text_classify:
 * @self: a text
 * @index: a position
 *
 * Returns: what the word there says about a name beside it
 */
LieuditWordClass
lieudit_recognition_text_classify (const LieuditRecognitionText *self,
                                   gint                          index)
{
  return index >= 0 && (guint) index < self->n_tokens ? (LieuditWordClass) self->classes[index] : 0;
}

/**
 * lieudit_recognition_text_get_word:
 * @self: a text
 * @index: a position
 * @length: (out): its bytes
 *
 * Returns: (nullable): the folded word there, not NUL-terminated
 */
const char *
lieudit_recognition_text_get_word (const LieuditRecognitionText *self,
                                   gint                          index,
                                   gsize                        *length)
{
  const LieuditToken *token = lieudit_recognition_text_get_token (self, index);

  *length = 0;
  if (token == NULL)
    return NULL;

  if (token->folded_end > token->folded_start)
    *length = token->folded_end - token->folded_start;
  while (*length > 0 && self->folded[token->folded_start + *length - 1] == ' ')
    (*length)--;

  return self->folded + token->folded_start;
}

/**
 * lieudit_recognition_text_is_mark:
 * @self: a text
 * @index: a position
 * @mark: a character
 *
 * Returns: whether @mark stands there
 */
gboolean
lieudit_recognition_text_is_mark (const LieuditRecognitionText *self,
                                  gint                          index,
                                  char                          mark)
{
  const LieuditToken *token = lieudit_recognition_text_get_token (self, index);

  return token != NULL && token->end == token->start + 1 && self->text[token->start] == mark;
}

/**
 * lieudit_recognition_text_has_flag:
 * @self: a text
 * @index: a position
 * @flag: flags
 *
 * Returns: whether the token there has one of the flags
 */
gboolean
lieudit_recognition_text_has_flag (const LieuditRecognitionText *self,
                                   gint                          index,
                                   LieuditTokenFlags             flag)
{
  const LieuditToken *token = lieudit_recognition_text_get_token (self, index);

  return token != NULL && (token->flags & flag) != 0;
}

/**
 * lieudit_recognition_text_touches:
 * @self: a text
 * @left: a position
 * @right: the one after it
 *
 * Returns: whether nothing but white space stands between two tokens of one line
 */
gboolean
lieudit_recognition_text_touches (const LieuditRecognitionText *self,
                                  gint                          left,
                                  gint                          right)
{
  const LieuditToken *first = lieudit_recognition_text_get_token (self, left);
  const LieuditToken *second = lieudit_recognition_text_get_token (self, right);

  return first != NULL && second != NULL && !(second->flags & LIEUDIT_TOKEN_PARAGRAPH_START) &&
         second->start - first->end <= 1;
}

/**
 * lieudit_recognition_text_is_capitalised:
 * @self: a text
 * @index: a position
 *
 * Returns: whether a word with a capital stands there
 */
gboolean
lieudit_recognition_text_is_capitalised (const LieuditRecognitionText *self,
                                         gint                          index)
{
  const LieuditToken *token = lieudit_recognition_text_get_token (self, index);

  return token != NULL && (token->flags & LIEUDIT_TOKEN_WORD) && (token->flags & LIEUDIT_TOKEN_CAPITALISED);
}
