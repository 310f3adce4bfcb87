/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-table.h"

#include "quiz/lieudit-quiz-result-row.h"

struct _LieuditQuizTable
{
  GtkWidget parent_instance;

  GtkLabel *sum_label;
  GtkListBox *table;
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
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizTable, table);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizTable, copy_button);
}

static void
lieudit_quiz_table_init (LieuditQuizTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer full): one group for each column, which makes its cells equally wide */
static GPtrArray *
make_columns (char **headings)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; headings[i] != NULL; i++)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));

  return columns;
}

static void
remove_rows (LieuditQuizTable *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->table, 0)) != NULL)
    gtk_list_box_remove (self->table, GTK_WIDGET (row));
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
  g_auto (GStrv) headings = lieudit_quiz_results_dup_headings ();
  g_autoptr (GPtrArray) columns = make_columns (headings);
  g_autofree char *sums = NULL;

  g_return_if_fail (LIEUDIT_IS_QUIZ_TABLE (self));
  g_return_if_fail (LIEUDIT_IS_QUIZ_GAME (game));

  remove_rows (self);
  gtk_list_box_append (self->table, lieudit_quiz_result_row_new (columns, headings, headings));
  for (guint i = 0; i < lieudit_quiz_game_get_n_results (game); i++)
    {
      g_auto (GStrv) cells = lieudit_quiz_results_dup_cells (game, i);

      gtk_list_box_append (self->table, lieudit_quiz_result_row_new (columns, headings, cells));
    }

  sums = describe_sums (game);
  gtk_label_set_label (self->sum_label, sums);
  gtk_widget_grab_focus (self->copy_button);
}
