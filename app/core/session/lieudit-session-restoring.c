/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes of annotations what a session knows. */
#include "config.h"

#include "session/lieudit-session-reader.h"

/* lieudit_read_annotation_clear: frees what an annotation is made of. */
void
lieudit_read_annotation_clear (gpointer data)
{
  LieuditReadAnnotation *annotation = data;

  g_free (annotation->decision);
  g_free (annotation->scope);
  g_free (annotation->name);
  g_free (annotation->note);
  g_free (annotation->kind);
  g_free (annotation->review);
  g_free (annotation->relation);
  g_clear_pointer (&annotation->place, lieudit_place_reference_free);
  g_clear_pointer (&annotation->found, lieudit_place_reference_free);
  g_free (annotation->exact);
  g_free (annotation->prefix);
  g_free (annotation->suffix);
}

static void
restore_note (LieuditSession              *session,
              const LieuditReadAnnotation *annotation,
              LieuditAnchor               *anchor)
{
  gboolean is_on_place = annotation->place != NULL && g_strcmp0 (annotation->scope, "place") == 0;
  g_autoptr(LieuditNote) note = lieudit_note_new (annotation->note, is_on_place ? annotation->place : NULL, anchor);

  lieudit_notes_restore (lieudit_session_get_notes (session), note);
}

static void
restore_ruling (LieuditSession              *session,
                const LieuditReadAnnotation *annotation,
                LieuditAnchor               *anchor)
{
  LieuditDecisionKind kind = LIEUDIT_DECISION_PLACE;
  LieuditScope scope = LIEUDIT_SCOPE_MENTION;
  g_autoptr(LieuditDecision) decision = NULL;
  g_autoptr(LieuditRuling) ruling = NULL;

  /* Other programs identify places by nothing but a body. */
  if (annotation->decision != NULL && !lieudit_decision_kind_from_nick (annotation->decision, &kind))
    return;
  if (annotation->scope != NULL && !lieudit_scope_from_nick (annotation->scope, &scope))
    return;
  if ((kind == LIEUDIT_DECISION_PLACE) != (annotation->place != NULL))
    return;

  decision = lieudit_decision_new (kind, annotation->place);
  ruling = lieudit_ruling_new (scope, scope != LIEUDIT_SCOPE_NAME ? NULL
                                      : annotation->name != NULL ? annotation->name : annotation->exact,
                               anchor, decision);
  lieudit_decisions_restore (lieudit_session_get_decisions (session), ruling);
}

/* What was found before a person decided otherwise; what a person marked was found by nobody. */
static void
restore_recorded (LieuditRecordedMentions     *recorded,
                  LieuditBroughtPlaces        *brought,
                  const LieuditReadAnnotation *annotation,
                  LieuditAnchor               *anchor)
{
  gboolean is_unchecked = g_strcmp0 (annotation->decision, LIEUDIT_SESSION_UNCHECKED) == 0;
  const LieuditPlaceReference *place = is_unchecked ? annotation->place : annotation->found;
  LieuditMentionKind kind;

  if (annotation->kind == NULL || !lieudit_mention_kind_from_nick (annotation->kind, &kind) ||
      g_strcmp0 (annotation->scope, lieudit_scope_to_nick (LIEUDIT_SCOPE_MARK)) == 0)
    return;

  lieudit_brought_places_add (brought, place);
  lieudit_recorded_mentions_add (recorded, anchor, kind, annotation->confidence, place);
}

/* Its note is the reason. */
static void
restore_review (LieuditSession              *session,
                const LieuditReadAnnotation *annotation,
                LieuditAnchor               *anchor)
{
  LieuditReviewState state;
  LieuditRelation relation;

  if (lieudit_review_state_from_nick (annotation->review, &state) && annotation->relation != NULL &&
      lieudit_relation_from_nick (annotation->relation, &relation))
    lieudit_claim_reviews_restore (lieudit_session_get_reviews (session), anchor, relation, state, annotation->note);
}

/**
 * lieudit_read_annotation_restore:
 * @session: a session that nobody follows yet
 * @recorded: what was found in its article
 * @self: an annotation on the article
 *
 * Takes what an annotation says over into a session; what says nothing of places
 * is left out.
 */
void
lieudit_read_annotation_restore (LieuditSession              *session,
                                 LieuditRecordedMentions     *recorded,
                                 const LieuditReadAnnotation *self)
{
  g_autoptr(LieuditAnchor) read = NULL;
  LieuditAnchor *anchor;

  /* An annotation on something else than words. */
  if (self->exact == NULL || *self->exact == '\0')
    return;

  read = lieudit_anchor_new (self->exact, self->prefix, self->suffix, self->start, self->end);
  anchor = lieudit_anchors_add (lieudit_session_get_anchors (session), read);
  if (self->review != NULL)
    {
      restore_review (session, self, anchor);
      return;
    }
  if (self->note != NULL && *self->note != '\0')
    restore_note (session, self, anchor);
  restore_recorded (recorded, lieudit_decisions_get_brought_places (lieudit_session_get_decisions (session)), self, anchor);
  if (self->decision != NULL || (self->place != NULL && g_strcmp0 (self->scope, "place") != 0))
    restore_ruling (session, self, anchor);
}
