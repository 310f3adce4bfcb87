/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-builder.h"
#include "gazetteer/lieudit-table-reader.h"
#include "geoparse/lieudit-found-place.h"
#include "geoparse/lieudit-mention-private.h"

#include <string.h>

static const char table[] =
  "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tprecision_km\tfr\ten\tar\tother\tsource\n"
  "gn-1\tPPL\tXX\t\t\t1.0\t1.0\t1\t1\tMélune\tMeloon\tميلون\t\tgeonames:1\n"
  "gn-2\tPPL\tXX\t\t\t2.0\t2.0\t1\t1\tBriec\t\t\t\tgeonames:2\n";

static LieuditPlace *
get_place (const char *id)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_gazetteer_builder_add_table (builder, bytes, &error));
  g_assert_no_error (error);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);

  return lieudit_gazetteer_lookup_id (gazetteer, id);
}

static void
test_new (void)
{
  g_autoptr(LieuditMention) mention = lieudit_mention_new (10, 17, 8, 14, "Mélune", LIEUDIT_MENTION_METONYMIC);
  guint n_alternatives;
  guint n_reasons;

  lieudit_mention_get_alternatives (mention, &n_alternatives);
  lieudit_mention_get_reasons (mention, &n_reasons);

  g_assert_cmpuint (lieudit_mention_get_start (mention), ==, 10);
  g_assert_cmpuint (lieudit_mention_get_end (mention), ==, 17);
  g_assert_cmpuint (lieudit_mention_get_start_code_point (mention), ==, 8);
  g_assert_cmpuint (lieudit_mention_get_end_code_point (mention), ==, 14);
  g_assert_cmpstr (lieudit_mention_get_text (mention), ==, "Mélune");
  g_assert_cmpint (lieudit_mention_get_kind (mention), ==, LIEUDIT_MENTION_METONYMIC);
  g_assert_null (lieudit_mention_get_place (mention));
  g_assert_cmpfloat (lieudit_mention_get_confidence (mention), ==, 0.0);
  g_assert_cmpuint (n_alternatives, ==, 0);
  g_assert_cmpuint (n_reasons, ==, 0);
}

static void
test_place (void)
{
  static const struct {
    double told;
    double confidence;
  } cases[] = { { 0.75, 0.75 }, { 0.0, 0.0 }, { 1.0, 1.0 }, { -3.0, 0.0 }, { 7.0, 1.0 } };
  g_autoptr(LieuditPlace) place = get_place ("gn-1");
  g_autoptr(LieuditMention) mention = lieudit_mention_new (0, 7, 0, 6, "Mélune", LIEUDIT_MENTION_LITERAL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) read = NULL;
      g_autofree char *text = NULL;
      double confidence;

      lieudit_mention_set_place (mention, place, cases[i].told);
      g_object_get (mention, "place", &read, "confidence", &confidence, "text", &text, NULL);

      g_assert_true (read == place);
      g_assert_true (lieudit_mention_get_place (mention) == place);
      g_assert_cmpfloat (confidence, ==, cases[i].confidence);
      g_assert_cmpfloat (lieudit_mention_get_confidence (mention), ==, cases[i].confidence);
      g_assert_cmpstr (text, ==, "Mélune");
    }

  lieudit_mention_set_place (mention, NULL, 0.5);
  g_assert_null (lieudit_mention_get_place (mention));
}

