/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-mention-private.h"

#include <string.h>

#include <glib/gi18n.h>

/**
 * LieuditMention:
 *
 * One spot of an article that names a place, what place that is taken for,
 * how sure that is, and why.
 */
struct _LieuditMention
{
  GObject parent_instance;

  gsize start;
  gsize end;
  gsize start_code_point;
  gsize end_code_point;
  char *text;
  LieuditMentionKind kind;
  LieuditMentionStatus status;
  char *note;

  LieuditPlace *place;
  double confidence;
  GArray *alternatives; /* of LieuditAlternative */
  GArray *reasons;      /* of LieuditReason */
};

G_DEFINE_FINAL_TYPE (LieuditMention, lieudit_mention, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_PLACE,
  PROP_CONFIDENCE,
  PROP_TEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
clear_alternative (gpointer data)
{
  g_clear_object (&((LieuditAlternative *) data)->place);
}

static void
lieudit_mention_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LieuditMention *self = LIEUDIT_MENTION (object);

  switch (property_id)
    {
    case PROP_PLACE:
      g_value_set_object (value, self->place);
      break;

    case PROP_CONFIDENCE:
      g_value_set_double (value, self->confidence);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
lieudit_mention_finalize (GObject *object)
{
  LieuditMention *self = LIEUDIT_MENTION (object);

  g_clear_object (&self->place);
  g_clear_pointer (&self->alternatives, g_array_unref);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (lieudit_mention_parent_class)->finalize (object);
}

static void
lieudit_mention_class_init (LieuditMentionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lieudit_mention_get_property;
  object_class->finalize = lieudit_mention_finalize;

  /**
   * LieuditMention:place:
   *
   * The place that is meant, if one was found.
   */
  properties[PROP_PLACE] =
    g_param_spec_object ("place", NULL, NULL,
                         LIEUDIT_TYPE_PLACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditMention:confidence:
   *
   * How sure it is that this place is meant, from 0 to 1.
   */
  properties[PROP_CONFIDENCE] =
    g_param_spec_double ("confidence", NULL, NULL,
                         0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditMention:text:
   *
   * The words of the article that name the place.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
lieudit_mention_init (LieuditMention *self)
{
  self->alternatives = g_array_new (FALSE, FALSE, sizeof (LieuditAlternative));
  g_array_set_clear_func (self->alternatives, clear_alternative);
  self->reasons = g_array_new (FALSE, FALSE, sizeof (LieuditReason));
}

/**
 * lieudit_mention_new:
 * @start: first byte in the article's whole text
 * @end: byte after the last
 * @start_code_point: first code point in the article's whole text
 * @end_code_point: code point after the last
 * @text: the slice of the text from @start to @end
 * @kind: how the text uses the name
 *
 * Returns: (transfer full): a mention of no place yet
 */
LieuditMention *
lieudit_mention_new (gsize               start,
                     gsize               end,
                     gsize               start_code_point,
                     gsize               end_code_point,
                     const char         *text,
                     LieuditMentionKind  kind)
{
  LieuditMention *self;

  g_return_val_if_fail (start < end, NULL);
  g_return_val_if_fail (start_code_point < end_code_point, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_MENTION, NULL);
  self->start = start;
  self->end = end;
  self->start_code_point = start_code_point;
  self->end_code_point = end_code_point;
  self->text = g_strdup (text);
  self->kind = kind;

  return self;
}

/**
 * lieudit_mention_copy_alternatives:
 * @self: a mention that is not published yet, and is placed
 * @source: a mention of the same words
 *
 * Takes over what else the words may mean, and what they were taken for.
 */
void
lieudit_mention_copy_alternatives (LieuditMention *self,
                                   LieuditMention *source)
{
  if (source->place != NULL && (self->place == NULL || !lieudit_place_equal (source->place, self->place)))
    lieudit_mention_add_alternative (self, source->place, source->confidence);

  for (guint i = 0; i < source->alternatives->len; i++)
    {
      const LieuditAlternative *alternative = &g_array_index (source->alternatives, LieuditAlternative, i);

      if (self->place == NULL || !lieudit_place_equal (alternative->place, self->place))
        lieudit_mention_add_alternative (self, alternative->place, alternative->score);
    }
}

/**
 * lieudit_mention_new_checked:
 * @source: a mention as it was resolved
 * @place: (nullable): the place it means for a person; %NULL when it cannot be located
 * @reason: (nullable) (transfer none): why, as a gettext message id in English; %NULL for
 *   no more than that the person said so
 *
 * Makes a mention of the same words that a person has checked. What the
 * resolver chose, if it is another place, stays among the alternatives.
 *
 * Returns: (transfer full): the mention
 */
LieuditMention *
lieudit_mention_new_checked (LieuditMention *source,
                             LieuditPlace   *place,
                             const char     *reason)
{
  LieuditMention *self;
  gboolean agrees;

  g_return_val_if_fail (LIEUDIT_IS_MENTION (source), NULL);
  g_return_val_if_fail (place == NULL || LIEUDIT_IS_PLACE (place), NULL);

  if (place != NULL && source->place != NULL)
    agrees = lieudit_place_equal (place, source->place);
  else
    agrees = place == source->place && reason == NULL;
  self = lieudit_mention_new (source->start, source->end, source->start_code_point, source->end_code_point,
                              source->text, source->kind);
  self->status = agrees ? LIEUDIT_MENTION_CONFIRMED : LIEUDIT_MENTION_CORRECTED;
  lieudit_mention_set_place (self, place, 1.0);
  if (reason == NULL)
    reason = agrees ? N_("you confirmed it") : N_("you chose it");
  lieudit_mention_add_reason (self, reason, 1.0);
  if (agrees)
    g_array_append_vals (self->reasons, source->reasons->data, source->reasons->len);
  lieudit_mention_copy_alternatives (self, source);

  return self;
}

/**
 * lieudit_mention_set_place:
 * @self: a mention that is not published yet
 * @place: (nullable): the place that is meant
 * @confidence: how sure that is, from 0 to 1
 *
 * Settles what place is meant.
 */
void
lieudit_mention_set_place (LieuditMention *self,
                           LieuditPlace   *place,
                           double          confidence)
{
  g_return_if_fail (LIEUDIT_IS_MENTION (self));
  g_return_if_fail (place == NULL || LIEUDIT_IS_PLACE (place));

  g_set_object (&self->place, place);
  self->confidence = CLAMP (confidence, 0.0, 1.0);
}

/**
 * lieudit_mention_add_alternative:
 * @self: a mention that is not published yet
 * @place: another place that may be meant
 * @score: its share among all candidates, from 0 to 1
 *
 * Appends a place that was found less likely. Add the likeliest first.
 */
void
lieudit_mention_add_alternative (LieuditMention *self,
                                 LieuditPlace   *place,
                                 double          score)
{
  LieuditAlternative alternative = { 0, };

  g_return_if_fail (LIEUDIT_IS_MENTION (self));
  g_return_if_fail (LIEUDIT_IS_PLACE (place));

  alternative.place = g_object_ref (place);
  alternative.score = CLAMP (score, 0.0, 1.0);
  g_array_append_val (self->alternatives, alternative);
}

/**
 * lieudit_mention_add_reason:
 * @self: a mention that is not published yet
 * @text: a gettext message id that outlives @self
 * @weight: how much it counted, from -1 to 1
 *
 * Appends a reason for the choice of the place. Add the weightiest first.
 */
void
lieudit_mention_add_reason (LieuditMention *self,
                            const char     *text,
                            double          weight)
{
  LieuditReason reason = { text, CLAMP (weight, -1.0, 1.0) };

  g_return_if_fail (LIEUDIT_IS_MENTION (self));
  g_return_if_fail (text != NULL);

  g_array_append_val (self->reasons, reason);
}

/**
 * lieudit_mention_get_start:
 * @self: a mention
 *
 * Returns: its first byte in the article's whole text
 */
gsize
lieudit_mention_get_start (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), 0);

  return self->start;
}

/**
 * lieudit_mention_get_end:
 * @self: a mention
 *
 * Returns: the byte after its last in the article's whole text
 */
gsize
lieudit_mention_get_end (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), 0);

  return self->end;
}

/**
 * lieudit_mention_get_start_code_point:
 * @self: a mention
 *
 * Returns: its first code point in the article's whole text
 */
gsize
lieudit_mention_get_start_code_point (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), 0);

  return self->start_code_point;
}

