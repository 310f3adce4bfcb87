/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-claim-reviews.h"

#include <glib/gi18n.h>

/**
 * LieuditClaimReviews:
 *
 * What an editor thinks of the verdicts on an article's claims. They hold for
 * the words of a claim, which are read anew with every analysis.
 */
struct _LieuditClaimReviews
{
  GObject parent_instance;

  LieuditAnchors *anchors;
  GPtrArray      *reviews; /* LieuditClaimReview, of which articles have a few */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditClaimReviews, lieudit_claim_reviews, G_TYPE_OBJECT)

/* As session files call the states; one that is open is not written. */
static const char *const state_nicks[] = { "open", "accepted", "dismissed" };

typedef struct {
  LieuditClaimReviews *reviews;
  LieuditAnchor       *anchor;
  LieuditRelation      relation;
  LieuditReviewState   before;
  LieuditReviewState   after;
  char                *reason_before;
  char                *reason_after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->reviews);
  g_object_unref (change->anchor);
  g_free (change->reason_before);
  g_free (change->reason_after);
  g_free (change);
}

static void
review_free (gpointer data)
{
  LieuditClaimReview *review = data;

  g_object_unref (review->anchor);
  g_free (review->reason);
  g_free (review);
}

static LieuditClaimReview *
find_review (LieuditClaimReviews *self,
             LieuditAnchor       *anchor,
             LieuditRelation      relation)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      LieuditClaimReview *review = g_ptr_array_index (self->reviews, i);

      if (review->anchor == anchor && review->relation == relation)
        return review;
    }

  return NULL;
}

static void
put_review (LieuditClaimReviews *self,
            LieuditAnchor       *anchor,
            LieuditRelation      relation,
            LieuditReviewState   state,
            const char          *reason)
{
  LieuditClaimReview *review = find_review (self, anchor, relation);

  if (review != NULL)
    g_ptr_array_remove (self->reviews, review);
  if (state == LIEUDIT_REVIEW_OPEN)
    return;

  review = g_new0 (LieuditClaimReview, 1);
  review->anchor = g_object_ref (anchor);
  review->relation = relation;
  review->state = state;
  review->reason = g_strdup (reason);
  g_ptr_array_add (self->reviews, review);
}

static gboolean
undo_cb (gpointer   data,
         GError   **error)
{
  Change *change = data;

  put_review (change->reviews, change->anchor, change->relation, change->before, change->reason_before);
  g_signal_emit (change->reviews, signals[CHANGED], 0);

  return TRUE;
}

static gboolean
redo_cb (gpointer   data,
         GError   **error)
{
  Change *change = data;

  put_review (change->reviews, change->anchor, change->relation, change->after, change->reason_after);
  g_signal_emit (change->reviews, signals[CHANGED], 0);

  return TRUE;
}

static void
lieudit_claim_reviews_finalize (GObject *object)
{
  LieuditClaimReviews *self = LIEUDIT_CLAIM_REVIEWS (object);

  g_ptr_array_unref (self->reviews);
  g_object_unref (self->anchors);

  G_OBJECT_CLASS (lieudit_claim_reviews_parent_class)->finalize (object);
}

static void
lieudit_claim_reviews_class_init (LieuditClaimReviewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_claim_reviews_finalize;

  /**
   * LieuditClaimReviews::changed:
   * @self: reviews
   *
   * Emitted when the editor has decided, or has taken that back.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lieudit_claim_reviews_init (LieuditClaimReviews *self)
{
  self->reviews = g_ptr_array_new_with_free_func (review_free);
}

/**
 * lieudit_claim_reviews_new:
 * @anchors: the anchors of an article
 *
 * Returns: (transfer full): no reviews yet
 */
LieuditClaimReviews *
lieudit_claim_reviews_new (LieuditAnchors *anchors)
{
  LieuditClaimReviews *self;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (anchors), NULL);

  self = g_object_new (LIEUDIT_TYPE_CLAIM_REVIEWS, NULL);
  self->anchors = g_object_ref (anchors);

  return self;
}

