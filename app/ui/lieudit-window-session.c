/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window keeps of the person's work on its article. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "session/lieudit-decisions-applying.h"

/**
 * lieudit_window_dup_title:
 * @self: a window with an article
 * @subtitle: (out) (optional) (nullable): what else there is to say
 *
 * Returns: (transfer full): what the article is called
 */
char *
lieudit_window_dup_title (LieuditWindow  *self,
                          char          **subtitle)
{
  GFile *file = lieudit_session_get_file (self->session);
  const char *source = lieudit_article_get_source (self->article);
  const char *title = lieudit_article_get_title (self->article);
  g_autofree char *name = NULL;

  if (file != NULL)
    name = g_file_get_basename (file);
  else if (source != NULL && *source != '\0')
    name = g_path_get_basename (source);

  if (title != NULL && *title != '\0')
    {
      if (subtitle != NULL)
        *subtitle = g_steal_pointer (&name);
      return g_strdup (title);
    }

  if (subtitle != NULL)
    *subtitle = g_strdup (lieudit_article_get_date (self->article));
  return name != NULL ? g_steal_pointer (&name) : g_strdup (_("Pasted Article"));
}

/**
 * lieudit_window_update_title:
 * @self: a window
 *
 * Says which article is open, where it is saved, and by a dot that it is not.
 */
void
lieudit_window_update_title (LieuditWindow *self)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  g_autofree char *marked = NULL;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  title = lieudit_window_dup_title (self, &subtitle);
  marked = lieudit_session_is_modified (self->session) ? g_strconcat ("• ", title, NULL) : g_strdup (title);
  adw_window_title_set_title (self->title, marked);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), marked);
}

static void
stop_following (LieuditWindow *self)
{
  g_signal_handlers_disconnect_by_data (lieudit_session_get_decisions (self->session), self);
  g_signal_handlers_disconnect_by_data (lieudit_session_get_history (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  lieudit_session_keeper_forget (self->keeper);
}

/* One that came back after a crash is kept already. */
static void
start_keeping (LieuditWindow *self)
{
  if (self->keeper != NULL && lieudit_session_keeper_get_session (self->keeper) == self->session)
    return;

  g_clear_object (&self->keeper);
  self->keeper = lieudit_session_keeper_new (NULL, self->session);
}

/**
 * lieudit_window_set_session:
 * @self: a window
 * @session: an article, and what the person said of it
 *
 * Works on another article from now on.
 */
void
lieudit_window_set_session (LieuditWindow  *self,
                            LieuditSession *session)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_SESSION (session));

  if (self->session != NULL)
    stop_following (self);
  g_set_object (&self->session, session);
  g_set_object (&self->article, lieudit_session_get_article (session));
  lieudit_selection_set_session (self->selection, session);
  lieudit_map_view_set_session (self->map_view, session);
  start_keeping (self);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (lieudit_window_update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::file", G_CALLBACK (lieudit_window_update_title), self, G_CONNECT_SWAPPED);
  lieudit_window_follow_decisions (self);
  lieudit_window_start_history (self);
  lieudit_window_start_claims (self);
  lieudit_window_watch_file (self);
}

/**
 * lieudit_window_tell_unknown_places:
 * @self: a window that has got another article
 *
 * Says it when some decisions are for places that only somebody else has.
 */
void
lieudit_window_tell_unknown_places (LieuditWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  LieuditGazetteer *gazetteer = lieudit_application_get_gazetteer (LIEUDIT_APPLICATION (application), NULL);
  g_autofree char *message = NULL;
  guint n_unknown;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  n_unknown = gazetteer != NULL ? lieudit_decisions_count_unknown (lieudit_session_get_decisions (self->session), gazetteer) : 0;
  if (n_unknown == 0)
    return;

  message = g_strdup_printf (ngettext ("%u decision is for a place that your gazetteers do not have: it is shown where this file puts it.",
                                       "%u decisions are for places that your gazetteers do not have: they are shown where this file puts them.",
                                       n_unknown), n_unknown);
  lieudit_window_show_message (self, message);
}

/**
 * lieudit_window_recover:
 * @self: a window without an article
 * @keeper: (transfer full): a session that somebody worked on when Lieudit ended
 *
 * Goes on with a session after a crash, and says so.
 */
void
lieudit_window_recover (LieuditWindow        *self,
                        LieuditSessionKeeper *keeper)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));
  g_return_if_fail (LIEUDIT_IS_SESSION_KEEPER (keeper));

  self->keeper = keeper;
  lieudit_window_open_session (self, lieudit_session_keeper_get_session (keeper));
  lieudit_window_show_message (self, _("Lieudit ended before this was saved. It is here again as you left it."));
}

/**
 * lieudit_window_remember_view:
 * @self: a window
 *
 * Puts into the session what the person looks at now.
 */
void
lieudit_window_remember_view (LieuditWindow *self)
{
  LieuditMention *mention = lieudit_selection_get_mention (self->selection);
  LieuditSessionView view = { .has_map = TRUE };

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  lieudit_map_view_get_position (self->map_view, &view.latitude, &view.longitude, &view.zoom);
  if (mention != NULL)
    {
      view.has_selection = TRUE;
      view.selection = lieudit_mention_get_start_code_point (mention);
    }
  lieudit_session_set_view (self->session, view);
}

/**
 * lieudit_window_go_back_to_view:
 * @self: a window that has got another article
 *
 * Shows what the person looked at when the session was saved.
 */
void
lieudit_window_go_back_to_view (LieuditWindow *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  LieuditSessionView view = lieudit_session_get_view (self->session);
  LieuditMention *mention = NULL;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  if (view.has_selection && analysis != NULL)
    mention = lieudit_analysis_get_mention_at (analysis, view.selection);
  if (mention != NULL)
    lieudit_selection_select_mention (self->selection, mention);
  if (view.has_map)
    lieudit_map_view_set_position (self->map_view, view.latitude, view.longitude, view.zoom);
}
