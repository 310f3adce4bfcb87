/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-decisions.h"

#include <glib/gi18n.h>

#include "geoparse/lieudit-analysis-private.h"
#include "geoparse/lieudit-mention-private.h"

/**
 * LieuditDecisions:
 *
 * What a person decided about the places of one article. A decision holds for
 * a name wherever the article writes it so, or, where the article means
 * different places by one name, for single mentions.
 */
struct _LieuditDecisions
{
  GObject parent_instance;

  GHashTable *decisions; /* key of a name or a mention -> LieuditDecision; never changed, but replaced */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditDecisions, lieudit_decisions, G_TYPE_OBJECT)

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static GHashTable *
copy_table (GHashTable *table)
{
  GHashTable *copy = new_table ();
  GHashTableIter iter;
  gpointer key, decision;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &decision))
    g_hash_table_insert (copy, g_strdup (key), g_object_ref (decision));

  return copy;
}

static void
set_table (LieuditDecisions *self,
           GHashTable       *table)
{
  g_hash_table_ref (table);
  g_hash_table_unref (self->decisions);
  self->decisions = table;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Capitals, as in headlines, make no other name. */
static char *
make_name_key (LieuditMention *mention)
{
  g_autofree char *normal = g_utf8_normalize (lieudit_mention_get_text (mention), -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal, -1);
}

static char *
make_mention_key (LieuditMention *mention)
{
  /* No text of a mention begins with a line break, so names have other keys. */
  return g_strdup_printf ("\n%" G_GSIZE_FORMAT, lieudit_mention_get_start_code_point (mention));
}

/* How the article writes anything but these mentions. */
static GHashTable *
gather_other_names (LieuditAnalysis *analysis,
                    GListModel      *mentions)
{
  GListModel *all = lieudit_analysis_get_mentions (analysis);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) these = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    g_hash_table_add (these, g_list_model_get_item (mentions, i));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (all, i);

      if (!g_hash_table_contains (these, mention))
        g_hash_table_add (names, make_name_key (mention));
    }

  return names;
}

typedef struct {
  LieuditDecisions *decisions;
  GHashTable       *before;
  GHashTable       *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->decisions);
  g_hash_table_unref (change->before);
  g_hash_table_unref (change->after);
  g_free (change);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  set_table (change->decisions, change->before);
  return TRUE;
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  set_table (change->decisions, change->after);
  return TRUE;
}

static void
make_change (LieuditDecisions *self,
             GHashTable       *after,
             const char       *title,
             LieuditHistory   *history)
{
  Change *change = g_new0 (Change, 1);

  change->decisions = g_object_ref (self);
  change->before = g_hash_table_ref (self->decisions);
  change->after = g_hash_table_ref (after);
  set_table (self, after);
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);
}

static char *
describe_decision (LieuditMention  *mention,
                   LieuditDecision *decision,
                   LieuditLanguage  language)
{
  const char *name = lieudit_mention_get_text (mention);
  LieuditPlace *place = lieudit_decision_get_place (decision);

  switch (lieudit_decision_get_kind (decision))
    {
    case LIEUDIT_DECISION_NOT_LOCATED:
      return g_strdup_printf (_("“%s” is not located"), name);
    case LIEUDIT_DECISION_NOT_A_PLACE:
      return g_strdup_printf (_("“%s” is no place"), name);
    case LIEUDIT_DECISION_PLACE:
    default:
      if (lieudit_mention_get_place (mention) != NULL && lieudit_place_equal (lieudit_mention_get_place (mention), place))
        return g_strdup_printf (_("“%s” is confirmed"), name);
      /* Translators: a name in an article, then the name of the place it means */
      return g_strdup_printf (_("“%s” is %s now"), name, lieudit_place_get_name (place, language));
    }
}

static void
lieudit_decisions_finalize (GObject *object)
{
  g_hash_table_unref (LIEUDIT_DECISIONS (object)->decisions);

  G_OBJECT_CLASS (lieudit_decisions_parent_class)->finalize (object);
}

