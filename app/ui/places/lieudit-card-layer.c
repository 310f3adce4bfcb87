/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-card-layer.h"

#include "places/lieudit-place-card.h"

/* Around the card, in pixels. */
#define GAP 8
/* Where there is less room than this beside the marker, the card covers it. In pixels. */
#define LEAST_HEIGHT 220
/* Where the map would be narrower than this beside a pinned card, the card stays next to the marker. In pixels. */
#define LEAST_MAP_WIDTH 240

/**
 * LieuditCardLayer:
 *
 * A widget, the map, with the card of a place above it, next to its marker.
 *
 * This is no popover, because the card stays open while the map is moved and
 * the article is read: GTK 4.8 lets neither the keys of the window into
 * popovers, nor all clicks when what lies behind them moves.
 */
struct _LieuditCardLayer
{
  GtkWidget         parent_instance;

  GtkOverlay       *overlay;
  GtkWidget        *frame;
  LieuditPlaceCard *card;
  GtkWidget        *focus_before;
  GdkRectangle      marker;
  gboolean          above;
  gboolean          pinned;
};

enum {
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

enum {
  MENTION_ACTIVATED,
  ALTERNATIVES_SHOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditCardLayer, lieudit_card_layer, GTK_TYPE_WIDGET)

static int
get_room_above (LieuditCardLayer *self)
{
  return self->marker.y - 2 * GAP;
}

static int
get_room_below (LieuditCardLayer *self,
                int               height)
{
  return height - self->marker.y - self->marker.height - 2 * GAP;
}

/* A pane takes the far side of the map from top to bottom; the map makes room for it. */
static gboolean
is_pane (LieuditCardLayer *self,
         int               card_width)
{
  return self->pinned && gtk_widget_get_width (GTK_WIDGET (self)) >= card_width + LEAST_MAP_WIDTH;
}

static void
place_pane (LieuditCardLayer *self,
            GdkRectangle     *area)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  area->x = right_to_left ? GAP : gtk_widget_get_width (GTK_WIDGET (self)) - area->width - GAP;
  area->y = GAP;
  area->height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * GAP, LEAST_HEIGHT);
}

static gboolean
get_child_position_cb (LieuditCardLayer *self,
                       GtkWidget        *frame,
                       GdkRectangle     *area)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int room = self->above ? get_room_above (self) : get_room_below (self, height);

  gtk_widget_measure (frame, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &area->width, NULL, NULL);
  if (is_pane (self, area->width))
    {
      place_pane (self, area);
      return TRUE;
    }

  gtk_widget_measure (frame, GTK_ORIENTATION_VERTICAL, area->width, NULL, &area->height, NULL, NULL);
  area->height = MIN (area->height, MAX (room, LEAST_HEIGHT));

  area->x = self->marker.x + self->marker.width / 2 - area->width / 2;
  area->y = self->above ? self->marker.y - GAP - area->height : self->marker.y + self->marker.height + GAP;
  area->x = CLAMP (area->x, GAP, MAX (width - area->width - GAP, GAP));
  area->y = CLAMP (area->y, GAP, MAX (height - area->height - GAP, GAP));

  return TRUE;
}

static void
mention_activated_cb (LieuditCardLayer *self,
                      LieuditMention   *mention)
{
  g_signal_emit (self, signals[MENTION_ACTIVATED], 0, mention);
}

static void
alternatives_shown_cb (LieuditCardLayer *self,
                       GListModel       *places)
{
  g_signal_emit (self, signals[ALTERNATIVES_SHOWN], 0, places);
}

static void
make_room (LieuditCardLayer *self)
{
  GtkWidget *child = gtk_overlay_get_child (self->overlay);
  int width = 0;

  gtk_widget_measure (self->frame, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_set_margin_end (child, gtk_widget_get_visible (self->frame) && is_pane (self, width) ? width + 2 * GAP : 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

static void
pin_cb (LieuditCardLayer *self,
        gboolean          pinned)
{
  self->pinned = pinned;
  make_room (self);
}

static void
lieudit_card_layer_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LieuditCardLayer *self = LIEUDIT_CARD_LAYER (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, gtk_overlay_get_child (self->overlay));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_card_layer_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LieuditCardLayer *self = LIEUDIT_CARD_LAYER (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      gtk_overlay_set_child (self->overlay, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_card_layer_dispose (GObject *object)
{
  LieuditCardLayer *self = LIEUDIT_CARD_LAYER (object);

  g_clear_weak_pointer (&self->focus_before);
  if (self->overlay != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->overlay));
  self->overlay = NULL;

  G_OBJECT_CLASS (lieudit_card_layer_parent_class)->dispose (object);
}

static void
lieudit_card_layer_class_init (LieuditCardLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_card_layer_get_property;
  object_class->set_property = lieudit_card_layer_set_property;
  object_class->dispose = lieudit_card_layer_dispose;

  /**
   * LieuditCardLayer:child:
   *
   * The widget below the card.
   */
  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LieuditCardLayer::mention-activated:
   * @self: a card layer
   * @mention: a mention of the place on the card
   *
   * A sentence or the count was activated, to be shown in the article.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_CARD_LAYER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);

  /**
   * LieuditCardLayer::alternatives-shown:
   * @self: a card layer
   * @places: (nullable): a list of #LieuditPlace
   *
   * The card shows other places that the name may mean, or does not any more.
   */
  signals[ALTERNATIVES_SHOWN] =
    g_signal_new ("alternatives-shown", LIEUDIT_TYPE_CARD_LAYER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);

  g_type_ensure (LIEUDIT_TYPE_PLACE_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-card-layer.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditCardLayer, overlay);
  gtk_widget_class_bind_template_child (widget_class, LieuditCardLayer, frame);
  gtk_widget_class_bind_template_child (widget_class, LieuditCardLayer, card);
  gtk_widget_class_bind_template_callback (widget_class, get_child_position_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, alternatives_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_cb);
  gtk_widget_class_bind_template_callback (widget_class, lieudit_card_layer_dismiss);
}

static void
lieudit_card_layer_init (LieuditCardLayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * lieudit_card_layer_get_place:
 * @self: a card layer
 *
 * Gets the place whose card is open.
 *
 * Returns: (transfer none) (nullable): the place, or %NULL when no card is
 *   open
 */
LieuditFoundPlace *
lieudit_card_layer_get_place (LieuditCardLayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CARD_LAYER (self), NULL);

  return gtk_widget_get_visible (self->frame) ? lieudit_place_card_get_place (self->card) : NULL;
}

/**
 * lieudit_card_layer_set_selection:
 * @self: a card layer
 * @selection: what is selected, and what the person said of the article
 *
 * Lets notes be written on the card.
 */
void
lieudit_card_layer_set_selection (LieuditCardLayer *self,
                                  LieuditSelection *selection)
{
  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));

  lieudit_place_card_set_selection (self->card, selection);
}

/**
 * lieudit_card_layer_commit:
 * @self: a card layer
 *
 * Takes over what is being written on the card.
 */
void
lieudit_card_layer_commit (LieuditCardLayer *self)
{
  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));

  lieudit_place_card_commit (self->card);
}

