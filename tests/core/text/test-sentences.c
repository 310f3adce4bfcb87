/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-sentences.h"

#include <string.h>

static char *
join_sentences (const char *text,
                const char *language)
{
  g_autoptr(GArray) sentences = lieudit_find_sentences (text, strlen (text), language);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      LieuditTextRange range = g_array_index (sentences, LieuditTextRange, i);

      if (i > 0)
        g_string_append (joined, " | ");
      g_string_append_len (joined, text + range.start, (gssize) (range.end - range.start));
    }

  return g_string_free (joined, FALSE);
}

static void
test_sentences (void)
{
  static const struct {
    const char *rule;
    const char *language;
    const char *text;
    const char *sentences;
  } cases[] = {
    { "stops end sentences", "fr", "Alep est tombée. Hama suit ! Et Homs ? Rien.",
      "Alep est tombée. | Hama suit ! | Et Homs ? | Rien." },
    { "a title does not", "en", "They met Dr. Haddad in Homs. He left.", "They met Dr. Haddad in Homs. | He left." },
    { "nor a French one", "fr", "Le ministre a vu M. Haddad à Homs. Il part.", "Le ministre a vu M. Haddad à Homs. | Il part." },
    { "nor an initial", "en", "Reported by J. Haddad in Homs. It rained.", "Reported by J. Haddad in Homs. | It rained." },
    { "nor initials", "en", "A U.S. Army base stood there. It rained.", "A U.S. Army base stood there. | It rained." },
    { "nor a decimal point", "en", "It lies 3.5 km from Homs. It rained.", "It lies 3.5 km from Homs. | It rained." },
    { "but a paragraph ends after any of them", "en", "They asked J.\n\nHoms is calm.", "They asked J. | Homs is calm." },
    { "a motorway may end a sentence", "en", "They hold the M5. Homs is calm.", "They hold the M5. | Homs is calm." },
    { "a line that goes on in lower case is wrapped", "en", "The town of\nal-Bab is calm.", "The town of\nal-Bab is calm." },
    { "a full line is wrapped, whatever follows", "en",
      "The convoy left the harbour at dawn and drove past\nHoms towards the north. It rained.",
      "The convoy left the harbour at dawn and drove past\nHoms towards the north. | It rained." },
    { "a heading is not", "en", "Calm in Homs\nThe convoy left the harbour at dawn and drove past the\nfarms.",
      "Calm in Homs | The convoy left the harbour at dawn and drove past the\nfarms." },
    { "lines of a list are not", "en", "Homs\nHama\nAleppo", "Homs | Hama | Aleppo" },
    { "blank lines part sentences", "fr", "Le calme revient\n\nà Homs", "Le calme revient | à Homs" },
    { "quotes close with the sentence", "en", "“Homs is calm.” He left.", "“Homs is calm.” | He left." },
    { "Arabic", "ar", "سقطت حلب. أين حماة؟ هنا حمص.", "سقطت حلب. | أين حماة؟ | هنا حمص." },
    { "no language is as good", NULL, "Homs. Hama.", "Homs. | Hama." },
    { "an odd language as well", "no-such-language", "Homs. Hama.", "Homs. | Hama." },
    { "no stop at the end", "en", "Homs is calm", "Homs is calm" },
    { "white space has none", "en", " \n\n ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentences = join_sentences (cases[i].text, cases[i].language);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (sentences, ==, cases[i].sentences);
    }
}

static void
test_sentence_at (void)
{
  static const char text[] = "  Homs.  Hama.";
  static const struct {
    gsize offset;
    gsize start;
    gsize end;
  } cases[] = {
    { 0, 0, 0 }, /* before the first there is none */
    { 2, 2, 7 },
    { 6, 2, 7 },
    { 8, 2, 7 }, /* between two, the first */
    { 9, 9, 14 },
    { 100, 9, 14 },
  };
  g_autoptr(GArray) sentences = lieudit_find_sentences (text, strlen (text), "en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditTextRange range = lieudit_sentence_at (sentences, cases[i].offset);

      g_assert_cmpuint (range.start, ==, cases[i].start);
      g_assert_cmpuint (range.end, ==, cases[i].end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentences/sentences", test_sentences);
  g_test_add_func ("/sentences/sentence-at", test_sentence_at);

  return g_test_run ();
}
