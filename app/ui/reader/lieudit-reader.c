/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-reader-private.h"

#include <glib/gi18n.h>

#include "reader/lieudit-span-tags.h"

#define FLASH_MILLISECONDS 900

enum {
  PROP_0,
  PROP_SELECTION,
  PROP_ARTICLE,
  N_PROPS
};

enum {
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditReader, lieudit_reader, GTK_TYPE_WIDGET)

/*
 * lieudit_reader_get_shown:
 * @self: a reader
 *
 * Gets what is shown of the places in the article that is shown; for a moment the selection may still hold an earlier one.
 *
 * Returns: (transfer none) (nullable): the analysis
 */
LieuditAnalysis *
lieudit_reader_get_shown (LieuditReader *self)
{
  LieuditAnalysis *analysis;

  if (self->selection == NULL || self->article == NULL)
    return NULL;

  analysis = lieudit_selection_get_shown (self->selection);
  if (analysis == NULL || lieudit_analysis_get_article (analysis) != self->article)
    return NULL;

  return analysis;
}

static void
flash_value_cb (double   value,
                gpointer user_data)
{
  lieudit_mention_highlighter_set_flash_strength (LIEUDIT_READER (user_data)->highlighter, value);
}

static void
flash_done_cb (LieuditReader *self)
{
  lieudit_mention_highlighter_flash (self->highlighter, NULL);
}

static void
flash_mention (LieuditReader  *self,
               LieuditMention *mention)
{
  adw_animation_reset (self->flash);
  lieudit_mention_highlighter_flash (self->highlighter, NULL);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  lieudit_mention_highlighter_flash (self->highlighter, mention);
  adw_animation_play (self->flash);
}

static gboolean
is_comfortably_visible (LieuditReader     *self,
                        const GtkTextIter *start,
                        const GtkTextIter *end)
{
  GdkRectangle visible, first, last;
  int margin;

  gtk_text_view_get_visible_rect (self->text_view, &visible);
  gtk_text_view_get_iter_location (self->text_view, start, &first);
  gtk_text_view_get_iter_location (self->text_view, end, &last);
  margin = visible.height / 10;

  return first.y >= visible.y + margin && last.y + last.height <= visible.y + visible.height - margin;
}

/*
 * lieudit_reader_scroll_to:
 * @self: a reader
 * @start: where something begins in its buffer
 * @end: where it ends
 *
 * Brings a stretch of text into view, unless it is there already.
 */
void
lieudit_reader_scroll_to (LieuditReader     *self,
                          const GtkTextIter *start,
                          const GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  if (!is_comfortably_visible (self, start, end))
    gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.35);
}

static void
scroll_to_mention (LieuditReader  *self,
                   LieuditMention *mention)
{
  GtkTextIter start, end;

  if (!lieudit_mention_highlighter_get_range (self->highlighter, mention, &start, &end))
    return;

  /* The caret goes along, so that reading by keyboard goes on from here. */
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &start);
  lieudit_reader_scroll_to (self, &start, &end);
}

static void
reveal_mention (LieuditReader  *self,
                LieuditMention *mention)
{
  /* The caret belongs to who edits the text. */
  if (self->editing || lieudit_reader_get_shown (self) == NULL)
    return;

  scroll_to_mention (self, mention);
  flash_mention (self, mention);
}

static void
place_changed_cb (LieuditReader *self)
{
  LieuditFoundPlace *place = lieudit_reader_get_shown (self) != NULL ? lieudit_selection_get_place (self->selection) : NULL;

  lieudit_mention_highlighter_light_place (self->highlighter, LIEUDIT_LIGHT_PLACE, place);
}

static void
mention_changed_cb (LieuditReader *self)
{
  LieuditMention *mention = lieudit_reader_get_shown (self) != NULL ? lieudit_selection_get_mention (self->selection) : NULL;

  lieudit_mention_highlighter_light_mention (self->highlighter, LIEUDIT_LIGHT_SELECTED, mention);
  lieudit_mention_strip_set_selected (self->strip, mention);
}