/**
 * lieudit_mention_get_end_code_point:
 * @self: a mention
 *
 * Returns: the code point after its last in the article's whole text
 */
gsize
lieudit_mention_get_end_code_point (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), 0);

  return self->end_code_point;
}

/**
 * lieudit_mention_get_text:
 * @self: a mention
 *
 * Returns: (transfer none): the words of the article, as they stand there
 */
const char *
lieudit_mention_get_text (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), NULL);

  return self->text;
}

/**
 * lieudit_mention_get_kind:
 * @self: a mention
 *
 * Returns: how the text uses the name
 */
LieuditMentionKind
lieudit_mention_get_kind (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), LIEUDIT_MENTION_LITERAL);

  return self->kind;
}

/**
 * lieudit_mention_get_confidence:
 * @self: a mention
 *
 * Returns: how sure it is that its place is meant, from 0 to 1
 */
double
lieudit_mention_get_confidence (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), 0.0);

  return self->confidence;
}

/**
 * lieudit_mention_get_place:
 * @self: a mention
 *
 * Returns: (transfer none) (nullable): the place that is meant, if one was found
 */
LieuditPlace *
lieudit_mention_get_place (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), NULL);

  return self->place;
}

/**
 * lieudit_mention_get_alternatives:
 * @self: a mention
 * @n_alternatives: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_alternatives) (nullable): other
 *   places that may be meant, the likeliest first
 */
