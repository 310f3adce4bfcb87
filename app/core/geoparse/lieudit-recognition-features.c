/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-recognition-features.h"

#include <math.h>
#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-weight-table.h"

/*
 * A feature is a name such as "before=in". Each counts twice, for all
 * languages and for the one of the paragraph ("before=in@en"), so that what
 * languages share is learnt from all of them.
 */

#define LONGEST_VALUE 48 /* bytes; longer words are cut */

#define LONGEST_LIST 4 /* names; longer ones tell no more */

#define DOUBTFUL (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)

#define MOST_HASHES 256 /* before they are handed on */

typedef struct
{
  const LieuditRecognitionText     *text;
  const LieuditRecognitionDocument *document;
  const LieuditNameSpan            *span;
  const char                       *language;
  gsize                             language_length;
  GArray                           *features;
  GHashTable                       *names;
  guint32                           hashes[MOST_HASHES];
  guint                             n_hashes;
} Collector;

static void
hand_on (Collector *self)
{
  g_array_append_vals (self->features, self->hashes, self->n_hashes);
  self->n_hashes = 0;
}

static void
add_name (Collector  *self,
          guint32     hash,
          const char *name,
          const char *value,
          gsize       length,
          const char *language)
{
  if (!g_hash_table_contains (self->names, GUINT_TO_POINTER (hash)))
    g_hash_table_insert (self->names, GUINT_TO_POINTER (hash),
                         g_strdup_printf ("%s%.*s%s", name, (int) length, value, language));
}

static void
add_bytes (Collector  *self,
           const char *name,
           const char *value,
           gsize       length)
{
  guint32 hash, hash_in_language;

  length = MIN (length, LONGEST_VALUE);
  hash = lieudit_extend_hash (lieudit_hash_bytes (name, strlen (name)), value, length);
  hash_in_language = lieudit_extend_hash (hash, self->language, self->language_length);

  if (self->n_hashes + 2 > MOST_HASHES)
    hand_on (self);
  self->hashes[self->n_hashes++] = hash;
  self->hashes[self->n_hashes++] = hash_in_language;

  if (self->names != NULL)
    {
      add_name (self, hash, name, value, length, "");
      add_name (self, hash_in_language, name, value, length, self->language);
    }
}

static void
add (Collector  *self,
     const char *name,
     const char *value)
{
  add_bytes (self, name, value, strlen (value));
}

/* A feature of several values. */
static void
add_all (Collector  *self,
         const char *name,
         ...)
{
  char joined[LONGEST_VALUE];
  char *end = joined;
  const char *value;
  va_list values;

  va_start (values, name);
  while ((value = va_arg (values, const char *)) != NULL)
    {
      gsize length = MIN (strlen (value), (gsize) (joined + sizeof (joined) - end));

      memcpy (end, value, length);
      end += length;
      if (end < joined + sizeof (joined))
        *end++ = ' ';
    }
  va_end (values);

  add_bytes (self, name, joined, (gsize) (end - joined));
}

static const char *
describe_number (guint number)
{
  static const char * const numbers[] = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
    "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31",
  };

  return numbers[MIN (number, G_N_ELEMENTS (numbers) - 1)];
}

static void
add_number (Collector  *self,
            const char *name,
            guint       value)
{
  add (self, name, describe_number (value));
}

/* Classes tell the same of many words. */
static void
add_classes (Collector  *self,
             const char *name,
             gint        token)
{
  guint classes = (guint) lieudit_recognition_text_classify (self->text, token);

  for (guint i = 0; classes >> i != 0; i++)
    {
      if (classes & 1u << i)
        add_number (self, name, i);
    }
}

static void
add_word (Collector  *self,
          const char *name,
          gint        token)
{
  gsize length;
  const char *word = lieudit_recognition_text_get_word (self->text, token, &length);

  if (word == NULL)
    add (self, name, "|");
  else if (lieudit_recognition_text_has_flag (self->text, token, LIEUDIT_TOKEN_NUMBER))
    add (self, name, "0");
  else
    add_bytes (self, name, word, length);
}

/* Two words that stand together. */
static void
add_words (Collector  *self,
           const char *name,
           gint        token)
{
  gsize length, next_length;
  const char *word = lieudit_recognition_text_get_word (self->text, token, &length);
  const char *next = lieudit_recognition_text_get_word (self->text, token + 1, &next_length);
  char both[LONGEST_VALUE];

  if (word == NULL || next == NULL || length + 1 + next_length > sizeof (both))
    return;

  memcpy (both, word, length);
  both[length] = ' ';
  memcpy (both + length + 1, next, next_length);
  add_bytes (self, name, both, length + 1 + next_length);
}

