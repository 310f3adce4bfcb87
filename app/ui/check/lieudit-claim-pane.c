/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check/lieudit-claim-pane.h"

#include "check/lieudit-claim-row.h"

/**
 * LieuditClaimPane:
 *
 * The claims of an article, worst first.
 */
struct _LieuditClaimPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkListBox *list;
};

enum {
  CLAIM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditClaimPane, lieudit_claim_pane, GTK_TYPE_WIDGET)

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  return lieudit_claim_compare (lieudit_claim_row_get_claim (LIEUDIT_CLAIM_ROW (a)),
                                lieudit_claim_row_get_claim (LIEUDIT_CLAIM_ROW (b)));
}

static void
row_activated_cb (LieuditClaimPane *self,
                  LieuditClaimRow  *row)
{
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, lieudit_claim_row_get_claim (row));
}

static void
lieudit_claim_pane_dispose (GObject *object)
{
  LieuditClaimPane *self = LIEUDIT_CLAIM_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_claim_pane_parent_class)->dispose (object);
}

static void
lieudit_claim_pane_class_init (LieuditClaimPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_claim_pane_dispose;

  /**
   * LieuditClaimPane::claim-activated:
   * @self: a pane
   * @claim: a claim
   *
   * Emitted when a claim was chosen.
   */
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_CLAIM);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-claim-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimPane, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditClaimPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
lieudit_claim_pane_init (LieuditClaimPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/**
 * lieudit_claim_pane_set_claims:
 * @self: a pane
 * @claims: (nullable) (element-type LieuditClaim): the claims of an article
 * @session: (nullable): where it is kept what the editor thinks of them; not
 *   %NULL when there are any
 *
 * Lists claims in place of those before.
 */
void
lieudit_claim_pane_set_claims (LieuditClaimPane *self,
                               GPtrArray        *claims,
                               LieuditSession   *session)
{
  GtkListBoxRow *row;

  g_return_if_fail (LIEUDIT_IS_CLAIM_PANE (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    gtk_list_box_append (self->list, lieudit_claim_row_new (g_ptr_array_index (claims, i), session));
  gtk_stack_set_visible_child_name (self->stack, claims != NULL && claims->len > 0 ? "claims" : "empty");
}