static void
test_alternatives_and_reasons (void)
{
  g_autoptr(LieuditPlace) first = get_place ("gn-1");
  g_autoptr(LieuditPlace) second = get_place ("gn-2");
  g_autoptr(LieuditMention) mention = lieudit_mention_new (0, 7, 0, 6, "Mélune", LIEUDIT_MENTION_LITERAL);
  const LieuditAlternative *alternatives;
  const LieuditReason *reasons;
  guint n;

  lieudit_mention_add_alternative (mention, first, 0.25);
  lieudit_mention_add_alternative (mention, second, 4.0);
  alternatives = lieudit_mention_get_alternatives (mention, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (alternatives[0].place == first);
  g_assert_cmpfloat (alternatives[0].score, ==, 0.25);
  g_assert_true (alternatives[1].place == second);
  g_assert_cmpfloat (alternatives[1].score, ==, 1.0);

  lieudit_mention_add_reason (mention, "Near other places of the article", 0.5);
  lieudit_mention_add_reason (mention, "A small place", -2.0);
  reasons = lieudit_mention_get_reasons (mention, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (reasons[0].text, ==, "Near other places of the article");
  g_assert_cmpfloat (reasons[0].weight, ==, 0.5);
  g_assert_cmpstr (reasons[1].text, ==, "A small place");
  g_assert_cmpfloat (reasons[1].weight, ==, -1.0);
}

static void
test_nicks (void)
{
  static const struct {
    LieuditMentionKind kind;
    const char *nick;
  } cases[] = {
    { LIEUDIT_MENTION_LITERAL, "literal" },
    { LIEUDIT_MENTION_METONYMIC, "metonymic" },
    { LIEUDIT_MENTION_MODIFIER, "modifier" },
    { LIEUDIT_MENTION_EMBEDDED, "embedded" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (lieudit_mention_kind_to_nick (cases[i].kind), ==, cases[i].nick);
}

static void
test_found_place_name (void)
{
  static const struct {
    const char *id;
    LieuditLanguage language;
    const char *name;
  } cases[] = {
    { "gn-1", LIEUDIT_LANGUAGE_FRENCH, "Mélune" },
    { "gn-1", LIEUDIT_LANGUAGE_ENGLISH, "Meloon" },
    { "gn-1", LIEUDIT_LANGUAGE_ARABIC, "ميلون" },
    { "gn-1", LIEUDIT_LANGUAGE_UNKNOWN, "Meloon" },
    { "gn-2", LIEUDIT_LANGUAGE_ARABIC, "Briec" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = get_place (cases[i].id);
      g_autoptr(LieuditFoundPlace) found = lieudit_found_place_new (place, cases[i].language);

      g_assert_true (lieudit_found_place_get_place (found) == place);
      g_assert_cmpstr (lieudit_found_place_get_name (found), ==, cases[i].name);
      g_assert_cmpuint (lieudit_found_place_get_n_mentions (found), ==, 0);
      g_assert_false (lieudit_found_place_has_literal (found));
      g_assert_cmpfloat (lieudit_found_place_get_confidence (found), ==, 0.0);
    }
}

static void
count_notification (GObject    *object,
                    GParamSpec *pspec,
                    gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

/* The surest mention tells how sure the place is. */
static void
test_found_place_mentions (void)
{
  static const struct {
    LieuditMentionKind kind;
    double confidence;
    double of_place;
    gboolean has_literal;
    guint n_notifications;
  } cases[] = {
    { LIEUDIT_MENTION_METONYMIC, 0.5, 0.5, FALSE, 1 },
    { LIEUDIT_MENTION_METONYMIC, 0.25, 0.5, FALSE, 1 },
    { LIEUDIT_MENTION_LITERAL, 0.5, 0.5, TRUE, 1 },
    { LIEUDIT_MENTION_EMBEDDED, 0.75, 0.75, TRUE, 2 },
  };
  g_autoptr(LieuditPlace) place = get_place ("gn-1");
  g_autoptr(LieuditFoundPlace) found = lieudit_found_place_new (place, LIEUDIT_LANGUAGE_FRENCH);
  guint n_notifications = 0;

  g_signal_connect (found, "notify::confidence", G_CALLBACK (count_notification), &n_notifications);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditMention) mention = lieudit_mention_new (10 * i, 10 * i + 7, 9 * i, 9 * i + 6, "Mélune",
                                                               cases[i].kind);
      g_autoptr(LieuditMention) last = NULL;

      lieudit_mention_set_place (mention, place, cases[i].confidence);
      lieudit_found_place_add_mention (found, mention);
      last = g_list_model_get_item (lieudit_found_place_get_mentions (found), i);

      g_assert_true (last == mention);
      g_assert_cmpuint (lieudit_found_place_get_n_mentions (found), ==, i + 1);
      g_assert_cmpfloat (lieudit_found_place_get_confidence (found), ==, cases[i].of_place);
      g_assert_cmpint (lieudit_found_place_has_literal (found), ==, cases[i].has_literal);
      g_assert_cmpuint (n_notifications, ==, cases[i].n_notifications);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mention/new", test_new);
  g_test_add_func ("/mention/place", test_place);
  g_test_add_func ("/mention/alternatives-and-reasons", test_alternatives_and_reasons);
  g_test_add_func ("/mention/nicks", test_nicks);
  g_test_add_func ("/found-place/name", test_found_place_name);
  g_test_add_func ("/found-place/mentions", test_found_place_mentions);

  return g_test_run ();
}
