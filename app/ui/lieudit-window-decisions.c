/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>


static LieuditApplication *
get_application (LieuditWindow *self)
{
  return LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* A name that is not located has no place that gathers its mentions. */
static GListModel *
gather_mentions_of_name (LieuditAnalysis *analysis,
                         const char      *name)
{
  GListStore *store = g_list_store_new (LIEUDIT_TYPE_MENTION);
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_mention_get_place (mention) == NULL && strcmp (lieudit_mention_get_text (mention), name) == 0)
        g_list_store_append (store, mention);
    }

  return G_LIST_MODEL (store);
}

/**
 * lieudit_window_dup_selected_mentions:
 * @self: a window
 *
 * Gets what is decided on: all that names the selected place, or the selected
 * name if it is not located.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditMention): the mentions
 */
GListModel *
lieudit_window_dup_selected_mentions (LieuditWindow *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  LieuditFoundPlace *place = lieudit_selection_get_place (self->selection);
  LieuditMention *mention = lieudit_selection_get_mention (self->selection);

  if (place != NULL)
    return g_object_ref (lieudit_found_place_get_mentions (place));

  return analysis != NULL && mention != NULL ? gather_mentions_of_name (analysis, lieudit_mention_get_text (mention)) : NULL;
}

static void
decide (LieuditWindow       *self,
        GListModel          *mentions,
        LieuditDecisionKind  kind,
        LieuditPlace        *place)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  g_autoptr(LieuditPlaceReference) reference =
    place != NULL ? lieudit_place_reference_new_for (place, lieudit_analysis_get_language (analysis)) : NULL;
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (kind, reference);

  lieudit_window_decide (self, mentions, decision);
}

static void
decide_on_selected (LieuditWindow       *self,
                    LieuditDecisionKind  kind,
                    LieuditPlace        *place)
{
  g_autoptr(GListModel) mentions = lieudit_window_dup_selected_mentions (self);

  if (mentions != NULL)
    decide (self, mentions, kind, place);
}

/* What names the places that are selected in the list. */
static GListModel *
dup_listed_mentions (LieuditWindow *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  g_autoptr(GListModel) items = lieudit_place_list_dup_selected (self->place_list);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);
      g_autoptr(GListModel) mentions = NULL;

      if (LIEUDIT_IS_FOUND_PLACE (item))
        mentions = g_object_ref (lieudit_found_place_get_mentions (LIEUDIT_FOUND_PLACE (item)));
      else
        mentions = gather_mentions_of_name (analysis, lieudit_mention_get_text (LIEUDIT_MENTION (item)));
      g_list_store_append (parts, mentions);
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
judge_selected (LieuditWindow   *self,
                LieuditDecision *decision)
{
  g_autoptr(GListModel) mentions = dup_listed_mentions (self);

  if (g_list_model_get_n_items (mentions) == 0 || !lieudit_window_may_decide (self))
    return;

  lieudit_decisions_decide_each (lieudit_session_get_decisions (self->session),
                                 lieudit_selection_get_analysis (self->selection), mentions, decision,
                                 lieudit_session_get_history (self->session));
  lieudit_window_show_change (self);
}

static void
judge_selected_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  const char *judgement = g_variant_get_string (parameter, NULL);
  g_autoptr(LieuditDecision) decision = NULL;

  if (g_str_equal (judgement, "unlocate"))
    decision = lieudit_decision_new (LIEUDIT_DECISION_NOT_LOCATED, NULL);
  else if (g_str_equal (judgement, "reject"))
    decision = lieudit_decision_new (LIEUDIT_DECISION_NOT_A_PLACE, NULL);

  judge_selected (LIEUDIT_WINDOW (widget), decision);
}

static gboolean
has_several_selected (LieuditWindow *self)
{
  g_autoptr(GListModel) items = lieudit_place_list_dup_selected (self->place_list);

  return g_list_model_get_n_items (items) > 1;
}

