/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-folded-text.h"

#include <string.h>

static void
test_folds (void)
{
  static const struct {
    const char *rule;
    const char *text;
    const char *folded;
  } cases[] = {
    { "case is dropped", "ALEP Alep alep", "alep alep alep" },
    { "accents are dropped, composed", "Égypte Çanakkale Iğdır", "egypte canakkale igdir" },
    { "accents are dropped, decomposed", "E\u0301gypte C\u0327anakkale", "egypte canakkale" },
    { "a dotted capital I is an i", "İdlib İzmir", "idlib izmir" },
    { "ligatures are letters", "Œuvre Ærø Straße ﬁn", "oeuvre aero strasse fin" },
    { "letters with strokes", "Łódź Đakovica Þingvellir", "lodz dakovica thingvellir" },
    { "all apostrophes are one", "N'Djamena N’Djamena N‘Djamena N`Djamena", "n'djamena n'djamena n'djamena n'djamena" },
    { "letters for ayn and hamza are dropped", "Maʻarrat Maʿarrat Maʾarrat Maʼarrat", "maarrat maarrat maarrat maarrat" },
    { "hyphens between letters are spaces", "Deir-Ezzor Deir‐Ezzor Deir‑Ezzor", "deir ezzor deir ezzor deir ezzor" },
    { "hyphens elsewhere are not", "Alep - Homs, -5", "alep - homs, -5" },
    { "dashes are not hyphens", "Alep–Homs Alep—Homs", "alep–homs alep—homs" },
    { "underscores join the words of a hashtag", "#Bab_al_Hawa", "#bab al hawa" },
    { "no-break and thin spaces are spaces", "Deir\u00A0Ezzor\u202FVille\u2009Est", "deir ezzor ville est" },
    { "white space is one space", "Deir \t Ezzor\nVille", "deir ezzor ville" },
    { "a blank line is a paragraph break", "Alep\n\nHoms\r\n\r\nHama\n \nIdlib", "alep\nhoms\nhama\nidlib" },
    { "a line with a direction mark is blank", "Alep\n\u200F\nHoms \u200E \n\nHama", "alep\nhoms\nhama" },
    { "white space before the text is dropped", " \n\n Alep", "alep" },
    { "soft hyphens, joiners and direction marks are dropped", "Da\u00ADmas \u200FAlep\u200E \u2067Homs\u2069 Ha\u200Dma\uFEFF", "damas alep homs hama" },
    { "tatweel is dropped", "حـــلب", "حلب" },
    { "vowel signs are dropped", "حَلَبُ دِمَشْقُ", "حلب دمشق" },
    { "alefs are one", "أريحا إدلب آمد ٱلشام", "اريحا ادلب امد الشام" },
    { "yehs are one, also Persian ones and alef maksura", "مصطفى علی علي", "مصطفي علي علي" },
    { "teh marbuta is heh", "حماة", "حماه" },
    { "hamza carriers lose their hamza", "مؤتة اللاذقية رئيس", "موته اللاذقيه رييس" },
    { "Persian kaf is kaf", "ترکیا", "تركيا" },
    { "presentation forms are letters", "\uFEA3\uFEE0\uFE90", "حلب" },
    { "digits are ASCII digits", "٢٠٢٤ ۲۰۲۴ 2024", "2024 2024 2024" },
    { "pictures stay", "Alep 🔴 Homs", "alep 🔴 homs" },
    { "nothing gives nothing", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (lieudit_folded_text_get_text (folded), ==, cases[i].folded);
      g_assert_cmpuint (lieudit_folded_text_get_length (folded), ==, strlen (cases[i].folded));
    }
}

/* What was folded folds to itself, or names and texts would not meet. */
static void
test_folds_once (void)
{
  static const char * const names[] = {
    "Deir ez-Zor", "Ma'arrat al-Nu'man", "Saint-Barthélemy", "İstanbul", "معرة النعمان", "Œ", "N’Djamena", "A--B",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *once = lieudit_fold_name (names[i]);
      g_autofree char *twice = lieudit_fold_name (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_fold_name (void)
{
  g_autofree char *name = lieudit_fold_name ("  Jisr al-Choughour \n");
  g_autofree char *nothing = lieudit_fold_name (" \u200F ");

  g_assert_cmpstr (name, ==, "jisr al choughour");
  g_assert_cmpstr (nothing, ==, "");
}

static const char mixed_text[] =
  "Œuvre d’Alep 👩‍🚒🔴 — l’É\u0301cole…\n\n\u200Fإِدْلِب\u200E،  Deir\u00A0ez\u00ADZor ﬁn ٣ ½ İdlib\r\n\r\nFin";

static void
test_every_folded_byte_has_a_source (void)
{
  gsize length = strlen (mixed_text);
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (mixed_text, length);
  gsize previous = 0;

  for (gsize i = 0; i < lieudit_folded_text_get_length (folded); i++)
    {
      gsize source = lieudit_folded_text_to_source (folded, i);

      g_assert_cmpuint (source, >=, previous);
      g_assert_cmpuint (source, <, length);
      /* A character starts there. */
      g_assert_cmpuint ((guint8) mixed_text[source] & 0xC0, !=, 0x80);
      /* Back again: to this byte, or to the first of those that came from the same character. */
      g_assert_cmpuint (lieudit_folded_text_from_source (folded, source), <=, i);
      g_assert_cmpuint (lieudit_folded_text_to_source (folded, lieudit_folded_text_from_source (folded, source)), ==, source);
      previous = source;
    }

  g_assert_cmpuint (lieudit_folded_text_to_source (folded, lieudit_folded_text_get_length (folded)), ==, length);
}

static void
test_every_source_byte_has_a_fold (void)
{
  gsize length = strlen (mixed_text);
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (mixed_text, length);
  gsize walked = 0;

  for (gsize i = 0; i <= length; i++)
    {
      gsize offset = lieudit_folded_text_from_source (folded, i);

      walked = lieudit_folded_text_walk (folded, walked, i);
      g_assert_cmpuint (walked, ==, offset);
      g_assert_cmpuint (offset, <=, lieudit_folded_text_get_length (folded));
      g_assert_cmpuint (lieudit_folded_text_to_source (folded, offset), >=, i);
      if (offset > 0)
        g_assert_cmpuint (lieudit_folded_text_to_source (folded, offset - 1), <, i);
    }
}

/* A folded name that is found in the text leads to the very words of the text. */
static void
test_words_are_found_again (void)
{
  static const struct {
    const char *folded;
    const char *source;
  } cases[] = {
    { "oeuvre", "Œuvre" },
    { "alep", "Alep" },
    { "ecole", "É\u0301cole" },
    { "ادلب", "إِدْلِب\u200E" },
    { "deir ezzor", "Deir\u00A0ez\u00ADZor" },
    { "fin 3", "ﬁn ٣" },
    { "idlib", "İdlib" },
  };
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (mixed_text, strlen (mixed_text));
  const char *text = lieudit_folded_text_get_text (folded);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *found = strstr (text, cases[i].folded);
      g_autofree char *source = NULL;
      gsize start, end;

      g_assert_nonnull (found);
      start = lieudit_folded_text_to_source (folded, (gsize) (found - text));
      end = lieudit_folded_text_to_source (folded, (gsize) (found - text) + strlen (cases[i].folded));
      source = g_strndup (mixed_text + start, end - start);
      g_assert_cmpstr (source, ==, cases[i].source);
    }
}

/* The text need not end where its memory ends. */
static void
test_length (void)
{
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new ("Alep et Homs", 4);

  g_assert_cmpstr (lieudit_folded_text_get_text (folded), ==, "alep");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folded-text/folds", test_folds);
  g_test_add_func ("/folded-text/folds-once", test_folds_once);
  g_test_add_func ("/folded-text/fold-name", test_fold_name);
  g_test_add_func ("/folded-text/every-folded-byte-has-a-source", test_every_folded_byte_has_a_source);
  g_test_add_func ("/folded-text/every-source-byte-has-a-fold", test_every_source_byte_has_a_fold);
  g_test_add_func ("/folded-text/words-are-found-again", test_words_are_found_again);
  g_test_add_func ("/folded-text/length", test_length);

  return g_test_run ();
}
