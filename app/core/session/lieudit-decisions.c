/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-decisions-private.h"

#include <glib/gi18n.h>

/**
 * LieuditDecisions:
 *
 * What a person decided about the places of one article. A decision holds for
 * a name wherever the article writes it so, for a single mention, or for words
 * that the person marked.
 */

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditDecisions, lieudit_decisions, G_TYPE_OBJECT)

/*
 * lieudit_decisions_fold:
 * @self: decisions
 * @name: a name as an article writes it
 *
 * Returns: (transfer none): see lieudit_decisions_fold_name()
 */
const char *
lieudit_decisions_fold (LieuditDecisions *self,
                        const char       *name)
{
  char *folded = g_hash_table_lookup (self->folded, name);

  if (folded == NULL)
    {
      folded = lieudit_decisions_fold_name (name);
      g_hash_table_insert (self->folded, g_strdup (name), folded);
    }

  return folded;
}

/* One ruling that is there or not: on a name, or on the words of an anchor. */
typedef struct {
  char          *name; /* folded */
  LieuditAnchor *anchor;
  LieuditRuling *before;
  LieuditRuling *after;
} Step;

typedef struct {
  LieuditDecisions *decisions;
  GArray           *steps;
} Change;

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_clear_object (&step->anchor);
  g_clear_object (&step->before);
  g_clear_object (&step->after);
}

static Change *
change_new (LieuditDecisions *self)
{
  Change *change = g_new0 (Change, 1);

  change->decisions = g_object_ref (self);
  change->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (change->steps, clear_step);

  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->decisions);
  g_array_unref (change->steps);
  g_free (change);
}

static void
put_ruling (GHashTable    *table,
            gpointer       key,
            LieuditRuling *ruling)
{
  if (ruling != NULL)
    g_hash_table_insert (table, key, g_object_ref (ruling));
  else
    g_hash_table_remove (table, key);
}

static void
put_step (LieuditDecisions *self,
          const Step       *step,
          LieuditRuling    *ruling)
{
  if (step->anchor != NULL)
    put_ruling (self->of_anchors, step->anchor, ruling);
  else if (ruling != NULL)
    put_ruling (self->of_names, g_strdup (step->name), ruling);
  else
    put_ruling (self->of_names, step->name, NULL);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  for (guint i = change->steps->len; i-- > 0;)
    {
      const Step *step = &g_array_index (change->steps, Step, i);

      put_step (change->decisions, step, step->before);
    }
  g_signal_emit (change->decisions, signals[CHANGED], 0);

  return TRUE;
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  for (guint i = 0; i < change->steps->len; i++)
    {
      const Step *step = &g_array_index (change->steps, Step, i);

      put_step (change->decisions, step, step->after);
    }
  g_signal_emit (change->decisions, signals[CHANGED], 0);

  return TRUE;
}

static void
add_step (Change        *change,
          const char    *name,
          LieuditAnchor *anchor,
          LieuditRuling *after)
{
  LieuditDecisions *self = change->decisions;
  Step step = { g_strdup (name), NULL, NULL, NULL };

  g_set_object (&step.anchor, anchor);
  g_set_object (&step.before, anchor != NULL ? g_hash_table_lookup (self->of_anchors, anchor)
                                             : g_hash_table_lookup (self->of_names, name));
  g_set_object (&step.after, after);
  put_step (self, &step, after);
  g_array_append_val (change->steps, step);
}

static void
finish_change (Change         *change,
               const char     *title,
               LieuditHistory *history)
{
  LieuditDecisions *self = change->decisions;

  /* Before it is told: those who listen may ask whether there is something to undo. */
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* How the article writes anything but these mentions. */
static GHashTable *
gather_other_names (LieuditDecisions *self,
                    LieuditAnalysis  *analysis,
                    GListModel       *mentions)
{
  GListModel *all = lieudit_analysis_get_mentions (analysis);
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) these = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    g_hash_table_add (these, g_list_model_get_item (mentions, i));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (all, i);

      if (!g_hash_table_contains (these, mention))
        g_hash_table_add (names, (gpointer) lieudit_decisions_fold (self, lieudit_mention_get_text (mention)));
    }

  return names;
}

static LieuditRuling *
find_mention_ruling (LieuditDecisions *self,
                     LieuditMention   *mention)
{
  gsize end = lieudit_mention_get_end_code_point (mention);
  GPtrArray *here = lieudit_anchors_get_at (self->anchors, lieudit_mention_get_start_code_point (mention));
  LieuditRuling *best = NULL;

  /* Words that were found to go on since are the same mention. */
  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      LieuditAnchor *anchor = g_ptr_array_index (here, i);
      LieuditRuling *ruling = g_hash_table_lookup (self->of_anchors, anchor);

      if (ruling != NULL && (best == NULL || lieudit_anchor_get_end (anchor) == end))
        best = ruling;
    }

  return best;
}

static void
forget_mention (Change         *change,
                LieuditMention *mention)
{
  LieuditRuling *ruling = find_mention_ruling (change->decisions, mention);

  if (ruling != NULL)
    add_step (change, NULL, lieudit_ruling_get_anchor (ruling), NULL);
}

