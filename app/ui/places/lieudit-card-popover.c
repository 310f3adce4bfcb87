/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-card-popover.h"

#include "places/lieudit-place-card.h"

/* What the popover draws around the card, in pixels. */
#define BORDER 10
#define LEAST_HEIGHT 220
#define MOST_HEIGHT 420

struct _LieuditCardPopover
{
  GtkPopover        parent_instance;

  LieuditPlaceCard *card;
  GtkWidget        *focus_before;
};

enum {
  MENTION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditCardPopover, lieudit_card_popover, GTK_TYPE_POPOVER)

/* Keeps the card above the parent, so that it hides neither the article nor the list. */
static int
get_offset (LieuditCardPopover *self,
            const GdkRectangle *marker)
{
  int room = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)));
  int centre = marker->x + marker->width / 2;
  int width, half;

  gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  half = width / 2 + BORDER;

  if (room < 2 * half)
    return room / 2 - centre;

  return CLAMP (centre, half, room - half) - centre;
}

/* Puts the card on the side of the marker that has more room, and lets it scroll where that is not enough. */
static void
choose_side (LieuditCardPopover *self,
             const GdkRectangle *marker)
{
  int above = marker->y;
  int below = gtk_widget_get_height (gtk_widget_get_parent (GTK_WIDGET (self))) - marker->y - marker->height;
  int room = MAX (above, below) - 4 * BORDER;

  gtk_popover_set_position (GTK_POPOVER (self), above > below ? GTK_POS_TOP : GTK_POS_BOTTOM);
  lieudit_place_card_set_max_height (self->card, CLAMP (room, LEAST_HEIGHT, MOST_HEIGHT));
}

static void
point_to (LieuditCardPopover *self,
          const GdkRectangle *marker)
{
  gtk_popover_set_offset (GTK_POPOVER (self), get_offset (self, marker), 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), marker);
}

static void
mention_activated_cb (LieuditCardPopover *self,
                      LieuditMention     *mention)
{
  g_signal_emit (self, signals[MENTION_ACTIVATED], 0, mention);
}

static void
close_cb (LieuditCardPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* In GTK 4.8 the keys of a window do not reach into its popovers. This one stays open, so they have to. */
static gboolean
key_pressed_cb (LieuditCardPopover    *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && gtk_event_controller_key_forward (controller, GTK_WIDGET (root));
}

static void
lieudit_card_popover_closed (GtkPopover *popover)
{
  LieuditCardPopover *self = LIEUDIT_CARD_POPOVER (popover);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focus_is_lost = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
                           focus == GTK_WIDGET (self);

  if (self->focus_before != NULL && focus_is_lost)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

static void
lieudit_card_popover_dispose (GObject *object)
{
  LieuditCardPopover *self = LIEUDIT_CARD_POPOVER (object);

  g_clear_weak_pointer (&self->focus_before);

  G_OBJECT_CLASS (lieudit_card_popover_parent_class)->dispose (object);
}

static void
lieudit_card_popover_class_init (LieuditCardPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkPopoverClass *popover_class = GTK_POPOVER_CLASS (klass);

  object_class->dispose = lieudit_card_popover_dispose;
  popover_class->closed = lieudit_card_popover_closed;

  /**
   * LieuditCardPopover::mention-activated:
   * @self: a popover
   * @mention: a mention of the place on the card
   *
   * A sentence or the count was activated, to be shown in the article.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_CARD_POPOVER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);

  g_type_ensure (LIEUDIT_TYPE_PLACE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-card-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditCardPopover, card);
  gtk_widget_class_bind_template_callback (widget_class, mention_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lieudit_card_popover_init (LieuditCardPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_card_popover_new:
 *
 * Makes a popover that holds a place card next to a marker. It stays open
 * while the map is moved and the article is read.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
lieudit_card_popover_new (void)
{
  return g_object_new (LIEUDIT_TYPE_CARD_POPOVER, NULL);
}

/**
 * lieudit_card_popover_get_place:
 * @self: a popover
 *
 * Gets the place whose card is open.
 *
 * Returns: (transfer none) (nullable): the place, or %NULL when the popover is
 *   closed
 */
LieuditFoundPlace *
lieudit_card_popover_get_place (LieuditCardPopover *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CARD_POPOVER (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? lieudit_place_card_get_place (self->card) : NULL;
}

/**
 * lieudit_card_popover_show_at:
 * @self: a popover
 * @analysis: the analysis of an article
 * @place: a place in it
 * @marker: where the marker of the place is, in the parent's coordinates, in
 *   pixels
 *
 * Opens the card of a place next to its marker and moves the focus into it.
 * When the card is closed, the focus goes back to where it was.
 */
void
lieudit_card_popover_show_at (LieuditCardPopover *self,
                              LieuditAnalysis    *analysis,
                              LieuditFoundPlace  *place,
                              const GdkRectangle *marker)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (LIEUDIT_IS_CARD_POPOVER (self));
  g_return_if_fail (marker != NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus_before, focus);

  lieudit_place_card_set_place (self->card, analysis, place);
  choose_side (self, marker);
  point_to (self, marker);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

/**
 * lieudit_card_popover_follow:
 * @self: a popover
 * @marker: where the marker is now, in the parent's coordinates, in pixels
 *
 * Goes along with the marker, and closes the card when the marker leaves the
 * parent.
 */
void
lieudit_card_popover_follow (LieuditCardPopover *self,
                             const GdkRectangle *marker)
{
  GtkWidget *parent;
  GdkRectangle bounds = { 0, };

  g_return_if_fail (LIEUDIT_IS_CARD_POPOVER (self));
  g_return_if_fail (marker != NULL);

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  bounds.width = gtk_widget_get_width (parent);
  bounds.height = gtk_widget_get_height (parent);

  if (gdk_rectangle_intersect (&bounds, marker, NULL))
    point_to (self, marker);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}
