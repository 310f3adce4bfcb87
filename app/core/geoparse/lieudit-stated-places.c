/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places that the article's own file states: an agency's message has them, and editions mark them in the text. Whoever
 * wrote them there knew better than any program what is meant.
 */
#include "config.h"

#include "geoparse/lieudit-stated-places.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "gazetteer/lieudit-lone-place.h"
#include "geo/lieudit-geodesic.h"
#include "geoparse/lieudit-analysis-private.h"
#include "geoparse/lieudit-mention-private.h"
#include "text/lieudit-folded-text.h"

/* Two gazetteers have the middle of a town so far apart, in metres. */
#define SAME_PLACE_METRES 25000.0

#define CONFIDENCE 0.98

#define GEONAMES_PREFIX "gn-"
#define GEONAMES_HOST "geonames.org/"

typedef struct {
  LieuditAnalysis          *analysis;
  LieuditGazetteer         *gazetteer;
  const char               *text;
  const LieuditStatedPlace *places;
  guint                     n_places;
  LieuditPlace            **lone;   /* of each place that the gazetteer does not have, once it is needed */
  GHashTable               *named;  /* folded name -> index of a place that is about the whole article, plus one */
  gsize                     length; /* of the text */
  gsize                     counted; /* bytes, and the code points that they are */
  gsize                     code_points;
  GPtrArray                *mentions;
  guint                     next_marked;
} Application;

static gboolean
is_marked (const LieuditStatedPlace *stated)
{
  return stated->start < stated->end;
}

/* A place is known here by its own identifier, or by its number at GeoNames. */
static LieuditPlace *
look_up (LieuditGazetteer         *gazetteer,
         const LieuditStatedPlace *stated)
{
  const char *number = stated->id != NULL ? strstr (stated->id, GEONAMES_HOST) : NULL;
  g_autofree char *id = NULL;

  if (stated->id == NULL)
    return NULL;
  if (number == NULL)
    return lieudit_gazetteer_lookup_id (gazetteer, stated->id);

  number += strlen (GEONAMES_HOST);
  id = g_strdup_printf (GEONAMES_PREFIX "%.*s", (int) strspn (number, "0123456789"), number);

  return lieudit_gazetteer_lookup_id (gazetteer, id);
}

static double
measure (const LieuditStatedPlace *stated,
         LieuditPlace             *place)
{
  return lieudit_geodesic_distance (stated->latitude, stated->longitude, lieudit_place_get_latitude (place),
                                    lieudit_place_get_longitude (place));
}

/* Of what the name may mean, the place that lies where the file says. */
static LieuditPlace *
find_nearest (const LieuditStatedPlace *stated,
              LieuditMention           *mention)
{
  LieuditPlace *best = lieudit_mention_get_place (mention);
  const LieuditAlternative *alternatives;
  guint n_alternatives;
  double least = best != NULL ? measure (stated, best) : HUGE_VAL;

  alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);
  for (guint i = 0; i < n_alternatives; i++)
    {
      double distance = measure (stated, alternatives[i].place);

      if (distance < least)
        {
          best = alternatives[i].place;
          least = distance;
        }
    }

  return least <= SAME_PLACE_METRES ? best : NULL;
}

static LieuditPlace *
make_lone (const LieuditStatedPlace *stated)
{
  const char *names[] = { stated->name, NULL };
  g_autofree char *own_id = g_strdup_printf ("stated:%s", stated->name);
  g_autoptr(LieuditUserPlace) place = lieudit_user_place_new (stated->id != NULL && *stated->id != '\0' ? stated->id : own_id,
                                                              stated->latitude, stated->longitude);

  lieudit_user_place_set_names (place, LIEUDIT_LANGUAGE_UNKNOWN, names);

  return lieudit_lone_place_new (place, "article", _("The source of the article"));
}

static LieuditPlace *
dup_place (Application    *self,
           guint           index,
           LieuditMention *mention)
{
  const LieuditStatedPlace *stated = &self->places[index];
  LieuditPlace *place = look_up (self->gazetteer, stated);

  if (place == NULL && stated->is_located && mention != NULL)
    {
      place = find_nearest (stated, mention);
      if (place != NULL)
        g_object_ref (place);
    }
  if (place == NULL && stated->is_located)
    {
      if (self->lone[index] == NULL)
        self->lone[index] = make_lone (stated);
      g_set_object (&place, self->lone[index]);
    }

  return place;
}

/* Long editions have many places: mostly they come in order, and the text is counted once. */
static gsize
count_code_points (Application *self,
                   gsize        offset)
{
  if (offset < self->counted)
    self->counted = self->code_points = 0;
  self->code_points += (gsize) g_utf8_strlen (self->text + self->counted, (gssize) (offset - self->counted));
  self->counted = offset;

  return self->code_points;
}

