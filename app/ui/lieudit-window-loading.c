/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "lieudit-article-chooser.h"
#include "lieudit-recent-articles.h"
#include "network/lieudit-page.h"
#include "session/lieudit-session-file.h"

/* Loading that takes less than this shows no spinner, which would only flicker. */
#define SPINNER_MILLISECONDS 200

/* The places in the first pages of a long article are shown while the others are looked for; bytes. */
#define BEGINNING_SIZE (128 * 1024)

static gboolean
show_spinner_cb (gpointer user_data)
{
  LieuditWindow *self = LIEUDIT_WINDOW (user_data);

  self->loading_timeout = 0;
  gtk_widget_set_visible (self->loading_box, TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
start_spinner (LieuditWindow *self)
{
  if (self->loading_timeout == 0)
    self->loading_timeout = g_timeout_add (SPINNER_MILLISECONDS, show_spinner_cb, self);
}

static void
stop_spinner (LieuditWindow *self)
{
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->loading_box, FALSE);
}

static void
stop_loading (LieuditWindow *self)
{
  stop_spinner (self);
  g_clear_object (&self->loading);
  g_clear_object (&self->loading_file);
  g_clear_object (&self->loading_session);
}

static void
cancel_analysing (LieuditWindow *self)
{
  g_cancellable_cancel (self->analysing);
  g_clear_object (&self->analysing);
}

static void
start_loading (LieuditWindow *self,
               GFile         *file)
{
  lieudit_window_cancel_loading (self);

  self->loading = g_cancellable_new ();
  g_set_object (&self->loading_file, file);
  start_spinner (self);
}

/* Somebody who opens another article meanwhile no longer waits for this one, whose failure is no news. */
static gboolean
is_superseded (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
is_web_address (GFile *file)
{
  return g_file_has_uri_scheme (file, "https") || g_file_has_uri_scheme (file, "http");
}

static void
finish_loading (LieuditWindow   *self,
                LieuditAnalysis *analysis)
{
  g_autoptr(LieuditSession) session = g_steal_pointer (&self->loading_session);

  if (self->loading_file != NULL && !is_web_address (self->loading_file))
    lieudit_recent_articles_add (gtk_recent_manager_get_default (), self->loading_file,
                                 lieudit_session_get_file (session) != NULL ? LIEUDIT_SESSION_MIME_TYPE : "text/plain");

  cancel_analysing (self);
  stop_loading (self);
  lieudit_window_show_article (self, session, analysis);
}

static gboolean
knows_whole_article (LieuditWindow   *self,
                     LieuditAnalysis *analysis)
{
  return lieudit_analysis_get_article (analysis) == self->article;
}

static void
analysed_again_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GError) error = NULL;

  analysis = lieudit_analysis_run_finish (result, &error);
  if (is_superseded (error))
    return;

  g_clear_object (&self->analysing);
  if (self->loading == NULL)
    stop_spinner (self);
  if (analysis == NULL)
    lieudit_window_show_message (self, error->message);
  else if (knows_whole_article (self, analysis))
    lieudit_window_update_analysis (self, analysis);
}

static void
analyse_open_article (LieuditWindow    *self,
                      LieuditGazetteer *gazetteer)
{
  cancel_analysing (self);
  self->analysing = g_cancellable_new ();
  start_spinner (self);
  lieudit_analysis_run_async (gazetteer, self->article, self->analysing, analysed_again_cb, g_object_ref (self));
}

static LieuditGazetteer *
get_gazetteer (LieuditWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return lieudit_application_get_gazetteer (LIEUDIT_APPLICATION (application), NULL);
}

static void
analysed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GError) error = NULL;

  analysis = lieudit_analysis_run_finish (result, &error);
  if (is_superseded (error))
    return;

  /* The article can be read even when its places cannot be found. */
  finish_loading (self, analysis);
  if (error != NULL)
    lieudit_window_show_message (self, error->message);
  else if (!knows_whole_article (self, analysis))
    analyse_open_article (self, get_gazetteer (self));
}

