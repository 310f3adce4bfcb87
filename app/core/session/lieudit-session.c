/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session.h"

#include "geoparse/lieudit-mention-private.h"

/* A state that no history is ever in. */
#define NEVER_SAVED G_MAXUINT64

/**
 * LieuditSession:
 *
 * An article that is being read, and all that its reader said about it: the one
 * source of truth for what a person changed. It may come from a file, which it
 * then knows.
 */
struct _LieuditSession
{
  GObject parent_instance;

  char               *identifier;
  LieuditArticle     *article;
  LieuditAnchors     *anchors;
  LieuditDecisions   *decisions;
  LieuditNotes       *notes;
  LieuditStops       *stops;
  LieuditDrawings    *drawings;
  LieuditClaimReviews *reviews;
  LieuditHistory     *history;
  LieuditRecordedMentions *recorded;
  gboolean            is_imported;
  LieuditSessionView  view;

  GFile              *file;
  char               *etag;
  guint64             saved_state;
};

enum {
  PROP_0,
  PROP_ARTICLE,
  PROP_FILE,
  PROP_MODIFIED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditSession, lieudit_session, G_TYPE_OBJECT)

static void
history_changed_cb (LieuditSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lieudit_session_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LieuditSession *self = LIEUDIT_SESSION (object);

  switch (property_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, lieudit_session_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_session_dispose (GObject *object)
{
  LieuditSession *self = LIEUDIT_SESSION (object);

  g_clear_object (&self->history);
  g_clear_object (&self->decisions);
  g_clear_object (&self->notes);
  g_clear_object (&self->reviews);
  g_clear_object (&self->recorded);
  g_clear_object (&self->stops);
  g_clear_object (&self->drawings);
  g_clear_object (&self->anchors);
  g_clear_object (&self->article);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->identifier, g_free);

  G_OBJECT_CLASS (lieudit_session_parent_class)->dispose (object);
}

static void
lieudit_session_class_init (LieuditSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lieudit_session_get_property;
  object_class->dispose = lieudit_session_dispose;

  /**
   * LieuditSession:article:
   *
   * The article; another one with each edit of its text.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, LIEUDIT_TYPE_ARTICLE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditSession:file:
   *
   * Where it was saved last, or opened from.
   */
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditSession:modified:
   *
   * Whether something was changed since it was saved.
   */
  properties[PROP_MODIFIED] =
    g_param_spec_boolean ("modified", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * LieuditSession::changed:
   * @self: a session
   *
   * Something was changed that wants to be saved.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_session_init (LieuditSession *self)
{
}

/**
 * lieudit_session_new:
 * @article: the article that is read
 *
 * Returns: (transfer full): a session in which nothing was said yet
 */
LieuditSession *
lieudit_session_new (LieuditArticle *article)
{
  g_autofree char *uuid = g_uuid_string_random ();
  LieuditSession *self;

  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (article), NULL);

  self = g_object_new (LIEUDIT_TYPE_SESSION, NULL);
  self->identifier = g_strconcat ("urn:uuid:", uuid, NULL);
  self->article = g_object_ref (article);
  self->anchors = lieudit_anchors_new (lieudit_article_get_text (article));
  self->decisions = lieudit_decisions_new (self->anchors);
  self->notes = lieudit_notes_new ();
  self->stops = lieudit_stops_new ();
  self->drawings = lieudit_drawings_new ();
  self->reviews = lieudit_claim_reviews_new (self->anchors);
  self->history = lieudit_history_new ();
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_session_get_identifier:
 * @self: a session
 *
 * Returns: (transfer none): a URI that only this session has, wherever it is saved
 */
const char *
lieudit_session_get_identifier (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->identifier;
}

/**
 * lieudit_session_set_identifier:
 * @self: a session
 * @identifier: a URI
 *
 * Gives a session that was saved the URI that it had.
 */
void
lieudit_session_set_identifier (LieuditSession *self,
                                const char     *identifier)
{
  char *copy;

  g_return_if_fail (LIEUDIT_IS_SESSION (self));
  g_return_if_fail (identifier != NULL);

  copy = g_strdup (identifier);
  g_free (self->identifier);
  self->identifier = copy;
}

/**
 * lieudit_session_get_article:
 * @self: a session
 *
 * Returns: (transfer none): the article that is read
 */
LieuditArticle *
lieudit_session_get_article (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->article;
}

/**
 * lieudit_session_set_article:
 * @self: a session
 * @article: the same article after its text was edited
 *
 * Puts an edited text in the place of the one before. All decisions and notes
 * stay with their words. That this can be undone is up to who edits: add to the
 * history of the session what sets the article before.
 */
void
lieudit_session_set_article (LieuditSession *self,
                             LieuditArticle *article)
{
  g_return_if_fail (LIEUDIT_IS_SESSION (self));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  lieudit_anchors_set_text (self->anchors, lieudit_article_get_text (article));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lieudit_session_get_anchors:
 * @self: a session
 *
 * Returns: (transfer none): the stretches of the text that something was said of
 */
LieuditAnchors *
lieudit_session_get_anchors (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->anchors;
}

/**
 * lieudit_session_get_decisions:
 * @self: a session
 *
 * Returns: (transfer none): what was decided about places
 */
LieuditDecisions *
lieudit_session_get_decisions (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->decisions;
}

/**
 * lieudit_session_get_notes:
 * @self: a session
 *
 * Returns: (transfer none): what was written about places and mentions
 */
LieuditNotes *
lieudit_session_get_notes (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->notes;
}

/**
 * lieudit_session_get_stops:
 * @self: a session
 *
 * Returns: (transfer none): what was prepared for going through it in class
 */
LieuditStops *
lieudit_session_get_stops (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->stops;
}

/**
 * lieudit_session_get_drawings:
 * @self: a session
 *
 * Returns: (transfer none): what was drawn on its map
 */
LieuditDrawings *
lieudit_session_get_drawings (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->drawings;
}

/**
 * lieudit_session_get_reviews:
 * @self: a session
 *
 * Returns: (transfer none): what was said of the verdicts on its claims
 */
LieuditClaimReviews *
lieudit_session_get_reviews (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->reviews;
}

/**
 * lieudit_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): what was changed in this article, to be undone
 */
LieuditHistory *
lieudit_session_get_history (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->history;
}

/**
 * lieudit_session_get_recorded:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what an earlier analysis found, where that
 *   holds
 */
LieuditRecordedMentions *
lieudit_session_get_recorded (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->recorded;
}

/**
 * lieudit_session_set_recorded:
 * @self: a session that nobody follows yet
 * @recorded: mentions on its anchors
 *
 * Takes over what an earlier analysis found.
 */
void
lieudit_session_set_recorded (LieuditSession          *self,
                              LieuditRecordedMentions *recorded)
{
  g_return_if_fail (LIEUDIT_IS_SESSION (self));
  g_return_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (recorded));

  g_set_object (&self->recorded, recorded);
}

/**
 * lieudit_session_is_imported:
 * @self: a session
 *
 * Returns: whether it came from a file of another kind, which it cannot be saved to
 */
gboolean
lieudit_session_is_imported (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), FALSE);

  return self->is_imported;
}

/**
 * lieudit_session_set_imported:
 * @self: a session
 *
 * Says that it came from a file of another kind.
 */
void
lieudit_session_set_imported (LieuditSession *self)
{
  g_return_if_fail (LIEUDIT_IS_SESSION (self));

  self->is_imported = TRUE;
}

/**
 * lieudit_session_get_view:
 * @self: a session
 *
 * Returns: what the person looked at when it was saved
 */
LieuditSessionView
lieudit_session_get_view (LieuditSession *self)
{
  LieuditSessionView nothing = { FALSE, };

  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), nothing);

  return self->view;
}

