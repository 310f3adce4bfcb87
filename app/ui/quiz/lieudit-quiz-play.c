/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-play.h"

#include <glib/gi18n.h>

#include "claims/lieudit-claim-wording.h"
#include "quiz/lieudit-quiz-map.h"
#include "quiz/lieudit-quiz-order-row.h"
#include "quiz/lieudit-quiz-results.h"

/* How often the clock is looked at, in milliseconds: a timer of whole seconds drifts, and may leave one out. */
#define TICK 200

struct _LieuditQuizPlay
{
  GtkWidget parent_instance;

  GtkLabel *progress_label;
  GtkLabel *time_label;
  GtkLabel *points_label;
  GtkLabel *prompt_label;
  GtkLabel *feedback_label;
  GtkWidget *map_frame;
  LieuditQuizMap *map;
  GtkStack *answer_stack;
  GtkFlowBox *choice_box;
  GtkEntry *name_entry;
  GtkListBox *order_list;
  GtkWidget *true_button;
  GtkWidget *give_up_button;
  GtkWidget *next_button;

  LieuditQuizGame *game;
  LieuditBaseMap *base_map;
  LieuditGazetteer *gazetteer;
  guint seconds;   /* for a question; 0 is as long as it takes */
  gint64 time_over; /* when they are, on the clock that nobody sets */
  guint timer;
};

G_DEFINE_FINAL_TYPE (LieuditQuizPlay, lieudit_quiz_play, GTK_TYPE_WIDGET)

