/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-tls-handshake.h"

#include "tlsrpt-limits.h"

#include <errno.h>
#include <gnutls/gnutls.h>
#include <string.h>

/* RFC 8996: older versions are deprecated, and many senders refuse them. */
#define PRIORITY "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

/* The wire below TLS.  What the server sends is counted, so that none can go on for
 * ever. */
typedef struct
{
  GSocket          *socket;
  gint64            deadline;
  GCancellable     *stop;
  gnutls_session_t  session;
  gsize             n_received;
} Wire;

static gboolean
is_over (Wire *wire)
{
  return g_cancellable_is_cancelled (wire->stop) || g_get_monotonic_time () >= wire->deadline ||
         wire->n_received > TLSRPT_LIMIT_HANDSHAKE;
}

static ssize_t
settle (Wire   *wire,
        gssize  n,
        GError *error)
{
  g_autoptr (GError) own_error = error;

  if (n < 0)
    gnutls_transport_set_errno (wire->session,
                                g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK) ? EAGAIN
                                                                                            : EIO);

  return n;
}

static ssize_t
pull (gnutls_transport_ptr_t  pointer,
      void                   *octets,
      size_t                  length)
{
  Wire *wire = pointer;
  GError *error = NULL;
  gssize n;

  if (is_over (wire))
    {
      gnutls_transport_set_errno (wire->session, EIO);
      return -1;
    }

  n = g_socket_receive (wire->socket, octets, length, NULL, &error);
  if (n > 0)
    wire->n_received += (gsize) n;

  return settle (wire, n, error);
}

static ssize_t
push (gnutls_transport_ptr_t  pointer,
      const void             *octets,
      size_t                  length)
{
  Wire *wire = pointer;
  GError *error = NULL;

  return settle (wire, g_socket_send (wire->socket, octets, length, NULL, &error), error);
}

static int
pull_timeout (gnutls_transport_ptr_t pointer,
              unsigned int           milliseconds)
{
  Wire *wire = pointer;

  return g_socket_condition_check (wire->socket, G_IO_IN) != 0;
}

static gboolean
wait_for_wire (Wire *wire)
{
  GIOCondition condition = gnutls_record_get_direction (wire->session) ? G_IO_OUT : G_IO_IN;

  return !is_over (wire) &&
         g_socket_condition_timed_wait (wire->socket, condition,
                                        wire->deadline - g_get_monotonic_time (), wire->stop,
                                        NULL);
}

static void
keep_chain (gnutls_session_t  session,
            TlsrptContact    *contact)
{
  unsigned int n;
  const gnutls_datum_t *chain = gnutls_certificate_get_peers (session, &n);

  for (unsigned int i = 0; chain != NULL && i < MIN (n, TLSRPT_LIMIT_CERTIFICATES); i++)
    {
      TlsrptCertificate *certificate = tlsrpt_certificate_new (chain[i].data, chain[i].size);

      if (certificate != NULL)
        g_ptr_array_add (contact->chain, certificate);
      else if (i == 0)
        break;
    }
}

static void
keep_failure (Wire          *wire,
              int            status,
              TlsrptContact *contact)
{
  contact->outcome = TLSRPT_CONTACT_HANDSHAKE;

  if (status == GNUTLS_E_FATAL_ALERT_RECEIVED)
    {
      gnutls_alert_description_t alert = gnutls_alert_get (wire->session);
      const char *name = gnutls_alert_get_name (alert);

      contact->detail = g_strdup_printf ("alert %d: %s", (int) alert,
                                         name != NULL ? name : "unknown");
    }
  else if (wire->n_received > TLSRPT_LIMIT_HANDSHAKE)
    {
      contact->detail = g_strdup ("the server sends too much");
    }
  else if (g_get_monotonic_time () >= wire->deadline)
    {
      contact->detail = g_strdup ("the server does not answer in time");
    }
  else
    {
      contact->detail = g_strdup (gnutls_strerror (status));
    }
}

static void
shake_hands (Wire          *wire,
             const char    *farewell,
             TlsrptContact *contact)
{
  int status;

  do
    status = gnutls_handshake (wire->session);
  while (status < 0 && !gnutls_error_is_fatal (status) && !is_over (wire) &&
         (status != GNUTLS_E_AGAIN || wait_for_wire (wire)));

  if (status < 0)
    {
      keep_failure (wire, status, contact);
      return;
    }

  contact->outcome = TLSRPT_CONTACT_TLS;
  contact->protocol = g_strdup (gnutls_protocol_get_name (gnutls_protocol_get_version (wire->session)));
  contact->cipher = g_strdup (gnutls_ciphersuite_get (wire->session));
  keep_chain (wire->session, contact);

  /* A farewell that does not get through changes nothing. */
  if (farewell != NULL)
    gnutls_record_send (wire->session, farewell, strlen (farewell));
  gnutls_bye (wire->session, GNUTLS_SHUT_WR);
}

/**
 * tlsrpt_tls_handshake:
 * @socket: a connection that does not block
 * @server_name: what to call the server
 * @farewell: (nullable): what to say after the handshake
 * @deadline: when it must have ended, as monotonic time
 * @stop: to end it before
 * @contact: gets what comes out
 *
 * Makes a TLS connection, keeps what the server presents, whoever it is, and ends it.
 */
void
tlsrpt_tls_handshake (GSocket       *socket,
                      const char    *server_name,
                      const char    *farewell,
                      gint64         deadline,
                      GCancellable  *stop,
                      TlsrptContact *contact)
{
  gnutls_certificate_credentials_t credentials;
  Wire wire = { .socket = socket, .deadline = deadline, .stop = stop };

  if (gnutls_certificate_allocate_credentials (&credentials) < 0)
    g_error ("out of memory");
  if (gnutls_init (&wire.session, GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL) < 0)
    g_error ("out of memory");

  gnutls_priority_set_direct (wire.session, PRIORITY, NULL);
  gnutls_credentials_set (wire.session, GNUTLS_CRD_CERTIFICATE, credentials);
  gnutls_server_name_set (wire.session, GNUTLS_NAME_DNS, server_name, strlen (server_name));
  gnutls_handshake_set_max_packet_length (wire.session, TLSRPT_LIMIT_CHAIN);
  gnutls_handshake_set_timeout (wire.session, GNUTLS_INDEFINITE_TIMEOUT);
  gnutls_transport_set_ptr (wire.session, &wire);
  gnutls_transport_set_pull_function (wire.session, pull);
  gnutls_transport_set_push_function (wire.session, push);
  gnutls_transport_set_pull_timeout_function (wire.session, pull_timeout);

  shake_hands (&wire, farewell, contact);

  gnutls_deinit (wire.session);
  gnutls_certificate_free_credentials (credentials);
}
