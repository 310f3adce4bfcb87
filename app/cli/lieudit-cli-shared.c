/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subcommands have in common, whichever program they are in. */
#include "config.h"

#include "lieudit-cli.h"

#include <locale.h>
#include <signal.h>

#include <glib/gi18n.h>

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
 * lieudit_cli_initialise:
 *
 * Prepares a program of the command line: its language, and its end.
 */
void
lieudit_cli_initialise (void)
{
  initialise_locale ();
  g_set_prgname (LIEUDIT_CLI_PROGRAM);

  /* Whoever closes the pipe early has seen enough. */
  signal (SIGPIPE, SIG_DFL);
}

/*
 * lieudit_cli_create_context:
 * @parameters: what follows the options, for the help
 * @option_entries: the options
 *
 * Returns: (transfer full): what parses and explains the options
 */
GOptionContext *
lieudit_cli_create_context (const char         *parameters,
                            const GOptionEntry *option_entries)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, option_entries, GETTEXT_PACKAGE);

  return context;
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
  g_autoptr(GOptionContext) context = lieudit_cli_create_context (parameters, option_entries);
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_strconcat (LIEUDIT_CLI_PROGRAM " ", subcommand, NULL);

  g_set_prgname (program);
  g_option_context_set_description (context, description);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  lieudit_cli_wrong_usage (subcommand, error->message);

  return FALSE;
}

/* A name may have anything in it; a terminal obeys some of that, and a line end would begin another complaint. */
static char *
dup_harmless_name (const char *name)
{
  g_autofree char *display_name = g_filename_display_name (name);
  GString *harmless = g_string_new (NULL);

  for (const char *next = display_name; *next != '\0'; next = g_utf8_next_char (next))
    g_string_append_unichar (harmless, g_unichar_iscntrl (g_utf8_get_char (next)) ? 0xFFFD : g_utf8_get_char (next));

  return g_string_free (harmless, FALSE);
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
  g_autofree char *harmless = dup_harmless_name (name);

  return g_strdup_printf ("%s: %s", harmless, reason);
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
  g_autofree char *command = g_strjoin (" ", LIEUDIT_CLI_PROGRAM, subcommand, NULL);

  g_printerr ("%s: %s\n", LIEUDIT_CLI_PROGRAM, reason);
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
    lieudit_cli_complain (LIEUDIT_CLI_PROGRAM, error->message);
  g_clear_error (&error);

  gazetteer = lieudit_user_gazetteers_open (gazetteers, places, &error);
  if (gazetteer == NULL)
    lieudit_cli_complain (LIEUDIT_CLI_PROGRAM, error->message);

  return gazetteer;
}
