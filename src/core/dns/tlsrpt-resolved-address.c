/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-resolved-address.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptResolvedAddress:
 *
 * A host to connect to whose addresses a [class@Resolver] looks up: the servers
 * that were asked for the records are asked for the policy host too, not those of
 * the system.  It is a GNetworkAddress so that TLS checks the certificate against
 * the host's name.
 */
struct _TlsrptResolvedAddress
{
  GNetworkAddress  parent_instance;

  TlsrptResolver  *resolver;
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
  TlsrptAnswer             *answers[2];
  gsize                     n_asked;
  gsize                     next;
  gsize                     next_resource;
  TlsrptOutcome             outcome;
};

G_DEFINE_FINAL_TYPE (TlsrptAddressEnumerator, tlsrpt_address_enumerator,
                     G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

static const TlsrptResourceType types[] = { TLSRPT_RESOURCE_AAAA, TLSRPT_RESOURCE_A };

static GSocketAddress *
take_next (TlsrptAddressEnumerator *self)
{
  guint16 port = g_network_address_get_port (G_NETWORK_ADDRESS (self->address));

  for (; self->next < G_N_ELEMENTS (types); self->next++, self->next_resource = 0)
    {
      TlsrptAnswer *answer = self->answers[self->next];

      if (self->next_resource < tlsrpt_answer_get_n_resources (answer))
        return g_inet_socket_address_new_from_string (
          tlsrpt_answer_get_resource (answer, self->next_resource++)->host, port);
    }

  return NULL;
}

static void
return_next (TlsrptAddressEnumerator *self,
             GTask                   *task)
{
  gboolean is_first = self->next == 0 && self->next_resource == 0;
  GSocketAddress *address = take_next (self);

  if (address == NULL && is_first)
    {
      g_autofree char *host = tlsrpt_display_isolate (
        g_network_address_get_hostname (G_NETWORK_ADDRESS (self->address)), -1);

      g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND,
                               /* Translators: the first %s is a host, the second a sentence
                                * that says why */
                               _("No address was found for “%s”. %s"), host,
                               tlsrpt_outcome_get_message (self->outcome));
      return;
    }

  g_task_return_pointer (task, address, g_object_unref);
}

static void ask_next (GTask *task);

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlsrptAddressEnumerator *self = g_task_get_source_object (task);
  GError *error = NULL;
  TlsrptAnswer *answer = tlsrpt_resolver_ask_finish (TLSRPT_RESOLVER (source), result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->outcome = tlsrpt_answer_get_outcome (answer);
  self->answers[self->n_asked++] = answer;
  ask_next (g_steal_pointer (&task));
}

static void
ask_next (GTask *task)
{
  TlsrptAddressEnumerator *self = g_task_get_source_object (task);

  if (self->n_asked < G_N_ELEMENTS (types))
    {
      tlsrpt_resolver_ask_async (self->address->resolver,
                                 g_network_address_get_hostname (G_NETWORK_ADDRESS (self->address)),
                                 types[self->n_asked], g_task_get_cancellable (task), asked_cb,
                                 task);
      return;
    }

  return_next (self, task);
  g_object_unref (task);
}

static void
tlsrpt_address_enumerator_next_async (GSocketAddressEnumerator *enumerator,
                                      GCancellable             *cancellable,
                                      GAsyncReadyCallback       callback,
                                      gpointer                  user_data)
{
  GTask *task = g_task_new (enumerator, cancellable, callback, user_data);

  g_task_set_source_tag (task, tlsrpt_address_enumerator_next_async);
  ask_next (task);
}

static GSocketAddress *
tlsrpt_address_enumerator_next_finish (GSocketAddressEnumerator  *enumerator,
                                       GAsyncResult              *result,
                                       GError                   **error)
{
  g_return_val_if_fail (g_task_is_valid (result, enumerator), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tlsrpt_address_enumerator_finalize (GObject *object)
{
  TlsrptAddressEnumerator *self = TLSRPT_ADDRESS_ENUMERATOR (object);

  for (gsize i = 0; i < self->n_asked; i++)
    tlsrpt_answer_free (self->answers[i]);
  g_object_unref (self->address);

  G_OBJECT_CLASS (tlsrpt_address_enumerator_parent_class)->finalize (object);
}

static void
tlsrpt_address_enumerator_class_init (TlsrptAddressEnumeratorClass *klass)
{
  GSocketAddressEnumeratorClass *enumerator_class = G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tlsrpt_address_enumerator_finalize;
  enumerator_class->next_async = tlsrpt_address_enumerator_next_async;
  enumerator_class->next_finish = tlsrpt_address_enumerator_next_finish;
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

  g_clear_object (&self->resolver);

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
 * @resolver: who looks the host up
 * @host: the host's name
 * @port: the port to connect to
 *
 * Creates an address.  It is looked up when somebody connects to it.
 *
 * Returns: (transfer full): the address
 */
TlsrptResolvedAddress *
tlsrpt_resolved_address_new (TlsrptResolver *resolver,
                             const char     *host,
                             guint16         port)
{
  TlsrptResolvedAddress *self = g_object_new (TLSRPT_TYPE_RESOLVED_ADDRESS,
                                              "hostname", host,
                                              "port", (guint) port,
                                              "scheme", "https",
                                              NULL);

  self->resolver = g_object_ref (resolver);

  return self;
}
