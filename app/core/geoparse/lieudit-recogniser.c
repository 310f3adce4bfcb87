/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-recogniser.h"

#include <math.h>
#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-name-choice.h"
#include "geoparse/lieudit-name-classifier.h"
#include "geoparse/lieudit-recognition-features.h"

/* Spans between two looks at the cancellable. */
#define CANCELLATION_INTERVAL 4096

/* Words before and behind that tell the language of one. */
#define LANGUAGE_REACH 12

static gint
skip_genitive (const LieuditRecognitionText *text,
               gint                          token)
{
  return lieudit_recognition_text_classify (text, token) & LIEUDIT_WORD_GENITIVE ? token - 1 : token;
}

/* "the Atlantic", not "the Atlantic council" */
static gboolean
has_english_article (const LieuditRecognitionText *text,
                     const LieuditRecognisedName  *name)
{
  const LieuditWordClass ends_phrase = LIEUDIT_WORD_ENGLISH | LIEUDIT_WORD_LOCATIVE | LIEUDIT_WORD_GENITIVE |
                                       LIEUDIT_WORD_AGENTIVE | LIEUDIT_WORD_CONJUNCTION | LIEUDIT_WORD_ASSERTION;
  gint after = (gint) name->last_token + 1;
  gsize length;
  const char *word = lieudit_recognition_text_get_word (text, (gint) name->first_token - 1, &length);

  return word != NULL && length == strlen ("the") && strncmp (word, "the", length) == 0 &&
         (!lieudit_recognition_text_has_flag (text, after, LIEUDIT_TOKEN_WORD) ||
          (lieudit_recognition_text_classify (text, after) & ends_phrase) != 0);
}

/* "province d'Alep", "Aleppo province", "la ville d'Alep", "محافظة حلب" */
static void
read_kind_words (const LieuditRecognitionText *text,
                 LieuditRecognisedName        *name)
{
  gint before = skip_genitive (text, (gint) name->first_token - 1);
  gint after = (gint) name->last_token + 1;
  LieuditWordClass class_before = lieudit_recognition_text_classify (text, before);

  if (class_before & LIEUDIT_WORD_SETTLEMENT)
    name->wants_settlement = TRUE;
  name->wants_landscape = has_english_article (text, name);

  if (class_before & LIEUDIT_WORD_REGION)
    {
      name->wants_region = TRUE;
      name->first_token = (guint) before;
      name->start = lieudit_recognition_text_get_token (text, before)->start;
    }
  else if ((lieudit_recognition_text_classify (text, after) & LIEUDIT_WORD_REGION) &&
           lieudit_recognition_text_touches (text, (gint) name->last_token, after) &&
           !lieudit_recognition_text_has_flag (text, after, LIEUDIT_TOKEN_ARABIC))
    {
      name->wants_region = TRUE;
      name->last_token = (guint) after;
      name->end = lieudit_recognition_text_get_token (text, after)->end;
    }
}

static gboolean
is_capital (const LieuditRecognitionText *text,
            const LieuditCandidate       *candidate)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (text->gazetteer, candidate->place);

  return entry != NULL && lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_CAPITAL;
}

/*
 * The French verb "a" is an English article. Which of them it is, the words
 * around it tell: not so the whole text, which may quote.
 */
static gboolean
is_english_article (const LieuditRecognitionText *text,
                    gint                          token)
{
  const LieuditToken *word = lieudit_recognition_text_get_token (text, token);
  gint balance = 0;

  if (word == NULL || word->folded_end - word->folded_start != 1 || text->text[word->start] != 'a')
    return FALSE;

  for (gint i = token - LANGUAGE_REACH; i <= token + LANGUAGE_REACH; i++)
    {
      LieuditWordClass class = i != token ? lieudit_recognition_text_classify (text, i) : 0;

      balance += (class & LIEUDIT_WORD_ENGLISH) != 0;
      balance -= (class & LIEUDIT_WORD_FRENCH) != 0;
    }

  return balance > 0;
}