enum { ENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_page (LieuditQuizKind kind)
{
  switch (kind)
    {
    case LIEUDIT_QUIZ_CHOOSE:
      return "choose";
    case LIEUDIT_QUIZ_TYPE:
      return "type";
    case LIEUDIT_QUIZ_NORTH_TO_SOUTH:
    case LIEUDIT_QUIZ_NEAR_TO_FAR:
      return "order";
    case LIEUDIT_QUIZ_STATEMENT:
      return "statement";
    case LIEUDIT_QUIZ_FIND:
    case LIEUDIT_QUIZ_N_KINDS:
    default:
      return "find";
    }
}

static void
mark_place (LieuditQuizPlay  *self,
            LieuditQuizPlace *place,
            LieuditQuizMark   mark,
            gboolean          with_name)
{
  const LieuditBaseMapArea *area = lieudit_quiz_find_area (place, self->base_map);

  if (area != NULL)
    lieudit_quiz_map_add_area (self->map, mark, area);
  if (area == NULL || with_name)
    lieudit_quiz_map_add_mark (self->map, mark, lieudit_quiz_place_get_latitude (place), lieudit_quiz_place_get_longitude (place),
                               with_name ? lieudit_quiz_place_get_name (place) : NULL);
}

static void
update_header (LieuditQuizPlay *self)
{
  LieuditQuiz *quiz = lieudit_quiz_game_get_quiz (self->game);
  guint n_teams = lieudit_quiz_game_get_n_teams (self->game);
  guint team = lieudit_quiz_game_get_team (self->game);
  g_autofree char *progress = NULL;
  g_autofree char *points = lieudit_quiz_game_get_n_results (self->game) > 0 ? lieudit_quiz_results_dup_sum (self->game, team) : NULL;

  if (n_teams > 1)
    /* Translators: which question of how many, and the number of the team that answers it */
    progress = g_strdup_printf (_("Question %1$u of %2$u – Team %3$u answers"), lieudit_quiz_game_get_index (self->game) + 1,
                                lieudit_quiz_get_n_questions (quiz), team + 1);
  else
    /* Translators: which question of how many */
    progress = g_strdup_printf (_("Question %1$u of %2$u"), lieudit_quiz_game_get_index (self->game) + 1,
                                lieudit_quiz_get_n_questions (quiz));
  gtk_label_set_label (self->progress_label, progress);
  gtk_label_set_label (self->points_label, points != NULL ? points : "");
}

/* Returns: how many seconds are left, of which the last has begun */
static guint
update_time (LieuditQuizPlay *self)
{
  gint64 left = MAX (self->time_over - g_get_monotonic_time (), 0);
  guint seconds = (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
  g_autofree char *text = g_strdup_printf (ngettext ("%u second", "%u seconds", seconds), seconds);

  gtk_label_set_label (self->time_label, text);

  return seconds;
}

/* What the question asked for is shown on the map, with its name. */
static void
show_answer_on_map (LieuditQuizPlay *self)
{
  LieuditQuizQuestion *question = lieudit_quiz_game_get_question (self->game);
  LieuditQuizKind kind = lieudit_quiz_question_get_kind (question);

  if (kind == LIEUDIT_QUIZ_CHOOSE || kind == LIEUDIT_QUIZ_TYPE)
    lieudit_quiz_map_clear_marks (self->map);
  if (lieudit_quiz_question_get_place (question) != NULL)
    mark_place (self, lieudit_quiz_question_get_place (question), LIEUDIT_QUIZ_MARK_RIGHT, TRUE);
  for (guint i = 0; kind != LIEUDIT_QUIZ_CHOOSE && i < lieudit_quiz_question_get_n_choices (question); i++)
    mark_place (self, lieudit_quiz_question_get_choice (question, i), LIEUDIT_QUIZ_MARK_RIGHT, TRUE);
}

static void
end_question (LieuditQuizPlay *self,
              const char      *news)
{
  LieuditQuizQuestion *question = lieudit_quiz_game_get_question (self->game);
  const LieuditQuizResult *result = lieudit_quiz_game_get_result (self->game, lieudit_quiz_game_get_index (self->game));
  const char *explanation = lieudit_quiz_question_get_explanation (question);
  g_autofree char *answer = lieudit_quiz_question_dup_answer (question);
  g_autofree char *points = g_strdup_printf (ngettext ("%u point.", "%u points.", result->points), result->points);
  /* Translators: what is said of the answer, then the right answer, then its points */
  g_autofree char *text = g_strdup_printf (_("%1$s The answer: %2$s. %3$s"), news, answer, points);
  g_autofree char *longer = explanation != NULL ? g_strdup_printf ("%s\n%s", text, explanation) : NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  lieudit_quiz_map_set_pointing (self->map, FALSE);
  show_answer_on_map (self);
  update_header (self);
  gtk_label_set_label (self->feedback_label, longer != NULL ? longer : text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer_stack), FALSE);
  gtk_widget_set_visible (self->give_up_button, FALSE);
  gtk_widget_set_visible (self->next_button, TRUE);
  gtk_widget_grab_focus (self->next_button);
}

static void
tell_tries (LieuditQuizPlay *self,
            const char      *news)
{
  guint n_left = lieudit_quiz_game_get_tries_left (self->game);
  g_autofree char *tries = g_strdup_printf (ngettext ("%u try left.", "%u tries left.", n_left), n_left);
  g_autofree char *text = g_strdup_printf ("%s %s", news, tries);

  gtk_label_set_label (self->feedback_label, text);
}

/* After any answer: either the question is over, or there are tries left. */
static void
go_on_from_answer (LieuditQuizPlay *self,
                   const char      *news)
{
  switch (lieudit_quiz_game_get_state (self->game))
    {
    case LIEUDIT_QUIZ_ASKING:
      tell_tries (self, news);
      break;
    case LIEUDIT_QUIZ_RIGHT:
    case LIEUDIT_QUIZ_WRONG:
      end_question (self, news);
      break;
    case LIEUDIT_QUIZ_OVER:
    default:
      break;
    }
}

/* Whether an answer of a page is awaited: assistive technologies reach buttons of pages that are not shown, too. */
static gboolean
is_asking (LieuditQuizPlay *self,
           const char      *page)
{
  return self->game != NULL && lieudit_quiz_game_get_state (self->game) == LIEUDIT_QUIZ_ASKING
         && (page == NULL || g_str_equal (gtk_stack_get_visible_child_name (self->answer_stack), page));
}

static void
pointed_cb (LieuditQuizPlay *self,
            double           latitude,
            double           longitude)
{
  LieuditQuizSpot spot;
  g_autofree char *distance = NULL;
  g_autofree char *news = NULL;

  if (!is_asking (self, "find"))
    return;

  spot = lieudit_quiz_game_answer_spot (self->game, self->base_map, latitude, longitude);
  if (spot.is_right)
    {
      go_on_from_answer (self, _("Right!"));
      return;
    }
  distance = lieudit_claim_describe_distance (spot.distance / 1000.0);
  /* Translators: a distance, then a direction: “310 km”, “north-north-east” */
  news = g_strdup_printf (_("Not there: it is %1$s away, direction %2$s."), distance, lieudit_compass_get_name (spot.azimuth));
  lieudit_quiz_map_add_mark (self->map, LIEUDIT_QUIZ_MARK_WRONG, latitude, longitude, distance);
  go_on_from_answer (self, news);
}

static void
chosen_cb (LieuditQuizPlay *self,
           GtkWidget       *button)
{
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "lieudit-choice"));

  if (is_asking (self, "choose"))
    go_on_from_answer (self, lieudit_quiz_game_answer_choice (self->game, choice) ? _("Right!") : _("Wrong."));
}

