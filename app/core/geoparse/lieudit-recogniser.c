/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-recogniser.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-lexicon.h"

/* More names than this never begin with the same letters. */
#define MOST_MATCHES 32

/* Tokens between two looks at the cancellable. */
#define CANCELLATION_INTERVAL 4096

/* A town so large is meant even where its name is a word, too. */
#define WELL_KNOWN_POPULATION 300000

/* Words within names that need no capital: al, de, sur; bytes, folded. */
#define LONGEST_SMALL_WORD 3

typedef struct
{
  LieuditGazetteer        *gazetteer;
  const char              *text;
  const char              *folded;
  gsize                    folded_length;
  const LieuditFoldedText *folded_text;
  const GArray            *tokens;
  LieuditRecognition      *recognition;
} Recogniser;

#define LONGEST_UNKNOWN_NAME 6 /* tokens */

#define ACRONYM_FLAGS (LIEUDIT_CANDIDATE_CAPITALS | LIEUDIT_CANDIDATE_ABBREVIATION)

/* A stretch of folded text that spells a name. */
typedef struct
{
  guint                   first_token;
  guint                   last_token;
  gsize                   folded_start;
  const LieuditCandidate *candidates;
  guint                   n_candidates;
  guint16                 flags; /* what all candidates share */
  gboolean                curated; /* whether one of them is */
  gboolean                has_acronym;
} Match;

static const LieuditToken *
get_token (Recogniser *self,
           gint        index)
{
  return index >= 0 && (guint) index < self->tokens->len
           ? &g_array_index (self->tokens, LieuditToken, index)
           : NULL;
}

static LieuditWordClass
classify_token (Recogniser *self,
                gint        index)
{
  const LieuditToken *token = get_token (self, index);
  gsize length;

  if (token == NULL || token->folded_end <= token->folded_start)
    return 0;

  length = token->folded_end - token->folded_start;
  if (self->folded[token->folded_start + length - 1] == ' ')
    length--;

  /* Folding makes the verb "a" and the preposition "à" equal. */
  if (length == 1 && self->folded[token->folded_start] == 'a')
    return self->text[token->start] == 'a' ? LIEUDIT_WORD_ASSERTION : LIEUDIT_WORD_LOCATIVE;

  return lieudit_lexicon_lookup (self->folded + token->folded_start, length);
}

static gboolean
is_mark (Recogniser *self,
         gint        index,
         char        mark)
{
  const LieuditToken *token = get_token (self, index);

  return token != NULL && token->end == token->start + 1 && self->text[token->start] == mark;
}

static gboolean
has_flag (Recogniser        *self,
          gint               index,
          LieuditTokenFlags  flag)
{
  const LieuditToken *token = get_token (self, index);

  return token != NULL && (token->flags & flag) != 0;
}

/* Whether nothing but white space stands between two tokens. */
static gboolean
touches (Recogniser *self,
         gint        left,
         gint        right)
{
  const LieuditToken *first = get_token (self, left);
  const LieuditToken *second = get_token (self, right);

  return first != NULL && second != NULL && !(second->flags & LIEUDIT_TOKEN_PARAGRAPH_START) &&
         second->start - first->end <= 1;
}

static gboolean
is_capitalised_word (Recogniser *self,
                     gint        index)
{
  return has_flag (self, index, LIEUDIT_TOKEN_WORD) && has_flag (self, index, LIEUDIT_TOKEN_CAPITALISED);
}

/* Returns the token that ends at @folded_end, or -1 where a word goes on. */
static gint
find_last_token (Recogniser *self,
                 guint       first_token,
                 gsize       folded_end)
{
  for (guint i = first_token; i < self->tokens->len; i++)
    {
      const LieuditToken *token = get_token (self, (gint) i);
      gsize end = token->folded_end;

      while (end > token->folded_start && self->folded[end - 1] == ' ')
        end--;
      if (end == folded_end)
        return (gint) i;
      if (end > folded_end)
        return -1;
    }

  return -1;
}

static gboolean
is_contracted_after (Recogniser *self,
                     guint       token)
{
  return (classify_token (self, (gint) token - 1) & LIEUDIT_WORD_CONTRACTION) != 0;
}

