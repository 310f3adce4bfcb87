/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-setup.h"

#include <string.h>

#include <glib/gi18n.h>

#include "quiz/lieudit-quiz-question.h"

/* Who answers, as the rows of the choice have it. */
enum { PLAYERS_ONE, PLAYERS_TEAMS, PLAYERS_CLASS };

/* Where countries and capitals are asked for until something else is chosen: the first part of the world. */
#define USUAL_PART 1

struct _LieuditQuizSetup
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *topic_row;
  AdwComboRow *part_row;
  GtkWidget *population_row;
  GtkSpinButton *population_button;
  GtkWidget *questions_group;
  GtkSwitch *find_switch;
  GtkSwitch *choose_switch;
  GtkSwitch *type_switch;
  GtkSwitch *order_switch;
  GtkWidget *statement_row;
  GtkSwitch *statement_switch;
  GtkSpinButton *number_button;
  AdwComboRow *players_row;
  GtkWidget *teams_row;
  GtkSpinButton *teams_button;
  GtkWidget *seconds_row;
  GtkSpinButton *seconds_button;

  char *quiz_title; /* of the quiz that was opened, or NULL */
  gboolean has_article;
  char *country;        /* of the article, or NULL */
  GPtrArray *countries; /* or NULL while they are not listed yet */
  GPtrArray *codes;     /* of the countries, in the order of the choice */
};

G_DEFINE_FINAL_TYPE (LieuditQuizSetup, lieudit_quiz_setup, ADW_TYPE_PREFERENCES_PAGE)

/* What stands before the topics of the gazetteer. */
static guint
get_n_others (LieuditQuizSetup *self)
{
  return (self->quiz_title != NULL) + self->has_article;
}

static gboolean
is_article (LieuditQuizSetup *self)
{
  return self->has_article && adw_combo_row_get_selected (self->topic_row) == (self->quiz_title != NULL);
}

static LieuditQuizTopic
get_topic (LieuditQuizSetup *self)
{
  guint selected = adw_combo_row_get_selected (self->topic_row);
  guint n_others = get_n_others (self);

  return (LieuditQuizTopic) (MAX (selected, n_others) - n_others);
}

static void
update_rows (LieuditQuizSetup *self)
{
  guint players = adw_combo_row_get_selected (self->players_row);
  gboolean is_filter = adw_combo_row_get_selected (self->topic_row) >= get_n_others (self);

  gtk_widget_set_visible (GTK_WIDGET (self->part_row), is_filter);
  gtk_widget_set_visible (self->population_row, is_filter && get_topic (self) == LIEUDIT_QUIZ_TOWNS);
  gtk_widget_set_visible (self->questions_group, !lieudit_quiz_setup_is_quiz (self));
  gtk_widget_set_visible (self->statement_row, is_article (self));
  gtk_widget_set_visible (self->teams_row, players == PLAYERS_TEAMS);
  gtk_widget_set_visible (self->seconds_row, players == PLAYERS_CLASS);
}

static void
fill_topics (LieuditQuizSetup *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (self->quiz_title != NULL)
    {
      /* Translators: %s is the title of a quiz that was opened from a file */
      g_autofree char *quiz = g_strdup_printf (_("The quiz “%s”"), self->quiz_title);

      gtk_string_list_append (titles, quiz);
    }
  if (self->has_article)
    gtk_string_list_append (titles, _("The places of the article"));
  for (guint i = 0; i < LIEUDIT_QUIZ_N_TOPICS; i++)
    gtk_string_list_append (titles, lieudit_quiz_topic_get_title ((LieuditQuizTopic) i));
  adw_combo_row_set_model (self->topic_row, G_LIST_MODEL (titles));
  update_rows (self);
}

static void
add_country (LieuditQuizSetup *self,
             GtkStringList    *titles,
             LieuditQuizPlace *country)
{
  gtk_string_list_append (titles, lieudit_quiz_place_get_name (country));
  g_ptr_array_add (self->codes, g_strdup (lieudit_quiz_place_get_country_code (country)));
}

static gboolean
is_of_article (LieuditQuizSetup *self,
               LieuditQuizPlace *country)
{
  return g_strcmp0 (lieudit_quiz_place_get_country_code (country), self->country) == 0;
}

/* The country of the article is the first one, not to be looked for among two hundred. */
static void
add_countries (LieuditQuizSetup *self,
               GtkStringList    *titles)
{
  for (guint i = 0; i < self->countries->len; i++)
    if (is_of_article (self, g_ptr_array_index (self->countries, i)))
      add_country (self, titles, g_ptr_array_index (self->countries, i));
  for (guint i = 0; i < self->countries->len; i++)
    if (!is_of_article (self, g_ptr_array_index (self->countries, i)))
      add_country (self, titles, g_ptr_array_index (self->countries, i));
}

