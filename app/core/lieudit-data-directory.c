/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-data-directory.h"

/**
 * lieudit_build_data_path:
 * @name: path of a file below the data folder, such as `samples/sample.fr.txt`
 *
 * Tells where a file that is installed with Lieudit lies. The environment
 * variable `LIEUDIT_DATA_DIR` takes the place of the installed folder, for
 * programs that run from their build tree.
 *
 * Returns: (transfer full): the path; the file need not exist
 */
char *
lieudit_build_data_path (const char *name)
{
  const char *directory = g_getenv ("LIEUDIT_DATA_DIR");

  g_return_val_if_fail (name != NULL, NULL);

  if (directory == NULL || *directory == '\0')
    directory = LIEUDIT_DATA_DIR;

  return g_build_filename (directory, name, NULL);
}
