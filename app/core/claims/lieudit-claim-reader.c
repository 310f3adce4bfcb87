/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claim-reader.h"

#include "claims/lieudit-claim-private.h"
#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-reader.h"

typedef struct
{
  LieuditGazetteer *gazetteer;
  GListModel       *mentions;
  const char       *text;
} Reader;

static void
fill_party (const Reader      *self,
            LieuditClaimParty *party,
            int                index)
{
  g_autoptr(LieuditMention) mention = g_list_model_get_item (self->mentions, (guint) index);
  LieuditPlace *place = lieudit_mention_get_place (mention);
  guint n_alternatives = 0;
  const LieuditAlternative *alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);

  party->mention = index;
  party->place = place != NULL ? g_object_ref (place) : NULL;
  party->confidence = lieudit_mention_get_confidence (mention);
  party->alternatives = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_alternatives; i++)
    g_ptr_array_add (party->alternatives, g_object_ref (alternatives[i].place));
}

static void
fill_object (const Reader      *self,
             LieuditClaimParty *party,
             int                index,
             guint32            country)
{
  if (index != LIEUDIT_RELATION_NO_NAME)
    {
      fill_party (self, party, index);
      return;
    }

  party->mention = LIEUDIT_CLAIM_NO_MENTION;
  party->confidence = 1.0;
  if (country != LIEUDIT_GAZETTEER_NO_PLACE)
    party->place = lieudit_gazetteer_get_place (self->gazetteer, country);
}

/* From a mention near by: from the beginning of a long text it would take too long. */
static gsize
count_code_points (const Reader *self,
                   gsize         offset,
                   int           index)
{
  g_autoptr(LieuditMention) mention = NULL;
  gsize start;
  gsize known;

  if (index < 0)
    return (gsize) g_utf8_strlen (self->text, (gssize) offset);

  mention = g_list_model_get_item (self->mentions, (guint) index);
  start = lieudit_mention_get_start (mention);
  known = lieudit_mention_get_start_code_point (mention);

  return offset < start ? known - (gsize) g_utf8_strlen (self->text + offset, (gssize) (start - offset)) :
                          known + (gsize) g_utf8_strlen (self->text + start, (gssize) (offset - start));
}

static void
fill_span (const Reader *self,
           LieuditClaim *claim,
           gsize         start,
           gsize         end)
{
  const LieuditClaimParty *party = claim->has_subject ? &claim->subject : &claim->objects[0];

  claim->start = start;
  claim->end = end;
  claim->start_code_point = count_code_points (self, start, party->mention);
  claim->end_code_point = claim->start_code_point + (gsize) g_utf8_strlen (self->text + start, (gssize) (end - start));
  claim->text = g_strndup (self->text + start, end - start);
}

static LieuditClaim *
make_claim (const Reader                *self,
            const LieuditStatedRelation *stated)
{
  LieuditClaim *claim = lieudit_claim_new (stated->relation, stated->flags);

  if (stated->subject != LIEUDIT_RELATION_NO_NAME)
    {
      claim->has_subject = TRUE;
      fill_party (self, &claim->subject, stated->subject);
    }
  for (guint i = 0; i < stated->n_objects; i++)
    fill_object (self, &claim->objects[claim->n_objects++], stated->objects[i], stated->countries[i]);
  fill_span (self, claim, stated->start, stated->end);
  claim->stated_bearing = stated->bearing;
  claim->stated_distance = stated->distance;

  return claim;
}

/*
 * lieudit_claims_read:
 * @analysis: an analysed article
 * @gazetteer: its gazetteer
 *
 * Makes claims of what the analysis has read of where places lie.
 *
 * Returns: (transfer full) (element-type LieuditClaim): the claims, in the order of the text, not yet checked
 */
GPtrArray *
lieudit_claims_read (LieuditAnalysis  *analysis,
                     LieuditGazetteer *gazetteer)
{
  const GArray *relations = lieudit_analysis_get_relations (analysis);
  Reader self = { gazetteer, lieudit_analysis_get_mentions (analysis),
                  lieudit_article_get_text (lieudit_analysis_get_article (analysis)) };
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < relations->len; i++)
    g_ptr_array_add (claims, make_claim (&self, &g_array_index (relations, LieuditStatedRelation, i)));

  return claims;
}