static void
typed_cb (LieuditQuizPlay *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));
  g_autofree char *news = NULL;

  if (!is_asking (self, "type") || *typed == '\0')
    return;
  if (lieudit_quiz_game_answer_name (self->game, self->gazetteer, typed))
    news = g_strdup (_("Right!"));
  else
    /* Translators: %s is what was typed */
    news = g_strdup_printf (_("It is not called “%s”."), typed);
  gtk_editable_select_region (GTK_EDITABLE (self->name_entry), 0, -1);
  go_on_from_answer (self, news);
}

static void
ordered_cb (LieuditQuizPlay *self)
{
  guint order[LIEUDIT_QUIZ_MOST_CHOICES];
  guint points;

  if (!is_asking (self, "order"))
    return;
  for (guint i = 0; i < lieudit_quiz_question_get_n_choices (lieudit_quiz_game_get_question (self->game)); i++)
    order[i] = lieudit_quiz_order_row_get_choice (LIEUDIT_QUIZ_ORDER_ROW (gtk_list_box_get_row_at_index (self->order_list, (int) i)));
  points = lieudit_quiz_game_answer_order (self->game, order);
  go_on_from_answer (self, points == LIEUDIT_QUIZ_MOST_POINTS ? _("Right!") : _("Not quite."));
}

static void
judge (LieuditQuizPlay *self,
       gboolean         is_true)
{
  if (is_asking (self, "statement"))
    go_on_from_answer (self, lieudit_quiz_game_answer_truth (self->game, is_true) ? _("Right!") : _("Wrong."));
}

static void
true_cb (LieuditQuizPlay *self)
{
  judge (self, TRUE);
}

static void
false_cb (LieuditQuizPlay *self)
{
  judge (self, FALSE);
}

static void
give_up_cb (LieuditQuizPlay *self)
{
  if (!is_asking (self, NULL))
    return;
  lieudit_quiz_game_give_up (self->game);
  end_question (self, _("Given up."));
}

static gboolean
tick_cb (gpointer user_data)
{
  LieuditQuizPlay *self = LIEUDIT_QUIZ_PLAY (user_data);

  if (update_time (self) > 0)
    return G_SOURCE_CONTINUE;

  self->timer = 0;
  lieudit_quiz_game_give_up (self->game);
  end_question (self, _("Time is over."));

  return G_SOURCE_REMOVE;
}

static void
start_clock (LieuditQuizPlay *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), self->seconds > 0);
  if (self->seconds == 0)
    return;
  self->time_over = g_get_monotonic_time () + (gint64) self->seconds * G_USEC_PER_SEC;
  update_time (self);
  self->timer = g_timeout_add (TICK, tick_cb, self);
}

static void
fill_choices (LieuditQuizPlay     *self,
              LieuditQuizQuestion *question)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choice_box))) != NULL)
    gtk_flow_box_remove (self->choice_box, child);
  for (guint i = 0; i < lieudit_quiz_question_get_n_choices (question); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (lieudit_quiz_place_get_name (lieudit_quiz_question_get_choice (question, i)));

      g_object_set_data (G_OBJECT (button), "lieudit-choice", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (chosen_cb), self);
      gtk_flow_box_append (self->choice_box, button);
      /* The button has the focus, not what holds it in the flow. */
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
fill_order (LieuditQuizPlay     *self,
            LieuditQuizQuestion *question)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->order_list, 0)) != NULL)
    gtk_list_box_remove (self->order_list, GTK_WIDGET (row));
  for (guint i = 0; i < lieudit_quiz_question_get_n_choices (question); i++)
    gtk_list_box_append (self->order_list,
                         lieudit_quiz_order_row_new (lieudit_quiz_place_get_name (lieudit_quiz_question_get_choice (question, i)), i));
}

static void
focus_answer (LieuditQuizPlay *self,
              LieuditQuizKind  kind)
{
  switch (kind)
    {
    case LIEUDIT_QUIZ_CHOOSE:
      gtk_widget_child_focus (GTK_WIDGET (self->choice_box), GTK_DIR_TAB_FORWARD);
      break;
    case LIEUDIT_QUIZ_TYPE:
      gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
      gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
      break;
    case LIEUDIT_QUIZ_NORTH_TO_SOUTH:
    case LIEUDIT_QUIZ_NEAR_TO_FAR:
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->order_list, 0)));
      break;
    case LIEUDIT_QUIZ_STATEMENT:
      gtk_widget_grab_focus (self->true_button);
      break;
    case LIEUDIT_QUIZ_FIND:
    case LIEUDIT_QUIZ_N_KINDS:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self->map));
      break;
    }
}