static void
confirm_place_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditFoundPlace *place = lieudit_selection_get_place (self->selection);

  if (has_several_selected (self))
    judge_selected (self, NULL);
  else if (place != NULL)
    decide_on_selected (self, LIEUDIT_DECISION_PLACE, lieudit_found_place_get_place (place));
}

static void
use_place (LieuditWindow *self,
           const char    *id)
{
  LieuditGazetteer *gazetteer = lieudit_application_get_gazetteer (get_application (self), NULL);
  g_autoptr(LieuditPlace) place = gazetteer != NULL ? lieudit_gazetteer_lookup_id (gazetteer, id) : NULL;

  if (place != NULL)
    decide_on_selected (self, LIEUDIT_DECISION_PLACE, place);
}

static void
use_place_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  use_place (LIEUDIT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
use_place_for_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  g_autoptr(LieuditMention) mention = NULL;
  const char *id;
  guint index;

  g_variant_get (parameter, "(u&s)", &index, &id);
  if (analysis != NULL)
    mention = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), index);
  if (mention == NULL)
    return;

  lieudit_selection_select_mention (self->selection, mention);
  use_place (self, id);
}

static void
unlocate_place_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  decide_on_selected (LIEUDIT_WINDOW (widget), LIEUDIT_DECISION_NOT_LOCATED, NULL);
}

static void
several_places_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  decide_on_selected (LIEUDIT_WINDOW (widget), LIEUDIT_DECISION_SEVERAL_PLACES, NULL);
}

static void
reject_place_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  decide_on_selected (LIEUDIT_WINDOW (widget), LIEUDIT_DECISION_NOT_A_PLACE, NULL);
}

static void
choose_place_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  g_autoptr(GListModel) mentions = lieudit_window_dup_selected_mentions (self);
  g_autoptr(LieuditMention) first = NULL;
  g_autofree char *prompt = NULL;

  if (mentions == NULL)
    return;

  first = g_list_model_get_item (mentions, 0);
  prompt = g_strdup_printf (_("Which place is “%s”?"), lieudit_mention_get_text (first));
  lieudit_card_layer_close (self->card);
  lieudit_window_find_place (self, prompt, lieudit_mention_get_text (first));
  g_set_object (&self->choosing_for, mentions);
}

static void
forget_decisions_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  lieudit_decisions_forget (lieudit_session_get_decisions (self->session), lieudit_session_get_history (self->session));
  lieudit_window_show_change (self);
}

/* The first unchecked place behind the selected one, from the end on to the beginning again. */
static LieuditFoundPlace *
find_next_unchecked (GListModel        *places,
                     LieuditFoundPlace *selected)
{
  guint n_places = g_list_model_get_n_items (places);
  guint first = 0;

  for (guint i = 0; selected != NULL && i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);

      if (place == selected)
        first = i + 1;
    }

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, (first + i) % n_places);

      if (place != selected && lieudit_found_place_get_status (place) == LIEUDIT_MENTION_UNCHECKED)
        return place; /* the list keeps it alive */
    }

  return NULL;
}

static void
next_unchecked_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditAnalysis *analysis = lieudit_selection_get_shown (self->selection);
  LieuditFoundPlace *place = NULL;

  if (analysis != NULL)
    place = find_next_unchecked (lieudit_analysis_get_places (analysis), lieudit_selection_get_place (self->selection));
  if (place == NULL)
    {
      lieudit_window_show_message (self, _("There is no other place to check."));
      return;
    }

  lieudit_selection_select_place (self->selection, place);
  lieudit_map_view_reveal_place (self->map_view, place);
}

static void
selection_changed_cb (LieuditWindow *self)
{
  gboolean has_place = lieudit_selection_get_place (self->selection) != NULL;
  gboolean has_name = has_place || lieudit_selection_get_mention (self->selection) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.confirm-place", has_place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.use-place", has_name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.unlocate-place", has_place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.several-places", has_place);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.put-place-here", has_name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reject-place", has_name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.choose-place", has_name);
}