static void
lieudit_decisions_class_init (LieuditDecisionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_decisions_finalize;

  /**
   * LieuditDecisions::changed:
   * @self: decisions
   *
   * Something was decided, undone or done again: apply them anew.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_DECISIONS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_decisions_init (LieuditDecisions *self)
{
  self->decisions = new_table ();
}

/**
 * lieudit_decisions_new:
 *
 * Returns: (transfer full): no decisions yet, for an article
 */
LieuditDecisions *
lieudit_decisions_new (void)
{
  return g_object_new (LIEUDIT_TYPE_DECISIONS, NULL);
}

/**
 * lieudit_decisions_get_n:
 * @self: decisions
 *
 * Returns: how many names and single mentions were decided on
 */
guint
lieudit_decisions_get_n (LieuditDecisions *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), 0);

  return g_hash_table_size (self->decisions);
}

/**
 * lieudit_decisions_lookup:
 * @self: decisions
 * @mention: a mention in the article
 *
 * Returns: (transfer none) (nullable): what was decided on it, or on its name
 */
LieuditDecision *
lieudit_decisions_lookup (LieuditDecisions *self,
                          LieuditMention   *mention)
{
  g_autofree char *of_mention = NULL;
  g_autofree char *of_name = NULL;
  LieuditDecision *decision;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  of_mention = make_mention_key (mention);
  decision = g_hash_table_lookup (self->decisions, of_mention);
  if (decision != NULL)
    return decision;

  of_name = make_name_key (mention);
  return g_hash_table_lookup (self->decisions, of_name);
}

/* By name where the article means nothing else by it, else by mention. */
static void
put_decision (GHashTable      *after,
              LieuditAnalysis *analysis,
              GListModel      *mentions,
              LieuditDecision *decision)
{
  g_autoptr(GHashTable) other_names = gather_other_names (analysis, mentions);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      g_autofree char *name = make_name_key (mention);
      g_autofree char *key = make_mention_key (mention);

      g_hash_table_remove (after, key);
      if (g_hash_table_contains (other_names, name))
        g_hash_table_insert (after, g_steal_pointer (&key), g_object_ref (decision));
      else
        g_hash_table_insert (after, g_steal_pointer (&name), g_object_ref (decision));
    }
}

/**
 * lieudit_decisions_decide:
 * @self: decisions
 * @analysis: what is shown of the article
 * @mentions: (element-type LieuditMention): one or more of its mentions
 * @decision: what is decided on them
 * @history: where that is remembered, to be undone
 *
 * Decides on mentions, and on all others by the same name in text that is
 * analysed later, unless the article means another place by that name as well.
 */
void
lieudit_decisions_decide (LieuditDecisions *self,
                          LieuditAnalysis  *analysis,
                          GListModel       *mentions,
                          LieuditDecision  *decision,
                          LieuditHistory   *history)
{
  g_autoptr(GHashTable) after = NULL;
  g_autoptr(LieuditMention) first = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));
  g_return_if_fail (G_IS_LIST_MODEL (mentions) && g_list_model_get_n_items (mentions) > 0);
  g_return_if_fail (LIEUDIT_IS_DECISION (decision));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  after = copy_table (self->decisions);
  put_decision (after, analysis, mentions, decision);

  first = g_list_model_get_item (mentions, 0);
  title = describe_decision (first, decision, lieudit_analysis_get_language (analysis));
  make_change (self, after, title, history);
}

static char *
describe_decisions (GListModel      *mentions,
                    LieuditDecision *decision)
{
  guint n_mentions = g_list_model_get_n_items (mentions);

  if (decision == NULL)
    return g_strdup_printf (ngettext ("%u mention is confirmed", "%u mentions are confirmed", n_mentions), n_mentions);
  if (lieudit_decision_get_kind (decision) == LIEUDIT_DECISION_NOT_LOCATED)
    return g_strdup_printf (ngettext ("%u mention is not located", "%u mentions are not located", n_mentions), n_mentions);

  return g_strdup_printf (ngettext ("%u mention is no place", "%u mentions are no places", n_mentions), n_mentions);
}

