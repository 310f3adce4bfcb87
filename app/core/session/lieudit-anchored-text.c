/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-anchored-text.h"

#include <string.h>

/* The byte of every so many-th code point is known, so that the others are near one. */
#define STRIDE 32

/* How far from where it was the words of an anchor are compared one by one, in bytes. */
#define NEIGHBOURHOOD (32 * 1024)

/* How much text may be searched for all anchors together, in bytes: a session that is hostile may not take for ever. */
#define SEARCH_LIMIT ((gsize) 512 * 1024 * 1024)

/**
 * LieuditAnchoredText:
 *
 * A text in which anchors are looked for. It never changes, but for how much
 * of its budget is used up.
 */
struct _LieuditAnchoredText
{
  GObject parent_instance;

  char   *text;
  gsize   size;
  gsize   length;
  GArray *offsets; /* of gsize: the bytes of code points 0, STRIDE, 2 * STRIDE… */
  gsize   searched;
};

G_DEFINE_FINAL_TYPE (LieuditAnchoredText, lieudit_anchored_text, G_TYPE_OBJECT)

static void
lieudit_anchored_text_finalize (GObject *object)
{
  LieuditAnchoredText *self = LIEUDIT_ANCHORED_TEXT (object);

  g_free (self->text);
  g_array_unref (self->offsets);

  G_OBJECT_CLASS (lieudit_anchored_text_parent_class)->finalize (object);
}

static void
lieudit_anchored_text_class_init (LieuditAnchoredTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_anchored_text_finalize;
}

static void
lieudit_anchored_text_init (LieuditAnchoredText *self)
{
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
}

/**
 * lieudit_anchored_text_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the text, to look for anchors in
 */
LieuditAnchoredText *
lieudit_anchored_text_new (const char *text)
{
  LieuditAnchoredText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_ANCHORED_TEXT, NULL);
  self->text = g_strdup (text);
  self->size = strlen (text);
  for (const char *position = self->text; *position != '\0'; position = g_utf8_next_char (position))
    {
      if (self->length++ % STRIDE == 0)
        {
          gsize offset = (gsize) (position - self->text);

          g_array_append_val (self->offsets, offset);
        }
    }

  return self;
}

/**
 * lieudit_anchored_text_get_length:
 * @self: a text
 *
 * Returns: how many code points it has
 */
gsize
lieudit_anchored_text_get_length (LieuditAnchoredText *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self), 0);

  return self->length;
}

/**
 * lieudit_anchored_text_get_offset:
 * @self: a text
 * @code_point: a position in it, its length at most
 *
 * Returns: the byte of that position
 */
gsize
lieudit_anchored_text_get_offset (LieuditAnchoredText *self,
                                  gsize                code_point)
{
  const char *near;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self), 0);

  if (code_point >= self->length)
    return self->size;

  near = self->text + g_array_index (self->offsets, gsize, code_point / STRIDE);
  return (gsize) (g_utf8_offset_to_pointer (near, (glong) (code_point % STRIDE)) - self->text);
}

/* The position of a byte at which a code point begins. */
static gsize
get_code_point (LieuditAnchoredText *self,
                gsize                offset)
{
  guint low = 0;
  guint high = self->offsets->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->offsets, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }

  if (self->offsets->len == 0)
    return 0;

  return (gsize) low * STRIDE +
         (gsize) g_utf8_pointer_to_offset (self->text + g_array_index (self->offsets, gsize, low), self->text + offset);
}

static char *
dup_slice (LieuditAnchoredText *self,
           gsize                start,
           gsize                end)
{
  gsize first = lieudit_anchored_text_get_offset (self, start);

  return g_strndup (self->text + first, lieudit_anchored_text_get_offset (self, end) - first);
}

static char *
dup_prefix (LieuditAnchoredText *self,
            gsize                start)
{
  return dup_slice (self, start > LIEUDIT_ANCHOR_CONTEXT ? start - LIEUDIT_ANCHOR_CONTEXT : 0, start);
}

static char *
dup_suffix (LieuditAnchoredText *self,
            gsize                end)
{
  return dup_slice (self, end, MIN (end + LIEUDIT_ANCHOR_CONTEXT, self->length));
}

/**
 * lieudit_anchored_text_make_anchor:
 * @self: a text
 * @start: first code point of a stretch of it
 * @end: code point after the last
 *
 * Returns: (transfer full) (nullable): an anchor for the stretch; %NULL if
 *   there is no such stretch
 */
