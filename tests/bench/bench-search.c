/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to find the places for what a person has typed so far, on
 * one thread, in processor time: every beginning of many names, right and with a typing error.
 *
 *     bench-search
 */
#include "config.h"

#include "gazetteer/lieudit-name-search.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-time.h"

#define LONGEST_QUERY 12
#define RESULTS 50
#define NAME_STEP 4231 /* every so many places lend their name */

typedef struct
{
  GPtrArray *queries; /* of char * */
  GArray    *times;   /* of gint64, in microseconds */
} Length;

static void
add_query (Length     *lengths,
           const char *query)
{
  glong length = g_utf8_strlen (query, -1);

  if (length >= 1 && length <= LONGEST_QUERY)
    g_ptr_array_add (lengths[length].queries, g_strdup (query));
}

/* Another letter in the middle. */
static void
add_mistyped (Length     *lengths,
              const char *query)
{
  g_autofree char *mistyped = g_strdup (query);
  gsize middle = strlen (query) / 2;

  if (!g_ascii_isalpha (query[middle]))
    return;
  mistyped[middle] = g_ascii_tolower (query[middle]) == 'z' ? 'm' : 'z';
  add_query (lengths, mistyped);
}

static void
add_beginnings (Length     *lengths,
                const char *name)
{
  glong n_letters = MIN (g_utf8_strlen (name, -1), LONGEST_QUERY);

  for (glong n = 1; n <= n_letters; n++)
    {
      g_autofree char *beginning = g_utf8_substring (name, 0, n);

      add_query (lengths, beginning);
      add_mistyped (lengths, beginning);
    }
}

static void
collect_queries (Length           *lengths,
                 LieuditGazetteer *gazetteer)
{
  static const char * const names[] = {
    "Saraqib", "Sarakeb", "Saraqueb", "سراقب", "Lattakia", "Latakie", "اللاذقية", "Maarat al-Noomane",
    "Deir ez-Zor", "San Francisco", "Москва", "北京", "Saint-Denis", "Xylophagou", "zzzzzzzzzzzz", "aaaaaaaaaaaa",
  };

  for (char letter = 'a'; letter <= 'z'; letter++)
    add_query (lengths, (char[]) { letter, '\0' });
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_beginnings (lengths, names[i]);

  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i += NAME_STEP)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);

      add_beginnings (lengths, lieudit_place_get_name (place, LIEUDIT_LANGUAGE_ARABIC));
      add_beginnings (lengths, lieudit_place_get_name (place, LIEUDIT_LANGUAGE_FRENCH));
    }
}

/* In nanoseconds of this thread: what other programs take meanwhile is not to be measured. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static gint64
measure (LieuditGazetteer *gazetteer,
         const char       *query)
{
  const LieuditBounds view = { 34.0, 35.0, 37.5, 39.0 };
  gint64 start = get_time ();
  g_autoptr(GPtrArray) results = lieudit_name_search_run (gazetteer, query, &view, RESULTS, NULL, NULL);

  return (get_time () - start) / 1000;
}

static void
report (Length *length,
        guint   n_letters)
{
  guint worst = 0;
  gint64 worst_time, median, nearly_all;

  for (guint i = 1; i < length->times->len; i++)
    {
      if (g_array_index (length->times, gint64, i) > g_array_index (length->times, gint64, worst))
        worst = i;
    }
  worst_time = g_array_index (length->times, gint64, worst);

  g_array_sort (length->times, bench_compare_times);
  median = g_array_index (length->times, gint64, length->times->len / 2);
  nearly_all = g_array_index (length->times, gint64, length->times->len * 99 / 100);
  g_print ("%2u letters, %5u queries: median %6.2f ms, 99 of 100 within %6.2f ms, worst %6.2f ms (%s)\n",
           n_letters, length->times->len, (double) median / 1000.0, (double) nearly_all / 1000.0,
           (double) worst_time / 1000.0, (char *) g_ptr_array_index (length->queries, worst));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_gazetteer_open_installed (&error);
  Length lengths[LONGEST_QUERY + 1];

  if (gazetteer == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  for (guint i = 1; i <= LONGEST_QUERY; i++)
    lengths[i] = (Length) { g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (gint64)) };
  collect_queries (lengths, gazetteer);

  g_print ("the first query, before anything was looked at: %.2f ms\n", (double) measure (gazetteer, "sar") / 1000.0);
  for (guint i = 1; i <= LONGEST_QUERY; i++)
    {
      for (guint j = 0; j < lengths[i].queries->len; j++)
        {
          gint64 time = measure (gazetteer, g_ptr_array_index (lengths[i].queries, j));

          g_array_append_val (lengths[i].times, time);
        }
      report (&lengths[i], i);
      g_ptr_array_unref (lengths[i].queries);
      g_array_unref (lengths[i].times);
    }

  return 0;
}
