/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a row stand below those of the row before it, however their lines break. A GtkBox does not do that: how
 * wide it makes a child depends on how high the box is. In a GtkGrid they do, but there are no rows for screen readers. */
#include "config.h"

#include "quiz/lieudit-quiz-result-row.h"

#include <glib/gi18n.h>

/* A question may be long; the columns beside it are not. */
#define WIDEST_CELL 40
#define COLUMN_SPACING 18
/* A label without a text would be read as the name of its class. */
#define EMPTY_CELL "–"

struct _LieuditQuizResultRow
{
  GtkListBoxRow parent_instance;

  guint n_cells;
};

G_DEFINE_FINAL_TYPE (LieuditQuizResultRow, lieudit_quiz_result_row, GTK_TYPE_LIST_BOX_ROW)

/* Returns: how much is left of the width once each cell has what it needs. */
static int
measure_cells (LieuditQuizResultRow *self,
               GtkRequestedSize     *sizes,
               int                   width)
{
  int i = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self)); cell != NULL; cell = gtk_widget_get_next_sibling (cell), i++)
    {
      sizes[i].data = cell;
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &sizes[i].minimum_size, &sizes[i].natural_size, NULL, NULL);
      width -= sizes[i].minimum_size + (i > 0 ? COLUMN_SPACING : 0);
    }

  return width;
}

static void
share_width (LieuditQuizResultRow *self,
             GtkRequestedSize     *sizes,
             int                   width)
{
  int left = measure_cells (self, sizes, width);

  gtk_distribute_natural_allocation (MAX (left, 0), self->n_cells, sizes);
}

static void
measure_width (LieuditQuizResultRow *self,
               GtkRequestedSize     *sizes,
               int                  *minimum,
               int                  *natural)
{
  measure_cells (self, sizes, 0);
  *minimum = *natural = COLUMN_SPACING * (int) (self->n_cells - 1);
  for (guint i = 0; i < self->n_cells; i++)
    {
      *minimum += sizes[i].minimum_size;
      *natural += sizes[i].natural_size;
    }
}

static void
lieudit_quiz_result_row_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  LieuditQuizResultRow *self = LIEUDIT_QUIZ_RESULT_ROW (widget);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, self->n_cells);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, sizes, minimum, natural);
      return;
    }

  share_width (self, sizes, for_size >= 0 ? for_size : G_MAXINT);
  for (guint i = 0; i < self->n_cells; i++)
    {
      int height;

      gtk_widget_measure (sizes[i].data, GTK_ORIENTATION_VERTICAL, sizes[i].minimum_size, &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, height);
    }
}

static void
lieudit_quiz_result_row_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  LieuditQuizResultRow *self = LIEUDIT_QUIZ_RESULT_ROW (widget);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, self->n_cells);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  share_width (self, sizes, width);
  for (guint i = 0; i < self->n_cells; i++)
    {
      int cell_width = sizes[i].minimum_size;
      GtkAllocation allocation = { is_mirrored ? width - x - cell_width : x, 0, cell_width, height };

      gtk_widget_size_allocate (sizes[i].data, &allocation, -1);
      x += cell_width + COLUMN_SPACING;
    }
}

static GtkSizeRequestMode
lieudit_quiz_result_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lieudit_quiz_result_row_dispose (GObject *object)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (cell);
  LIEUDIT_QUIZ_RESULT_ROW (object)->n_cells = 0;

  G_OBJECT_CLASS (lieudit_quiz_result_row_parent_class)->dispose (object);
}

static void
lieudit_quiz_result_row_class_init (LieuditQuizResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_quiz_result_row_dispose;
  widget_class->measure = lieudit_quiz_result_row_measure;
  widget_class->size_allocate = lieudit_quiz_result_row_size_allocate;
  widget_class->get_request_mode = lieudit_quiz_result_row_get_request_mode;
}

static void
lieudit_quiz_result_row_init (LieuditQuizResultRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/* Returns: (transfer full): the row as it is read aloud, each cell after the heading of its column */
static char *
describe (char **headings,
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
add_cell (LieuditQuizResultRow *self,
          GtkSizeGroup         *column,
          const char           *text,
          gboolean              is_heading)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", is_heading ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
                                  "label", *text != '\0' ? text : EMPTY_CELL,
                                  "xalign", 0.0f,
                                  "yalign", 0.0f,
                                  "wrap", TRUE,
                                  "max-width-chars", WIDEST_CELL,
                                  NULL);

  gtk_widget_add_css_class (cell, is_heading ? "heading" : "numeric");
  gtk_size_group_add_widget (column, cell);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  self->n_cells++;
}

/**
 * lieudit_quiz_result_row_new:
 * @columns: (element-type GtkSizeGroup): a group for each column, that of all rows of the table
 * @headings: (array zero-terminated=1): what is above the columns
 * @cells: (array zero-terminated=1): what stands in the row; @headings themselves make the row above all others
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lieudit_quiz_result_row_new (GPtrArray  *columns,
                             char      **headings,
                             char      **cells)
{
  gboolean is_heading = cells == headings;
  g_autofree char *description = is_heading ? g_strjoinv ("; ", headings) : describe (headings, cells);
  LieuditQuizResultRow *self = g_object_new (LIEUDIT_TYPE_QUIZ_RESULT_ROW,
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                             "activatable", FALSE,
                                             "selectable", FALSE,
                                             "focusable", !is_heading,
                                             NULL);

  for (guint i = 0; i < columns->len; i++)
    add_cell (self, g_ptr_array_index (columns, i), cells[i], is_heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);

  return GTK_WIDGET (self);
}
