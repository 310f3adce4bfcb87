/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-language.h"

#include <string.h>

/* Enough of a text to tell its language. */
#define SAMPLE_LENGTH (16 * 1024)
#define LONGEST_STOP_WORD 8 /* bytes: as many as a guint64 has */

static const char * const language_tags[LIEUDIT_N_LANGUAGES] = {
  [LIEUDIT_LANGUAGE_UNKNOWN] = "und",
  [LIEUDIT_LANGUAGE_FRENCH] = "fr",
  [LIEUDIT_LANGUAGE_ENGLISH] = "en",
  [LIEUDIT_LANGUAGE_ARABIC] = "ar",
  [LIEUDIT_LANGUAGE_TURKISH] = "tr",
  [LIEUDIT_LANGUAGE_TRANSLITERATION] = "ar-Latn",
};

/* Frequent words that the other languages here do not share. */
static const char * const french_stop_words[] = {
  "au", "aux", "avec", "ce", "cette", "d", "dans", "de", "des", "du", "elle", "est", "et", "il",
  "ils", "l", "la", "le", "les", "leur", "mais", "ont", "ou", "par", "pas", "pour", "qu", "que",
  "qui", "sa", "se", "selon", "ses", "son", "sont", "sur", "un", "une", "à", "été", NULL
};
static const char * const english_stop_words[] = {
  "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he",
  "his", "in", "is", "it", "its", "of", "said", "she", "that", "the", "their", "they", "this",
  "to", "was", "were", "which", "who", "will", "with", NULL
};
static const char * const turkish_stop_words[] = {
  "bir", "bu", "da", "daha", "de", "gibi", "göre", "için", "ile", "olan", "olarak", "sonra", "ve",
  "çok", NULL
};

/**
 * lieudit_language_from_tag:
 * @tag: (nullable): a BCP 47 tag, such as `fr`, `fr-CA` or `ar-Latn`
 *
 * Returns: the language, or %LIEUDIT_LANGUAGE_UNKNOWN for all others
 */
LieuditLanguage
lieudit_language_from_tag (const char *tag)
{
  if (tag == NULL)
    return LIEUDIT_LANGUAGE_UNKNOWN;

  if (g_ascii_strcasecmp (tag, "ar-Latn") == 0)
    return LIEUDIT_LANGUAGE_TRANSLITERATION;

  for (gsize i = 0; i < G_N_ELEMENTS (language_tags); i++)
    {
      gsize length = strlen (language_tags[i]);

      if (g_ascii_strncasecmp (tag, language_tags[i], length) == 0 &&
          (tag[length] == '\0' || tag[length] == '-' || tag[length] == '_'))
        return (LieuditLanguage) i;
    }

  return LIEUDIT_LANGUAGE_UNKNOWN;
}

/**
 * lieudit_language_to_tag:
 * @language: a language
 *
 * Returns: (transfer none): its BCP 47 tag; `und` when it is not known
 */
const char *
lieudit_language_to_tag (LieuditLanguage language)
{
  g_return_val_if_fail (language < LIEUDIT_N_LANGUAGES, "und");

  return language_tags[language];
}

typedef struct
{
  guint n_arabic;
  guint n_latin;
  guint n_french;
  guint n_english;
  guint n_turkish;
} LanguageEvidence;

static guint64
pack_word (const char *word,
           gsize       length)
{
  guint64 packed = 0;

  memcpy (&packed, word, length);
  return packed;
}

static void
add_stop_words (GHashTable         *languages,
                const char * const *words,
                LieuditLanguage     language)
{
  for (; *words != NULL; words++)
    {
      gint64 word = (gint64) pack_word (*words, strlen (*words));
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (languages, &word));

      g_hash_table_replace (languages, g_memdup2 (&word, sizeof (word)), GUINT_TO_POINTER (known | 1u << language));
    }
}

static gpointer
list_stop_words (gpointer data)
{
  GHashTable *languages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  add_stop_words (languages, french_stop_words, LIEUDIT_LANGUAGE_FRENCH);
  add_stop_words (languages, english_stop_words, LIEUDIT_LANGUAGE_ENGLISH);
  add_stop_words (languages, turkish_stop_words, LIEUDIT_LANGUAGE_TURKISH);
  return languages;
}