static void
hovered_place_changed_cb (LieuditReader *self)
{
  LieuditFoundPlace *place = lieudit_reader_get_shown (self) != NULL ? lieudit_selection_get_hovered_place (self->selection) : NULL;

  lieudit_mention_highlighter_light_place (self->highlighter, LIEUDIT_LIGHT_HOVERED, place);
}

static void
analysis_changed_cb (LieuditReader *self)
{
  LieuditAnalysis *analysis = lieudit_reader_get_shown (self);
  gsize first, end;

  lieudit_mention_highlighter_mark (self->highlighter,
                                    analysis != NULL ? lieudit_analysis_get_mentions (analysis) : NULL);
  lieudit_article_buffer_get_bounds (self->buffer, &first, &end);
  lieudit_mention_strip_set_mentions (self->strip, analysis != NULL && !self->presenting ? lieudit_analysis_get_mentions (analysis) : NULL, first, end);
  hovered_place_changed_cb (self);
  place_changed_cb (self);
  mention_changed_cb (self);
}

static void
dark_changed_cb (LieuditReader *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  lieudit_mention_highlighter_set_dark (self->highlighter, dark);
  lieudit_text_finder_set_dark (self->finder, dark);
  lieudit_reader_light_again (self);
  if (dark)
    gtk_widget_add_css_class (GTK_WIDGET (self->strip), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->strip), "dark");
}

static void
strip_activated_cb (LieuditReader  *self,
                    LieuditMention *mention)
{
  lieudit_selection_select_mention (self->selection, mention);
}

