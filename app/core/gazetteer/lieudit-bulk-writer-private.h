/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "gazetteer/lieudit-bulk-writer.h"
#include "gazetteer/lieudit-external-sort.h"
#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-name-index-builder.h"

G_BEGIN_DECLS

/*
 * LieuditBulkWriter:
 *
 * Compiles a gazetteer of any size in bounded memory. Places go to disk as
 * they come; their names are sorted on disk; the trie is built over the sorted
 * names, which are mapped into memory. What stays in memory is the trie, and a
 * pointer and a number for each different name.
 */
struct _LieuditBulkWriter
{
  char                    *folder;
  FILE                    *files[LIEUDIT_N_SECTIONS];
  guint64                  sizes[LIEUDIT_N_SECTIONS];
  LieuditNameIndexBuilder *speller;
  LieuditExternalSort     *postings;
  GByteArray              *names;   /* of one place */
  GByteArray              *strings; /* of one place */
  guint32                  n_places;
  guint64                  n_names;
  GError                  *error;   /* of adding a posting */
};

/* Most significant bytes first, so that records sort as numbers do. */
typedef struct __attribute__ ((packed))
{
  guint32 unimportance;
  guint32 place;
  guint16 flags; /* inverted: more of them come first */
  guint8  language;
} LieuditBulkPosting;

gboolean lieudit_bulk_writer_append           (LieuditBulkWriter        *self,
                                               LieuditGazetteerSection   section,
                                               const void               *data,
                                               gsize                     size,
                                               GError                  **error);
gboolean lieudit_bulk_writer_write_name_index (LieuditBulkWriter        *self,
                                               GCancellable             *cancellable,
                                               GError                  **error);

G_END_DECLS
