/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-name-span.h"

#include <string.h>

#include "gazetteer/lieudit-feature.h"
#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-recognition-text.h"

/* More names than this never begin with the same letters. */
#define MOST_MATCHES 32

/* Words within names that need no capital: al, de, sur; bytes, folded. */
#define LONGEST_SMALL_WORD 3

#define LONGEST_UNKNOWN_NAME 5 /* tokens with a capital */

/* Tokens between two looks at the cancellable. */
#define CANCELLATION_INTERVAL 4096

/*
 * A town that is called like a people is meant where it has about so many
 * inhabitants: "Canadian" is no town in Texas.
 */
#define DEMONYM_TOWN_POPULATION 100000

#define WORD_FLAGS (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE)

#define ACRONYM_FLAGS (LIEUDIT_CANDIDATE_CAPITALS | LIEUDIT_CANDIDATE_ABBREVIATION)

/* Returns the token that ends at @folded_end, or -1 where a word goes on. */
static gint
find_last_token (const LieuditRecognitionText *text,
                 guint                         first_token,
                 gsize                         folded_end)
{
  for (guint i = first_token; i < text->n_tokens; i++)
    {
      const LieuditToken *token = lieudit_recognition_text_get_token (text, (gint) i);
      gsize end = token->folded_end;

      while (end > token->folded_start && text->folded[end - 1] == ' ')
        end--;
      if (end == folded_end)
        return (gint) i;
      if (end > folded_end)
        return -1;
    }

  return -1;
}

static gboolean
is_contracted_after (const LieuditRecognitionText *text,
                     guint                         token)
{
  return (lieudit_recognition_text_classify (text, (gint) token - 1) & LIEUDIT_WORD_CONTRACTION) != 0;
}

