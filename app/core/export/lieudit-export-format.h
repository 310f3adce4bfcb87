/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "session/lieudit-session.h"

G_BEGIN_DECLS

/**
 * LieuditExport:
 * @analysis: what to export
 * @session: (nullable): what a person said of it
 * @gazetteer: the gazetteer that its places come from
 * @id: (nullable): what the article is called
 * @filter: (nullable): a sentence that says which places are left out
 * @is_excerpt: whether these are places without their article, not to be opened
 *   again
 * @tells_left_out: whether to tell what of the article's file is no article, where
 *   the format can
 * @pretty: whether to break and indent lines, where the format leaves it open
 *
 * What is exported.
 */
typedef struct {
  LieuditAnalysis  *analysis;
  LieuditSession   *session;
  LieuditGazetteer *gazetteer;
  const char       *id;
  const char       *filter;
  gboolean          is_excerpt;
  gboolean          tells_left_out;
  gboolean          pretty;
} LieuditExport;

/**
 * LieuditExportFormat:
 * @name: its short name, as for the command line
 * @ending: what names of its files end with
 * @title: what it is called for people, to be translated
 * @is_line: whether one article can be one line of text
 * @write: writes a whole file
 *
 * A format that results leave in.
 */
typedef struct {
  const char *name;
  const char *ending;
  const char *title;
  gboolean    is_line;
  GBytes   *(*write) (const LieuditExport  *what,
                      GError              **error);
} LieuditExportFormat;

const LieuditExportFormat *lieudit_export_formats_get (guint               *n_formats);
const LieuditExportFormat *lieudit_export_format_find (const char          *name);
const LieuditExportFormat *lieudit_export_format_for_path (const char      *path);

GBytes *lieudit_export_kml        (const LieuditExport *what, GError **error);
GBytes *lieudit_export_gpx        (const LieuditExport *what, GError **error);
GBytes *lieudit_export_csv        (const LieuditExport *what, GError **error);
GBytes *lieudit_export_annotation (const LieuditExport *what, GError **error);
GBytes *lieudit_export_tei        (const LieuditExport *what, GError **error);
GBytes *lieudit_export_geopackage (const LieuditExport *what, GError **error);
GBytes *lieudit_export_ninjs      (const LieuditExport *what, GError **error);
GBytes *lieudit_export_html       (const LieuditExport *what, GError **error);

G_END_DECLS
