/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "reader/lieudit-reader.h"
#include "reading-fixture.h"

static const char short_text[] = "Combats à Alep et à Damas. Calme à Alep.";

static char *
build_long_text (void)
{
  g_autoptr(GString) text = g_string_new ("Combats à Alep.\n\n");

  for (int i = 0; i < 200; i++)
    g_string_append (text, "Rien ne bouge dans la plaine, et personne ne passe sur la route.\n\n");
  g_string_append (text, "Calme à Damas.");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkTextView *
show_reader (ReadingFixture *fixture)
{
  GtkWidget *reader = lieudit_reader_new ();

  lieudit_reader_set_article (LIEUDIT_READER (reader), fixture->article);
  lieudit_reader_set_selection (LIEUDIT_READER (reader), fixture->selection);
  reading_fixture_show (fixture, reader);

  return GTK_TEXT_VIEW (find_widget (reader, GTK_TYPE_TEXT_VIEW));
}

/* The stretches of text that carry a tag, such as "[Alep][Damas]". */
static char *
list_tagged (GtkTextView *text_view,
             const char  *tag_name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), tag_name);
  g_autoptr(GString) list = g_string_new (NULL);
  GtkTextIter start, end;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_starts_tag (&start, tag) || gtk_text_iter_forward_to_tag_toggle (&start, tag))
    {
      g_autofree char *text = NULL;

      end = start;
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      text = gtk_text_iter_get_text (&start, &end);
      g_string_append_printf (list, "[%s]", text);
      start = end;
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_tagged (GtkTextView *text_view,
               const char  *tag_name,
               const char  *expected)
{
  g_autofree char *list = list_tagged (text_view, tag_name);

  g_assert_cmpstr (list, ==, expected);
}

static char *
get_word_at_caret (GtkTextView *text_view,
                   int          length)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  end = start;
  gtk_text_iter_forward_chars (&end, length);

  return gtk_text_iter_get_text (&start, &end);
}

static void
test_marks_mentions (ReadingFixture *fixture,
                     gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);

  assert_tagged (text_view, "mention-literal", "[Alep][Damas][Alep]");
  assert_tagged (text_view, "light-selected", "");
  assert_tagged (text_view, "light-hovered", "");
}

static void
test_shows_selected_mention (ReadingFixture *fixture,
                             gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);
  g_autofree char *word = NULL;

  lieudit_selection_select_mention (fixture->selection, reading_fixture_get_mention (fixture, 1));
  settle ();

  assert_tagged (text_view, "light-selected", "[Damas]");
  assert_tagged (text_view, "light-place", "[Damas]");
  word = get_word_at_caret (text_view, 5);
  g_assert_cmpstr (word, ==, "Damas");

  lieudit_selection_clear (fixture->selection);
  assert_tagged (text_view, "light-selected", "");
  assert_tagged (text_view, "light-place", "");
}

static void
test_lights_all_mentions_of_a_place (ReadingFixture *fixture,
                                     gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);

  lieudit_selection_set_hovered_place (fixture->selection, reading_fixture_get_place (fixture, "Alep"));
  assert_tagged (text_view, "light-hovered", "[Alep][Alep]");

  lieudit_selection_set_hovered_place (fixture->selection, NULL);
  assert_tagged (text_view, "light-hovered", "");
}

static void
test_scrolls_to_selected_mention (ReadingFixture *fixture,
                                  gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text_view));
  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  lieudit_selection_select_mention (fixture->selection, reading_fixture_get_mention (fixture, 1));
  /* The text view measures the lines on the way when it has time. */
  while (gtk_adjustment_get_value (adjustment) < 1000 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >=, 1000);
}

static void
test_does_not_scroll_to_what_is_in_view (ReadingFixture *fixture,
                                         gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text_view));

  lieudit_selection_select_mention (fixture->selection, reading_fixture_get_mention (fixture, 0));
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
test_ignores_another_analysis (ReadingFixture *fixture,
                               gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);
  GtkWidget *reader = gtk_widget_get_ancestor (GTK_WIDGET (text_view), LIEUDIT_TYPE_READER);
  g_autoptr(LieuditArticle) other = lieudit_article_new ("Homs", NULL, NULL, "fr", NULL);

  lieudit_reader_set_article (LIEUDIT_READER (reader), other);
  lieudit_selection_select_mention (fixture->selection, reading_fixture_get_mention (fixture, 0));

  assert_tagged (text_view, "mention-literal", "");
  assert_tagged (text_view, "light-selected", "");
}

static void
test_direction (void)
{
  static const struct {
    const char *text;
    const char *language;
    GtkTextDirection direction;
  } texts[] = {
    { "Combats à Alep.", "fr", GTK_TEXT_DIR_LTR },
    { "قتال في حلب ليلا", "ar", GTK_TEXT_DIR_RTL },
    { "قتال في حلب ليلا", NULL, GTK_TEXT_DIR_RTL },
  };
  g_autoptr(GtkWidget) reader = g_object_ref_sink (lieudit_reader_new ());
  GtkWidget *text_view = find_widget (reader, GTK_TYPE_TEXT_VIEW);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(LieuditArticle) article = lieudit_article_new (texts[i].text, NULL, NULL, texts[i].language, NULL);

      lieudit_reader_set_article (LIEUDIT_READER (reader), article);
      g_assert_cmpint (gtk_widget_get_direction (text_view), ==, texts[i].direction);
    }
}

static void
test_tab_leaves_the_text (ReadingFixture *fixture,
                          gconstpointer   data)
{
  GtkTextView *text_view = show_reader (fixture);

  g_assert_false (gtk_text_view_get_accepts_tab (text_view));
  g_assert_false (gtk_text_view_get_editable (text_view));
  g_assert_true (gtk_text_view_get_cursor_visible (text_view));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *long_text = build_long_text ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, text, test) \
  g_test_add ("/reader/" path, ReadingFixture, text, reading_fixture_set_up, test, reading_fixture_tear_down)
  ADD ("marks-mentions", short_text, test_marks_mentions);
  ADD ("shows-selected-mention", short_text, test_shows_selected_mention);
  ADD ("lights-all-mentions-of-a-place", short_text, test_lights_all_mentions_of_a_place);
  ADD ("scrolls-to-selected-mention", long_text, test_scrolls_to_selected_mention);
  ADD ("does-not-scroll-to-what-is-in-view", long_text, test_does_not_scroll_to_what_is_in_view);
  ADD ("ignores-another-analysis", short_text, test_ignores_another_analysis);
  ADD ("tab-leaves-the-text", short_text, test_tab_leaves_the_text);
#undef ADD
  g_test_add_func ("/reader/direction", test_direction);

  return g_test_run ();
}