static void
analyse (LieuditWindow  *self,
         LieuditSession *session)
{
  LieuditArticle *article = lieudit_session_get_article (session);
  LieuditGazetteer *gazetteer = get_gazetteer (self);
  g_autoptr(LieuditArticle) beginning = lieudit_article_copy_beginning (article, BEGINNING_SIZE);

  g_set_object (&self->loading_session, session);

  if (gazetteer == NULL)
    finish_loading (self, NULL);
  else
    lieudit_analysis_run_async (gazetteer, beginning != NULL ? beginning : article, self->loading, analysed_cb,
                                g_object_ref (self));
}

static void
fail_loading (LieuditWindow *self,
              const GError  *error)
{
  g_autofree char *name = g_file_get_basename (self->loading_file);
  /* Translators: a file's name, then a sentence that says what is wrong with it */
  g_autofree char *message = g_strdup_printf (_("“%s”: %s"), name, error->message);

  stop_loading (self);
  lieudit_window_show_message (self, message);
}

static LieuditWindow *pick_window (LieuditWindow *self);

static void
article_chosen_cb (LieuditWindow  *self,
                   LieuditArticle *article)
{
  g_autoptr(LieuditSession) session = lieudit_session_new (article);

  lieudit_window_open_session (pick_window (self), session);
}

/* The article that is open stays until one is chosen. */
static void
choose_article (LieuditWindow *self,
                GPtrArray     *articles)
{
  LieuditArticleChooser *chooser = lieudit_article_chooser_new (GTK_WINDOW (self), articles);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (article_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GError) error = NULL;

  articles = lieudit_articles_read_finish (result, &error);
  if (is_superseded (error))
    return;

  if (articles == NULL)
    {
      fail_loading (self, error);
      return;
    }

  if (articles->len > 1)
    {
      stop_loading (self);
      choose_article (self, articles);
      return;
    }

  session = lieudit_session_new (g_ptr_array_index (articles, 0));
  analyse (self, session);
}

/* What is no session is an article. */
static void
session_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session = lieudit_session_open_finish (result, &error);
  if (is_superseded (error))
    return;

  if (session != NULL)
    analyse (self, session);
  else if (g_error_matches (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NO_SESSION))
    lieudit_articles_read_file_async (self->loading_file, self->loading, read_cb, g_object_ref (self));
  else
    fail_loading (self, error);
}

/**
 * lieudit_window_analyse_again:
 * @self: a window
 *
 * Finds the places again in the article that is open, and in the one that is
 * being opened: there is another gazetteer.
 */
void
lieudit_window_analyse_again (LieuditWindow *self)
{
  LieuditGazetteer *gazetteer;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  gazetteer = get_gazetteer (self);
  if (gazetteer == NULL)
    return;

  if (self->article != NULL)
    analyse_open_article (self, gazetteer);

  if (self->loading_session != NULL)
    {
      g_autoptr(LieuditSession) session = g_object_ref (self->loading_session);

      g_cancellable_cancel (self->loading);
      g_clear_object (&self->loading);
      self->loading = g_cancellable_new ();
      analyse (self, session);
    }
}

/**
 * lieudit_window_cancel_loading:
 * @self: a window
 *
 * Stops loading an article, if one is being loaded. The article that is open
 * stays.
 */
void
lieudit_window_cancel_loading (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  stop_loading (self);
}

/**
 * lieudit_window_cancel_analysing:
 * @self: a window
 *
 * Stops looking for places in the article that is open; those that were found
 * stay.
 */
void
lieudit_window_cancel_analysing (LieuditWindow *self)
{
  LieuditAnalysis *analysis;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  analysis = lieudit_selection_get_analysis (self->selection);
  cancel_analysing (self);
  stop_spinner (self);
  if (analysis != NULL && !knows_whole_article (self, analysis))
    lieudit_window_show_message (self, _("Only the places in the first pages are shown. Open the article again for all."));
}

