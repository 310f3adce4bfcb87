/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of print, in the order of reading, and which of them run along on every page. */
#include "config.h"

#include "article/lieudit-pdf-lines.h"

#include <stdlib.h>
#include <string.h>

/* Where running heads stand: so much of the page at its top and bottom. */
#define MARGIN_SHARE 0.12

/* A line runs along if it stands on so many of the pages, numbers apart. */
#define RUNNING_SHARE 0.3

static void
add_line (GArray           *lines,
          const char       *start,
          const char       *end,
          PopplerRectangle *rectangles,
          guint             n_rectangles,
          guint             number)
{
  LieuditPdfLine line = { NULL, number, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE, FALSE };

  for (guint i = 0; i < n_rectangles; i++)
    {
      if (rectangles[i].x2 <= rectangles[i].x1)
        continue;
      line.left = MIN (line.left, rectangles[i].x1);
      line.top = MIN (line.top, rectangles[i].y1);
      line.right = MAX (line.right, rectangles[i].x2);
      line.bottom = MAX (line.bottom, rectangles[i].y2);
    }

  line.text = g_strstrip (g_strndup (start, (gsize) (end - start)));
  if (*line.text == '\0' || line.bottom <= line.top)
    {
      g_free (line.text);
      return;
    }

  g_array_append_val (lines, line);
}

/**
 * lieudit_pdf_add_lines:
 * @lines: (element-type LieuditPdfLine): where to
 * @page: a page
 * @number: its number, from 1
 *
 * Adds the lines of a page, column after column.
 */
void
lieudit_pdf_add_lines (GArray      *lines,
                       PopplerPage *page,
                       guint        number)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *rectangles = NULL;
  guint n_rectangles = 0;
  guint first = 0;
  guint i = 0;
  const char *start = text;

  if (text == NULL || !poppler_page_get_text_layout (page, &rectangles, &n_rectangles))
    return;

  for (const char *next = text; start != NULL; next = g_utf8_next_char (next))
    {
      if (*next == '\n' || *next == '\0')
        {
          add_line (lines, start, next, rectangles + MIN (first, n_rectangles), MIN (i, n_rectangles) - MIN (first, n_rectangles),
                    number);
          start = *next == '\0' ? NULL : next + 1;
          first = i + 1;
          if (start == NULL)
            break;
        }
      i++;
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/**
 * lieudit_pdf_line_height:
 * @lines: (element-type LieuditPdfLine): lines
 *
 * Returns: how high most lines are, in points
 */
double
lieudit_pdf_line_height (GArray *lines)
{
  g_autoptr(GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const LieuditPdfLine *line = &g_array_index (lines, LieuditPdfLine, i);
      double height = line->bottom - line->top;

      g_array_append_val (heights, height);
    }
  g_array_sort (heights, compare_doubles);

  return heights->len > 0 ? g_array_index (heights, double, heights->len / 2) : 0;
}

/* Page numbers differ, and left pages may differ from right ones. */
static char *
make_key (const LieuditPdfLine *line)
{
  GString *key = g_string_new (NULL);

  for (const char *next = line->text; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);

      if (g_unichar_isdigit (character))
        {
          if (key->len == 0 || key->str[key->len - 1] != '#')
            g_string_append_c (key, '#');
        }
      else if (!g_unichar_isspace (character))
        {
          g_string_append_unichar (key, character);
        }
    }

  return g_string_free (key, FALSE);
}

static gboolean
is_page_number (const char *key)
{
  return strcmp (key, "#") == 0 || strcmp (key, "-#-") == 0 || strcmp (key, "–#–") == 0 || strcmp (key, "#/#") == 0 ||
         g_ascii_strcasecmp (key, "page#") == 0 || g_ascii_strcasecmp (key, "p.#") == 0;
}

/**
 * lieudit_pdf_mark_running:
 * @lines: (element-type LieuditPdfLine): the lines of a document
 * @n_pages: how many pages it has
 * @page_height: how high they are, in points
 *
 * Marks running heads and page numbers: lines at the top or bottom that are the
 * same on many pages.
 */
void
lieudit_pdf_mark_running (GArray *lines,
                          guint   n_pages,
                          double  page_height)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  double margin = page_height * MARGIN_SHARE;
  double n_wanted = MAX (2, RUNNING_SHARE * n_pages);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < lines->len; i++)
        {
          LieuditPdfLine *line = &g_array_index (lines, LieuditPdfLine, i);
          char *key;

          if (line->bottom > margin && line->top < page_height - margin)
            continue;

          key = make_key (line);
          if (pass == 0)
            {
              guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

              g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
            }
          else
            {
              line->is_running = is_page_number (key) || GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) >= n_wanted;
              g_free (key);
            }
        }
    }
}
