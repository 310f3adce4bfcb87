/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/lieudit-claim-review.h"

#include <glib/gi18n.h>

struct _LieuditClaimReview
{
  GObject parent_instance;

  LieuditClaim *claim;
  LieuditHistory *history;
  LieuditReviewState state;
  char *reason;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditClaimReview, lieudit_claim_review, G_TYPE_OBJECT)

typedef struct
{
  LieuditClaimReview *review;
  LieuditReviewState  before;
  LieuditReviewState  after;
  char               *reason_before;
  char               *reason_after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->review);
  g_free (change->reason_before);
  g_free (change->reason_after);
  g_free (change);
}

static void
set_state (LieuditClaimReview *self,
           LieuditReviewState  state,
           const char         *reason)
{
  self->state = state;
  g_free (self->reason);
  self->reason = g_strdup (reason);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
undo_cb (gpointer   data,
         GError   **error)
{
  Change *change = data;

  set_state (change->review, change->before, change->reason_before);

  return TRUE;
}

static gboolean
redo_cb (gpointer   data,
         GError   **error)
{
  Change *change = data;

  set_state (change->review, change->after, change->reason_after);

  return TRUE;
}

static void
lieudit_claim_review_finalize (GObject *object)
{
  LieuditClaimReview *self = LIEUDIT_CLAIM_REVIEW (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->history);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (lieudit_claim_review_parent_class)->finalize (object);
}

static void
lieudit_claim_review_class_init (LieuditClaimReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_claim_review_finalize;

  /**
   * LieuditClaimReview::changed:
   * @self: a review
   *
   * Emitted when the editor has decided, or has taken that back.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lieudit_claim_review_init (LieuditClaimReview *self)
{
}

/**
 * lieudit_claim_review_new:
 * @claim: a claim
 * @history: where decisions can be taken back
 *
 * Returns: (transfer full): a review of the claim, open
 */
LieuditClaimReview *
lieudit_claim_review_new (LieuditClaim   *claim,
                          LieuditHistory *history)
{
  LieuditClaimReview *self = g_object_new (LIEUDIT_TYPE_CLAIM_REVIEW, NULL);

  self->claim = g_object_ref (claim);
  self->history = g_object_ref (history);

  return self;
}

/**
 * lieudit_claim_review_get_claim:
 * @self: a review
 *
 * Returns: (transfer none): the claim
 */
LieuditClaim *
lieudit_claim_review_get_claim (LieuditClaimReview *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM_REVIEW (self), NULL);

  return self->claim;
}

/**
 * lieudit_claim_review_get_state:
 * @self: a review
 *
 * Returns: what the editor has decided
 */
LieuditReviewState
lieudit_claim_review_get_state (LieuditClaimReview *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM_REVIEW (self), LIEUDIT_REVIEW_OPEN);

  return self->state;
}

/**
 * lieudit_claim_review_get_reason:
 * @self: a review
 *
 * Returns: (nullable): why it was dismissed
 */
const char *
lieudit_claim_review_get_reason (LieuditClaimReview *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM_REVIEW (self), NULL);

  return self->reason;
}

/**
 * lieudit_claim_review_decide:
 * @self: a review
 * @state: what the editor thinks
 * @reason: (nullable): why
 *
 * Decides, so that it can be undone.
 */
void
lieudit_claim_review_decide (LieuditClaimReview *self,
                             LieuditReviewState  state,
                             const char         *reason)
{
  Change *change;

  g_return_if_fail (LIEUDIT_IS_CLAIM_REVIEW (self));

  change = g_new0 (Change, 1);
  change->review = g_object_ref (self);
  change->before = self->state;
  change->after = state;
  change->reason_before = g_strdup (self->reason);
  change->reason_after = g_strdup (reason);
  set_state (self, state, reason);
  lieudit_history_add (self->history, state == LIEUDIT_REVIEW_DISMISSED ? _("Dismiss a Verdict") : _("Accept a Verdict"),
                       undo_cb, redo_cb, change, change_free);
}
