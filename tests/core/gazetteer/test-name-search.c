/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-builder.h"
#include "gazetteer/lieudit-gazetteer-private.h"
#include "gazetteer/lieudit-name-search.h"
#include "gazetteer/lieudit-table-reader.h"
#include "text/lieudit-folded-text.h"

#include <string.h>

#define LIMIT 20
#define HEADER "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tprecision_km\tfr\ten\tar\tother\tsource\n"

static LieuditGazetteer *
open_installed (void)
{
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);

  return gazetteer;
}

static GPtrArray *
search (LieuditGazetteer    *gazetteer,
        const char          *text,
        const LieuditBounds *view,
        guint                limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *results = lieudit_name_search_run (gazetteer, text, view, limit, NULL, &error);

  g_test_message ("%s", text);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, <=, limit);

  return results;
}

static const char *
get_id (GPtrArray *results,
        guint      index)
{
  return lieudit_place_get_id (lieudit_name_result_get_place (g_ptr_array_index (results, index)));
}

static gboolean
has_id (GPtrArray  *results,
        const char *id)
{
  for (guint i = 0; i < results->len; i++)
    {
      if (g_str_equal (get_id (results, i), id))
        return TRUE;
    }

  return FALSE;
}

static void
test_first (void)
{
  static const struct {
    const char *text;
    const char *id;
  } cases[] = {
    /* other spellings and scripts */
    { "Saraqib", "sy-saraqib" },
    { "Sarakeb", "sy-saraqib" },
    { "Saraqueb", "sy-saraqib" },
    { "Sarakib", "sy-saraqib" },
    { "saraqeeb", "sy-saraqib" },
    { "سراقب", "sy-saraqib" },
    { "Lattakia", "sy-latakia" },
    { "Latakie", "sy-latakia" },
    { "Lataquieh", "sy-latakia" },
    { "اللاذقية", "sy-latakia" },
    { "اللادقية", "sy-latakia" },
    { "Qamichli", "sy-qamishli" },
    { "deir ezor", "sy-deir-ez-zor" },
    { "Koweit", "kw-kuwait" },
    /* articles and spaces */
    { "el bab", "sy-al-bab" },
    { "el-Bab", "sy-al-bab" },
    { "albab", "sy-al-bab" },
    { "kahira", "eg-cairo" },
    /* while typing */
    { "pari", "fr-paris" },
    { "mosc", "ru-moscow" },
    { "alepp", "sy-aleppo" },
    { "حل", "sy-aleppo" },
    { "middle e", "xx-middle-east" },
    /* typing errors: a letter lacks, is another, is too many, changes its place */
    { "Lonon", "gb-london" },
    { "Lomdon", "gb-london" },
    { "Londoon", "gb-london" },
    { "Lonodn", "gb-london" },
    { "Srakib", "sy-saraqib" },
    { "Istampul", "tr-istanbul" },
    { "Ouashingthon", "us-washington" },
    /* two of them */
    { "Bucaresst", "ro-bucharest" },
    /* a whole name comes before longer ones */
    { "Paris", "fr-paris" },
    { "Syrie", "sy-syria" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, cases[i].text, NULL, LIMIT);

      g_assert_cmpuint (results->len, >, 0);
      g_assert_cmpstr (get_id (results, 0), ==, cases[i].id);
    }
}

static void
test_view_comes_first (void)
{
  static const struct {
    const char *text;
    LieuditBounds view;
    const char *id;
  } cases[] = {
    { "maarat an", { 35.0, 36.0, 36.5, 38.0 }, "sy-maarrat-al-numan" },
    { "tripoli", { 33.0, 34.5, 35.5, 37.5 }, "lb-tripoli" },
    { "tripoli", { 30.0, 10.0, 35.0, 16.0 }, "ly-tripoli" },
    { "paris", { 33.0, -96.0, 34.0, -95.0 }, "gn-4717560" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, cases[i].text, &cases[i].view, LIMIT);

      g_assert_cmpuint (results->len, >, 0);
      g_assert_cmpstr (get_id (results, 0), ==, cases[i].id);
    }
}

static void
test_places_come_once (void)
{
  static const char * const texts[] = { "a", "al", "hal", "Alep", "saint", "san fransisco", "ال", "mos" };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, texts[i], NULL, 100);
      g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (results->len, >, 1);
      for (guint j = 0; j < results->len; j++)
        g_assert_true (g_hash_table_add (seen, (gpointer) get_id (results, j)));
    }
}

static void
test_limit_keeps_the_best (void)
{
  static const char * const texts[] = { "s", "sa", "mara", "damascs", "lattakia", "san jose" };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) few = search (gazetteer, texts[i], NULL, 3);
      g_autoptr(GPtrArray) many = search (gazetteer, texts[i], NULL, 60);

      for (guint j = 0; j < few->len; j++)
        g_assert_cmpstr (get_id (few, j), ==, get_id (many, j));
    }
}

