/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * LIEUDIT_NETWORK_ACCESS_KEY:
 *
 * The setting that forbids all use of the network when it is off.
 */
#define LIEUDIT_NETWORK_ACCESS_KEY "network-access"

gboolean     lieudit_network_is_allowed  (void);
gboolean     lieudit_network_check       (GError **error);
SoupSession *lieudit_network_new_session (void);
SoupSession *lieudit_network_new_session_for (GSocketConnectable *server);

G_END_DECLS
