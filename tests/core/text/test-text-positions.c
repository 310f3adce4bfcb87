/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-text-positions.h"

#include <string.h>

static void
test_both_ways (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "a é ب 𐎀");

  {
    g_auto(LieuditTextPositions) positions = { NULL, };
    gsize code_point = 0;

    lieudit_text_positions_init (&positions, text->str);
    for (const char *at = text->str;; at = g_utf8_next_char (at), code_point++)
      {
        g_assert_cmpuint (lieudit_text_positions_get_byte (&positions, code_point), ==, (gsize) (at - text->str));
        g_assert_cmpuint (lieudit_text_positions_get_code_point (&positions, (gsize) (at - text->str)), ==, code_point);
        if (*at == '\0')
          break;
      }
    g_assert_cmpuint (code_point, ==, 400 * 7);
    g_assert_cmpuint (lieudit_text_positions_get_byte (&positions, G_MAXSIZE), ==, text->len);
    g_assert_cmpuint (lieudit_text_positions_get_code_point (&positions, G_MAXSIZE), ==, code_point);
    g_assert_cmpuint (lieudit_text_positions_get_n_code_points (&positions), ==, code_point);
  }
}

static void
test_empty (void)
{
  g_auto(LieuditTextPositions) positions = { NULL, };

  lieudit_text_positions_init (&positions, "");
  g_assert_cmpuint (lieudit_text_positions_get_byte (&positions, 3), ==, 0);
  g_assert_cmpuint (lieudit_text_positions_get_code_point (&positions, 3), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-positions/both-ways", test_both_ways);
  g_test_add_func ("/text-positions/empty", test_empty);

  return g_test_run ();
}
