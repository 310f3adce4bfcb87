/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "lieudit-application.h"

/* Where the translations are: the environment says so for programs that run from the build folder. */
static const char *
get_locale_directory (void)
{
  const char *directory = g_getenv ("LIEUDIT_LOCALE_DIR");

  return directory != NULL && *directory != '\0' ? directory : LIEUDIT_LOCALE_DIR;
}

int
main (int    argc,
      char **argv)
{
  LieuditApplication *application;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Lieudit"));

  application = lieudit_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);

  /* Everything is saved. Other threads may still draw, and the usual end has libraries take away what they draw with: Pixman 0.44 did. */
  fflush (NULL);
  _exit (status);
}
