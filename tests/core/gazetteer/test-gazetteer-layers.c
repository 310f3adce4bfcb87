/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-builder.h"
#include "gazetteer/lieudit-gazetteer-private.h"
#include "gazetteer/lieudit-table-reader.h"
#include "text/lieudit-folded-text.h"

#include <string.h>

#define HEADER "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tprecision_km\tfr\ten\tar\tother\tsource\n"

static const char base_table[] =
  HEADER
  "xx-land\tPCLI\tXX\t\t\t20.0\t10.0\t0\t300\tXanthie\tXanthia\t\t\thand:1\n"
  "gn-1\tPPL\tXX\t\t\t21.0\t10.0\t900\t2\tMelun\tMeloon\t\t\tgeonames:1\n"
  "gn-2\tPPL\tXX\t\t\t22.0\t10.0\t800\t2\tBriec\t\t\t\tgeonames:2\n";

static const char own_table[] =
  HEADER
  "own-1\tHLL\tXX\t\t\t23.0\t10.0\t0\t1\tColline de Zork\tMeloon\t\t\town\n"
  /* At the spot of gn-2. */
  "own-2\tPPL\tXX\t\t\t22.01\t10.0\t0\t1\tBriec\t\t\t\town\n";

static const char imported_table[] =
  HEADER
  /* The base knows this place. */
  "gn-1\tPPL\tXX\t\t\t21.0\t10.0\t900\t2\tMelun\tMélunville\t\t\tgeonames:1\n"
  /* And this one, which has another number here. */
  "gn-9\tPPL\tXX\t\t\t22.02\t10.0\t5\t2\tBriec\t\t\t\tgeonames:9\n"
  /* This one is far away from the other of the name. */
  "gn-8\tPPL\tXX\t\t\t-22.0\t10.0\t5\t2\tMelun\t\t\t\tgeonames:8\n"
  "villages:2\tPPL\tXX\t\t\t24.0\t11.0\t5\t2\tSarn\tSarn\t\t\tvillages:2\n";

static const char marks_table[] = "name\tkinds\nMelun\tword-fr\n";

static LieuditGazetteer *
compile (const char *table,
         const char *marks,
         const char *key,
         const char *title)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr(GBytes) compiled = NULL;
  LieuditGazetteer *gazetteer;
  g_autoptr(GError) error = NULL;

  lieudit_gazetteer_builder_add_source (builder, key, title, "CC0-1.0", NULL, NULL);
  g_assert_true (lieudit_gazetteer_builder_add_table (builder, bytes, &error));
  if (marks != NULL)
    {
      g_autoptr(GBytes) mark_bytes = g_bytes_new_static (marks, strlen (marks));

      g_assert_true (lieudit_gazetteer_builder_add_table (builder, mark_bytes, &error));
    }
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);

  return gazetteer;
}

static LieuditGazetteer *
open_layered (void)
{
  g_autoptr(LieuditGazetteer) base = compile (base_table, marks_table, "geonames", "The base");
  g_autoptr(LieuditGazetteer) own = compile (own_table, NULL, "own", "Own places");
  g_autoptr(LieuditGazetteer) imported = compile (imported_table, NULL, "villages", "Villages");
  g_autoptr(GPtrArray) others = g_ptr_array_new ();

  g_ptr_array_add (others, imported);

  return lieudit_gazetteer_new_layered (base, own, others);
}

static void
test_find (void)
{
  static const struct {
    const char *rule;
    const char *name;
    const char *ids;
  } cases[] = {
    { "only in the base", "Xanthie", "xx-land" },
    { "only among the person's own", "Colline de Zork", "own-1" },
    { "only imported", "Sarn", "villages:2" },
    { "the person's own place comes first", "Meloon", "own-1 gn-1" },
    { "the person's own place hides the same one of others", "Briec", "own-2" },
    { "a place that two know is met once, with its namesakes", "Melun", "gn-1 gn-8" },
    { "an imported name of a place of the base", "Mélunville", "gn-1" },
    { "in no layer", "Nowhere", "" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, cases[i].name);
      g_autoptr(GString) ids = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", lieudit_place_get_id (g_ptr_array_index (found, j)));
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

static void
test_indices (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();

  g_assert_cmpuint (lieudit_gazetteer_get_n_layers (gazetteer), ==, 3);
  g_assert_cmpuint (lieudit_gazetteer_get_n_places (gazetteer), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);

      g_assert_true (lieudit_place_get_key (place) == lieudit_gazetteer_get_entry (gazetteer, i));
      g_assert_cmpstr (lieudit_place_get_country_code (place), ==, "XX");
      g_assert_nonnull (lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH));
    }
  g_assert_null (lieudit_gazetteer_get_place (gazetteer, 9));
}

