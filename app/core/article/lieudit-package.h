/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article-format.h"
#include "article/lieudit-html-document.h"

G_BEGIN_DECLS

/**
 * LieuditPackageEntry:
 * @path: its path in the package
 * @bytes: what is in it
 *
 * A file in a zip archive.
 */
typedef struct {
  char   *path;
  GBytes *bytes;
} LieuditPackageEntry;

GPtrArray *lieudit_package_read     (GBytes          *bytes,
                                     LieuditReading  *reading,
                                     GError         **error);
GBytes    *lieudit_package_find     (GPtrArray       *entries,
                                     const char      *path);
xmlDoc    *lieudit_package_parse    (GPtrArray       *entries,
                                     const char      *path,
                                     GError         **error);

gboolean   lieudit_docx_read_package (GPtrArray       *entries,
                                      LieuditReading  *reading,
                                      GError         **error);
gboolean   lieudit_odt_read_package  (GPtrArray       *entries,
                                      LieuditReading  *reading,
                                      GError         **error);

G_END_DECLS
