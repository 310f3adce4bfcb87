/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-geojson-reader.h"
#include "gazetteer/lieudit-table-reader.h"

#include <string.h>

#define FEATURE(coordinates, names) \
  "{\"features\":[{\"id\":\"xx-a\",\"geometry\":{\"type\":\"Point\",\"coordinates\":" coordinates "}," \
  "\"properties\":{\"feature\":\"PPL\",\"names\":" names "}}]}"

static void
test_bad_geojson (void)
{
  static const struct {
    const char *what;
    const char *text;
    const char *message; /* a part of it */
  } cases[] = {
    { "nothing", "", "" },
    { "no JSON", "Méluné", "" },
    { "JSON that ends too early", "{\"features\":[{\"id\":\"xx-a\"", "" },
    { "a list", "[]", "no feature collection" },
    { "no features", "{}", "no feature collection" },
    { "features that are no list", "{\"features\":{}}", "no feature collection" },
    { "a feature that is a number", "{\"features\":[7]}", "lacks" },
    { "no identifier", "{\"features\":[{\"properties\":{\"feature\":\"PPL\"}}]}", "lacks" },
    { "no properties", "{\"features\":[{\"id\":\"xx-a\"}]}", "xx-a" },
    { "no feature code", "{\"features\":[{\"id\":\"xx-a\",\"properties\":{}}]}", "xx-a" },
    { "no geometry", "{\"features\":[{\"id\":\"xx-a\",\"properties\":{\"feature\":\"PPL\"}}]}", "no point" },
    { "one coordinate", FEATURE ("[1]", "{\"fr\":[\"A\"]}"), "no point" },
    { "coordinates that are lists", FEATURE ("[[1],[2]]", "{\"fr\":[\"A\"]}"), "no point" },
    { "a latitude of 91 degrees", FEATURE ("[10,91]", "{\"fr\":[\"A\"]}"), "not on Earth" },
    { "a longitude of -181 degrees", FEATURE ("[-181,9]", "{\"fr\":[\"A\"]}"), "not on Earth" },
    { "an empty name", FEATURE ("[10,9]", "{\"fr\":[\"A\",\"\"]}"), "a name is empty" },
    { "a name that is a number", FEATURE ("[10,9]", "{\"fr\":[7]}"), "a name is empty" },
    { "no name", FEATURE ("[10,9]", "{}"), "it has no name" },
    { "no spelling", FEATURE ("[10,9]", "{\"fr\":[]}"), "it has no name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_false (lieudit_gazetteer_builder_add_geojson (builder, bytes, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_deep_geojson (void)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autofree char *text = g_strnfill (100000, '[');
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_false (lieudit_gazetteer_builder_add_geojson (builder, bytes, &error));
  g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED);
}

static void
test_bad_table (void)
{
  static const char * const tables[] = { "", "\n", "id\tname\n", "place\tlanguage\n", "Méluné" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
      g_autoptr(GBytes) bytes = g_bytes_new_static (tables[i], strlen (tables[i]));
      g_autoptr(GError) error = NULL;

      g_assert_false (lieudit_gazetteer_builder_add_table (builder, bytes, &error));
      g_assert_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer-inputs/bad-geojson", test_bad_geojson);
  g_test_add_func ("/gazetteer-inputs/deep-geojson", test_deep_geojson);
  g_test_add_func ("/gazetteer-inputs/bad-table", test_bad_table);

  return g_test_run ();
}
