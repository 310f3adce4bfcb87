/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-article-view.h"

#include "reader/lieudit-mention-tags.h"

/**
 * LieuditArticleView:
 *
 * A text view that draws what Pango has no underline for: dots under the
 * mentions that are not sure, so that they do not differ by colour alone.
 */
struct _LieuditArticleView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (LieuditArticleView, lieudit_article_view, GTK_TYPE_TEXT_VIEW)

/* In pixels. */
#define DOT_SIZE 2.0f
#define DOT_DISTANCE 4.0f

static void
draw_dots (GtkSnapshot   *snapshot,
           const GdkRGBA *colour,
           float          left,
           float          right,
           float          bottom)
{
  for (float x = left; x + DOT_SIZE <= right; x += DOT_DISTANCE)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, bottom - DOT_SIZE, DOT_SIZE, DOT_SIZE));
}

/* Words on one line; those of a language that runs to the left end where they are furthest left. */
static void
underline_words (LieuditArticleView *self,
                 GtkSnapshot        *snapshot,
                 const GtkTextIter  *start,
                 const GtkTextIter  *end,
                 const GdkRGBA      *colour,
                 guint               n_lines)
{
  GdkRectangle first, last;
  GtkTextIter before_end = *end;
  float left, right;

  gtk_text_iter_backward_char (&before_end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &before_end, &last);

  /* The width of a character that is written to the left is negative. */
  left = (float) MIN (MIN (first.x, first.x + first.width), MIN (last.x, last.x + last.width));
  right = (float) MAX (MAX (first.x, first.x + first.width), MAX (last.x, last.x + last.width));
  for (guint i = 0; i < n_lines; i++)
    draw_dots (snapshot, colour, left, right, (float) (first.y + first.height) - (float) i * DOT_DISTANCE);
}

static void
underline_tag (LieuditArticleView *self,
               GtkSnapshot        *snapshot,
               GtkTextTag         *tag,
               guint               n_lines,
               GtkTextIter         at,
               const GtkTextIter  *end)
{
  g_autoptr(GdkRGBA) colour = NULL;

  g_object_get (tag, "underline-rgba", &colour, NULL);
  if (!gtk_text_iter_has_tag (&at, tag))
    gtk_text_iter_forward_to_tag_toggle (&at, tag);

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      GtkTextIter words_end = at;

      gtk_text_iter_forward_to_tag_toggle (&words_end, tag);
      while (gtk_text_iter_compare (&at, &words_end) < 0)
        {
          GtkTextIter line_end = at;

          if (!gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self), &line_end) ||
              gtk_text_iter_compare (&line_end, &words_end) > 0)
            line_end = words_end;
          underline_words (self, snapshot, &at, &line_end, colour, n_lines);
          at = line_end;
        }
      if (!gtk_text_iter_forward_to_tag_toggle (&at, tag))
        break;
    }
}

static void
lieudit_article_view_snapshot_layer (GtkTextView      *text_view,
                                     GtkTextViewLayer  layer,
                                     GtkSnapshot      *snapshot)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (text_view));
  GdkRectangle visible;
  GtkTextIter start, end;

  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    return;

  gtk_text_view_get_visible_rect (text_view, &visible);
  gtk_text_view_get_line_at_y (text_view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (text_view, &end, visible.y + visible.height, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  for (guint i = 0; i < LIEUDIT_N_UNSURE_TAGS; i++)
    {
      GtkTextTag *tag = gtk_text_tag_table_lookup (table, lieudit_unsure_tags[i].name);

      if (tag != NULL)
        underline_tag (LIEUDIT_ARTICLE_VIEW (text_view), snapshot, tag, lieudit_unsure_tags[i].n_lines, start, &end);
    }
}

static void
lieudit_article_view_class_init (LieuditArticleViewClass *klass)
{
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = lieudit_article_view_snapshot_layer;
}

static void
lieudit_article_view_init (LieuditArticleView *self)
{
}