static gboolean
reveal_selected_cb (gpointer user_data)
{
  LieuditReader *self = LIEUDIT_READER (user_data);
  LieuditMention *mention = self->selection != NULL ? lieudit_selection_get_mention (self->selection) : NULL;

  if (mention != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    reveal_mention (self, mention);

  return G_SOURCE_REMOVE;
}

static void
lieudit_reader_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lieudit_reader_parent_class)->map (widget);

  /* A mention may have been selected while the article was out of sight; wait until it has its size. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reveal_selected_cb, g_object_ref (widget), g_object_unref);
}

static gboolean
lieudit_reader_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIEUDIT_READER (widget)->text_view));
}

static gboolean
is_right_to_left (LieuditArticle *article)
{
  LieuditLanguage language;

  if (article == NULL)
    return FALSE;

  language = lieudit_language_from_tag (lieudit_article_get_language (article));
  if (language == LIEUDIT_LANGUAGE_UNKNOWN)
    language = lieudit_language_detect (lieudit_article_get_text (article), lieudit_article_get_length (article));

  return language == LIEUDIT_LANGUAGE_ARABIC;
}

static void
extended_cb (LieuditReader *self)
{
  if (lieudit_article_buffer_is_complete (self->buffer))
    lieudit_reader_search_again (self);
}

static void
set_buffer (LieuditReader *self)
{
  gboolean right_to_left = is_right_to_left (self->article);

  adw_animation_reset (self->flash);
  lieudit_mention_strip_set_mentions (self->strip, NULL, 0, 0);
  g_clear_object (&self->finder);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->claims);
  g_clear_object (&self->buffer);

  self->lit_tag = self->dim_tag = NULL;
  self->buffer = lieudit_article_buffer_new (self->article, right_to_left);
  if (self->article != NULL)
    lieudit_span_tags_attach (self->buffer, self->article);
  self->highlighter = lieudit_mention_highlighter_new (self->buffer);
  self->claims = lieudit_claim_highlighter_new (self->buffer);
  self->finder = lieudit_text_finder_new (GTK_TEXT_BUFFER (self->buffer));
  g_signal_connect_object (self->buffer, "extended", G_CALLBACK (extended_cb), self, G_CONNECT_SWAPPED);
  lieudit_reader_follow_edits (self);
  dark_changed_cb (self);
  lieudit_reader_search_again (self);

  gtk_widget_set_direction (GTK_WIDGET (self->text_view), right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_text_view_set_buffer (self->text_view, GTK_TEXT_BUFFER (self->buffer));
}

static void
lieudit_reader_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LieuditReader *self = LIEUDIT_READER (object);

  switch (prop_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_reader_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LieuditReader *self = LIEUDIT_READER (object);

  switch (prop_id)
    {
    case PROP_SELECTION:
      lieudit_reader_set_selection (self, g_value_get_object (value));
      break;
    case PROP_ARTICLE:
      lieudit_reader_set_article (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_reader_dispose (GObject *object)
{
  LieuditReader *self = LIEUDIT_READER (object);

  lieudit_reader_set_selection (self, NULL);
  if (self->flash != NULL)
    adw_animation_reset (self->flash);
  g_clear_object (&self->flash);
  g_clear_object (&self->style);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->finder);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->claims);
  g_clear_object (&self->buffer);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (lieudit_reader_parent_class)->dispose (object);
}

static void
lieudit_reader_class_init (LieuditReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lieudit_reader_get_property;
  object_class->set_property = lieudit_reader_set_property;
  object_class->dispose = lieudit_reader_dispose;

  widget_class->map = lieudit_reader_map;
  widget_class->grab_focus = lieudit_reader_grab_focus;

  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, LIEUDIT_TYPE_SELECTION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, LIEUDIT_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LIEUDIT_TYPE_FIND_BAR);
  g_type_ensure (LIEUDIT_TYPE_MENTION_STRIP);
  g_type_ensure (LIEUDIT_TYPE_READING_MENU);
  /**
   * LieuditReader::edited:
   * @self: a reader
   *
   * A person changed the text, and perhaps goes on doing so.
   */
  signals[EDITED] =
    g_signal_new ("edited", LIEUDIT_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "reader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (LIEUDIT_TYPE_ARTICLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, box);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, tools);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, clamp);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, text_view);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, strip);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, find_bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, reading_menu);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, undo_shortcuts);
  gtk_widget_class_bind_template_callback (widget_class, strip_activated_cb);
  lieudit_reader_class_init_pointing (klass);
  lieudit_reader_class_init_find (klass);
}