static const char *
describe_shape (Collector *self,
                gint       token)
{
  const LieuditToken *word = lieudit_recognition_text_get_token (self->text, token);

  if (word == NULL)
    return "|";
  if (word->flags & LIEUDIT_TOKEN_PUNCTUATION)
    return ".";
  if (word->flags & LIEUDIT_TOKEN_NUMBER)
    return "0";
  if (word->flags & LIEUDIT_TOKEN_ARABIC)
    return "ar";
  if (word->flags & LIEUDIT_TOKEN_ELISION)
    return "'";
  if (word->flags & LIEUDIT_TOKEN_ALL_CAPITALS)
    return "AA";
  if (word->flags & LIEUDIT_TOKEN_CAPITALISED)
    return "Aa";
  return "aa";
}

/* The words around it, what they are, and how they are written. */
static void
add_context (Collector *self)
{
  gint before = (gint) self->span->first_token - 1;
  gint after = (gint) self->span->last_token + 1;
  gboolean joined_before = lieudit_recognition_text_touches (self->text, before, before + 1);
  gboolean joined_after = lieudit_recognition_text_touches (self->text, after - 1, after);

  add_word (self, joined_before ? "before=" : "before//=", before);
  add_word (self, joined_after ? "after=" : "after//=", after);
  add_word (self, "before2=", before - 1);
  add_word (self, "after2=", after + 1);
  add_words (self, "before12=", before - 1);
  add_words (self, "after12=", after);
  add_classes (self, joined_before ? "class before=" : "class before//=", before);
  add_classes (self, "class before2=", before - 1);
  add_classes (self, joined_after ? "class after=" : "class after//=", after);
  add_classes (self, "class after2=", after + 1);

  add_all (self, "shapes=", describe_shape (self, before), joined_before ? "_" : "/_", joined_after ? "" : "/",
           describe_shape (self, after), NULL);
  add_all (self, "shapes2=", describe_shape (self, before - 1), describe_shape (self, after + 1), NULL);
  if (lieudit_recognition_text_classify (self->text, before) & LIEUDIT_WORD_GENITIVE)
    {
      add_word (self, "of before=", before - 1);
      add (self, "of shape before=", describe_shape (self, before - 1));
      add_classes (self, "of class before=", before - 1);
    }
}

/* How it is written itself. */
static void
add_form (Collector *self)
{
  const LieuditNameSpan *span = self->span;
  const LieuditToken *first = &self->text->tokens[span->first_token];
  const char *known = span->n_candidates > 0 ? "known" : "unknown";
  const char *start, *word;
  gsize length;

  add_all (self, "form=", known, describe_number (MIN (span->last_token - span->first_token, 5)),
           describe_shape (self, (gint) span->first_token),
           first->flags & LIEUDIT_TOKEN_SENTENCE_START ? "sentence" : "",
           first->flags & LIEUDIT_TOKEN_PARAGRAPH_START ? "paragraph" : "", NULL);
  add (self, "is ", known);
  add_classes (self, "class first=", (gint) span->first_token);
  add_classes (self, "class last=", (gint) span->last_token);
  add_word (self, "last=", (gint) span->last_token);
  if (span->last_token > span->first_token)
    add_word (self, "first=", (gint) span->first_token);
  if (span->folded_start != first->folded_start)
    add (self, "prefix", "");

  word = lieudit_recognition_text_get_word (self->text, (gint) span->last_token, &length);
  start = self->text->folded + span->folded_start;
  if (word + length > start)
    add_bytes (self, "name=", start, (gsize) (word + length - start));
  if (length > 4)
    {
      add_bytes (self, "ends=", word + length - 3, 3);
      add_bytes (self, "ends4=", word + length - 4, 4);
    }
  if (lieudit_recognition_document_is_word (self->document, word, length))
    add (self, "word=", span->last_token > span->first_token ? "last" : known);

  word = lieudit_recognition_text_get_word (self->text, (gint) span->first_token, &length);
  if (length > 4)
    {
      add_bytes (self, "begins=", word, 3);
      if (span->n_candidates == 0)
        add_bytes (self, "unknown begins=", word, 4);
    }
}

static const char *
describe_doubt (const LieuditNameSpan *span)
{
  if (span->flags & LIEUDIT_CANDIDATE_ORDINARY_WORD)
    return "word";
  return span->flags & LIEUDIT_CANDIDATE_PERSON_NAME ? "person" : "";
}

static guint
describe_population (guint population)
{
  return population > 0 ? (guint) log10 (population) : 0;
}

static const LieuditPlaceEntry *
find_largest (Collector *self)
{
  const LieuditPlaceEntry *largest = NULL;

  for (guint i = 0; i < MIN (self->span->n_candidates, 8); i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->text->gazetteer,
                                                                    self->span->candidates[i].place);

      if (entry != NULL && (largest == NULL || entry->population > largest->population))
        largest = entry;
    }

  return largest;
}

