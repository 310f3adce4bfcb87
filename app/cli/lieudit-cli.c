/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <glib/gi18n.h>

typedef struct {
  const char        *name;
  LieuditCliStatus (*run) (int argc, char **argv);
  const char        *summary;
} Subcommand;

static const Subcommand subcommands[] = {
  { "extract", lieudit_cli_extract, N_("find the places that articles name") },
  { "render", lieudit_cli_render, N_("draw an article’s places on a map") },
  { "check", lieudit_cli_check, N_("test what articles say about where places lie") },
  { "places", lieudit_cli_places, N_("look a name up in the gazetteer") },
  { "gazetteer", lieudit_cli_gazetteer, N_("tell what the gazetteer holds, and add to it") },
};

static gboolean show_version;

static const GOptionEntry entries[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_("Print the version and exit"), NULL },
  { NULL }
};

static char *
build_description (void)
{
  g_autoptr(GString) description = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    g_string_append_printf (description, "\n  %-12s %s", subcommands[i].name, _(subcommands[i].summary));

  /* Translators: “lieudit-cli extract --help” is typed as it stands */
  g_string_append_printf (description, "\n\n%s",
                          _("See “lieudit-cli extract --help” and so on for the options of each."));

  return g_string_free (g_steal_pointer (&description), FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *description = NULL;
  g_autofree char *reason = NULL;

  lieudit_cli_initialise ();

  context = lieudit_cli_create_context (_("COMMAND …"), entries);
  description = build_description ();
  g_option_context_set_summary (context, _("Read the news on a map: find the places that articles name."));
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return lieudit_cli_wrong_usage (NULL, error->message);

  if (show_version)
    {
      g_print ("%s %s\n", LIEUDIT_CLI_PROGRAM, LIEUDIT_VERSION);
      return LIEUDIT_CLI_DONE;
    }

  if (argc < 2)
    return lieudit_cli_wrong_usage (NULL, _("There is no command."));

  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    {
      if (g_str_equal (argv[1], subcommands[i].name))
        return subcommands[i].run (argc - 1, argv + 1);
    }

  reason = g_strdup_printf (_("There is no command “%s”."), argv[1]);

  return lieudit_cli_wrong_usage (NULL, reason);
}
