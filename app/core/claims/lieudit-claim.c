/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-private.h"

#include <math.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LieuditClaim, lieudit_claim, G_TYPE_OBJECT)

static const struct
{
  const char *nick;
  const char *title;
} verdicts[LIEUDIT_N_VERDICTS] = {
  { "differs", N_("Differs") },
  { "loosely", N_("Loosely true") },
  { "cannot-check", N_("Cannot be checked") },
  { "agrees", N_("Agrees") },
};

static void
clear_party (LieuditClaimParty *party)
{
  g_clear_object (&party->place);
  g_clear_pointer (&party->alternatives, g_ptr_array_unref);
}

static void
lieudit_claim_finalize (GObject *object)
{
  LieuditClaim *self = LIEUDIT_CLAIM (object);

  clear_party (&self->subject);
  for (guint i = 0; i < self->n_objects; i++)
    clear_party (&self->objects[i]);
  g_free (self->text);
  g_free (self->measure);
  g_free (self->explanation);
  g_free (self->suggestion);
  g_clear_object (&self->remedy);

  G_OBJECT_CLASS (lieudit_claim_parent_class)->finalize (object);
}

static void
lieudit_claim_class_init (LieuditClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_claim_finalize;
}

static void
lieudit_claim_init (LieuditClaim *self)
{
  self->subject.mention = LIEUDIT_CLAIM_NO_MENTION;
  self->remedy_mention = LIEUDIT_CLAIM_NO_MENTION;
  self->stated_bearing = NAN;
  self->stated_distance = NAN;
  self->measured_bearing = NAN;
  self->measured_distance = NAN;
  self->verdict = LIEUDIT_VERDICT_CANNOT_CHECK;
}

/*
 * lieudit_claim_new:
 * @relation: what the claim says
 * @flags: how it is meant
 *
 * Creates a claim, for its reader to fill in.
 *
 * Returns: (transfer full): the claim
 */
LieuditClaim *
lieudit_claim_new (LieuditRelation   relation,
                   LieuditRelationFlags flags)
{
  LieuditClaim *self = g_object_new (LIEUDIT_TYPE_CLAIM, NULL);

  self->relation = relation;
  self->flags = flags;

  return self;
}

/*
 * lieudit_claim_set_verdict:
 * @self: a claim that is being checked
 * @verdict: the verdict
 * @explanation: (transfer full): why, as a sentence in the person's language
 *
 * Decides a claim.
 */
void
lieudit_claim_set_verdict (LieuditClaim   *self,
                           LieuditVerdict  verdict,
                           char           *explanation)
{
  self->verdict = verdict;
  g_free (self->explanation);
  self->explanation = explanation;
}

/**
 * lieudit_claim_get_relation:
 * @self: a claim
 *
 * Returns: what the claim says of its subject
 */
LieuditRelation
lieudit_claim_get_relation (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), LIEUDIT_RELATION_RECORDED);

  return self->relation;
}

/**
 * lieudit_claim_get_flags:
 * @self: a claim
 *
 * Returns: how the claim is meant
 */
LieuditRelationFlags
lieudit_claim_get_flags (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), 0);

  return self->flags;
}

/**
 * lieudit_claim_get_verdict:
 * @self: a claim
 *
 * Returns: what the map says about it
 */
LieuditVerdict
lieudit_claim_get_verdict (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), LIEUDIT_VERDICT_CANNOT_CHECK);

  return self->verdict;
}

/**
 * lieudit_claim_get_start:
 * @self: a claim
 *
 * Returns: the first byte of its words in the article's text
 */
gsize
lieudit_claim_get_start (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), 0);

  return self->start;
}

/**
 * lieudit_claim_get_end:
 * @self: a claim
 *
 * Returns: the byte after the last of its words in the article's text
 */
gsize
lieudit_claim_get_end (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), 0);

  return self->end;
}

/**
 * lieudit_claim_get_start_code_point:
 * @self: a claim
 *
 * Returns: the first code point of its words in the article's text
 */
gsize
lieudit_claim_get_start_code_point (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), 0);

  return self->start_code_point;
}

/**
 * lieudit_claim_get_end_code_point:
 * @self: a claim
 *
 * Returns: the code point after the last of its words in the article's text
 */
gsize
lieudit_claim_get_end_code_point (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), 0);

  return self->end_code_point;
}

/**
 * lieudit_claim_get_text:
 * @self: a claim
 *
 * Returns: its words, from the subject, if it stands beside them, to the last object
 */
const char *
lieudit_claim_get_text (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);

  return self->text;
}

/**
 * lieudit_claim_get_subject_index:
 * @self: a claim
 *
 * Returns: the subject's index among the mentions, or -1 if the sentence leaves it open
 */
int
lieudit_claim_get_subject_index (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), LIEUDIT_CLAIM_NO_MENTION);

  return self->subject.mention;
}

