/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "lieudit-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(LieuditApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LIEUDIT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Lieudit"));

  application = lieudit_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
