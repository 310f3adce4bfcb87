/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-recognition-document.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-weight-table.h"

/* Bits for each word that tell which of them the text writes without a capital. */
#define BITS_PER_WORD 16

#define N_LETTERS 26
#define NO_COUNTRY (N_LETTERS * N_LETTERS)

/* Towns so large speak for their country. */
#define SPEAKING_POPULATION 100000

#define NO_SPAN G_MAXUINT32

/*
 * What the whole text says beside what stands around a name: how else a name
 * is used in it, which words it writes small, which countries it speaks of.
 */
struct _LieuditRecognitionDocument
{
  const GArray    *spans;
  LieuditSpelling *spellings; /* open addressing; no spans: free */
  guint32          mask;
  guint32         *words;
  guint32          n_word_bits; /* a power of two */
  guint32          votes[NO_COUNTRY + 1];
  guint32          n_votes;
  guint32         *starts;    /* for each token, the longest span of the gazetteer */
  guint32         *ends;
  guint8          *languages; /* for each token */
};

static guint
get_country (const char country[2])
{
  if (!g_ascii_isupper (country[0]) || !g_ascii_isupper (country[1]))
    return NO_COUNTRY;

  return (guint) (country[0] - 'A') * N_LETTERS + (guint) (country[1] - 'A');
}

static LieuditSpelling *
find_spelling (const LieuditRecognitionDocument *self,
               const LieuditRecognitionText     *text,
               const LieuditNameSpan            *span)
{
  gsize length;
  const char *last = lieudit_recognition_text_get_word (text, (gint) span->last_token, &length);
  const char *start = text->folded + span->folded_start;
  guint32 hash = lieudit_hash_bytes (start, last + length > start ? (gsize) (last + length - start) : 0);
  guint32 slot = hash & self->mask;

  while (self->spellings[slot].n_spans > 0 && self->spellings[slot].hash != hash)
    slot = (slot + 1) & self->mask;

  self->spellings[slot].hash = hash;
  return &self->spellings[slot];
}

static gboolean
is_capitalised_beside (const LieuditRecognitionText *text,
                       gint                          left,
                       gint                          right,
                       gint                          neighbour)
{
  return lieudit_recognition_text_touches (text, left, right) &&
         lieudit_recognition_text_is_capitalised (text, neighbour) &&
         !lieudit_recognition_text_has_flag (text, neighbour, LIEUDIT_TOKEN_ELISION);
}

/**
 * lieudit_span_is_locative:
 * @text: a text
 * @span: a span of it
 *
 * Returns: whether the words before @span speak of a place: in, la ville de
 */
gboolean
lieudit_span_is_locative (const LieuditRecognitionText *text,
                          const LieuditNameSpan        *span)
{
  gint before = (gint) span->first_token - 1;
  LieuditWordClass word = lieudit_recognition_text_classify (text, before);

  if (word & LIEUDIT_WORD_GENITIVE)
    word |= lieudit_recognition_text_classify (text, before - 1) & (LIEUDIT_WORD_SETTLEMENT | LIEUDIT_WORD_REGION);
  else if (lieudit_recognition_text_has_flag (text, before, LIEUDIT_TOKEN_ELISION)) /* à l'Idleb */
    word |= lieudit_recognition_text_classify (text, before - 1);

  return (word & (LIEUDIT_WORD_LOCATIVE | LIEUDIT_WORD_SETTLEMENT | LIEUDIT_WORD_REGION)) != 0;
}

static gboolean
is_initial (const LieuditRecognitionText *text,
            gint                          token)
{
  return lieudit_recognition_text_is_capitalised (text, token) &&
         text->tokens[token].end == text->tokens[token].start + 1;
}

/**
 * lieudit_span_is_person:
 * @text: a text
 * @span: a span of it
 *
 * Returns: whether a title or a first name stands before @span: M., Jack
 */
gboolean
lieudit_span_is_person (const LieuditRecognitionText *text,
                        const LieuditNameSpan        *span)
{
  gint before = (gint) span->first_token - 1;

  /* "Dr. Homs", "Gino D. Bassett" */
  if (lieudit_recognition_text_is_mark (text, before, '.'))
    before--;
  if (is_initial (text, before) && lieudit_recognition_text_touches (text, before - 1, before))
    before--;
  if (!lieudit_recognition_text_touches (text, before, before + 1))
    return FALSE;
  if (lieudit_recognition_text_classify (text, before) & LIEUDIT_WORD_PERSON)
    return TRUE;

  return lieudit_recognition_text_is_capitalised (text, before) &&
         (lieudit_recognition_text_classify (text, before) & LIEUDIT_WORD_FORENAME);
}