static void
test_spelling (void)
{
  static const struct {
    const char *text;
    const char *spelling;
    gboolean is_exact;
  } cases[] = {
    { "Alep", "Alep", TRUE },
    { "alep", "Alep", TRUE },
    { "ALEPPO", "Aleppo", TRUE },
    { "حلب", "حلب", TRUE },
    { "Lattaqui", "Lattaquié", FALSE },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, cases[i].text, NULL, LIMIT);
      LieuditNameResult *first;

      g_assert_cmpuint (results->len, >, 0);
      first = g_ptr_array_index (results, 0);
      g_assert_cmpstr (lieudit_name_result_get_spelling (first), ==, cases[i].spelling);
      g_assert_cmpint (lieudit_name_result_is_exact (first), ==, cases[i].is_exact);
    }
}

static void
test_nothing (void)
{
  static const char * const texts[] = { "", "   ", "\n", "Zzyzqland", "qqqqqqqqqqqqqqq", "\u200f", "\U0001F525\U0001F525\U0001F525" };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, texts[i], NULL, LIMIT);

      g_assert_cmpuint (results->len, ==, 0);
    }
}

/* Short texts tolerate no typing error, or they would find anything. */
static void
test_short_texts_are_taken_literally (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GPtrArray) results = search (gazetteer, "zm", NULL, LIMIT);

  g_assert_cmpuint (results->len, >, 0);
  for (guint i = 0; i < results->len; i++)
    {
      const char *spelling = lieudit_name_result_get_spelling (g_ptr_array_index (results, i));
      g_autofree char *folded = lieudit_fold_name (spelling);

      g_assert_true (g_str_has_prefix (folded, "zm"));
    }
}

static void
test_hostile_texts (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autofree char *signs = g_strnfill (10000, '\'');
  g_autofree char *name = g_strconcat ("Saraqib", letters, NULL);
  g_autoptr(GPtrArray) of_letters = search (gazetteer, letters, NULL, LIMIT);
  g_autoptr(GPtrArray) of_signs = search (gazetteer, signs, NULL, LIMIT);
  g_autoptr(GPtrArray) of_name = search (gazetteer, name, NULL, LIMIT);

  g_assert_cmpuint (of_name->len, ==, 0);
}

/* People remember a part of a name. It is shown whole, to tell that it is the place. */
static void
test_later_words (void)
{
  static const struct {
    const char *text;
    const char *id;
    const char *spelling;
  } cases[] = {
    { "Nomane", "sy-maarrat-al-numan", "Maarat al-Nomane" },
    { "petersburg", "ru-saint-petersburg", "Sankt Petersburg" },
    { "الشغور", "sy-jisr-al-shughur", "جسر الشغور" },
    { "ez zor", "sy-deir-ez-zor", NULL },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, cases[i].text, NULL, LIMIT);

      g_assert_cmpuint (results->len, >, 0);
      g_assert_cmpstr (get_id (results, 0), ==, cases[i].id);
      g_assert_false (lieudit_name_result_is_exact (g_ptr_array_index (results, 0)));
      if (cases[i].spelling != NULL)
        g_assert_cmpstr (lieudit_name_result_get_spelling (g_ptr_array_index (results, 0)), ==, cases[i].spelling);
    }
}

static void
test_scripts_that_names_lack (void)
{
  static const struct {
    const char *text;
    const char *id;
  } cases[] = {
    { "Алеппо", "sy-aleppo" },
    { "Алепп", "sy-aleppo" },
    { "Дамаск", "sy-damascus" },
    { "Москва", "ru-moscow" },
    { "Χαλέπι", "sy-aleppo" },
    { "Αθήνα", "gr-athens" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, cases[i].text, NULL, LIMIT);

      g_assert_cmpuint (results->len, >, 0);
      g_assert_cmpstr (get_id (results, 0), ==, cases[i].id);
    }
}

/* Countries and great cities bear them; of the others nothing is found rather than something far-fetched. */
static void
test_scripts_of_few_names (void)
{
  static const struct {
    const char *text;
    const char *id; /* NULL where nothing is found */
  } cases[] = {
    { "叙利亚", "sy-syria" },
    { "敘利亞", "sy-syria" },
    { "シリア", "sy-syria" },
    { "시리아", "sy-syria" },
    { "סוריה", "sy-syria" },
    { "大马士革", "sy-damascus" },
    { "ダマスカス", "sy-damascus" },
    { "다마스쿠스", "sy-damascus" },
    { "다마", "sy-damascus" },
    { "דמשק", "sy-damascus" },
    { "阿勒颇", "sy-aleppo" },
    { "アレッポ", "sy-aleppo" },
    { "알레포", "sy-aleppo" },
    { "חלב", "sy-aleppo" },
    { "北京", "cn-beijing" },
    { "서울", "kr-seoul" },
    { "東京", "jp-tokyo" },
    { "ירושלים", "il-jerusalem" },
    { "תל אביב", "il-tel-aviv" },
    { "萨拉基布", NULL },
    { "サラーキブ", NULL },
    { "사라키브", NULL },
    { "סראקב", NULL },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) results = search (gazetteer, cases[i].text, NULL, LIMIT);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (results->len > 0 ? get_id (results, 0) : NULL, ==, cases[i].id);
    }
}

