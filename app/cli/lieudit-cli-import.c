/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

#include "gazetteer/lieudit-gazetteer-import.h"

#define PROGRESS_INTERVAL 200 /* milliseconds */

static char **files;
static char *name;
static char *source;
static char *licence;

static const GOptionEntry entries[] = {
  { "name", 'n', 0, G_OPTION_ARG_STRING, &name, N_("What to call the gazetteer, the first file’s name otherwise"),
    N_("NAME") },
  { "source", 's', 0, G_OPTION_ARG_STRING, &source, N_("Where the data come from"), N_("TITLE") },
  { "licence", 0, 0, G_OPTION_ARG_STRING, &licence, N_("Under which licence they are"), N_("LICENCE") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
  { NULL }
};

static const char description[] =
  N_("Reads GeoNames dumps (SY.txt, allCountries.txt, alternateNamesV2.txt), tables with a header line\n"
     "(name, lat, lon and perhaps name_fr, kind, population, country) and GeoJSON points, also from zip\n"
     "archives. A gazetteer of the same name is replaced. Rows that make no sense are skipped and reported.");

typedef struct
{
  GMainLoop              *loop;
  LieuditGazetteerImport *import;
  GCancellable           *cancellable;
  GError                 *error;
} Work;

static gboolean
show_progress (gpointer data)
{
  Work *work = data;

  g_printerr ("\r");
  /* Translators: %.0f is a percentage */
  g_printerr (_("Importing… %.0f %%"), 100.0 * lieudit_gazetteer_import_get_progress (work->import));

  return G_SOURCE_CONTINUE;
}

static gboolean
cancel_work (gpointer data)
{
  g_cancellable_cancel (((Work *) data)->cancellable);

  return G_SOURCE_CONTINUE;
}

static void
end_work (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  Work *work = data;

  lieudit_gazetteer_import_run_finish (work->import, result, &work->error);
  g_main_loop_quit (work->loop);
}

static void
run (Work *work)
{
  gboolean is_shown = isatty (STDERR_FILENO);
  guint progress = is_shown ? g_timeout_add (PROGRESS_INTERVAL, show_progress, work) : 0;
  guint interrupt = g_unix_signal_add (SIGINT, cancel_work, work);
  guint terminate = g_unix_signal_add (SIGTERM, cancel_work, work);

  lieudit_gazetteer_import_run_async (work->import, work->cancellable, end_work, work);
  g_main_loop_run (work->loop);

  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_clear_handle_id (&progress, g_source_remove);
  if (is_shown)
    g_printerr ("\n");
}

static void
print_report (LieuditGazetteerImport *import)
{
  LieuditImportReport *report = lieudit_gazetteer_import_get_report (import);
  g_auto(GStrv) lines = lieudit_import_report_dup_lines (report);
  g_autofree char *summary = lieudit_import_report_dup_summary (report, lieudit_gazetteer_import_get_name (import));

  g_print ("%s\n", summary);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_printerr ("%s\n", lines[i]);
}

/*
 * lieudit_cli_import:
 *
 * The subcommand gazetteer import.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_import (int    argc,
                    char **argv)
{
  g_autoptr(LieuditUserGazetteers) gazetteers = NULL;
  g_autoptr(LieuditGazetteerImport) import = NULL;
  g_autoptr(GMainLoop) loop = NULL;
  g_autoptr(GCancellable) cancellable = NULL;
  Work work = { NULL, };

  if (!lieudit_cli_parse ("gazetteer import", _("FILE…"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;
  if (files == NULL)
    return lieudit_cli_wrong_usage ("gazetteer import", _("There is no file to import."));

  gazetteers = lieudit_user_gazetteers_new (NULL);
  import = lieudit_gazetteer_import_new (lieudit_user_gazetteers_get_folder (gazetteers));
  for (gsize i = 0; files[i] != NULL; i++)
    lieudit_gazetteer_import_add_file (import, files[i]);
  if (name != NULL && lieudit_user_gazetteers_is_name (name))
    lieudit_gazetteer_import_set_name (import, name);
  if (!lieudit_user_gazetteers_is_name (name != NULL ? name : lieudit_gazetteer_import_get_name (import)))
    return lieudit_cli_wrong_usage ("gazetteer import",
                                    _("A gazetteer cannot be called so: give it another name with --name."));
  lieudit_gazetteer_import_set_source (import, source, licence);

  /* A file that grows too large is an error like any other, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  loop = g_main_loop_new (NULL, FALSE);
  cancellable = g_cancellable_new ();
  work = (Work) { loop, import, cancellable, NULL };
  run (&work);

  if (work.error == NULL)
    {
      print_report (import);
      return LIEUDIT_CLI_DONE;
    }

  lieudit_cli_complain (LIEUDIT_CLI_PROGRAM, work.error->message);
  g_clear_error (&work.error);

  return LIEUDIT_CLI_FAILED;
}