/**
 * lieudit_session_set_view:
 * @self: a session
 * @view: what the person looks at
 *
 * Remembers what to save of the view. To look around is no change.
 */
void
lieudit_session_set_view (LieuditSession     *self,
                          LieuditSessionView  view)
{
  g_return_if_fail (LIEUDIT_IS_SESSION (self));

  self->view = view;
}

/**
 * lieudit_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
lieudit_session_get_file (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->file;
}

/**
 * lieudit_session_get_etag:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): which version of its file it knows
 */
const char *
lieudit_session_get_etag (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  return self->etag;
}

/**
 * lieudit_session_set_file:
 * @self: a session
 * @file: (nullable): where it is saved
 * @etag: (nullable): which version of the file that is
 *
 * Tells the session its file.
 */
void
lieudit_session_set_file (LieuditSession *self,
                          GFile          *file,
                          const char     *etag)
{
  g_autofree char *copy = g_strdup (etag);

  g_return_if_fail (LIEUDIT_IS_SESSION (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  g_free (self->etag);
  self->etag = g_steal_pointer (&copy);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * lieudit_session_get_state:
 * @self: a session
 *
 * Returns: a number for what the person has said until now, to be given to
 *   lieudit_session_set_saved() once that is saved
 */
guint64
lieudit_session_get_state (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), 0);

  return lieudit_history_get_state (self->history);
}

/**
 * lieudit_session_set_saved:
 * @self: a session
 * @state: what lieudit_session_get_state() said when saving began
 *
 * Remembers what is saved: the person may have gone on meanwhile.
 */
void
lieudit_session_set_saved (LieuditSession *self,
                           guint64         state)
{
  g_return_if_fail (LIEUDIT_IS_SESSION (self));

  self->saved_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * lieudit_session_set_unsaved:
 * @self: a session
 *
 * Makes the session one that was never saved as it is.
 */
void
lieudit_session_set_unsaved (LieuditSession *self)
{
  lieudit_session_set_saved (self, NEVER_SAVED);
}

/**
 * lieudit_session_is_modified:
 * @self: a session
 *
 * Returns: whether something was changed since it was saved
 */
gboolean
lieudit_session_is_modified (LieuditSession *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), FALSE);

  return lieudit_history_get_state (self->history) != self->saved_state;
}

