/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-token.h"

#include <string.h>

/*
 * Writes tokens for comparison: each with its marks before it. W word, N number, P punctuation, C capitalised,
 * A all capitals, R Arabic, E elision, S first of a sentence, ¶ first of a paragraph.
 */
static char *
describe_tokens (const char *text)
{
  static const struct {
    LieuditTokenFlags flag;
    const char *mark;
  } marks[] = {
    { LIEUDIT_TOKEN_WORD, "W" },
    { LIEUDIT_TOKEN_NUMBER, "N" },
    { LIEUDIT_TOKEN_PUNCTUATION, "P" },
    { LIEUDIT_TOKEN_CAPITALISED, "C" },
    { LIEUDIT_TOKEN_ALL_CAPITALS, "A" },
    { LIEUDIT_TOKEN_ARABIC, "R" },
    { LIEUDIT_TOKEN_ELISION, "E" },
    { LIEUDIT_TOKEN_SENTENCE_START, "S" },
    { LIEUDIT_TOKEN_PARAGRAPH_START, "¶" },
  };
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (text, strlen (text));
  g_autoptr(GArray) tokens = lieudit_tokenize (text, strlen (text), folded);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      const LieuditToken *token = &g_array_index (tokens, LieuditToken, i);

      if (i > 0)
        g_string_append_c (description, ' ');
      for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
        {
          if (token->flags & marks[j].flag)
            g_string_append (description, marks[j].mark);
        }
      g_string_append_c (description, ':');
      g_string_append_len (description, text + token->start, token->end - token->start);
    }

  return g_string_free (description, FALSE);
}

static void
test_tokens (void)
{
  static const struct {
    const char *rule;
    const char *text;
    const char *tokens;
  } cases[] = {
    { "elided words keep their apostrophe", "près d'Alep", "WS¶:près WE:d' WC:Alep" },
    { "whatever the apostrophe", "près de l’Idleb", "WS¶:près W:de WE:l’ WC:Idleb" },
    { "long ones too", "jusqu'à Homs", "WES¶:jusqu' W:à WC:Homs" },
    { "capital ones too", "L’Égypte", "WCES¶:L’ WC:Égypte" },
    { "a possessive is no elision", "Aleppo's east", "WCS¶:Aleppo P:' W:s W:east" },
    { "an apostrophe within a name", "in Ma'arrat", "WS¶:in WC:Ma P:' W:arrat" },
    { "a capital before an apostrophe", "à N'Djamena", "WS¶:à WCE:N' WC:Djamena" },
    { "sentences start after stops", "Il part. Alep tombe ! Homs ? Non… Si",
      "WCS¶:Il W:part P:. WCS:Alep W:tombe P:! WCS:Homs P:? WCS:Non P:… WCS:Si" },
    { "and go on after commas", "à Homs, Hama : Alep", "WS¶:à WC:Homs P:, WC:Hama P:: WC:Alep" },
    { "quotes, dashes and bullets may come first", "– « Alep » • Non. (Homs)",
      "PS¶:– PS¶:« WCS¶:Alep P:» P:• WC:Non P:. PS:( WCS:Homs P:)" },
    { "pictures may come first", "🔴 Alep", "PS¶:🔴 WCS¶:Alep" },
    { "the dress of a picture is no word", "⚠\uFE0F Alep", "PS¶:⚠ WCS¶:Alep" },
    { "new lines start paragraphs, blank ones sentences", "à\nHoms\n\nAlep", "WS¶:à WC¶:Homs WCS¶:Alep" },
    { "all capitals", "à ALEP, M", "WS¶:à WCA:ALEP P:, WC:M" },
    { "capitals with accents", "à ÉGYPTE", "WS¶:à WCA:ÉGYPTE" },
    { "Arabic", "في حلب، ثم", "WRS¶:في WR:حلب P:، WR:ثم" },
    { "Arabic sentences", "أين حلب؟ هنا.", "WRS¶:أين WR:حلب P:؟ WRS:هنا P:." },
    { "vowel signs and tatweel belong to the word", "حَلَـبُ هنا", "WRS¶:حَلَـبُ WR:هنا" },
    { "numbers", "le 30 novembre 2024", "WS¶:le N:30 W:novembre N:2024" },
    { "Arabic numbers", "عام ٢٠٢٤", "WRS¶:عام N:٢٠٢٤" },
    { "letters with digits are a word", "la M5", "WS¶:la WC:M5" },
    { "hyphens part words", "Deir-Ezzor", "WCS¶:Deir P:- WC:Ezzor" },
    { "direction marks stand outside words", "\u200Fحلب\u200F و\u2067حمص\u2069", "WRS¶:حلب WR:و\u2067حمص" },
    { "soft hyphens stand inside", "Da\u00ADmas", "WCS¶:Da\u00ADmas" },
    { "nothing has none", " \n ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = describe_tokens (cases[i].text);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

/* Every token spans its own fold: no byte more, none less. */
static void
test_folded_spans (void)
{
  static const char text[] = "🔴 L’Œuvre — \u200Fحَلَـب\u200F، Deir-ez\u00ADZor\n\nd’ﬁn ½ 👩‍🚒 Ærø.";
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (text, strlen (text));
  g_autoptr(GArray) tokens = lieudit_tokenize (text, strlen (text), folded);
  guint32 previous_end = 0;
  guint32 previous_folded_end = 0;

  g_assert_cmpuint (tokens->len, >, 10);

  for (guint i = 0; i < tokens->len; i++)
    {
      const LieuditToken *token = &g_array_index (tokens, LieuditToken, i);
      const char *folded_text = lieudit_folded_text_get_text (folded);
      g_autofree char *source = g_strndup (text + token->start, token->end - token->start);
      g_autofree char *expected = lieudit_fold_name (source);
      g_autofree char *actual = g_strndup (folded_text + token->folded_start, token->folded_end - token->folded_start);

      g_assert_cmpuint (token->start, >=, previous_end);
      g_assert_cmpuint (token->end, >, token->start);
      g_assert_cmpuint (token->folded_start, >=, previous_folded_end);

      /* Between words a hyphen is a space. */
      if (g_strcmp0 (source, "-") != 0)
        g_assert_cmpstr (g_strchomp (actual), ==, expected);

      previous_end = token->end;
      previous_folded_end = token->folded_end;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token/tokens", test_tokens);
  g_test_add_func ("/token/folded-spans", test_folded_spans);

  return g_test_run ();
}