LieuditAnchor *
lieudit_anchored_text_make_anchor (LieuditAnchoredText *self,
                                   gsize                start,
                                   gsize                end)
{
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  LieuditAnchor *anchor;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self), NULL);

  if (start >= end || end > self->length)
    return NULL;

  exact = dup_slice (self, start, end);
  prefix = dup_prefix (self, start);
  suffix = dup_suffix (self, end);
  anchor = lieudit_anchor_new (exact, prefix, suffix, start, end);
  lieudit_anchor_place (anchor, start, end, TRUE);

  return anchor;
}

/**
 * lieudit_anchored_text_quote:
 * @self: a text
 * @anchor: an anchor that is located in it
 *
 * Makes the anchor know the words that stand where it is now, and those around
 * them.
 */
void
lieudit_anchored_text_quote (LieuditAnchoredText *self,
                             LieuditAnchor       *anchor)
{
  gsize start = lieudit_anchor_get_start (anchor);
  gsize end = lieudit_anchor_get_end (anchor);

  g_return_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self));
  g_return_if_fail (start < end && end <= self->length);

  lieudit_anchor_quote (anchor, dup_slice (self, start, end), dup_prefix (self, start), dup_suffix (self, end));
}

static gsize
count_same_behind (const char *a,
                   gsize       a_size,
                   const char *b,
                   gsize       b_size)
{
  gsize n = 0;

  while (n < a_size && n < b_size && a[a_size - n - 1] == b[b_size - n - 1])
    n++;

  return n;
}

static gsize
count_same_ahead (const char *a,
                  gsize       a_size,
                  const char *b,
                  gsize       b_size)
{
  gsize n = 0;

  while (n < a_size && n < b_size && a[n] == b[n])
    n++;

  return n;
}

/* How much of what stood around the words stands around these. */
static gsize
compare_context (LieuditAnchoredText *self,
                 LieuditAnchor       *anchor,
                 gsize                offset)
{
  const char *prefix = lieudit_anchor_get_prefix (anchor);
  const char *suffix = lieudit_anchor_get_suffix (anchor);
  gsize end = offset + strlen (lieudit_anchor_get_exact (anchor));

  return count_same_behind (self->text, offset, prefix, strlen (prefix)) +
         count_same_ahead (self->text + end, self->size - end, suffix, strlen (suffix));
}

static const char *
find_words (LieuditAnchoredText *self,
            gsize                from,
            gsize                to,
            const char          *words,
            gsize                size)
{
  const char *found;

  if (from >= to || self->searched > SEARCH_LIMIT)
    return NULL;

  found = memmem (self->text + from, to - from, words, size);
  self->searched += found != NULL ? (gsize) (found - self->text) - from + size : to - from;

  return found;
}

/* Another mention of the same name is not the one that was meant. */
static gboolean
is_like (LieuditAnchor *anchor,
         gsize          context)
{
  return context * 2 >= strlen (lieudit_anchor_get_prefix (anchor)) + strlen (lieudit_anchor_get_suffix (anchor));
}

/* The words whose surroundings are most like those known; of several, the nearest. */
static const char *
find_best (LieuditAnchoredText *self,
           LieuditAnchor       *anchor,
           gsize                hint)
{
  const char *words = lieudit_anchor_get_exact (anchor);
  gsize size = strlen (words);
  gsize from = hint > NEIGHBOURHOOD ? hint - NEIGHBOURHOOD : 0;
  gsize to = MIN (hint + NEIGHBOURHOOD, self->size);
  gsize best_context = 0, best_distance = 0;
  const char *best = NULL;

  for (const char *found = find_words (self, from, to, words, size); found != NULL;
       found = find_words (self, (gsize) (found - self->text) + size, to, words, size))
    {
      gsize offset = (gsize) (found - self->text);
      gsize context = compare_context (self, anchor, offset);
      gsize distance = offset > hint ? offset - hint : hint - offset;

      if (best == NULL || context > best_context || (context == best_context && distance < best_distance))
        {
          best = found;
          best_context = context;
          best_distance = distance;
        }
    }

  if (best == NULL)
    {
      best = find_words (self, 0, self->size, words, size);
      best_context = best != NULL ? compare_context (self, anchor, (gsize) (best - self->text)) : 0;
    }

  return best != NULL && is_like (anchor, best_context) ? best : NULL;
}

/**
 * lieudit_anchored_text_locate:
 * @self: a text
 * @anchor: an anchor
 *
 * Moves an anchor to where its words are: where it says, or else where what
 * stands around them is most alike. If they are nowhere, the anchor stays where
 * it was.
 *
 * Returns: whether the words are there
 */
