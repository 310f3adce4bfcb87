/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data are changes to a sound gazetteer: two bytes tell where, one what to write there. So no change of the format
 * makes the corpus useless. */
#include "fuzz.h"
#include "gazetteer/lieudit-gazetteer-builder.h"
#include "gazetteer/lieudit-table-reader.h"

#include <string.h>

#define CHANGE_LENGTH 3
#define MOST_PLACES 32 /* looked at; a changed file may claim many */

static const char table[] =
  "id\tfeature\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tprecision_km\tfr\ten\tar\tother\tsource\n"
  "gn-1\tPCLI\tXX\t\t\t20.0\t10.0\t90000\t400\tXanthie|Pays de Xanthe\tXanthia\tزانثيا\t\tgeonames:1\n"
  "gn-2\tADM1\tXX\tgn-1\t\t21.0\t10.0\t9000\t40\tMélune\tMeloon\tميلون\tMelunum\tgeonames:2\n"
  "gn-3\tPPLA\tXX\tgn-2\t\t21.1\t10.1\t9000\t4\tMélune\tMeloon\tميلون\tMelunum|Me'lun\tgeonames:3\n"
  "gn-4\tPPL\tXX\tgn-2\t\t21.2\t10.2\t900\t2\tSaint-Ode\tOdeville\t\t\tgeonames:4\n";

static GBytes *
get_sound_bytes (void)
{
  static GBytes *bytes;

  if (bytes == NULL)
    {
      g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
      g_autoptr(GBytes) rows = g_bytes_new_static (table, strlen (table));
      g_autoptr(GError) error = NULL;

      lieudit_gazetteer_builder_add_table (builder, rows, &error);
      g_assert_no_error (error);
      bytes = lieudit_gazetteer_builder_build (builder, &error);
      g_assert_no_error (error);
    }

  return bytes;
}

static GBytes *
change_bytes (const guint8 *data,
              gsize         size)
{
  gsize length;
  const guint8 *sound = g_bytes_get_data (get_sound_bytes (), &length);
  guint8 *copy = g_memdup2 (sound, length);

  for (gsize i = 0; i + CHANGE_LENGTH <= size; i += CHANGE_LENGTH)
    copy[((gsize) data[i] << 8 | data[i + 1]) % length] = data[i + 2];

  return g_bytes_new_take (copy, length);
}

static void
use_place (LieuditGazetteer *gazetteer,
           guint             index)
{
  g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, index);
  g_autoptr(LieuditPlace) same = lieudit_gazetteer_lookup_id (gazetteer, lieudit_place_get_id (place));
  g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
  g_auto(GStrv) names = lieudit_place_dup_names (place, LIEUDIT_LANGUAGE_FRENCH);

  g_assert_nonnull (lieudit_place_get_name (place, LIEUDIT_LANGUAGE_ARABIC));
  g_assert_nonnull (lieudit_place_get_source (place));
  g_assert_cmpfloat (ABS (lieudit_place_get_latitude (place)), <=, 90.0);
  g_assert_cmpfloat (ABS (lieudit_place_get_longitude (place)), <=, 180.0);
  g_assert_cmpfloat (lieudit_place_get_uncertainty_km (place), >=, 0.0);
  g_assert_nonnull (lieudit_feature_describe (lieudit_place_get_feature_code (place)));
}

static void
use_gazetteer (LieuditGazetteer *gazetteer)
{
  static const char * const names[] = { "Xanthie", "Mélune", "زانثيا", "St-Ode", "Melun", "" };
  g_auto(GStrv) attribution = lieudit_gazetteer_dup_attribution (gazetteer);
  guint n_places = MIN (lieudit_gazetteer_get_n_places (gazetteer), MOST_PLACES);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, names[i]);

      for (guint j = 0; j < MIN (found->len, MOST_PLACES); j++)
        g_assert_true (LIEUDIT_IS_PLACE (g_ptr_array_index (found, j)));
    }
  for (guint i = 0; i < n_places; i++)
    use_place (gazetteer, i);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = change_bytes (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_bytes (bytes, &error);

  g_assert_true ((gazetteer == NULL) == (error != NULL));
  if (gazetteer == NULL)
    return 0;

  use_gazetteer (gazetteer);
  if (g_bytes_equal (bytes, get_sound_bytes ()))
    g_assert_true (lieudit_gazetteer_verify (gazetteer, NULL));

  return 0;
}
