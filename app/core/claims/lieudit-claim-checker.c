/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-checker.h"

#include <math.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-measure.h"
#include "claims/lieudit-claim-private.h"
#include "claims/lieudit-claim-tolerances.h"
#include "claims/lieudit-claim-wording.h"

typedef struct
{
  LieuditClaim             *claim;
  const LieuditClaimShapes *shapes;
  const LieuditClaimRoads  *roads;
  LieuditClaimQuestion      question;
} Checker;

static LieuditVerdict
ask (Checker                    *self,
     const LieuditClaimQuestion *question)
{
  LieuditClaimMeasure measure;
  LieuditVerdict verdict;

  lieudit_claim_measure (question, self->shapes, self->roads, &measure);
  verdict = measure.verdict;
  lieudit_claim_measure_clear (&measure);

  return verdict;
}

static char *
describe_place (LieuditPlace *place)
{
  g_autoptr(GPtrArray) hierarchy = lieudit_place_dup_hierarchy (place);
  const char *area = hierarchy->len > 0 ? lieudit_claim_name_place (g_ptr_array_index (hierarchy, 0))
                                        : lieudit_place_get_country_code (place);

  /* Translators: a place and the area it lies in: “Saraqib (Idlib Governorate)” */
  return g_strdup_printf (_("%1$s (%2$s)"), lieudit_claim_name_place (place), area);
}

/* Another place of the same name that makes the claim true. */
static char *
suggest_place (Checker                 *self,
               const LieuditClaimParty *party,
               LieuditPlace           **slot)
{
  LieuditPlace *chosen = *slot;

  for (guint i = 0; party->alternatives != NULL && i < party->alternatives->len; i++)
    {
      *slot = g_ptr_array_index (party->alternatives, i);
      if (ask (self, &self->question) == LIEUDIT_VERDICT_AGREES)
        {
          g_autofree char *words = describe_place (*slot);

          g_set_object (&self->claim->remedy, *slot);
          self->claim->remedy_mention = party->mention;
          *slot = chosen;
          return g_strdup_printf (_("It would be true of another place of that name: %s."), words);
        }
    }
  *slot = chosen;

  return NULL;
}

static char *
suggest_direction (Checker *self)
{
  LieuditClaimQuestion turned = self->question;

  if (isnan (turned.bearing))
    return NULL;

  turned.bearing = fmod (turned.bearing + 180.0, 360.0);
  if (ask (self, &turned) != LIEUDIT_VERDICT_AGREES)
    return NULL;

  return g_strdup_printf (_("The opposite direction would be true: %s."), lieudit_compass_get_name (turned.bearing));
}

/* Two digits swapped, or a nought too many or too few. */
static char *
suggest_number (Checker *self)
{
  LieuditClaimQuestion retyped = self->question;
  int stated = (int) lround (retyped.distance);
  double guesses[] = { stated * 10.0, stated / 10.0, stated % 10 * 10.0 + stated / 10 };

  if (isnan (retyped.distance) || stated < 2 || stated > 9999)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      if (i == 2 && (stated < 10 || stated > 99 || stated % 11 == 0 || stated % 10 == 0))
        continue;
      retyped.distance = guesses[i];
      if (ask (self, &retyped) == LIEUDIT_VERDICT_AGREES)
        {
          g_autofree char *words = lieudit_claim_describe_distance (guesses[i]);

          return g_strdup_printf (_("Perhaps a typing error: %s would be true."), words);
        }
    }

  return NULL;
}

static void
suggest (Checker *self)
{
  LieuditClaim *claim = self->claim;

  claim->suggestion = suggest_place (self, &claim->subject, &self->question.subject);
  for (guint i = 0; i < claim->n_objects && claim->suggestion == NULL; i++)
    claim->suggestion = suggest_place (self, &claim->objects[i], &self->question.objects[i]);
  if (claim->suggestion == NULL)
    claim->suggestion = suggest_direction (self);
  if (claim->suggestion == NULL)
    claim->suggestion = suggest_number (self);
}

