/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-anchors.h"

/**
 * LieuditAnchors:
 *
 * All stretches of an article that a person decided on or wrote about, also
 * those of which that was undone: it may be done again after the text was
 * edited. A stretch has one anchor, whoever asks for it.
 */
struct _LieuditAnchors
{
  GObject parent_instance;

  LieuditAnchoredText *text;
  GPtrArray           *anchors;
  GHashTable          *by_start; /* position of a code point -> GPtrArray of LieuditAnchor */
};

G_DEFINE_FINAL_TYPE (LieuditAnchors, lieudit_anchors, G_TYPE_OBJECT)

static void
index_anchor (LieuditAnchors *self,
              LieuditAnchor  *anchor)
{
  gpointer key = GSIZE_TO_POINTER (lieudit_anchor_get_start (anchor));
  GPtrArray *here;

  if (!lieudit_anchor_is_located (anchor))
    return;

  here = g_hash_table_lookup (self->by_start, key);
  if (here == NULL)
    {
      here = g_ptr_array_new ();
      g_hash_table_insert (self->by_start, key, here);
    }
  g_ptr_array_add (here, anchor);
}

/* Whether other words stand around it now. */
static gboolean
is_near (LieuditAnchor     *anchor,
         LieuditTextChange  change)
{
  return lieudit_anchor_is_located (anchor) &&
         lieudit_anchor_get_start (anchor) <= change.new_end + LIEUDIT_ANCHOR_CONTEXT &&
         lieudit_anchor_get_end (anchor) + LIEUDIT_ANCHOR_CONTEXT >= change.start;
}

static void
lieudit_anchors_finalize (GObject *object)
{
  LieuditAnchors *self = LIEUDIT_ANCHORS (object);

  g_clear_object (&self->text);
  g_ptr_array_unref (self->anchors);
  g_hash_table_unref (self->by_start);

  G_OBJECT_CLASS (lieudit_anchors_parent_class)->finalize (object);
}

static void
lieudit_anchors_class_init (LieuditAnchorsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_anchors_finalize;
}

static void
lieudit_anchors_init (LieuditAnchors *self)
{
  self->anchors = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_start = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lieudit_anchors_new:
 * @text: an article's whole text
 *
 * Returns: (transfer full): no anchors yet, in that text
 */
LieuditAnchors *
lieudit_anchors_new (const char *text)
{
  LieuditAnchors *self = g_object_new (LIEUDIT_TYPE_ANCHORS, NULL);

  self->text = lieudit_anchored_text_new (text);

  return self;
}

/**
 * lieudit_anchors_get_text:
 * @self: anchors
 *
 * Returns: (transfer none): the text they are in
 */
LieuditAnchoredText *
lieudit_anchors_get_text (LieuditAnchors *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (self), NULL);

  return self->text;
}

/**
 * lieudit_anchors_set_text:
 * @self: anchors
 * @text: the same text after it was edited
 *
 * Moves all anchors along with their words.
 */
void
lieudit_anchors_set_text (LieuditAnchors *self,
                          const char     *text)
{
  g_autoptr(LieuditAnchoredText) edited = NULL;
  LieuditTextChange change;

  g_return_if_fail (LIEUDIT_IS_ANCHORS (self));
  g_return_if_fail (text != NULL);

  edited = lieudit_anchored_text_new (text);
  change = lieudit_anchored_text_compare (self->text, edited);
  g_hash_table_remove_all (self->by_start);
  for (guint i = 0; i < self->anchors->len; i++)
    {
      LieuditAnchor *anchor = g_ptr_array_index (self->anchors, i);

      lieudit_anchored_text_follow (edited, change, anchor);
      if (is_near (anchor, change))
        lieudit_anchored_text_quote (edited, anchor);
      index_anchor (self, anchor);
    }
  g_set_object (&self->text, edited);
}

/**
 * lieudit_anchors_lookup:
 * @self: anchors
 * @start: first code point of a stretch
 * @end: code point after the last
 *
 * Returns: (transfer none) (nullable): the anchor of that stretch
 */
LieuditAnchor *
lieudit_anchors_lookup (LieuditAnchors *self,
                        gsize           start,
                        gsize           end)
{
  GPtrArray *here = lieudit_anchors_get_at (self, start);

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      LieuditAnchor *anchor = g_ptr_array_index (here, i);

      if (lieudit_anchor_get_end (anchor) == end)
        return anchor;
    }

  return NULL;
}

/**
 * lieudit_anchors_get_at:
 * @self: anchors
 * @start: a code point
 *
 * Returns: (transfer none) (nullable) (element-type LieuditAnchor): the anchors
 *   that begin there
 */
GPtrArray *
lieudit_anchors_get_at (LieuditAnchors *self,
                        gsize           start)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (self), NULL);

  return g_hash_table_lookup (self->by_start, GSIZE_TO_POINTER (start));
}

/**
 * lieudit_anchors_ensure:
 * @self: anchors
 * @start: first code point of a stretch
 * @end: code point after the last
 *
 * Returns: (transfer none) (nullable): the anchor of that stretch, made if there
 *   was none; %NULL if there is no such stretch
 */
LieuditAnchor *
lieudit_anchors_ensure (LieuditAnchors *self,
                        gsize           start,
                        gsize           end)
{
  LieuditAnchor *anchor;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (self), NULL);

  anchor = lieudit_anchors_lookup (self, start, end);
  if (anchor != NULL)
    return anchor;

  anchor = lieudit_anchored_text_make_anchor (self->text, start, end);
  if (anchor == NULL)
    return NULL;

  g_ptr_array_add (self->anchors, anchor);
  index_anchor (self, anchor);

  return anchor;
}

/**
 * lieudit_anchors_add:
 * @self: anchors
 * @anchor: an anchor that was read from somewhere
 *
 * Looks for the words of an anchor, and keeps it.
 *
 * Returns: (transfer none): the anchor to use: the one that was there before, if
 *   the stretch has one
 */
LieuditAnchor *
lieudit_anchors_add (LieuditAnchors *self,
                     LieuditAnchor  *anchor)
{
  LieuditAnchor *other = NULL;

  g_return_val_if_fail (LIEUDIT_IS_ANCHORS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (anchor), NULL);

  if (lieudit_anchored_text_locate (self->text, anchor))
    other = lieudit_anchors_lookup (self, lieudit_anchor_get_start (anchor), lieudit_anchor_get_end (anchor));
  if (other != NULL)
    return other;

  g_ptr_array_add (self->anchors, g_object_ref (anchor));
  index_anchor (self, anchor);

  return anchor;
}