/* Returns a word in lower case, or 0 when it is too long. */
static guint64
pack_lower_case (const char *start,
                 gsize       length)
{
  char word[LONGEST_STOP_WORD + 6];
  gsize n_bytes = 0;

  for (const char *position = start; position < start + length && n_bytes <= LONGEST_STOP_WORD;
       position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (character < 0x80)
        word[n_bytes++] = g_ascii_tolower ((char) character);
      else
        n_bytes += (gsize) g_unichar_to_utf8 (g_unichar_tolower (character), word + n_bytes);
    }

  return n_bytes <= LONGEST_STOP_WORD ? pack_word (word, n_bytes) : 0;
}

static void
weigh_word (LanguageEvidence *evidence,
            const char       *start,
            gsize             length)
{
  static GOnce once = G_ONCE_INIT;
  guint64 word;
  guint languages;

  if (length == 0 || length > LONGEST_STOP_WORD)
    return;

  g_once (&once, list_stop_words, NULL);
  word = pack_lower_case (start, length);
  languages = GPOINTER_TO_UINT (g_hash_table_lookup (once.retval, &word));
  evidence->n_french += (languages & 1u << LIEUDIT_LANGUAGE_FRENCH) != 0;
  evidence->n_english += (languages & 1u << LIEUDIT_LANGUAGE_ENGLISH) != 0;
  evidence->n_turkish += (languages & 1u << LIEUDIT_LANGUAGE_TURKISH) != 0;
}

/**
 * lieudit_language_of_reader:
 *
 * Returns: the first of the languages that the person reads and names are
 *   known in; %LIEUDIT_LANGUAGE_UNKNOWN when there is none
 */
LieuditLanguage
lieudit_language_of_reader (void)
{
  const char * const *tags = g_get_language_names ();

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      LieuditLanguage language = lieudit_language_from_tag (tags[i]);

      if (language != LIEUDIT_LANGUAGE_UNKNOWN)
        return language;
    }

  return LIEUDIT_LANGUAGE_UNKNOWN;
}

/**
 * lieudit_language_detect:
 * @text: valid UTF-8
 * @length: bytes of @text
 *
 * Tells the language of a text by its script and its commonest small words.
 *
 * Returns: French, English, Arabic or Turkish; %LIEUDIT_LANGUAGE_UNKNOWN when
 *   the text is too short to tell
 */
LieuditLanguage
lieudit_language_detect (const char *text,
                         gsize       length)
{
  LanguageEvidence evidence = { 0, };
  const char *end;
  const char *word = NULL;
  guint most;

  g_return_val_if_fail (text != NULL, LIEUDIT_LANGUAGE_UNKNOWN);

  end = text + MIN (length, SAMPLE_LENGTH);
  for (const char *position = text; position < end; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (character < 0x80 ? g_ascii_isalpha ((char) character) : g_unichar_isalpha (character))
        {
          if (character >= 0x80 && g_unichar_get_script (character) == G_UNICODE_SCRIPT_ARABIC)
            evidence.n_arabic++;
          else
            evidence.n_latin++;
          if (word == NULL)
            word = position;
        }
      else if (word != NULL)
        {
          weigh_word (&evidence, word, (gsize) (position - word));
          word = NULL;
        }
    }
  if (word != NULL && length <= SAMPLE_LENGTH)
    weigh_word (&evidence, word, (gsize) (end - word));

  if (evidence.n_arabic > evidence.n_latin)
    return LIEUDIT_LANGUAGE_ARABIC;

  most = MAX (MAX (evidence.n_french, evidence.n_english), evidence.n_turkish);
  if (most == 0)
    return LIEUDIT_LANGUAGE_UNKNOWN;
  if (evidence.n_french == most)
    return LIEUDIT_LANGUAGE_FRENCH;
  if (evidence.n_english == most)
    return LIEUDIT_LANGUAGE_ENGLISH;
  return LIEUDIT_LANGUAGE_TURKISH;
}