/**
 * lieudit_claim_reviews_get:
 * @self: reviews
 * @start: where the words of a claim begin, in code points
 * @end: where they end
 * @relation: what they claim
 * @reason: (out) (optional) (nullable) (transfer none): why an editor thinks so
 *
 * Returns: what an editor thinks of the verdict on the claim
 */
LieuditReviewState
lieudit_claim_reviews_get (LieuditClaimReviews *self,
                           gsize                start,
                           gsize                end,
                           LieuditRelation      relation,
                           const char         **reason)
{
  LieuditAnchor *anchor;
  LieuditClaimReview *review;

  g_return_val_if_fail (LIEUDIT_IS_CLAIM_REVIEWS (self), LIEUDIT_REVIEW_OPEN);

  anchor = lieudit_anchors_lookup (self->anchors, start, end);
  review = anchor != NULL ? find_review (self, anchor, relation) : NULL;
  if (reason != NULL)
    *reason = review != NULL ? review->reason : NULL;

  return review != NULL ? review->state : LIEUDIT_REVIEW_OPEN;
}

/**
 * lieudit_claim_reviews_set:
 * @self: reviews
 * @start: where the words of a claim begin, in code points
 * @end: where they end
 * @relation: what they claim
 * @state: what the editor thinks of the verdict on it
 * @reason: (nullable): why
 * @history: where that is remembered, to be undone
 *
 * Decides about a verdict.
 */
void
lieudit_claim_reviews_set (LieuditClaimReviews *self,
                           gsize                start,
                           gsize                end,
                           LieuditRelation      relation,
                           LieuditReviewState   state,
                           const char          *reason,
                           LieuditHistory      *history)
{
  const char *reason_before = NULL;
  Change *change;

  g_return_if_fail (LIEUDIT_IS_CLAIM_REVIEWS (self));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  change = g_new0 (Change, 1);
  change->reviews = g_object_ref (self);
  change->anchor = g_object_ref (lieudit_anchors_ensure (self->anchors, start, end));
  change->relation = relation;
  change->before = lieudit_claim_reviews_get (self, start, end, relation, &reason_before);
  change->after = state;
  change->reason_before = g_strdup (reason_before);
  change->reason_after = g_strdup (reason);
  put_review (self, change->anchor, relation, state, reason);
  lieudit_history_add (history, state == LIEUDIT_REVIEW_DISMISSED ? _("Dismiss a Verdict") : _("Accept a Verdict"),
                       undo_cb, redo_cb, change, change_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lieudit_claim_reviews_restore:
 * @self: reviews that nobody follows yet
 * @anchor: the words of a claim, one of the article's anchors
 * @relation: what they claim
 * @state: what the editor thinks of the verdict
 * @reason: (nullable): why
 *
 * Takes a review over from a file.
 */
void
lieudit_claim_reviews_restore (LieuditClaimReviews *self,
                               LieuditAnchor       *anchor,
                               LieuditRelation      relation,
                               LieuditReviewState   state,
                               const char          *reason)
{
  g_return_if_fail (LIEUDIT_IS_CLAIM_REVIEWS (self));
  g_return_if_fail (LIEUDIT_IS_ANCHOR (anchor));

  put_review (self, anchor, relation, state, reason);
}

/**
 * lieudit_claim_reviews_get_all:
 * @self: reviews
 *
 * Returns: (transfer none) (element-type LieuditClaimReview): all of them, in
 *   the order in which they were made
 */
GPtrArray *
lieudit_claim_reviews_get_all (LieuditClaimReviews *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM_REVIEWS (self), NULL);

  return self->reviews;
}

/**
 * lieudit_review_state_to_nick:
 * @state: what an editor thinks of a verdict
 *
 * Returns: (transfer none): what session files call it
 */
const char *
lieudit_review_state_to_nick (LieuditReviewState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_nicks), state_nicks[0]);

  return state_nicks[state];
}

/**
 * lieudit_review_state_from_nick:
 * @nick: what a session file calls a state
 * @state: (out): return location for it
 *
 * Returns: whether there is such a state
 */
gboolean
lieudit_review_state_from_nick (const char         *nick,
                                LieuditReviewState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_nicks); i++)
    {
      if (g_strcmp0 (nick, state_nicks[i]) != 0)
        continue;
      *state = i;
      return TRUE;
    }

  return FALSE;
}
