/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-row.h"

#include <glib/gi18n.h>

#include "lieudit-shape-paintable.h"
#include "lieudit-place-description.h"

/* In pixels. */
#define SYMBOL_RADIUS 5.5

struct _LieuditPlaceRow
{
  GtkWidget          parent_instance;

  GtkWidget         *box;
  GtkWidget         *symbol;
  GtkLabel          *name_label;
  GtkLabel          *detail_label;
  GtkWidget         *unsure_label;
  GtkWidget         *status_image;
  GtkWidget         *note_image;
  GtkWidget         *stated_image;
  GtkWidget         *spelling_image;
  GtkWidget         *count_button;
  GtkLabel          *count_label;

  LieuditSelection  *selection;
  GObject           *item;
  LieuditFoundPlace *place;
};

enum {
  MENTION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditPlaceRow, lieudit_place_row, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
hovered_place_changed_cb (LieuditPlaceRow *self)
{
  set_css_class (GTK_WIDGET (self), "lit",
                 self->place != NULL &&
                 lieudit_selection_get_hovered_place (self->selection) == self->place);
}

static void
enter_cb (LieuditPlaceRow *self)
{
  if (self->place != NULL)
    lieudit_selection_set_hovered_place (self->selection, self->place);
}

static void
leave_cb (LieuditPlaceRow *self)
{
  if (self->place != NULL && lieudit_selection_get_hovered_place (self->selection) == self->place)
    lieudit_selection_set_hovered_place (self->selection, NULL);
}

/* The mention after the selected one, round and round; the first if another place is selected. */
static LieuditMention *
get_next_mention (LieuditPlaceRow *self)
{
  GListModel *mentions = lieudit_found_place_get_mentions (self->place);
  LieuditMention *selected = lieudit_selection_get_mention (self->selection);
  guint n_mentions = g_list_model_get_n_items (mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (mention == selected)
        return g_list_model_get_item (mentions, (i + 1) % n_mentions);
    }

  return g_list_model_get_item (mentions, 0);
}

static void
count_clicked_cb (LieuditPlaceRow *self)
{
  g_autoptr(LieuditMention) mention = NULL;

  if (self->place == NULL)
    return;

  mention = get_next_mention (self);
  if (mention != NULL)
    g_signal_emit (self, signals[MENTION_ACTIVATED], 0, mention);
}

/* The same symbol as on the map, but of one size, so that the names stand in line. */
static void
show_symbol (LieuditPlaceRow   *self,
             LieuditFoundPlace *place)
{
  LieuditPlaceShape shape = lieudit_place_shape_choose (place);

  lieudit_shape_image_set (self->symbol, shape, SYMBOL_RADIUS);
}

/* On the place, or on one of its mentions. */
static gboolean
has_note (LieuditPlaceRow *self)
{
  LieuditSession *session = lieudit_selection_get_session (self->selection);
  GListModel *mentions;

  if (session == NULL || self->place == NULL || lieudit_notes_get_n (lieudit_session_get_notes (session)) == 0)
    return FALSE;
  if (lieudit_session_get_place_note (session, lieudit_found_place_get_place (self->place)) != NULL)
    return TRUE;

  mentions = lieudit_found_place_get_mentions (self->place);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_session_get_mention_note (session, mention) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
notes_changed_cb (LieuditPlaceRow *self)
{
  gtk_widget_set_visible (self->note_image, has_note (self));
}

static LieuditLanguage
get_language (LieuditPlaceRow *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);

  return analysis != NULL ? lieudit_analysis_get_language (analysis) : LIEUDIT_LANGUAGE_UNKNOWN;
}

static char *
dup_spelling (LieuditPlaceRow *self)
{
  LieuditHouseSpellings *spellings = lieudit_selection_get_spellings (self->selection);

  return spellings != NULL && self->place != NULL ? lieudit_describe_spelling (spellings, self->place, get_language (self)) : NULL;
}

static void
spellings_changed_cb (LieuditPlaceRow *self)
{
  g_autofree char *difference = dup_spelling (self);

  gtk_widget_set_visible (self->spelling_image, difference != NULL);
}

static char *
dup_count_name (LieuditFoundPlace *place)
{
  guint n_mentions = lieudit_found_place_get_n_mentions (place);

  return g_strdup_printf (ngettext ("%s is named %u time: show where",
                                    "%s is named %u times: show where", n_mentions),
                          lieudit_found_place_get_name (place), n_mentions);
}

/* Made when it is looked at: to set the text of a tooltip, GTK asks the display where the pointer is. */
static gboolean
query_tooltip_cb (LieuditPlaceRow *self,
                  int              x,
                  int              y,
                  gboolean         keyboard_mode,
                  GtkTooltip      *tooltip,
                  GtkWidget       *widget)
{
  g_autofree char *text = NULL;

  if (self->place == NULL)
    return FALSE;

  if (widget == self->count_button)
    text = dup_count_name (self->place);
  else if (widget == self->spelling_image)
    text = dup_spelling (self);
  else if (widget == self->status_image)
    text = g_strdup (lieudit_mention_status_describe (lieudit_found_place_get_status (self->place)));
  else
    text = g_strdup (lieudit_place_shape_describe (lieudit_place_shape_choose (self->place)));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* By the article's own file. */
static gboolean
is_stated (LieuditFoundPlace *place)
{
  GListModel *mentions = lieudit_found_place_get_mentions (place);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (lieudit_mention_is_stated (mention))
        return TRUE;
    }

  return FALSE;
}

static void
show_place (LieuditPlaceRow   *self,
            LieuditFoundPlace *place)
{
  guint n_mentions = lieudit_found_place_get_n_mentions (place);
  LieuditMentionStatus status = lieudit_found_place_get_status (place);
  g_autofree char *detail = lieudit_describe_place (lieudit_found_place_get_place (place), get_language (self));
  g_autofree char *count = g_strdup_printf ("×%u", n_mentions);
  g_autofree char *count_name = dup_count_name (place);

  show_symbol (self, place);
  gtk_label_set_label (self->name_label, lieudit_found_place_get_name (place));
  gtk_label_set_label (self->detail_label, detail);
  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, count_name, -1);
  gtk_widget_set_visible (self->unsure_label, !lieudit_found_place_is_sure (place));
  gtk_widget_set_visible (self->stated_image, is_stated (place));
  gtk_widget_set_visible (self->status_image, status != LIEUDIT_MENTION_UNCHECKED);
}