static void
fill_parts (LieuditQuizSetup *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->part_row);

  g_ptr_array_set_size (self->codes, 0);
  gtk_string_list_append (titles, _("The whole world"));
  for (guint i = 0; i < lieudit_quiz_get_n_parts (); i++)
    gtk_string_list_append (titles, lieudit_quiz_get_part_title (i));
  if (self->countries != NULL)
    add_countries (self, titles);
  adw_combo_row_set_model (self->part_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->part_row, selected != GTK_INVALID_LIST_POSITION && selected > 0 ? selected : USUAL_PART);
}

/* Governorates and towns are asked for in the country of the article, until another one is chosen. */
static void
topic_cb (LieuditQuizSetup *self)
{
  LieuditQuizTopic topic = get_topic (self);
  gboolean is_in_country = topic == LIEUDIT_QUIZ_REGIONS || topic == LIEUDIT_QUIZ_TOWNS;
  guint of_article = lieudit_quiz_get_n_parts () + 1;
  guint selected = adw_combo_row_get_selected (self->part_row);

  update_rows (self);
  if (self->codes->len == 0 || g_strcmp0 (g_ptr_array_index (self->codes, 0), self->country) != 0)
    return;
  if (is_in_country && selected == USUAL_PART)
    adw_combo_row_set_selected (self->part_row, of_article);
  else if (!is_in_country && selected == of_article)
    adw_combo_row_set_selected (self->part_row, USUAL_PART);
}

static void
lieudit_quiz_setup_finalize (GObject *object)
{
  LieuditQuizSetup *self = LIEUDIT_QUIZ_SETUP (object);

  g_free (self->quiz_title);
  g_free (self->country);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_ptr_array_unref (self->codes);

  G_OBJECT_CLASS (lieudit_quiz_setup_parent_class)->finalize (object);
}

static void
lieudit_quiz_setup_class_init (LieuditQuizSetupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lieudit_quiz_setup_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/quiz-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, topic_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, part_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, population_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, population_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, questions_group);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, find_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, choose_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, type_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, order_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, statement_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, statement_switch);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, number_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, players_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, teams_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, teams_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, seconds_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditQuizSetup, seconds_button);
  gtk_widget_class_bind_template_callback (widget_class, topic_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
}

static void
lieudit_quiz_setup_init (LieuditQuizSetup *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_topics (self);
  fill_parts (self);
}

/**
 * lieudit_quiz_setup_set_has_article:
 * @self: a setup
 * @has_article: whether there is an article to ask about
 *
 * Offers the places of the article, or does not.
 */
void
lieudit_quiz_setup_set_has_article (LieuditQuizSetup *self,
                                    gboolean          has_article)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_SETUP (self));

  self->has_article = !!has_article;
  fill_topics (self);
}

/**
 * lieudit_quiz_setup_set_quiz:
 * @self: a setup
 * @title: the title of a quiz whose questions are there already
 *
 * Offers a quiz, first of all.
 */
void
lieudit_quiz_setup_set_quiz (LieuditQuizSetup *self,
                             const char       *title)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_SETUP (self));
  g_return_if_fail (title != NULL);

  g_free (self->quiz_title);
  self->quiz_title = g_strdup (title);
  fill_topics (self);
}

/**
 * lieudit_quiz_setup_is_quiz:
 * @self: a setup
 *
 * Returns: whether the quiz of lieudit_quiz_setup_set_quiz() was chosen
 */
gboolean
lieudit_quiz_setup_is_quiz (LieuditQuizSetup *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_SETUP (self), FALSE);

  return self->quiz_title != NULL && adw_combo_row_get_selected (self->topic_row) == 0;
}

/**
 * lieudit_quiz_setup_set_countries:
 * @self: a setup
 * @countries: (element-type LieuditQuizPlace): countries, in the order in which they are offered
 *
 * Offers countries beside the parts of the world.
 */
void
lieudit_quiz_setup_set_countries (LieuditQuizSetup *self,
                                  GPtrArray        *countries)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_SETUP (self));
  g_return_if_fail (countries != NULL);

  g_clear_pointer (&self->countries, g_ptr_array_unref);
  self->countries = g_ptr_array_ref (countries);
  fill_parts (self);
}

/**
 * lieudit_quiz_setup_set_country:
 * @self: a setup
 * @code: (nullable): the code of the country that the open article is about
 *
 * Offers a country before all others.
 */
