/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-name-choice.h"

#include "gazetteer/lieudit-feature.h"
#include "gazetteer/lieudit-gazetteer-private.h"

/* By how much a phrase of the gazetteer is preferred to a name within it: log odds. */
#define CURATED_MARGIN 0.5

#define NEVER -1.0

static gboolean
is_street (const LieuditRecognitionText *text,
           const LieuditNameSpan        *span)
{
  gint before = (gint) span->first_token - 1;
  gint after = (gint) span->last_token + 1;

  if (lieudit_recognition_text_classify (text, before) & LIEUDIT_WORD_GENITIVE)
    before--;

  return ((lieudit_recognition_text_classify (text, before) & LIEUDIT_WORD_STREET) &&
          lieudit_recognition_text_touches (text, before, before + 1)) ||
         ((lieudit_recognition_text_classify (text, after) & LIEUDIT_WORD_STREET) &&
          lieudit_recognition_text_is_capitalised (text, after));
}

/* In a headline in capitals, a capital says nothing. */
static gboolean
is_beside_name (const LieuditRecognitionText *text,
                const LieuditNameSpan        *span,
                gint                          neighbour)
{
  return lieudit_recognition_text_is_capitalised (text, neighbour) &&
         !lieudit_recognition_text_has_flag (text, neighbour, LIEUDIT_TOKEN_ELISION) &&
         !(lieudit_recognition_text_has_flag (text, (gint) span->first_token, LIEUDIT_TOKEN_ALL_CAPITALS) &&
           lieudit_recognition_text_has_flag (text, neighbour, LIEUDIT_TOKEN_ALL_CAPITALS));
}

static gboolean
is_before_word_of (const LieuditRecognitionText *text,
                   const LieuditNameSpan        *span,
                   LieuditWordClass              classes)
{
  gint after = (gint) span->last_token + 1;

  return (lieudit_recognition_text_classify (text, after) & classes) != 0 &&
         lieudit_recognition_text_touches (text, (gint) span->last_token, after);
}

/* "Guangdong Province" */
static gboolean
is_area_with_its_kind (const LieuditRecognitionText *text,
                       const LieuditNameSpan        *span)
{
  if (!is_before_word_of (text, span, LIEUDIT_WORD_REGION))
    return FALSE;

  for (guint i = 0; i < span->n_candidates; i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (text->gazetteer, span->candidates[i].place);
      LieuditFeatureClass class = entry != NULL ? lieudit_feature_class_from_code (entry->feature) : LIEUDIT_FEATURE_OTHER;

      if (class == LIEUDIT_FEATURE_REGION || class == LIEUDIT_FEATURE_DISTRICT)
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_name_is_part_of_other:
 * @text: a text
 * @span: a name in it
 *
 * Returns: whether other capitalised words beside the name make it a part of
 *   theirs: Damascus University, but not Guangdong Province
 */
gboolean
lieudit_name_is_part_of_other (const LieuditRecognitionText *text,
                               const LieuditNameSpan        *span)
{
  gint before = (gint) span->first_token - 1;
  gint after = (gint) span->last_token + 1;

  if (lieudit_recognition_text_touches (text, (gint) span->last_token, after) &&
      is_beside_name (text, span, after) &&
      !is_before_word_of (text, span, LIEUDIT_WORD_REGION | LIEUDIT_WORD_SETTLEMENT))
    return TRUE;

  /* "Federal Republic of Germany" */
  if (lieudit_recognition_text_classify (text, before + 1) & LIEUDIT_WORD_REALM)
    return FALSE;

  return lieudit_recognition_text_touches (text, before, before + 1) &&
         is_beside_name (text, span, before) &&
         !lieudit_recognition_text_has_flag (text, before, LIEUDIT_TOKEN_SENTENCE_START) &&
         lieudit_recognition_text_classify (text, before) == 0;
}

/* Names that people chose and that mean nothing else need less of a context. */
static gboolean
is_trusted (const LieuditRecognitionText *text,
            const LieuditNameSpan        *span)
{
  return (span->curated || is_area_with_its_kind (text, span)) &&
         !(span->flags & (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)) &&
         !lieudit_recognition_text_has_flag (text, (gint) span->first_token, LIEUDIT_TOKEN_ARABIC) &&
         !lieudit_name_is_part_of_other (text, span);
}

static void
adjust_scores (const LieuditNameChoice      *choice,
               const LieuditRecognitionText *text,
               const GArray                 *spans,
               double                       *scores)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const LieuditNameSpan *span = &g_array_index (spans, LieuditNameSpan, i);

      scores[i] -= choice->threshold;
      if (is_trusted (text, span))
        scores[i] += choice->trust;
      if (is_street (text, span))
        scores[i] = NEVER;
    }
}

/*
 * "citadelle d'Alep", "province d'Alep": a longer name that people put into the
 * gazetteer is meant wherever it stands, not the town named within it. The last
 * come first, so that a name within a name within a name has its score already.
 */
static void
prefer_curated_phrases (const GArray *spans,
                        double       *scores)
{
  for (guint i = spans->len; i-- > 0;)
    {
      const LieuditNameSpan *span = &g_array_index (spans, LieuditNameSpan, i);

      if (span->n_candidates == 0 || span->last_token == span->first_token)
        continue;

      if (span->curated)
        scores[i] = MAX (scores[i], CURATED_MARGIN);
      for (guint j = i + 1; j < spans->len; j++)
        {
          const LieuditNameSpan *inner = &g_array_index (spans, LieuditNameSpan, j);

          if (inner->first_token > span->last_token)
            break;
          if (inner->last_token <= span->last_token)
            scores[i] = MAX (scores[i], scores[j] + CURATED_MARGIN);
        }
    }
}

/**
 * lieudit_choose_names:
 * @choice: how to choose
 * @text: a text
 * @spans: (element-type LieuditNameSpan): all that may be names in it, in the
 *   order in which they begin
 * @scores: (array) (inout): the log odds that each is a name; they become the
 *   log odds by which it was chosen
 *
 * Of the spans that overlap, chooses those with the highest sum of scores:
 * from the last token to the first, the sum from there on is kept.
 *
 * Returns: (transfer full) (element-type guint): the indices of the names
 *   among @spans, in order
 */
GArray *
lieudit_choose_names (const LieuditNameChoice      *choice,
                      const LieuditRecognitionText *text,
                      const GArray                 *spans,
                      double                       *scores)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *best = g_new0 (double, text->n_tokens + 1);
  g_autofree guint32 *choices = g_new0 (guint32, text->n_tokens + 1);
  guint next = spans->len;

  adjust_scores (choice, text, spans, scores);
  prefer_curated_phrases (spans, scores);

  for (guint token = text->n_tokens; token-- > 0;)
    {
      best[token] = best[token + 1];
      for (; next > 0 && g_array_index (spans, LieuditNameSpan, next - 1).first_token == token; next--)
        {
          double sum = scores[next - 1] + best[g_array_index (spans, LieuditNameSpan, next - 1).last_token + 1];

          if (scores[next - 1] > 0.0 && sum > best[token])
            {
              best[token] = sum;
              choices[token] = next;
            }
        }
    }

  for (guint token = 0; token < text->n_tokens; token++)
    {
      guint index = choices[token] - 1;

      if (choices[token] == 0)
        continue;
      g_array_append_val (chosen, index);
      token = g_array_index (spans, LieuditNameSpan, index).last_token;
    }

  return chosen;
}