static void
lieudit_place_row_dispose (GObject *object)
{
  LieuditPlaceRow *self = LIEUDIT_PLACE_ROW (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->place);
  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lieudit_place_row_parent_class)->dispose (object);
}

static void
lieudit_place_row_class_init (LieuditPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_place_row_dispose;

  /**
   * LieuditPlaceRow::mention-activated:
   * @self: a row
   * @mention: a mention of its place
   *
   * The count was clicked, to be brought to a mention of the place.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_PLACE_ROW, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);

  gtk_widget_class_set_css_name (widget_class, "place-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, unsure_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, status_image);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, note_image);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, stated_image);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, spelling_image);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, count_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceRow, count_label);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
lieudit_place_row_init (LieuditPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->symbol = lieudit_shape_image_new ();
  gtk_widget_set_can_target (self->symbol, TRUE);
  gtk_widget_set_valign (self->symbol, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (self->symbol, TRUE);
  g_signal_connect_swapped (self->symbol, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_box_prepend (GTK_BOX (self->box), self->symbol);
}

/**
 * lieudit_place_row_new:
 * @selection: the selection the row follows and moves
 *
 * Makes a row for the list of places.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lieudit_place_row_new (LieuditSelection *selection)
{
  LieuditPlaceRow *self;

  g_return_val_if_fail (LIEUDIT_IS_SELECTION (selection), NULL);

  self = g_object_new (LIEUDIT_TYPE_PLACE_ROW, NULL);
  self->selection = g_object_ref (selection);
  g_signal_connect_swapped (selection, "notify::hovered-place", G_CALLBACK (hovered_place_changed_cb), self);
  g_signal_connect_swapped (selection, "notes-changed", G_CALLBACK (notes_changed_cb), self);
  g_signal_connect_swapped (selection, "spellings-changed", G_CALLBACK (spellings_changed_cb), self);

  return GTK_WIDGET (self);
}

/**
 * lieudit_place_row_set_item:
 * @self: a row
 * @item: an item of lieudit_place_list_model_new()
 *
 * Shows a place, a name that is not located, or a heading.
 */
void
lieudit_place_row_set_item (LieuditPlaceRow *self,
                            GObject         *item)
{
  LieuditFoundPlace *place = LIEUDIT_IS_FOUND_PLACE (item) ? LIEUDIT_FOUND_PLACE (item) : NULL;

  g_return_if_fail (LIEUDIT_IS_PLACE_ROW (self));

  g_set_object (&self->item, item);
  g_set_object (&self->place, place);
  gtk_widget_set_visible (self->symbol, place != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), place != NULL);
  gtk_widget_set_visible (self->count_button, place != NULL);
  gtk_widget_set_visible (self->unsure_label, FALSE);
  gtk_widget_set_visible (self->status_image, FALSE);
  gtk_widget_set_visible (self->stated_image, FALSE);
  set_css_class (GTK_WIDGET (self->name_label), "section", GTK_IS_STRING_OBJECT (item));

  if (place != NULL)
    show_place (self, place);
  else if (LIEUDIT_IS_MENTION (item))
    gtk_label_set_label (self->name_label, lieudit_mention_get_text (LIEUDIT_MENTION (item)));
  else if (GTK_IS_STRING_OBJECT (item))
    gtk_label_set_label (self->name_label, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));

  hovered_place_changed_cb (self);
  notes_changed_cb (self);
  spellings_changed_cb (self);
}