static gboolean
is_metonymic (const LieuditRecognitionText *text,
              const LieuditNameSpan        *match)
{
  LieuditWordClass before = lieudit_recognition_text_classify (text, (gint) match->first_token - 1);
  LieuditWordClass after = lieudit_recognition_text_classify (text, (gint) match->last_token + 1);

  if (!is_capital (text, &match->candidates[0]))
    return FALSE;
  if (is_english_article (text, (gint) match->last_token + 1))
    after = 0;
  if (before & (LIEUDIT_WORD_LOCATIVE | LIEUDIT_WORD_GENITIVE))
    return FALSE;

  /* In Arabic, the verb comes first, but not in headlines. */
  if (lieudit_recognition_text_has_flag (text, (gint) match->first_token, LIEUDIT_TOKEN_ARABIC))
    before |= before & LIEUDIT_WORD_ASSERTION ? LIEUDIT_WORD_AGENTIVE : 0;

  return ((before & LIEUDIT_WORD_AGENTIVE) || (after & LIEUDIT_WORD_ASSERTION)) != 0;
}

static gboolean
is_determiner (const LieuditRecognitionText *text,
               gint                          token)
{
  static const char * const determiners[] = { "the", "this", "an" };
  gsize length;
  const char *word = lieudit_recognition_text_get_word (text, token, &length);

  for (guint i = 0; i < G_N_ELEMENTS (determiners) && word != NULL; i++)
    {
      if (strlen (determiners[i]) == length && strncmp (word, determiners[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "Beirut-based" */
static gboolean
is_hyphenated (const LieuditRecognitionText *text,
               const LieuditNameSpan        *span)
{
  gint after = (gint) span->last_token + 1;
  const LieuditToken *mark = lieudit_recognition_text_get_token (text, after);

  return mark != NULL && mark->start == text->tokens[span->last_token].end &&
         lieudit_recognition_text_is_mark (text, after, '-') &&
         (lieudit_recognition_text_classify (text, after + 1) & LIEUDIT_WORD_ADJOINING);
}

/* "Homs residents", "the Paris fashion week": English alone puts a name before a noun. */
static gboolean
is_modifier (const LieuditRecognitionText *text,
             const LieuditNameSpan        *span)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (text->gazetteer, span->candidates[0].place);
  gint after = (gint) span->last_token + 1;
  LieuditFeatureClass class;

  if (is_hyphenated (text, span))
    return TRUE;
  if (entry == NULL || !lieudit_recognition_text_touches (text, after - 1, after) ||
      !lieudit_recognition_text_has_flag (text, after, LIEUDIT_TOKEN_WORD) ||
      lieudit_recognition_text_has_flag (text, after, LIEUDIT_TOKEN_CAPITALISED | LIEUDIT_TOKEN_ARABIC))
    return FALSE;
  if (lieudit_recognition_text_classify (text, after) & LIEUDIT_WORD_ADJOINING)
    return TRUE;

  class = lieudit_feature_class_from_code (entry->feature);
  return (class == LIEUDIT_FEATURE_TOWN || class == LIEUDIT_FEATURE_CAPITAL) &&
         lieudit_recognition_text_classify (text, after) == 0 &&
         is_determiner (text, (gint) span->first_token - 1);
}

/* "Moscow and Ankara", "موسكو وأنقرة" */
static gboolean
are_joined (const LieuditRecognitionText *text,
            const LieuditRecognisedName  *left,
            const LieuditRecognisedName  *right)
{
  if (right->first_token == left->last_token + 1)
    return right->start > text->tokens[right->first_token].start;

  return right->first_token == left->last_token + 2 &&
         (lieudit_recognition_text_classify (text, (gint) left->last_token + 1) & LIEUDIT_WORD_CONJUNCTION);
}

/* What may stand between the names of a list: "et de", ", d'" */
static gboolean
are_listed (const LieuditRecognitionText *text,
            const LieuditRecognisedName  *left,
            const LieuditRecognisedName  *right)
{
  gint token = (gint) left->last_token + 1;

  if (token < (gint) right->first_token && !(lieudit_recognition_text_classify (text, token) & LIEUDIT_WORD_CONJUNCTION) &&
      !lieudit_recognition_text_is_mark (text, token, ','))
    return FALSE;
  if (token < (gint) right->first_token)
    token++;

  return token == (gint) right->first_token ||
         (token + 1 == (gint) right->first_token &&
          (lieudit_recognition_text_classify (text, token) & LIEUDIT_WORD_GENITIVE));
}

static gboolean
is_plural (const LieuditRecognitionText *text,
           guint                         token)
{
  static const char * const plurals[] = { "provinces", "gouvernorats", "governorates", "محافظتي", "محافظات" };
  gsize length;
  const char *word = lieudit_recognition_text_get_word (text, (gint) token, &length);

  for (guint i = 0; i < G_N_ELEMENTS (plurals) && word != NULL; i++)
    {
      if (strlen (plurals[i]) == length && strncmp (word, plurals[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "Les provinces d'Al Haouz et de Taroudant", "Homs and Hama provinces": one word for all of them. */
static void
spread_regions (const LieuditRecognitionText *text,
                GArray                       *names)
{
  gboolean is_list = FALSE;

  for (guint i = 1; i < names->len; i++)
    {
      LieuditRecognisedName *left = &g_array_index (names, LieuditRecognisedName, i - 1);
      LieuditRecognisedName *right = &g_array_index (names, LieuditRecognisedName, i);

      is_list = (is_list || (left->wants_region && is_plural (text, left->first_token))) && are_listed (text, left, right);
      right->wants_region |= is_list;
      left->wants_region |= right->wants_region && is_plural (text, right->last_token) && are_joined (text, left, right);
    }
}

/* Governments that act together. */
static void
spread_metonymy (const LieuditRecognitionText *text,
                 GArray                       *names)
{
  for (guint i = 1; i < names->len; i++)
    {
      LieuditRecognisedName *left = &g_array_index (names, LieuditRecognisedName, i - 1);
      LieuditRecognisedName *right = &g_array_index (names, LieuditRecognisedName, i);
      LieuditRecognisedName *other = left->kind == LIEUDIT_MENTION_METONYMIC ? right : left;

      if ((left->kind == LIEUDIT_MENTION_METONYMIC) != (right->kind == LIEUDIT_MENTION_METONYMIC) &&
          other->kind == LIEUDIT_MENTION_LITERAL && !other->locative && other->n_candidates > 0 &&
          is_capital (text, &other->candidates[0]) && are_joined (text, left, right))
        other->kind = LIEUDIT_MENTION_METONYMIC;
    }
}

static LieuditMentionKind
read_kind (const LieuditRecognitionText *text,
           const LieuditNameSpan        *span)
{
  if (lieudit_name_is_part_of_other (text, span))
    return LIEUDIT_MENTION_EMBEDDED;
  if (span->n_candidates > 0 && is_modifier (text, span))
    return LIEUDIT_MENTION_MODIFIER;
  if (span->n_candidates > 0 && is_metonymic (text, span))
    return LIEUDIT_MENTION_METONYMIC;
  return LIEUDIT_MENTION_LITERAL;
}

static void
add_name (const LieuditRecognitionText *text,
          const LieuditNameSpan        *span,
          double                        score,
          LieuditRecognition           *recognition)
{
  LieuditRecognisedName name = { 0, };

  name.first_token = span->first_token;
  name.last_token = span->last_token;
  name.start = lieudit_folded_text_to_source (text->folded_text, span->folded_start);
  name.end = text->tokens[span->last_token].end;
  name.candidates = span->candidates;
  name.n_candidates = span->n_candidates;
  name.kind = read_kind (text, span);
  name.locative = lieudit_span_is_locative (text, span);
  name.doubtful = (span->flags & (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)) != 0;
  name.probability = 1.0 / (1.0 + exp (-score));
  read_kind_words (text, &name);

  g_array_append_val (recognition->names, name);
}

/* A name grows by the words of its kind, and so may take in the next one. */
static void
add_names (const LieuditRecognitionText *text,
           const GArray                 *spans,
           const GArray                 *chosen,
           const double                 *scores,
           LieuditRecognition           *recognition)
{
  guint next_token = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      guint index = g_array_index (chosen, guint, i);
      const LieuditNameSpan *span = &g_array_index (spans, LieuditNameSpan, index);

      if (span->first_token < next_token)
        continue;

      add_name (text, span, scores[index], recognition);
      next_token = g_array_index (recognition->names, LieuditRecognisedName, recognition->names->len - 1).last_token + 1;
    }
}

static gboolean
score_spans (const LieuditRecognitionText  *text,
             const LieuditNameClassifier   *classifier,
             const GArray                  *spans,
             const GArray                  *evidence,
             double                        *scores,
             GCancellable                  *cancellable,
             GError                       **error)
{
  g_autoptr(LieuditRecognitionDocument) document = lieudit_recognition_document_new (text, spans, evidence);
  g_autoptr(GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < spans->len; i++)
    {
      const LieuditNameSpan *span = &g_array_index (spans, LieuditNameSpan, i);

      if (i % CANCELLATION_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      g_array_set_size (features, 0);
      lieudit_collect_features (text, document, span, features, NULL);
      scores[i] = lieudit_name_classifier_score (classifier, &g_array_index (features, guint32, 0), features->len);
    }

  return TRUE;
}

/**
 * lieudit_recognition_clear:
 * @self: what was recognised
 *
 * Frees what @self holds.
 */
void
lieudit_recognition_clear (LieuditRecognition *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->evidence, g_array_unref);
}

/**
 * lieudit_recognise:
 * @gazetteer: the names to look for
 * @text: the text
 * @folded: the folded text
 * @tokens: (element-type LieuditToken): the tokens of the text
 * @recognition: (out caller-allocates): where to put what is found
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Finds the names of places in a text: all that the gazetteer knows or that is
 * written like a name, weighed by a classifier that was trained on news.
 *
 * Returns: whether the whole text was read
 */
gboolean
lieudit_recognise (LieuditGazetteer         *gazetteer,
                   const char               *text,
                   const LieuditFoldedText  *folded,
                   const GArray             *tokens,
                   LieuditRecognition       *recognition,
                   GCancellable             *cancellable,
                   GError                  **error)
{
  g_auto(LieuditRecognitionText) reading = { 0, };
  g_autoptr(GArray) spans = NULL;
  g_autoptr(GArray) chosen = NULL;
  g_autofree double *scores = NULL;
  LieuditNameClassifier *classifier;

  recognition->names = g_array_new (FALSE, FALSE, sizeof (LieuditRecognisedName));
  recognition->evidence = g_array_new (FALSE, FALSE, sizeof (guint32));

  classifier = lieudit_name_classifier_get_installed (error);
  if (classifier == NULL)
    return FALSE;

  lieudit_recognition_text_init (&reading, gazetteer, text, folded, tokens);
  spans = lieudit_find_name_spans (&reading, recognition->evidence, cancellable, error);
  if (spans == NULL)
    return FALSE;

  scores = g_new (double, spans->len + 1);
  if (!score_spans (&reading, classifier, spans, recognition->evidence, scores, cancellable, error))
    return FALSE;

  chosen = lieudit_choose_names (lieudit_name_classifier_get_choice (classifier), &reading, spans, scores);
  add_names (&reading, spans, chosen, scores, recognition);
  spread_metonymy (&reading, recognition->names);
  spread_regions (&reading, recognition->names);
  return TRUE;
}
