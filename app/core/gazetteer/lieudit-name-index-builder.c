/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-index-builder.h"

#include <string.h>

#include "gazetteer/lieudit-double-array.h"
#include "text/lieudit-folded-text.h"

/* Longer names, in bytes once folded, are mistakes in the data. */
#define LONGEST_NAME 160

/* Shorter ones would be found in any text. */
#define SHORTEST_NAME 2

#define LONGEST_ACRONYM 5 /* letters */

/* From which importance on a place is found by the later words of its names, and by a single letter. */
#define LEAST_BY_WORD 20000
#define LEAST_BY_LETTER 200000

#define SHORTEST_WORD 3 /* letters, of those by which a name is found */
#define SHORTEST_FIRST_WORD 4 /* where others follow it: "al", "de" and "the" stand for nothing */

/* What a candidate has room for. */
#define CANDIDATE_FLAGS 0xFFF

/* Candidates that are words, not names. */
#define WORD_FLAGS (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE)

typedef struct
{
  const char       *key;
  LieuditCandidate  candidate;
  guint32           importance;
} Posting;

struct _LieuditNameIndexBuilder
{
  GStringChunk *keys;
  GArray       *postings; /* of Posting */
  GHashTable   *marks;    /* folded name -> LieuditCandidateFlags */

  LieuditPostingFunction function; /* takes them in the place of @postings */
  gpointer               user_data;
};

/**
 * lieudit_name_index_builder_new:
 *
 * Returns: (transfer full): a builder without names
 */
LieuditNameIndexBuilder *
lieudit_name_index_builder_new (void)
{
  LieuditNameIndexBuilder *self = g_new0 (LieuditNameIndexBuilder, 1);

  self->keys = g_string_chunk_new (64 * 1024);
  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * lieudit_name_index_builder_new_for_function:
 * @function: (scope notified): what takes the names
 * @user_data: data for @function
 *
 * Makes a builder that keeps nothing, for more names than memory holds: it
 * tells @function of each way in which a name is written.
 *
 * Returns: (transfer full): a builder without names
 */
LieuditNameIndexBuilder *
lieudit_name_index_builder_new_for_function (LieuditPostingFunction function,
                                             gpointer               user_data)
{
  LieuditNameIndexBuilder *self = lieudit_name_index_builder_new ();

  self->function = function;
  self->user_data = user_data;

  return self;
}

/**
 * lieudit_name_index_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder.
 */
void
lieudit_name_index_builder_free (LieuditNameIndexBuilder *self)
{
  g_array_unref (self->postings);
  g_hash_table_unref (self->marks);
  g_string_chunk_free (self->keys);
  g_free (self);
}

static void
add_key (LieuditNameIndexBuilder *self,
         const char              *key,
         const Posting           *posting,
         LieuditCandidateFlags    flags)
{
  Posting copy = *posting;
  gsize length = strlen (key);

  if (length < SHORTEST_NAME || length > LONGEST_NAME)
    return;

  copy.candidate.flags = (copy.candidate.flags | (guint) flags) & CANDIDATE_FLAGS;
  if (self->function != NULL)
    {
      self->function (key, &copy.candidate, copy.importance, self->user_data);
      return;
    }

  copy.key = g_string_chunk_insert (self->keys, key);
  g_array_append_val (self->postings, copy);
}

/* "Le Caire" becomes "Caire" behind "au" and "du". */
static void
add_contracted (LieuditNameIndexBuilder *self,
                const char              *key,
                const Posting           *posting)
{
  static const char * const articles[] = { "le ", "les " };

  if (posting->candidate.language != LIEUDIT_LANGUAGE_FRENCH)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      if (g_str_has_prefix (key, articles[i]))
        add_key (self, key + strlen (articles[i]), posting, LIEUDIT_CANDIDATE_CONTRACTED);
    }
}