static void
show_question (LieuditQuizPlay *self)
{
  LieuditQuizQuestion *question = lieudit_quiz_game_get_question (self->game);
  LieuditQuizKind kind = lieudit_quiz_question_get_kind (question);
  g_autofree char *prompt = lieudit_quiz_question_dup_prompt (question);
  LieuditBounds bounds = lieudit_quiz_get_bounds (lieudit_quiz_game_get_quiz (self->game));

  update_header (self);
  gtk_label_set_label (self->prompt_label, prompt);
  /* The focus goes into one of both, whose name is then read aloud. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map_frame), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer_stack), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_label_set_label (self->feedback_label, "");
  gtk_stack_set_visible_child_name (self->answer_stack, get_page (kind));
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer_stack), TRUE);
  gtk_widget_set_visible (self->give_up_button, TRUE);
  gtk_widget_set_visible (self->next_button, FALSE);
  fill_choices (self, question);
  fill_order (self, question);

  lieudit_quiz_map_clear_marks (self->map);
  lieudit_quiz_map_set_bounds (self->map, &bounds);
  lieudit_quiz_map_set_pointing (self->map, kind == LIEUDIT_QUIZ_FIND);
  if (kind == LIEUDIT_QUIZ_CHOOSE || kind == LIEUDIT_QUIZ_TYPE)
    mark_place (self, lieudit_quiz_question_get_place (question), LIEUDIT_QUIZ_MARK_ASKED, FALSE);
  focus_answer (self, kind);

  start_clock (self);
}

static void
next_cb (LieuditQuizPlay *self)
{
  if (is_asking (self, NULL) || lieudit_quiz_game_get_question (self->game) == NULL)
    return;
  lieudit_quiz_game_go_on (self->game);
  if (lieudit_quiz_game_get_state (self->game) == LIEUDIT_QUIZ_OVER)
    g_signal_emit (self, signals[ENDED], 0);
  else
    show_question (self);
}

static void
lieudit_quiz_play_dispose (GObject *object)
{
  LieuditQuizPlay *self = LIEUDIT_QUIZ_PLAY (object);
  GtkWidget *child;

  lieudit_quiz_play_stop (self);
  g_clear_object (&self->game);
  g_clear_object (&self->base_map);
  g_clear_object (&self->gazetteer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lieudit_quiz_play_parent_class)->dispose (object);
}

static void
lieudit_quiz_play_class_init (LieuditQuizPlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_quiz_play_dispose;

  /**
   * LieuditQuizPlay::ended:
   * @self: what is played
   *
   * The last question was answered.
   */
  signals[ENDED] = g_signal_new ("ended", LIEUDIT_TYPE_QUIZ_PLAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LIEUDIT_TYPE_QUIZ_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/quiz-play.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, time_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, points_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, feedback_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, map_frame);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, map);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, answer_stack);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, choice_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, name_entry);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, order_list);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, true_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, give_up_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizPlay, next_button);
  gtk_widget_class_bind_template_callback (widget_class, pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ordered_cb);
  gtk_widget_class_bind_template_callback (widget_class, true_cb);
  gtk_widget_class_bind_template_callback (widget_class, false_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
lieudit_quiz_play_init (LieuditQuizPlay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_quiz_play_start:
 * @self: what is played
 * @game: a game at its first question
 * @base_map: (nullable): what the map shows
 * @gazetteer: (nullable): where more spellings of names are known
 * @seconds: how long there is for each question; 0 is as long as it takes
 *
 * Asks the questions of a game.
 */
void
lieudit_quiz_play_start (LieuditQuizPlay  *self,
                         LieuditQuizGame  *game,
                         LieuditBaseMap   *base_map,
                         LieuditGazetteer *gazetteer,
                         guint             seconds)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_PLAY (self));
  g_return_if_fail (LIEUDIT_IS_QUIZ_GAME (game));
  g_return_if_fail (lieudit_quiz_game_get_question (game) != NULL);

  g_set_object (&self->game, game);
  g_set_object (&self->base_map, base_map);
  g_set_object (&self->gazetteer, gazetteer);
  self->seconds = seconds;
  lieudit_quiz_map_set_base_map (self->map, base_map);
  show_question (self);
}

/**
 * lieudit_quiz_play_stop:
 * @self: what is played
 *
 * Lets no more time run out.
 */
void
lieudit_quiz_play_stop (LieuditQuizPlay *self)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_PLAY (self));

  g_clear_handle_id (&self->timer, g_source_remove);
}
