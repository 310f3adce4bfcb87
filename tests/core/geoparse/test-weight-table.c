/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-weight-table.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Two slots, the second one for "a", which weighs -1.5: its hash is 0xe40c292c. */
#define SLOTS "\x02\0\0\0\x01\0\0\0"
#define SLOT_OF_A "\x2c\x29\x0c\xe4\x24\xfa\xff\xff"
#define FREE_SLOT "\0\0\0\0\0\0\0\0"

static LieuditWeightTable *
open_bytes (const char  *bytes,
            gsize        length,
            GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("lieudit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.weights", NULL);
  LieuditWeightTable *table;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  table = lieudit_weight_table_open (path, error);

  /* What is mapped stays until it is unmapped. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return table;
}

static void
test_lookup (void)
{
  static const char bytes[] = "LDWEIGHT" SLOTS SLOT_OF_A FREE_SLOT;
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditWeightTable) table = open_bytes (bytes, sizeof (bytes) - 1, &error);
  gint32 weight = 7;

  g_assert_no_error (error);
  g_assert_false (lieudit_weight_table_lookup (table, lieudit_hash_bytes ("b", 1), &weight));
  g_assert_cmpint (weight, ==, 7);
  g_assert_true (lieudit_weight_table_lookup (table, lieudit_hash_bytes ("a", 1), &weight));
  g_assert_cmpint (weight, ==, -1500);
  g_assert_true (lieudit_weight_table_lookup (table, lieudit_hash_bytes ("a", 1), NULL));
}

/* What is not there is not sought for ever. */
static void
test_full (void)
{
  static const char bytes[] = "LDWEIGHT" SLOTS SLOT_OF_A SLOT_OF_A;
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditWeightTable) table = open_bytes (bytes, sizeof (bytes) - 1, &error);

  g_assert_no_error (error);
  g_assert_false (lieudit_weight_table_lookup (table, lieudit_hash_bytes ("b", 1), NULL));
}

static void
test_damaged (void)
{
  static const struct {
    const char *what;
    const char *bytes;
    gsize length;
  } cases[] = {
    { "nothing", "", 0 },
    { "half a header", "LDWEIGHT\x01", 9 },
    { "another format", "LDWEIGHS" SLOTS SLOT_OF_A FREE_SLOT, 32 },
    { "a slot too few", "LDWEIGHT" SLOTS SLOT_OF_A, 24 },
    { "a slot too many", "LDWEIGHT" SLOTS SLOT_OF_A FREE_SLOT FREE_SLOT, 40 },
    { "no slots", "LDWEIGHT" FREE_SLOT, 16 },
    { "no power of two", "LDWEIGHT\x03\0\0\0\x01\0\0\0" SLOT_OF_A FREE_SLOT FREE_SLOT, 40 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_null (open_bytes (cases[i].bytes, cases[i].length, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_missing (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (lieudit_weight_table_open ("/nowhere/names.weights", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/weight-table/lookup", test_lookup);
  g_test_add_func ("/weight-table/full", test_full);
  g_test_add_func ("/weight-table/damaged", test_damaged);
  g_test_add_func ("/weight-table/missing", test_missing);

  return g_test_run ();
}