const LieuditAlternative *
lieudit_mention_get_alternatives (LieuditMention *self,
                                  guint          *n_alternatives)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), NULL);
  g_return_val_if_fail (n_alternatives != NULL, NULL);

  *n_alternatives = self->alternatives->len;
  return (const LieuditAlternative *) (gpointer) self->alternatives->data;
}

/**
 * lieudit_mention_get_reasons:
 * @self: a mention
 * @n_reasons: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_reasons) (nullable): why its place
 *   was chosen, the weightiest first
 */
const LieuditReason *
lieudit_mention_get_reasons (LieuditMention *self,
                             guint          *n_reasons)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), NULL);
  g_return_val_if_fail (n_reasons != NULL, NULL);

  *n_reasons = self->reasons->len;
  return (const LieuditReason *) (gpointer) self->reasons->data;
}

/**
 * lieudit_mention_get_status:
 * @self: a mention
 *
 * Returns: whether a person checked which place it means
 */
LieuditMentionStatus
lieudit_mention_get_status (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), LIEUDIT_MENTION_UNCHECKED);

  return self->status;
}

/**
 * lieudit_mention_is_stated:
 * @self: a mention
 *
 * Returns: whether the article's own file says which place it means
 */
gboolean
lieudit_mention_is_stated (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), FALSE);

  for (guint i = 0; i < self->reasons->len; i++)
    {
      if (strcmp (g_array_index (self->reasons, LieuditReason, i).text, LIEUDIT_REASON_STATED) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_mention_kind_to_nick:
 * @kind: how a text uses a place name
 *
 * Returns: (transfer none): the word for @kind in exported files
 */
const char *
lieudit_mention_kind_to_nick (LieuditMentionKind kind)
{
  switch (kind)
    {
    case LIEUDIT_MENTION_LITERAL:
      return "literal";

    case LIEUDIT_MENTION_METONYMIC:
      return "metonymic";

    case LIEUDIT_MENTION_MODIFIER:
      return "modifier";

    case LIEUDIT_MENTION_EMBEDDED:
      return "embedded";

    default:
      g_return_val_if_reached ("literal");
    }
}

/**
 * lieudit_mention_kind_from_nick:
 * @nick: a word from a file
 * @kind: (out): return location for what it means
 *
 * Returns: whether the word means something
 */
gboolean
lieudit_mention_kind_from_nick (const char         *nick,
                                LieuditMentionKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (LieuditMentionKind i = LIEUDIT_MENTION_LITERAL; i <= LIEUDIT_MENTION_EMBEDDED; i++)
    {
      if (strcmp (nick, lieudit_mention_kind_to_nick (i)) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_mention_status_to_nick:
 * @status: who says which place a mention means
 *
 * Returns: (transfer none): what exports call it
 */
const char *
lieudit_mention_status_to_nick (LieuditMentionStatus status)
{
  switch (status)
    {
    case LIEUDIT_MENTION_CONFIRMED:
      return "confirmed";
    case LIEUDIT_MENTION_CORRECTED:
      return "corrected";
    case LIEUDIT_MENTION_UNCHECKED:
    default:
      return "unchecked";
    }
}

/**
 * lieudit_mention_get_note:
 * @self: a mention
 *
 * Returns: (transfer none) (nullable): what a person wrote about it
 */
const char *
lieudit_mention_get_note (LieuditMention *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION (self), NULL);

  return self->note;
}

/*
 * lieudit_mention_set_note:
 * @self: a mention
 * @note: (nullable): what a person wrote about it
 */
void
lieudit_mention_set_note (LieuditMention *self,
                          const char     *note)
{
  g_return_if_fail (LIEUDIT_IS_MENTION (self));

  g_free (self->note);
  self->note = g_strdup (note);
}

/**
 * lieudit_mention_status_describe:
 * @status: who says which place a mention means
 *
 * Returns: (transfer none): the status in words
 */
const char *
lieudit_mention_status_describe (LieuditMentionStatus status)
{
  switch (status)
    {
    case LIEUDIT_MENTION_CONFIRMED:
      return _("Confirmed");
    case LIEUDIT_MENTION_CORRECTED:
      return _("Corrected");
    case LIEUDIT_MENTION_UNCHECKED:
    default:
      return _("Not checked");
    }
}
