/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "lieudit-application.h"
#include "lieudit-work.h"

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
  g_autoptr(LieuditApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Lieudit"));

  application = lieudit_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);
  lieudit_work_wait ();

  return status;
}
