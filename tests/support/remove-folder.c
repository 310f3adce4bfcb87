/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remove-folder.h"

#include <glib/gstdio.h>

/* Removes a folder of files, as tests leave it. */
void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}
