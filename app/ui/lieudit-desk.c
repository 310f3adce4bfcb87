/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-desk.h"

#include "lieudit-handle-touch.h"

/* Below this width the views no longer fit side by side; above the other, all three do. In pixels. */
#define NARROW_BELOW 700
#define WIDE_FROM 1100
#define MINIMUM_WIDTH 300
#define PLACES_WIDTH 260

struct _LieuditDesk
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkPaned           *inner_paned;
  GtkPaned           *outer_paned;
  AdwBin             *article_slot;
  AdwBin             *map_slot;
  AdwBin             *places_slot;
  AdwViewStack       *pages;
  AdwViewSwitcherBar *switcher;

  LieuditDeskLayout   layout;
  gboolean            places_wanted[3];
  double              article_fraction;
  gboolean            fraction_is_due;
  int                 width;
  int                 paned_width;
  guint               layout_idle;
};

enum {
  PROP_0,
  PROP_ARTICLE,
  PROP_MAP,
  PROP_PLACES,
  PROP_NARROW,
  PROP_PLACES_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE (LieuditDesk, lieudit_desk, GTK_TYPE_WIDGET)

static LieuditDeskLayout
layout_for_width (int width)
{
  if (width < NARROW_BELOW)
    return LIEUDIT_DESK_NARROW;

  return width < WIDE_FROM ? LIEUDIT_DESK_MEDIUM : LIEUDIT_DESK_WIDE;
}

static void
update_visibility (LieuditDesk *self)
{
  gboolean narrow = self->layout == LIEUDIT_DESK_NARROW;
  const char *page = adw_view_stack_get_visible_child_name (self->pages);
  gboolean article_visible = !narrow || g_strcmp0 (page, "article") == 0;
  gboolean map_visible = !narrow || g_strcmp0 (page, "map") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->article_slot), article_visible);
  gtk_widget_set_visible (GTK_WIDGET (self->map_slot), map_visible);
  gtk_widget_set_visible (GTK_WIDGET (self->inner_paned), article_visible || map_visible);
  gtk_widget_set_visible (GTK_WIDGET (self->places_slot), lieudit_desk_get_places_visible (self));
  adw_view_switcher_bar_set_reveal (self->switcher, narrow);
}

static void
apply_article_fraction (LieuditDesk *self,
                        int          width)
{
  self->fraction_is_due = FALSE;
  gtk_paned_set_position (self->inner_paned, (int) (width * self->article_fraction));
}

/* The room for article and map before the first allocation. */
static int
guess_paned_width (LieuditDesk *self)
{
  return lieudit_desk_get_places_visible (self) ? self->width - PLACES_WIDTH : self->width;
}

/* At a new width the paned moves its handle by itself; at the same width, it was moved by hand. */
static void
handle_moved_cb (LieuditDesk *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner_paned));

  if (self->layout != LIEUDIT_DESK_NARROW && width > 0 && width == self->paned_width)
    self->article_fraction = CLAMP ((double) gtk_paned_get_position (self->inner_paned) / width, 0.2, 0.8);

  self->paned_width = width;
}

static void
set_layout (LieuditDesk       *self,
            LieuditDeskLayout  layout)
{
  self->layout = layout;
  self->fraction_is_due = layout != LIEUDIT_DESK_NARROW;
  update_visibility (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES_VISIBLE]);
}

static gboolean
layout_idle_cb (gpointer user_data)
{
  LieuditDesk *self = LIEUDIT_DESK (user_data);

  self->layout_idle = 0;
  if (layout_for_width (self->width) != self->layout)
    set_layout (self, layout_for_width (self->width));
  else if (self->fraction_is_due)
    apply_article_fraction (self, gtk_widget_get_width (GTK_WIDGET (self->inner_paned)));

  return G_SOURCE_REMOVE;
}

static void
visible_page_changed_cb (LieuditDesk *self)
{
  update_visibility (self);

  if (self->layout == LIEUDIT_DESK_NARROW)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES_VISIBLE]);
}

static GtkSizeRequestMode
lieudit_desk_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
lieudit_desk_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  LieuditDesk *self = LIEUDIT_DESK (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);

  /* The window may become narrower than the views side by side: that is when they fold. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MINIMUM_WIDTH);
}

static void
lieudit_desk_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  LieuditDesk *self = LIEUDIT_DESK (widget);
  int minimum;

  self->width = width;

  /* What is shown may not change during an allocation, but has to before the next frame. */
  if ((layout_for_width (width) != self->layout || self->fraction_is_due) && self->layout_idle == 0)
    self->layout_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_idle_cb, self, NULL);

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, minimum), height, baseline, NULL);
}

static AdwBin *
get_slot (LieuditDesk *self,
          guint        prop_id)
{
  switch (prop_id)
    {
    case PROP_ARTICLE:
      return self->article_slot;
    case PROP_MAP:
      return self->map_slot;
    case PROP_PLACES:
      return self->places_slot;
    default:
      g_assert_not_reached ();
    }
}

