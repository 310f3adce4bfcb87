/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to open all gazetteers, and the memory that it takes from
 * other programs: first what comes with Lieudit, then with places of one's own
 * and an imported gazetteer.
 *
 *     bench-open
 */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-import.h"
#include "gazetteer/lieudit-user-gazetteers.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "remove-folder.h"
#include "bench-time.h"

#define ROUNDS 51
#define OWN_PLACES 100
#define IMPORTED_PLACES 100000

/* What is written to memory and shared with no other program, in bytes: mapped files that are only read are not. */
static guint64
get_private_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;

  line = strstr (text, "Private_Dirty:");

  return line != NULL ? strtoull (line + strlen ("Private_Dirty:"), NULL, 10) * 1024 : 0;
}

/* Closed gazetteers leave their mappings to the kernel, so that each round opens anew. */
static void
measure (const char            *what,
         LieuditUserGazetteers *gazetteers,
         LieuditUserPlaces     *places)
{
  gint64 times[ROUNDS];
  guint64 memory = 0;
  guint n_places = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(LieuditGazetteer) gazetteer = NULL;
      guint64 before;
      gint64 start;

      /* What was freed before would be taken again, and not count. */
      malloc_trim (0);
      before = get_private_memory ();
      start = g_get_monotonic_time ();
      if (gazetteers != NULL)
        lieudit_user_gazetteers_refresh (gazetteers);
      gazetteer = gazetteers != NULL ? lieudit_user_gazetteers_open (gazetteers, places, &error)
                                     : lieudit_gazetteer_open_installed (&error);
      times[i] = g_get_monotonic_time () - start;
      if (gazetteer == NULL)
        g_error ("%s", error->message);

      if (i == 0)
        memory = get_private_memory () - before;
      n_places = lieudit_gazetteer_get_n_places (gazetteer);
    }

  qsort (times, ROUNDS, sizeof (gint64), bench_compare_times);
  g_print ("%s, %u places: median %.2f ms, best %.2f ms, worst %.2f ms, private memory %.2f MB\n",
           what, n_places, (double) times[ROUNDS / 2] / 1000.0, (double) times[0] / 1000.0,
           (double) times[ROUNDS - 1] / 1000.0, (double) memory / 1e6);
}

static void
add_own_places (LieuditUserPlaces *places)
{
  for (guint i = 0; i < OWN_PLACES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hill %u", i);
      g_autoptr(LieuditUserPlace) place = lieudit_user_place_new (NULL, 35.0 + i * 0.01, 36.5);

      lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_ENGLISH, (const char * const []) { name, NULL });
      if (!lieudit_user_places_add (places, place, NULL))
        g_error ("A place cannot be added");
    }
}

static void
import (const char *folder,
        const char *gazetteers)
{
  g_autofree char *path = g_build_filename (folder, "villages.csv", NULL);
  g_autoptr(GString) table = g_string_new ("name,lat,lon\n");
  g_autoptr(LieuditGazetteerImport) import = lieudit_gazetteer_import_new (gazetteers);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < IMPORTED_PLACES; i++)
    g_string_append_printf (table, "Zork %u,%u.%03u,%u.%03u\n", i, i % 80, i % 1000, i % 170, i / 100);
  g_file_set_contents (path, table->str, (gssize) table->len, NULL);
  lieudit_gazetteer_import_add_file (import, path);
  if (!lieudit_gazetteer_import_run (import, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  g_autofree char *gazetteer_folder = g_build_filename (folder, "gazetteers", NULL);
  g_autofree char *places_path = g_build_filename (folder, "places.geojson", NULL);

  measure ("What comes with Lieudit", NULL, NULL);

  {
    g_autoptr(LieuditUserPlaces) places = lieudit_user_places_new (places_path);
    g_autoptr(LieuditUserGazetteers) gazetteers = NULL;

    add_own_places (places);
    gazetteers = lieudit_user_gazetteers_new (gazetteer_folder);
    measure ("With places of one's own", gazetteers, places);
    import (folder, gazetteer_folder);
    measure ("With an imported gazetteer", gazetteers, places);
  }

  remove_folder (gazetteer_folder);
  remove_folder (folder);

  return 0;
}