/**
 * lieudit_place_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
GObject *
lieudit_place_row_get_item (LieuditPlaceRow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_ROW (self), NULL);

  return self->item;
}

/**
 * lieudit_place_row_release_item:
 * @self: a row
 *
 * Holds on to no place any more. What the row shows stays until it is given
 * another item, so that nothing has to be laid out in between.
 */
void
lieudit_place_row_release_item (LieuditPlaceRow *self)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_ROW (self));

  g_clear_object (&self->item);
  g_clear_object (&self->place);
  hovered_place_changed_cb (self);
}

/**
 * lieudit_place_row_find_at:
 * @list_view: a list of rows
 * @x: where in the list
 * @y: where in the list
 *
 * Returns: (transfer none) (nullable): the row there, if it shows a place
 */
LieuditPlaceRow *
lieudit_place_row_find_at (GtkWidget *list_view,
                           double     x,
                           double     y)
{
  GtkWidget *picked = gtk_widget_pick (list_view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked;

  /* The edge of a row belongs to what the list puts around it. */
  if (picked != NULL && !LIEUDIT_IS_PLACE_ROW (picked))
    row = LIEUDIT_IS_PLACE_ROW (gtk_widget_get_first_child (picked)) ? gtk_widget_get_first_child (picked)
                                                                      : gtk_widget_get_ancestor (picked, LIEUDIT_TYPE_PLACE_ROW);

  return row != NULL && LIEUDIT_PLACE_ROW (row)->place != NULL ? LIEUDIT_PLACE_ROW (row) : NULL;
}

/**
 * lieudit_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the place that it shows
 */
LieuditFoundPlace *
lieudit_place_row_get_place (LieuditPlaceRow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_ROW (self), NULL);

  return self->place;
}

/**
 * lieudit_place_row_is_selected:
 * @self: a row in a list
 *
 * Returns: whether it is one of those that are selected
 */
gboolean
lieudit_place_row_is_selected (LieuditPlaceRow *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_ROW (self), FALSE);

  return (gtk_widget_get_state_flags (gtk_widget_get_parent (GTK_WIDGET (self))) & GTK_STATE_FLAG_SELECTED) != 0;
}

/**
 * lieudit_place_row_select:
 * @self: a row with a place
 *
 * Looks at its place.
 */
void
lieudit_place_row_select (LieuditPlaceRow *self)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_ROW (self));
  g_return_if_fail (self->place != NULL);

  lieudit_selection_select_place (self->selection, self->place);
}

/**
 * lieudit_place_row_dup_label:
 * @self: a row
 *
 * Says in words what the row shows, for those who hear it.
 *
 * Returns: (transfer full): the words
 */
char *
lieudit_place_row_dup_label (LieuditPlaceRow *self)
{
  const char *name;

  g_return_val_if_fail (LIEUDIT_IS_PLACE_ROW (self), NULL);

  name = gtk_label_get_label (self->name_label);
  if (self->place == NULL)
    return g_strdup (name);

  if (lieudit_found_place_get_status (self->place) != LIEUDIT_MENTION_UNCHECKED)
    /* Translators: a place's name, whether it was confirmed or corrected, what it is and where, for those who hear the list */
    return g_strdup_printf (_("%s, %s, %s"), name, lieudit_mention_status_describe (lieudit_found_place_get_status (self->place)),
                            gtk_label_get_label (self->detail_label));

  if (!lieudit_found_place_is_sure (self->place))
    /* Translators: a place's name, then what it is and where, for those who hear the list */
    return g_strdup_printf (_("%s, not sure, %s"), name, gtk_label_get_label (self->detail_label));

  return g_strdup_printf ("%s, %s", name, gtk_label_get_label (self->detail_label));
}