static void
count_span (LieuditRecognitionDocument   *self,
            const LieuditRecognitionText *text,
            const LieuditNameSpan        *span)
{
  LieuditSpelling *spelling = find_spelling (self, text, span);
  gint first = (gint) span->first_token;
  gint last = (gint) span->last_token;

  spelling->n_spans++;
  spelling->n_locative += lieudit_span_is_locative (text, span);
  spelling->n_person += lieudit_span_is_person (text, span);
  spelling->n_inside += is_capitalised_beside (text, first - 1, first, first - 1) ||
                        is_capitalised_beside (text, last, last + 1, last + 1);
}

static void
vote (LieuditRecognitionDocument   *self,
      const LieuditRecognitionText *text,
      guint32                       place,
      gboolean                      surely)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (text->gazetteer, place);
  LieuditFeatureClass class;

  if (entry == NULL || entry->country[0] == '\0')
    return;

  class = lieudit_feature_class_from_code (entry->feature);
  if (!surely && class != LIEUDIT_FEATURE_COUNTRY && class != LIEUDIT_FEATURE_CAPITAL &&
      class != LIEUDIT_FEATURE_REGION && entry->population < SPEAKING_POPULATION)
    return;

  self->votes[get_country (entry->country)]++;
  self->n_votes++;
}

static void
read_spans (LieuditRecognitionDocument   *self,
            const LieuditRecognitionText *text)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const LieuditNameSpan *span = &g_array_index (self->spans, LieuditNameSpan, i);

      count_span (self, text, span);
      if (span->n_candidates == 0)
        continue;

      if (self->starts[span->first_token] == NO_SPAN)
        self->starts[span->first_token] = i;
      if (self->ends[span->last_token] == NO_SPAN)
        self->ends[span->last_token] = i;
      if (!(span->flags & (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)))
        vote (self, text, span->candidates[0].place, FALSE);
    }
}

static void
read_words (LieuditRecognitionDocument   *self,
            const LieuditRecognitionText *text)
{
  for (guint i = 0; i < text->n_tokens; i++)
    {
      gsize length;
      const char *word;
      guint32 bit;

      if ((text->tokens[i].flags & (LIEUDIT_TOKEN_WORD | LIEUDIT_TOKEN_CAPITALISED)) != LIEUDIT_TOKEN_WORD)
        continue;
      word = lieudit_recognition_text_get_word (text, (gint) i, &length);
      bit = lieudit_hash_bytes (word, length) & (self->n_word_bits - 1);
      self->words[bit / 32] |= 1u << (bit % 32);
    }
}

static LieuditLanguage
choose_language (guint           n_french,
                 guint           n_english,
                 LieuditLanguage otherwise)
{
  if (n_french == n_english)
    return otherwise;
  return n_french > n_english ? LIEUDIT_LANGUAGE_FRENCH : LIEUDIT_LANGUAGE_ENGLISH;
}

static LieuditLanguage
read_language (const LieuditRecognitionText *text,
               guint                         from,
               guint                         to,
               LieuditLanguage               otherwise)
{
  guint n_french = 0;
  guint n_english = 0;

  for (guint i = from; i < to; i++)
    {
      n_french += (text->classes[i] & LIEUDIT_WORD_FRENCH) != 0;
      n_english += (text->classes[i] & LIEUDIT_WORD_ENGLISH) != 0;
    }

  return choose_language (n_french, n_english, otherwise);
}

/* A paragraph's language is its own where its small words tell it, else the text's. */
static void
read_languages (LieuditRecognitionDocument   *self,
                const LieuditRecognitionText *text)
{
  LieuditLanguage whole = read_language (text, 0, text->n_tokens, LIEUDIT_LANGUAGE_ENGLISH);
  guint from = 0;

  while (from < text->n_tokens)
    {
      LieuditLanguage language;
      guint to = from + 1;

      while (to < text->n_tokens && !(text->tokens[to].flags & LIEUDIT_TOKEN_PARAGRAPH_START))
        to++;

      language = to - from > 8 ? read_language (text, from, to, whole) : whole;
      for (; from < to; from++)
        self->languages[from] = text->tokens[from].flags & LIEUDIT_TOKEN_ARABIC ? LIEUDIT_LANGUAGE_ARABIC
                                                                                  : (guint8) language;
    }
}

/**
 * lieudit_recognition_document_new:
 * @text: a text
 * @spans: (element-type LieuditNameSpan): all that may be names in it; must outlive the result
 * @evidence: (element-type guint32): places that demonyms speak of
 *
 * Returns: (transfer full): what the whole text says
 */