/**
 * lieudit_session_get_place_note:
 * @self: a session
 * @place: a place
 *
 * Returns: (transfer none) (nullable): what the person wrote about it
 */
const char *
lieudit_session_get_place_note (LieuditSession *self,
                                LieuditPlace   *place)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);

  return lieudit_notes_get_for_place (self->notes, lieudit_place_get_id (place));
}

/**
 * lieudit_session_get_mention_note:
 * @self: a session
 * @mention: a mention in its article
 *
 * Returns: (transfer none) (nullable): what the person wrote about it
 */
const char *
lieudit_session_get_mention_note (LieuditSession *self,
                                  LieuditMention *mention)
{
  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  return lieudit_notes_get_for_mention (self->notes,
                                        lieudit_anchors_lookup (self->anchors, lieudit_mention_get_start_code_point (mention),
                                                                lieudit_mention_get_end_code_point (mention)));
}

/**
 * lieudit_session_put_notes:
 * @self: a session
 * @analysis: what its article names
 *
 * Puts the notes on places and mentions, to be exported with them.
 */
void
lieudit_session_put_notes (LieuditSession  *self,
                           LieuditAnalysis *analysis)
{
  GListModel *mentions, *places;

  g_return_if_fail (LIEUDIT_IS_SESSION (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));

  mentions = lieudit_analysis_get_mentions (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      lieudit_mention_set_note (mention, lieudit_session_get_mention_note (self, mention));
    }

  places = lieudit_analysis_get_places (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      lieudit_found_place_set_note (found, lieudit_session_get_place_note (self, lieudit_found_place_get_place (found)));
    }
}
