/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many arrays and objects may lie in each other. */
#define LIEUDIT_JSON_READER_MAX_DEPTH 32

/**
 * LieuditJsonValueKind:
 *
 * What the next value of a JSON text is.
 */
typedef enum {
  LIEUDIT_JSON_VALUE_NONE,
  LIEUDIT_JSON_VALUE_OBJECT,
  LIEUDIT_JSON_VALUE_ARRAY,
  LIEUDIT_JSON_VALUE_STRING,
  LIEUDIT_JSON_VALUE_NUMBER,
  LIEUDIT_JSON_VALUE_LITERAL,
} LieuditJsonValueKind;

/**
 * LieuditJsonReader:
 *
 * Reads JSON value by value. json-glib needs a tree of the whole text first,
 * which takes ten times as long, and overflows its stack on deep nesting.
 */
typedef struct {
  /*< private >*/
  const char *position;
  const char *end;
  const char *problem;
  guint       depth;
  gboolean    has_items[LIEUDIT_JSON_READER_MAX_DEPTH];
} LieuditJsonReader;

gboolean              lieudit_json_reader_init         (LieuditJsonReader  *self,
                                                        const char         *text,
                                                        gsize               length);
const char           *lieudit_json_reader_get_problem  (LieuditJsonReader  *self);
void                  lieudit_json_reader_set_problem  (LieuditJsonReader  *self,
                                                        const char         *problem);
LieuditJsonValueKind  lieudit_json_reader_peek         (LieuditJsonReader  *self);
gboolean              lieudit_json_reader_begin_object (LieuditJsonReader  *self);
gboolean              lieudit_json_reader_next_member  (LieuditJsonReader  *self,
                                                        char              **name);
gboolean              lieudit_json_reader_begin_array  (LieuditJsonReader  *self);
gboolean              lieudit_json_reader_next_element (LieuditJsonReader  *self);
char                 *lieudit_json_reader_dup_string   (LieuditJsonReader  *self);
double                lieudit_json_reader_read_double  (LieuditJsonReader  *self);
gsize                 lieudit_json_reader_read_size    (LieuditJsonReader  *self);
void                  lieudit_json_reader_skip         (LieuditJsonReader  *self);
gboolean              lieudit_json_reader_finish       (LieuditJsonReader  *self);

G_END_DECLS
