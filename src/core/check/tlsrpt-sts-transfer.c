/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-transfer.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-resolved-address.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#define PORT 443
#define PATH "/.well-known/mta-sts.txt"
#define MEDIA_TYPE "text/plain"

typedef struct
{
  const char      *host;
  SoupMessage     *message;
  char            *text; /* TLSRPT_LIMIT_POLICY + 1 octets */

  GCancellable    *stop;
  guint            n_interim;

  gboolean         is_done;
  TlsrptStsPolicy *policy;
  GError          *error;
} Transfer;

static void
set_certificate_error (Transfer  *transfer,
                       GError   **error)
{
  static const struct
  {
    GTlsCertificateFlags  flag;
    const char           *message;
  } causes[] = {
    {
      G_TLS_CERTIFICATE_BAD_IDENTITY,
      /* Translators: %s is a host */
      N_("The certificate of “%s” is not valid for this name"),
    },
    {
      G_TLS_CERTIFICATE_EXPIRED,
      /* Translators: %s is a host */
      N_("The certificate of “%s” has expired"),
    },
    {
      G_TLS_CERTIFICATE_NOT_ACTIVATED,
      /* Translators: %s is a host */
      N_("The certificate of “%s” is not valid yet"),
    },
    {
      G_TLS_CERTIFICATE_REVOKED,
      /* Translators: %s is a host */
      N_("The certificate of “%s” has been revoked"),
    },
    {
      G_TLS_CERTIFICATE_UNKNOWN_CA,
      /* Translators: %s is a host */
      N_("The certificate of “%s” was not issued by a trusted CA, or an intermediate certificate "
         "is missing"),
    },
  };
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (transfer->message);
  g_autofree char *host = tlsrpt_display_isolate (transfer->host, -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (causes) && text->len == 0; i++)
    {
      if (flags & causes[i].flag)
        g_string_append (text, _(causes[i].message));
    }

  if (text->len == 0)
    /* Translators: %s is a host */
    g_string_append (text, _("The TLS connection to “%s” failed"));

  g_string_replace (text, "%s", host, 1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_CERTIFICATE, TLSRPT_ERROR_FINAL, NULL, "%s", text->str);
}

/* Reports a failed transfer, with the policy host in the message. */
static void
fail (Transfer *transfer,
      GError   *cause)
{
  g_autofree char *host = tlsrpt_display_isolate (transfer->host, -1);
  g_autoptr (GError) own_cause = cause;

  transfer->is_done = TRUE;

  if (transfer->n_interim > TLSRPT_LIMIT_INTERIM_RESPONSES)
    tlsrpt_error_set (&transfer->error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a host */
                      _("“%s” sends one interim response after another and no policy"), host);
  else if (cause->domain == G_TLS_ERROR)
    set_certificate_error (transfer, &transfer->error);
  else
    tlsrpt_error_set (&transfer->error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: the first %s is a host, the second says why */
                      _("“%s” could not be reached: %s"), host, cause->message);
}

/* With “Connection: close”, libsoup takes the end of the connection for that of the
 * policy, however much was announced. */
static gboolean
check_length (Transfer  *transfer,
              gsize      length,
              GError   **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (transfer->message);
  gsize announced = (gsize) soup_message_headers_get_content_length (headers);
  g_autofree char *host = NULL;

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
      announced <= length)
    return TRUE;

  host = tlsrpt_display_isolate (transfer->host, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is a host; the numbers are of bytes */
                    _("“%s” sent only a part of the policy: %zu of %zu bytes"),
                    host, length, announced);

  return FALSE;
}

static void
body_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Transfer *transfer = user_data;
  GError *error = NULL;
  gsize length;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error))
    {
      fail (transfer, error);
      return;
    }

  transfer->is_done = TRUE;
  if (length > TLSRPT_LIMIT_POLICY)
    {
      g_autofree char *host = tlsrpt_display_isolate (transfer->host, -1);

      tlsrpt_error_set (&transfer->error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a host, %d a number */
                        _("The policy of “%s” is longer than %d bytes"), host,
                        TLSRPT_LIMIT_POLICY);
      return;
    }

  if (!check_length (transfer, length, &transfer->error))
    return;

  transfer->policy = tlsrpt_sts_policy_parse (transfer->text, length, &transfer->error);
}

