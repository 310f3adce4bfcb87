/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window keeps of the person's work on its article. */
#include "config.h"

#include "lieudit-window-private.h"

static void
stop_following (LieuditWindow *self)
{
  g_signal_handlers_disconnect_by_data (lieudit_session_get_decisions (self->session), self);
  g_signal_handlers_disconnect_by_data (lieudit_session_get_history (self->session), self);
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
  lieudit_window_follow_decisions (self);
  lieudit_window_start_history (self);
}
