/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-window-private.h"

#include <glib/gi18n.h>

#include "lieudit-data-directory.h"
#include "lieudit-recent-articles.h"
#include "lieudit-toast.h"
#include "quiz/lieudit-quiz-format.h"
#include "quiz/lieudit-quiz-preparation.h"
#include "quiz/lieudit-quiz-results.h"

#define BASE_MAP "basemap/basemap.bin"

G_DEFINE_FINAL_TYPE (LieuditQuizWindow, lieudit_quiz_window, ADW_TYPE_WINDOW)

/*
 * lieudit_quiz_window_show_message:
 * @self: a window
 * @message: what to say, as a toast
 */
void
lieudit_quiz_window_show_message (LieuditQuizWindow *self,
                                  const char        *message)
{
  AdwToast *toast = lieudit_toast_new (message);

  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* What may be done now. */
static void
show_page (LieuditQuizWindow *self,
           const char        *page)
{
  gboolean is_setup = g_str_equal (page, "setup");
  gboolean is_results = g_str_equal (page, "results");
  gboolean has_quiz = self->quiz != NULL && !is_setup;

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "wait"));
  gtk_widget_set_visible (self->new_button, !is_setup && !is_results);
  gtk_widget_set_visible (self->save_button, has_quiz);
  gtk_widget_set_visible (self->open_button, is_setup);
  adw_window_title_set_subtitle (self->window_title, has_quiz ? lieudit_quiz_get_title (self->quiz) : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.copy", is_results);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.print", is_results);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.export", is_results);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.save", has_quiz);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.start", is_setup);
}

static void
begin_game (LieuditQuizWindow *self)
{
  g_clear_object (&self->game);
  self->game = lieudit_quiz_game_new (self->quiz, lieudit_quiz_setup_get_n_teams (self->setup));
  show_page (self, "play");
  lieudit_quiz_play_start (self->play, self->game, self->base_map, self->gazetteer, lieudit_quiz_setup_get_seconds (self->setup));
}

static void
ended_cb (LieuditQuizWindow *self)
{
  show_page (self, "results");
  lieudit_quiz_table_set_game (self->table, self->game);
}

static GCancellable *
begin_work (LieuditQuizWindow *self)
{
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();

  return self->working;
}

/* Takes a quiz that was made or opened; without one, there is an error to tell unless it was given up. */
static void
take_quiz (LieuditQuizWindow *self,
           LieuditQuiz       *quiz,
           const GError      *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (quiz != NULL && lieudit_quiz_get_n_questions (quiz) > 0)
    {
      g_set_object (&self->quiz, quiz);
      self->is_waiting = !self->has_looked_for_map;
      if (!self->is_waiting)
        begin_game (self);
      return;
    }
  show_page (self, "setup");
  lieudit_quiz_window_show_message (self, error != NULL ? error->message
                                                        : _("No question can be asked about these places. Choose others, or other "
                                                            "kinds of questions."));
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LieuditQuizWindow) self = LIEUDIT_QUIZ_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditQuiz) quiz = lieudit_quiz_prepare_finish (result, &error);

  take_quiz (self, quiz, error);
}

static char *
dup_title (LieuditQuizWindow       *self,
           const LieuditQuizWishes *wishes)
{
  const char *title = NULL;

  if (!wishes->is_article)
    return lieudit_quiz_setup_dup_title (self->setup);
  title = lieudit_article_get_title (lieudit_analysis_get_article (self->analysis));

  return g_strdup (title != NULL ? title : _("Quiz"));
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LieuditQuizWindow *self = LIEUDIT_QUIZ_WINDOW (widget);
  LieuditQuizWishes wishes;
  LieuditQuizPreparation preparation;
  g_autofree char *title = NULL;

  if (lieudit_quiz_setup_is_quiz (self->setup))
    {
      take_quiz (self, self->opened_quiz, NULL);
      return;
    }
  lieudit_quiz_setup_get_wishes (self->setup, &wishes);
  if (wishes.kinds == 0)
    {
      lieudit_quiz_window_show_message (self, _("Choose at least one kind of question."));
      return;
    }

  title = dup_title (self, &wishes);
  preparation = (LieuditQuizPreparation) {
    .gazetteer = self->gazetteer,
    .analysis = wishes.is_article ? self->analysis : NULL,
    .claims = wishes.is_article ? self->claims : NULL,
    .filter = wishes.filter,
    .title = title,
    .kinds = wishes.kinds,
    .n_questions = wishes.n_questions,
    .seed = g_random_int (),
  };
  preparation.filter.language = lieudit_language_of_reader ();
  show_page (self, "wait");
  lieudit_quiz_prepare_async (&preparation, begin_work (self), prepared_cb, g_object_ref (self));
}