/* Sarajevo and Saraburi are near to what was written, but then it was written right. */
static void
test_far_fetched_names_are_left_out (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GPtrArray) right = search (gazetteer, "Saraqib", NULL, LIMIT);
  g_autoptr(GPtrArray) wrong = search (gazetteer, "Saraqb", NULL, LIMIT);

  g_assert_true (has_id (right, "sy-saraqib"));
  g_assert_false (has_id (right, "ba-sarajevo"));
  g_assert_true (has_id (wrong, "sy-saraqib"));
}

static LieuditGazetteer *
compile (const char *table)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr(GBytes) compiled = NULL;
  LieuditGazetteer *gazetteer;
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_gazetteer_builder_add_table (builder, bytes, &error));
  compiled = lieudit_gazetteer_builder_build (builder, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_bytes (compiled, &error);
  g_assert_no_error (error);

  return gazetteer;
}

static void
test_layers_show_a_place_once (void)
{
  g_autoptr(LieuditGazetteer) base = compile (HEADER
                                              "gn-1\tPPL\tXX\t\t\t22.0\t10.0\t900\t2\tBriec\t\t\t\tgeonames:1\n"
                                              "gn-2\tPPL\tXX\t\t\t32.0\t10.0\t800\t2\tBriec\t\t\t\tgeonames:2\n");
  g_autoptr(LieuditGazetteer) imported = compile (HEADER
                                                  "v:1\tPPL\tXX\t\t\t22.01\t10.0\t5\t2\tBriec\t\t\t\tv:1\n"
                                                  "v:2\tHLL\tXX\t\t\t22.01\t10.0\t5\t2\tBriec\t\t\t\tv:2\n");
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(LieuditGazetteer) layered = NULL;
  g_autoptr(GPtrArray) results = NULL;

  g_ptr_array_add (others, imported);
  layered = lieudit_gazetteer_new_layered (base, NULL, others);
  results = search (layered, "Briec", NULL, LIMIT);

  /* Not the village again, but the other one far away, and the hill. */
  g_assert_cmpuint (results->len, ==, 3);
  g_assert_true (has_id (results, "gn-1"));
  g_assert_true (has_id (results, "gn-2"));
  g_assert_true (has_id (results, "v:2"));
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **finished = user_data;

  *finished = g_object_ref (result);
}

static GAsyncResult *
search_async (LieuditGazetteer *gazetteer,
              const char       *text,
              GCancellable     *cancellable)
{
  GAsyncResult *result = NULL;

  lieudit_name_search_run_async (gazetteer, text, NULL, LIMIT, cancellable, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GAsyncResult) result = search_async (gazetteer, "Sarakeb", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) results = lieudit_name_search_run_finish (result, &error);

  g_assert_no_error (error);
  g_assert_true (has_id (results, "sy-saraqib"));
}

static void
test_cancelled (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = search_async (gazetteer, "Sarakeb", cancellable);

  g_assert_null (lieudit_name_search_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-search/first", test_first);
  g_test_add_func ("/name-search/view-comes-first", test_view_comes_first);
  g_test_add_func ("/name-search/places-come-once", test_places_come_once);
  g_test_add_func ("/name-search/limit-keeps-the-best", test_limit_keeps_the_best);
  g_test_add_func ("/name-search/spelling", test_spelling);
  g_test_add_func ("/name-search/nothing", test_nothing);
  g_test_add_func ("/name-search/short-texts-are-taken-literally", test_short_texts_are_taken_literally);
  g_test_add_func ("/name-search/hostile-texts", test_hostile_texts);
  g_test_add_func ("/name-search/later-words", test_later_words);
  g_test_add_func ("/name-search/scripts-that-names-lack", test_scripts_that_names_lack);
  g_test_add_func ("/name-search/scripts-of-few-names", test_scripts_of_few_names);
  g_test_add_func ("/name-search/far-fetched-names-are-left-out", test_far_fetched_names_are_left_out);
  g_test_add_func ("/name-search/layers-show-a-place-once", test_layers_show_a_place_once);
  g_test_add_func ("/name-search/async", test_async);
  g_test_add_func ("/name-search/cancelled", test_cancelled);

  return g_test_run ();
}
