/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditImportProblem:
 *
 * Why a row of an imported file, or a name in it, was skipped.
 */
typedef enum {
  LIEUDIT_IMPORT_NO_PROBLEM,
  LIEUDIT_IMPORT_COLUMNS,
  LIEUDIT_IMPORT_COORDINATES,
  LIEUDIT_IMPORT_NO_NAME,
  LIEUDIT_IMPORT_LONG_NAME,
  LIEUDIT_IMPORT_ENCODING,
  LIEUDIT_IMPORT_IDENTIFIER,
  LIEUDIT_IMPORT_DUPLICATE,
  LIEUDIT_IMPORT_LONG_LINE,
  LIEUDIT_IMPORT_NO_POINT,
  LIEUDIT_IMPORT_NOT_JSON,
  LIEUDIT_IMPORT_N_PROBLEMS
} LieuditImportProblem;

/**
 * LieuditImportExample:
 * @file: the file
 * @line: the line, counted from 1
 * @problem: what was wrong there
 *
 * Something that was skipped.
 */
typedef struct {
  char                 *file;
  guint64               line;
  LieuditImportProblem  problem;
} LieuditImportExample;

typedef struct _LieuditImportReport LieuditImportReport;

LieuditImportReport        *lieudit_import_report_new           (void);
LieuditImportReport        *lieudit_import_report_ref           (LieuditImportReport  *self);
void                        lieudit_import_report_unref         (LieuditImportReport  *self);
void                        lieudit_import_report_add           (LieuditImportReport  *self,
                                                                 LieuditImportProblem  problem,
                                                                 const char           *file,
                                                                 guint64               line);
void                        lieudit_import_report_set_counts    (LieuditImportReport  *self,
                                                                 guint64               n_places,
                                                                 guint64               n_names);
guint64                     lieudit_import_report_get_n_places  (LieuditImportReport  *self);
guint64                     lieudit_import_report_get_n_names   (LieuditImportReport  *self);
guint64                     lieudit_import_report_get_count     (LieuditImportReport  *self,
                                                                 LieuditImportProblem  problem);
guint64                     lieudit_import_report_get_n_skipped (LieuditImportReport  *self);
guint                       lieudit_import_report_get_n_examples (LieuditImportReport *self);
const LieuditImportExample *lieudit_import_report_get_example   (LieuditImportReport  *self,
                                                                 guint                 index);
const char                 *lieudit_import_problem_describe     (LieuditImportProblem  problem);
char                       *lieudit_import_report_dup_summary   (LieuditImportReport  *self,
                                                                 const char           *name);
char                      **lieudit_import_report_dup_lines     (LieuditImportReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditImportReport, lieudit_import_report_unref)

G_END_DECLS
