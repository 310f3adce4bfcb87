/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the network may be used, and the manners in which it is. */
#include "config.h"

#include "network/lieudit-network.h"

#include <glib/gi18n.h>

#include "lieudit-settings.h"

/* Servers ask that a program says what it is, and where whoever distributes it can be told when it misbehaves. */
#define USER_AGENT "Lieudit/" LIEUDIT_VERSION " (" LIEUDIT_CONTACT ")"

#define MOST_CONNECTIONS 2

/* A server that says nothing for so many seconds is given up. */
#define PATIENCE 20

/**
 * lieudit_network_is_allowed:
 *
 * Tells whether anything may be fetched from the network now. Whoever is about to must ask; where no settings are installed, nobody has
 * allowed anything.
 *
 * Returns: whether the network may be used
 */
gboolean
lieudit_network_is_allowed (void)
{
  g_autoptr (GSettings) settings = lieudit_settings_open (LIEUDIT_NETWORK_ACCESS_KEY);

  return settings != NULL && g_settings_get_boolean (settings, LIEUDIT_NETWORK_ACCESS_KEY);
}

/**
 * lieudit_network_check:
 * @error: return location for an error
 *
 * As lieudit_network_is_allowed(), with words for the person: %G_IO_ERROR_PERMISSION_DENIED.
 *
 * Returns: whether the network may be used
 */
gboolean
lieudit_network_check (GError **error)
{
  if (lieudit_network_is_allowed ())
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                       _("The use of the network is forbidden in the preferences."));

  return FALSE;
}

/**
 * lieudit_network_new_session:
 *
 * Makes a session that introduces itself, opens few connections and does not wait for ever.
 *
 * Returns: (transfer full): the session
 */
SoupSession *
lieudit_network_new_session (void)
{
  return lieudit_network_new_session_for (NULL);
}

/**
 * lieudit_network_new_session_for:
 * @server: (nullable): the only server to connect to, or %NULL for any
 *
 * Returns: (transfer full): a session that says what program asks, and is modest
 */
SoupSession *
lieudit_network_new_session_for (GSocketConnectable *server)
{
  return soup_session_new_with_options ("user-agent", USER_AGENT, "max-conns", MOST_CONNECTIONS, "max-conns-per-host", MOST_CONNECTIONS,
                                        "timeout", PATIENCE, "remote-connectable", server, NULL);
}
