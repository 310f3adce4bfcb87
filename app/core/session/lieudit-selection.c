/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-selection-private.h"

/**
 * LieuditSelection:
 *
 * What the reader looks at: an analysis, which part of it is shown, a mention
 * and a place of it, and the place under the pointer. The article, the map and
 * the list all show this one state, and change it here only.
 *
 * What is selected is shown: selecting something that the filter hides takes
 * the filter off, and a filter that hides what is selected selects nothing.
 *
 * Where several properties change at once, all have changed before the first
 * is notified.
 */
G_DEFINE_FINAL_TYPE (LieuditSelection, lieudit_selection, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ANALYSIS,
  PROP_SHOWN,
  PROP_MENTION,
  PROP_PLACE,
  PROP_HOVERED_PLACE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  MENTION_ACTIVATED,
  NOTES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_mention (LieuditSelection *self,
             LieuditMention   *mention)
{
  if (g_set_object (&self->mention, mention))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENTION]);
}

static void
set_place (LieuditSelection  *self,
           LieuditFoundPlace *place)
{
  if (g_set_object (&self->place, place))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

static LieuditFoundPlace *
find_place (LieuditSelection *self,
            LieuditMention   *mention)
{
  if (self->analysis == NULL || mention == NULL)
    return NULL;

  return lieudit_analysis_find_place (self->analysis, mention);
}

static gboolean
is_place_shown (LieuditSelection  *self,
                LieuditFoundPlace *place)
{
  return self->shown == self->analysis || lieudit_place_filter_shows_place (self->filter, place);
}

static gboolean
is_mention_shown (LieuditSelection *self,
                  LieuditMention   *mention)
{
  LieuditFoundPlace *place = find_place (self, mention);

  if (self->shown == self->analysis)
    return TRUE;

  return place != NULL ? is_place_shown (self, place) : lieudit_place_filter_shows_mention (self->filter, mention);
}

static void
update_shown (LieuditSelection *self)
{
  g_autoptr(LieuditAnalysis) shown = NULL;

  if (self->analysis != NULL)
    shown = lieudit_place_filter_apply (self->filter, self->analysis);
  if (g_set_object (&self->shown, shown))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
notes_changed_cb (LieuditSelection *self)
{
  g_signal_emit (self, signals[NOTES_CHANGED], 0);
}

static void
filter_changed_cb (LieuditSelection *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  update_shown (self);
  if (self->hovered_place != NULL && !is_place_shown (self, self->hovered_place))
    lieudit_selection_set_hovered_place (self, NULL);
  if ((self->place != NULL && !is_place_shown (self, self->place)) ||
      (self->mention != NULL && !is_mention_shown (self, self->mention)))
    lieudit_selection_clear (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Returns the position of @mention in @mentions, or their number. */
static guint
find_position (GListModel     *mentions,
               LieuditMention *mention)
{
  guint n_mentions = g_list_model_get_n_items (mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) candidate = g_list_model_get_item (mentions, i);

      if (candidate == mention)
        return i;
    }

  return n_mentions;
}

/* Returns the position of the first mention of the selected place, or the beginning of the text. */
static guint
find_start (LieuditSelection *self,
            GListModel       *mentions)
{
  g_autoptr(LieuditMention) first = NULL;

  if (self->place != NULL)
    first = g_list_model_get_item (lieudit_found_place_get_mentions (self->place), 0);

  return first != NULL ? find_position (mentions, first) : 0;
}

/*
 * The walk starts on the selected mention, or else just before the first one of
 * the selected place, or else before the whole text.
 */
static gboolean
walk (LieuditSelection *self,
      gboolean          forwards)
{
  g_autoptr(LieuditMention) mention = NULL;
  GListModel *mentions;
  guint n_mentions;
  guint position;

  if (self->shown == NULL)
    return FALSE;

  mentions = lieudit_analysis_get_mentions (self->shown);
  n_mentions = g_list_model_get_n_items (mentions);
  if (n_mentions == 0)
    return FALSE;

  if (self->mention != NULL)
    position = find_position (mentions, self->mention) + (forwards ? 1 : 0);
  else
    position = find_start (self, mentions);

  if (!forwards)
    position += n_mentions - 1;

  mention = g_list_model_get_item (mentions, position % n_mentions);
  lieudit_selection_select_mention (self, mention);

  return TRUE;
}

static void
lieudit_selection_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LieuditSelection *self = LIEUDIT_SELECTION (object);

  switch (property_id)
    {
    case PROP_ANALYSIS:
      g_value_set_object (value, self->analysis);
      break;

    case PROP_SHOWN:
      g_value_set_object (value, self->shown);
      break;

    case PROP_MENTION:
      g_value_set_object (value, self->mention);
      break;

    case PROP_PLACE:
      g_value_set_object (value, self->place);
      break;

    case PROP_HOVERED_PLACE:
      g_value_set_object (value, self->hovered_place);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lieudit_selection_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LieuditSelection *self = LIEUDIT_SELECTION (object);

  switch (property_id)
    {
    case PROP_ANALYSIS:
      lieudit_selection_set_analysis (self, g_value_get_object (value));
      break;

    case PROP_HOVERED_PLACE:
      lieudit_selection_set_hovered_place (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lieudit_selection_dispose (GObject *object)
{
  LieuditSelection *self = LIEUDIT_SELECTION (object);

  g_clear_object (&self->hovered_place);
  g_clear_object (&self->place);
  g_clear_object (&self->mention);
  g_clear_object (&self->shown);
  g_clear_object (&self->analysis);

  G_OBJECT_CLASS (lieudit_selection_parent_class)->dispose (object);
}

static void
lieudit_selection_finalize (GObject *object)
{
  g_clear_object (&LIEUDIT_SELECTION (object)->filter);
  g_clear_object (&LIEUDIT_SELECTION (object)->session);
  g_clear_object (&LIEUDIT_SELECTION (object)->spellings);

  G_OBJECT_CLASS (lieudit_selection_parent_class)->finalize (object);
}

static void
lieudit_selection_class_init (LieuditSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lieudit_selection_get_property;
  object_class->set_property = lieudit_selection_set_property;
  object_class->dispose = lieudit_selection_dispose;
  object_class->finalize = lieudit_selection_finalize;

  /**
   * LieuditSelection:analysis:
   *
   * The analysis that mention and places belong to.
   */
  properties[PROP_ANALYSIS] =
    g_param_spec_object ("analysis", NULL, NULL,
                         LIEUDIT_TYPE_ANALYSIS,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditSelection:shown:
   *
   * The part of the analysis that the filter shows: the analysis itself when
   * that is all of it.
   */
  properties[PROP_SHOWN] =
    g_param_spec_object ("shown", NULL, NULL,
                         LIEUDIT_TYPE_ANALYSIS,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditSelection:mention:
   *
   * The selected mention.
   */
  properties[PROP_MENTION] =
    g_param_spec_object ("mention", NULL, NULL,
                         LIEUDIT_TYPE_MENTION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditSelection:place:
   *
   * The selected place: that of the selected mention, if there is one.
   */
  properties[PROP_PLACE] =
    g_param_spec_object ("place", NULL, NULL,
                         LIEUDIT_TYPE_FOUND_PLACE,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditSelection:hovered-place:
   *
   * The place under the pointer, wherever that is.
   */
  properties[PROP_HOVERED_PLACE] =
    g_param_spec_object ("hovered-place", NULL, NULL,
                         LIEUDIT_TYPE_FOUND_PLACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LieuditSelection::notes-changed:
   * @self: a selection
   *
   * The person wrote something else about the places or mentions.
   */
  signals[NOTES_CHANGED] =
    g_signal_new ("notes-changed", LIEUDIT_TYPE_SELECTION, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LieuditSelection::spellings-changed:
   * @self: a selection
   *
   * The newsroom writes a place otherwise.
   */
  g_signal_new ("spellings-changed", LIEUDIT_TYPE_SELECTION, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LieuditSelection::mention-activated:
   * @self: the selection
   * @mention: the mention
   *
   * A mention was selected, perhaps the one that was selected already: it
   * deserves to be shown. Emitted after the properties are notified.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_SELECTION, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);
}

static void
lieudit_selection_init (LieuditSelection *self)
{
  self->filter = lieudit_place_filter_new ();
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_selection_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
LieuditSelection *
lieudit_selection_new (void)
{
  return g_object_new (LIEUDIT_TYPE_SELECTION, NULL);
}

/**
 * lieudit_selection_get_analysis:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the analysis to select from
 */
LieuditAnalysis *
lieudit_selection_get_analysis (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->analysis;
}

/**
 * lieudit_selection_set_analysis:
 * @self: a selection
 * @analysis: (nullable): an analysis
 *
 * Makes @analysis the one to select from, with nothing selected or hovered. The
 * filter stays.
 */
void
lieudit_selection_set_analysis (LieuditSelection *self,
                                LieuditAnalysis  *analysis)
{
  g_return_if_fail (LIEUDIT_IS_SELECTION (self));
  g_return_if_fail (analysis == NULL || LIEUDIT_IS_ANALYSIS (analysis));

  g_object_freeze_notify (G_OBJECT (self));
  lieudit_selection_set_hovered_place (self, NULL);
  lieudit_selection_clear (self);
  if (g_set_object (&self->analysis, analysis))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANALYSIS]);
      update_shown (self);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lieudit_selection_get_session:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): what the person said of the article
 */
LieuditSession *
lieudit_selection_get_session (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->session;
}

/**
 * lieudit_selection_set_session:
 * @self: a selection
 * @session: (nullable): what the person said of the article that is selected in
 *
 * Lets the views know the notes on what they show.
 */
void
lieudit_selection_set_session (LieuditSelection *self,
                               LieuditSession   *session)
{
  g_return_if_fail (LIEUDIT_IS_SELECTION (self));
  g_return_if_fail (session == NULL || LIEUDIT_IS_SESSION (session));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (lieudit_session_get_notes (self->session), self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (lieudit_session_get_notes (session), "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_selection_get_filter:
 * @self: a selection
 *
 * Returns: (transfer none): what decides which places are shown
 */
LieuditPlaceFilter *
lieudit_selection_get_filter (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->filter;
}

/**
 * lieudit_selection_get_shown:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the part of the analysis that is shown
 */
LieuditAnalysis *
lieudit_selection_get_shown (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->shown;
}

/**
 * lieudit_selection_get_mention:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the selected mention
 */
LieuditMention *
lieudit_selection_get_mention (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->mention;
}

/**
 * lieudit_selection_get_place:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the selected place
 */
LieuditFoundPlace *
lieudit_selection_get_place (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->place;
}

/**
 * lieudit_selection_select_mention:
 * @self: a selection
 * @mention: (nullable): a mention of the analysis
 *
 * Selects a mention and its place, and tells that with
 * [signal@Selection::mention-activated], even if nothing changed; %NULL selects
 * nothing.
 */
void
lieudit_selection_select_mention (LieuditSelection *self,
                                  LieuditMention   *mention)
{
  g_autoptr(LieuditMention) kept = NULL;

  g_return_if_fail (LIEUDIT_IS_SELECTION (self));
  g_return_if_fail (mention == NULL || LIEUDIT_IS_MENTION (mention));

  /* A listener may select something else. */
  kept = mention != NULL ? g_object_ref (mention) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (mention != NULL && !is_mention_shown (self, mention))
    lieudit_place_filter_clear (self->filter);
  set_place (self, find_place (self, mention));
  set_mention (self, mention);
  g_object_thaw_notify (G_OBJECT (self));

  if (kept != NULL && self->mention == kept)
    g_signal_emit (self, signals[MENTION_ACTIVATED], 0, kept);
}

/**
 * lieudit_selection_select_place:
 * @self: a selection
 * @place: (nullable): a place of the analysis
 *
 * Selects a place. The selected mention stays selected only if it is one of
 * @place.
 */
void
lieudit_selection_select_place (LieuditSelection  *self,
                                LieuditFoundPlace *place)
{
  g_return_if_fail (LIEUDIT_IS_SELECTION (self));
  g_return_if_fail (place == NULL || LIEUDIT_IS_FOUND_PLACE (place));

  g_object_freeze_notify (G_OBJECT (self));
  if (place != NULL && !is_place_shown (self, place))
    lieudit_place_filter_clear (self->filter);
  set_place (self, place);
  if (place == NULL || find_place (self, self->mention) != place)
    set_mention (self, NULL);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lieudit_selection_clear:
 * @self: a selection
 *
 * Selects neither mention nor place. What is hovered stays so.
 */
void
lieudit_selection_clear (LieuditSelection *self)
{
  g_return_if_fail (LIEUDIT_IS_SELECTION (self));

  lieudit_selection_select_place (self, NULL);
}

/**
 * lieudit_selection_next_mention:
 * @self: a selection
 *
 * Selects the shown mention after the selected one in the text, or else the first
 * one of the selected place, or else the first of all. After the last comes
 * the first.
 *
 * Returns: whether there are any mentions
 */
gboolean
lieudit_selection_next_mention (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), FALSE);

  return walk (self, TRUE);
}

/**
 * lieudit_selection_previous_mention:
 * @self: a selection
 *
 * Selects the shown mention before the selected one in the text, or else before the
 * first one of the selected place, or else the last of all. Before the first
 * comes the last.
 *
 * Returns: whether there are any mentions
 */
gboolean
lieudit_selection_previous_mention (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), FALSE);

  return walk (self, FALSE);
}

/**
 * lieudit_selection_get_hovered_place:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the place under the pointer
 */
LieuditFoundPlace *
lieudit_selection_get_hovered_place (LieuditSelection *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SELECTION (self), NULL);

  return self->hovered_place;
}

/**
 * lieudit_selection_set_hovered_place:
 * @self: a selection
 * @place: (nullable): a place of the analysis
 *
 * Tells which place the pointer is on, in the text, on the map or in the list.
 */
void
lieudit_selection_set_hovered_place (LieuditSelection  *self,
                                     LieuditFoundPlace *place)
{
  g_return_if_fail (LIEUDIT_IS_SELECTION (self));
  g_return_if_fail (place == NULL || LIEUDIT_IS_FOUND_PLACE (place));

  if (g_set_object (&self->hovered_place, place))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED_PLACE]);
}