/* "Saint-Denis" is written "St-Denis" and "St. Denis" too. */
static void
add_saint (LieuditNameIndexBuilder *self,
           const char              *key,
           const Posting           *posting)
{
  static const char * const spellings[][2] = {
    { "saint ", "st " }, { "saint ", "st. " }, { "sainte ", "ste " }, { "fort ", "ft. " }, { "mount ", "mt. " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (g_str_has_prefix (key, spellings[i][0]))
        {
          g_autofree char *variant = g_strconcat (spellings[i][1], key + strlen (spellings[i][0]), NULL);

          add_key (self, variant, posting, 0);
        }
    }
}

/* "Ma'arrat" is written "Maarrat" too. */
static void
add_without_apostrophes (LieuditNameIndexBuilder *self,
                         const char              *key,
                         const Posting           *posting)
{
  g_autoptr(GString) variant = NULL;

  if (strchr (key, '\'') == NULL)
    return;

  variant = g_string_new (key);
  g_string_replace (variant, "'", "", 0);
  add_key (self, variant->str, posting, 0);
}

/* "US", "UK", "M5" are read as names in capitals only, for "us" is a word. */
static gboolean
is_acronym (const char *name)
{
  if (g_utf8_strlen (name, -1) > LONGEST_ACRONYM)
    return FALSE;

  for (const char *position = name; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (g_unichar_isalpha (character) && !g_unichar_isupper (character))
        return FALSE;
    }

  return TRUE;
}

static void
add_later_words (LieuditNameIndexBuilder *self,
                 const char              *key,
                 const Posting           *posting)
{
  for (const char *space = strpbrk (key, " -"); space != NULL; space = strpbrk (space + 1, " -"))
    {
      const char *word = space + 1;
      const char *end = strpbrk (word, " -");
      glong n_letters = g_utf8_strlen (word, end != NULL ? end - word : -1);
      g_autofree char *marked = NULL;

      if (n_letters < (end != NULL ? SHORTEST_FIRST_WORD : SHORTEST_WORD))
        continue;

      marked = g_strdup_printf ("%c%s", LIEUDIT_NAME_KEY_LATER_WORD, word);
      add_key (self, marked, posting, 0);
    }
}

/* What serves those who search is kept for the places that they are likely to mean, for it takes room. */
static void
add_search_keys (LieuditNameIndexBuilder *self,
                 const char              *key,
                 const Posting           *posting)
{
  gboolean is_curated = (posting->candidate.flags & LIEUDIT_CANDIDATE_CURATED) != 0;

  if (is_curated || posting->importance >= LEAST_BY_WORD)
    add_later_words (self, key, posting);
  if (is_curated || posting->importance >= LEAST_BY_LETTER)
    {
      g_autofree char *marked = g_strdup_printf ("%c%s", LIEUDIT_NAME_KEY_GREAT, key);

      add_key (self, marked, posting, 0);
    }
}

/**
 * lieudit_name_index_builder_add:
 * @self: a builder
 * @name: a name, as people write it
 * @place: index of the place that bears it
 * @language: its language
 * @flags: what is known about it
 * @importance: of the place; orders the candidates of a name
 *
 * Adds a name, and the other ways in which it is regularly written.
 */
void
lieudit_name_index_builder_add (LieuditNameIndexBuilder *self,
                                const char              *name,
                                guint32                  place,
                                LieuditLanguage          language,
                                LieuditCandidateFlags    flags,
                                guint32                  importance)
{
  g_autofree char *key = lieudit_fold_name (name);
  Posting posting;

  if (is_acronym (name))
    flags |= LIEUDIT_CANDIDATE_CAPITALS;
  posting = (Posting) { NULL, { place, (guint16) language & 0xF, (guint16) flags & CANDIDATE_FLAGS }, importance };

  add_key (self, key, &posting, 0);
  if (flags & (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE))
    return;

  add_contracted (self, key, &posting);
  add_saint (self, key, &posting);
  add_without_apostrophes (self, key, &posting);
  add_search_keys (self, key, &posting);
}

/**
 * lieudit_name_index_builder_mark:
 * @self: a builder
 * @name: a name
 * @flags: what else it is
 *
 * Marks a name, whichever places bear it.
 */
void
lieudit_name_index_builder_mark (LieuditNameIndexBuilder *self,
                                 const char              *name,
                                 LieuditCandidateFlags    flags)
{
  char *key = lieudit_fold_name (name);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, key));

  g_hash_table_insert (self->marks, key, GUINT_TO_POINTER (known | flags));
}

