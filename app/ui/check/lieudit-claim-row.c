/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/lieudit-claim-row.h"

#include <glib/gi18n.h>

struct _LieuditClaimRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *verdict_label;
  GtkLabel *state_label;
  GtkLabel *text_label;
  GtkLabel *explanation_label;
  GtkLabel *suggestion_label;
  GtkActionable *remedy_button;
  GtkWidget *buttons;
  GtkWidget *reason_box;
  GtkEditable *reason_entry;

  LieuditClaim *claim;
  LieuditSession *session;
};

G_DEFINE_FINAL_TYPE (LieuditClaimRow, lieudit_claim_row, GTK_TYPE_LIST_BOX_ROW)

static const char * const icons[LIEUDIT_N_VERDICTS] = {
  [LIEUDIT_VERDICT_DIFFERS] = "dialog-error-symbolic",
  [LIEUDIT_VERDICT_LOOSELY] = "dialog-warning-symbolic",
  [LIEUDIT_VERDICT_CANNOT_CHECK] = "dialog-question-symbolic",
  [LIEUDIT_VERDICT_AGREES] = "emblem-ok-symbolic",
};

static void
update_state (LieuditClaimRow *self)
{
  const char *reason = NULL;
  LieuditReviewState state = lieudit_claim_reviews_get (lieudit_session_get_reviews (self->session),
                                                        lieudit_claim_get_start_code_point (self->claim),
                                                        lieudit_claim_get_end_code_point (self->claim),
                                                        lieudit_claim_get_relation (self->claim), &reason);
  g_autofree char *dismissed = NULL;

  if (reason != NULL && *reason != '\0')
    /* Translators: %s is the reason that the editor has given */
    dismissed = g_strdup_printf (_("Dismissed: %s"), reason);

  switch (state)
    {
    case LIEUDIT_REVIEW_ACCEPTED:
      gtk_label_set_label (self->state_label, _("Accepted"));
      break;

    case LIEUDIT_REVIEW_DISMISSED:
      gtk_label_set_label (self->state_label, dismissed != NULL ? dismissed : _("Dismissed"));
      break;

    case LIEUDIT_REVIEW_OPEN:
    default:
      gtk_label_set_label (self->state_label, "");
      break;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state != LIEUDIT_REVIEW_OPEN);
  gtk_widget_set_visible (self->buttons, state == LIEUDIT_REVIEW_OPEN);
  gtk_widget_set_visible (self->reason_box, FALSE);
}

static void
decide (LieuditClaimRow    *self,
        LieuditReviewState  state,
        const char         *reason)
{
  lieudit_claim_reviews_set (lieudit_session_get_reviews (self->session),
                             lieudit_claim_get_start_code_point (self->claim), lieudit_claim_get_end_code_point (self->claim),
                             lieudit_claim_get_relation (self->claim), state, reason,
                             lieudit_session_get_history (self->session));
}

static void
accept_cb (LieuditClaimRow *self)
{
  decide (self, LIEUDIT_REVIEW_ACCEPTED, NULL);
}

static void
ask_reason_cb (LieuditClaimRow *self)
{
  gtk_editable_set_text (self->reason_entry, "");
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_set_visible (self->reason_box, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

static void
dismiss_cb (LieuditClaimRow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason_entry)));

  decide (self, LIEUDIT_REVIEW_DISMISSED, reason);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
lieudit_claim_row_dispose (GObject *object)
{
  LieuditClaimRow *self = LIEUDIT_CLAIM_ROW (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lieudit_claim_row_parent_class)->dispose (object);
}

static void
lieudit_claim_row_class_init (LieuditClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_claim_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, suggestion_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, remedy_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, reason_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimRow, reason_entry);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
lieudit_claim_row_init (LieuditClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The window corrects places, as from their cards. */
static void
show_remedy (LieuditClaimRow *self,
             LieuditClaim    *claim)
{
  int mention;
  LieuditPlace *place = lieudit_claim_get_remedy (claim, &mention);

  gtk_widget_set_visible (GTK_WIDGET (self->remedy_button), place != NULL && mention >= 0);
  if (place == NULL || mention < 0)
    return;

  gtk_actionable_set_action_target (self->remedy_button, "(us)", (guint) mention, lieudit_place_get_id (place));
  gtk_actionable_set_action_name (self->remedy_button, "win.use-place-for");
}

/**
 * lieudit_claim_row_new:
 * @claim: a claim
 * @session: where it is kept what the editor thinks of it
 *
 * Returns: (transfer floating): a row that shows both
 */
GtkWidget *
lieudit_claim_row_new (LieuditClaim   *claim,
                       LieuditSession *session)
{
  LieuditClaimRow *self = g_object_new (LIEUDIT_TYPE_CLAIM_ROW, NULL);
  LieuditVerdict verdict = lieudit_claim_get_verdict (claim);
  const char *suggestion = lieudit_claim_get_suggestion (claim);
  g_autofree char *quoted = NULL;
  g_autofree char *words = g_strdup (lieudit_claim_get_text (claim));
  g_autofree char *label = NULL;

  g_strdelimit (words, "\n\r\t", ' ');
  /* Translators: words of the article */
  quoted = g_strdup_printf (_("“%s”"), words);
  label = g_strdup_printf ("%s: %s", lieudit_verdict_get_title (verdict), words);

  self->claim = g_object_ref (claim);
  self->session = g_object_ref (session);
  gtk_image_set_from_icon_name (self->icon, icons[verdict]);
  gtk_widget_add_css_class (GTK_WIDGET (self), lieudit_verdict_to_nick (verdict));
  gtk_label_set_label (self->verdict_label, lieudit_verdict_get_title (verdict));
  gtk_label_set_label (self->text_label, quoted);
  gtk_label_set_label (self->explanation_label, lieudit_claim_get_explanation (claim));
  gtk_label_set_label (self->suggestion_label, suggestion != NULL ? suggestion : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_label), suggestion != NULL);
  show_remedy (self, claim);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_state (self);
  g_signal_connect_object (lieudit_session_get_reviews (session), "changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lieudit_claim_row_get_claim:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
LieuditClaim *
lieudit_claim_row_get_claim (LieuditClaimRow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM_ROW (self), NULL);

  return self->claim;
}
