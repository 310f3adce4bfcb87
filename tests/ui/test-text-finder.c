/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "reader/lieudit-text-finder.h"

/* The stretches that are found, such as "[Élan][élan]". */
static char *
list_found (LieuditTextFinder *finder)
{
  g_autoptr(GString) list = g_string_new (NULL);
  GtkTextIter start, end;

  for (guint i = 0; lieudit_text_finder_get_found (finder, i, &start, &end); i++)
    {
      g_autofree char *text = gtk_text_iter_get_text (&start, &end);

      g_string_append_printf (list, "[%s]", text);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static const struct {
  const char *text;
  const char *searched;
  const char *found;
} searches[] = {
  { "Alep et alep, ALEP.", "alep", "[Alep][alep][ALEP]" },
  { "Un élan, un Elan.", "élan", "[élan][Elan]" },
  { "Un élan, un Elan.", "ELAN", "[élan][Elan]" },
  { "aaaa", "aa", "[aa][aa]" },
  { "Le pont du Nord\nLe pont du Sud", "pont du", "[pont du][pont du]" },
  { "à la fin", "fin", "[fin]" },
  { "حَلَب وحلب", "حلب", "[حَلَب][حلب]" },
  { "🔥 Homs 🔥 Homs", "homs", "[Homs][Homs]" },
  { "Alep", "", "" },
  { "Alep", "   ", "" },
  { "Alep", "Homs", "" },
  { "", "Homs", "" },
};

static void
test_search (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
      g_autoptr(LieuditTextFinder) finder = lieudit_text_finder_new (buffer);
      g_autofree char *found = NULL;
      guint n_found;

      gtk_text_buffer_set_text (buffer, searches[i].text, -1);
      n_found = lieudit_text_finder_search (finder, searches[i].searched);
      found = list_found (finder);
      g_assert_cmpstr (found, ==, searches[i].found);
      g_assert_cmpuint (lieudit_text_finder_get_n_found (finder), ==, n_found);
    }
}

static const struct {
  int   offset;
  guint after;
  guint before;
} steps[] = {
  /* a b a c a: at 0, 2 and 4 */
  { 0, 0, 2 },
  { 1, 1, 0 },
  { 2, 1, 0 },
  { 4, 2, 1 },
  { 5, 0, 2 },
};

static void
test_steps (void)
{
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr(LieuditTextFinder) finder = lieudit_text_finder_new (buffer);

  gtk_text_buffer_set_text (buffer, "abaca", -1);
  g_assert_cmpuint (lieudit_text_finder_search (finder, "a"), ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, steps[i].offset);
      g_assert_cmpuint (lieudit_text_finder_find_after (finder, &iter), ==, steps[i].after);
      g_assert_cmpuint (lieudit_text_finder_find_before (finder, &iter), ==, steps[i].before);
    }
}

static guint
count_lit (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "found");
  GtkTextIter iter;
  guint n_lit = 0;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    n_lit += gtk_text_iter_starts_tag (&iter, tag) ? 1 : 0;
  while (gtk_text_iter_forward_char (&iter));

  return n_lit;
}

static void
test_lights_what_is_found_and_nothing_else (void)
{
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr(LieuditTextFinder) finder = lieudit_text_finder_new (buffer);

  gtk_text_buffer_set_text (buffer, "Homs, Hama, Homs", -1);
  lieudit_text_finder_search (finder, "homs");
  g_assert_cmpuint (count_lit (buffer), ==, 2);
  lieudit_text_finder_search (finder, "hama");
  g_assert_cmpuint (count_lit (buffer), ==, 1);
  lieudit_text_finder_search (finder, "");
  g_assert_cmpuint (count_lit (buffer), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-finder/search", test_search);
  g_test_add_func ("/text-finder/steps", test_steps);
  g_test_add_func ("/text-finder/lights-what-is-found-and-nothing-else", test_lights_what_is_found_and_nothing_else);

  return g_test_run ();
}
