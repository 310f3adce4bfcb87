/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-presentation-private.h"

#include <glib/gi18n.h>

/* The article's share of the width: its lines stay short, and the map is what is looked at. */
#define ARTICLE_SHARE 0.38

/* Below this width, in pixels, the article is above the map, and what is said is above the buttons. */
#define NARROW_WIDTH 560
#define NARROW_ARTICLE_SHARE 0.5

/* The size of names on the map, in points, where the article's letters have their usual size. */
#define NAME_POINTS 9.0
#define SCALE_POINTS 9.0

/* The size of symbols beside that of letters: those need not grow as fast to be seen. */
#define SYMBOL_GROWTH 0.6

G_DEFINE_FINAL_TYPE (LieuditPresentation, lieudit_presentation, ADW_TYPE_WINDOW)

/* How much of the map is behind what the class reads: it is not framed there. */
static int
measure_caption (LieuditPresentation *self)
{
  int width, height;

  gtk_widget_measure (self->caption, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  width = MAX (width, gtk_widget_get_width (GTK_WIDGET (self->map_view)));
  gtk_widget_measure (self->caption, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
update_caption (LieuditPresentation *self,
                LieuditStep         *step)
{
  const char *title = step != NULL ? lieudit_step_get_title (step) : NULL;
  const char *question = step != NULL ? lieudit_step_get_question (step) : NULL;

  gtk_label_set_label (self->caption_title, title != NULL ? title : "");
  gtk_label_set_label (self->caption_question, question != NULL ? question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption_title), title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->caption_question), question != NULL);
  gtk_widget_set_visible (self->caption, title != NULL || question != NULL);
  lieudit_map_view_set_covered_height (self->map_view, measure_caption (self));
}

static void
update_position (LieuditPresentation *self,
                 LieuditStep         *step)
{
  guint n_steps = lieudit_lesson_count (self->lesson, LIEUDIT_LESSON_NOWHERE);
  g_autofree char *text = NULL;

  if (step != NULL)
    {
      g_autofree char *places = lieudit_step_describe_places (step);

      /* Translators: the number of a step, how many there are, and the places in it: "3 of 12: Homs, Aleppo" */
      text = g_strdup_printf (_("%u of %u: %s"), lieudit_lesson_count (self->lesson, lieudit_lesson_player_get_position (self->player)),
                              n_steps, places);
    }
  else
    text = g_strdup_printf (ngettext ("The whole article, %u step", "The whole article, %u steps", n_steps), n_steps);

  gtk_label_set_label (self->position_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->position_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/*
 * lieudit_presentation_update_step:
 * @self: a presentation
 *
 * Shows the step where the class is.
 */
void
lieudit_presentation_update_step (LieuditPresentation *self)
{
  guint position = lieudit_lesson_player_get_position (self->player);
  LieuditStep *step = lieudit_lesson_get_step (self->lesson, position);

  lieudit_selection_clear (self->selection);
  update_caption (self, step);
  update_position (self, step);
  if (step != NULL)
    {
      const LieuditStepRange *range = lieudit_step_get_range (step);
      g_autoptr(GPtrArray) earlier = lieudit_lesson_list_earlier (self->lesson, position);

      lieudit_reader_light (self->reader, range->start, range->end);
      lieudit_map_view_set_stage (self->map_view, lieudit_step_get_places (step), earlier, lieudit_step_get_framed (step));
    }
  else
    {
      lieudit_reader_unlight (self->reader);
      lieudit_map_view_clear_stage (self->map_view);
    }
}

/* The map says nothing itself before a class: while a tool is held, the line of control says what it does. */
static void
drawing_tool_changed_cb (LieuditPresentation *self)
{
  const char *hint = lieudit_map_view_get_drawing_hint (self->map_view);
  gboolean has_hint = *hint != '\0';

  gtk_label_set_label (self->hint_label, hint);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint_label), has_hint ? hint : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hint_label), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), has_hint);
  gtk_widget_set_visible (GTK_WIDGET (self->position_label), !has_hint);
}

