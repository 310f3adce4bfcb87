/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-application.h"

#include <glib/gi18n.h>

#include "lieudit-display.h"
#include "lieudit-recent-articles.h"
#include "preferences/lieudit-gazetteers-page.h"
#include "preferences/lieudit-standing-group.h"
#include "preferences/lieudit-map-page.h"
#include "lieudit-settings.h"
#include "quiz/lieudit-quiz-format.h"
#include "lieudit-window.h"
#include "text/lieudit-transliteration.h"

struct _LieuditApplication
{
  AdwApplication         parent_instance;

  LieuditGazetteer      *gazetteer;
  GError                *gazetteer_error;
  LieuditUserGazetteers *user_gazetteers;
  LieuditUserPlaces     *user_places;
  GError                *user_places_error;
  LieuditStandingDecisions *standing_decisions;
  GError                *standing_decisions_error;
  LieuditHouseSpellings *house_spellings;
  GError                *house_spellings_error;
  LieuditHistory        *history;
  GMenuModel            *recent_articles;
  gboolean               has_recovered;
};

enum {
  GAZETTEER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditApplication, lieudit_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { NULL }
};

static void
add_data_attribution (AdwAboutWindow   *about,
                      LieuditGazetteer *gazetteer)
{
  g_auto(GStrv) attribution = NULL;

  if (gazetteer == NULL)
    return;

  attribution = lieudit_gazetteer_dup_attribution (gazetteer);
  if (attribution != NULL && attribution[0] != NULL)
    adw_about_window_add_acknowledgement_section (about, _("Data by"), (const char **) attribution);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LieuditApplication *self = LIEUDIT_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name", _("Lieudit"),
                "application-icon", LIEUDIT_APPLICATION_ID,
                "version", LIEUDIT_VERSION,
                "developer-name", _("The Lieudit contributors"),
                "comments", _("Reads a news article, finds the places it names and shows them on a map."),
                "license-type", GTK_LICENSE_GPL_3_0,
                "translator-credits", _("translator-credits"),
                "transient-for", parent,
                "modal", parent != NULL,
                NULL);
  add_data_attribution (ADW_ABOUT_WINDOW (about), self->gazetteer);
  gtk_window_present (GTK_WINDOW (about));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LieuditApplication *self = LIEUDIT_APPLICATION (user_data);
  g_autoptr(LieuditGazetteer) installed = lieudit_gazetteer_open_installed (NULL);
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = lieudit_gazetteers_page_new ();
  g_autoptr(GSettings) settings = lieudit_settings_open ("map-overview");

  lieudit_gazetteers_page_set_model (LIEUDIT_GAZETTEERS_PAGE (page), installed,
                                     self->user_gazetteers, self->user_places, self->history);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (lieudit_standing_group_new (self->standing_decisions, self->history)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (lieudit_standing_group_new_for_spellings (self->house_spellings,
                                                                                             self->history)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  if (settings != NULL)
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (lieudit_map_page_new (settings)));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Closing each window, rather than quitting at once, lets it remember its size. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (lieudit_window_new (LIEUDIT_APPLICATION (user_data))));
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "preferences", preferences_action },
  { "new-window", new_window_action },
  { "quit", quit_action },
};

