/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of an article: what was found in it, and what its session knows better. */
#include "config.h"

#include "session/lieudit-session.h"

#include "session/lieudit-decisions-applying.h"

/**
 * lieudit_session_apply:
 * @self: a session
 * @standing: (nullable): what holds in all articles
 * @gazetteer: the gazetteer that @analysis was made with
 * @analysis: what the recogniser and the resolver found in its article
 *
 * Puts what was recorded, and then what was decided, in the place of what was
 * found.
 *
 * Returns: (transfer full): what is to be shown
 */
LieuditAnalysis *
lieudit_session_apply (LieuditSession           *self,
                       LieuditStandingDecisions *standing,
                       LieuditGazetteer         *gazetteer,
                       LieuditAnalysis          *analysis)
{
  LieuditRecordedMentions *recorded;
  LieuditDecisions *decisions;
  g_autoptr(LieuditAnalysis) base = NULL;

  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  decisions = lieudit_session_get_decisions (self);
  recorded = lieudit_session_get_recorded (self);
  if (recorded != NULL)
    base = lieudit_recorded_mentions_apply (recorded, lieudit_decisions_get_brought_places (decisions), gazetteer, analysis);

  return lieudit_decisions_apply (decisions, standing, gazetteer, base != NULL ? base : analysis);
}