/* Changes that are not saved are not replaced: what is opened gets a window of its own. */
static LieuditWindow *
pick_window (LieuditWindow *self)
{
  LieuditWindow *other;

  if (!lieudit_window_has_changes (self))
    return self;

  other = lieudit_window_new (LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  gtk_window_present (GTK_WINDOW (other));

  return other;
}

static GtkWindow *
find_window_of_session (LieuditWindow *self,
                        GFile         *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    {
      LieuditSession *session = LIEUDIT_IS_WINDOW (link->data) ? LIEUDIT_WINDOW (link->data)->session : NULL;
      GFile *other = session != NULL ? lieudit_session_get_file (session) : NULL;

      if (other != NULL && g_file_equal (other, file))
        return link->data;
    }

  return NULL;
}

/**
 * lieudit_window_open_file:
 * @self: a window
 * @file: a file with an article, a map or a quiz
 *
 * Opens an article in place of the one that is open, which stays if the file
 * cannot be read; in another window if there are changes that are not saved. A
 * session that is open already is shown where it is, a map behind the places, and
 * a quiz in a window of its own.
 */
void
lieudit_window_open_file (LieuditWindow *self,
                          GFile         *file)
{
  GtkWindow *open_window;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (is_web_address (file))
    {
      g_autofree char *address = g_file_get_uri (file);

      lieudit_window_ask_for_page (self, address);
      return;
    }
  if (lieudit_window_open_map (self, file))
    return;

  open_window = find_window_of_session (self, file);
  if (open_window != NULL)
    gtk_window_present (open_window);
  else if (!lieudit_window_open_quiz (self, file))
    lieudit_window_reopen_file (pick_window (self), file);
}

/**
 * lieudit_window_reopen_file:
 * @self: a window
 * @file: a file with an article
 *
 * Opens an article in place of the one that is open, whatever the person did
 * with that.
 */
void
lieudit_window_reopen_file (LieuditWindow *self,
                            GFile         *file)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  start_loading (self, file);
  lieudit_session_open_async (file, self->article, self->loading, session_opened_cb, g_object_ref (self));
}

static void
page_fetched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) page = lieudit_page_fetch_finish (result, &address, &error);

  if (is_superseded (error))
    return;

  if (page != NULL)
    lieudit_articles_read_bytes_async (page, address, self->loading, read_cb, g_object_ref (self));
  else
    fail_loading (self, error);
}

/**
 * lieudit_window_fetch_page:
 * @self: a window
 * @address: a web address that the person just said to fetch
 *
 * Opens a page of the web in place of the article that is open, which stays if
 * the page cannot be fetched.
 */
void
lieudit_window_fetch_page (LieuditWindow *self,
                           const char    *address)
{
  g_autoptr(GFile) file = NULL;
  LieuditWindow *window;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (address != NULL);

  file = g_file_new_for_uri (address);
  window = pick_window (self);
  start_loading (window, file);
  lieudit_page_fetch_async (address, window->loading, page_fetched_cb, g_object_ref (window));
}

/**
 * lieudit_window_open_session:
 * @self: a window
 * @session: an article, and what the person said of it
 *
 * Opens a session that is in memory.
 */
void
lieudit_window_open_session (LieuditWindow  *self,
                             LieuditSession *session)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_SESSION (session));

  start_loading (self, NULL);
  analyse (self, session);
}

/**
 * lieudit_window_open_articles:
 * @self: a window
 * @articles: (element-type LieuditArticle): articles, at least one
 *
 * Opens an article in place of the one that is open; of several the one that
 * the person chooses.
 */
void
lieudit_window_open_articles (LieuditWindow *self,
                              GPtrArray     *articles)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (articles != NULL && articles->len > 0);

  if (articles->len == 1)
    article_chosen_cb (self, g_ptr_array_index (articles, 0));
  else
    choose_article (self, articles);
}

/**
 * lieudit_window_open_text:
 * @self: a window
 * @text: the text of an article
 *
 * Opens a text as an article in place of the one that is open, which stays if
 * the text is no article. A web address is asked about.
 */
void
lieudit_window_open_text (LieuditWindow *self,
                          const char    *text)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (lieudit_page_is_address (text))
    {
      lieudit_window_ask_for_page (self, text);
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  articles = lieudit_articles_read_bytes (bytes, NULL, NULL, &error);
  if (articles != NULL)
    lieudit_window_open_articles (self, articles);
  else
    lieudit_window_show_message (self, error->message);
}