static const struct {
  const char *action;
  const char *accelerators[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.new-window", { "<Control>n" } },
  { "window.close", { "<Control>w" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.open", { "<Control>o" } },
  { "win.open-address", { "<Control><Shift>o" } },
  { "win.show-left-out", { "<Control><Shift>l" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.paste", { "<Control><Shift>v" } },
  { "win.export-places", { "<Control><Shift>e" } },
  { "win.export-picture", { "<Control><Shift>m" } },
  { "win.print", { "<Control>p" } },
  { "win.worksheet", { "<Control><Shift>p" } },
  { "win.quiz", { "F8" } },
  { "win.add-place", { "<Control><Shift>a" } },
  { "win.find-place", { "<Control>k", "<Control>l" } },
  { "win.help", { "F1" } },
  { "win.places-visible", { "F9" } },
};

static gint
lieudit_application_handle_local_options (GApplication *application,
                                          GVariantDict *arguments)
{
  if (g_variant_dict_contains (arguments, "version"))
    {
      g_print ("lieudit %s\n", LIEUDIT_VERSION);
      return 0;
    }

  if (!lieudit_display_open ())
    {
      g_printerr ("%s\n",
                  _("Lieudit needs a graphical display: start it from a desktop session, "
                    "or use lieudit-cli, which works in a terminal."));
      return 1;
    }

  return -1;
}

/* What the person adds or takes out is used from now on, also in what is open. */
static void
reopen_gazetteer (LieuditApplication *self)
{
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_user_gazetteers_open (self->user_gazetteers, self->user_places, &error);

  /* What was open stays open when this fails. */
  if (gazetteer != NULL || self->gazetteer == NULL)
    g_set_object (&self->gazetteer, gazetteer);
  g_clear_object (&gazetteer);
  g_clear_error (&self->gazetteer_error);
  self->gazetteer_error = g_steal_pointer (&error);
  g_signal_emit (self, signals[GAZETTEER_CHANGED], 0);
}

static void
open_gazetteers (LieuditApplication *self)
{
  self->user_gazetteers = lieudit_user_gazetteers_new (NULL);
  lieudit_user_gazetteers_purge (self->user_gazetteers);
  self->user_places = lieudit_user_places_new (NULL);
  lieudit_user_places_load (self->user_places, &self->user_places_error);
  self->standing_decisions = lieudit_standing_decisions_new (NULL);
  lieudit_standing_decisions_load (self->standing_decisions, &self->standing_decisions_error);
  self->house_spellings = lieudit_house_spellings_new (NULL);
  lieudit_house_spellings_load (self->house_spellings, &self->house_spellings_error);
  self->history = lieudit_history_new ();

  reopen_gazetteer (self);
  g_signal_connect_object (self->user_gazetteers, "items-changed", G_CALLBACK (reopen_gazetteer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->user_places, "items-changed", G_CALLBACK (reopen_gazetteer), self, G_CONNECT_SWAPPED);
}

static void
lieudit_application_startup (GApplication *application)
{
  LieuditApplication *self = LIEUDIT_APPLICATION (application);

  G_APPLICATION_CLASS (lieudit_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (LIEUDIT_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           accelerators[i].action,
                                           (const char * const *) accelerators[i].accelerators);

  open_gazetteers (self);
  lieudit_transliteration_prepare ();
  self->recent_articles = lieudit_recent_articles_new_menu (gtk_recent_manager_get_default ());
}

/* What was not saved when Lieudit ended last, each article in a window of its own. */
static void
recover_sessions (LieuditApplication *self)
{
  g_autoptr(GPtrArray) keepers = NULL;

  if (self->has_recovered)
    return;

  self->has_recovered = TRUE;
  keepers = lieudit_session_keeper_recover (NULL);
  for (guint i = 0; i < keepers->len; i++)
    {
      LieuditWindow *window = lieudit_window_new (self);

      gtk_window_present (GTK_WINDOW (window));
      lieudit_window_recover (window, g_object_ref (g_ptr_array_index (keepers, i)));
    }
}

static void
lieudit_application_activate (GApplication *application)
{
  GtkWindow *window;

  recover_sessions (LIEUDIT_APPLICATION (application));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    window = GTK_WINDOW (lieudit_window_new (LIEUDIT_APPLICATION (application)));

  gtk_window_present (window);
}

static LieuditWindow *
find_empty_window (LieuditApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      if (LIEUDIT_IS_WINDOW (link->data) && lieudit_window_is_empty (link->data))
        return link->data;
    }

  return NULL;
}

/* A quiz has a window of its own. */
static void
open_quiz (LieuditApplication *self,
           GFile              *file)
{
  LieuditQuizWindow *window = lieudit_application_create_quiz (self);

  if (window == NULL)
    {
      g_application_activate (G_APPLICATION (self));
      return;
    }
  gtk_window_present (GTK_WINDOW (window));
  lieudit_quiz_window_open (window, file);
}

static void
lieudit_application_open (GApplication  *application,
                          GFile        **files,
                          gint           n_files,
                          const char    *hint)
{
  LieuditApplication *self = LIEUDIT_APPLICATION (application);

  recover_sessions (self);
  for (gint i = 0; i < n_files; i++)
    {
      LieuditWindow *window;

      if (lieudit_quiz_has_ending (files[i]))
        {
          open_quiz (self, files[i]);
          continue;
        }

      window = find_empty_window (self);
      if (window == NULL)
        window = lieudit_window_new (self);

      lieudit_window_open_file (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
lieudit_application_finalize (GObject *object)
{
  LieuditApplication *self = LIEUDIT_APPLICATION (object);

  g_clear_object (&self->gazetteer);
  g_clear_error (&self->gazetteer_error);
  g_clear_object (&self->user_gazetteers);
  g_clear_object (&self->user_places);
  g_clear_error (&self->user_places_error);
  g_clear_object (&self->standing_decisions);
  g_clear_error (&self->standing_decisions_error);
  g_clear_object (&self->house_spellings);
  g_clear_error (&self->house_spellings_error);
  g_clear_object (&self->history);
  g_clear_object (&self->recent_articles);

  G_OBJECT_CLASS (lieudit_application_parent_class)->finalize (object);
}

static void
lieudit_application_class_init (LieuditApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = lieudit_application_finalize;

  /**
   * LieuditApplication::gazetteer-changed:
   * @self: an application
   *
   * lieudit_application_get_gazetteer() gives another gazetteer, or another
   * error: the person added, changed or removed places.
   */
  signals[GAZETTEER_CHANGED] =
    g_signal_new ("gazetteer-changed", LIEUDIT_TYPE_APPLICATION, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  application_class->handle_local_options = lieudit_application_handle_local_options;
  application_class->startup = lieudit_application_startup;
  application_class->activate = lieudit_application_activate;
  application_class->open = lieudit_application_open;
}

static void
lieudit_application_init (LieuditApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (application,
                                            _("Reads news articles and shows the places they name on a map."));
}

/**
 * lieudit_application_new:
 *
 * Makes the application, which opens each file it is given in a window of
 * its own.
 *
 * Returns: (transfer full): the application
 */
LieuditApplication *
lieudit_application_new (void)
{
  return g_object_new (LIEUDIT_TYPE_APPLICATION,
                       "application-id", LIEUDIT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/lieudit/Lieudit",
                       NULL);
}

/**
 * lieudit_application_get_gazetteer:
 * @self: an application
 * @error: (out) (optional) (nullable) (transfer none): why there is none
 *
 * Gets the gazetteer that all windows share.
 *
 * Returns: (transfer none) (nullable): the gazetteer, or %NULL when the
 *   installed one is missing or damaged
 */
LieuditGazetteer *
lieudit_application_get_gazetteer (LieuditApplication  *self,
                                   const GError       **error)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  if (error != NULL)
    *error = self->gazetteer_error;

  return self->gazetteer;
}

/**
 * lieudit_application_get_user_places:
 * @self: an application
 *
 * Gets the places that the person added. Once they change, so does what
 * lieudit_application_get_gazetteer() gives.
 *
 * Returns: (transfer none): the places
 */
LieuditUserPlaces *
lieudit_application_get_user_places (LieuditApplication *self)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  return self->user_places;
}

/**
 * lieudit_application_get_standing_decisions:
 * @self: an application
 *
 * Gets what the person always means by names.
 *
 * Returns: (transfer none): the decisions, which hold in all windows
 */
LieuditStandingDecisions *
lieudit_application_get_standing_decisions (LieuditApplication *self)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  return self->standing_decisions;
}

/**
 * lieudit_application_get_house_spellings:
 * @self: an application
 *
 * Gets how the newsroom writes places.
 *
 * Returns: (transfer none): the spellings, which hold in all windows
 */
LieuditHouseSpellings *
lieudit_application_get_house_spellings (LieuditApplication *self)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  return self->house_spellings;
}

/**
 * lieudit_application_get_history:
 * @self: an application
 *
 * Gets what the person changed among their own places and house spellings.
 *
 * Returns: (transfer none): the changes, to be undone in any window
 */
LieuditHistory *
lieudit_application_get_history (LieuditApplication *self)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  return self->history;
}

/**
 * lieudit_application_create_quiz:
 * @self: an application
 *
 * Makes a window for a quiz, which still has to be presented.
 *
 * Returns: (transfer none) (nullable): the window, or %NULL when there is no gazetteer to ask about
 */
LieuditQuizWindow *
lieudit_application_create_quiz (LieuditApplication *self)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  return self->gazetteer != NULL ? lieudit_quiz_window_new (GTK_APPLICATION (self), self->gazetteer) : NULL;
}

/**
 * lieudit_application_dup_problems:
 * @self: an application
 *
 * Lists what of the person's own data cannot be used: places that cannot be
 * read, imported gazetteers that are damaged.
 *
 * Returns: (transfer full) (array zero-terminated=1): a sentence for each
 */
char **
lieudit_application_dup_problems (LieuditApplication *self)
{
  g_autoptr(GStrvBuilder) problems = g_strv_builder_new ();
  GListModel *gazetteers;

  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  if (self->user_places_error != NULL)
    g_strv_builder_add (problems, self->user_places_error->message);

  if (self->standing_decisions_error != NULL)
    g_strv_builder_add (problems, self->standing_decisions_error->message);

  if (self->house_spellings_error != NULL)
    g_strv_builder_add (problems, self->house_spellings_error->message);

  gazetteers = G_LIST_MODEL (self->user_gazetteers);
  for (guint i = 0; i < g_list_model_get_n_items (gazetteers); i++)
    {
      g_autoptr(LieuditUserGazetteer) gazetteer = g_list_model_get_item (gazetteers, i);
      g_autofree char *problem = NULL;

      if (lieudit_user_gazetteer_get_problem (gazetteer) == NULL)
        continue;

      /* Translators: the name of an imported gazetteer, then a sentence that says what is wrong with it */
      problem = g_strdup_printf (_("“%s” is not used: %s"), lieudit_user_gazetteer_get_name (gazetteer),
                                 lieudit_user_gazetteer_get_problem (gazetteer));
      g_strv_builder_add (problems, problem);
    }

  return g_strv_builder_end (problems);
}

/**
 * lieudit_application_get_recent_articles:
 * @self: an application
 *
 * Gets the menu of the articles opened last. It follows the list of recent
 * files of the desktop.
 *
 * Returns: (transfer none): the menu
 */
GMenuModel *
lieudit_application_get_recent_articles (LieuditApplication *self)
{
  g_return_val_if_fail (LIEUDIT_IS_APPLICATION (self), NULL);

  return self->recent_articles;
}
