/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-reader.h"

#include <glib/gi18n.h>

#include "reader/lieudit-article-buffer.h"
#include "reader/lieudit-claim-highlighter.h"
#include "reader/lieudit-mention-highlighter.h"

#define FLASH_MILLISECONDS 900

struct _LieuditReader
{
  GtkWidget                  parent_instance;

  GtkWidget                 *scrolled_window;
  GtkTextView               *text_view;

  LieuditSelection          *selection;
  LieuditArticle            *article;
  LieuditArticleBuffer      *buffer;
  LieuditMentionHighlighter *highlighter;
  LieuditClaimHighlighter   *claims;
  AdwAnimation              *flash;
  gboolean                   pointing;
};

enum {
  PROP_0,
  PROP_SELECTION,
  PROP_ARTICLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE (LieuditReader, lieudit_reader, GTK_TYPE_WIDGET)

/* What is shown of the places in the article that is shown; for a moment the selection may still hold an earlier one. */
static LieuditAnalysis *
get_analysis (LieuditReader *self)
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

static void
scroll_to_mention (LieuditReader  *self,
                   LieuditMention *mention)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;

  if (!lieudit_mention_highlighter_get_range (self->highlighter, mention, &start, &end))
    return;

  /* The caret goes along, so that reading by keyboard goes on from here. */
  gtk_text_buffer_place_cursor (buffer, &start);
  if (!is_comfortably_visible (self, &start, &end))
    gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.35);
}

static void
reveal_mention (LieuditReader  *self,
                LieuditMention *mention)
{
  if (get_analysis (self) == NULL)
    return;

  scroll_to_mention (self, mention);
  flash_mention (self, mention);
}

static void
place_changed_cb (LieuditReader *self)
{
  LieuditFoundPlace *place = get_analysis (self) != NULL ? lieudit_selection_get_place (self->selection) : NULL;

  lieudit_mention_highlighter_light_place (self->highlighter, LIEUDIT_LIGHT_PLACE, place);
}

static void
mention_changed_cb (LieuditReader *self)
{
  LieuditMention *mention = get_analysis (self) != NULL ? lieudit_selection_get_mention (self->selection) : NULL;

  lieudit_mention_highlighter_light_mention (self->highlighter, LIEUDIT_LIGHT_SELECTED, mention);
}

static void
hovered_place_changed_cb (LieuditReader *self)
{
  LieuditFoundPlace *place = get_analysis (self) != NULL ? lieudit_selection_get_hovered_place (self->selection) : NULL;

  lieudit_mention_highlighter_light_place (self->highlighter, LIEUDIT_LIGHT_HOVERED, place);
}

static void
analysis_changed_cb (LieuditReader *self)
{
  LieuditAnalysis *analysis = get_analysis (self);

  lieudit_mention_highlighter_mark (self->highlighter,
                                    analysis != NULL ? lieudit_analysis_get_mentions (analysis) : NULL);
  hovered_place_changed_cb (self);
  place_changed_cb (self);
  mention_changed_cb (self);
}

static void
dark_changed_cb (LieuditReader *self)
{
  lieudit_mention_highlighter_set_dark (self->highlighter,
                                        adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

static LieuditMention *
get_mention_at_iter (LieuditReader     *self,
                     const GtkTextIter *iter)
{
  LieuditAnalysis *analysis = get_analysis (self);
  gsize code_point;

  if (analysis == NULL || !lieudit_article_buffer_get_code_point (self->buffer, iter, &code_point))
    return NULL;

  return lieudit_analysis_get_mention_at (analysis, code_point);
}

static LieuditMention *
get_mention_at_position (LieuditReader *self,
                         double         x,
                         double         y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->text_view, &iter, buffer_x, buffer_y))
    return NULL;

  return get_mention_at_iter (self, &iter);
}

static void
set_pointing (LieuditReader *self,
              gboolean       pointing)
{
  if (self->pointing == pointing)
    return;

  self->pointing = pointing;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text_view), pointing ? "pointer" : "text");
}

static void
hover_mention (LieuditReader  *self,
               LieuditMention *mention)
{
  LieuditAnalysis *analysis = get_analysis (self);

  set_pointing (self, mention != NULL);
  if (analysis != NULL)
    lieudit_selection_set_hovered_place (self->selection,
                                         mention != NULL ? lieudit_analysis_find_place (analysis, mention) : NULL);
}

static void
motion_cb (LieuditReader *self,
           double         x,
           double         y)
{
  hover_mention (self, get_mention_at_position (self, x, y));
}

static void
leave_cb (LieuditReader *self)
{
  hover_mention (self, NULL);
}

static void
released_cb (LieuditReader *self,
             int            n_press,
             double         x,
             double         y)
{
  LieuditMention *mention;

  /* A drag that selects text may well end on a name. */
  if (n_press != 1 || gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;

  mention = get_mention_at_position (self, x, y);
  if (mention != NULL)
    lieudit_selection_select_mention (self->selection, mention);
}

static gboolean
key_pressed_cb (LieuditReader   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  LieuditMention *mention;
  GtkTextIter iter;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  mention = get_mention_at_iter (self, &iter);
  if (mention == NULL)
    return GDK_EVENT_PROPAGATE;

  lieudit_selection_select_mention (self->selection, mention);

  return GDK_EVENT_STOP;
}

static char *
describe_mention (LieuditReader  *self,
                  LieuditMention *mention)
{
  LieuditFoundPlace *found = lieudit_analysis_find_place (get_analysis (self), mention);
  LieuditPlace *place = lieudit_mention_get_place (mention);
  const char *kind;

  if (found == NULL || place == NULL)
    return g_strdup (_("Not located"));

  kind = _(lieudit_feature_describe (lieudit_place_get_feature_code (place)));
  /* Translators: a place's name, then its kind, such as "Moscow (capital)" */
  if (lieudit_mention_get_kind (mention) == LIEUDIT_MENTION_METONYMIC)
    return g_strdup_printf (_("%s (%s), here for those who govern it"), lieudit_found_place_get_name (found), kind);

  return g_strdup_printf (_("%s (%s)"), lieudit_found_place_get_name (found), kind);
}

static gboolean
query_tooltip_cb (LieuditReader *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  g_autofree char *text = NULL;
  LieuditMention *mention;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  mention = keyboard ? get_mention_at_iter (self, &iter) : get_mention_at_position (self, x, y);
  if (mention == NULL)
    return FALSE;

  text = describe_mention (self, mention);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
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
set_buffer (LieuditReader *self)
{
  gboolean right_to_left = is_right_to_left (self->article);

  adw_animation_reset (self->flash);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->claims);
  g_clear_object (&self->buffer);

  self->buffer = lieudit_article_buffer_new (self->article, right_to_left);
  self->highlighter = lieudit_mention_highlighter_new (self->buffer);
  self->claims = lieudit_claim_highlighter_new (self->buffer);
  dark_changed_cb (self);

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
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
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

  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, LIEUDIT_TYPE_SELECTION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, LIEUDIT_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "reader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, LieuditReader, text_view);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
lieudit_reader_init (LieuditReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->flash = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FLASH_MILLISECONDS,
                                         adw_callback_animation_target_new (flash_value_cb, self, NULL));
  g_signal_connect_swapped (self->flash, "done", G_CALLBACK (flash_done_cb), self);

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
