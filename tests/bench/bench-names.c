/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast names are spotted in French text on one core, beside a plain hash table that looks for the same names:
 *
 *     bench-names SAMPLE
 *
 * The text is the sample and sentences of our own with names out of the gazetteer, always the same. Folding is part of
 * the work and is measured by itself, too. Both ways have to find the same names.
 */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-private.h"
#include "text/lieudit-folded-text.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_SIZE (16 * 1000 * 1000)
#define SEED 20241130
#define ROUNDS 5
#define MOST_MATCHES 32
#define LONGEST_NAME 160

typedef struct
{
  guint64 n_names;
  guint64 n_bytes;  /* of the names found */
} Found;

static const char * const sentences[] = {
  "Les habitants de %s attendent toujours le retour de l'eau courante.",
  "Un convoi parti de %s a rejoint %s dans la nuit de jeudi à vendredi, sans incident notable.",
  "Selon le ministère, la récolte a baissé d'un cinquième cette année et les prix suivent.",
  "À %s, le conseil municipal s'est réuni pour la première fois depuis l'automne.",
  "La route qui mène à %s reste coupée ; les secours passent désormais par %s.",
  "Personne n'a su dire quand les écoles rouvriraient, ni qui paierait les travaux.",
  "« Nous ne partirons pas », répète un instituteur de %s, trois enfants autour de lui.",
  "Le président a reçu mardi ses homologues ; il a été question du commerce, des visas et de %s.",
  "Les pluies tombées depuis dimanche ont fait déborder le fleuve entre %s et %s.",
  "D'après plusieurs témoins, le calme était revenu vers midi, et les marchés ont rouvert.",
  "Née à %s, elle avait quitté la région très jeune pour étudier la médecine.",
  "L'entreprise annonce la fermeture de son usine, où travaillent huit cents personnes.",
};

/* A French name where there is one. Most news are about large places: of eight, the most populous is taken. */
static const char *
choose_name (LieuditGazetteer *gazetteer,
             GRand            *random)
{
  const LieuditPlaceEntry *best = NULL;
  LieuditNameIterator names;
  LieuditLanguage language;
  const char *first = "";
  const char *name;

  for (guint i = 0; i < 8; i++)
    {
      guint32 index = (guint32) g_rand_int_range (random, 0, (gint32) lieudit_gazetteer_get_n_places (gazetteer));
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, index);

      if (best == NULL || entry->population > best->population)
        best = entry;
    }

  lieudit_name_iterator_init (&names, gazetteer, best);
  while (lieudit_name_iterator_next (&names, &name, &language))
    {
      if (language == LIEUDIT_LANGUAGE_FRENCH)
        return name;
      if (*first == '\0')
        first = name;
    }

  return first;
}

static void
append_sentence (GString          *text,
                 const char       *sentence,
                 LieuditGazetteer *gazetteer,
                 GRand            *random)
{
  const char *gap;

  while ((gap = strstr (sentence, "%s")) != NULL)
    {
      g_string_append_len (text, sentence, gap - sentence);
      g_string_append (text, choose_name (gazetteer, random));
      sentence = gap + strlen ("%s");
    }
  g_string_append (text, sentence);
}

static GString *
make_text (LieuditGazetteer *gazetteer,
           const char       *sample)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  GString *text = g_string_sized_new (TEXT_SIZE + strlen (sample) + 4096);

  while (text->len < TEXT_SIZE)
    {
      g_string_append (text, sample);
      for (guint i = 0; i < 60; i++)
        {
          append_sentence (text, sentences[g_rand_int_range (random, 0, G_N_ELEMENTS (sentences))], gazetteer, random);
          g_string_append (text, i % 6 == 5 ? "\n\n" : " ");
        }
    }

  return text;
}

static inline gboolean
is_word_byte (char byte)
{
  return g_ascii_isalnum (byte) || (guint8) byte >= 0x80;
}

/* The next byte at or behind @position that begins a word. */
static inline gsize
find_word (const char *text,
           gsize       length,
           gsize       position)
{
  while (position < length && !is_word_byte (text[position]))
    position++;

  return position;
}

static inline gsize
skip_word (const char *text,
           gsize       length,
           gsize       position)
{
  while (position < length && is_word_byte (text[position]))
    position++;

  return position;
}

static Found
spot_by_trie (LieuditGazetteer *gazetteer,
              const char       *text,
              gsize             length)
{
  Found found = { 0, 0 };

  for (gsize position = find_word (text, length, 0); position < length; position = find_word (text, length, position))
    {
      LieuditNameMatch matches[MOST_MATCHES];
      guint n_matches = lieudit_gazetteer_match_prefixes (gazetteer, text + position, length - position,
                                                          matches, MOST_MATCHES);

      while (n_matches > 0 && is_word_byte (text[position + matches[n_matches - 1].length]))
        n_matches--;
      if (n_matches > 0)
        {
          found.n_names++;
          found.n_bytes += matches[n_matches - 1].length;
          position += matches[n_matches - 1].length;
        }
      else
        position = skip_word (text, length, position);
    }

  return found;
}