static void
test_facts_of_other_layers (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();
  g_autoptr(LieuditPlace) place = lieudit_gazetteer_lookup_id (gazetteer, "villages:2");
  g_autoptr(LieuditPlace) parent = NULL;

  g_assert_nonnull (place);
  g_assert_cmpstr (lieudit_place_get_id (place), ==, "villages:2");
  g_assert_cmpstr (lieudit_place_get_source (place), ==, "villages:2");
  g_assert_cmpstr (lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH), ==, "Sarn");
  g_assert_cmpfloat_with_epsilon (lieudit_place_get_latitude (place), 24.0, 1e-6);
  parent = lieudit_place_dup_parent (place);
  g_assert_cmpstr (lieudit_place_get_id (parent), ==, "xx-land");
}

/* What is an ordinary word in the base is one wherever else it is a name. */
static void
test_words (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();
  g_autofree char *folded = lieudit_fold_name ("Melun");
  LieuditNameMatch matches[8];
  guint n_matches = lieudit_gazetteer_match_prefixes (gazetteer, folded, strlen (folded), matches, 8);
  guint n_candidates;
  const LieuditCandidate *candidates;

  g_assert_cmpuint (n_matches, ==, 1);
  candidates = lieudit_gazetteer_get_candidates (gazetteer, matches[0].name, &n_candidates);
  g_assert_cmpuint (n_candidates, ==, 2);
  for (guint i = 0; i < n_candidates; i++)
    g_assert_true (candidates[i].flags & LIEUDIT_CANDIDATE_ORDINARY_WORD);
}

/* Names of all layers that a text begins with come in one list, shortest first. */
static void
test_prefixes (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();
  g_autofree char *folded = lieudit_fold_name ("Mélunville");
  LieuditNameMatch matches[8];
  LieuditNameMatch again[8];
  guint n_matches = lieudit_gazetteer_match_prefixes (gazetteer, folded, strlen (folded), matches, 8);

  g_assert_cmpuint (n_matches, ==, 2);
  g_assert_cmpuint (matches[0].length, ==, strlen ("melun"));
  g_assert_cmpuint (matches[1].length, ==, strlen ("melunville"));

  /* A name is the same name when it is met again. */
  g_assert_cmpuint (lieudit_gazetteer_match_prefixes (gazetteer, folded, strlen (folded), again, 8), ==, 2);
  g_assert_cmpmem (matches, 2 * sizeof (LieuditNameMatch), again, 2 * sizeof (LieuditNameMatch));

  /* There may be room for fewer. */
  g_assert_cmpuint (lieudit_gazetteer_match_prefixes (gazetteer, folded, strlen (folded), again, 1), ==, 1);
}

static void
test_sources (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();
  g_auto(GStrv) lines = lieudit_gazetteer_dup_attribution (gazetteer);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpuint (lieudit_gazetteer_get_n_sources (gazetteer), ==, 3);
  g_assert_cmpstr (joined, ==, "The base (CC0-1.0)|Own places (CC0-1.0)|Villages (CC0-1.0)");
}

/* Without anything else, the base itself is used, which allocates nothing. */
static void
test_nothing_but_the_base (void)
{
  g_autoptr(LieuditGazetteer) base = compile (base_table, NULL, "geonames", "The base");
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_new_layered (base, NULL, others);

  g_assert_true (gazetteer == base);
  g_assert_cmpuint (lieudit_gazetteer_get_n_layers (gazetteer), ==, 1);
}

static gpointer
find_in_thread (gpointer gazetteer)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, i % 2 == 0 ? "Melun" : "Meloon");

      g_assert_cmpuint (found->len, ==, 2);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_layered ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_in_thread, gazetteer);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer-layers/find", test_find);
  g_test_add_func ("/gazetteer-layers/indices", test_indices);
  g_test_add_func ("/gazetteer-layers/facts-of-other-layers", test_facts_of_other_layers);
  g_test_add_func ("/gazetteer-layers/words", test_words);
  g_test_add_func ("/gazetteer-layers/prefixes", test_prefixes);
  g_test_add_func ("/gazetteer-layers/sources", test_sources);
  g_test_add_func ("/gazetteer-layers/nothing-but-the-base", test_nothing_but_the_base);
  g_test_add_func ("/gazetteer-layers/threads", test_threads);

  return g_test_run ();
}
