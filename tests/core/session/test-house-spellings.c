/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-house-spellings.h"

#include <glib/gstdio.h>

#include "gazetteer/lieudit-geojson-reader.h"
#include "geoparse/lieudit-mention-private.h"
#include "remove-folder.h"

typedef struct {
  char                  *folder;
  char                  *path;
  LieuditHouseSpellings *spellings;
  LieuditHistory        *history;
  guint                  n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "new", "spellings.json", NULL);
  fixture->spellings = lieudit_house_spellings_new (fixture->path);
  fixture->history = lieudit_history_new ();
  g_assert_true (lieudit_house_spellings_load (fixture->spellings, NULL));
  g_signal_connect_swapped (fixture->spellings, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->spellings);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
choose (Fixture          *fixture,
        const char       *id,
        LieuditLanguage   language,
        const char       *text,
        GError          **error)
{
  g_autofree char *name = g_strdup_printf ("Lieu %s", id);
  g_autoptr(LieuditHouseSpelling) spelling = lieudit_house_spelling_new (id, name, language, text);

  return lieudit_house_spellings_choose (fixture->spellings, spelling, fixture->history, error);
}

/* All spellings in order, as “identifier:language=text”. */
static char *
describe (LieuditHouseSpellings *spellings)
{
  GListModel *list = lieudit_house_spellings_get_list (spellings);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(LieuditHouseSpelling) spelling = g_list_model_get_item (list, i);
      const char *id = lieudit_house_spelling_get_place_id (spelling);
      LieuditLanguage language = lieudit_house_spelling_get_language (spelling);
      const char *text = lieudit_house_spelling_get_text (spelling);

      g_assert_cmpstr (lieudit_house_spellings_lookup (spellings, id, language), ==, text);
      g_string_append_printf (words, "%s%s:%s=%s", i > 0 ? " " : "", id, lieudit_language_to_tag (language), text);
    }

  return g_string_free (words, FALSE);
}

static void
assert_known (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(LieuditHouseSpellings) again = lieudit_house_spellings_new (fixture->path);
  g_autofree char *known = describe (fixture->spellings);
  g_autofree char *on_disk = NULL;

  g_assert_cmpstr (known, ==, expected);
  g_assert_true (lieudit_house_spellings_load (again, NULL));
  on_disk = describe (again);
  g_assert_cmpstr (on_disk, ==, expected);
}

static void
test_choose_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(LieuditHouseSpelling) a = lieudit_house_spelling_new ("a", "Lieu a", LIEUDIT_LANGUAGE_FRENCH, "whatever");

  assert_known (fixture, "");
  g_assert_true (choose (fixture, "b", LIEUDIT_LANGUAGE_FRENCH, "Bé", NULL));
  g_assert_true (choose (fixture, "a", LIEUDIT_LANGUAGE_UNKNOWN, "A \"1\"", NULL));
  g_assert_true (choose (fixture, "a", LIEUDIT_LANGUAGE_FRENCH, "À", NULL));
  assert_known (fixture, "a:und=A \"1\" a:fr=À b:fr=Bé");
  g_assert_null (lieudit_house_spellings_lookup (fixture->spellings, "b", LIEUDIT_LANGUAGE_ENGLISH));

  /* One for each place and language. */
  g_assert_true (choose (fixture, "a", LIEUDIT_LANGUAGE_FRENCH, "Â", NULL));
  g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, "“Â” is your house spelling");
  assert_known (fixture, "a:und=A \"1\" a:fr=Â b:fr=Bé");

  g_assert_true (lieudit_house_spellings_revoke (fixture->spellings, a, fixture->history, NULL));
  g_assert_cmpstr (lieudit_history_get_undo_title (fixture->history), ==, "“Â” is no longer your house spelling");
  assert_known (fixture, "a:und=A \"1\" b:fr=Bé");
  g_assert_cmpuint (fixture->n_changes, ==, 5);

  /* There is none any more. */
  g_assert_true (lieudit_house_spellings_revoke (fixture->spellings, a, fixture->history, NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 5);

  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_known (fixture, "a:und=A \"1\" a:fr=Â b:fr=Bé");
  g_assert_true (lieudit_history_undo (fixture->history, NULL));
  assert_known (fixture, "a:und=A \"1\" a:fr=À b:fr=Bé");
  g_assert_true (lieudit_history_redo (fixture->history, NULL));
  g_assert_true (lieudit_history_redo (fixture->history, NULL));
  assert_known (fixture, "a:und=A \"1\" b:fr=Bé");
}

/* Position from GeoNames: 170017. */
static const char places[] =
  "{\"type\":\"FeatureCollection\",\"features\":["
  "{\"type\":\"Feature\",\"id\":\"hama\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.75783,35.13179]},"
  "\"properties\":{\"feature\":\"PPLA\",\"country\":\"SY\",\"names\":{\"fr\":[\"Hama\"]},\"source\":\"geonames:170017\"}}"
  "]}";