/* What the gazetteer knows of it, alone and together with where it stands. */
static void
add_gazetteer (Collector *self)
{
  const LieuditNameSpan *span = self->span;
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->text->gazetteer, span->candidates[0].place);
  const LieuditPlaceEntry *largest = find_largest (self);
  gboolean locative = lieudit_span_is_locative (self->text, span);
  const char *doubt = describe_doubt (span);
  const char *size;
  double share = 0.0;
  guint magnitude;
  guint class;

  if (entry == NULL || largest == NULL)
    return;

  magnitude = describe_population (largest->population);
  size = describe_number (magnitude);
  class = lieudit_feature_class_from_code (entry->feature);
  for (guint i = 0; i < MIN (span->n_candidates, 8); i++)
    {
      const LieuditPlaceEntry *other = lieudit_gazetteer_get_entry (self->text->gazetteer, span->candidates[i].place);

      if (other != NULL && other->country[0] != '\0')
        share = MAX (share, lieudit_recognition_document_get_share (self->document, other->country));
    }

  for (guint i = 0; span->flags >> i != 0; i++)
    {
      if (span->flags & 1u << i)
        add_number (self, "flag=", i);
    }
  add_number (self, "class=", class);
  add_all (self, "class size=", describe_number (class), size, NULL);
  add_all (self, "doubt size=", doubt, size, span->curated ? "curated" : "", NULL);
  add_all (self, "doubt place=", doubt, describe_number (MIN (magnitude, 5)), locative ? "in" : "",
           self->text->tokens[span->first_token].flags & LIEUDIT_TOKEN_SENTENCE_START ? "sentence" : "", NULL);
  add_all (self, "share=", describe_number ((guint) (share * 4.0)), doubt, NULL);
  add_all (self, "share size=", describe_number ((guint) (share * 4.0)), size, NULL);
  add_number (self, "candidates=", MIN (span->n_candidates, 6));
  if (span->has_acronym)
    add (self, "acronym=", describe_shape (self, (gint) span->first_token));
}

/* "Columbus, Ohio": names beside it. */
static void
add_neighbours (Collector *self)
{
  gint before = (gint) self->span->first_token - 1;
  gint after = (gint) self->span->last_token + 1;
  gboolean comma_after = lieudit_recognition_text_is_mark (self->text, after, ',') ||
                         lieudit_recognition_text_is_mark (self->text, after, '(');
  gboolean comma_before = lieudit_recognition_text_is_mark (self->text, before, ',') ||
                          lieudit_recognition_text_is_mark (self->text, before, '(');
  const LieuditNameSpan *next = NULL;
  const LieuditNameSpan *previous = NULL;
  const char *known = self->span->n_candidates > 0 ? "known" : "unknown";

  if ((guint) after + (comma_after ? 1 : 0) < self->text->n_tokens)
    next = lieudit_recognition_document_starts_at (self->document, after + (comma_after ? 1 : 0));
  previous = lieudit_recognition_document_ends_at (self->document, before - (comma_before ? 1 : 0));

  if (next != NULL)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->text->gazetteer, next->candidates[0].place);

      add (self, comma_after ? "name after comma=" : "name after=", known);
      if (entry != NULL && lieudit_feature_is_area (entry->feature))
        add (self, comma_after ? "area after comma=" : "area after=", known);
    }
  if (previous != NULL)
    add (self, comma_before ? "name before comma=" : "name before=", known);
}

/* The name before this one in a list: "Homs, Hama and Idlib". */
static const LieuditNameSpan *
find_previous_in_list (Collector             *self,
                       const LieuditNameSpan *span)
{
  gint first = (gint) span->first_token;
  gint before = first - 1;

  if (lieudit_recognition_text_classify (self->text, before) & LIEUDIT_WORD_CONJUNCTION)
    before--;
  if (lieudit_recognition_text_is_mark (self->text, before, ','))
    before--;
  if (before == first - 1 && span->folded_start == self->text->tokens[first].folded_start)
    return NULL;

  return lieudit_recognition_document_ends_at (self->document, before);
}

static const LieuditNameSpan *
find_next_in_list (Collector *self)
{
  gint last = (gint) self->span->last_token;
  gint after = last + 1;

  if (lieudit_recognition_text_is_mark (self->text, after, ','))
    after++;
  if (lieudit_recognition_text_classify (self->text, after) & LIEUDIT_WORD_CONJUNCTION)
    after++;

  return after > last + 1 && (guint) after < self->text->n_tokens
           ? lieudit_recognition_document_starts_at (self->document, after)
           : NULL;
}

