/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-transliteration.h"

static void
test_names (void)
{
  static const struct {
    const char *text;
    const char *latin;
  } cases[] = {
    { "Москва", "Moskva" },
    { "Алеппо 2", "Aleppo 2" },
    { "Παρίσι", "Parísi" },
    { "Երեւան", "Erewan" },
    /* nothing to do */
    { "Alep", NULL },
    { "Çorlu, 35", NULL },
    { "حلب", NULL },
    { "דמשק", NULL },
    { "", NULL },
    { "35.2", NULL },
    /* too much to do */
    { "北京", NULL },
    { "モスクワ", NULL },
    { "모스크바", NULL },
    { "Москва 北京", NULL },
    { "\xd0", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *latin = lieudit_transliterate_to_latin (cases[i].text);

      g_assert_cmpstr (latin, ==, cases[i].latin);
    }
}

static void
test_long_texts_are_no_names (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "ж");

  g_assert_null (lieudit_transliterate_to_latin (text->str));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/transliteration/names", test_names);
  g_test_add_func ("/transliteration/long-texts-are-no-names", test_long_texts_are_no_names);

  return g_test_run ();
}
