/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-place-links.h"

#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-geojson-reader.h"

static const struct {
  const char *source;
  const char *geonames;
} sources[] = {
  { "geonames:170063", "https://www.geonames.org/170063" },
  { "hand geonames:170063", "https://www.geonames.org/170063" },
  { "geonames:170063 hand", "https://www.geonames.org/170063" },
  { "geonames:x", NULL },
  { "hand", NULL },
};

static LieuditGazetteer *
build_gazetteer (const char *source)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autofree char *json = g_strdup_printf (
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":{\"type\":\"Point\","
    "\"coordinates\":[-37.5,36.25]},\"properties\":{\"feature\":\"PPL\",\"country\":\"SY\","
    "\"names\":{\"fr\":[\"Deir ez-Zor & fils\"],\"en\":[\"Deir\"]},\"source\":\"%s\"}}]}", source);
  g_autoptr(GBytes) input = g_bytes_new (json, strlen (json));
  g_autoptr(GBytes) compiled = NULL;
  LieuditGazetteer *gazetteer;

  lieudit_gazetteer_builder_add_geojson (builder, input, &error);
  g_assert_no_error (error);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);

  return gazetteer;
}

static void
test_geonames (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer (sources[i].source);
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, 0);
      g_autofree char *uri = lieudit_place_dup_geonames_uri (place);

      g_assert_cmpstr (uri, ==, sources[i].geonames);
    }
}

static void
test_openstreetmap (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ("hand");
  g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, 0);
  g_autofree char *uri = lieudit_place_dup_openstreetmap_uri (place);

  g_assert_cmpstr (uri, ==, "https://www.openstreetmap.org/?mlat=36.25000&mlon=-37.50000#map=13/36.25000/-37.50000");
}

static const struct {
  LieuditLanguage language;
  const char     *uri;
} searches[] = {
  { LIEUDIT_LANGUAGE_FRENCH, "https://fr.wikipedia.org/wiki/Special:Search?go=Go&search=Deir%20ez-Zor%20%26%20fils" },
  { LIEUDIT_LANGUAGE_ENGLISH, "https://en.wikipedia.org/wiki/Special:Search?go=Go&search=Deir" },
  { LIEUDIT_LANGUAGE_UNKNOWN, "https://en.wikipedia.org/wiki/Special:Search?go=Go&search=Deir" },
};

static void
test_wikipedia (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = build_gazetteer ("hand");
  g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *uri = lieudit_place_dup_wikipedia_uri (place, searches[i].language);

      g_assert_cmpstr (uri, ==, searches[i].uri);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place-links/geonames", test_geonames);
  g_test_add_func ("/place-links/openstreetmap", test_openstreetmap);
  g_test_add_func ("/place-links/wikipedia", test_wikipedia);

  return g_test_run ();
}