static gboolean
has_lower_case (Recogniser *self,
                const Match *match)
{
  const char *end = self->text + get_token (self, (gint) match->last_token)->end;

  for (const char *position = self->text + get_token (self, (gint) match->first_token)->start;
       position < end;
       position = g_utf8_next_char (position))
    {
      if (g_unichar_islower (g_utf8_get_char (position)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_article (Recogniser *self,
            gint        token)
{
  static const char * const articles[] = { "l'", "la", "le", "les", "the" };
  const LieuditToken *word = get_token (self, token);
  gsize length = word->folded_end - word->folded_start;

  while (length > 0 && self->folded[word->folded_start + length - 1] == ' ')
    length--;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      if (strlen (articles[i]) == length && strncmp (self->folded + word->folded_start, articles[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_small_word (Recogniser *self,
               gint        token)
{
  const LieuditToken *word = get_token (self, token);

  return (word->flags & LIEUDIT_TOKEN_ELISION) ||
         word->folded_end - word->folded_start <= LONGEST_SMALL_WORD;
}

/*
 * Names are written with capitals, where the script has them. "province
 * d'Alep" and "mer Noire" need one on the word that tells them apart, "Les
 * habitants" is no name though a sentence begins with it.
 */
static gboolean
is_written_as_name (Recogniser  *self,
                    const Match *match)
{
  guint n_capitalised = 0;
  guint n_plain = 0;

  for (guint i = match->first_token; i <= match->last_token; i++)
    {
      if (has_flag (self, (gint) i, LIEUDIT_TOKEN_ARABIC))
        return TRUE;
      if (!has_flag (self, (gint) i, LIEUDIT_TOKEN_WORD) || is_article (self, (gint) i))
        continue;

      if (has_flag (self, (gint) i, LIEUDIT_TOKEN_CAPITALISED))
        n_capitalised++;
      else if (!is_small_word (self, (gint) i))
        n_plain++;
    }

  return n_capitalised > 0 && (n_plain == 0 || match->curated || n_capitalised >= n_plain);
}

/* "Houston, TX", "ALEP (Syrie)" */
static gboolean
stands_apart (Recogniser  *self,
              const Match *match)
{
  return is_mark (self, (gint) match->first_token - 1, ',') ||
         is_mark (self, (gint) match->first_token - 1, '(');
}

static gboolean
is_plausible (Recogniser  *self,
              const Match *match)
{
  if (match->n_candidates == 0)
    return FALSE;
  if (match->flags & LIEUDIT_CANDIDATE_DEMONYM)
    return TRUE;
  if ((match->flags & LIEUDIT_CANDIDATE_CONTRACTED) && !is_contracted_after (self, match->first_token))
    return FALSE;
  if ((match->flags & LIEUDIT_CANDIDATE_ABBREVIATION) && !stands_apart (self, match))
    return FALSE;
  /* Some candidate is an acronym: none is trusted where the word is too short to tell. */
  if (match->has_acronym && has_lower_case (self, match) && !stands_apart (self, match) &&
      ((match->flags & LIEUDIT_CANDIDATE_CAPITALS) || is_small_word (self, (gint) match->first_token)))
    return FALSE;

  return is_written_as_name (self, match);
}

static void
look_up (Recogniser *self,
         guint       token,
         gsize       folded_start,
         Match      *best)
{
  LieuditNameMatch names[MOST_MATCHES];
  guint n_names = lieudit_gazetteer_match_prefixes (self->gazetteer, self->folded + folded_start,
                                                    self->folded_length - folded_start,
                                                    names, G_N_ELEMENTS (names));

  while (n_names-- > 0)
    {
      gint last_token = find_last_token (self, token, folded_start + names[n_names].length);
      Match match = { token, 0, folded_start, NULL, 0, G_MAXUINT16, FALSE, FALSE };

      if (last_token < 0 || (best->candidates != NULL && (guint) last_token < best->last_token))
        continue;

      match.last_token = (guint) last_token;
      match.candidates = lieudit_gazetteer_get_candidates (self->gazetteer, names[n_names].name, &match.n_candidates);
      for (guint i = 0; i < match.n_candidates; i++)
        {
          match.flags &= match.candidates[i].flags;
          match.has_acronym |= (match.candidates[i].flags & ACRONYM_FLAGS) != 0;
          match.curated |= (match.candidates[i].flags & LIEUDIT_CANDIDATE_CURATED) != 0;
        }

      if (best->candidates == NULL && is_plausible (self, &match))
        *best = match;
    }
}

/*
 * Arabic writes "and", "in", "to", "like" onto the next word, and "to the" as a
 * doubled lam. The forms with fewer letters taken off are tried first.
 */
static void
look_up_arabic (Recogniser *self,
                guint       token,
                Match      *best)
{
  static const char * const prefixes[] = {
    "\xD9\x88", "\xD9\x81", "\xD8\xA8", "\xD9\x84", "\xD9\x83", /* و ف ب ل ك */
    "\xD9\x88\xD8\xA8", "\xD9\x88\xD9\x84", "\xD9\x81\xD8\xA8", /* وب ول فب */
  };
  const LieuditToken *word = get_token (self, (gint) token);
  gsize length = word->folded_end - word->folded_start;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes) && best->candidates == NULL; i++)
    {
      gsize prefix_length = strlen (prefixes[i]);

      if (length > prefix_length + 4 &&
          strncmp (self->folded + word->folded_start, prefixes[i], prefix_length) == 0)
        look_up (self, token, word->folded_start + prefix_length, best);
    }
}

static guint
largest_population (Recogniser  *self,
                    const Match *match)
{
  guint largest = 0;

  for (guint i = 0; i < match->n_candidates; i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, match->candidates[i].place);

      if (entry == NULL)
        continue;
      if (lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_COUNTRY ||
          lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_CAPITAL)
        return G_MAXUINT;
      /* The inhabitants of an area called "Est" do not make that word a name. */
      if ((match->flags & LIEUDIT_CANDIDATE_ORDINARY_WORD) && lieudit_feature_is_area (entry->feature))
        continue;
      largest = MAX (largest, entry->population);
    }

  return largest;
}

/* In a headline in capitals, a capital says nothing. */
static gboolean
is_beside_name (Recogniser  *self,
                const Match *match,
                gint         neighbour)
{
  return is_capitalised_word (self, neighbour) &&
         !has_flag (self, neighbour, LIEUDIT_TOKEN_ELISION) &&
         !(has_flag (self, (gint) match->first_token, LIEUDIT_TOKEN_ALL_CAPITALS) &&
           has_flag (self, neighbour, LIEUDIT_TOKEN_ALL_CAPITALS));
}

/* Other capitalised words beside a name make it a part of theirs: Jack London, Paris Hilton. */
static gboolean
is_part_of_other_name (Recogniser  *self,
                       const Match *match)
{
  gint before = (gint) match->first_token - 1;
  gint after = (gint) match->last_token + 1;

  if (is_mark (self, before, '.'))
    before--;
  if (touches (self, before, before + 1) && (classify_token (self, before) & LIEUDIT_WORD_PERSON))
    return TRUE;
  if (touches (self, (gint) match->last_token, after) && is_beside_name (self, match, after))
    return TRUE;

  before = (gint) match->first_token - 1;
  return touches (self, before, before + 1) &&
         is_beside_name (self, match, before) &&
         !has_flag (self, before, LIEUDIT_TOKEN_SENTENCE_START) &&
         classify_token (self, before) == 0;
}

static gboolean
is_street (Recogniser  *self,
           const Match *match)
{
  gint before = (gint) match->first_token - 1;
  gint after = (gint) match->last_token + 1;

  if (classify_token (self, before) & LIEUDIT_WORD_GENITIVE)
    before--;

  return ((classify_token (self, before) & LIEUDIT_WORD_STREET) && touches (self, before, before + 1)) ||
         ((classify_token (self, after) & LIEUDIT_WORD_STREET) && is_capitalised_word (self, after));
}

static gint
skip_genitive (Recogniser *self,
               gint        token)
{
  return classify_token (self, token) & LIEUDIT_WORD_GENITIVE ? token - 1 : token;
}

/* "province d'Alep", "Aleppo province", "la ville d'Alep", "محافظة حلب" */
static void
read_kind_words (Recogniser            *self,
                 LieuditRecognisedName *name)
{
  gint before = skip_genitive (self, (gint) name->first_token - 1);
  gint after = (gint) name->last_token + 1;
  LieuditWordClass class_before = classify_token (self, before);

  if (class_before & LIEUDIT_WORD_SETTLEMENT)
    name->wants_settlement = TRUE;

  if (class_before & LIEUDIT_WORD_REGION)
    {
      name->wants_region = TRUE;
      name->first_token = (guint) before;
      name->start = get_token (self, before)->start;
    }
  else if ((classify_token (self, after) & LIEUDIT_WORD_REGION) &&
           touches (self, (gint) name->last_token, after) &&
           !has_flag (self, after, LIEUDIT_TOKEN_ARABIC))
    {
      name->wants_region = TRUE;
      name->last_token = (guint) after;
      name->end = get_token (self, after)->end;
    }
}

static gboolean
is_metonymic (Recogniser  *self,
              const Match *match)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, match->candidates[0].place);
  LieuditWordClass before = classify_token (self, (gint) match->first_token - 1);
  LieuditWordClass after = classify_token (self, (gint) match->last_token + 1);

  if (entry == NULL || lieudit_feature_class_from_code (entry->feature) != LIEUDIT_FEATURE_CAPITAL)
    return FALSE;
  if (before & (LIEUDIT_WORD_LOCATIVE | LIEUDIT_WORD_GENITIVE))
    return FALSE;

  if (has_flag (self, (gint) match->first_token, LIEUDIT_TOKEN_ARABIC))
    return (before & (LIEUDIT_WORD_AGENTIVE | LIEUDIT_WORD_ASSERTION)) != 0;

  return ((before & LIEUDIT_WORD_AGENTIVE) || (after & LIEUDIT_WORD_ASSERTION)) != 0;
}

static LieuditMentionKind
read_kind (Recogniser  *self,
           const Match *match,
           gboolean     is_part)
{
  if (is_part)
    return LIEUDIT_MENTION_EMBEDDED;
  if (is_metonymic (self, match))
    return LIEUDIT_MENTION_METONYMIC;
  return LIEUDIT_MENTION_LITERAL;
}

/* "الشرقية", the eastern one, is an area only where the text says so. */
static gboolean
is_area (Recogniser  *self,
         const Match *match)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self->gazetteer, match->candidates[0].place);

  return entry != NULL &&
         lieudit_feature_class_from_code (entry->feature) != LIEUDIT_FEATURE_COUNTRY &&
         lieudit_feature_is_area (entry->feature);
}

/*
 * Arabic has no capitals, and bulk data is full of names that are words: only
 * spellings that people chose, large towns and what is called a town are taken.
 */
static gboolean
is_refused_arabic (Recogniser  *self,
                   const Match *match)
{
  LieuditWordClass before = classify_token (self, (gint) match->first_token - 1);
  gboolean has_prefix = match->folded_start != get_token (self, (gint) match->first_token)->folded_start;

  if (match->curated)
    return FALSE;
  if (classify_token (self, (gint) match->first_token) != 0)
    return TRUE;
  if (match->flags & LIEUDIT_CANDIDATE_ORDINARY_WORD)
    return TRUE;
  if (match->last_token > match->first_token || (before & LIEUDIT_WORD_SETTLEMENT))
    return FALSE;

  return has_prefix || is_area (self, match) || largest_population (self, match) < WELL_KNOWN_POPULATION;
}

/* The second half of "Alep-Est" is no place of its own. */
static gboolean
is_compass_half (Recogniser  *self,
                 const Match *match)
{
  return !match->curated && (match->flags & LIEUDIT_CANDIDATE_ORDINARY_WORD) &&
         is_mark (self, (gint) match->first_token - 1, '-');
}

/* Whether the name may well be something else, and nothing says that it is a place. */
static gboolean
is_refused (Recogniser  *self,
            const Match *match,
            gboolean     locative,
            gboolean     is_part)
{
  guint population = largest_population (self, match);
  gboolean is_phrase = match->last_token > match->first_token;
  gboolean is_known = population >= WELL_KNOWN_POPULATION;

  if (has_flag (self, (gint) match->first_token, LIEUDIT_TOKEN_ARABIC))
    return is_refused_arabic (self, match);

  if (is_street (self, match) || is_compass_half (self, match))
    return TRUE;
  if (is_part && !locative && population < G_MAXUINT && !(is_phrase && is_known))
    return TRUE;
  if (is_part && (match->flags & LIEUDIT_CANDIDATE_PERSON_NAME))
    return TRUE;
  if (is_phrase || locative || is_known)
    return FALSE;

  return (match->flags & (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)) != 0;
}

static gboolean
is_locative (Recogniser  *self,
             const Match *match)
{
  gint before = (gint) match->first_token - 1;
  LieuditWordClass word = classify_token (self, before);

  if (word & LIEUDIT_WORD_GENITIVE)
    word |= classify_token (self, before - 1) & (LIEUDIT_WORD_SETTLEMENT | LIEUDIT_WORD_REGION);
  else if (has_flag (self, before, LIEUDIT_TOKEN_ELISION)) /* à l'Idleb */
    word |= classify_token (self, before - 1);

  return (word & (LIEUDIT_WORD_LOCATIVE | LIEUDIT_WORD_SETTLEMENT | LIEUDIT_WORD_REGION)) != 0;
}

static void
add_evidence (Recogniser  *self,
              const Match *match)
{
  for (guint i = 0; i < match->n_candidates; i++)
    g_array_append_val (self->recognition->evidence, match->candidates[i].place);
}

static void
add_name (Recogniser  *self,
          const Match *match)
{
  LieuditRecognisedName name = { 0, };
  gboolean locative = is_locative (self, match);
  gboolean is_part = is_part_of_other_name (self, match);

  if (is_refused (self, match, locative, is_part))
    return;

  name.first_token = match->first_token;
  name.last_token = match->last_token;
  name.start = lieudit_folded_text_to_source (self->folded_text, match->folded_start);
  name.end = get_token (self, (gint) match->last_token)->end;
  name.candidates = match->candidates;
  name.n_candidates = match->n_candidates;
  name.kind = read_kind (self, match, is_part);
  name.locative = locative;
  name.doubtful = (match->flags & (LIEUDIT_CANDIDATE_ORDINARY_WORD | LIEUDIT_CANDIDATE_PERSON_NAME)) != 0;
  read_kind_words (self, &name);

  g_array_append_val (self->recognition->names, name);
}

/* More capitals, and "al-" between them. */
static gboolean
is_part_of_unknown_name (Recogniser *self,
                         guint       first_token,
                         guint       token)
{
  return token - first_token <= LONGEST_UNKNOWN_NAME &&
         touches (self, (gint) token - 1, (gint) token) &&
         (is_capitalised_word (self, (gint) token) ||
          is_mark (self, (gint) token, '-') ||
          (has_flag (self, (gint) token, LIEUDIT_TOKEN_WORD) && is_mark (self, (gint) token + 1, '-')));
}

/* "le village de Qobtan": a place, though no gazetteer knows it. Returns the token to go on with. */
static guint
add_unknown_name (Recogniser *self,
                  guint       token)
{
  LieuditRecognisedName name = { 0, };
  gint before = (gint) token - 1;
  guint last = token;

  if (!is_capitalised_word (self, (gint) token) || has_flag (self, (gint) token, LIEUDIT_TOKEN_ELISION) ||
      !(classify_token (self, before) & LIEUDIT_WORD_GENITIVE) ||
      !(classify_token (self, before - 1) & LIEUDIT_WORD_SETTLEMENT) ||
      !touches (self, before, (gint) token))
    return token + 1;

  for (guint i = token + 1; is_part_of_unknown_name (self, token, i); i++)
    {
      if (is_capitalised_word (self, (gint) i))
        last = i;
    }

  name.first_token = token;
  name.last_token = last;
  name.start = get_token (self, (gint) token)->start;
  name.end = get_token (self, (gint) last)->end;
  name.kind = LIEUDIT_MENTION_LITERAL;
  name.locative = TRUE;
  name.wants_settlement = TRUE;
  g_array_append_val (self->recognition->names, name);

  return last + 1;
}

/* Returns the token to go on with. */
static guint
recognise_at (Recogniser *self,
              guint       token)
{
  const LieuditToken *word = get_token (self, (gint) token);
  Match match = { 0, };

  if (!(word->flags & (LIEUDIT_TOKEN_WORD | LIEUDIT_TOKEN_NUMBER)))
    return token + 1;

  look_up (self, token, word->folded_start, &match);
  if (match.candidates == NULL && (word->flags & LIEUDIT_TOKEN_ARABIC))
    look_up_arabic (self, token, &match);

  if (match.candidates == NULL)
    return add_unknown_name (self, token);

  if (match.flags & LIEUDIT_CANDIDATE_DEMONYM)
    add_evidence (self, &match);
  else if (!(match.flags & LIEUDIT_CANDIDATE_NOT_A_PLACE))
    add_name (self, &match);

  return match.last_token + 1;
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
 * Finds the names of places in a text: at every word, the longest name of the
 * gazetteer that begins there, unless the words around it say that it is
 * something else.
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
  Recogniser self = {
    gazetteer, text, lieudit_folded_text_get_text (folded), lieudit_folded_text_get_length (folded),
    folded, tokens, recognition,
  };
  guint next_check = CANCELLATION_INTERVAL;

  recognition->names = g_array_new (FALSE, FALSE, sizeof (LieuditRecognisedName));
  recognition->evidence = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint token = 0; token < tokens->len; token = recognise_at (&self, token))
    {
      if (token < next_check)
        continue;
      next_check = token + CANCELLATION_INTERVAL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}