LieuditRecognitionDocument *
lieudit_recognition_document_new (const LieuditRecognitionText *text,
                                  const GArray                 *spans,
                                  const GArray                 *evidence)
{
  LieuditRecognitionDocument *self = g_new0 (LieuditRecognitionDocument, 1);

  self->spans = spans;
  self->mask = 64;
  while (self->mask < 2 * spans->len)
    self->mask *= 2;
  self->spellings = g_new0 (LieuditSpelling, self->mask);
  self->mask--;
  self->n_word_bits = 1024;
  while (self->n_word_bits < BITS_PER_WORD * text->n_tokens)
    self->n_word_bits *= 2;
  self->words = g_new0 (guint32, self->n_word_bits / 32);
  self->starts = g_new (guint32, text->n_tokens + 1);
  self->ends = g_new (guint32, text->n_tokens + 1);
  self->languages = g_new0 (guint8, text->n_tokens + 1);
  memset (self->starts, 0xff, (text->n_tokens + 1) * sizeof (guint32));
  memset (self->ends, 0xff, (text->n_tokens + 1) * sizeof (guint32));

  read_spans (self, text);
  for (guint i = 0; i < evidence->len; i++)
    vote (self, text, g_array_index (evidence, guint32, i), TRUE);
  read_words (self, text);
  read_languages (self, text);

  return self;
}

/**
 * lieudit_recognition_document_free:
 * @self: (transfer full): what a text says
 *
 * Frees @self.
 */
void
lieudit_recognition_document_free (LieuditRecognitionDocument *self)
{
  g_free (self->spellings);
  g_free (self->words);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->languages);
  g_free (self);
}

/**
 * lieudit_recognition_document_get_spelling:
 * @self: what a text says
 * @text: the text
 * @span: one of its spans
 *
 * Returns: how the text uses what is spelt like @span
 */
const LieuditSpelling *
lieudit_recognition_document_get_spelling (const LieuditRecognitionDocument *self,
                                           const LieuditRecognitionText     *text,
                                           const LieuditNameSpan            *span)
{
  return find_spelling (self, text, span);
}

/**
 * lieudit_recognition_document_is_word:
 * @self: what a text says
 * @word: a folded word
 * @length: its bytes
 *
 * Returns: whether the text writes it without a capital, too
 */
gboolean
lieudit_recognition_document_is_word (const LieuditRecognitionDocument *self,
                                      const char                       *word,
                                      gsize                             length)
{
  guint32 bit = lieudit_hash_bytes (word, length) & (self->n_word_bits - 1);

  return (self->words[bit / 32] & 1u << (bit % 32)) != 0;
}

/**
 * lieudit_recognition_document_get_share:
 * @self: what a text says
 * @country: two letters
 *
 * Returns: how much of what the text speaks of lies in a country, from 0 to 1
 */
double
lieudit_recognition_document_get_share (const LieuditRecognitionDocument *self,
                                        const char                        country[2])
{
  return self->n_votes > 0 ? (double) self->votes[get_country (country)] / self->n_votes : 0.0;
}

static const LieuditNameSpan *
get_span (const LieuditRecognitionDocument *self,
          guint32                           index)
{
  return index != NO_SPAN ? &g_array_index (self->spans, LieuditNameSpan, index) : NULL;
}

/**
 * lieudit_recognition_document_starts_at:
 * @self: what a text says
 * @token: a position within the text, or just outside it
 *
 * Returns: (nullable): the longest name of the gazetteer that begins there
 */
const LieuditNameSpan *
lieudit_recognition_document_starts_at (const LieuditRecognitionDocument *self,
                                        gint                              token)
{
  return token >= 0 ? get_span (self, self->starts[token]) : NULL;
}

/**
 * lieudit_recognition_document_ends_at:
 * @self: what a text says
 * @token: a position within the text
 *
 * Returns: (nullable): a name of the gazetteer that ends there
 */
const LieuditNameSpan *
lieudit_recognition_document_ends_at (const LieuditRecognitionDocument *self,
                                      gint                              token)
{
  return token >= 0 ? get_span (self, self->ends[token]) : NULL;
}

/**
 * lieudit_recognition_document_get_language:
 * @self: what a text says
 * @token: a position
 *
 * Returns: the language of what stands there
 */
LieuditLanguage
lieudit_recognition_document_get_language (const LieuditRecognitionDocument *self,
                                           guint                             token)
{
  return (LieuditLanguage) self->languages[token];
}
