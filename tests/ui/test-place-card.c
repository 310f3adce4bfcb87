/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "places/lieudit-place-card.h"
#include "lieudit-place-description.h"
#include "places/lieudit-sentence-button.h"
#include "reading-fixture.h"

static const char text[] = "Combats à Alep. Le calme règne à Damas & ailleurs <loin>. Calme à Alep.";

static char *
build_text_with_many_mentions (void)
{
  g_autoptr(GString) many = g_string_new (NULL);

  for (int i = 0; i < 40; i++)
    g_string_append_printf (many, "Le jour %d se passe à Alep. ", i);

  return g_string_free (g_steal_pointer (&many), FALSE);
}

static LieuditPlaceCard *
show_card (ReadingFixture *fixture,
           const char     *name)
{
  GtkWidget *card = lieudit_place_card_new ();

  lieudit_place_card_set_place (LIEUDIT_PLACE_CARD (card), fixture->analysis,
                                reading_fixture_get_place (fixture, name));
  reading_fixture_show (fixture, card);

  return LIEUDIT_PLACE_CARD (card);
}

static void
gather (GtkWidget *root,
        GType      type,
        GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, type, found);
}

static GPtrArray *
get_sentences (LieuditPlaceCard *card)
{
  GPtrArray *sentences = g_ptr_array_new ();

  gather (GTK_WIDGET (card), LIEUDIT_TYPE_SENTENCE_BUTTON, sentences);

  return sentences;
}

static void
test_shows_each_sentence (ReadingFixture *fixture,
                          gconstpointer   data)
{
  LieuditPlaceCard *card = show_card (fixture, "Alep");
  g_autoptr(GPtrArray) sentences = get_sentences (card);

  g_assert_cmpuint (sentences->len, ==, 2);
}

static void
test_sets_name_in_bold (ReadingFixture *fixture,
                        gconstpointer   data)
{
  LieuditPlaceCard *card = show_card (fixture, "Damas");
  g_autoptr(GPtrArray) sentences = get_sentences (card);
  GtkWidget *label = find_widget (g_ptr_array_index (sentences, 0), GTK_TYPE_LABEL);

  /* What the article writes is text, whatever it looks like. */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==,
                   "Le calme règne à <b>Damas</b> &amp; ailleurs &lt;loin&gt;.");
}

static void
remember_mention_cb (LieuditPlaceCard  *card,
                     LieuditMention    *mention,
                     LieuditMention   **remembered)
{
  *remembered = mention;
}

static void
test_sentence_leads_to_its_mention (ReadingFixture *fixture,
                                    gconstpointer   data)
{
  LieuditPlaceCard *card = show_card (fixture, "Alep");
  g_autoptr(GPtrArray) sentences = get_sentences (card);
  GListModel *mentions = lieudit_found_place_get_mentions (reading_fixture_get_place (fixture, "Alep"));
  LieuditMention *activated = NULL;

  g_signal_connect (card, "mention-activated", G_CALLBACK (remember_mention_cb), &activated);
  for (guint i = 0; i < sentences->len; i++)
    {
      g_autoptr(LieuditMention) expected = g_list_model_get_item (mentions, i);

      g_signal_emit_by_name (g_ptr_array_index (sentences, i), "clicked");
      g_assert_true (activated == expected);
    }
}

static void
test_shows_many_sentences_on_demand (ReadingFixture *fixture,
                                     gconstpointer   data)
{
  LieuditPlaceCard *card = show_card (fixture, "Alep");
  g_autoptr(GPtrArray) first = get_sentences (card);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) buttons = g_ptr_array_new ();

  g_assert_cmpuint (first->len, <, 40);

  gather (GTK_WIDGET (card), GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkButton *button = g_ptr_array_index (buttons, i);

      if (g_strcmp0 (gtk_button_get_label (button), "Show All 40 Sentences") == 0)
        g_signal_emit_by_name (button, "clicked");
    }
  all = get_sentences (card);
  g_assert_cmpuint (all->len, ==, 40);
}

static void
test_changes_place (ReadingFixture *fixture,
                    gconstpointer   data)
{
  LieuditPlaceCard *card = show_card (fixture, "Alep");
  g_autoptr(GPtrArray) sentences = NULL;

  lieudit_place_card_set_place (card, fixture->analysis, reading_fixture_get_place (fixture, "Damas"));
  sentences = get_sentences (card);
  g_assert_cmpuint (sentences->len, ==, 1);
}

static const struct {
  double latitude, longitude;
  const char *expected;
} coordinates[] = {
  { 36.20209, 37.13426, "36.2021° N, 37.1343° E" },
  { -33.86788, 151.20732, "33.8679° S, 151.2073° E" },
  { 40.71427, -74.00597, "40.7143° N, 74.0060° W" },
  { 0, 0, "0.0000° N, 0.0000° E" },
};

static void
test_coordinates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (coordinates); i++)
    {
      g_autofree char *described = lieudit_describe_coordinates (coordinates[i].latitude, coordinates[i].longitude);

      g_assert_cmpstr (described, ==, coordinates[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *many = build_text_with_many_mentions ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, article, test) \
  g_test_add ("/place-card/" path, ReadingFixture, article, reading_fixture_set_up, test, reading_fixture_tear_down)
  ADD ("shows-each-sentence", text, test_shows_each_sentence);
  ADD ("sets-name-in-bold", text, test_sets_name_in_bold);
  ADD ("sentence-leads-to-its-mention", text, test_sentence_leads_to_its_mention);
  ADD ("shows-many-sentences-on-demand", many, test_shows_many_sentences_on_demand);
  ADD ("changes-place", text, test_changes_place);
#undef ADD
  g_test_add_func ("/place-card/coordinates", test_coordinates);

  return g_test_run ();
}
