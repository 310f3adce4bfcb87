/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n.h>

#define RENDER_PROGRAM "lieudit-cli-render"

/* Beside this program where it was built, in a folder of its own where it is installed. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  if (self != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (self);
      g_autofree char *neighbour = g_build_filename (folder, RENDER_PROGRAM, NULL);

      if (g_file_test (neighbour, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&neighbour);
    }

  return g_build_filename (LIEUDIT_LIBEXEC_DIR, RENDER_PROGRAM, NULL);
}

/*
 * lieudit_cli_render:
 *
 * The subcommand render. It is a program of its own: the libraries that draw
 * take longer to load than the other subcommands take to read an article.
 *
 * Returns: the exit status, if that program cannot be started
 */
LieuditCliStatus
lieudit_cli_render (int    argc,
                    char **argv)
{
  g_autofree char *program = find_program ();
  g_autofree char *reason = NULL;

  execv (program, argv);

  /* Translators: %s is a reason, such as “No such file or directory” */
  reason = g_strdup_printf (_("It cannot be started: %s. Install Lieudit again."), g_strerror (errno));
  lieudit_cli_complain (program, reason);
  return LIEUDIT_CLI_FAILED;
}