static void
decide_on_mention (Change          *change,
                   LieuditMention  *mention,
                   gboolean         alone,
                   LieuditDecision *decision)
{
  LieuditDecisions *self = change->decisions;
  LieuditAnchor *anchor = lieudit_anchors_ensure (self->anchors, lieudit_mention_get_start_code_point (mention),
                                                  lieudit_mention_get_end_code_point (mention));
  LieuditRuling *before = find_mention_ruling (self, mention);
  gboolean is_mark = before != NULL && lieudit_ruling_get_scope (before) == LIEUDIT_SCOPE_MARK;
  g_autoptr(LieuditRuling) ruling = NULL;

  if (anchor == NULL)
    return;

  forget_mention (change, mention);
  if (is_mark || alone)
    {
      /* Words that a person marked, and that are no place after all, are just words again. */
      gboolean stays = is_mark && lieudit_decision_get_kind (decision) != LIEUDIT_DECISION_NOT_A_PLACE;

      ruling = lieudit_ruling_new (stays ? LIEUDIT_SCOPE_MARK : LIEUDIT_SCOPE_MENTION, NULL, anchor, decision);
      add_step (change, NULL, anchor, ruling);
      return;
    }

  ruling = lieudit_ruling_new (LIEUDIT_SCOPE_NAME, lieudit_mention_get_text (mention), anchor, decision);
  add_step (change, lieudit_decisions_fold (self, lieudit_mention_get_text (mention)), NULL, ruling);
}

/* By name where the article means nothing else by it, else by mention. */
static void
decide_on_mentions (Change          *change,
                    LieuditAnalysis *analysis,
                    GListModel      *mentions,
                    LieuditScope     scope,
                    LieuditDecision *decision)
{
  LieuditDecisions *self = change->decisions;
  g_autoptr(GHashTable) other_names = scope == LIEUDIT_SCOPE_NAME ? gather_other_names (self, analysis, mentions) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      const char *name = lieudit_decisions_fold (self, lieudit_mention_get_text (mention));

      decide_on_mention (change, mention, other_names == NULL || g_hash_table_contains (other_names, name), decision);
    }
}

/* Those that are located keep their places; the others cannot be confirmed. */
static void
confirm_each (Change          *change,
              LieuditAnalysis *analysis,
              GListModel      *mentions)
{
  g_autoptr(GHashTable) confirmed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditFoundPlace *place = lieudit_analysis_find_place (analysis, mention);
      g_autoptr(LieuditPlaceReference) reference = NULL;
      g_autoptr(LieuditDecision) decision = NULL;

      if (place == NULL || !g_hash_table_add (confirmed, place))
        continue;
      reference = lieudit_place_reference_new_for (lieudit_found_place_get_place (place), lieudit_analysis_get_language (analysis));
      decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, reference);
      decide_on_mentions (change, analysis, lieudit_found_place_get_mentions (place), LIEUDIT_SCOPE_NAME, decision);
    }
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

static char *
describe_decision (LieuditMention  *mention,
                   LieuditDecision *decision)
{
  const char *name = lieudit_mention_get_text (mention);
  const LieuditPlaceReference *place = lieudit_decision_get_place (decision);
  LieuditPlace *before = lieudit_mention_get_place (mention);

  if (place != NULL && before != NULL && g_str_equal (lieudit_place_get_id (before), place->id))
    return g_strdup_printf (_("“%s” is confirmed"), name);

  return lieudit_decision_describe (decision, name);
}

static void
lieudit_decisions_finalize (GObject *object)
{
  LieuditDecisions *self = LIEUDIT_DECISIONS (object);

  g_object_unref (self->anchors);
  g_hash_table_unref (self->of_names);
  g_hash_table_unref (self->of_anchors);
  g_hash_table_unref (self->folded);
  g_object_unref (self->brought);

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
  self->of_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  /* The anchors keep their own alive. */
  self->of_anchors = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->brought = lieudit_brought_places_new ();
}

/**
 * lieudit_decisions_new:
 * @anchors: the stretches of the article's text
 *
 * Returns: (transfer full): no decisions yet, for that article
 */
LieuditDecisions *
lieudit_decisions_new (LieuditAnchors *anchors)
{
  LieuditDecisions *self;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (anchors), NULL);

  self = g_object_new (LIEUDIT_TYPE_DECISIONS, NULL);
  self->anchors = g_object_ref (anchors);

  return self;
}

/**
 * lieudit_decisions_fold_name:
 * @name: a name as an article writes it
 *
 * Tells which names decisions take for the same. Capitals, as in headlines,
 * make no other name.
 *
 * Returns: (transfer full): the same text for all of them
 */
char *
lieudit_decisions_fold_name (const char *name)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

/**
 * lieudit_decisions_get_anchors:
 * @self: decisions
 *
 * Returns: (transfer none): the stretches of the article's text
 */
