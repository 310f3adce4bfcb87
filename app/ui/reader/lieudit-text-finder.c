/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-text-finder.h"

#include <string.h>

#include "text/lieudit-folded-text.h"

/**
 * LieuditTextFinder:
 *
 * Finds words in a buffer, with or without accents and capitals, and lights
 * them all.
 */
struct _LieuditTextFinder
{
  GObject        parent_instance;

  GtkTextBuffer *buffer;
  GtkTextTag    *tag;
  GArray        *found; /* Range */
};

/* In characters of the buffer. */
typedef struct {
  int start;
  int end;
} Range;

G_DEFINE_TYPE (LieuditTextFinder, lieudit_text_finder, G_TYPE_OBJECT)

static void
lieudit_text_finder_dispose (GObject *object)
{
  LieuditTextFinder *self = LIEUDIT_TEXT_FINDER (object);

  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (lieudit_text_finder_parent_class)->dispose (object);
}

static void
lieudit_text_finder_finalize (GObject *object)
{
  g_array_unref (LIEUDIT_TEXT_FINDER (object)->found);

  G_OBJECT_CLASS (lieudit_text_finder_parent_class)->finalize (object);
}

static void
lieudit_text_finder_class_init (LieuditTextFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lieudit_text_finder_dispose;
  object_class->finalize = lieudit_text_finder_finalize;
}

static void
lieudit_text_finder_init (LieuditTextFinder *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (Range));
}

/**
 * lieudit_text_finder_new:
 * @buffer: a text
 *
 * Returns: (transfer full): what finds words in @buffer
 */
LieuditTextFinder *
lieudit_text_finder_new (GtkTextBuffer *buffer)
{
  LieuditTextFinder *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_object_new (LIEUDIT_TYPE_TEXT_FINDER, NULL);
  self->buffer = g_object_ref (buffer);
  self->tag = gtk_text_buffer_create_tag (buffer, "found", "underline", PANGO_UNDERLINE_LOW, NULL);
  lieudit_text_finder_set_dark (self, FALSE);

  return self;
}

/**
 * lieudit_text_finder_set_dark:
 * @self: a finder
 * @dark: whether the interface is dark
 *
 * Chooses the colours of what is found; they keep a contrast of at least 7:1.
 */
void
lieudit_text_finder_set_dark (LieuditTextFinder *self,
                              gboolean           dark)
{
  g_return_if_fail (LIEUDIT_IS_TEXT_FINDER (self));

  g_object_set (self->tag,
                "background", dark ? "#1c4a36" : "#b8f0c8",
                "foreground", dark ? "#ffffff" : "#10261a",
                NULL);
}

/* The end of what is found is where the next letter begins that is kept in folding, without the space before it. */
static gsize
find_end (const LieuditFoldedText *folded,
          const char              *text,
          gsize                    length,
          gsize                    folded_end)
{
  gsize end = folded_end < lieudit_folded_text_get_length (folded) ? lieudit_folded_text_to_source (folded, folded_end) : length;

  while (end > 0)
    {
      const char *last = g_utf8_find_prev_char (text, text + end);

      if (last == NULL || !g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = (gsize) (last - text);
    }

  return end;
}

static void
gather (LieuditTextFinder *self,
        const char        *text,
        const char        *needle)
{
  gsize length = strlen (text);
  g_autoptr(LieuditFoldedText) folded = lieudit_folded_text_new (text, length);
  const char *haystack = lieudit_folded_text_get_text (folded);
  gsize needle_length = strlen (needle);
  gsize last_source = 0;
  int last_offset = 0;

  for (const char *match = strstr (haystack, needle); match != NULL; match = strstr (match + needle_length, needle))
    {
      gsize folded_start = (gsize) (match - haystack);
      gsize start = lieudit_folded_text_to_source (folded, folded_start);
      gsize end = find_end (folded, text, length, folded_start + needle_length);
      Range range;

      if (start < last_source || end <= start)
        continue;
      range.start = last_offset + (int) g_utf8_strlen (text + last_source, (gssize) (start - last_source));
      range.end = range.start + (int) g_utf8_strlen (text + start, (gssize) (end - start));
      g_array_append_val (self->found, range);
      last_source = end;
      last_offset = range.end;
    }
}

static void
light (LieuditTextFinder *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      GtkTextIter start, end;

      lieudit_text_finder_get_found (self, i, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
    }
}

/**
 * lieudit_text_finder_search:
 * @self: a finder
 * @text: what to find; nothing finds nothing
 *
 * Finds all occurrences of a text in the buffer as it is now, and lights them
 * and no others.
 *
 * Returns: how many there are
 */
guint
lieudit_text_finder_search (LieuditTextFinder *self,
                            const char        *text)
{
  g_autofree char *needle = NULL;
  GtkTextIter start, end;

  g_return_val_if_fail (LIEUDIT_IS_TEXT_FINDER (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  g_array_set_size (self->found, 0);

  needle = lieudit_fold_name (text);
  if (*needle != '\0')
    {
      g_autofree char *searched = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);

      gather (self, searched, needle);
      light (self);
    }

  return self->found->len;
}

/**
 * lieudit_text_finder_get_n_found:
 * @self: a finder
 *
 * Returns: how many occurrences were found
 */
guint
lieudit_text_finder_get_n_found (LieuditTextFinder *self)
{
  g_return_val_if_fail (LIEUDIT_IS_TEXT_FINDER (self), 0);

  return self->found->len;
}

/**
 * lieudit_text_finder_find_after:
 * @self: a finder that found something
 * @iter: a spot in the buffer
 *
 * Returns: which occurrence begins at @iter or is the first one behind it; the
 *   first of all after the last
 */
guint
lieudit_text_finder_find_after (LieuditTextFinder *self,
                                const GtkTextIter *iter)
{
  int offset;

  g_return_val_if_fail (LIEUDIT_IS_TEXT_FINDER (self), 0);
  g_return_val_if_fail (iter != NULL, 0);

  offset = gtk_text_iter_get_offset (iter);
  for (guint i = 0; i < self->found->len; i++)
    {
      if (g_array_index (self->found, Range, i).start >= offset)
        return i;
    }

  return 0;
}

/**
 * lieudit_text_finder_find_before:
 * @self: a finder that found something
 * @iter: a spot in the buffer
 *
 * Returns: which occurrence is the last one to begin before @iter; the last of
 *   all before the first
 */
guint
lieudit_text_finder_find_before (LieuditTextFinder *self,
                                 const GtkTextIter *iter)
{
  int offset;

  g_return_val_if_fail (LIEUDIT_IS_TEXT_FINDER (self), 0);
  g_return_val_if_fail (iter != NULL, 0);

  offset = gtk_text_iter_get_offset (iter);
  for (guint i = self->found->len; i > 0; i--)
    {
      if (g_array_index (self->found, Range, i - 1).start < offset)
        return i - 1;
    }

  return self->found->len > 0 ? self->found->len - 1 : 0;
}

/**
 * lieudit_text_finder_get_found:
 * @self: a finder
 * @index: which occurrence
 * @start: (out): return location for where it begins
 * @end: (out): return location for where it ends
 *
 * Returns: %FALSE if there are not so many
 */
gboolean
lieudit_text_finder_get_found (LieuditTextFinder *self,
                               guint              index,
                               GtkTextIter       *start,
                               GtkTextIter       *end)
{
  const Range *range;

  g_return_val_if_fail (LIEUDIT_IS_TEXT_FINDER (self), FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  if (index >= self->found->len)
    return FALSE;

  range = &g_array_index (self->found, Range, index);
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, range->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, range->end);

  return TRUE;
}
