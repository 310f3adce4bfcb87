/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LieuditLineReader LieuditLineReader;

/**
 * LieuditLineStatus:
 * @LIEUDIT_LINE_COMPLETE: a line was read
 * @LIEUDIT_LINE_TOO_LONG: a line was longer than allowed and was left out
 * @LIEUDIT_LINE_END: there are no more lines
 * @LIEUDIT_LINE_ERROR: the stream failed
 */
typedef enum {
  LIEUDIT_LINE_COMPLETE,
  LIEUDIT_LINE_TOO_LONG,
  LIEUDIT_LINE_END,
  LIEUDIT_LINE_ERROR,
} LieuditLineStatus;

LieuditLineReader *lieudit_line_reader_new  (GInputStream       *stream,
                                             gsize               longest_line);
void               lieudit_line_reader_free (LieuditLineReader  *self);
LieuditLineStatus  lieudit_line_reader_next (LieuditLineReader  *self,
                                             const char        **line,
                                             gsize              *length,
                                             GCancellable       *cancellable,
                                             GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditLineReader, lieudit_line_reader_free)

G_END_DECLS
