/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps an article has: those that were prepared, and between them those that follow from the text. */
#include "config.h"

#include "lesson/lieudit-lesson-steps.h"

#include "text/lieudit-text-positions.h"

/* A place where the text names it, and the sentence around it. */
typedef struct {
  LieuditFoundPlace *place;
  LieuditStepRange   range;
  gboolean           is_literal;
} Naming;

/* A step that follows from the text: the namings from @first on. */
typedef struct {
  guint        first;
  LieuditStep *prepared; /* unowned; the step that was prepared in its stead, if any */
} Span;

typedef struct {
  const char           *text;
  LieuditTextPositions  positions;
  LieuditTextRange      sentence; /* the last one that was located, in bytes */
  LieuditTextRange      located;  /* the same, trimmed, in code points */
  LieuditWalk           walk;
  GArray               *namings; /* in the order of the text */
  GArray               *spans;   /* of Span, likewise */
} Builder;

static Naming *
get_naming (Builder *self,
            guint    index)
{
  return &g_array_index (self->namings, Naming, index);
}

static Span *
get_span (Builder *self,
          guint    index)
{
  return &g_array_index (self->spans, Span, index);
}

/* Sentences end with the space before the next one; what is lit does not. */
static void
trim (const char       *text,
      LieuditTextRange *sentence)
{
  while (sentence->end > sentence->start && g_ascii_isspace (text[sentence->end - 1]))
    sentence->end--;
  while (sentence->start < sentence->end && g_ascii_isspace (text[sentence->start]))
    sentence->start++;
}

/* Sentences name several places; what was counted for the first one holds for the others. */
static void
locate_sentence (Builder          *self,
                 LieuditTextRange  sentence)
{
  if (self->sentence.start == sentence.start && self->sentence.end == sentence.end)
    return;

  self->sentence = sentence;
  trim (self->text, &sentence);
  self->located.start = lieudit_text_positions_get_code_point (&self->positions, sentence.start);
  self->located.end = lieudit_text_positions_get_code_point (&self->positions, sentence.end);
}

static void
add_naming (Builder         *self,
            LieuditAnalysis *analysis,
            LieuditMention  *mention)
{
  LieuditFoundPlace *place = lieudit_analysis_find_place (analysis, mention);
  Naming naming = { .place = place };

  if (place == NULL)
    return;

  locate_sentence (self, lieudit_analysis_get_sentence (analysis, mention));
  naming.range.key_start = lieudit_mention_get_start_code_point (mention);
  naming.range.key_end = lieudit_mention_get_end_code_point (mention);
  naming.range.start = MIN (self->located.start, naming.range.key_start);
  naming.range.end = MAX (self->located.end, naming.range.key_end);
  naming.is_literal = lieudit_mention_get_kind (mention) == LIEUDIT_MENTION_LITERAL;
  if (self->walk == LIEUDIT_WALK_SENTENCES)
    {
      naming.range.key_start = naming.range.start;
      naming.range.key_end = naming.range.end;
    }
  g_array_append_val (self->namings, naming);
}

static void
list_namings (Builder         *self,
              LieuditAnalysis *analysis)
{
  GListModel *mentions = lieudit_analysis_get_mentions (analysis);
  guint n_mentions = g_list_model_get_n_items (mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      add_naming (self, analysis, mention);
    }
}

static void
list_spans (Builder *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->namings->len; i++)
    {
      const Naming *naming = get_naming (self, i);
      Span span = { .first = i };
      gboolean is_new = self->walk == LIEUDIT_WALK_PLACES
                        ? g_hash_table_add (seen, naming->place)
                        : i == 0 || naming->range.start >= get_naming (self, i - 1)->range.end;

      if (is_new)
        g_array_append_val (self->spans, span);
    }
}

/* The first naming that ends behind a code point. */
static guint
find_naming (Builder *self,
             gsize    code_point)
{
  guint first = 0, end = self->namings->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (get_naming (self, middle)->range.key_end <= code_point)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

static void
add_place (GPtrArray         *places,
           LieuditFoundPlace *place)
{
  if (!g_ptr_array_find (places, place, NULL))
    g_ptr_array_add (places, g_object_ref (place));
}

static char *
dup_line (Builder                *self,
          const LieuditStepRange *range)
{
  gsize start = lieudit_text_positions_get_byte (&self->positions, range->start);
  gsize end = lieudit_text_positions_get_byte (&self->positions, range->end);
  char *line = g_strndup (self->text + start, end - start);

  for (gsize i = 0; i < end - start; i++)
    if (line[i] == '\n' || line[i] == '\r' || line[i] == '\t')
      line[i] = ' ';

  return line;
}

/* Lists which places a range names: each, or those alone that it names literally. */
static GPtrArray *
list_places (Builder  *self,
             guint     first,
             guint     end,
             gboolean  is_literal)
{
  GPtrArray *places = g_ptr_array_new_full (end - first, g_object_unref);

  for (guint i = first; i < end; i++)
    if (!is_literal || get_naming (self, i)->is_literal)
      add_place (places, get_naming (self, i)->place);

  return places;
}

static LieuditStep *
make_step (Builder                *self,
           const LieuditStepRange *range,
           LieuditStop            *stop)
{
  g_autoptr(GPtrArray) places = NULL;
  g_autoptr(GPtrArray) literal = NULL;
  g_autofree char *line = NULL;
  LieuditStepRange lit = *range;
  guint first = find_naming (self, range->key_start);
  guint end = first, n_literal = 0;

  for (; end < self->namings->len && get_naming (self, end)->range.key_start < range->key_end; end++)
    {
      const Naming *naming = get_naming (self, end);

      n_literal += naming->is_literal;
      if (self->walk == LIEUDIT_WALK_PLACES)
        {
          lit.start = MIN (lit.start, naming->range.start);
          lit.end = MAX (lit.end, naming->range.end);
        }
    }
  places = list_places (self, first, end, FALSE);
  if (n_literal > 0 && n_literal < end - first)
    literal = list_places (self, first, end, TRUE);
  line = dup_line (self, &lit);

  return lieudit_step_new (&lit, stop, places, literal != NULL ? literal : places, line);
}

static LieuditStep *
make_prepared_step (Builder     *self,
                    LieuditStop *stop)
{
  LieuditAnchor *anchor = lieudit_stop_get_anchor (stop);
  LieuditStepRange range;

  range.key_start = range.start = lieudit_anchor_get_start (anchor);
  range.key_end = range.end = lieudit_anchor_get_end (anchor);

  return make_step (self, &range, stop);
}

/* The spans that a prepared step stands for: those it overlaps, and in a walk by places all of the same place. */
static void
claim_spans (Builder    *self,
             GHashTable *by_place,
             LieuditStep *step)
{
  const LieuditStepRange *range = lieudit_step_get_range (step);
  GPtrArray *places = lieudit_step_get_places (step);
  guint first = find_naming (self, range->key_start);
  guint low = 0, high = self->spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_span (self, middle)->first < first)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < self->spans->len; i++)
    {
      if (get_naming (self, get_span (self, i)->first)->range.key_start >= range->key_end)
        break;
      get_span (self, i)->prepared = step;
    }
  for (guint i = 0; by_place != NULL && i < places->len; i++)
    {
      gpointer index;

      if (g_hash_table_lookup_extended (by_place, g_ptr_array_index (places, i), NULL, &index))
        get_span (self, GPOINTER_TO_UINT (index))->prepared = step;
    }
}