static gint
compare_postings (gconstpointer a,
                  gconstpointer b)
{
  const Posting *first = a;
  const Posting *second = b;
  int order = strcmp (first->key, second->key);

  if (order != 0)
    return order;
  if (first->importance != second->importance)
    return first->importance > second->importance ? -1 : 1;
  if (first->candidate.place != second->candidate.place)
    return first->candidate.place < second->candidate.place ? -1 : 1;
  if (first->candidate.flags != second->candidate.flags)
    return (int) second->candidate.flags - (int) first->candidate.flags;
  return (int) first->candidate.language - (int) second->candidate.language;
}

/* What a word says of a place without naming it stands beside what names it. */
static gboolean
is_listed (const GArray           *units,
           const LieuditCandidate *candidate)
{
  const guint16 *known = (const guint16 *) (gconstpointer) units->data;

  for (guint i = 1; i < units->len; i += sizeof (LieuditCandidate) / sizeof (guint16))
    {
      const LieuditCandidate *other = (const LieuditCandidate *) (known + i);

      if (other->place == candidate->place && ((other->flags ^ candidate->flags) & WORD_FLAGS) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One name's candidates, each place once. */
static GBytes *
list_candidates (LieuditNameIndexBuilder *self,
                 guint                    first,
                 guint                    last)
{
  const char *key = g_array_index (self->postings, Posting, first).key;
  guint marks = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, key));
  g_autoptr(GArray) units = g_array_new (FALSE, FALSE, sizeof (guint16));
  guint16 n_candidates = 0;

  g_array_append_val (units, n_candidates);
  for (guint i = first; i < last && n_candidates < G_MAXUINT16; i++)
    {
      LieuditCandidate candidate = g_array_index (self->postings, Posting, i).candidate;

      if (is_listed (units, &candidate))
        continue;
      if (!(candidate.flags & WORD_FLAGS))
        candidate.flags = (candidate.flags | marks) & CANDIDATE_FLAGS;
      g_array_append_vals (units, &candidate, sizeof (candidate) / sizeof (guint16));
      n_candidates++;
    }
  g_array_index (units, guint16, 0) = n_candidates;

  return g_bytes_new (units->data, units->len * sizeof (guint16));
}

/* Most spellings of a place have the same list, which is stored once. */
static guint32
store_list (GHashTable *lists,
            GBytes     *list,
            GArray     *candidates)
{
  gpointer known;
  guint32 index = candidates->len;
  gsize size;
  gconstpointer data = g_bytes_get_data (list, &size);

  if (g_hash_table_lookup_extended (lists, list, NULL, &known))
    {
      g_bytes_unref (list);
      return GPOINTER_TO_UINT (known);
    }

  g_array_append_vals (candidates, data, (guint) (size / sizeof (guint16)));
  g_hash_table_insert (lists, list, GUINT_TO_POINTER (index));

  return index;
}

/**
 * lieudit_name_index_builder_build:
 * @self: a builder
 * @nodes: (element-type LieuditDoubleArrayNode): where to put the trie
 * @tail: where to put its tail
 * @candidates: (element-type guint16): where to put the lists of candidates:
 *   their count and the candidates themselves
 *
 * Compiles the names.
 */
void
lieudit_name_index_builder_build (LieuditNameIndexBuilder *self,
                                  GArray                  *nodes,
                                  GByteArray              *tail,
                                  GArray                  *candidates)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GHashTable) lists = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                       (GDestroyNotify) g_bytes_unref, NULL);
  guint last;

  g_array_sort (self->postings, compare_postings);

  for (guint first = 0; first < self->postings->len; first = last)
    {
      const char *key = g_array_index (self->postings, Posting, first).key;
      guint32 value;

      for (last = first + 1; last < self->postings->len; last++)
        {
          if (strcmp (g_array_index (self->postings, Posting, last).key, key) != 0)
            break;
        }

      g_ptr_array_add (keys, (gpointer) key);
      value = store_list (lists, list_candidates (self, first, last), candidates);
      g_array_append_val (values, value);
    }

  if (keys->len > 0)
    lieudit_double_array_build ((const char * const *) keys->pdata, (const guint32 *) (gpointer) values->data,
                                keys->len, nodes, tail);
}
