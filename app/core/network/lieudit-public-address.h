/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LieuditAddressFilter:
 * @address: an address that a name leads to
 *
 * Returns: whether it may be connected to
 */
typedef gboolean (*LieuditAddressFilter) (GInetAddress *address);

#define LIEUDIT_TYPE_PUBLIC_ADDRESS (lieudit_public_address_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPublicAddress, lieudit_public_address, LIEUDIT, PUBLIC_ADDRESS, GNetworkAddress)

gboolean            lieudit_address_is_public  (GInetAddress         *address);
GSocketConnectable *lieudit_public_address_new (const char           *host,
                                                guint16               port,
                                                LieuditAddressFilter  filter);

G_END_DECLS