/**
 * lieudit_claim_get_subject:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): the place of which something is claimed
 */
LieuditPlace *
lieudit_claim_get_subject (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);

  return self->subject.place;
}

/**
 * lieudit_claim_get_n_objects:
 * @self: a claim
 *
 * Returns: to how many places the subject is related
 */
guint
lieudit_claim_get_n_objects (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), 0);

  return self->n_objects;
}

/**
 * lieudit_claim_get_object_index:
 * @self: a claim
 * @index: which object
 *
 * Returns: the object's index among the mentions, or -1 if an adjective names it: the Turkish border
 */
int
lieudit_claim_get_object_index (LieuditClaim *self,
                                guint         index)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), LIEUDIT_CLAIM_NO_MENTION);
  g_return_val_if_fail (index < self->n_objects, LIEUDIT_CLAIM_NO_MENTION);

  return self->objects[index].mention;
}

/**
 * lieudit_claim_get_object:
 * @self: a claim
 * @index: which object
 *
 * Returns: (transfer none) (nullable): the place to which the subject is related
 */
LieuditPlace *
lieudit_claim_get_object (LieuditClaim *self,
                          guint         index)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);
  g_return_val_if_fail (index < self->n_objects, NULL);

  return self->objects[index].place;
}

/**
 * lieudit_claim_get_stated_bearing:
 * @self: a claim
 *
 * Returns: the direction in the sentence, in degrees clockwise from north, or NaN
 */
double
lieudit_claim_get_stated_bearing (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NAN);

  return self->stated_bearing;
}

/**
 * lieudit_claim_get_stated_distance:
 * @self: a claim
 *
 * Returns: the distance in the sentence, in kilometres, or NaN
 */
double
lieudit_claim_get_stated_distance (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NAN);

  return self->stated_distance;
}

/**
 * lieudit_claim_get_measured_bearing:
 * @self: a claim
 *
 * Returns: the direction on the map, in degrees clockwise from north, or NaN
 */
double
lieudit_claim_get_measured_bearing (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NAN);

  return self->measured_bearing;
}

/**
 * lieudit_claim_get_measured_distance:
 * @self: a claim
 *
 * Returns: the distance on the map, in kilometres, or NaN
 */
double
lieudit_claim_get_measured_distance (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NAN);

  return self->measured_distance;
}

/**
 * lieudit_claim_get_measure:
 * @self: a claim
 *
 * Returns: (nullable): what was measured, in the sentence's own terms: 44 km south-south-west of Aleppo
 */
const char *
lieudit_claim_get_measure (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);

  return self->measure;
}

/**
 * lieudit_claim_get_explanation:
 * @self: a claim
 *
 * Returns: why the verdict is what it is, as a sentence in the person's language
 */
const char *
lieudit_claim_get_explanation (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);

  return self->explanation;
}

/**
 * lieudit_claim_get_suggestion:
 * @self: a claim
 *
 * Returns: (nullable): what would make a claim that differs true, as a sentence
 */
const char *
lieudit_claim_get_suggestion (LieuditClaim *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);

  return self->suggestion;
}

/**
 * lieudit_claim_get_remedy:
 * @self: a claim that differs
 * @mention: (out) (optional): the index of the mention that would mean it
 *
 * Gets the place that would make the claim true: another one of the name that
 * the article uses.
 *
 * Returns: (transfer none) (nullable): the place, if there is one
 */
LieuditPlace *
lieudit_claim_get_remedy (LieuditClaim *self,
                          int          *mention)
{
  g_return_val_if_fail (LIEUDIT_IS_CLAIM (self), NULL);

  if (mention != NULL)
    *mention = self->remedy_mention;

  return self->remedy;
}

/**
 * lieudit_claim_compare:
 * @a: a claim
 * @b: another
 *
 * Orders claims: the worst verdict first, then as in the text.
 *
 * Returns: less than, equal to or more than 0
 */
int
lieudit_claim_compare (LieuditClaim *a,
                       LieuditClaim *b)
{
  if (a->verdict != b->verdict)
    return a->verdict < b->verdict ? -1 : 1;

  return a->start < b->start ? -1 : a->start > b->start;
}

/**
 * lieudit_verdict_to_nick:
 * @verdict: a verdict
 *
 * Returns: its name in exports
 */
const char *
lieudit_verdict_to_nick (LieuditVerdict verdict)
{
  g_return_val_if_fail (verdict < LIEUDIT_N_VERDICTS, NULL);

  return verdicts[verdict].nick;
}

/**
 * lieudit_verdict_get_title:
 * @verdict: a verdict
 *
 * Returns: what to call it in the person's language
 */
const char *
lieudit_verdict_get_title (LieuditVerdict verdict)
{
  g_return_val_if_fail (verdict < LIEUDIT_N_VERDICTS, NULL);

  return _(verdicts[verdict].title);
}
