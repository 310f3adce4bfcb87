/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "session/lieudit-session.h"
#include "export/lieudit-export-format.h"
#include "gazetteer/lieudit-user-gazetteers.h"
#include "geoparse/lieudit-analysis.h"
#include "lieudit-cli-output.h"

G_BEGIN_DECLS

/**
 * LieuditCliStatus:
 * @LIEUDIT_CLI_DONE: all went well
 * @LIEUDIT_CLI_FAILED: an input failed; the others are done
 * @LIEUDIT_CLI_USAGE: the command line makes no sense
 *
 * The exit statuses, a public contract.
 */
typedef enum {
  LIEUDIT_CLI_DONE = 0,
  LIEUDIT_CLI_FAILED = 1,
  LIEUDIT_CLI_USAGE = 2,
} LieuditCliStatus;

/**
 * LieuditCliWrite:
 * @analysis: an analysed article
 * @id: (nullable): what the article is called
 * @data: what the caller gave
 * @error: return location for an error
 *
 * Writes one article of a stream as one line. It is called in several threads
 * at once.
 *
 * Returns: (transfer full) (nullable): the line, without its end
 */
typedef char *(*LieuditCliWrite) (LieuditAnalysis  *analysis,
                                  const char       *id,
                                  gpointer          data,
                                  GError          **error);

#define LIEUDIT_CLI_PROGRAM "lieudit-cli"

/* Subcommands: argv[0] is the subcommand's name. */
LieuditCliStatus  lieudit_cli_extract        (int                  argc,
                                              char               **argv);
LieuditCliStatus  lieudit_cli_check          (int                  argc,
                                              char               **argv);
LieuditCliStatus  lieudit_cli_places         (int                  argc,
                                              char               **argv);
LieuditCliStatus  lieudit_cli_gazetteer      (int                  argc,
                                              char               **argv);
LieuditCliStatus  lieudit_cli_render         (int                  argc,
                                              char               **argv);
LieuditCliStatus  lieudit_cli_import         (int                  argc,
                                              char               **argv);

LieuditCliStatus  lieudit_cli_extract_streams  (LieuditGazetteer    *gazetteer,
                                                char               **names,
                                                const char          *language,
                                                guint                n_threads,
                                                LieuditCliWrite      write,
                                                gpointer             data,
                                                LieuditCliOutput    *output);

LieuditCliStatus  lieudit_cli_extract_folders  (LieuditGazetteer          *gazetteer,
                                                const LieuditExportFormat *format,
                                                char                     **names,
                                                const char                *output_path,
                                                const char                *language,
                                                guint                      n_threads);

void              lieudit_cli_initialise       (void);
GOptionContext   *lieudit_cli_create_context   (const char          *parameters,
                                                const GOptionEntry  *option_entries);
gboolean          lieudit_cli_parse            (const char          *subcommand,
                                                const char          *parameters,
                                                const char          *description,
                                                const GOptionEntry  *entries,
                                                int                 *argc,
                                                char              ***argv);
char             *lieudit_cli_format_complaint (const char          *name,
                                                const char          *reason);
void              lieudit_cli_complain         (const char          *name,
                                                const char          *reason);
LieuditCliStatus  lieudit_cli_wrong_usage      (const char          *subcommand,
                                                const char          *reason);
LieuditGazetteer *lieudit_cli_open_gazetteer   (void);

gboolean          lieudit_cli_is_language_tag   (const char  *tag);
gboolean          lieudit_cli_is_standard_input (const char  *name);
GPtrArray        *lieudit_cli_read_sessions     (const char  *name,
                                                 const char  *language,
                                                 GError     **error);
LieuditSession   *lieudit_cli_read_session      (const char  *name,
                                                 const char  *language,
                                                 GError     **error);
LieuditSession   *lieudit_cli_annotate         (LieuditSession  *session,
                                                 const char      *path,
                                                 GError         **error);
LieuditAnalysis  *lieudit_cli_analyse           (LieuditGazetteer  *gazetteer,
                                                 LieuditSession    *session,
                                                 GError           **error);

G_END_DECLS