static void
playing_changed_cb (LieuditPresentation *self)
{
  gboolean is_playing = lieudit_lesson_player_is_playing (self->player);
  const char *label = is_playing ? _("Pause") : _("Play");

  gtk_button_set_icon_name (self->play_button, is_playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/*
 * lieudit_presentation_set_size:
 * @self: a presentation
 * @size: of the article's letters, in per cent of the usual one
 *
 * Makes letters, names and symbols larger or smaller together.
 */
void
lieudit_presentation_set_size (LieuditPresentation *self,
                               int                  size)
{
  char points[G_ASCII_DTOSTR_BUF_SIZE], scale_points[G_ASCII_DTOSTR_BUF_SIZE];
  double growth;
  g_autofree char *rules = NULL;

  self->text_size = CLAMP (size, LIEUDIT_READING_SIZE_LEAST, LIEUDIT_READING_SIZE_MOST);
  g_object_set (lieudit_reader_get_style (self->reader), "size", self->text_size, NULL);
  g_ascii_formatd (points, sizeof points, "%.1f", NAME_POINTS * self->text_size / 100.0);
  growth = 1.0 + (self->text_size / 100.0 - 1.0) * SYMBOL_GROWTH;
  g_ascii_formatd (scale_points, sizeof scale_points, "%.1f", SCALE_POINTS * growth);
  rules = g_strdup_printf ("window.presentation placemarker > label, window.presentation .caption-card { font-size: %spt; }"
                           "window.presentation placemap map-scale > label.metric { font-size: %spt; }",
                           points, scale_points);
  gtk_css_provider_load_from_data (self->sizes, rules, -1);
  lieudit_map_view_set_presenting (self->map_view, growth);
  if (self->settings != NULL)
    g_settings_set_int (self->settings, "presentation-size", self->text_size);
}

/*
 * lieudit_presentation_set_frozen:
 * @self: a presentation
 * @is_frozen: whether the picture stays as it is
 *
 * Lets the teacher look something up while the class sees what it saw: steps and
 * moves happen behind the picture.
 */
void
lieudit_presentation_set_frozen (LieuditPresentation *self,
                                 gboolean             is_frozen)
{
  if (is_frozen && !self->is_frozen)
    {
      g_autoptr(GdkPaintable) stage = gtk_widget_paintable_new (self->stage);
      g_autoptr(GdkPaintable) picture = gdk_paintable_get_current_image (stage);

      gtk_picture_set_paintable (self->frozen_picture, picture);
    }
  else if (!is_frozen)
    gtk_picture_set_paintable (self->frozen_picture, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->frozen_picture), is_frozen);
  self->is_frozen = is_frozen;
}

static void
set_narrow (LieuditPresentation *self,
            gboolean             is_narrow)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->bar);
  GtkGridLayoutChild *news = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->news));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_grid_layout_child_set_row (news, is_narrow ? 0 : 1);
  gtk_grid_layout_child_set_column (news, is_narrow ? 0 : 1);
  gtk_grid_layout_child_set_column_span (news, is_narrow ? 3 : 1);
  self->is_narrow = is_narrow;
}

static void
lieudit_presentation_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  LieuditPresentation *self = LIEUDIT_PRESENTATION (widget);
  gboolean is_narrow = width < NARROW_WIDTH;
  int length;

  /* From here on, the two keep their shares: a position is one of the length that was given before. */
  if (!self->is_placed || is_narrow != self->is_narrow)
    {
      if (self->is_placed)
        length = self->is_narrow ? gtk_widget_get_height (GTK_WIDGET (self->paned)) : gtk_widget_get_width (GTK_WIDGET (self->paned));
      else
        length = is_narrow ? height : width;
      set_narrow (self, is_narrow);
      gtk_paned_set_position (self->paned, (int) (length * (is_narrow ? NARROW_ARTICLE_SHARE : ARTICLE_SHARE)));
      self->is_placed = TRUE;
    }
  GTK_WIDGET_CLASS (lieudit_presentation_parent_class)->size_allocate (widget, width, height, baseline);
}

static gboolean
lieudit_presentation_close_request (GtkWindow *window)
{
  LieuditPresentation *self = LIEUDIT_PRESENTATION (window);

  lieudit_lesson_player_set_playing (self->player, FALSE);
  lieudit_presentation_set_two_screens (self, FALSE);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), self->scheme);

  return GTK_WINDOW_CLASS (lieudit_presentation_parent_class)->close_request (window);
}

static void
lieudit_presentation_dispose (GObject *object)
{
  LieuditPresentation *self = LIEUDIT_PRESENTATION (object);

  if (self->second_screen != NULL)
    g_signal_handlers_disconnect_by_data (self->second_screen, self);
  g_clear_pointer (&self->second_screen, gtk_window_destroy);
  g_clear_object (&self->map_monitor);
  g_clear_object (&self->article_monitor);
  if (self->sizes != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->sizes));
  g_clear_object (&self->sizes);
  g_clear_object (&self->player);
  g_clear_object (&self->lesson);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (lieudit_presentation_parent_class)->dispose (object);
}