/* Those that are located keep their places; the others cannot be confirmed. */
static void
confirm_each (GHashTable      *after,
              LieuditAnalysis *analysis,
              GListModel      *mentions)
{
  g_autoptr(GHashTable) confirmed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditFoundPlace *place = lieudit_analysis_find_place (analysis, mention);
      g_autoptr(LieuditDecision) decision = NULL;

      if (place == NULL || !g_hash_table_add (confirmed, place))
        continue;
      decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, lieudit_found_place_get_place (place));
      put_decision (after, analysis, lieudit_found_place_get_mentions (place), decision);
    }
}

/**
 * lieudit_decisions_decide_each:
 * @self: decisions
 * @analysis: what is shown of the article
 * @mentions: (element-type LieuditMention): mentions of several names, all of
 *   each place
 * @decision: (nullable): what is decided on all of them; %NULL to confirm the
 *   place of each
 * @history: where that is remembered as one change, to be undone
 *
 * Decides on several places at once.
 */
void
lieudit_decisions_decide_each (LieuditDecisions *self,
                               LieuditAnalysis  *analysis,
                               GListModel       *mentions,
                               LieuditDecision  *decision,
                               LieuditHistory   *history)
{
  g_autoptr(GHashTable) after = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));
  g_return_if_fail (G_IS_LIST_MODEL (mentions) && g_list_model_get_n_items (mentions) > 0);
  g_return_if_fail (decision == NULL || LIEUDIT_IS_DECISION (decision));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  after = copy_table (self->decisions);
  if (decision != NULL)
    put_decision (after, analysis, mentions, decision);
  else
    confirm_each (after, analysis, mentions);

  title = describe_decisions (mentions, decision);
  make_change (self, after, title, history);
}

/**
 * lieudit_decisions_forget:
 * @self: decisions
 * @history: where that is remembered, to be undone
 *
 * Leaves all places of the article to the resolver again.
 */
void
lieudit_decisions_forget (LieuditDecisions *self,
                          LieuditHistory   *history)
{
  g_autoptr(GHashTable) after = NULL;

  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  if (lieudit_decisions_get_n (self) == 0)
    return;

  after = new_table ();
  make_change (self, after, _("Your decisions on this article are forgotten"), history);
}

/* The place as this gazetteer has it: another one may have been imported since. */
static LieuditPlace *
find_place (LieuditGazetteer *gazetteer,
            LieuditDecision  *decision)
{
  LieuditPlace *place = lieudit_decision_get_place (decision);

  return place != NULL ? lieudit_gazetteer_lookup_id (gazetteer, lieudit_place_get_id (place)) : NULL;
}

/**
 * lieudit_decisions_apply:
 * @self: decisions
 * @gazetteer: the gazetteer that @analysis was made with
 * @analysis: what the recogniser and the resolver found in the article
 *
 * Puts decisions in place of what was found. A place that is not in the
 * gazetteer any more, and words that are not found any more, are left out;
 * their decisions stay.
 *
 * Returns: (transfer full): what the article names, after the person who reads it
 */
LieuditAnalysis *
lieudit_decisions_apply (LieuditDecisions *self,
                         LieuditGazetteer *gazetteer,
                         LieuditAnalysis  *analysis)
{
  g_autoptr(GPtrArray) mentions = NULL;
  GListModel *found;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  if (lieudit_decisions_get_n (self) == 0)
    return g_object_ref (analysis);

  mentions = g_ptr_array_new_with_free_func (g_object_unref);
  found = lieudit_analysis_get_mentions (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (found, i);
      LieuditDecision *decision = lieudit_decisions_lookup (self, mention);
      g_autoptr(LieuditPlace) place = decision != NULL ? find_place (gazetteer, decision) : NULL;

      if (decision == NULL || (lieudit_decision_get_place (decision) != NULL && place == NULL))
        g_ptr_array_add (mentions, g_steal_pointer (&mention));
      else if (lieudit_decision_get_kind (decision) != LIEUDIT_DECISION_NOT_A_PLACE)
        g_ptr_array_add (mentions, lieudit_mention_new_checked (mention, place));
    }

  return lieudit_analysis_new_revised (analysis, mentions);
}
