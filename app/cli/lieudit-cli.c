/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <locale.h>
#include <signal.h>

#include <glib/gi18n.h>

#define PROGRAM "lieudit-cli"

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

static GOptionContext *
create_context (const char         *parameters,
                const GOptionEntry *option_entries)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, option_entries, GETTEXT_PACKAGE);

  return context;
}

static void
initialise_locale (void)
{
  const char *directory = g_getenv ("LIEUDIT_LOCALE_DIR");

  if (directory == NULL || *directory == '\0')
    directory = LIEUDIT_LOCALE_DIR;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/*
 * lieudit_cli_parse:
 * @subcommand: the subcommand
 * @parameters: what follows the options, for the help
 * @description: what else the help says
 * @entries: the options
 * @argc: (inout): number of arguments
 * @argv: (inout): the arguments, of which the options are taken out
 *
 * Parses the options of a subcommand, and complains if it cannot. Prints the
 * help and ends the program when that is asked for.
 *
 * Returns: whether the options make sense
 */
gboolean
lieudit_cli_parse (const char          *subcommand,
                   const char          *parameters,
                   const char          *description,
                   const GOptionEntry  *option_entries,
                   int                 *argc,
                   char              ***argv)
{
  g_autoptr(GOptionContext) context = create_context (parameters, option_entries);
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_strconcat (PROGRAM " ", subcommand, NULL);

  g_set_prgname (program);
  g_option_context_set_description (context, description);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  lieudit_cli_wrong_usage (subcommand, error->message);

  return FALSE;
}

/*
 * lieudit_cli_format_complaint:
 * @name: (type filename): what failed: a file or the program
 * @reason: a sentence that says why
 *
 * Returns: (transfer full): the line that lieudit_cli_complain() writes
 */
char *
lieudit_cli_format_complaint (const char *name,
                              const char *reason)
{
  g_autofree char *display_name = g_filename_display_name (name);

  return g_strdup_printf ("%s: %s", display_name, reason);
}

/*
 * lieudit_cli_complain:
 * @name: what failed: a file or the program
 * @reason: a sentence that says why
 *
 * Writes a line to standard error.
 */
void
lieudit_cli_complain (const char *name,
                      const char *reason)
{
  g_autofree char *complaint = lieudit_cli_format_complaint (name, reason);

  g_printerr ("%s\n", complaint);
}

/*
 * lieudit_cli_wrong_usage:
 * @subcommand: (nullable): the subcommand
 * @reason: what is wrong with the command line
 *
 * Complains about the command line and says where to read about it.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_wrong_usage (const char *subcommand,
                         const char *reason)
{
  g_autofree char *command = g_strjoin (" ", PROGRAM, subcommand, NULL);

  g_printerr ("%s: %s\n", PROGRAM, reason);
  /* Translators: %s is a command, such as “lieudit-cli extract” */
  g_printerr (_("Try “%s --help”."), command);
  g_printerr ("\n");

  return LIEUDIT_CLI_USAGE;
}

static void
complain_about_damage (LieuditUserGazetteers *gazetteers)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gazetteers)); i++)
    {
      g_autoptr(LieuditUserGazetteer) gazetteer = g_list_model_get_item (G_LIST_MODEL (gazetteers), i);

      if (lieudit_user_gazetteer_get_problem (gazetteer) != NULL)
        lieudit_cli_complain (lieudit_user_gazetteer_get_path (gazetteer),
                              lieudit_user_gazetteer_get_problem (gazetteer));
    }
}

/*
 * lieudit_cli_open_gazetteer:
 *
 * Opens the gazetteer with all that the person has, and complains about what
 * cannot be opened.
 *
 * Returns: (transfer full) (nullable): the gazetteer
 */
LieuditGazetteer *
lieudit_cli_open_gazetteer (void)
{
  g_autoptr(LieuditUserGazetteers) gazetteers = lieudit_user_gazetteers_new (NULL);
  g_autoptr(LieuditUserPlaces) places = lieudit_user_places_new (NULL);
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer;

  complain_about_damage (gazetteers);
  if (!lieudit_user_places_load (places, &error))
    lieudit_cli_complain (PROGRAM, error->message);
  g_clear_error (&error);

  gazetteer = lieudit_user_gazetteers_open (gazetteers, places, &error);
  if (gazetteer == NULL)
    lieudit_cli_complain (PROGRAM, error->message);

  return gazetteer;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *description = NULL;
  g_autofree char *reason = NULL;

  initialise_locale ();
  g_set_prgname (PROGRAM);

  /* Whoever closes the pipe early has seen enough. */
  signal (SIGPIPE, SIG_DFL);

  context = create_context (_("COMMAND …"), entries);
  description = build_description ();
  g_option_context_set_summary (context, _("Read the news on a map: find the places that articles name."));
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return lieudit_cli_wrong_usage (NULL, error->message);

  if (show_version)
    {
      g_print ("%s %s\n", PROGRAM, LIEUDIT_VERSION);
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
