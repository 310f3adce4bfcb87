/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-mention-strip.h"

#include <math.h>

#include <glib/gi18n.h>

#include "geoparse/lieudit-confidence.h"

/* In pixels. */
#define WIDTH 14
#define LINE_HEIGHT 2
#define SELECTED_HEIGHT 6
#define LINE_WIDTH 8
#define UNSURE_WIDTH 4

/* Lines do not begin at the very edge, where half of them would be cut off. In pixels. */
#define EDGE 4

struct _LieuditMentionStrip
{
  GtkWidget       parent_instance;

  GListModel     *mentions;
  LieuditMention *selected;
  gsize           first; /* what the article's body spans, in code points */
  gsize           end;
};

enum {
  MENTION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditMentionStrip, lieudit_mention_strip, GTK_TYPE_WIDGET)

static double
get_y (LieuditMentionStrip *self,
       LieuditMention      *mention)
{
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * EDGE, 0);
  gsize start = lieudit_mention_get_start_code_point (mention);

  if (self->end <= self->first || start <= self->first)
    return EDGE;

  return EDGE + height * MIN ((double) (start - self->first) / (double) (self->end - self->first), 1.0);
}

static gboolean
is_sure (LieuditMention *mention)
{
  return lieudit_mention_get_place (mention) != NULL && lieudit_mention_get_confidence (mention) >= LIEUDIT_SURE_CONFIDENCE;
}

static void
draw_line (LieuditMentionStrip *self,
           GtkSnapshot         *snapshot,
           const GdkRGBA       *colour,
           double               y,
           int                  width,
           int                  height)
{
  float x = (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2;

  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (floorf (x), (float) floor (y - height / 2.0), width, height));
}

static void
lieudit_mention_strip_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  LieuditMentionStrip *self = LIEUDIT_MENTION_STRIP (widget);
  guint n_mentions = self->mentions != NULL ? g_list_model_get_n_items (self->mentions) : 0;
  double last_sure = -1, last_unsure = -1;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (self->mentions, i);
      gboolean sure = is_sure (mention);
      double *last = sure ? &last_sure : &last_unsure;
      double y = floor (get_y (self, mention));

      /* In a book, hundreds of mentions fall on one line. */
      if (y <= *last)
        continue;
      *last = y;
      draw_line (self, snapshot, &colour, y, sure ? LINE_WIDTH : UNSURE_WIDTH, LINE_HEIGHT);
    }

  if (self->selected != NULL)
    draw_line (self, snapshot, &colour, get_y (self, self->selected), WIDTH - 2, SELECTED_HEIGHT);
}

static void
lieudit_mention_strip_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 2 * EDGE;
}

static LieuditMention *
find_nearest (LieuditMentionStrip *self,
              double               y)
{
  guint n_mentions = self->mentions != NULL ? g_list_model_get_n_items (self->mentions) : 0;
  LieuditMention *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (self->mentions, i);
      double distance = fabs (get_y (self, mention) - y);

      if (distance < least)
        {
          least = distance;
          nearest = mention; /* the list keeps it alive */
        }
    }

  return nearest;
}

static void
activate (LieuditMentionStrip *self,
          LieuditMention      *mention)
{
  if (mention != NULL)
    g_signal_emit (self, signals[MENTION_ACTIVATED], 0, mention);
}

static void
pressed_cb (LieuditMentionStrip *self,
            int                  n_press,
            double               x,
            double               y)
{
  activate (self, find_nearest (self, y));
}

static int
find_selected (LieuditMentionStrip *self)
{
  guint n_mentions = self->mentions != NULL ? g_list_model_get_n_items (self->mentions) : 0;

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (self->mentions, i);

      if (mention == self->selected)
        return (int) i;
    }

  return -1;
}

static gboolean
key_pressed_cb (LieuditMentionStrip *self,
                guint                keyval)
{
  int n_mentions = self->mentions != NULL ? (int) g_list_model_get_n_items (self->mentions) : 0;
  int position = find_selected (self);
  g_autoptr(LieuditMention) mention = NULL;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      position = MIN (position + 1, n_mentions - 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      position = MAX (position - 1, 0);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      position = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      position = n_mentions - 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  if (n_mentions > 0)
    mention = g_list_model_get_item (self->mentions, (guint) position);
  activate (self, mention);

  return GDK_EVENT_STOP;
}

static void
update_label (LieuditMentionStrip *self)
{
  guint n_mentions = self->mentions != NULL ? g_list_model_get_n_items (self->mentions) : 0;
  int position = self->selected != NULL ? find_selected (self) : -1;
  g_autofree char *label = NULL;

  if (position < 0)
    label = g_strdup_printf (ngettext ("%u mention in the article", "%u mentions in the article", n_mentions), n_mentions);
  else
    /* Translators: a name in the article, which of the mentions it is, and how many there are */
    label = g_strdup_printf (_("%s, mention %d of %u"), lieudit_mention_get_text (self->selected), position + 1, n_mentions);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

static void
update (LieuditMentionStrip *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_label (self);
}

static void
lieudit_mention_strip_dispose (GObject *object)
{
  LieuditMentionStrip *self = LIEUDIT_MENTION_STRIP (object);

  g_clear_object (&self->mentions);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (lieudit_mention_strip_parent_class)->dispose (object);
}

static void
lieudit_mention_strip_class_init (LieuditMentionStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_mention_strip_dispose;
  widget_class->snapshot = lieudit_mention_strip_snapshot;
  widget_class->measure = lieudit_mention_strip_measure;

  /**
   * LieuditMentionStrip::mention-activated:
   * @self: a strip
   * @mention: the mention
   *
   * A mention was chosen, to be shown in the article.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_MENTION_STRIP, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);

  gtk_widget_class_set_css_name (widget_class, "mentionstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lieudit_mention_strip_init (LieuditMentionStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * lieudit_mention_strip_new:
 *
 * Makes a strip of mentions.
 *
 * Returns: (transfer floating): the strip
 */
GtkWidget *
lieudit_mention_strip_new (void)
{
  return g_object_new (LIEUDIT_TYPE_MENTION_STRIP, NULL);
}

/**
 * lieudit_mention_strip_set_mentions:
 * @self: a strip
 * @mentions: (nullable): a list of #LieuditMention, in the order of the text
 * @first: where the text begins, in code points
 * @end: where it ends
 *
 * Shows where mentions are. The strip is hidden without any.
 */
void
lieudit_mention_strip_set_mentions (LieuditMentionStrip *self,
                                    GListModel          *mentions,
                                    gsize                first,
                                    gsize                end)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_STRIP (self));
  g_return_if_fail (mentions == NULL || G_IS_LIST_MODEL (mentions));

  g_clear_object (&self->selected);
  g_set_object (&self->mentions, mentions);
  self->first = first;
  self->end = end;
  gtk_widget_set_visible (GTK_WIDGET (self), mentions != NULL && g_list_model_get_n_items (mentions) > 0);
  update (self);
}

/**
 * lieudit_mention_strip_set_selected:
 * @self: a strip
 * @mention: (nullable): one of its mentions
 *
 * Shows which mention is selected.
 */
void
lieudit_mention_strip_set_selected (LieuditMentionStrip *self,
                                    LieuditMention      *mention)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_STRIP (self));
  g_return_if_fail (mention == NULL || LIEUDIT_IS_MENTION (mention));

  if (g_set_object (&self->selected, mention))
    update (self);
}