static gboolean
has_lower_case (const LieuditRecognitionText *text,
                const LieuditNameSpan        *match)
{
  const char *end = text->text + lieudit_recognition_text_get_token (text, (gint) match->last_token)->end;

  for (const char *position = text->text + lieudit_recognition_text_get_token (text, (gint) match->first_token)->start;
       position < end;
       position = g_utf8_next_char (position))
    {
      if (g_unichar_islower (g_utf8_get_char (position)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_article (const LieuditRecognitionText *text,
            gint                          token)
{
  static const char * const articles[] = { "l'", "la", "le", "les", "the" };
  const LieuditToken *word = lieudit_recognition_text_get_token (text, token);
  gsize length = word->folded_end - word->folded_start;

  while (length > 0 && text->folded[word->folded_start + length - 1] == ' ')
    length--;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      if (strlen (articles[i]) == length && strncmp (text->folded + word->folded_start, articles[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_small_word (const LieuditRecognitionText *text,
               gint                          token)
{
  const LieuditToken *word = lieudit_recognition_text_get_token (text, token);

  return (word->flags & LIEUDIT_TOKEN_ELISION) ||
         word->folded_end - word->folded_start <= LONGEST_SMALL_WORD;
}

/*
 * Names are written with capitals, where the script has them. "province
 * d'Alep" and "mer Noire" need one on the word that tells them apart, "Les
 * habitants" is no name though a sentence begins with it.
 */
static gboolean
is_written_as_name (const LieuditRecognitionText *text,
                    const LieuditNameSpan        *match)
{
  guint n_capitalised = 0;
  guint n_plain = 0;

  for (guint i = match->first_token; i <= match->last_token; i++)
    {
      if (lieudit_recognition_text_has_flag (text, (gint) i, LIEUDIT_TOKEN_ARABIC))
        return TRUE;
      if (!lieudit_recognition_text_has_flag (text, (gint) i, LIEUDIT_TOKEN_WORD) || is_article (text, (gint) i))
        continue;

      if (lieudit_recognition_text_has_flag (text, (gint) i, LIEUDIT_TOKEN_CAPITALISED))
        n_capitalised++;
      else if (!is_small_word (text, (gint) i))
        n_plain++;
    }

  return n_capitalised > 0 && (n_plain == 0 || match->curated || n_capitalised >= n_plain);
}

/* "Houston, TX", "ALEP (Syrie)" */
static gboolean
stands_apart (const LieuditRecognitionText *text,
              const LieuditNameSpan        *match)
{
  return lieudit_recognition_text_is_mark (text, (gint) match->first_token - 1, ',') ||
         lieudit_recognition_text_is_mark (text, (gint) match->first_token - 1, '(');
}

static gboolean
is_worth_more_than_demonym (LieuditGazetteer       *gazetteer,
                            const LieuditCandidate *candidate)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, candidate->place);

  if (entry == NULL)
    return FALSE;

  switch (lieudit_feature_class_from_code (entry->feature))
    {
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
    case LIEUDIT_FEATURE_DISTRICT:
    case LIEUDIT_FEATURE_ROAD:
    case LIEUDIT_FEATURE_SITE:
    case LIEUDIT_FEATURE_OTHER:
      return entry->population >= DEMONYM_TOWN_POPULATION;

    case LIEUDIT_FEATURE_COUNTRY:
    case LIEUDIT_FEATURE_CAPITAL:
    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_AREA:
    case LIEUDIT_FEATURE_WATER:
    case LIEUDIT_FEATURE_RELIEF:
    default:
      return TRUE;
    }
}

/* Whether the name is a word rather than a place: what people listed as none, a people. */
static LieuditCandidateFlags
read_word_flags (const LieuditRecognitionText *text,
                 const LieuditNameSpan        *span)
{
  LieuditCandidateFlags words = 0;

  for (guint i = 0; i < span->n_candidates; i++)
    words |= span->candidates[i].flags & WORD_FLAGS;
  if (words == 0 || (words & LIEUDIT_CANDIDATE_NOT_A_PLACE))
    return words;

  for (guint i = 0; i < span->n_candidates; i++)
    {
      if (!(span->candidates[i].flags & WORD_FLAGS) &&
          is_worth_more_than_demonym (text->gazetteer, &span->candidates[i]))
        return 0;
    }

  return words;
}

/* Arabic puts its adjectives behind: "the eastern quarters of Aleppo" are no governorate that is called Eastern. */
static gboolean
is_adjective (const LieuditRecognitionText *text,
              const LieuditNameSpan        *match)
{
  gint first = (gint) match->first_token;
  LieuditWordClass before = lieudit_recognition_text_classify (text, first - 1);

  return match->last_token == match->first_token &&
         lieudit_recognition_text_has_flag (text, first, LIEUDIT_TOKEN_ARABIC) &&
         (lieudit_recognition_text_classify (text, first) & LIEUDIT_WORD_COMPASS) &&
         match->folded_start == text->tokens[first].folded_start &&
         lieudit_recognition_text_touches (text, first - 1, first) &&
         !(before & (LIEUDIT_WORD_LOCATIVE | LIEUDIT_WORD_REGION));
}

static gboolean
is_plausible (const LieuditRecognitionText *text,
              const LieuditNameSpan        *match)
{
  if ((match->flags & LIEUDIT_CANDIDATE_CONTRACTED) && !is_contracted_after (text, match->first_token))
    return FALSE;
  if ((match->flags & LIEUDIT_CANDIDATE_ABBREVIATION) && !stands_apart (text, match))
    return FALSE;
  if (is_adjective (text, match))
    return FALSE;
  /* Some candidate is an acronym: none is trusted where the word is too short to tell. */
  if (match->has_acronym && has_lower_case (text, match) && !stands_apart (text, match) &&
      ((match->flags & LIEUDIT_CANDIDATE_CAPITALS) || is_small_word (text, (gint) match->first_token)))
    return FALSE;

  return is_written_as_name (text, match);
}

/* Demonyms need no capital. */
static void
add_span (const LieuditRecognitionText *text,
          const LieuditNameSpan        *span,
          GArray                       *spans,
          LieuditNameSpan              *other)
{
  LieuditCandidateFlags words;

  if (other->candidates != NULL || span->n_candidates == 0)
    return;

  words = read_word_flags (text, span);
  if ((words & LIEUDIT_CANDIDATE_DEMONYM) || (words != 0 && is_plausible (text, span)))
    *other = *span;
  else if (words == 0 && is_plausible (text, span))
    g_array_append_vals (spans, span, 1);
}

/* The longest comes first. */
static void
look_up (const LieuditRecognitionText *text,
         guint                         token,
         gsize                         folded_start,
         GArray                       *spans,
         LieuditNameSpan              *other)
{
  LieuditNameMatch names[MOST_MATCHES];
  guint n_names = lieudit_gazetteer_match_prefixes (text->gazetteer, text->folded + folded_start,
                                                    text->folded_length - folded_start,
                                                    names, G_N_ELEMENTS (names));

  while (n_names-- > 0)
    {
      gint last_token = find_last_token (text, token, folded_start + names[n_names].length);
      LieuditNameSpan span = { token, 0, folded_start, NULL, 0, G_MAXUINT16, FALSE, FALSE };

      if (last_token < 0)
        continue;

      span.last_token = (guint) last_token;
      span.candidates = lieudit_gazetteer_get_candidates (text->gazetteer, names[n_names].name, &span.n_candidates);
      for (guint i = 0; i < span.n_candidates; i++)
        {
          span.flags &= span.candidates[i].flags;
          span.has_acronym |= (span.candidates[i].flags & ACRONYM_FLAGS) != 0;
          span.curated |= (span.candidates[i].flags & LIEUDIT_CANDIDATE_CURATED) != 0;
        }
      add_span (text, &span, spans, other);
    }
}

/*
 * Arabic writes "and", "in", "to", "like" onto the next word. The forms with
 * fewer letters taken off are tried first.
 */
static void
look_up_arabic (const LieuditRecognitionText *text,
                guint                         token,
                GArray                       *spans,
                LieuditNameSpan              *other)
{
  static const char * const prefixes[] = {
    "\xD9\x88", "\xD9\x81", "\xD8\xA8", "\xD9\x84", "\xD9\x83", /* و ف ب ل ك */
    "\xD9\x88\xD8\xA8", "\xD9\x88\xD9\x84", "\xD9\x81\xD8\xA8", /* وب ول فب */
  };
  gsize length;
  const char *word = lieudit_recognition_text_get_word (text, (gint) token, &length);
  guint n_spans = spans->len;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes) && spans->len == n_spans && other->candidates == NULL; i++)
    {
      gsize prefix_length = strlen (prefixes[i]);

      if (length > prefix_length + 3 && strncmp (word, prefixes[i], prefix_length) == 0)
        look_up (text, token, text->tokens[token].folded_start + prefix_length, spans, other);
    }
}

static gboolean
has_span (const GArray *spans,
          guint         from,
          guint         last_token)
{
  for (guint i = from; i < spans->len; i++)
    {
      if (g_array_index (spans, LieuditNameSpan, i).last_token == last_token)
        return TRUE;
    }

  return FALSE;
}

/* Whether an unknown name goes on with a token: a capital, or "al-", "of", "de" and the like before one. */
static gboolean
goes_on (const LieuditRecognitionText *text,
         guint                         token)
{
  gint next = (gint) token + 1;

  if (!lieudit_recognition_text_touches (text, (gint) token - 1, (gint) token))
    return FALSE;
  if (lieudit_recognition_text_is_capitalised (text, (gint) token))
    return TRUE;

  /* "Tell al-Ghab" */
  if (is_small_word (text, (gint) token) && lieudit_recognition_text_is_mark (text, next, '-') &&
      lieudit_recognition_text_touches (text, (gint) token, next))
    return lieudit_recognition_text_is_capitalised (text, next + 1);

  return lieudit_recognition_text_touches (text, (gint) token, next) &&
         lieudit_recognition_text_is_capitalised (text, next) &&
         (lieudit_recognition_text_is_mark (text, (gint) token, '-') ||
          lieudit_recognition_text_is_mark (text, (gint) token, '_') ||
          lieudit_recognition_text_is_mark (text, (gint) token, '\'') ||
          (lieudit_recognition_text_classify (text, (gint) token) & LIEUDIT_WORD_GENITIVE));
}

/* What the gazetteer does not know, but is written like a name: each beginning of a run of capitals. */
static void
add_unknown_spans (const LieuditRecognitionText *text,
                   guint                         token,
                   GArray                       *spans,
                   guint                         from)
{
  LieuditNameSpan span = { token, token, text->tokens[token].folded_start, NULL, 0, 0, FALSE, FALSE };
  guint n_words = 0;

  if (!lieudit_recognition_text_is_capitalised (text, (gint) token) ||
      lieudit_recognition_text_has_flag (text, (gint) token, LIEUDIT_TOKEN_ELISION))
    return;

  for (guint i = token; i == token || goes_on (text, i); i++)
    {
      if (!lieudit_recognition_text_is_capitalised (text, (gint) i) ||
          lieudit_recognition_text_has_flag (text, (gint) i, LIEUDIT_TOKEN_ELISION))
        continue;
      if (++n_words > LONGEST_UNKNOWN_NAME)
        return;

      span.last_token = i;
      if (!has_span (spans, from, i))
        g_array_append_val (spans, span);
    }
}

/* A name behind a word such as "town" or "hospital", with it or without; the words of a hashtag. */
static void
add_unknown_arabic_spans (const LieuditRecognitionText *text,
                          guint                         token,
                          GArray                       *spans,
                          guint                         from)
{
  LieuditNameSpan span = { token, token, text->tokens[token].folded_start, NULL, 0, 0, FALSE, FALSE };
  LieuditWordClass here = lieudit_recognition_text_classify (text, (gint) token);
  LieuditWordClass before = lieudit_recognition_text_classify (text, (gint) token - 1);
  const guint kinds = LIEUDIT_WORD_SETTLEMENT | LIEUDIT_WORD_REGION | LIEUDIT_WORD_SITE | LIEUDIT_WORD_STREET;
  gboolean hashtag = lieudit_recognition_text_is_mark (text, (gint) token - 1, '#');

  if (!hashtag && !((here | before) & kinds))
    return;

  for (guint i = token; i < MIN (token + 6, text->n_tokens); i++)
    {
      if (i > token && !lieudit_recognition_text_touches (text, (gint) i - 1, (gint) i))
        return;
      if (lieudit_recognition_text_is_mark (text, (gint) i, '_'))
        continue;
      if (!lieudit_recognition_text_has_flag (text, (gint) i, LIEUDIT_TOKEN_ARABIC))
        return;

      span.last_token = i;
      if (!has_span (spans, from, i))
        g_array_append_val (spans, span);
    }
}

static gboolean
is_realm (LieuditGazetteer      *gazetteer,
          const LieuditNameSpan *span)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, span->candidates[0].place);
  LieuditFeatureClass class = entry != NULL ? lieudit_feature_class_from_code (entry->feature) : LIEUDIT_FEATURE_OTHER;

  return class == LIEUDIT_FEATURE_COUNTRY || class == LIEUDIT_FEATURE_REGION;
}

/* "Republic of Armenia", where the gazetteer knows Armenia alone. */
static void
add_realm (const LieuditRecognitionText *text,
           guint                         token,
           GArray                       *spans,
           guint                         from)
{
  guint name = token + 2;
  LieuditNameSpan other = { 0, };
  g_autoptr(GArray) names = NULL;
  LieuditNameSpan span;

  if (!(lieudit_recognition_text_classify (text, (gint) token) & LIEUDIT_WORD_REALM) ||
      !(lieudit_recognition_text_classify (text, (gint) token + 1) & LIEUDIT_WORD_GENITIVE) ||
      !lieudit_recognition_text_is_capitalised (text, (gint) token) ||
      !lieudit_recognition_text_is_capitalised (text, (gint) name))
    return;

  names = g_array_new (FALSE, FALSE, sizeof (LieuditNameSpan));
  look_up (text, name, text->tokens[name].folded_start, names, &other);
  if (names->len == 0)
    return;

  span = g_array_index (names, LieuditNameSpan, 0);
  if (!is_realm (text->gazetteer, &span) || has_span (spans, from, span.last_token))
    return;

  span.first_token = token;
  span.folded_start = text->tokens[token].folded_start;
  span.n_candidates = 1;
  g_array_insert_val (spans, from, span);
}

/* The state of a federation; in the United States, "Michigan State" is a university. */
static const LieuditCandidate *
find_state (LieuditGazetteer      *gazetteer,
            const LieuditNameSpan *span)
{
  for (guint i = 0; i < span->n_candidates; i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, span->candidates[i].place);

      if (entry != NULL && lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_REGION &&
          memcmp (entry->country, "US", sizeof (entry->country)) != 0)
        return &span->candidates[i];
    }

  return NULL;
}

/* "Sokoto State", where the gazetteer knows Sokoto alone. */
static void
add_state (const LieuditRecognitionText *text,
           GArray                       *spans,
           guint                         from)
{
  LieuditNameSpan span;
  gint state;

  if (spans->len == from)
    return;

  span = g_array_index (spans, LieuditNameSpan, from);
  state = (gint) span.last_token + 1;
  if (!(lieudit_recognition_text_classify (text, state) & LIEUDIT_WORD_REALM) ||
      !lieudit_recognition_text_is_capitalised (text, state) ||
      !lieudit_recognition_text_touches (text, (gint) span.last_token, state))
    return;

  span.candidates = find_state (text->gazetteer, &span);
  if (span.candidates == NULL)
    return;

  span.last_token = (guint) state;
  span.n_candidates = 1;
  g_array_insert_val (spans, from, span);
}

/* Returns the token to go on with. */
static guint
find_spans_at (const LieuditRecognitionText *text,
               guint                         token,
               GArray                       *spans,
               GArray                       *evidence)
{
  const LieuditToken *word = &text->tokens[token];
  LieuditNameSpan other = { 0, };
  guint from = spans->len;

  if (!(word->flags & (LIEUDIT_TOKEN_WORD | LIEUDIT_TOKEN_NUMBER)))
    return token + 1;

  look_up (text, token, word->folded_start, spans, &other);
  if (spans->len == from && other.candidates == NULL && (word->flags & LIEUDIT_TOKEN_ARABIC))
    look_up_arabic (text, token, spans, &other);

  if (other.candidates == NULL)
    {
      add_state (text, spans, from);
      add_realm (text, token, spans, from);
      if (word->flags & LIEUDIT_TOKEN_ARABIC)
        add_unknown_arabic_spans (text, token, spans, from);
      else
        add_unknown_spans (text, token, spans, from);
      return token + 1;
    }

  for (guint i = 0; i < other.n_candidates; i++)
    {
      if (other.candidates[i].flags & LIEUDIT_CANDIDATE_DEMONYM)
        g_array_append_val (evidence, other.candidates[i].place);
    }

  return spans->len > from ? token + 1 : other.last_token + 1;
}

/**
 * lieudit_find_name_spans:
 * @text: a text
 * @evidence: (element-type guint32): takes the places that demonyms speak of
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Finds all that may be the name of a place: the names that the gazetteer
 * knows, and what only is written as one. They may overlap.
 *
 * Returns: (transfer full) (element-type LieuditNameSpan): the spans, in the
 *   order in which they begin; those of the gazetteer first, the longest first;
 *   %NULL when cancelled
 */
GArray *
lieudit_find_name_spans (const LieuditRecognitionText *text,
                         GArray                       *evidence,
                         GCancellable                 *cancellable,
                         GError                      **error)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (LieuditNameSpan));
  guint next_check = CANCELLATION_INTERVAL;

  for (guint token = 0; token < text->n_tokens; token = find_spans_at (text, token, spans, evidence))
    {
      if (token < next_check)
        continue;
      next_check = token + CANCELLATION_INTERVAL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&spans);
}
