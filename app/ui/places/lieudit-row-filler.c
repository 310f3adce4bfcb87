/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-row-filler.h"

/**
 * LieuditRowFiller:
 *
 * Fills the rows of a list in the order in which a reader needs them.
 *
 * GtkListView keeps two hundred rows, of which some twenty are in view; to
 * bind all of them takes several frames. Here those in view are filled once
 * GTK has allocated the list, before the frame is painted, and the others
 * whenever there is nothing else to do.
 */
struct _LieuditRowFiller
{
  GObject         parent_instance;

  GtkWidget      *list_view;
  LieuditFillRow  fill;
  gpointer        user_data;

  GPtrArray      *waiting; /* GtkListItem, which the list owns */
  GdkFrameClock  *frame_clock;
  gulong          layout_handler;
  guint           idle_source;
};

G_DEFINE_FINAL_TYPE (LieuditRowFiller, lieudit_row_filler, G_TYPE_OBJECT)

/* How long rows out of view are filled before others have their turn, in microseconds. */
#define TURN 3000

static void
fill_at (LieuditRowFiller *self,
         guint             index)
{
  GtkListItem *list_item = g_ptr_array_steal_index_fast (self->waiting, index);

  self->fill (list_item, self->user_data);
}

/* GtkListView neither maps nor allocates the rows that are out of view, which keep the place they once had. */
static gboolean
is_in_view (LieuditRowFiller *self,
            GtkListItem      *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, self->list_view, &bounds) &&
         bounds.origin.y < (float) gtk_widget_get_height (self->list_view) && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
idle_cb (gpointer user_data)
{
  LieuditRowFiller *self = user_data;
  gint64 end = g_get_monotonic_time () + TURN;

  while (self->waiting->len > 0 && g_get_monotonic_time () < end)
    fill_at (self, self->waiting->len - 1);
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;

  self->idle_source = 0;
  return G_SOURCE_REMOVE;
}

static void
fill_when_idle (LieuditRowFiller *self)
{
  if (self->idle_source == 0 && self->waiting->len > 0)
    self->idle_source = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/* GTK lays out again before it paints when this changes the size of a row. */
static void
layout_cb (LieuditRowFiller *self)
{
  for (guint i = self->waiting->len; i > 0; i--)
    {
      if (is_in_view (self, g_ptr_array_index (self->waiting, i - 1)))
        fill_at (self, i - 1);
    }
  fill_when_idle (self);
}

static void
forget_frame_clock (LieuditRowFiller *self)
{
  if (self->frame_clock != NULL)
    g_clear_signal_handler (&self->layout_handler, self->frame_clock);
  g_clear_object (&self->frame_clock);
}

static void
realize_cb (LieuditRowFiller *self)
{
  forget_frame_clock (self);
  self->frame_clock = g_object_ref (gtk_widget_get_frame_clock (self->list_view));
  self->layout_handler = g_signal_connect_object (self->frame_clock, "layout", G_CALLBACK (layout_cb), self,
                                                  G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
lieudit_row_filler_dispose (GObject *object)
{
  LieuditRowFiller *self = LIEUDIT_ROW_FILLER (object);

  forget_frame_clock (self);
  g_clear_handle_id (&self->idle_source, g_source_remove);
  g_ptr_array_set_size (self->waiting, 0);

  G_OBJECT_CLASS (lieudit_row_filler_parent_class)->dispose (object);
}

static void
lieudit_row_filler_finalize (GObject *object)
{
  LieuditRowFiller *self = LIEUDIT_ROW_FILLER (object);

  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (lieudit_row_filler_parent_class)->finalize (object);
}

static void
lieudit_row_filler_class_init (LieuditRowFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_row_filler_dispose;
  G_OBJECT_CLASS (klass)->finalize = lieudit_row_filler_finalize;
}

static void
lieudit_row_filler_init (LieuditRowFiller *self)
{
  self->waiting = g_ptr_array_new ();
}

/**
 * lieudit_row_filler_new:
 * @list_view: the list, which is not realized yet and outlives the filler's work
 * @fill: (scope notified): makes a row show its item
 * @user_data: what to give to @fill
 *
 * Makes what fills the rows of a list.
 *
 * Returns: (transfer full): the filler
 */
LieuditRowFiller *
lieudit_row_filler_new (GtkWidget      *list_view,
                        LieuditFillRow  fill,
                        gpointer        user_data)
{
  LieuditRowFiller *self;

  g_return_val_if_fail (GTK_IS_WIDGET (list_view), NULL);
  g_return_val_if_fail (fill != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_ROW_FILLER, NULL);
  self->list_view = list_view;
  self->fill = fill;
  self->user_data = user_data;
  g_signal_connect_object (list_view, "realize", G_CALLBACK (realize_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list_view, "unrealize", G_CALLBACK (forget_frame_clock), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_row_filler_add:
 * @self: a filler
 * @list_item: an item that was bound
 *
 * Has a row filled when its turn comes.
 */
void
lieudit_row_filler_add (LieuditRowFiller *self,
                        GtkListItem      *list_item)
{
  g_return_if_fail (LIEUDIT_IS_ROW_FILLER (self));
  g_return_if_fail (GTK_IS_LIST_ITEM (list_item));

  g_ptr_array_add (self->waiting, list_item);
  if (self->frame_clock != NULL)
    gdk_frame_clock_request_phase (self->frame_clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  else
    fill_when_idle (self);
}

/**
 * lieudit_row_filler_remove:
 * @self: a filler
 * @list_item: an item that is no longer bound
 *
 * Leaves a row as it is.
 */
void
lieudit_row_filler_remove (LieuditRowFiller *self,
                           GtkListItem      *list_item)
{
  g_return_if_fail (LIEUDIT_IS_ROW_FILLER (self));

  g_ptr_array_remove_fast (self->waiting, list_item);
}