void
lieudit_quiz_setup_set_country (LieuditQuizSetup *self,
                                const char       *code)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_SETUP (self));

  g_free (self->country);
  self->country = g_strdup (code);
  fill_parts (self);
}

/**
 * lieudit_quiz_setup_begin:
 * @self: a setup
 *
 * Gives the keyboard to what is chosen first.
 */
void
lieudit_quiz_setup_begin (LieuditQuizSetup *self)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_SETUP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->topic_row));
}

static guint
get_kinds (LieuditQuizSetup *self)
{
  guint kinds = 0;

  if (gtk_switch_get_active (self->find_switch))
    kinds |= 1u << LIEUDIT_QUIZ_FIND;
  if (gtk_switch_get_active (self->choose_switch))
    kinds |= 1u << LIEUDIT_QUIZ_CHOOSE;
  if (gtk_switch_get_active (self->type_switch))
    kinds |= 1u << LIEUDIT_QUIZ_TYPE;
  if (gtk_switch_get_active (self->order_switch))
    kinds |= 1u << LIEUDIT_QUIZ_NORTH_TO_SOUTH | 1u << LIEUDIT_QUIZ_NEAR_TO_FAR;
  if (is_article (self) && gtk_switch_get_active (self->statement_switch))
    kinds |= 1u << LIEUDIT_QUIZ_STATEMENT;

  return kinds;
}

/* Returns: the codes of the countries that were chosen, or NULL for the whole world */
static const char *
get_countries (LieuditQuizSetup *self)
{
  guint selected = adw_combo_row_get_selected (self->part_row);
  guint n_parts = lieudit_quiz_get_n_parts ();

  if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return NULL;
  if (selected <= n_parts)
    return lieudit_quiz_get_part_countries (selected - 1);

  return g_ptr_array_index (self->codes, selected - n_parts - 1);
}

/**
 * lieudit_quiz_setup_get_wishes:
 * @self: a setup
 * @wishes: (out): which quiz to make; what it points to is the setup's
 *
 * Tells what was chosen.
 */
void
lieudit_quiz_setup_get_wishes (LieuditQuizSetup  *self,
                               LieuditQuizWishes *wishes)
{
  g_return_if_fail (LIEUDIT_IS_QUIZ_SETUP (self));
  g_return_if_fail (wishes != NULL);

  *wishes = (LieuditQuizWishes) {
    .is_article = is_article (self),
    .filter = {
      .topic = get_topic (self),
      .countries = get_countries (self),
      .least_population = get_topic (self) == LIEUDIT_QUIZ_TOWNS ? (guint) gtk_spin_button_get_value_as_int (self->population_button) : 0,
    },
    .kinds = get_kinds (self),
    .n_questions = (guint) gtk_spin_button_get_value_as_int (self->number_button),
  };
}

/**
 * lieudit_quiz_setup_get_n_teams:
 * @self: a setup
 *
 * Returns: how many teams answer in turn; the whole class is one
 */
guint
lieudit_quiz_setup_get_n_teams (LieuditQuizSetup *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_SETUP (self), 1);

  return adw_combo_row_get_selected (self->players_row) == PLAYERS_TEAMS ? (guint) gtk_spin_button_get_value_as_int (self->teams_button) : 1;
}

/**
 * lieudit_quiz_setup_get_seconds:
 * @self: a setup
 *
 * Returns: how long there is for a question, in seconds; 0 is as long as it takes
 */
guint
lieudit_quiz_setup_get_seconds (LieuditQuizSetup *self)
{
  g_return_val_if_fail (LIEUDIT_IS_QUIZ_SETUP (self), 0);

  return adw_combo_row_get_selected (self->players_row) == PLAYERS_CLASS ? (guint) gtk_spin_button_get_value_as_int (self->seconds_button) : 0;
}

/**
 * lieudit_quiz_setup_dup_title:
 * @self: a setup
 *
 * Returns: (transfer full): what a quiz about places of the gazetteer is called
 */
char *
lieudit_quiz_setup_dup_title (LieuditQuizSetup *self)
{
  GtkStringObject *topic, *part;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ_SETUP (self), NULL);

  topic = adw_combo_row_get_selected_item (self->topic_row);
  part = adw_combo_row_get_selected_item (self->part_row);

  /* Translators: the title of a quiz: a kind of places, and where they are: “Capitals – The Middle East” */
  return g_strdup_printf (_("%1$s – %2$s"), gtk_string_object_get_string (topic), gtk_string_object_get_string (part));
}
