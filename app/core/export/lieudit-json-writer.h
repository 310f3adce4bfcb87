/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIEUDIT_JSON_MAX_DEPTH 16

/**
 * LieuditJsonWriter:
 * @output: what was written
 * @pretty: whether to break and indent lines
 *
 * Writes JSON piece by piece. json-glib's generator prints doubles with 17
 * digits, and needs the whole tree first.
 */
typedef struct {
  GString  *output;
  gboolean  pretty;

  /*< private >*/
  guint     depth;
  gboolean  has_value;
  gboolean  after_name;
} LieuditJsonWriter;

void  lieudit_json_writer_init         (LieuditJsonWriter  *self,
                                        gboolean            pretty);
char *lieudit_json_writer_finish       (LieuditJsonWriter  *self);

void  lieudit_json_writer_begin_object (LieuditJsonWriter  *self);
void  lieudit_json_writer_end_object   (LieuditJsonWriter  *self);
void  lieudit_json_writer_begin_array  (LieuditJsonWriter  *self);
void  lieudit_json_writer_end_array    (LieuditJsonWriter  *self);
void  lieudit_json_writer_name         (LieuditJsonWriter  *self,
                                        const char         *name);
void  lieudit_json_writer_string       (LieuditJsonWriter  *self,
                                        const char         *value);
void  lieudit_json_writer_text_member  (LieuditJsonWriter  *self,
                                        const char         *name,
                                        const char         *value);
void  lieudit_json_writer_strings      (LieuditJsonWriter  *self,
                                        const char * const *values);
void  lieudit_json_writer_size         (LieuditJsonWriter  *self,
                                        gsize               value);
void  lieudit_json_writer_double       (LieuditJsonWriter  *self,
                                        double              value,
                                        guint               n_decimals);

G_END_DECLS
