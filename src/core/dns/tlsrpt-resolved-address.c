/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-resolved-address.h"

/**
 * TlsrptResolvedAddress:
 *
 * A host to connect to whose addresses are known: the servers that were asked for
 * the records were asked for the host too, not those of the system.  It is a
 * GNetworkAddress so that TLS checks the certificate against the host's name.
 */
struct _TlsrptResolvedAddress
{
  GNetworkAddress  parent_instance;

  GPtrArray       *addresses;
};

static void connectable_iface_init (GSocketConnectableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlsrptResolvedAddress, tlsrpt_resolved_address,
                               G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE,
                                                      connectable_iface_init))

#define TLSRPT_TYPE_ADDRESS_ENUMERATOR (tlsrpt_address_enumerator_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptAddressEnumerator, tlsrpt_address_enumerator, TLSRPT, ADDRESS_ENUMERATOR, GSocketAddressEnumerator)

struct _TlsrptAddressEnumerator
{
  GSocketAddressEnumerator  parent_instance;

  TlsrptResolvedAddress    *address;
  guint                     next;
};

G_DEFINE_FINAL_TYPE (TlsrptAddressEnumerator, tlsrpt_address_enumerator,
                     G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

static GSocketAddress *
tlsrpt_address_enumerator_next (GSocketAddressEnumerator  *enumerator,
                                GCancellable              *cancellable,
                                GError                   **error)
{
  TlsrptAddressEnumerator *self = TLSRPT_ADDRESS_ENUMERATOR (enumerator);
  GPtrArray *addresses = self->address->addresses;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || self->next == addresses->len)
    return NULL;

  return g_inet_socket_address_new_from_string (
    g_ptr_array_index (addresses, self->next++),
    g_network_address_get_port (G_NETWORK_ADDRESS (self->address)));
}

static void
tlsrpt_address_enumerator_finalize (GObject *object)
{
  TlsrptAddressEnumerator *self = TLSRPT_ADDRESS_ENUMERATOR (object);

  g_object_unref (self->address);

  G_OBJECT_CLASS (tlsrpt_address_enumerator_parent_class)->finalize (object);
}

static void
tlsrpt_address_enumerator_class_init (TlsrptAddressEnumeratorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tlsrpt_address_enumerator_finalize;
  G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass)->next = tlsrpt_address_enumerator_next;
}

static void
tlsrpt_address_enumerator_init (TlsrptAddressEnumerator *self)
{
}

static GSocketAddressEnumerator *
tlsrpt_resolved_address_enumerate (GSocketConnectable *connectable)
{
  TlsrptAddressEnumerator *enumerator = g_object_new (TLSRPT_TYPE_ADDRESS_ENUMERATOR, NULL);

  enumerator->address = g_object_ref (TLSRPT_RESOLVED_ADDRESS (connectable));

  return G_SOCKET_ADDRESS_ENUMERATOR (enumerator);
}

/* A proxy's enumerator, and how the address is shown, come from the parent. */
static void
connectable_iface_init (GSocketConnectableIface *iface)
{
  iface->enumerate = tlsrpt_resolved_address_enumerate;
}

static void
tlsrpt_resolved_address_finalize (GObject *object)
{
  TlsrptResolvedAddress *self = TLSRPT_RESOLVED_ADDRESS (object);

  g_clear_pointer (&self->addresses, g_ptr_array_unref);

  G_OBJECT_CLASS (tlsrpt_resolved_address_parent_class)->finalize (object);
}

static void
tlsrpt_resolved_address_class_init (TlsrptResolvedAddressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tlsrpt_resolved_address_finalize;
}

static void
tlsrpt_resolved_address_init (TlsrptResolvedAddress *self)
{
}

/**
 * tlsrpt_resolved_address_new:
 * @host: the host's name
 * @port: the port to connect to
 * @addresses: (element-type utf8): its IP addresses, in the order in which they are tried
 *
 * Creates an address.
 *
 * Returns: (transfer full): the address
 */
TlsrptResolvedAddress *
tlsrpt_resolved_address_new (const char *host,
                             guint16     port,
                             GPtrArray  *addresses)
{
  TlsrptResolvedAddress *self = g_object_new (TLSRPT_TYPE_RESOLVED_ADDRESS,
                                              "hostname", host,
                                              "port", (guint) port,
                                              "scheme", "https",
                                              NULL);

  self->addresses = g_ptr_array_ref (addresses);

  return self;
}
