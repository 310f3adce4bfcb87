/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-anchors.h"

#include <string.h>

/* In these texts, brackets stand around the words of the anchor; they are no part of the text. */
static char *
strip (const char *marked,
       gsize      *start,
       gsize      *end)
{
  g_auto(GStrv) parts = g_strsplit_set (marked, "[]", 3);

  if (g_strv_length (parts) < 2)
    {
      *start = *end = 0;
      return g_strdup (marked);
    }
  *start = (gsize) g_utf8_strlen (parts[0], -1);
  *end = *start + (gsize) g_utf8_strlen (parts[1], -1);

  return g_strconcat (parts[0], parts[1], parts[2], NULL);
}

static void
test_follow_edits (void)
{
  static const struct {
    const char *before;
    const char *after;
  } cases[] = {
    { "Vers [Alep] hier.", "Vers [Alep] hier." },
    { "Vers [Alep] hier.", "Puis vers [Alep] hier." },
    { "Vers [Alep] hier.", "Vers [Alep] avant-hier." },
    { "À l’été, à [Alep], été.", "À l’étéé, à [Alep], été." },
    { "Été à [حلب], hier", "À [حلب], hier" },
    /* A typo is mended: the name is the same. */
    { "Vers [Aelp] hier.", "Vers [Alep] hier." },
    { "Vers [Ale] hier.", "Vers [Alep] hier." },
    { "Vers [lep] hier.", "Vers [Alep] hier." },
    { "Vers [Allep] hier.", "Vers [Alep] hier." },
    { "Vers [Alep].", "Vers [Alep], hier." },
    /* Another name is another place. */
    { "Vers [Alep] hier.", "Vers Homs hier." },
    { "Vers [Alep] hier.", "Vers hier." },
    /* The same name stands elsewhere: what is around it says which. */
    { "Alep a tenu. Puis [Alep] est tombée.", "Puis [Alep] est tombée." },
    { "[Alep] a tenu. Puis Alep est tombée.", "[Alep] a tenu." },
    { "Vers [Alep] hier.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start, end, expected_start, expected_end;
      g_autofree char *before = strip (cases[i].before, &start, &end);
      g_autofree char *after = strip (cases[i].after, &expected_start, &expected_end);
      g_autoptr(LieuditAnchors) anchors = lieudit_anchors_new (before);
      LieuditAnchor *anchor = lieudit_anchors_ensure (anchors, start, end);

      g_test_message ("%s → %s", cases[i].before, cases[i].after);
      lieudit_anchors_set_text (anchors, after);
      g_assert_cmpint (lieudit_anchor_is_located (anchor), ==, expected_start < expected_end);
      if (expected_start < expected_end)
        {
          g_assert_cmpuint (lieudit_anchor_get_start (anchor), ==, expected_start);
          g_assert_cmpuint (lieudit_anchor_get_end (anchor), ==, expected_end);
          g_assert_true (lieudit_anchors_lookup (anchors, expected_start, expected_end) == anchor);
        }

      /* What was taken out and put back is what it was. */
      lieudit_anchors_set_text (anchors, before);
      g_assert_true (lieudit_anchors_lookup (anchors, start, end) == anchor);
    }
}

static void
test_read_from_files (void)
{
  static const char text[] = "Alep a tenu. Puis Alep est tombée, et Alep est loin.";
  static const struct {
    const char *exact;
    const char *prefix;
    const char *suffix;
    gsize       start;
    gsize       expected; /* G_MAXSIZE for nowhere */
  } cases[] = {
    { "Alep", "Puis ", " est tombée", 18, 18 },
    { "Alep", "Puis ", " est tombée", 17, 18 },
    { "Alep", "Puis ", " est tombée", 1000000, 18 },
    { "Alep", ", et ", " est loin.", 5, 38 },
    { "Alep", NULL, NULL, 30, 38 },
    { "Homs", "Puis ", " est tombée", 18, G_MAXSIZE },
    { "Alep est loin. Et puis", NULL, NULL, 38, G_MAXSIZE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditAnchors) anchors = lieudit_anchors_new (text);
      g_autoptr(LieuditAnchor) anchor = lieudit_anchor_new (cases[i].exact, cases[i].prefix, cases[i].suffix, cases[i].start,
                                                            cases[i].start + 4);

      g_test_message ("%s near %" G_GSIZE_FORMAT, cases[i].exact, cases[i].start);
      g_assert_true (lieudit_anchors_add (anchors, anchor) == anchor);
      g_assert_cmpint (lieudit_anchor_is_located (anchor), ==, cases[i].expected != G_MAXSIZE);
      if (cases[i].expected != G_MAXSIZE)
        g_assert_cmpuint (lieudit_anchor_get_start (anchor), ==, cases[i].expected);
    }
}

static void
test_one_for_each_stretch (void)
{
  g_autoptr(LieuditAnchors) anchors = lieudit_anchors_new ("Alep et Alep-Est.");
  g_autoptr(LieuditAnchor) same = lieudit_anchor_new ("Alep", NULL, NULL, 8, 12);
  LieuditAnchor *shorter = lieudit_anchors_ensure (anchors, 8, 12);
  LieuditAnchor *longer = lieudit_anchors_ensure (anchors, 8, 16);

  g_assert_true (lieudit_anchors_ensure (anchors, 8, 12) == shorter);
  g_assert_true (shorter != longer);
  g_assert_true (lieudit_anchors_add (anchors, same) == shorter);
  g_assert_cmpuint (lieudit_anchors_get_at (anchors, 8)->len, ==, 2);
  g_assert_null (lieudit_anchors_ensure (anchors, 8, 8));
  g_assert_null (lieudit_anchors_ensure (anchors, 8, 18));
  g_assert_cmpstr (lieudit_anchor_get_prefix (shorter), ==, "Alep et ");
  g_assert_cmpstr (lieudit_anchor_get_suffix (longer), ==, ".");
}

/* Positions count code points, also far into a text in which these have several bytes. */
static void
test_code_points (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(LieuditAnchoredText) anchored = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "é𐎀a");
  anchored = lieudit_anchored_text_new (text->str);
  g_assert_cmpuint (lieudit_anchored_text_get_length (anchored), ==, 3000);
  for (gsize i = 0; i <= 3000; i += 3)
    g_assert_cmpuint (lieudit_anchored_text_get_offset (anchored, i), ==, i / 3 * strlen ("é𐎀a"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchors/follow-edits", test_follow_edits);
  g_test_add_func ("/anchors/read-from-files", test_read_from_files);
  g_test_add_func ("/anchors/one-for-each-stretch", test_one_for_each_stretch);
  g_test_add_func ("/anchors/code-points", test_code_points);

  return g_test_run ();
}
