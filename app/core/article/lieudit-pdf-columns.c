/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of reading on a page with columns: a page is cut along white space that no line crosses. */
#include "config.h"

#include "article/lieudit-pdf-lines.h"

#include <string.h>

/* A page of more lines is no page of print. */
#define MOST_LINES 3000

/* The white between columns is at least so wide, in line heights. */
#define GUTTER_FACTOR 0.8

typedef struct {
  GPtrArray *ordered; /* LieuditPdfLine */
  double     line_height;
  gboolean   right_to_left;
} Ordering;

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const LieuditPdfLine *first = *(LieuditPdfLine * const *) a;
  const LieuditPdfLine *second = *(LieuditPdfLine * const *) b;

  if (first->top != second->top)
    return first->top < second->top ? -1 : 1;

  return first->left < second->left ? -1 : first->left > second->left;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const LieuditPdfLine *first = *(LieuditPdfLine * const *) a;
  const LieuditPdfLine *second = *(LieuditPdfLine * const *) b;

  return first->left < second->left ? -1 : first->left > second->left;
}

/* Where the second column begins, with at least two lines on either side; or 0. */
static double
find_gutter (const Ordering  *ordering,
             LieuditPdfLine **lines,
             guint            n_lines)
{
  g_autoptr(GPtrArray) by_left = g_ptr_array_sized_new (n_lines);
  double right = -G_MAXDOUBLE;

  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (by_left, lines[i]);
  g_ptr_array_sort (by_left, compare_lefts);

  for (guint i = 0; i < n_lines; i++)
    {
      const LieuditPdfLine *line = g_ptr_array_index (by_left, i);

      if (i >= 2 && n_lines - i >= 2 && line->left - right > GUTTER_FACTOR * ordering->line_height)
        return line->left;
      right = MAX (right, line->right);
    }

  return 0;
}

static void
add_all (Ordering        *ordering,
         LieuditPdfLine **lines,
         guint            n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (ordering->ordered, lines[i]);
}

static void order_lines (Ordering        *ordering,
                         LieuditPdfLine **lines,
                         guint            n_lines);

static gboolean
order_columns (Ordering        *ordering,
               LieuditPdfLine **lines,
               guint            n_lines)
{
  double gutter = find_gutter (ordering, lines, n_lines);
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GPtrArray) right = NULL;
  GPtrArray *first, *second;

  if (gutter <= 0)
    return FALSE;

  left = g_ptr_array_new ();
  right = g_ptr_array_new ();
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (lines[i]->left < gutter ? left : right, lines[i]);

  first = ordering->right_to_left ? right : left;
  second = ordering->right_to_left ? left : right;
  order_lines (ordering, (LieuditPdfLine **) first->pdata, first->len);
  order_lines (ordering, (LieuditPdfLine **) second->pdata, second->len);

  return TRUE;
}

/* Whether no line reaches from those before @position to those after. */
static gboolean
is_cut (LieuditPdfLine **lines,
        guint            position)
{
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < position; i++)
    bottom = MAX (bottom, lines[i]->bottom);

  /* Ascents and descents of close lines overlap a little. */
  return bottom <= lines[position]->top + (lines[position]->bottom - lines[position]->top) / 3;
}

/* The lines come from top to bottom. A headline lies over columns, a note below them. */
static void
order_lines (Ordering        *ordering,
             LieuditPdfLine **lines,
             guint            n_lines)
{
  if (n_lines < 4)
    {
      add_all (ordering, lines, n_lines);
      return;
    }
  if (order_columns (ordering, lines, n_lines))
    return;

  for (guint i = 1; i < n_lines; i++)
    {
      if (is_cut (lines, i) && find_gutter (ordering, lines + i, n_lines - i) > 0)
        {
          order_lines (ordering, lines, i);
          order_columns (ordering, lines + i, n_lines - i);
          return;
        }
    }
  for (guint i = n_lines - 1; i >= 4; i--)
    {
      if (is_cut (lines, i) && find_gutter (ordering, lines, i) > 0)
        {
          order_columns (ordering, lines, i);
          order_lines (ordering, lines + i, n_lines - i);
          return;
        }
    }

  add_all (ordering, lines, n_lines);
}

static gboolean
is_right_to_left (LieuditPdfLine **lines,
                  guint            n_lines)
{
  guint n_right_to_left = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      for (const char *next = lines[i]->text; *next != '\0'; next = g_utf8_next_char (next))
        {
          gunichar character = g_utf8_get_char (next);
          GUnicodeScript script = g_unichar_get_script (character);

          if (!g_unichar_isalpha (character))
            continue;
          n_right_to_left += script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
          break;
        }
    }

  return n_right_to_left * 2 > n_lines;
}

/**
 * lieudit_pdf_order_lines:
 * @lines: (element-type LieuditPdfLine): the lines of a document, page after page
 *
 * Orders the lines of every page as a person reads them.
 *
 * Returns: (transfer container) (element-type LieuditPdfLine): the lines in
 *   that order, running heads before all others of their page
 */
GPtrArray *
lieudit_pdf_order_lines (GArray *lines)
{
  Ordering ordering = { g_ptr_array_new (), lieudit_pdf_line_height (lines), FALSE };
  guint start = 0;

  while (start < lines->len)
    {
      guint page = g_array_index (lines, LieuditPdfLine, start).page;
      g_autoptr(GPtrArray) on_page = g_ptr_array_new ();

      for (; start < lines->len && g_array_index (lines, LieuditPdfLine, start).page == page; start++)
        {
          LieuditPdfLine *line = &g_array_index (lines, LieuditPdfLine, start);

          g_ptr_array_add (line->is_running ? ordering.ordered : on_page, line);
        }

      if (on_page->len > MOST_LINES)
        {
          add_all (&ordering, (LieuditPdfLine **) on_page->pdata, on_page->len);
          continue;
        }
      ordering.right_to_left = is_right_to_left ((LieuditPdfLine **) on_page->pdata, on_page->len);
      g_ptr_array_sort (on_page, compare_tops);
      order_lines (&ordering, (LieuditPdfLine **) on_page->pdata, on_page->len);
    }

  return ordering.ordered;
}