gboolean
lieudit_anchored_text_locate (LieuditAnchoredText *self,
                              LieuditAnchor       *anchor)
{
  const char *words;
  const char *found;
  gsize hint, size, start;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (anchor), FALSE);

  words = lieudit_anchor_get_exact (anchor);
  size = strlen (words);
  hint = lieudit_anchored_text_get_offset (self, lieudit_anchor_get_start (anchor));
  found = size <= self->size - hint && memcmp (self->text + hint, words, size) == 0 ? self->text + hint
                                                                                    : find_best (self, anchor, hint);
  if (found == NULL)
    {
      start = MIN (lieudit_anchor_get_start (anchor), self->length);
      lieudit_anchor_place (anchor, start, start, FALSE);
      return FALSE;
    }

  start = get_code_point (self, (gsize) (found - self->text));
  lieudit_anchor_place (anchor, start, start + (gsize) g_utf8_strlen (words, -1), TRUE);

  return TRUE;
}

/**
 * lieudit_anchored_text_compare:
 * @self: a text
 * @edited: the same text after it was edited
 *
 * Returns: in what the texts differ
 */
LieuditTextChange
lieudit_anchored_text_compare (LieuditAnchoredText *self,
                               LieuditAnchoredText *edited)
{
  gsize shorter, n_ahead, n_behind;
  LieuditTextChange change = { 0, };

  g_return_val_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self), change);
  g_return_val_if_fail (LIEUDIT_IS_ANCHORED_TEXT (edited), change);

  shorter = MIN (self->size, edited->size);
  n_ahead = count_same_ahead (self->text, self->size, edited->text, edited->size);
  /* Whole code points only. */
  while (n_ahead > 0 && ((self->text[n_ahead] & 0xC0) == 0x80 || (edited->text[n_ahead] & 0xC0) == 0x80))
    n_ahead--;

  n_behind = MIN (count_same_behind (self->text, self->size, edited->text, edited->size), shorter - n_ahead);
  while (n_behind > 0 && (self->text[self->size - n_behind] & 0xC0) == 0x80)
    n_behind--;

  change.start = get_code_point (self, n_ahead);
  change.old_end = get_code_point (self, self->size - n_behind);
  change.new_end = get_code_point (edited, edited->size - n_behind);

  return change;
}

/* Letters typed right before or behind a name become part of it. */
static gboolean
is_part_of_word (LieuditAnchoredText *self,
                 LieuditTextChange    change)
{
  const char *position = self->text + lieudit_anchored_text_get_offset (self, change.start);

  for (gsize i = change.start; i < change.new_end; i++, position = g_utf8_next_char (position))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (position)) && !g_unichar_ismark (g_utf8_get_char (position)))
        return FALSE;
    }

  return TRUE;
}

/**
 * lieudit_anchored_text_follow:
 * @self: a text after it was edited
 * @change: in what it differs from the one before
 * @anchor: an anchor in the text before
 *
 * Moves an anchor along with its words. Where the words themselves were
 * edited, it stays with what they became.
 */
void
lieudit_anchored_text_follow (LieuditAnchoredText *self,
                              LieuditTextChange    change,
                              LieuditAnchor       *anchor)
{
  gsize start, end, grown;
  gboolean is_inside;

  g_return_if_fail (LIEUDIT_IS_ANCHORED_TEXT (self));
  g_return_if_fail (LIEUDIT_IS_ANCHOR (anchor));

  start = lieudit_anchor_get_start (anchor);
  end = lieudit_anchor_get_end (anchor);
  grown = change.new_end - change.start;
  /* Another word in the place of the whole is another name. */
  is_inside = lieudit_anchor_is_located (anchor) && change.start >= start && change.old_end <= end &&
              change.old_end - change.start < end - start;
  if (is_inside && change.old_end == change.start && (change.start == start || change.start == end))
    is_inside = is_part_of_word (self, change);

  if (is_inside)
    {
      lieudit_anchor_place (anchor, start, end - (change.old_end - change.start) + grown, TRUE);
      lieudit_anchored_text_quote (self, anchor);
      return;
    }

  if (start >= change.old_end)
    start = start - change.old_end + change.new_end;
  else if (start > change.start)
    start = change.start;
  lieudit_anchor_place (anchor, start, start, FALSE);
  lieudit_anchored_text_locate (self, anchor);
}