/* Returns nothing where the file states a place that nobody can find. */
static LieuditMention *
make_mention (Application        *self,
              guint               index,
              gsize               start,
              gsize               end,
              LieuditMentionKind  kind,
              LieuditMention     *found)
{
  g_autoptr(LieuditPlace) place = dup_place (self, index, found);
  g_autofree char *words = NULL;
  LieuditMention *mention;
  gsize start_code_point;

  if (place == NULL)
    return NULL;

  words = g_strndup (self->text + start, end - start);
  start_code_point = count_code_points (self, start);
  mention = lieudit_mention_new (start, end, start_code_point, count_code_points (self, end), words, kind);
  lieudit_mention_set_place (mention, place, CONFIDENCE);
  lieudit_mention_add_reason (mention, LIEUDIT_REASON_STATED, 1.0);
  if (found != NULL)
    lieudit_mention_copy_alternatives (mention, found);

  return mention;
}

static gboolean
overlaps (const LieuditStatedPlace *stated,
          LieuditMention           *mention)
{
  return stated->start < lieudit_mention_get_end (mention) && lieudit_mention_get_start (mention) < stated->end;
}

/* Words that are marked, whether they were found or not. */
static void
add_marked (Application    *self,
            guint           index,
            LieuditMention *found)
{
  const LieuditStatedPlace *stated = &self->places[index];
  LieuditMention *last = self->mentions->len > 0 ? g_ptr_array_index (self->mentions, self->mentions->len - 1) : NULL;
  gboolean is_same = found != NULL && overlaps (stated, found);
  LieuditMentionKind kind = is_same ? lieudit_mention_get_kind (found) : LIEUDIT_MENTION_LITERAL;
  LieuditMention *mention;

  if (last != NULL && lieudit_mention_get_end (last) > stated->start)
    return;
  if (stated->kind != NULL)
    lieudit_mention_kind_from_nick (stated->kind, &kind);
  mention = make_mention (self, index, stated->start, stated->end, kind, is_same ? found : NULL);
  if (mention != NULL)
    g_ptr_array_add (self->mentions, mention);
}

static void
add_marked_before (Application    *self,
                   gsize           end,
                   LieuditMention *found)
{
  for (; self->next_marked < self->n_places; self->next_marked++)
    {
      const LieuditStatedPlace *stated = &self->places[self->next_marked];

      if (!is_marked (stated))
        continue;
      if (stated->start >= end)
        return;
      if (stated->end <= self->length)
        add_marked (self, self->next_marked, found);
    }
}

/* What the file states of the whole article holds for each mention of that name. */
static LieuditMention *
find_stated_name (Application    *self,
                  LieuditMention *found)
{
  g_autofree char *folded = lieudit_fold_name (lieudit_mention_get_text (found));
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->named, folded));

  return index > 0 ? make_mention (self, index - 1, lieudit_mention_get_start (found), lieudit_mention_get_end (found),
                                   lieudit_mention_get_kind (found), found)
                   : NULL;
}

/* The first that can be found, of several of a name. */
static void
gather_names (Application *self)
{
  for (guint i = self->n_places; i-- > 0;)
    {
      if (!is_marked (&self->places[i]) && (self->places[i].is_located || self->places[i].id != NULL))
        g_hash_table_insert (self->named, lieudit_fold_name (self->places[i].name), GUINT_TO_POINTER (i + 1));
    }
}

static void
add_found (Application    *self,
           LieuditMention *found)
{
  LieuditMention *last;
  LieuditMention *mention;

  add_marked_before (self, lieudit_mention_get_end (found), found);
  last = self->mentions->len > 0 ? g_ptr_array_index (self->mentions, self->mentions->len - 1) : NULL;
  if (last != NULL && lieudit_mention_get_end (last) > lieudit_mention_get_start (found))
    return;

  mention = find_stated_name (self, found);
  g_ptr_array_add (self->mentions, mention != NULL ? mention : g_object_ref (found));
}

/**
 * lieudit_stated_places_apply:
 * @analysis: what was found in an article
 * @gazetteer: where it was looked up
 *
 * Puts the places that the article's file states in the place of what was found.
 *
 * Returns: (transfer full): what the article names, after its source
 */
LieuditAnalysis *
lieudit_stated_places_apply (LieuditAnalysis  *analysis,
                             LieuditGazetteer *gazetteer)
{
  LieuditArticle *article = lieudit_analysis_get_article (analysis);
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  GListModel *found = lieudit_analysis_get_mentions (analysis);
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Application self = { .analysis = analysis, .gazetteer = gazetteer, .text = lieudit_article_get_text (article),
                       .named = named, .length = lieudit_article_get_length (article), .mentions = mentions };

  if (outline != NULL)
    self.places = lieudit_article_outline_get_stated_places (outline, &self.n_places);
  if (self.n_places == 0)
    return g_object_ref (analysis);

  self.lone = g_new0 (LieuditPlace *, self.n_places);
  gather_names (&self);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (found, i);

      add_found (&self, mention);
    }
  add_marked_before (&self, G_MAXSIZE, NULL);

  for (guint i = 0; i < self.n_places; i++)
    g_clear_object (&self.lone[i]);
  g_free (self.lone);

  return lieudit_analysis_new_revised (analysis, mentions);
}
