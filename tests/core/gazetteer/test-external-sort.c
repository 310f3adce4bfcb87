/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-external-sort.h"

#include <string.h>

typedef struct {
  const char *what;
  guint n_records;
  gsize memory;    /* bytes */
  gboolean spills; /* whether that is too much for the memory */
} Case;

static const Case cases[] = {
  { "nothing", 0, 1 << 20, FALSE },
  { "one record", 1, 1 << 20, FALSE },
  { "what fits into memory", 1000, 1 << 20, FALSE },
  { "what does not", 20000, 64 * 1024, TRUE },
  { "memory for one record at a time", 500, 1, TRUE },
};

/* Lengths differ, and one record may be the beginning of another. */
static char *
make_record (GRand *chance)
{
  char *record = g_strnfill ((gsize) g_rand_int_range (chance, 1, 40), 'a');

  for (gsize i = 0; record[i] != '\0'; i++)
    record[i] = (char) g_rand_int_range (chance, 'a', 'd');

  return record;
}

static gint
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
test_sort (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(LieuditExternalSort) sort = lieudit_external_sort_new (g_get_tmp_dir (), test->memory);
  g_autoptr(GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GRand) chance = g_rand_new_with_seed (7);
  g_autoptr(GError) error = NULL;
  const guint8 *record;
  gsize length;
  guint n_read = 0;

  for (guint i = 0; i < test->n_records; i++)
    {
      char *text = make_record (chance);

      g_ptr_array_add (expected, text);
      g_assert_true (lieudit_external_sort_add (sort, text, strlen (text), &error));
      g_assert_no_error (error);
    }
  g_assert_true (lieudit_external_sort_finish (sort, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lieudit_external_sort_get_n_records (sort), ==, test->n_records);
  g_assert_cmpint (lieudit_external_sort_get_n_runs (sort) > 0, ==, test->spills);

  g_ptr_array_sort (expected, compare);
  while (lieudit_external_sort_next (sort, &record, &length, &error))
    {
      const char *text = g_ptr_array_index (expected, n_read++);

      g_assert_cmpmem (record, length, text, strlen (text));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, test->n_records);
}

static void
test_no_folder (void)
{
  g_autoptr(LieuditExternalSort) sort = lieudit_external_sort_new ("/nonexistent", 1);
  g_autoptr(GError) error = NULL;

  g_assert_true (lieudit_external_sort_add (sort, "a", 1, &error));
  g_assert_false (lieudit_external_sort_add (sort, "b", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/external-sort/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_sort);
    }
  g_test_add_func ("/external-sort/no-folder", test_no_folder);

  return g_test_run ();
}