/* The usual way without a trie: every run of words, up to the length of the longest name, is looked up. */
static Found
spot_by_hash (GHashTable *names,
              gsize       longest,
              const char *text,
              gsize       length)
{
  Found found = { 0, 0 };

  for (gsize position = find_word (text, length, 0); position < length; position = find_word (text, length, position))
    {
      gsize limit = MIN (longest, length - position);
      gsize best = 0;
      char name[LONGEST_NAME + 1];

      memcpy (name, text + position, limit);
      for (gsize end = 1; end <= limit; end++)
        {
          char kept = name[end];

          if (text[position + end - 1] == '\n')
            break;
          if (is_word_byte (text[position + end]))
            continue;
          name[end] = '\0';
          if (g_hash_table_contains (names, name))
            best = end;
          name[end] = kept;
        }

      if (best > 0)
        {
          found.n_names++;
          found.n_bytes += best;
          position += best;
        }
      else
        position = skip_word (text, length, position);
    }

  return found;
}

static void
collect_names (const LieuditDoubleArray *trie,
               LieuditDoubleArrayCursor  cursor,
               GString                  *path,
               GHashTable               *names,
               gsize                    *longest)
{
  guint8 bytes[LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN];
  guint n_bytes = lieudit_double_array_list_children (trie, &cursor, bytes);
  gsize length = path->len;
  guint32 value;

  if (lieudit_double_array_get_value (trie, &cursor, &value))
    {
      g_hash_table_add (names, g_strdup (path->str));
      *longest = MAX (*longest, path->len);
    }

  for (guint i = 0; i < n_bytes; i++)
    {
      LieuditDoubleArrayCursor child = cursor;

      g_assert_true (lieudit_double_array_step (trie, &child, bytes[i]));
      g_string_append_c (path, (char) bytes[i]);
      collect_names (trie, child, path, names, longest);
      g_string_truncate (path, length);
    }
}

static GHashTable *
make_hash (LieuditGazetteer *gazetteer,
           gsize            *longest)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const LieuditDoubleArray *trie = lieudit_gazetteer_get_name_index (gazetteer);
  g_autoptr(GString) path = g_string_new (NULL);
  LieuditDoubleArrayCursor cursor;

  *longest = 0;
  if (lieudit_double_array_start (trie, &cursor))
    collect_names (trie, cursor, path, names, longest);
  g_assert_cmpuint (*longest, <=, LONGEST_NAME);

  return names;
}

static void
report (const char *what,
        gsize       size,
        gint64      microseconds)
{
  g_print ("  %-42s %8.1f ms  %7.1f MB/s\n", what, (double) microseconds / 1000.0,
           (double) size / (double) MAX (microseconds, 1));
}

static void
measure (LieuditGazetteer *gazetteer,
         GHashTable       *names,
         gsize             longest,
         const GString    *text)
{
  gint64 folding = G_MAXINT64, by_trie = G_MAXINT64, by_hash = G_MAXINT64, whole = G_MAXINT64;
  Found trie_found = { 0, 0 };
  Found hash_found = { 0, 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (text->str, text->len);
      gint64 folded_at = g_get_monotonic_time ();
      gint64 spotted_at;

      trie_found = spot_by_trie (gazetteer, lieudit_folded_text_get_text (folded),
                                 lieudit_folded_text_get_length (folded));
      spotted_at = g_get_monotonic_time ();
      hash_found = spot_by_hash (names, longest, lieudit_folded_text_get_text (folded),
                                 lieudit_folded_text_get_length (folded));

      by_hash = MIN (by_hash, g_get_monotonic_time () - spotted_at);
      by_trie = MIN (by_trie, spotted_at - folded_at);
      folding = MIN (folding, folded_at - start);
      whole = MIN (whole, spotted_at - start);
    }

  g_assert_cmpuint (trie_found.n_names, ==, hash_found.n_names);
  g_assert_cmpuint (trie_found.n_bytes, ==, hash_found.n_bytes);
  g_print ("%u names to look for, %" G_GUINT64_FORMAT " found in %" G_GSIZE_FORMAT " bytes; best of %d rounds:\n",
           g_hash_table_size (names), trie_found.n_names, text->len, ROUNDS);
  report ("spotting, double-array trie", text->len, by_trie);
  report ("spotting, hash table", text->len, by_hash);
  report ("folding", text->len, folding);
  report ("folding and spotting, double-array trie", text->len, whole);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(GHashTable) names = NULL;
  g_autoptr(GString) text = NULL;
  g_autofree char *sample = NULL;
  gsize longest;

  if (argc != 2 || gazetteer == NULL || !g_file_get_contents (argv[1], &sample, NULL, &error))
    {
      g_printerr ("%s: %s\n", argv[0], error != NULL ? error->message : "one sample is needed");
      return EXIT_FAILURE;
    }

  text = make_text (gazetteer, sample);
  names = make_hash (gazetteer, &longest);
  measure (gazetteer, names, longest, text);

  return EXIT_SUCCESS;
}