/**
 * lieudit_card_layer_show_at:
 * @self: a card layer
 * @analysis: the analysis of an article
 * @place: a place in it
 * @marker: where the marker of the place is, in pixels
 *
 * Opens the card of a place next to its marker and moves the focus into it.
 * When the card is closed, the focus goes back to where it was.
 */
void
lieudit_card_layer_show_at (LieuditCardLayer   *self,
                            LieuditAnalysis    *analysis,
                            LieuditFoundPlace  *place,
                            const GdkRectangle *marker)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));
  g_return_if_fail (marker != NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, self->frame))
    g_set_weak_pointer (&self->focus_before, focus);

  lieudit_place_card_set_place (self->card, analysis, place);
  self->marker = *marker;
  self->above = get_room_above (self) > get_room_below (self, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_set_visible (self->frame, TRUE);
  make_room (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

/**
 * lieudit_card_layer_is_pinned:
 * @self: a card layer
 *
 * Returns: whether the card is to show whatever place is selected
 */
gboolean
lieudit_card_layer_is_pinned (LieuditCardLayer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_CARD_LAYER (self), FALSE);

  return self->pinned;
}

/**
 * lieudit_card_layer_show_pinned:
 * @self: a card layer whose card is pinned
 * @analysis: the analysis of an article
 * @place: a place in it
 *
 * Shows another place on the pinned card. The focus stays where it is.
 */
void
lieudit_card_layer_show_pinned (LieuditCardLayer  *self,
                                LieuditAnalysis   *analysis,
                                LieuditFoundPlace *place)
{
  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));
  g_return_if_fail (self->pinned);

  lieudit_place_card_set_place (self->card, analysis, place);
  gtk_widget_set_visible (self->frame, TRUE);
  make_room (self);
}

/**
 * lieudit_card_layer_follow:
 * @self: a card layer
 * @marker: where the marker is now, in pixels
 *
 * Goes along with the marker, and closes the card when the marker leaves.
 */
void
lieudit_card_layer_follow (LieuditCardLayer   *self,
                           const GdkRectangle *marker)
{
  GdkRectangle bounds = { 0, };

  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));
  g_return_if_fail (marker != NULL);

  bounds.width = gtk_widget_get_width (GTK_WIDGET (self));
  bounds.height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!self->pinned && !gdk_rectangle_intersect (&bounds, marker, NULL))
    {
      lieudit_card_layer_close (self);
      return;
    }

  self->marker = *marker;
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/**
 * lieudit_card_layer_close:
 * @self: a card layer
 *
 * Closes the card, if one is open. A pinned one opens again for the next place
 * that is selected.
 */
void
lieudit_card_layer_close (LieuditCardLayer *self)
{
  GtkRoot *root;
  GtkWidget *focus;
  gboolean had_focus;

  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->frame);

  if (had_focus && (self->focus_before == NULL || !gtk_widget_grab_focus (self->focus_before)))
    gtk_widget_child_focus (gtk_overlay_get_child (self->overlay), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->frame, FALSE);
  make_room (self);
  g_clear_weak_pointer (&self->focus_before);
  g_signal_emit (self, signals[ALTERNATIVES_SHOWN], 0, NULL);
}

/**
 * lieudit_card_layer_dismiss:
 * @self: a card layer
 *
 * Closes the card, if one is open, and takes the pin out of it.
 */
void
lieudit_card_layer_dismiss (LieuditCardLayer *self)
{
  g_return_if_fail (LIEUDIT_IS_CARD_LAYER (self));

  lieudit_place_card_set_pinned (self->card, FALSE);
  lieudit_card_layer_close (self);
}