static void
lieudit_desk_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LieuditDesk *self = LIEUDIT_DESK (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
    case PROP_MAP:
    case PROP_PLACES:
      g_value_set_object (value, adw_bin_get_child (get_slot (self, prop_id)));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->layout == LIEUDIT_DESK_NARROW);
      break;
    case PROP_PLACES_VISIBLE:
      g_value_set_boolean (value, lieudit_desk_get_places_visible (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_desk_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LieuditDesk *self = LIEUDIT_DESK (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
    case PROP_MAP:
    case PROP_PLACES:
      adw_bin_set_child (get_slot (self, prop_id), g_value_get_object (value));
      break;
    case PROP_PLACES_VISIBLE:
      lieudit_desk_set_places_visible (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_desk_dispose (GObject *object)
{
  LieuditDesk *self = LIEUDIT_DESK (object);

  g_clear_handle_id (&self->layout_idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_desk_parent_class)->dispose (object);
}

static void
lieudit_desk_class_init (LieuditDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_desk_get_property;
  object_class->set_property = lieudit_desk_set_property;
  object_class->dispose = lieudit_desk_dispose;

  widget_class->get_request_mode = lieudit_desk_get_request_mode;
  widget_class->measure = lieudit_desk_measure;
  widget_class->size_allocate = lieudit_desk_size_allocate;

  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAP] =
    g_param_spec_object ("map", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACES] =
    g_param_spec_object ("places", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditDesk:narrow:
   *
   * Whether only one view is shown at a time.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditDesk:places-visible:
   *
   * Whether the places are shown. Each layout remembers what was chosen in it.
   */
  properties[PROP_PLACES_VISIBLE] =
    g_param_spec_boolean ("places-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "desk");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, inner_paned);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, article_slot);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, map_slot);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, places_slot);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, pages);
  gtk_widget_class_bind_template_child (widget_class, LieuditDesk, switcher);
  gtk_widget_class_bind_template_callback (widget_class, handle_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);
}

static void
lieudit_desk_init (LieuditDesk *self)
{
  self->layout = LIEUDIT_DESK_WIDE;
  self->places_wanted[LIEUDIT_DESK_WIDE] = TRUE;
  self->article_fraction = 0.45;

  gtk_widget_init_template (GTK_WIDGET (self));
  lieudit_handle_touch_limit (self->inner_paned);
  lieudit_handle_touch_limit (self->outer_paned);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_visibility (self);
}

/**
 * lieudit_desk_prepare_width:
 * @self: a desk
 * @width: the width it is about to get, in pixels
 *
 * Chooses the layout before the first frame, so that a window does not open
 * in one layout and jump to another.
 */
void
lieudit_desk_prepare_width (LieuditDesk *self,
                            int          width)
{
  g_return_if_fail (LIEUDIT_IS_DESK (self));

  self->width = width;
  self->layout = layout_for_width (width);
  update_visibility (self);
  apply_article_fraction (self, guess_paned_width (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES_VISIBLE]);
}

/**
 * lieudit_desk_get_layout:
 * @self: a desk
 *
 * Gets how the views are laid out at the present width.
 *
 * Returns: the layout
 */
LieuditDeskLayout
lieudit_desk_get_layout (LieuditDesk *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DESK (self), LIEUDIT_DESK_WIDE);

  return self->layout;
}

/**
 * lieudit_desk_get_places_visible:
 * @self: a desk
 *
 * Gets whether the places are shown.
 *
 * Returns: %TRUE if they are
 */
gboolean
lieudit_desk_get_places_visible (LieuditDesk *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DESK (self), FALSE);

  if (self->layout == LIEUDIT_DESK_NARROW)
    return g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "places") == 0;

  return self->places_wanted[self->layout];
}

/**
 * lieudit_desk_set_places_visible:
 * @self: a desk
 * @visible: whether to show the places
 *
 * Shows or hides the places in the present layout. In the narrow one, this
 * means turning to them or back to the article.
 */
void
lieudit_desk_set_places_visible (LieuditDesk *self,
                                 gboolean     visible)
{
  g_return_if_fail (LIEUDIT_IS_DESK (self));

  if (visible == lieudit_desk_get_places_visible (self))
    return;

  if (self->layout == LIEUDIT_DESK_NARROW)
    {
      lieudit_desk_show_page (self, visible ? "places" : "article");
      return;
    }

  self->places_wanted[self->layout] = visible;
  update_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES_VISIBLE]);
}

/**
 * lieudit_desk_get_article_fraction:
 * @self: a desk
 *
 * Gets how much of the room for article and map the article takes.
 *
 * Returns: the fraction, from 0 to 1
 */
double
lieudit_desk_get_article_fraction (LieuditDesk *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DESK (self), 0);

  return self->article_fraction;
}

/**
 * lieudit_desk_set_article_fraction:
 * @self: a desk
 * @fraction: the fraction, from 0 to 1
 *
 * Sets how much of the room for article and map the article takes.
 */
void
lieudit_desk_set_article_fraction (LieuditDesk *self,
                                   double       fraction)
{
  g_return_if_fail (LIEUDIT_IS_DESK (self));

  self->article_fraction = CLAMP (fraction, 0.2, 0.8);
  apply_article_fraction (self, guess_paned_width (self));
}

/**
 * lieudit_desk_show_page:
 * @self: a desk
 * @page: `article`, `map` or `places`
 *
 * Turns to a view. This matters in the narrow layout; where the article and
 * the map are always shown, the choice is kept for when the desk folds.
 */
void
lieudit_desk_show_page (LieuditDesk *self,
                        const char  *page)
{
  g_return_if_fail (LIEUDIT_IS_DESK (self));
  g_return_if_fail (page != NULL);

  adw_view_stack_set_visible_child_name (self->pages, page);
}
