/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions whether what an article says about where places lie is true. */
#include "config.h"

#include "quiz/lieudit-quiz-statements.h"

#include <math.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-wording.h"
#include "claims/lieudit-claim.h"

/* Below that, nobody can say which way is which. */
#define LEAST_DISTANCE 5.0

static GPtrArray *
list_places (LieuditClaim    *claim,
             LieuditLanguage  language)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (places, lieudit_quiz_place_new_for (lieudit_claim_get_subject (claim), language));
  for (guint i = 0; i < lieudit_claim_get_n_objects (claim); i++)
    {
      if (lieudit_claim_get_object (claim, i) != NULL)
        g_ptr_array_add (places, lieudit_quiz_place_new_for (lieudit_claim_get_object (claim, i), language));
    }

  return places;
}

/* A distance and a direction can be turned round: what is false then is surely so. */
static gboolean
can_turn (LieuditClaim *claim)
{
  LieuditRelation relation = lieudit_claim_get_relation (claim);
  LieuditPlace *object = lieudit_claim_get_n_objects (claim) == 1 ? lieudit_claim_get_object (claim, 0) : NULL;

  return (relation == LIEUDIT_RELATION_DIRECTION || relation == LIEUDIT_RELATION_DISTANCE)
         && lieudit_claim_get_verdict (claim) == LIEUDIT_VERDICT_AGREES
         && object != NULL && !lieudit_feature_is_area (lieudit_place_get_feature_code (object))
         && !(lieudit_claim_get_flags (claim) & LIEUDIT_RELATION_IS_INSIDE)
         && isfinite (lieudit_claim_get_measured_bearing (claim))
         && lieudit_claim_get_measured_distance (claim) >= LEAST_DISTANCE;
}

static LieuditQuizQuestion *
turn (LieuditClaim *claim,
      GPtrArray    *places,
      gboolean      is_true)
{
  LieuditPlace *object = lieudit_claim_get_object (claim, 0);
  double distance = lieudit_claim_get_measured_distance (claim);
  double bearing = lieudit_claim_get_measured_bearing (claim);
  g_autofree char *said = lieudit_claim_describe_position (distance, is_true ? bearing : fmod (bearing + 180.0, 360.0), object);
  g_autofree char *measured = lieudit_claim_describe_position (distance, bearing, object);
  const char *subject = lieudit_claim_name_place (lieudit_claim_get_subject (claim));
  /* Translators: a place, then where it is said to lie: “Saraqib: 44 km south-south-west of Aleppo” */
  g_autofree char *statement = g_strdup_printf (_("%1$s: %2$s"), subject, said);
  g_autofree char *explanation = g_strdup_printf (_("%1$s: %2$s"), subject, measured);

  return lieudit_quiz_question_new_statement (statement, is_true, explanation, places);
}

/* What the map says loosely, or cannot say, is no question: it would have no answer. */
static LieuditQuizQuestion *
quote (LieuditClaim *claim,
       GPtrArray    *places)
{
  LieuditVerdict verdict = lieudit_claim_get_verdict (claim);
  g_autofree char *statement = NULL;

  if (verdict != LIEUDIT_VERDICT_AGREES && verdict != LIEUDIT_VERDICT_DIFFERS)
    return NULL;

  /* Translators: a place, then the words of an article about where it lies */
  statement = g_strdup_printf (_("%1$s: “%2$s”"), lieudit_claim_name_place (lieudit_claim_get_subject (claim)),
                               lieudit_claim_get_text (claim));

  return lieudit_quiz_question_new_statement (statement, verdict == LIEUDIT_VERDICT_AGREES, lieudit_claim_get_explanation (claim),
                                              places);
}

/**
 * lieudit_quiz_list_statements:
 * @claims: (element-type LieuditClaim): what an article says about where places lie
 * @language: the language of the quiz
 * @seed: which of the statements are turned to false ones
 *
 * Makes questions of those claims whose truth the map knows.
 *
 * Returns: (transfer full) (element-type LieuditQuizQuestion): the questions
 */
GPtrArray *
lieudit_quiz_list_statements (GPtrArray       *claims,
                              LieuditLanguage  language,
                              guint32          seed)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);
  GRand *random = g_rand_new_with_seed (seed);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      LieuditClaim *claim = g_ptr_array_index (claims, i);
      gboolean is_true = g_rand_boolean (random);
      g_autoptr(GPtrArray) places = NULL;
      LieuditQuizQuestion *question;

      if (lieudit_claim_get_subject (claim) == NULL || lieudit_claim_get_relation (claim) == LIEUDIT_RELATION_RECORDED)
        continue;
      places = list_places (claim, language);
      question = can_turn (claim) ? turn (claim, places, is_true) : quote (claim, places);
      if (question != NULL)
        g_ptr_array_add (statements, question);
    }
  g_rand_free (random);

  return statements;
}
