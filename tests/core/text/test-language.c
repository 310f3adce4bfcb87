/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-language.h"

#include <string.h>

static void
test_detection (void)
{
  static const struct {
    const char *text;
    LieuditLanguage language;
  } cases[] = {
    { "Le convoi est parti de la ville pour les villages du nord.", LIEUDIT_LANGUAGE_FRENCH },
    { "L’ÉTÉ A ÉTÉ CHAUD DANS LE NORD", LIEUDIT_LANGUAGE_FRENCH },
    { "The convoy has left the town for the villages of the north.", LIEUDIT_LANGUAGE_ENGLISH },
    { "Konvoy bu sabah köyler için yola çıktı ve daha sonra durdu.", LIEUDIT_LANGUAGE_TURKISH },
    { "غادرت القافلة المدينة إلى قرى الشمال", LIEUDIT_LANGUAGE_ARABIC },
    { "غادرت القافلة (convoy) المدينة إلى قرى الشمال", LIEUDIT_LANGUAGE_ARABIC },
    { "The convoy left حلب and was seen in the north", LIEUDIT_LANGUAGE_ENGLISH },
    { "Homs", LIEUDIT_LANGUAGE_UNKNOWN },
    { "2024 — 🔴", LIEUDIT_LANGUAGE_UNKNOWN },
    { "", LIEUDIT_LANGUAGE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lieudit_language_detect (cases[i].text, strlen (cases[i].text)), ==, cases[i].language);
    }
}

/* Only the beginning of a long text is looked at, wherever within a letter that ends. */
static void
test_long_text (void)
{
  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint i = 0; i < shift; i++)
        g_string_append_c (text, ' ');
      while (text->len < 64 * 1024)
        g_string_append (text, "été à la 🔴 ");

      g_assert_cmpint (lieudit_language_detect (text->str, text->len), ==, LIEUDIT_LANGUAGE_FRENCH);
    }
}

static void
test_tags (void)
{
  static const struct {
    const char *tag;
    LieuditLanguage language;
  } cases[] = {
    { "fr", LIEUDIT_LANGUAGE_FRENCH },
    { "FR", LIEUDIT_LANGUAGE_FRENCH },
    { "fr-CA", LIEUDIT_LANGUAGE_FRENCH },
    { "en_GB.UTF-8", LIEUDIT_LANGUAGE_ENGLISH },
    { "ar", LIEUDIT_LANGUAGE_ARABIC },
    { "ar-SY", LIEUDIT_LANGUAGE_ARABIC },
    { "ar-Latn", LIEUDIT_LANGUAGE_TRANSLITERATION },
    { "tr", LIEUDIT_LANGUAGE_TURKISH },
    { "fro", LIEUDIT_LANGUAGE_UNKNOWN },
    { "de", LIEUDIT_LANGUAGE_UNKNOWN },
    { "", LIEUDIT_LANGUAGE_UNKNOWN },
    { NULL, LIEUDIT_LANGUAGE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (lieudit_language_from_tag (cases[i].tag), ==, cases[i].language);

  for (LieuditLanguage language = LIEUDIT_LANGUAGE_UNKNOWN; language < LIEUDIT_N_LANGUAGES; language++)
    g_assert_cmpint (lieudit_language_from_tag (lieudit_language_to_tag (language)), ==, language);
}

static void
test_reader (void)
{
  static const struct {
    const char *locale;
    LieuditLanguage language;
  } cases[] = {
    { "fr_CA.UTF-8", LIEUDIT_LANGUAGE_FRENCH },
    { "de:ar:en", LIEUDIT_LANGUAGE_ARABIC },
    { "de", LIEUDIT_LANGUAGE_UNKNOWN },
    { "C", LIEUDIT_LANGUAGE_UNKNOWN },
  };
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].locale, TRUE);
      g_assert_cmpint (lieudit_language_of_reader (), ==, cases[i].language);
    }

  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/detection", test_detection);
  g_test_add_func ("/language/long-text", test_long_text);
  g_test_add_func ("/language/tags", test_tags);
  g_test_add_func ("/language/reader", test_reader);

  return g_test_run ();
}
