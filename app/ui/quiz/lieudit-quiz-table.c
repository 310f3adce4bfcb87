/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-table.h"

#include <glib/gi18n.h>

/* A question may be long; the columns beside it are not. */
#define WIDEST_CELL 40

struct _LieuditQuizTable
{
  GtkWidget parent_instance;

  GtkLabel *sum_label;
  GtkScrolledWindow *scrolled;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (LieuditQuizTable, lieudit_quiz_table, GTK_TYPE_WIDGET)

static void
lieudit_quiz_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lieudit_quiz_table_parent_class)->dispose (object);
}

static void
lieudit_quiz_table_class_init (LieuditQuizTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_quiz_table_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/quiz-table.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizTable, sum_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizTable, copy_button);
}

static void
lieudit_quiz_table_init (LieuditQuizTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer full): a row as it is read aloud, each cell after the heading of its column */
static char *
describe_row (char **headings,
              char **cells)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (int i = 0; cells[i] != NULL; i++)
    {
      /* Translators: the heading of a column, then what stands in it */
      g_autofree char *part = g_strdup_printf (_("%1$s: %2$s"), headings[i], cells[i]);

      if (*cells[i] != '\0')
        g_strv_builder_add (parts, part);
    }
  texts = g_strv_builder_end (parts);

  return g_strjoinv ("; ", texts);
}

static void
add_row (GtkGrid  *grid,
         int       row,
         char    **headings,
         char    **cells)
{
  g_autofree char *description = describe_row (headings, cells);

  for (int i = 0; cells[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (cells[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_CELL);
      gtk_widget_add_css_class (label, row == 0 ? "heading" : "numeric");
      gtk_grid_attach (grid, label, i, row, 1, 1);
      if (row == 0 || i > 0)
        continue;
      /* The number of the question takes the focus for its row, which it has read aloud. */
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
    }
}

static char *
describe_sums (LieuditQuizGame *game)
{
  g_autoptr (GString) sums = g_string_new (NULL);

  for (guint i = 0; i < lieudit_quiz_game_get_n_teams (game); i++)
    {
      g_autofree char *sum = lieudit_quiz_results_dup_sum (game, i);

      g_string_append_printf (sums, "%s%s", i > 0 ? "\n" : "", sum);
    }

  return g_string_free (g_steal_pointer (&sums), FALSE);
}

/**
 * lieudit_quiz_table_set_game:
 * @self: a table
 * @game: a game that is over
 *
 * Shows how a game went.
 */
void
lieudit_quiz_table_set_game (LieuditQuizTable *self,
                             LieuditQuizGame  *game)
{
  GtkWidget *grid = gtk_grid_new ();
  g_auto (GStrv) headings = lieudit_quiz_results_dup_headings ();
  g_autofree char *sums = NULL;

  g_return_if_fail (LIEUDIT_IS_QUIZ_TABLE (self));
  g_return_if_fail (LIEUDIT_IS_QUIZ_GAME (game));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  g_object_set (grid, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
  add_row (GTK_GRID (grid), 0, headings, headings);
  for (guint i = 0; i < lieudit_quiz_game_get_n_results (game); i++)
    {
      g_auto (GStrv) cells = lieudit_quiz_results_dup_cells (game, i);

      add_row (GTK_GRID (grid), (int) i + 1, headings, cells);
    }
  gtk_scrolled_window_set_child (self->scrolled, grid);

  sums = describe_sums (game);
  gtk_label_set_label (self->sum_label, sums);
  gtk_widget_grab_focus (self->copy_button);
}
