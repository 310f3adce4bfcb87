/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for libFuzzer in the ordinary tests: gives a fuzz target every file of a folder, whole, cut off and with
 * bytes changed, always in the same way:
 *
 *     fuzz-TARGET FOLDER
 */
#include "fuzz.h"

#include <string.h>

#define CUTS 64
#define CHANGES 64

typedef struct {
  guint8 *data;
  gsize   size;
} Seed;

static gboolean
read_seed (Seed       *seed,
           const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_get_contents (path, (char **) &seed->data, &seed->size, NULL);
}

/* An exact copy, so that the address sanitizer sees a read behind the end. */
static void
run_copy (const guint8 *data,
          gsize         size)
{
  guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
  g_free (copy);
}

static void
run_changed (const Seed *seed,
             GRand      *random)
{
  g_autofree guint8 *copy = g_memdup2 (seed->data, seed->size);

  for (guint i = 0; i < CHANGES && seed->size > 0; i++)
    {
      guint32 place = (guint32) g_rand_int_range (random, 0, (gint32) seed->size);

      copy[place] = (guint8) g_rand_int_range (random, 0, 256);
      run_copy (copy, seed->size);
    }
}

static void
test_seed (gconstpointer data)
{
  const Seed *seed = data;
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) seed->size);

  run_copy (seed->data, seed->size);
  for (gsize i = 0; i < CUTS; i++)
    run_copy (seed->data, seed->size * i / CUTS);
  run_changed (seed, random);
}

static void
free_seed (gpointer data)
{
  Seed *seed = data;

  g_free (seed->data);
  g_free (seed);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) seeds = g_ptr_array_new_with_free_func (free_seed);
  g_autoptr(GDir) folder = NULL;
  g_autofree char *program = g_path_get_basename (argv[0]);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      Seed *seed = g_new0 (Seed, 1);
      g_autofree char *path = g_strdup_printf ("/%s/%s", program, name);

      g_assert_true (read_seed (seed, argv[1], name));
      g_ptr_array_add (seeds, seed);
      g_test_add_data_func (path, seed, test_seed);
    }
  g_assert_cmpuint (seeds->len, >, 0);

  return g_test_run ();
}
