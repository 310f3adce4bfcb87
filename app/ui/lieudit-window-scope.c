/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision holds for: a mention, its name in this article, or its name in all of them. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#define SCOPE_ACTION "decision-scope"

static const char *
get_scope (LieuditWindow *self)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), SCOPE_ACTION);

  return g_intern_string (g_variant_get_string (state, NULL));
}

/* The words in question: those that are selected, else the first of the place. */
static GListModel *
narrow_mentions (LieuditWindow *self,
                 GListModel    *mentions)
{
  GListStore *one = g_list_store_new (LIEUDIT_TYPE_MENTION);
  LieuditMention *selected = lieudit_selection_get_mention (self->selection);
  g_autoptr(LieuditMention) first = g_list_model_get_item (mentions, 0);

  g_list_store_append (one, selected != NULL ? selected : first);

  return G_LIST_MODEL (one);
}

static gboolean
decide_always (LieuditWindow    *self,
               GListModel       *mentions,
               LieuditDecision  *decision,
               LieuditHistory   *history,
               GError          **error)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  LieuditStandingDecisions *standing = lieudit_application_get_standing_decisions (LIEUDIT_APPLICATION (application));
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      const char *name = lieudit_mention_get_text (mention);

      if (g_hash_table_add (names, lieudit_decisions_fold_name (name)) &&
          !lieudit_standing_decisions_decide (standing, name, decision, history, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lieudit_window_decide:
 * @self: a window with an article
 * @mentions: (element-type LieuditMention): mentions that are shown
 * @decision: what the person decided on them
 *
 * Decides, for as much as the person has chosen, and says so.
 */
void
lieudit_window_decide (LieuditWindow   *self,
                       GListModel      *mentions,
                       LieuditDecision *decision)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  LieuditHistory *history = lieudit_session_get_history (self->session);
  const char *scope = get_scope (self);
  g_autoptr(GListModel) decided = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_DECISION (decision));

  if (!lieudit_window_may_decide (self))
    return;

  decided = g_str_equal (scope, "mention") ? narrow_mentions (self, mentions) : g_object_ref (mentions);
  lieudit_history_begin_group (history);
  lieudit_decisions_decide (lieudit_session_get_decisions (self->session), analysis, decided,
                            g_str_equal (scope, "mention") ? LIEUDIT_SCOPE_MENTION : LIEUDIT_SCOPE_NAME, decision, history);
  if (g_str_equal (scope, "always"))
    decide_always (self, decided, decision, history, &error);
  lieudit_history_end_group (history);

  if (error != NULL)
    lieudit_window_show_message (self, error->message);
  else
    lieudit_window_show_change (self);
}

/**
 * lieudit_window_reset_scope:
 * @self: a window
 *
 * Goes back to decisions on a name in this article: the others are exceptions,
 * which are chosen each time.
 */
void
lieudit_window_reset_scope (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_action_group_change_action_state (G_ACTION_GROUP (self), SCOPE_ACTION, g_variant_new_string ("name"));
}

static void
standing_changed_cb (LieuditWindow *self)
{
  if (self->found != NULL)
    lieudit_window_update_analysis (self, self->found);
}

/**
 * lieudit_window_init_scope:
 * @self: a window of an application
 *
 * Adds the choice, and follows what holds in all articles.
 */
void
lieudit_window_init_scope (LieuditWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr(GSimpleAction) action =
    g_simple_action_new_stateful (SCOPE_ACTION, G_VARIANT_TYPE_STRING, g_variant_new_string ("name"));

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect_object (self->selection, "notify::place", G_CALLBACK (lieudit_window_reset_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lieudit_application_get_standing_decisions (LIEUDIT_APPLICATION (application)), "items-changed",
                           G_CALLBACK (standing_changed_cb), self, G_CONNECT_SWAPPED);
}
