/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-recogniser.h"
#include "relations/lieudit-relation.h"

G_BEGIN_DECLS

/* The index of no name, for an object that an adjective names, or where no subject is told. */
#define LIEUDIT_RELATION_NO_NAME (-1)

/**
 * LieuditStatedRelation:
 * @relation: what is said
 * @flags: how it is meant
 * @subject: index of the name it is said of, or %LIEUDIT_RELATION_NO_NAME
 * @objects: indices of the names it is told by, or %LIEUDIT_RELATION_NO_NAME for what an adjective names
 * @countries: for each object that an adjective names, its index in the gazetteer
 * @n_objects: how many
 * @bearing: the direction, in degrees, or NaN
 * @distance: the distance, in kilometres, or NaN
 * @start: first byte of its words, from the subject, if it stands beside them
 * @end: byte after the last
 *
 * What a text says of where one of its places lies.
 */
typedef struct {
  LieuditRelation      relation;
  LieuditRelationFlags flags;
  int                  subject;
  int                  objects[LIEUDIT_RELATION_MAX_OBJECTS];
  guint32              countries[LIEUDIT_RELATION_MAX_OBJECTS];
  guint                n_objects;
  double               bearing;
  double               distance;
  gsize                start;
  gsize                end;
} LieuditStatedRelation;

/**
 * LieuditRelationReader:
 *
 * Reads what texts of a language say of where their places lie.
 */
typedef struct _LieuditRelationReader LieuditRelationReader;

const LieuditRelationReader *lieudit_relation_reader_get_installed (LieuditLanguage               language,
                                                                    GError                      **error);
GArray                      *lieudit_relation_reader_read          (const LieuditRelationReader  *self,
                                                                    LieuditGazetteer             *gazetteer,
                                                                    const char                   *text,
                                                                    const LieuditFoldedText      *folded,
                                                                    const GArray                 *tokens,
                                                                    const GArray                 *names,
                                                                    const guint32                *places);

G_END_DECLS