static LieuditPlace *
make_place (void)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) input = g_bytes_new_static (places, sizeof places - 1);
  g_autoptr(GBytes) compiled = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GError) error = NULL;

  lieudit_gazetteer_builder_add_geojson (builder, input, &error);
  g_assert_no_error (error);
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);

  return lieudit_gazetteer_lookup_id (gazetteer, "hama");
}

static void
test_other_spellings (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct {
    const char      *house; /* in French articles; NULL for none */
    const char      *mentions[3];
    LieuditLanguage  language;
    const char      *other;
  } cases[] = {
    { NULL, { "Hama", "Hamah" }, LIEUDIT_LANGUAGE_FRENCH, NULL },
    { "Hama", { "Hama", "HAMA" }, LIEUDIT_LANGUAGE_FRENCH, NULL },
    { "Hama", { "Hama", "Hamah", "Hamma" }, LIEUDIT_LANGUAGE_FRENCH, "Hamah" },
    { "Hama", { "Hamā" }, LIEUDIT_LANGUAGE_FRENCH, "Hamā" },
    { "Hamâ", { "Hama\u0302" }, LIEUDIT_LANGUAGE_FRENCH, NULL },
    { "Hama", { "حماة" }, LIEUDIT_LANGUAGE_ARABIC, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = make_place ();
      g_autoptr(LieuditFoundPlace) found = lieudit_found_place_new (place, cases[i].language);

      g_test_message ("case %u", i);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].mentions) && cases[i].mentions[j] != NULL; j++)
        {
          g_autoptr(LieuditMention) mention =
            lieudit_mention_new (j, j + 1, j, j + 1, cases[i].mentions[j], LIEUDIT_MENTION_LITERAL);

          lieudit_found_place_add_mention (found, mention);
        }
      if (cases[i].house != NULL)
        g_assert_true (choose (fixture, lieudit_place_get_id (place), LIEUDIT_LANGUAGE_FRENCH, cases[i].house, NULL));
      g_assert_cmpstr (lieudit_house_spellings_find_other (fixture->spellings, found, cases[i].language), ==, cases[i].other);
    }
}

/* What cannot be saved is not so. */
static void
test_cannot_be_saved (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *known = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  g_assert_false (choose (fixture, "a", LIEUDIT_LANGUAGE_FRENCH, "À", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  known = describe (fixture->spellings);
  g_assert_cmpstr (known, ==, "");
  g_assert_null (lieudit_history_get_undo_title (fixture->history));
}

/* A file that is not understood is left as it is. */
static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *text;
    const char *expected; /* NULL if it cannot be read */
  } cases[] = {
    { "", NULL },
    { "{", NULL },
    { "[]", NULL },
    { "{\"version\":2,\"spellings\":[]}", NULL },
    { "{\"version\":1,\"spellings\":{}}", NULL },
    { "{\"version\":1,\"spellings\":[{\"place\":7}]}", NULL },
    { "{\"version\":1,\"spellings\":[],\"more\":[1]}", "" },
    { "{\"version\":1,\"spellings\":[{}]}", "" },
    { "{\"version\":1,\"spellings\":[{\"place\":\"a\",\"name\":\"A\",\"language\":\"fr\",\"spelling\":\"\"}]}", "" },
    { "{\"version\":1,\"spellings\":[{\"place\":\"\",\"name\":\"A\",\"language\":\"fr\",\"spelling\":\"À\"}]}", "" },
    { "{\"version\":1,\"spellings\":[{\"place\":\"a\",\"name\":\"A\",\"language\":\"fr\",\"spelling\":\"À\"},"
      "{\"place\":\"a\",\"name\":\"A\",\"language\":\"fr\",\"spelling\":\"Â\"}]}", "a:fr=Â" },
  };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *contents = NULL;
      g_autofree char *known = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (g_file_set_contents (fixture->path, cases[i].text, -1, NULL));
      if (cases[i].expected != NULL)
        {
          g_assert_true (lieudit_house_spellings_load (fixture->spellings, NULL));
          known = describe (fixture->spellings);
          g_assert_cmpstr (known, ==, cases[i].expected);
          continue;
        }

      g_assert_false (lieudit_house_spellings_load (fixture->spellings, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_false (choose (fixture, "a", LIEUDIT_LANGUAGE_FRENCH, "À", NULL));
      g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/house-spellings/choose-and-undo", Fixture, NULL, set_up, test_choose_and_undo, tear_down);
  g_test_add ("/house-spellings/other-spellings", Fixture, NULL, set_up, test_other_spellings, tear_down);
  g_test_add ("/house-spellings/cannot-be-saved", Fixture, NULL, set_up, test_cannot_be_saved, tear_down);
  g_test_add ("/house-spellings/files", Fixture, NULL, set_up, test_files, tear_down);

  return g_test_run ();
}