LieuditAnchors *
lieudit_decisions_get_anchors (LieuditDecisions *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);

  return self->anchors;
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

  return g_hash_table_size (self->of_names) + g_hash_table_size (self->of_anchors);
}

/**
 * lieudit_decisions_lookup:
 * @self: decisions
 * @mention: a mention in the article
 *
 * Returns: (transfer none) (nullable): what was decided on it, or on its name
 */
LieuditRuling *
lieudit_decisions_lookup (LieuditDecisions *self,
                          LieuditMention   *mention)
{
  LieuditRuling *ruling;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  ruling = find_mention_ruling (self, mention);
  if (ruling == NULL && g_hash_table_size (self->of_names) > 0)
    ruling = g_hash_table_lookup (self->of_names, lieudit_decisions_fold (self, lieudit_mention_get_text (mention)));

  return ruling;
}

/**
 * lieudit_decisions_decide:
 * @self: decisions
 * @analysis: what is shown of the article
 * @mentions: (element-type LieuditMention): one or more of its mentions
 * @scope: %LIEUDIT_SCOPE_NAME or %LIEUDIT_SCOPE_MENTION
 * @decision: what is decided on them
 * @history: where that is remembered, to be undone
 *
 * Decides on mentions, and with %LIEUDIT_SCOPE_NAME on all others by the same
 * name in text that is analysed later, unless the article means another place
 * by that name as well.
 */
void
lieudit_decisions_decide (LieuditDecisions *self,
                          LieuditAnalysis  *analysis,
                          GListModel       *mentions,
                          LieuditScope      scope,
                          LieuditDecision  *decision,
                          LieuditHistory   *history)
{
  g_autoptr(LieuditMention) first = NULL;
  g_autofree char *title = NULL;
  Change *change;

  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));
  g_return_if_fail (G_IS_LIST_MODEL (mentions) && g_list_model_get_n_items (mentions) > 0);
  g_return_if_fail (scope == LIEUDIT_SCOPE_NAME || scope == LIEUDIT_SCOPE_MENTION);
  g_return_if_fail (LIEUDIT_IS_DECISION (decision));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  change = change_new (self);
  decide_on_mentions (change, analysis, mentions, scope, decision);

  first = g_list_model_get_item (mentions, 0);
  title = describe_decision (first, decision);
  finish_change (change, title, history);
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
  g_autofree char *title = NULL;
  Change *change;

  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));
  g_return_if_fail (G_IS_LIST_MODEL (mentions) && g_list_model_get_n_items (mentions) > 0);
  g_return_if_fail (decision == NULL || LIEUDIT_IS_DECISION (decision));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  change = change_new (self);
  if (decision != NULL)
    decide_on_mentions (change, analysis, mentions, LIEUDIT_SCOPE_NAME, decision);
  else
    confirm_each (change, analysis, mentions);

  title = describe_decisions (mentions, decision);
  finish_change (change, title, history);
}

/**
 * lieudit_decisions_mark:
 * @self: decisions
 * @start: first code point of the words in the article's whole text
 * @end: code point after the last
 * @decision: what they mean
 * @history: where that is remembered, to be undone
 *
 * Makes words a mention of a place, whatever is found there.
 *
 * Returns: whether there are such words
 */
gboolean
lieudit_decisions_mark (LieuditDecisions *self,
                        gsize             start,
                        gsize             end,
                        LieuditDecision  *decision,
                        LieuditHistory   *history)
{
  g_autoptr(LieuditRuling) ruling = NULL;
  g_autofree char *title = NULL;
  LieuditAnchor *anchor;
  Change *change;

  g_return_val_if_fail (LIEUDIT_IS_DECISIONS (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_DECISION (decision), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), FALSE);

  anchor = lieudit_anchors_ensure (self->anchors, start, end);
  if (anchor == NULL)
    return FALSE;

  change = change_new (self);
  ruling = lieudit_ruling_new (LIEUDIT_SCOPE_MARK, NULL, anchor, decision);
  add_step (change, NULL, anchor, ruling);
  title = g_strdup_printf (_("“%s” is marked as a place"), lieudit_anchor_get_exact (anchor));
  finish_change (change, title, history);

  return TRUE;
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
  g_autoptr(GPtrArray) rulings = NULL;
  Change *change;

  g_return_if_fail (LIEUDIT_IS_DECISIONS (self));
  g_return_if_fail (LIEUDIT_IS_HISTORY (history));

  if (lieudit_decisions_get_n (self) == 0)
    return;

  change = change_new (self);
  rulings = lieudit_decisions_dup_rulings (self);
  for (guint i = 0; i < rulings->len; i++)
    {
      LieuditRuling *ruling = g_ptr_array_index (rulings, i);

      if (lieudit_ruling_get_scope (ruling) == LIEUDIT_SCOPE_NAME)
        add_step (change, lieudit_decisions_fold (self, lieudit_ruling_get_name (ruling)), NULL, NULL);
      else
        add_step (change, NULL, lieudit_ruling_get_anchor (ruling), NULL);
    }
  finish_change (change, _("Your decisions on this article are forgotten"), history);
}