/* What is said of one name in a list is said of all: "in Homs, Hama and Idlib". */
static void
add_list (Collector *self)
{
  const char *known = self->span->n_candidates > 0 ? "known" : "unknown";
  const LieuditNameSpan *span = find_previous_in_list (self, self->span);
  const LieuditNameSpan *next = find_next_in_list (self);
  gboolean locative = FALSE;
  gboolean doubtful = span != NULL && span->flags & DOUBTFUL;
  guint length = 0;

  for (; span != NULL && length < LONGEST_LIST; length++)
    {
      locative = locative || lieudit_span_is_locative (self->text, span);
      span = find_previous_in_list (self, span);
    }

  if (length > 0)
    {
      add_all (self, "list=", known, describe_number (length), next != NULL ? "on" : "", NULL);
      add_all (self, "list before=", known, doubtful ? "doubtful" : "", locative ? "in" : "", NULL);
    }
  if (next != NULL)
    add_all (self, "list after=", known, next->flags & DOUBTFUL ? "doubtful" : "", NULL);
}

/* "Republic of Armenia": names that it begins or ends with. */
static void
add_parts (Collector *self)
{
  const LieuditNameSpan *span = self->span;
  const LieuditNameSpan *begins = lieudit_recognition_document_starts_at (self->document, (gint) span->first_token);
  const LieuditNameSpan *ends = lieudit_recognition_document_ends_at (self->document, (gint) span->last_token);
  const char *known = span->n_candidates > 0 ? "known" : "unknown";

  if (begins != NULL && begins->last_token > span->last_token)
    add (self, "longer after=", known);
  else if (begins != NULL && begins->last_token < span->last_token)
    add (self, "begins with name=", known);
  if (ends != NULL && ends->first_token < span->first_token)
    add (self, "longer before=", known);
  else if (ends != NULL && ends->first_token > span->first_token)
    add (self, "ends with name=", known);
}

/* One sense per text: how it is used elsewhere in it. */
static void
add_document (Collector *self)
{
  const LieuditSpelling *spelling = lieudit_recognition_document_get_spelling (self->document, self->text, self->span);
  gboolean locative = lieudit_span_is_locative (self->text, self->span);
  gboolean person = lieudit_span_is_person (self->text, self->span);
  guint n_person = spelling->n_person;
  gint first = (gint) self->span->first_token;
  LieuditNameSpan word = { 0, };
  const char *known = self->span->n_candidates > 0 ? "known" : "unknown";

  add_number (self, "times=", MIN (spelling->n_spans, 4));
  if (locative)
    add (self, "locative=", known);
  if (person)
    add (self, "person=", known);
  if (spelling->n_locative > (locative ? 1u : 0u))
    add (self, "elsewhere locative=", known);
  if (n_person > (person ? 1u : 0u))
    add (self, "elsewhere person=", known);
  if (spelling->n_inside > 0)
    add (self, "inside=", spelling->n_inside * 2 > spelling->n_spans ? "often" : "sometimes");

  /* A longer name may begin with a person's family name. */
  if (self->span->last_token > self->span->first_token)
    {
      word.first_token = word.last_token = (guint) first;
      word.folded_start = self->text->tokens[first].folded_start;
      if (lieudit_recognition_document_get_spelling (self->document, self->text, &word)->n_person > 0)
        add (self, "first is person=", known);
    }
}

/**
 * lieudit_collect_features:
 * @text: a text
 * @document: what the whole text says
 * @span: what may be a name
 * @features: (element-type guint32): hashes of its features are added
 * @names: (nullable) (element-type guint utf8): takes the names of the features by their hashes
 *
 * Describes what may be the name of a place to the classifier. Training and
 * reading call the same function, so that they cannot differ.
 */
void
lieudit_collect_features (const LieuditRecognitionText     *text,
                          const LieuditRecognitionDocument *document,
                          const LieuditNameSpan            *span,
                          GArray                           *features,
                          GHashTable                       *names)
{
  static const char * const suffixes[LIEUDIT_N_LANGUAGES] = {
    "@en", "@fr", "@en", "@ar", "@en", "@en",
  };
  LieuditLanguage language = lieudit_recognition_document_get_language (document, span->first_token);
  Collector self;

  self.text = text;
  self.document = document;
  self.span = span;
  self.language = suffixes[language];
  self.language_length = strlen (self.language);
  self.features = features;
  self.names = names;
  self.n_hashes = 0;

  add_form (&self);
  add_context (&self);
  add_document (&self);
  add_neighbours (&self);
  add_list (&self);
  add_parts (&self);
  if (span->n_candidates > 0)
    add_gazetteer (&self);
  hand_on (&self);
}
