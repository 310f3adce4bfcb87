/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-image.h"
#include "map/lieudit-tile-store.h"
#include "map/lieudit-tile-text.h"

#define SOUND -1

#define BYTES(text) text, sizeof (text) - 1

static void
test_check (void)
{
  static const struct {
    const char *what;
    const char *data;
    gsize length;
    int code; /* SOUND or a LieuditTileError */
  } cases[] = {
    { "PNG of 256 by 256", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0"), SOUND },
    { "PNG of 1024 by 1024", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\0\0\0\4\0"), SOUND },
    { "PNG of 1025 by 256", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\1\0\0\1\0"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "PNG of two thousand million by 1", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\0\1\0\0\0\1"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "PNG of 0 by 256", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\1\0"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "PNG cut in its size", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "JPEG", BYTES ("\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08\1\0\1\0"), SOUND },
    { "JPEG with bytes to fill up", BYTES ("\xff\xd8\xff\xff\xff\xe0\0\4ab\xff\xc2\0\x11\x08\1\0\1\0"), SOUND },
    { "JPEG of 65535 by 1", BYTES ("\xff\xd8\xff\xc0\0\x11\x08\0\1\xff\xff"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "JPEG with a table where its size is", BYTES ("\xff\xd8\xff\xc4\0\x11\x08\1\0\1\0"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "JPEG with an empty segment", BYTES ("\xff\xd8\xff\xe0\0\0\xff\xc0\0\x11\x08\1\0\1\0"), SOUND },
    { "JPEG that ends in a segment", BYTES ("\xff\xd8\xff\xe0\xff\xff" "ab"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "WebP with losses", BYTES ("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\1\x2a\0\1\0\1"), SOUND },
    { "WebP without", BYTES ("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\xff\xc0\x3f\0\0\0\0\0\0"), SOUND },
    { "WebP with more", BYTES ("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\xff\0\0\xff\0\0"), SOUND },
    { "WebP of sixteen million by 1", BYTES ("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\xff\xff\xff\0\0\0"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "WebP of no kind", BYTES ("RIFF\0\0\0\0WEBPVP9 \0\0\0\0\0\0\0\x9d\1\x2a\0\1\0\1"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "gzip", BYTES ("\x1f\x8b\x08\0\0\0\0\0\0\3"), LIEUDIT_TILE_ERROR_VECTOR },
    { "bare layers", BYTES ("\x1a\x10\x0a\x05water"), LIEUDIT_TILE_ERROR_VECTOR },
    { "a page", BYTES ("<!DOCTYPE html><title>Log in"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "SVG", BYTES ("<svg xmlns='http://www.w3.org/2000/svg'/>"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "GIF", BYTES ("GIF89a\1\0\1\0"), LIEUDIT_TILE_ERROR_UNSUITABLE },
    { "nothing", BYTES (""), LIEUDIT_TILE_ERROR_UNSUITABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (lieudit_tile_image_check (bytes, &error), ==, cases[i].code == SOUND);
      if (cases[i].code != SOUND)
        g_assert_error (error, LIEUDIT_TILE_ERROR, cases[i].code);
    }
}

/* Whatever a sound header is cut down to is no image, and nothing behind its end is read. */
static void
test_cut (void)
{
  static const char jpeg[] = "\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08\1\0\1\0";

  for (gsize length = 0; length < sizeof jpeg - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (jpeg, MAX (length, 1));
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, length);

      g_assert_false (lieudit_tile_image_check (bytes, NULL));
    }
}

static void
test_large (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (LIEUDIT_TILE_MOST_BYTES + 1), LIEUDIT_TILE_MOST_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (lieudit_tile_image_check (bytes, &error));
  g_assert_error (error, LIEUDIT_TILE_ERROR, LIEUDIT_TILE_ERROR_UNSUITABLE);
}

static void
test_text (void)
{
  static const struct {
    const char *html;
    const char *text;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " \n ", NULL },
    { "<b></b>", NULL },
    { "The makers", "The makers" },
    { "<a href=\"https://maps.example/copyright\">&copy; The makers</a>", "© The makers" },
    { "A &amp; B\n\tC&nbsp;&#8211; &#x44;", "A & B C – D" },
    { "&unknown; &#0; &#x110000; &#xd800; &#; & &", "&unknown; &#0; &#x110000; &#xd800; &#; & &" },
    { "1 < 2", "1 < 2" },
    { "&lt;b&gt;", "<b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = lieudit_tile_text_from_html (cases[i].html);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tile-image/check", test_check);
  g_test_add_func ("/tile-image/cut", test_cut);
  g_test_add_func ("/tile-image/large", test_large);
  g_test_add_func ("/tile-image/text", test_text);

  return g_test_run ();
}