/* It can be played again, by whoever the setup says then. */
static void
keep_opened_quiz (LieuditQuizWindow *self,
                  LieuditQuiz       *quiz)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->opening_file);

  g_set_object (&self->opened_quiz, quiz);
  lieudit_quiz_setup_set_quiz (self->setup, lieudit_quiz_get_title (quiz));
  lieudit_recent_articles_add (gtk_recent_manager_get_default (), file, LIEUDIT_QUIZ_MIME_TYPE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LieuditQuizWindow) self = LIEUDIT_QUIZ_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditQuiz) quiz = lieudit_quiz_open_finish (result, &error);

  if (quiz != NULL)
    keep_opened_quiz (self, quiz);
  take_quiz (self, quiz, error);
}

static void
again_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  begin_game (LIEUDIT_QUIZ_WINDOW (widget));
}

/*
 * lieudit_quiz_window_show_setup:
 * @self: a window
 *
 * Ends what is played or made, and lets a quiz be chosen.
 */
void
lieudit_quiz_window_show_setup (LieuditQuizWindow *self)
{
  begin_work (self);
  self->is_waiting = FALSE;
  lieudit_quiz_play_stop (self->play);
  g_clear_object (&self->game);
  show_page (self, "setup");
  lieudit_quiz_setup_begin (self->setup);
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  lieudit_quiz_window_leave (LIEUDIT_QUIZ_WINDOW (widget));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LieuditQuizWindow *self = LIEUDIT_QUIZ_WINDOW (widget);
  g_autofree char *text = lieudit_quiz_results_dup_text (self->game);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  lieudit_quiz_window_show_message (self, _("The results were copied."));
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LieuditQuizWindow *self = LIEUDIT_QUIZ_WINDOW (widget);

  lieudit_quiz_print_results (self->game, GTK_WINDOW (self));
}

/* All of the file is checked when it is opened, which takes longer than a frame. */
static void
open_base_map_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      task_data,
                         GCancellable *cancellable)
{
  g_autofree char *path = lieudit_build_data_path (BASE_MAP);
  GError *error = NULL;
  LieuditBaseMap *base_map = lieudit_base_map_open (path, &error);

  if (base_map != NULL)
    g_task_return_pointer (task, base_map, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
base_map_opened_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  LieuditQuizWindow *self = LIEUDIT_QUIZ_WINDOW (source);
  g_autoptr (GError) error = NULL;

  self->base_map = g_task_propagate_pointer (G_TASK (result), &error);
  self->has_looked_for_map = TRUE;
  if (self->base_map == NULL)
    lieudit_quiz_window_show_message (self, error->message);
  if (self->is_waiting)
    begin_game (self);
  self->is_waiting = FALSE;
}

static void
open_base_map (LieuditQuizWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, base_map_opened_cb, NULL);

  g_task_set_source_tag (task, open_base_map);
  g_task_run_in_thread (task, open_base_map_in_thread);
}

static void
countries_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LieuditQuizWindow) self = LIEUDIT_QUIZ_WINDOW (user_data);
  g_autoptr (GPtrArray) countries = lieudit_quiz_list_countries_finish (result, NULL);

  if (countries != NULL)
    lieudit_quiz_setup_set_countries (self->setup, countries);
}