static void
lieudit_presentation_finalize (GObject *object)
{
  /* The views hold on to the selection until they are gone. */
  g_clear_object (&LIEUDIT_PRESENTATION (object)->selection);

  G_OBJECT_CLASS (lieudit_presentation_parent_class)->finalize (object);
}

static void
lieudit_presentation_class_init (LieuditPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_presentation_dispose;
  object_class->finalize = lieudit_presentation_finalize;
  widget_class->size_allocate = lieudit_presentation_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = lieudit_presentation_close_request;

  g_type_ensure (LIEUDIT_TYPE_MAP_VIEW);
  g_type_ensure (LIEUDIT_TYPE_POINTER_RING);
  g_type_ensure (LIEUDIT_TYPE_READER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, stage);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, paned);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, reader);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, map_view);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, caption);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, caption_title);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, caption_question);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, frozen_picture);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, ring);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, blank);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, news);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, position_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPresentation, play_button);
}

static void
lieudit_presentation_init (LieuditPresentation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = lieudit_selection_new ();
  self->sizes = gtk_css_provider_new ();
  self->scheme = adw_style_manager_get_color_scheme (adw_style_manager_get_default ());
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  lieudit_pointer_ring_follow (self->ring, self->stage);
  lieudit_presentation_watch_screens (self);
}

/* Read once: what is changed here holds for the class only. */
static void
use_settings (LieuditPresentation *self,
              GSettings           *settings)
{
  g_autofree char *language = NULL;

  if (settings == NULL)
    {
      lieudit_presentation_set_size (self, self->text_size);
      return;
    }

  language = g_settings_get_string (settings, "map-language");
  lieudit_map_view_set_names_language (self->map_view, language);
  lieudit_map_view_set_local_names (self->map_view, g_settings_get_boolean (settings, "map-local-names"));
  lieudit_presentation_set_size (self, g_settings_get_int (settings, "presentation-size"));
  self->settings = g_object_ref (settings);
}

/**
 * lieudit_presentation_new:
 * @application: the application
 * @session: the article, and what was prepared
 * @analysis: what it names
 * @settings: (nullable): the application's settings
 *
 * Shows an article and its map to a class. The window of the article is left as it
 * is.
 *
 * Returns: (transfer none): the window, which GTK keeps until it is closed
 */
LieuditPresentation *
lieudit_presentation_new (GtkApplication  *application,
                          LieuditSession  *session,
                          LieuditAnalysis *analysis,
                          GSettings       *settings)
{
  LieuditPresentation *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (LIEUDIT_IS_SESSION (session), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  self = g_object_new (LIEUDIT_TYPE_PRESENTATION, "application", application, NULL);
  self->session = g_object_ref (session);
  self->lesson = lieudit_lesson_new (session, analysis);
  self->player = lieudit_lesson_player_new (self->lesson);
  self->text_size = 180;
  use_settings (self, settings);
  lieudit_reader_set_selection (self->reader, self->selection);
  lieudit_map_view_set_selection (self->map_view, self->selection);
  lieudit_map_view_set_session (self->map_view, session);
  lieudit_reader_set_presenting (self->reader, TRUE);
  lieudit_presentation_add_actions (self);
  lieudit_presentation_add_keys (self, GTK_WIDGET (self));
  g_signal_connect_object (self->player, "moved", G_CALLBACK (lieudit_presentation_update_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::drawing-tool", G_CALLBACK (drawing_tool_changed_cb), self, G_CONNECT_SWAPPED);
  playing_changed_cb (self);
  lieudit_presentation_set_analysis (self, analysis);

  return self;
}

/**
 * lieudit_presentation_get_session:
 * @self: a presentation
 *
 * Returns: (transfer none): what is presented
 */
LieuditSession *
lieudit_presentation_get_session (LieuditPresentation *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PRESENTATION (self), NULL);

  return self->session;
}

/**
 * lieudit_presentation_set_analysis:
 * @self: a presentation
 * @analysis: what the article names now
 *
 * Shows what the teacher decided meanwhile. The class stays at the step where it
 * is.
 */
void
lieudit_presentation_set_analysis (LieuditPresentation *self,
                                   LieuditAnalysis     *analysis)
{
  g_return_if_fail (LIEUDIT_IS_PRESENTATION (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));

  lieudit_reader_set_article (self->reader, lieudit_analysis_get_article (analysis));
  lieudit_selection_set_analysis (self->selection, analysis);
  lieudit_lesson_set_analysis (self->lesson, analysis);
  lieudit_presentation_update_step (self);
}