static GHashTable *
index_places (Builder *self)
{
  GHashTable *by_place;

  if (self->walk != LIEUDIT_WALK_PLACES)
    return NULL;

  by_place = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->spans->len; i++)
    g_hash_table_insert (by_place, get_naming (self, get_span (self, i)->first)->place, GUINT_TO_POINTER (i));

  return by_place;
}

/* For a moment, the session may have a text that was not analysed yet. */
static gboolean
is_in_text (Builder       *self,
            LieuditAnchor *anchor)
{
  return lieudit_anchor_is_located (anchor) &&
         lieudit_anchor_get_end (anchor) <= lieudit_text_positions_get_n_code_points (&self->positions);
}

static GPtrArray *
list_prepared (Builder   *self,
               GPtrArray *stops)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTable *by_place = index_places (self);

  for (guint i = 0; i < stops->len; i++)
    {
      LieuditStop *stop = g_ptr_array_index (stops, i);

      if (!is_in_text (self, lieudit_stop_get_anchor (stop)))
        continue;
      g_ptr_array_add (steps, make_prepared_step (self, stop));
      claim_spans (self, by_place, g_ptr_array_index (steps, steps->len - 1));
    }
  g_clear_pointer (&by_place, g_hash_table_unref);

  return steps;
}

/* Each further step follows the one that it follows in the text, wherever that was moved to. */
static GPtrArray *
merge (Builder   *self,
       GPtrArray *prepared)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) followers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  LieuditStep *leader = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = get_span (self, i);
      const LieuditStepRange *range = &get_naming (self, span->first)->range;
      GPtrArray *following;

      if (span->prepared != NULL)
        {
          leader = span->prepared;
          continue;
        }
      following = leader != NULL ? g_hash_table_lookup (followers, leader) : steps;
      if (following == NULL)
        {
          following = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (followers, leader, following);
        }
      g_ptr_array_add (following, make_step (self, range, NULL));
    }
  for (guint i = 0; i < prepared->len; i++)
    {
      GPtrArray *following = g_hash_table_lookup (followers, g_ptr_array_index (prepared, i));

      g_ptr_array_add (steps, g_object_ref (g_ptr_array_index (prepared, i)));
      for (guint j = 0; following != NULL && j < following->len; j++)
        g_ptr_array_add (steps, g_object_ref (g_ptr_array_index (following, j)));
    }

  return steps;
}

/**
 * lieudit_list_steps:
 * @analysis: what an article names
 * @walk: how to go through it
 * @stops: (element-type LieuditStop): what was prepared for that walk
 *
 * Lists the steps of a lesson: what was prepared, in its order, and each sentence
 * or place that nothing was prepared for behind the one before it in the text.
 * Stops whose words are no longer in the text make no steps.
 *
 * Returns: (transfer full) (element-type LieuditStep): the steps
 */
GPtrArray *
lieudit_list_steps (LieuditAnalysis *analysis,
                    LieuditWalk      walk,
                    GPtrArray       *stops)
{
  Builder builder = { .walk = walk };
  g_autoptr(GPtrArray) prepared = NULL;
  GPtrArray *steps;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);
  g_return_val_if_fail (stops != NULL, NULL);

  builder.text = lieudit_article_get_text (lieudit_analysis_get_article (analysis));
  builder.namings = g_array_new (FALSE, FALSE, sizeof (Naming));
  builder.spans = g_array_new (FALSE, FALSE, sizeof (Span));
  lieudit_text_positions_init (&builder.positions, builder.text);
  list_namings (&builder, analysis);
  list_spans (&builder);
  prepared = list_prepared (&builder, stops);
  steps = merge (&builder, prepared);
  g_array_unref (builder.namings);
  g_array_unref (builder.spans);
  lieudit_text_positions_clear (&builder.positions);

  return steps;
}
