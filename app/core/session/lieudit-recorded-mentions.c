/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-recorded-mentions.h"

#include <string.h>

#include <glib/gi18n.h>

#include "geoparse/lieudit-analysis-private.h"
#include "geoparse/lieudit-mention-private.h"

/**
 * LieuditRecordedMentions:
 *
 * What an earlier analysis found in an article, as an export keeps it. It holds
 * when the article is read again, perhaps by a later Lieudit with another
 * gazetteer, which may know better but was not asked.
 */
struct _LieuditRecordedMentions
{
  GObject parent_instance;

  LieuditAnchors *anchors;
  GArray         *mentions; /* of LieuditRecordedMention, in the order of the text that they were recorded in */
  LieuditArticle *whole;    /* the article in which there are no mentions but these */
};

G_DEFINE_FINAL_TYPE (LieuditRecordedMentions, lieudit_recorded_mentions, G_TYPE_OBJECT)

static void
clear_mention (gpointer data)
{
  LieuditRecordedMention *mention = data;

  g_object_unref (mention->anchor);
  g_clear_pointer (&mention->place, lieudit_place_reference_free);
}

static void
lieudit_recorded_mentions_finalize (GObject *object)
{
  LieuditRecordedMentions *self = LIEUDIT_RECORDED_MENTIONS (object);

  g_object_unref (self->anchors);
  g_array_unref (self->mentions);
  g_clear_object (&self->whole);

  G_OBJECT_CLASS (lieudit_recorded_mentions_parent_class)->finalize (object);
}

static void
lieudit_recorded_mentions_class_init (LieuditRecordedMentionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_recorded_mentions_finalize;
}

static void
lieudit_recorded_mentions_init (LieuditRecordedMentions *self)
{
  self->mentions = g_array_new (FALSE, FALSE, sizeof (LieuditRecordedMention));
  g_array_set_clear_func (self->mentions, clear_mention);
}

/**
 * lieudit_recorded_mentions_new:
 * @anchors: those of the article
 *
 * Returns: (transfer full): no mentions yet
 */
LieuditRecordedMentions *
lieudit_recorded_mentions_new (LieuditAnchors *anchors)
{
  LieuditRecordedMentions *self;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (anchors), NULL);

  self = g_object_new (LIEUDIT_TYPE_RECORDED_MENTIONS, NULL);
  self->anchors = g_object_ref (anchors);

  return self;
}

/**
 * lieudit_recorded_mentions_add:
 * @self: mentions
 * @anchor: the words of the next one
 * @kind: how the text uses them
 * @confidence: how sure it was, from 0 to 1
 * @place: (nullable): what was found that they mean
 *
 * Adds a mention.
 */
void
lieudit_recorded_mentions_add (LieuditRecordedMentions     *self,
                               LieuditAnchor               *anchor,
                               LieuditMentionKind           kind,
                               double                       confidence,
                               const LieuditPlaceReference *place)
{
  LieuditRecordedMention mention = { NULL, kind, CLAMP (confidence, 0.0, 1.0), NULL };

  g_return_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (self));
  g_return_if_fail (LIEUDIT_IS_ANCHOR (anchor));

  mention.anchor = g_object_ref (anchor);
  mention.place = place != NULL ? lieudit_place_reference_copy (place) : NULL;
  g_array_append_val (self->mentions, mention);
}

/**
 * lieudit_recorded_mentions_set_whole:
 * @self: mentions
 * @article: the article as it was when they were recorded
 *
 * Says that there were no other mentions. Where the text is edited, those that
 * are found then are shown, too.
 */
void
lieudit_recorded_mentions_set_whole (LieuditRecordedMentions *self,
                                     LieuditArticle          *article)
{
  g_return_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (self));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  g_set_object (&self->whole, article);
}

/**
 * lieudit_recorded_mentions_is_whole:
 * @self: mentions
 * @article: an article, or its beginning
 *
 * Returns: whether there are no other mentions in the article
 */
gboolean
lieudit_recorded_mentions_is_whole (LieuditRecordedMentions *self,
                                    LieuditArticle          *article)
{
  g_return_val_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (article), FALSE);

  return self->whole != NULL &&
         (self->whole == article ||
          g_str_has_prefix (lieudit_article_get_text (self->whole), lieudit_article_get_text (article)));
}

/**
 * lieudit_recorded_mentions_get_n:
 * @self: mentions
 *
 * Returns: how many there are
 */
guint
lieudit_recorded_mentions_get_n (LieuditRecordedMentions *self)
{
  g_return_val_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (self), 0);

  return self->mentions->len;
}

/**
 * lieudit_recorded_mentions_get:
 * @self: mentions
 * @position: which one
 *
 * Returns: (transfer none): a mention
 */
const LieuditRecordedMention *
lieudit_recorded_mentions_get (LieuditRecordedMentions *self,
                               guint                    position)
{
  g_return_val_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (self), NULL);
  g_return_val_if_fail (position < self->mentions->len, NULL);

  return &g_array_index (self->mentions, LieuditRecordedMention, position);
}

typedef struct {
  LieuditRecordedMentions *recorded;
  LieuditBroughtPlaces    *places;
  LieuditGazetteer        *gazetteer;
  LieuditAnchoredText     *text;
  gsize                    length; /* of the text that was analysed, in code points */
} Application;

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const LieuditRecordedMention *first = *(const LieuditRecordedMention **) a;
  const LieuditRecordedMention *second = *(const LieuditRecordedMention **) b;
  gsize first_start = lieudit_anchor_get_start (first->anchor);
  gsize second_start = lieudit_anchor_get_start (second->anchor);

  return first_start < second_start ? -1 : first_start > second_start;
}