static void
update_forget_action (LieuditWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forget-decisions",
                                 self->session != NULL &&
                                 lieudit_decisions_get_n (lieudit_session_get_decisions (self->session)) > 0);
}

static void
decisions_changed_cb (LieuditWindow    *self,
                      LieuditDecisions *decisions)
{
  update_forget_action (self);
  if (self->found != NULL)
    lieudit_window_update_analysis (self, self->found);
}

/**
 * lieudit_window_follow_decisions:
 * @self: a window that has got another article
 *
 * Shows what is decided on that article from now on.
 */
void
lieudit_window_follow_decisions (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  g_clear_object (&self->choosing_for);
  g_signal_connect_object (lieudit_session_get_decisions (self->session), "changed", G_CALLBACK (decisions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_forget_action (self);
}

/**
 * lieudit_window_apply_decisions:
 * @self: a window with an article
 * @found: what was found in it
 *
 * Puts what the person decided in place of what was found.
 *
 * Returns: (transfer full): what is to be shown
 */
LieuditAnalysis *
lieudit_window_apply_decisions (LieuditWindow   *self,
                                LieuditAnalysis *found)
{
  LieuditGazetteer *gazetteer;

  g_return_val_if_fail (LIEUDIT_IS_WINDOW (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (found), NULL);

  g_set_object (&self->found, found);
  gazetteer = lieudit_application_get_gazetteer (get_application (self), NULL);

  return gazetteer != NULL ? lieudit_session_apply (self->session,
                                                    lieudit_application_get_standing_decisions (get_application (self)),
                                                    gazetteer, found)
                           : g_object_ref (found);
}

/**
 * lieudit_window_decide_on_searched:
 * @self: a window
 * @place: a place that was searched
 *
 * Takes a place from the search for the name it was searched for, if it was
 * searched for one.
 */
void
lieudit_window_decide_on_searched (LieuditWindow *self,
                                   LieuditPlace  *place)
{
  g_autoptr(GListModel) mentions = NULL;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_PLACE (place));

  mentions = g_steal_pointer (&self->choosing_for);
  if (mentions != NULL)
    decide (self, mentions, LIEUDIT_DECISION_PLACE, place);
}

/**
 * lieudit_window_class_init_decisions:
 * @klass: the class of the window
 *
 * Installs the actions by which a person judges the places.
 */
void
lieudit_window_class_init_decisions (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.confirm-place", NULL, confirm_place_action);
  gtk_widget_class_install_action (widget_class, "win.use-place", "s", use_place_action);
  gtk_widget_class_install_action (widget_class, "win.use-place-for", "(us)", use_place_for_action);
  gtk_widget_class_install_action (widget_class, "win.choose-place", NULL, choose_place_action);
  gtk_widget_class_install_action (widget_class, "win.judge-selected", "s", judge_selected_action);
  gtk_widget_class_install_action (widget_class, "win.unlocate-place", NULL, unlocate_place_action);
  gtk_widget_class_install_action (widget_class, "win.several-places", NULL, several_places_action);
  gtk_widget_class_install_action (widget_class, "win.reject-place", NULL, reject_place_action);
  gtk_widget_class_install_action (widget_class, "win.next-unchecked", NULL, next_unchecked_action);
  gtk_widget_class_install_action (widget_class, "win.forget-decisions", NULL, forget_decisions_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "win.next-unchecked", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "win.confirm-place", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "win.confirm-place", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.choose-place", NULL);
}

/**
 * lieudit_window_init_decisions:
 * @self: a window
 *
 * Lets a person judge whatever place is selected.
 */
void
lieudit_window_init_decisions (LieuditWindow *self)
{
  g_signal_connect_object (self->selection, "notify::place", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::mention", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  update_forget_action (self);
}
