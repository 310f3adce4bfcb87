/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/lieudit-mention-tags.h"

#include <math.h>

/* WCAG 2.1, success criterion 1.4.3: 4.5:1 between text and what is behind it. */
#define LEAST_CONTRAST 4.5

/* Text and ground of libadwaita's views; light text is 80 % black on white. */
static const struct {
  gboolean dark;
  const char *text;
  const char *ground;
} interfaces[] = {
  { FALSE, "#333333", "#ffffff" },
  { TRUE, "#ffffff", "#1e1e1e" },
};

static double
linear (float channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double lighter = MAX (luminance (a), luminance (b));
  double darker = MIN (luminance (a), luminance (b));

  return (lighter + 0.05) / (darker + 0.05);
}

static void
get_colours (GtkTextTag *tag,
             gsize       interface,
             GdkRGBA    *text,
             GdkRGBA    *ground)
{
  g_autoptr(GdkRGBA) foreground = NULL;
  g_autoptr(GdkRGBA) background = NULL;
  gboolean foreground_set, background_set;

  g_object_get (tag,
                "foreground-set", &foreground_set, "foreground-rgba", &foreground,
                "background-set", &background_set, "background-rgba", &background,
                NULL);

  if (foreground_set)
    *text = *foreground;
  else
    gdk_rgba_parse (text, interfaces[interface].text);

  if (background_set)
    *ground = *background;
  else
    gdk_rgba_parse (ground, interfaces[interface].ground);
}

static void
assert_legible (GtkTextTag *tag,
                gpointer    user_data)
{
  gsize interface = GPOINTER_TO_SIZE (user_data);
  GdkRGBA text, ground;
  g_autofree char *name = NULL;

  g_object_get (tag, "name", &name, NULL);
  get_colours (tag, interface, &text, &ground);
  g_test_message ("%s, %s: %.2f", interfaces[interface].dark ? "dark" : "light", name, contrast (&text, &ground));
  g_assert_cmpfloat (contrast (&text, &ground), >=, LEAST_CONTRAST);
}

static void
test_legible (void)
{
  g_autoptr(GtkTextTagTable) table = gtk_text_tag_table_new ();
  g_autoptr(LieuditMentionTags) tags = lieudit_mention_tags_new (table);

  for (gsize i = 0; i < G_N_ELEMENTS (interfaces); i++)
    {
      lieudit_mention_tags_set_dark (tags, interfaces[i].dark);
      gtk_text_tag_table_foreach (table, assert_legible, GSIZE_TO_POINTER (i));
    }
}

static void
test_flash_legible (void)
{
  g_autoptr(GtkTextTagTable) table = gtk_text_tag_table_new ();
  g_autoptr(LieuditMentionTags) tags = lieudit_mention_tags_new (table);

  for (gsize i = 0; i < G_N_ELEMENTS (interfaces); i++)
    {
      lieudit_mention_tags_set_dark (tags, interfaces[i].dark);
      for (int step = 0; step <= 20; step++)
        {
          lieudit_mention_tags_set_flash (tags, step / 20.0);
          assert_legible (lieudit_mention_tags_get_flash (tags), GSIZE_TO_POINTER (i));
        }
    }
}

static void
test_kinds_differ (void)
{
  g_autoptr(GtkTextTagTable) table = gtk_text_tag_table_new ();
  g_autoptr(LieuditMentionTags) tags = lieudit_mention_tags_new (table);

  g_assert_true (lieudit_mention_tags_get_kind (tags, LIEUDIT_MENTION_LITERAL, TRUE) !=
                 lieudit_mention_tags_get_kind (tags, LIEUDIT_MENTION_METONYMIC, TRUE));
  g_assert_true (lieudit_mention_tags_get_kind (tags, LIEUDIT_MENTION_LITERAL, TRUE) !=
                 lieudit_mention_tags_get_kind (tags, LIEUDIT_MENTION_LITERAL, FALSE));
  g_assert_true (lieudit_mention_tags_get_kind (tags, LIEUDIT_MENTION_METONYMIC, TRUE) !=
                 lieudit_mention_tags_get_kind (tags, LIEUDIT_MENTION_EMBEDDED, TRUE));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mention-tags/legible", test_legible);
  g_test_add_func ("/mention-tags/flash-legible", test_flash_legible);
  g_test_add_func ("/mention-tags/kinds-differ", test_kinds_differ);

  return g_test_run ();
}
