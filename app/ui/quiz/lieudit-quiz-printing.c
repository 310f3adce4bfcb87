/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The results of a quiz on paper. */
#include "config.h"

#include "quiz/lieudit-quiz-table.h"

#include <glib/gi18n.h>

/* In points. */
#define TITLE_SIZE 14.0
#define CELL_SIZE 9.0
#define ROW_GAP 5.0
#define COLUMN_GAP 6.0

/* How much of the page's width each column has: number, question, team, answer, right answer, tries, distance, points. */
static const double shares[] = { 0.08, 0.28, 0.07, 0.18, 0.18, 0.06, 0.08, 0.07 };

typedef struct {
  LieuditQuizGame *game;
  GArray *first_rows; /* of guint, for each page */
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  g_object_unref (printing->game);
  g_array_unref (printing->first_rows);
  g_free (printing);
}

static PangoLayout *
create_layout (GtkPrintContext *context,
               const char      *text,
               double           size,
               gboolean         is_bold,
               double           width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* Draws a row at a height, or, without @cr, only measures it. Returns: how high it is, in points */
static double
draw_row (GtkPrintContext *context,
          char           **cells,
          gboolean         is_bold,
          double           y,
          cairo_t         *cr)
{
  double width = gtk_print_context_get_width (context);
  double x = 0.0, height = 0.0;

  for (guint i = 0; cells[i] != NULL && i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (context, cells[i], CELL_SIZE, is_bold, shares[i] * width - COLUMN_GAP);
      int cell_height;

      pango_layout_get_size (layout, NULL, &cell_height);
      height = MAX (height, (double) cell_height / PANGO_SCALE);
      if (cr != NULL)
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_layout (cr, layout);
        }
      x += shares[i] * width;
    }

  return height + ROW_GAP;
}

/* The title, and what was reached. */
static double
draw_header (GtkPrintContext *context,
             LieuditQuizGame *game,
             cairo_t         *cr)
{
  g_autoptr (GString) text = g_string_new (lieudit_quiz_get_title (lieudit_quiz_game_get_quiz (game)));
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  for (guint i = 0; i < lieudit_quiz_game_get_n_teams (game); i++)
    {
      g_autofree char *sum = lieudit_quiz_results_dup_sum (game, i);

      g_string_append_printf (text, "\n%s", sum);
    }
  layout = create_layout (context, text->str, TITLE_SIZE, TRUE, gtk_print_context_get_width (context));
  pango_layout_get_size (layout, NULL, &height);
  if (cr != NULL)
    {
      cairo_move_to (cr, 0.0, 0.0);
      pango_cairo_show_layout (cr, layout);
    }

  return (double) height / PANGO_SCALE + 2 * ROW_GAP;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Printing *printing = user_data;
  g_auto (GStrv) headings = lieudit_quiz_results_dup_headings ();
  double page_height = gtk_print_context_get_height (context);
  double heading = draw_row (context, headings, TRUE, 0.0, NULL);
  double y = draw_header (context, printing->game, NULL) + heading;
  guint first = 0;

  g_array_set_size (printing->first_rows, 0);
  g_array_append_val (printing->first_rows, first);
  for (guint i = 0; i < lieudit_quiz_game_get_n_results (printing->game); i++)
    {
      g_auto (GStrv) cells = lieudit_quiz_results_dup_cells (printing->game, i);
      double height = draw_row (context, cells, FALSE, 0.0, NULL);

      if (y + height > page_height && i > g_array_index (printing->first_rows, guint, printing->first_rows->len - 1))
        {
          g_array_append_val (printing->first_rows, i);
          y = heading;
        }
      y += height;
    }
  gtk_print_operation_set_n_pages (operation, (int) printing->first_rows->len);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Printing *printing = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_auto (GStrv) headings = lieudit_quiz_results_dup_headings ();
  guint first = g_array_index (printing->first_rows, guint, page);
  guint end = (guint) page + 1 < printing->first_rows->len ? g_array_index (printing->first_rows, guint, page + 1)
                                                           : lieudit_quiz_game_get_n_results (printing->game);
  double y = page == 0 ? draw_header (context, printing->game, cr) : 0.0;

  y += draw_row (context, headings, TRUE, y, cr);
  for (guint i = first; i < end; i++)
    {
      g_auto (GStrv) cells = lieudit_quiz_results_dup_cells (printing->game, i);

      y += draw_row (context, cells, FALSE, y, cr);
    }
}

/**
 * lieudit_quiz_print_results:
 * @game: a game that is over
 * @parent: the window it was played in
 *
 * Asks how to print the results, and prints them.
 */
void
lieudit_quiz_print_results (LieuditQuizGame *game,
                            GtkWindow       *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *printing = g_new0 (Printing, 1);

  g_return_if_fail (LIEUDIT_IS_QUIZ_GAME (game));

  printing->game = g_object_ref (game);
  printing->first_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, lieudit_quiz_get_title (lieudit_quiz_game_get_quiz (game)));
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), printing, printing_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