/* RFC 8461 section 3.3. */
static gboolean
check_response (Transfer  *transfer,
                GError   **error)
{
  guint status = soup_message_get_status (transfer->message);
  g_autofree char *host = tlsrpt_display_isolate (transfer->host, -1);
  g_autofree char *shown = NULL;
  GTlsProtocolVersion version = soup_message_get_tls_protocol_version (transfer->message);
  const char *type;

  /* RFC 8996.  GnuTLS offers older versions, which many senders do not. */
  if (version != G_TLS_PROTOCOL_VERSION_UNKNOWN && version < G_TLS_PROTOCOL_VERSION_TLS_1_2)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_STS_TLS, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a host */
                        _("“%s” only speaks versions of TLS before 1.2, which are deprecated and "
                          "which many senders reject"),
                        host);
      return FALSE;
    }

  if (SOUP_STATUS_IS_REDIRECTION (status))
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_STS_REDIRECT, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a host */
                        _("“%s” redirects to another URL; senders do not follow redirects"), host);
      return FALSE;
    }

  if (status != SOUP_STATUS_OK)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_STS_STATUS, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a host, %u an HTTP status such as 404 */
                        _("“%s” answered with HTTP status %u instead of the policy"), host, status);
      return FALSE;
    }

  type = soup_message_headers_get_content_type (soup_message_get_response_headers (transfer->message),
                                                NULL);
  if (type != NULL && g_ascii_strcasecmp (type, MEDIA_TYPE) == 0)
    return TRUE;

  shown = tlsrpt_display_isolate (type != NULL ? type : "", -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_MEDIA_TYPE, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: the first %s is a host, the second what it said, the third
                     * “text/plain” */
                    _("“%s” sends the policy as “%s”; it must be “%s”"), host, shown, MEDIA_TYPE);

  return FALSE;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Transfer *transfer = user_data;
  GError *error = NULL;
  g_autoptr (GInputStream) body = soup_session_send_finish (SOUP_SESSION (source), result, &error);

  if (body == NULL)
    {
      fail (transfer, error);
      return;
    }

  if (!check_response (transfer, &transfer->error))
    {
      transfer->is_done = TRUE;
      return;
    }

  transfer->text = g_malloc (TLSRPT_LIMIT_POLICY + 1);
  g_input_stream_read_all_async (body, transfer->text, TLSRPT_LIMIT_POLICY + 1, G_PRIORITY_DEFAULT,
                                 transfer->stop, body_read_cb, transfer);
}

/* libsoup reads interim responses (RFC 9110 section 15.2) for as long as they come,
 * without a look at the main context. */
static void
got_informational_cb (SoupMessage *message,
                      gpointer     user_data)
{
  Transfer *transfer = user_data;

  if (++transfer->n_interim > TLSRPT_LIMIT_INTERIM_RESPONSES)
    g_cancellable_cancel (transfer->stop);
}

/* Offers HTTP/1.1 alone: frames of HTTP/2 that bring nothing could come for ever. */
static void
network_event_cb (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  gpointer            user_data)
{
  static const char *const protocols[] = { "http/1.1", NULL };

  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING)
    g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (connection), protocols);
}

static void
stopped_cb (GCancellable *cancellable,
            gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/**
 * tlsrpt_sts_transfer_from:
 * @host: a policy host
 * @uri: where its policy is
 * @address: where to connect to
 * @stop: stops it, from another thread
 * @error: why there is no policy that a sender could use
 *
 * Does what tlsrpt_sts_transfer() does, from wherever it is told.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` with @error set
 */
TlsrptStsPolicy *
tlsrpt_sts_transfer_from (const char          *host,
                          const char          *uri,
                          GSocketConnectable  *address,
                          GCancellable        *stop,
                          GError             **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SoupSession) session = NULL;
  Transfer transfer = { .host = host, .stop = g_cancellable_new () };
  gulong stopped_id;

  g_main_context_push_thread_default (context);
  stopped_id = g_cancellable_connect (stop, G_CALLBACK (stopped_cb), transfer.stop, NULL);

  transfer.message = soup_message_new (SOUP_METHOD_GET, uri);
  soup_message_add_flags (transfer.message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (transfer.message, "got-informational", G_CALLBACK (got_informational_cb),
                    &transfer);
  g_signal_connect (transfer.message, "network-event", G_CALLBACK (network_event_cb), NULL);

  session = soup_session_new_with_options ("remote-connectable", address, NULL);
  /* Compressed content could grow without end. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);

  soup_session_send_async (session, transfer.message, G_PRIORITY_DEFAULT, transfer.stop, sent_cb,
                           &transfer);
  while (!transfer.is_done)
    g_main_context_iteration (context, TRUE);

  g_cancellable_disconnect (stop, stopped_id);
  g_clear_object (&session);
  g_main_context_pop_thread_default (context);
  g_object_unref (transfer.message);
  g_object_unref (transfer.stop);
  g_free (transfer.text);

  if (transfer.policy == NULL)
    g_propagate_error (error, transfer.error);

  return transfer.policy;
}

/**
 * tlsrpt_sts_transfer:
 * @host: a policy host
 * @addresses: (element-type utf8): its IP addresses, one at least
 * @stop: stops it, from another thread
 * @error: why there is no policy that a sender could use
 *
 * Fetches an MTA-STS policy as senders do (RFC 8461 section 3.3): over HTTPS with a
 * certificate that is checked, no redirect followed, at most `TLSRPT_LIMIT_POLICY`
 * octets.
 *
 * It blocks, and belongs into a thread of its own: however the host behaves, nothing
 * else waits for it.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` with @error set
 */
TlsrptStsPolicy *
tlsrpt_sts_transfer (const char    *host,
                     GPtrArray     *addresses,
                     GCancellable  *stop,
                     GError       **error)
{
  g_autoptr (TlsrptResolvedAddress) address = tlsrpt_resolved_address_new (host, PORT, addresses);
  g_autofree char *uri = g_strconcat ("https://", host, PATH, NULL);

  return tlsrpt_sts_transfer_from (host, uri, G_SOCKET_CONNECTABLE (address), stop, error);
}