static const char *
find_obstacle (LieuditClaim *claim)
{
  if (claim->relation == LIEUDIT_RELATION_RECORDED)
    return _("This is no matter of geometry.");
  if (!claim->has_subject)
    return _("The sentence leaves open what lies there.");
  if (claim->flags & LIEUDIT_RELATION_IS_NEGATED)
    return _("The sentence denies it.");
  if (claim->subject.place == NULL)
    return _("Where the place lies is not known.");
  for (guint i = 0; i < claim->n_objects; i++)
    {
      if (claim->objects[i].place == NULL)
        return _("Where the place it is related to lies is not known.");
    }

  return NULL;
}

static gboolean
is_sure_enough (const LieuditClaim *claim)
{
  if (claim->subject.confidence < LIEUDIT_SURE_ENOUGH)
    return FALSE;
  for (guint i = 0; i < claim->n_objects; i++)
    {
      if (claim->objects[i].confidence < LIEUDIT_SURE_ENOUGH)
        return FALSE;
    }

  return TRUE;
}

static char *
explain (LieuditVerdict  verdict,
         LieuditClaim   *claim,
         const char     *measure)
{
  const char *name = claim->subject.place != NULL ? lieudit_claim_name_place (claim->subject.place) : "";

  switch (verdict)
    {
    case LIEUDIT_VERDICT_AGREES:
      /* Translators: “The map agrees: Saraqib is 44 km south-south-west of Aleppo.” */
      return g_strdup_printf (_("The map agrees: %1$s: %2$s."), name, measure);

    case LIEUDIT_VERDICT_LOOSELY:
      return g_strdup_printf (_("Loosely true: %1$s: %2$s."), name, measure);

    case LIEUDIT_VERDICT_DIFFERS:
      return g_strdup_printf (_("The map says otherwise: %1$s: %2$s."), name, measure);

    case LIEUDIT_VERDICT_CANNOT_CHECK:
    case LIEUDIT_N_VERDICTS:
    default:
      return g_strdup (measure);
    }
}

/*
 * lieudit_claim_check:
 * @claim: a claim that was read
 * @shapes: areas and lines
 * @roads: the network of main roads
 *
 * Decides a claim, with the measure in the sentence's own terms and, where it
 * differs, what would make it true.
 */
void
lieudit_claim_check (LieuditClaim             *claim,
                     const LieuditClaimShapes *shapes,
                     const LieuditClaimRoads  *roads)
{
  Checker self = { claim, shapes, roads, { 0, } };
  const char *obstacle = find_obstacle (claim);
  LieuditClaimMeasure measure;

  if (obstacle != NULL)
    {
      lieudit_claim_set_verdict (claim, LIEUDIT_VERDICT_CANNOT_CHECK, explain (LIEUDIT_VERDICT_CANNOT_CHECK, claim, obstacle));
      return;
    }

  self.question = (LieuditClaimQuestion) { claim->relation, claim->flags, claim->stated_bearing, claim->stated_distance,
                                           claim->subject.place, { NULL, }, claim->n_objects };
  for (guint i = 0; i < claim->n_objects; i++)
    self.question.objects[i] = claim->objects[i].place;

  lieudit_claim_measure (&self.question, shapes, roads, &measure);
  claim->measured_bearing = measure.bearing;
  claim->measured_distance = measure.distance;
  claim->measure = g_steal_pointer (&measure.measure);

  if (measure.verdict == LIEUDIT_VERDICT_DIFFERS)
    suggest (&self);
  if (measure.verdict == LIEUDIT_VERDICT_DIFFERS && !is_sure_enough (claim))
    {
      measure.verdict = LIEUDIT_VERDICT_CANNOT_CHECK;
      measure.reason = _("It is not certain which places are meant.");
    }
  lieudit_claim_set_verdict (claim, measure.verdict,
                             explain (measure.verdict, claim, measure.reason != NULL ? measure.reason : claim->measure));
}
