/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lieudit-direction.h"

#define LRM "\342\200\216"

static const struct {
  const char       *text;
  GtkTextDirection  interface;
  const char       *shown;
  float             start;
} texts[] = {
  { "36.2, 37.16", GTK_TEXT_DIR_LTR, "36.2, 37.16", 0 },
  { "36.2, 37.16", GTK_TEXT_DIR_RTL, LRM "36.2, 37.16", 0 },
  { "+2", GTK_TEXT_DIR_RTL, LRM "+2", 0 },
  { "", GTK_TEXT_DIR_RTL, LRM, 0 },
  { "36°12′ N", GTK_TEXT_DIR_RTL, "36°12′ N", 1 },
  { "Alep", GTK_TEXT_DIR_LTR, "Alep", 0 },
  { "Alep", GTK_TEXT_DIR_RTL, "Alep", 1 },
  { "« Alep", GTK_TEXT_DIR_RTL, "« Alep", 1 },
  { "حلب", GTK_TEXT_DIR_LTR, "حلب", 1 },
  { "حلب", GTK_TEXT_DIR_RTL, "حلب", 0 },
  { "2016: حلب, Alep", GTK_TEXT_DIR_RTL, "2016: حلب, Alep", 0 },
  { "חיפה", GTK_TEXT_DIR_LTR, "חיפה", 1 },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *shown = NULL;

      gtk_widget_set_default_direction (texts[i].interface);
      shown = lieudit_direction_keep_left_to_right (texts[i].text);
      g_assert_cmpstr (shown, ==, texts[i].shown);
      g_assert_cmpfloat (lieudit_direction_get_start (texts[i].text), ==, texts[i].start);
    }
}

static void
test_entry (void)
{
  for (GtkTextDirection interface = GTK_TEXT_DIR_LTR; interface <= GTK_TEXT_DIR_RTL; interface++)
    {
      g_autoptr(GtkWidget) row = NULL;
      GtkWidget *text;

      gtk_widget_set_default_direction (interface);
      row = g_object_ref_sink (adw_entry_row_new ());
      lieudit_direction_set_left_to_right (GTK_EDITABLE (row));
      text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
      g_assert_cmpint (gtk_widget_get_direction (row), ==, interface);
      g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_LTR);
      g_assert_cmpfloat (gtk_editable_get_alignment (GTK_EDITABLE (row)), ==, interface == GTK_TEXT_DIR_RTL ? 1 : 0);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/direction/texts", test_texts);
  g_test_add_func ("/ui/direction/entry", test_entry);

  return g_test_run ();
}