static gboolean
lieudit_quiz_window_close_request (GtkWindow *window)
{
  if (!lieudit_quiz_window_may_close (LIEUDIT_QUIZ_WINDOW (window)))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (lieudit_quiz_window_parent_class)->close_request (window);
}

static void
lieudit_quiz_window_dispose (GObject *object)
{
  LieuditQuizWindow *self = LIEUDIT_QUIZ_WINDOW (object);

  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  if (self->play != NULL)
    lieudit_quiz_play_stop (self->play);
  g_clear_object (&self->gazetteer);
  g_clear_object (&self->analysis);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_object (&self->quiz);
  g_clear_object (&self->opened_quiz);
  g_clear_object (&self->opening_file);
  g_clear_object (&self->game);

  G_OBJECT_CLASS (lieudit_quiz_window_parent_class)->dispose (object);
}

static void
lieudit_quiz_window_finalize (GObject *object)
{
  /* It may have been opened after the window was closed. */
  g_clear_object (&LIEUDIT_QUIZ_WINDOW (object)->base_map);

  G_OBJECT_CLASS (lieudit_quiz_window_parent_class)->finalize (object);
}

static void
lieudit_quiz_window_class_init (LieuditQuizWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_quiz_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = lieudit_quiz_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = lieudit_quiz_window_close_request;

  g_type_ensure (LIEUDIT_TYPE_QUIZ_SETUP);
  g_type_ensure (LIEUDIT_TYPE_QUIZ_PLAY);
  g_type_ensure (LIEUDIT_TYPE_QUIZ_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/quiz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, setup);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, play);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, ended_cb);

  gtk_widget_class_install_action (widget_class, "quiz.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "quiz.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "quiz.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "quiz.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "quiz.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "quiz.print", NULL);
  lieudit_quiz_window_class_init_files (klass);
}

static void
lieudit_quiz_window_init (LieuditQuizWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lieudit_quiz_window_init_files (self);
  show_page (self, "setup");
}

/**
 * lieudit_quiz_window_new:
 * @application: whose window it is
 * @gazetteer: where places come from
 *
 * Makes a window with a setup in it. It still has to be presented.
 *
 * Returns: (transfer none): the window, which GTK owns
 */
LieuditQuizWindow *
lieudit_quiz_window_new (GtkApplication   *application,
                         LieuditGazetteer *gazetteer)
{
  LieuditQuizWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (gazetteer), NULL);

  self = g_object_new (LIEUDIT_TYPE_QUIZ_WINDOW, "application", application, NULL);
  self->gazetteer = g_object_ref (gazetteer);
  open_base_map (self);
  lieudit_quiz_list_countries_async (gazetteer, lieudit_language_of_reader (), NULL, countries_cb, g_object_ref (self));

  return self;
}

/**
 * lieudit_quiz_window_set_article:
 * @self: a window
 * @analysis: (nullable): what was found in the open article
 * @claims: (nullable) (element-type LieuditClaim): what it says about where places lie
 *
 * Lets the article be asked about.
 */
void
lieudit_quiz_window_set_article (LieuditQuizWindow *self,
                                 LieuditAnalysis   *analysis,
                                 GPtrArray         *claims)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_WINDOW (self));

  g_set_object (&self->analysis, analysis);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = claims != NULL ? g_ptr_array_ref (claims) : NULL;
  lieudit_quiz_setup_set_has_article (self->setup, analysis != NULL);
  lieudit_quiz_setup_set_country (self->setup, analysis != NULL ? lieudit_quiz_find_country (analysis) : NULL);
}

/**
 * lieudit_quiz_window_open:
 * @self: a window
 * @file: a quiz that was saved
 *
 * Opens a quiz and begins with its first question; in another window if a game has begun in this one.
 */
void
lieudit_quiz_window_open (LieuditQuizWindow *self,
                          GFile             *file)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (lieudit_quiz_window_is_playing (self))
    {
      g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
      return;
    }
  lieudit_quiz_play_stop (self->play);
  g_set_object (&self->opening_file, file);
  show_page (self, "wait");
  lieudit_quiz_open_async (file, begin_work (self), opened_cb, g_object_ref (self));
}
