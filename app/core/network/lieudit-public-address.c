/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network/lieudit-public-address.h"

#include <glib/gi18n.h>

/**
 * LieuditPublicAddress:
 *
 * A server by its name, of which only those addresses are connected to that lie
 * in the public network. A name may lead anywhere, and to another place each time
 * it is asked for: what is checked here is the very address that is used.
 */
struct _LieuditPublicAddress
{
  GNetworkAddress parent_instance;

  LieuditAddressFilter filter;
};

static void lieudit_public_address_connectable_init (GSocketConnectableIface *interface);

static GSocketConnectableIface *parent_interface;

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditPublicAddress, lieudit_public_address, G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE, lieudit_public_address_connectable_init))

#define TYPE_PUBLIC_ENUMERATOR (public_enumerator_get_type ())
G_DECLARE_FINAL_TYPE (PublicEnumerator, public_enumerator, PUBLIC, ENUMERATOR, GSocketAddressEnumerator)

/* Walks the addresses of a name, and leaves out those that may not be used. */
struct _PublicEnumerator
{
  GSocketAddressEnumerator parent_instance;

  GSocketAddressEnumerator *all;
  LieuditAddressFilter      filter;
  gboolean                  has_skipped;
  gboolean                  has_found;
};

G_DEFINE_FINAL_TYPE (PublicEnumerator, public_enumerator, G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

/* What is not for the public: RFC 6890 and what came after it. */
static const char *const reserved[] = {
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
  "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
  "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fc00::/7",
  "fe80::/10", "fec0::/10", "ff00::/8",
};

#define MAPPED "::ffff:0:0/96"

static gboolean
matches (GInetAddress *address,
         const char   *mask)
{
  g_autoptr(GInetAddressMask) parsed = g_inet_address_mask_new_from_string (mask, NULL);

  return g_inet_address_mask_matches (parsed, address);
}

/**
 * lieudit_address_is_public:
 * @address: an address
 *
 * Returns: whether it is one of the public network: not this computer, not the
 *   network it is in, and nothing that is reserved
 */
gboolean
lieudit_address_is_public (GInetAddress *address)
{
  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);

  if (matches (address, MAPPED))
    {
      g_autoptr(GInetAddress) inner = g_inet_address_new_from_bytes (g_inet_address_to_bytes (address) + 12, G_SOCKET_FAMILY_IPV4);

      return lieudit_address_is_public (inner);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    {
      if (matches (address, reserved[i]))
        return FALSE;
    }

  return TRUE;
}

static void
public_enumerator_finalize (GObject *object)
{
  g_clear_object (&PUBLIC_ENUMERATOR (object)->all);

  G_OBJECT_CLASS (public_enumerator_parent_class)->finalize (object);
}

static gboolean
may_use (PublicEnumerator *self,
         GSocketAddress   *address)
{
  gboolean usable = G_IS_INET_SOCKET_ADDRESS (address) &&
                    self->filter (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));

  self->has_found |= usable;
  self->has_skipped |= !usable;

  return usable;
}

static void
tell_why (PublicEnumerator  *self,
          GError           **error)
{
  if (self->has_skipped && !self->has_found && error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                         _("This address leads to your own computer or network. Lieudit fetches pages of public servers only."));
}

static GSocketAddress *
public_enumerator_next (GSocketAddressEnumerator  *enumerator,
                        GCancellable              *cancellable,
                        GError                   **error)
{
  PublicEnumerator *self = PUBLIC_ENUMERATOR (enumerator);
  GSocketAddress *address;

  while ((address = g_socket_address_enumerator_next (self->all, cancellable, error)) != NULL && !may_use (self, address))
    g_object_unref (address);
  if (address == NULL)
    tell_why (self, error);

  return address;
}

static void
next_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PublicEnumerator *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(GSocketAddress) address = g_socket_address_enumerator_next_finish (G_SOCKET_ADDRESS_ENUMERATOR (source), result, &error);

  if (address != NULL && !may_use (self, address))
    {
      GCancellable *cancellable = g_task_get_cancellable (task);

      g_socket_address_enumerator_next_async (self->all, cancellable, next_cb, g_steal_pointer (&task));
      return;
    }
  if (address == NULL)
    tell_why (self, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&address), g_object_unref);
}

static void
public_enumerator_next_async (GSocketAddressEnumerator *enumerator,
                              GCancellable             *cancellable,
                              GAsyncReadyCallback       callback,
                              gpointer                  user_data)
{
  GTask *task = g_task_new (enumerator, cancellable, callback, user_data);

  g_task_set_source_tag (task, public_enumerator_next_async);
  g_socket_address_enumerator_next_async (PUBLIC_ENUMERATOR (enumerator)->all, cancellable, next_cb, task);
}

static GSocketAddress *
public_enumerator_next_finish (GSocketAddressEnumerator  *enumerator,
                               GAsyncResult              *result,
                               GError                   **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
public_enumerator_class_init (PublicEnumeratorClass *klass)
{
  GSocketAddressEnumeratorClass *enumerator_class = G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = public_enumerator_finalize;
  enumerator_class->next = public_enumerator_next;
  enumerator_class->next_async = public_enumerator_next_async;
  enumerator_class->next_finish = public_enumerator_next_finish;
}

static void
public_enumerator_init (PublicEnumerator *self)
{
}

static GSocketAddressEnumerator *
enumerate (GSocketConnectable *connectable)
{
  PublicEnumerator *enumerator = g_object_new (TYPE_PUBLIC_ENUMERATOR, NULL);

  enumerator->all = parent_interface->enumerate (connectable);
  enumerator->filter = LIEUDIT_PUBLIC_ADDRESS (connectable)->filter;

  return G_SOCKET_ADDRESS_ENUMERATOR (enumerator);
}

static void
lieudit_public_address_connectable_init (GSocketConnectableIface *interface)
{
  parent_interface = g_type_interface_peek_parent (interface);
  interface->enumerate = enumerate;
  /* A proxy would look the name up anew, and connect to whatever it finds. */
  interface->proxy_enumerate = enumerate;
  interface->to_string = parent_interface->to_string;
}

static void
lieudit_public_address_class_init (LieuditPublicAddressClass *klass)
{
}

static void
lieudit_public_address_init (LieuditPublicAddress *self)
{
}

/**
 * lieudit_public_address_new:
 * @host: the name or address of a server
 * @port: its port
 * @filter: tells which addresses may be used
 *
 * Returns: (transfer full): what to connect to
 */
GSocketConnectable *
lieudit_public_address_new (const char           *host,
                            guint16               port,
                            LieuditAddressFilter  filter)
{
  LieuditPublicAddress *self;

  g_return_val_if_fail (host != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_PUBLIC_ADDRESS, "hostname", host, "port", (guint) port, NULL);
  self->filter = filter;

  return G_SOCKET_CONNECTABLE (self);
}