/* Those whose words are in the text, in its order: edits may have moved them. */
static GPtrArray *
list_located (Application *self)
{
  GPtrArray *located = g_ptr_array_new ();

  for (guint i = 0; i < self->recorded->mentions->len; i++)
    {
      LieuditRecordedMention *mention = &g_array_index (self->recorded->mentions, LieuditRecordedMention, i);

      if (lieudit_anchor_is_located (mention->anchor) && lieudit_anchor_get_end (mention->anchor) <= self->length)
        g_ptr_array_add (located, mention);
    }
  g_ptr_array_sort (located, compare_anchors);

  return located;
}

static gboolean
is_same_place (LieuditPlace *a,
               LieuditPlace *b)
{
  return a == NULL || b == NULL ? a == b : lieudit_place_equal (a, b);
}

static LieuditMention *
make_mention (Application                  *self,
              const LieuditRecordedMention *recorded,
              LieuditMention               *found)
{
  gsize start = lieudit_anchor_get_start (recorded->anchor), end = lieudit_anchor_get_end (recorded->anchor);
  LieuditMention *mention = lieudit_mention_new (lieudit_anchored_text_get_offset (self->text, start),
                                                 lieudit_anchored_text_get_offset (self->text, end),
                                                 start, end, lieudit_anchor_get_exact (recorded->anchor), recorded->kind);
  g_autoptr(LieuditPlace) place = NULL;
  const LieuditReason *reasons = NULL;
  guint n_reasons = 0;

  if (recorded->place != NULL)
    place = lieudit_brought_places_find (self->places, self->gazetteer, recorded->place->id);
  lieudit_mention_set_place (mention, place, place != NULL || recorded->place == NULL ? recorded->confidence : 0.0);
  if (found == NULL || !is_same_place (place, lieudit_mention_get_place (found)))
    lieudit_mention_add_reason (mention, N_("the file that was opened says so"), 1.0);
  else
    reasons = lieudit_mention_get_reasons (found, &n_reasons);
  for (guint i = 0; i < n_reasons; i++)
    lieudit_mention_add_reason (mention, reasons[i].text, reasons[i].weight);
  if (found != NULL)
    lieudit_mention_copy_alternatives (mention, found);

  return mention;
}

/* What is found anew is only news where nobody looked before. */
static void
add_found_before (GPtrArray  *mentions,
                  GListModel *found,
                  guint      *next,
                  gsize       end,
                  gboolean    is_whole)
{
  for (; *next < g_list_model_get_n_items (found); (*next)++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (found, *next);

      if (lieudit_mention_get_end_code_point (mention) > end)
        return;
      if (!is_whole)
        g_ptr_array_add (mentions, g_steal_pointer (&mention));
    }
}

/* The found mention of the same words, if there is one; goes behind all that overlap them. */
static LieuditMention *
take_found (GListModel    *found,
            guint         *next,
            LieuditAnchor *anchor)
{
  LieuditMention *same = NULL;

  for (; *next < g_list_model_get_n_items (found); (*next)++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (found, *next);

      if (lieudit_mention_get_start_code_point (mention) >= lieudit_anchor_get_end (anchor))
        break;
      if (lieudit_mention_get_start_code_point (mention) == lieudit_anchor_get_start (anchor) &&
          lieudit_mention_get_end_code_point (mention) == lieudit_anchor_get_end (anchor))
        g_set_object (&same, mention);
    }

  return same;
}

/**
 * lieudit_recorded_mentions_apply:
 * @self: mentions
 * @places: places that are not in the gazetteer
 * @gazetteer: the gazetteer that @analysis was made with
 * @analysis: what is found in the article now
 *
 * Puts what was recorded in the place of what is found.
 *
 * Returns: (transfer full): what the article names, as it was recorded
 */
LieuditAnalysis *
lieudit_recorded_mentions_apply (LieuditRecordedMentions *self,
                                 LieuditBroughtPlaces    *places,
                                 LieuditGazetteer        *gazetteer,
                                 LieuditAnalysis         *analysis)
{
  LieuditArticle *article;
  GListModel *found;
  Application application;
  g_autoptr(GPtrArray) located = NULL;
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_whole;
  gsize last_end = 0;
  guint next = 0;

  g_return_val_if_fail (LIEUDIT_IS_RECORDED_MENTIONS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  article = lieudit_analysis_get_article (analysis);
  found = lieudit_analysis_get_mentions (analysis);
  is_whole = lieudit_recorded_mentions_is_whole (self, article);
  application = (Application) { self, places, gazetteer, lieudit_anchors_get_text (self->anchors),
                                (gsize) g_utf8_strlen (lieudit_article_get_text (article), -1) };
  located = list_located (&application);
  for (guint i = 0; i < located->len; i++)
    {
      const LieuditRecordedMention *recorded = g_ptr_array_index (located, i);
      g_autoptr(LieuditMention) same = NULL;

      /* Mentions never overlap; a file may say what it likes. */
      if (lieudit_anchor_get_start (recorded->anchor) < last_end)
        continue;

      add_found_before (mentions, found, &next, lieudit_anchor_get_start (recorded->anchor), is_whole);
      same = take_found (found, &next, recorded->anchor);
      g_ptr_array_add (mentions, make_mention (&application, recorded, same));
      last_end = lieudit_anchor_get_end (recorded->anchor);
    }
  add_found_before (mentions, found, &next, G_MAXSIZE, is_whole);

  return lieudit_analysis_new_revised (analysis, mentions);
}
