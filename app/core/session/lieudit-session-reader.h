/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For lieudit_session_read(): the kinds of files that it tells apart. */
#pragma once

#include "session/lieudit-session-format.h"

G_BEGIN_DECLS

/**
 * LieuditReadAnnotation:
 *
 * What an annotation says, as it was read; every member may be missing.
 */
typedef struct {
  char                  *decision;
  char                  *scope;
  char                  *name;
  char                  *note;
  char                  *kind;
  char                  *review;
  char                  *relation;
  double                 confidence;
  LieuditPlaceReference *place;
  LieuditPlaceReference *found;
  char                  *exact;
  char                  *prefix;
  char                  *suffix;
  gsize                  start;
  gsize                  end;
} LieuditReadAnnotation;

void            lieudit_read_annotation_clear   (gpointer                     data);
void            lieudit_read_annotation_restore (LieuditSession              *session,
                                                 LieuditRecordedMentions     *recorded,
                                                 const LieuditReadAnnotation *self);

LieuditSession *lieudit_session_read_json     (const char      *text,
                                               gsize            length,
                                               GError         **error);
gboolean        lieudit_session_recognise_tei (const char      *text,
                                               gsize            length);
LieuditSession *lieudit_session_read_tei      (GBytes          *bytes,
                                               GError         **error);
gboolean        lieudit_recogito_recognise    (const char      *text,
                                               gsize            length);
LieuditSession *lieudit_recogito_read         (GBytes          *bytes,
                                               LieuditArticle  *onto,
                                               GError         **error);

G_END_DECLS
