/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article/lieudit-article.h"
#include "session/lieudit-claim-reviews.h"
#include "session/lieudit-decisions.h"
#include "session/lieudit-drawings.h"
#include "session/lieudit-notes.h"
#include "session/lieudit-recorded-mentions.h"
#include "session/lieudit-standing-decisions.h"
#include "session/lieudit-stops.h"

G_BEGIN_DECLS

/**
 * LieuditSessionView:
 * @has_map: whether it is known where the map was
 * @latitude: the middle of the map, in degrees
 * @longitude: the middle of the map, in degrees
 * @zoom: its zoom level
 * @has_selection: whether a mention was selected
 * @selection: its first code point
 *
 * What the person looked at last.
 */
typedef struct {
  gboolean has_map;
  double   latitude;
  double   longitude;
  double   zoom;
  gboolean has_selection;
  gsize    selection;
} LieuditSessionView;

#define LIEUDIT_TYPE_SESSION (lieudit_session_get_type ())
G_DECLARE_FINAL_TYPE (LieuditSession, lieudit_session, LIEUDIT, SESSION, GObject)

LieuditSession     *lieudit_session_new           (LieuditArticle     *article);

const char         *lieudit_session_get_identifier (LieuditSession  *self);
void                lieudit_session_set_identifier (LieuditSession  *self,
                                                    const char      *identifier);
LieuditArticle     *lieudit_session_get_article   (LieuditSession     *self);
void                lieudit_session_set_article   (LieuditSession     *self,
                                                   LieuditArticle     *article);
LieuditAnchors     *lieudit_session_get_anchors   (LieuditSession     *self);
LieuditDecisions   *lieudit_session_get_decisions (LieuditSession     *self);
LieuditNotes       *lieudit_session_get_notes     (LieuditSession     *self);
LieuditDrawings    *lieudit_session_get_drawings  (LieuditSession     *self);
LieuditStops       *lieudit_session_get_stops     (LieuditSession     *self);
LieuditClaimReviews *lieudit_session_get_reviews  (LieuditSession     *self);
LieuditHistory     *lieudit_session_get_history   (LieuditSession     *self);
LieuditRecordedMentions *lieudit_session_get_recorded (LieuditSession *self);
void                lieudit_session_set_recorded  (LieuditSession     *self,
                                                   LieuditRecordedMentions *recorded);
LieuditAnalysis    *lieudit_session_apply         (LieuditSession     *self,
                                                   LieuditStandingDecisions *standing,
                                                   LieuditGazetteer   *gazetteer,
                                                   LieuditAnalysis    *analysis);
LieuditSessionView  lieudit_session_get_view      (LieuditSession     *self);
void                lieudit_session_set_view      (LieuditSession     *self,
                                                   LieuditSessionView  view);

GFile              *lieudit_session_get_file      (LieuditSession     *self);
const char         *lieudit_session_get_etag      (LieuditSession     *self);
void                lieudit_session_set_file      (LieuditSession     *self,
                                                   GFile              *file,
                                                   const char         *etag);
guint64             lieudit_session_get_state     (LieuditSession     *self);
void                lieudit_session_set_saved     (LieuditSession     *self,
                                                   guint64             state);
void                lieudit_session_set_unsaved   (LieuditSession     *self);
gboolean            lieudit_session_is_imported   (LieuditSession     *self);
void                lieudit_session_set_imported  (LieuditSession     *self);
gboolean            lieudit_session_is_modified   (LieuditSession     *self);

const char         *lieudit_session_get_place_note (LieuditSession  *self,
                                                    LieuditPlace    *place);
const char         *lieudit_session_get_mention_note (LieuditSession *self,
                                                      LieuditMention *mention);
void                lieudit_session_put_notes     (LieuditSession     *self,
                                                   LieuditAnalysis    *analysis);

G_END_DECLS
