/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied of places, one and several. */
#include "article/lieudit-article-reader.h"
#include "export/lieudit-place-copy.h"

#include <string.h>

typedef struct {
  const char      *nick;
  LieuditCopyForm  form;
  const char      *one;     /* what the text begins with; a tail of … means that it goes on */
  const char      *several;
} Case;

static const Case cases[] = {
  { "names", LIEUDIT_COPY_NAMES, "Homs", "Homs\nAlep" },
  { "decimal", LIEUDIT_COPY_DECIMAL, "34.72682, 36.72339", "Homs\t34.72682, 36.72339\nAlep\t36.20124, 37.16117" },
  { "sexagesimal", LIEUDIT_COPY_SEXAGESIMAL, "34°43′36.6″ N, 36°43′24.2″ E",
    "Homs\t34°43′36.6″ N, 36°43′24.2″ E\nAlep\t36°12′04.5″ N, 37°09′40.2″ E" },
  { "geo", LIEUDIT_COPY_GEO, "geo:34.72682,36.72339", "geo:34.72682,36.72339\ngeo:36.20124,37.16117" },
  { "link", LIEUDIT_COPY_LINK, "https://www.openstreetmap.org/?mlat=34.72682&mlon=36.72339#map=13/34.72682/36.72339",
    "https://www.openstreetmap.org/?mlat=34.72682&mlon=36.72339#map=13/34.72682/36.72339\n"
    "https://www.openstreetmap.org/?mlat=36.20124&mlon=37.16117#map=13/36.20124/37.16117" },
  { "csv", LIEUDIT_COPY_CSV, "name,latitude,longitude,…", "name,latitude,longitude,…" },
  { "geojson", LIEUDIT_COPY_GEOJSON, "{\"type\":\"FeatureCollection\",…", "{\"type\":\"FeatureCollection\",…" },
};

static void
assert_text (const char *text,
             const char *expected)
{
  if (g_str_has_suffix (expected, "…"))
    {
      g_autofree char *beginning = g_strndup (expected, strlen (expected) - strlen ("…"));

      g_assert_true (g_str_has_prefix (text, beginning));
    }
  else
    {
      g_assert_cmpstr (text, ==, expected);
    }
}

static guint
count (const char *text,
       const char *part)
{
  g_auto(GStrv) parts = g_strsplit (text, part, -1);

  return g_strv_length (parts) - 1;
}

static GListModel *
take_first (GListModel *places,
            guint       n_places)
{
  GListStore *first = g_list_store_new (LIEUDIT_TYPE_FOUND_PLACE);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);

      g_list_store_append (first, place);
    }

  return G_LIST_MODEL (first);
}

static LieuditAnalysis *
analyse (LieuditGazetteer *gazetteer)
{
  g_autoptr(LieuditArticle) article = lieudit_article_read_text ("De Homs à Alep, puis à Hama. À Homs, rien.", "fr", NULL);
  g_autoptr(GError) error = NULL;
  LieuditAnalysis *analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static void
test_forms (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GListModel) one = NULL;
  g_autoptr(GListModel) several = NULL;
  LieuditExport what = { .gazetteer = gazetteer };

  g_assert_no_error (error);
  analysis = analyse (gazetteer);
  what.analysis = analysis;
  one = take_first (lieudit_analysis_get_places (analysis), 1);
  several = take_first (lieudit_analysis_get_places (analysis), 2);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = lieudit_copy_places (&what, one, cases[i].form);
      g_autofree char *both = lieudit_copy_places (&what, several, cases[i].form);
      LieuditCopyForm form;

      assert_text (first, cases[i].one);
      assert_text (both, cases[i].several);
      g_assert_true (lieudit_copy_form_from_nick (cases[i].nick, &form));
      g_assert_cmpint (form, ==, cases[i].form);
      g_assert_cmpstr (lieudit_copy_form_to_nick (form), ==, cases[i].nick);
    }
  g_assert_false (lieudit_copy_form_from_nick ("svg", &(LieuditCopyForm) { 0 }));
}

/* Nothing of other places goes along, nor the article. */
static void
test_only_these (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GListModel) several = NULL;
  g_autofree char *table = NULL;
  g_autofree char *features = NULL;
  g_autofree char *uris = NULL;
  LieuditExport what = { .gazetteer = gazetteer };

  g_assert_no_error (error);
  analysis = analyse (gazetteer);
  what.analysis = analysis;
  several = take_first (lieudit_analysis_get_places (analysis), 2);
  table = lieudit_copy_places (&what, several, LIEUDIT_COPY_CSV);
  features = lieudit_copy_places (&what, several, LIEUDIT_COPY_GEOJSON);
  uris = lieudit_copy_uri_list (several);
  g_assert_cmpuint (count (table, "\r\n"), ==, 3);
  g_assert_cmpuint (count (features, "\"Feature\""), ==, 2);
  g_assert_null (strstr (features, "lieudit:"));
  g_assert_cmpstr (uris, ==, "geo:34.72682,36.72339\r\ngeo:36.20124,37.16117\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-copy/forms", test_forms);
  g_test_add_func ("/place-copy/only-these", test_only_these);

  return g_test_run ();
}