static void
lieudit_reader_init (LieuditReader *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* By right click, beside copying. */
  g_menu_append (menu, _("_Mark as a Place"), "win.mark-place");
  gtk_text_view_set_extra_menu (self->text_view, G_MENU_MODEL (menu));

  self->flash = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FLASH_MILLISECONDS,
                                         adw_callback_animation_target_new (flash_value_cb, self, NULL));
  g_signal_connect_swapped (self->flash, "done", G_CALLBACK (flash_done_cb), self);

  self->style = lieudit_reading_style_new (self->text_view, self->clamp);
  lieudit_reading_menu_set_style (self->reading_menu, self->style);
  set_buffer (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (dark_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_reader_new:
 *
 * Makes a view of an article with the places it names.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
lieudit_reader_new (void)
{
  return g_object_new (LIEUDIT_TYPE_READER, NULL);
}

/**
 * lieudit_reader_get_selection:
 * @self: a reader
 *
 * Gets the selection the reader follows and moves.
 *
 * Returns: (transfer none) (nullable): the selection
 */
LieuditSelection *
lieudit_reader_get_selection (LieuditReader *self)
{
  g_return_val_if_fail (LIEUDIT_IS_READER (self), NULL);

  return self->selection;
}

/**
 * lieudit_reader_set_selection:
 * @self: a reader
 * @selection: (nullable): the selection to follow and move
 *
 * Sets the selection. Mentions are marked once its analysis is one of the
 * article that is shown.
 */
void
lieudit_reader_set_selection (LieuditReader    *self,
                              LieuditSelection *selection)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));
  g_return_if_fail (selection == NULL || LIEUDIT_IS_SELECTION (selection));

  if (self->selection == selection)
    return;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);

  if (selection != NULL)
    {
      g_signal_connect_swapped (selection, "notify::shown", G_CALLBACK (analysis_changed_cb), self);
      g_signal_connect_swapped (selection, "notify::place", G_CALLBACK (place_changed_cb), self);
      g_signal_connect_swapped (selection, "notify::mention", G_CALLBACK (mention_changed_cb), self);
      g_signal_connect_swapped (selection, "mention-activated", G_CALLBACK (reveal_mention), self);
      g_signal_connect_swapped (selection, "notify::hovered-place", G_CALLBACK (hovered_place_changed_cb), self);
      analysis_changed_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

/**
 * lieudit_reader_get_article:
 * @self: a reader
 *
 * Gets the article that is shown.
 *
 * Returns: (transfer none) (nullable): the article
 */
LieuditArticle *
lieudit_reader_get_article (LieuditReader *self)
{
  g_return_val_if_fail (LIEUDIT_IS_READER (self), NULL);

  return self->article;
}

/**
 * lieudit_reader_set_article:
 * @self: a reader
 * @article: (nullable): the article to show
 *
 * Shows an article from its beginning.
 */
void
lieudit_reader_set_article (LieuditReader  *self,
                            LieuditArticle *article)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));
  g_return_if_fail (article == NULL || LIEUDIT_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  set_buffer (self);
  if (self->selection != NULL)
    analysis_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/*
 * lieudit_reader_set_again:
 * @self: a reader
 *
 * Sets the article anew, with the caret where it is.
 */
void
lieudit_reader_set_again (LieuditReader *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter caret;
  int offset;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&caret);

  set_buffer (self);
  if (self->selection != NULL)
    analysis_changed_cb (self);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &caret, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &caret);
  lieudit_reader_scroll_to (self, &caret, &caret);
}

/**
 * lieudit_reader_set_article_in_place:
 * @self: a reader
 * @article: another version of the article that is shown
 *
 * Shows another version of the article, with the caret where it is.
 */
void
lieudit_reader_set_article_in_place (LieuditReader  *self,
                                     LieuditArticle *article)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));
  g_return_if_fail (LIEUDIT_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  lieudit_reader_set_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * lieudit_reader_set_claims:
 * @self: a reader
 * @claims: (nullable) (element-type LieuditClaim): what the article says about where places lie
 *
 * Underlines claims by their verdicts.
 */
void
lieudit_reader_set_claims (LieuditReader *self,
                           GPtrArray     *claims)
{
  g_return_if_fail (LIEUDIT_IS_READER (self));

  lieudit_claim_highlighter_mark (self->claims, claims);
}

/**
 * lieudit_reader_get_style:
 * @self: a reader
 *
 * Gets how the article is set.
 *
 * Returns: (transfer none): the style, to be changed
 */
LieuditReadingStyle *
lieudit_reader_get_style (LieuditReader *self)
{
  g_return_val_if_fail (LIEUDIT_IS_READER (self), NULL);

  return self->style;
}

/**
 * lieudit_reader_get_selected_range:
 * @self: a reader
 * @start: (out): the first code point of the words that are selected
 * @end: (out): the code point after their last
 *
 * Returns: whether any words are selected
 */
gboolean
lieudit_reader_get_selected_range (LieuditReader *self,
                                   gsize         *start,
                                   gsize         *end)
{
  GtkTextIter first, last;

  g_return_val_if_fail (LIEUDIT_IS_READER (self), FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  return self->buffer != NULL &&
         gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &first, &last) &&
         lieudit_article_buffer_get_code_point (self->buffer, &first, start) &&
         lieudit_article_buffer_get_code_point (self->buffer, &last, end);
}
