/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-fetch.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-resolved-address.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#define PORT 443
#define HOST_PREFIX "mta-sts."
#define PATH "/.well-known/mta-sts.txt"
#define MEDIA_TYPE "text/plain"

typedef struct
{
  char         *host;
  SoupSession  *session;
  SoupMessage  *message;
  GInputStream *body;
  char         *text; /* TLSRPT_LIMIT_POLICY + 1 octets */

  GCancellable *stop;
  GSource      *cancelled;
  GSource      *deadline;
  gboolean      is_late;
} Fetch;

static void
destroy_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
fetch_free (Fetch *fetch)
{
  g_clear_object (&fetch->body);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->session);
  g_clear_object (&fetch->stop);
  g_clear_pointer (&fetch->cancelled, destroy_source);
  g_clear_pointer (&fetch->deadline, destroy_source);
  g_free (fetch->text);
  g_free (fetch->host);
  g_free (fetch);
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Fetch *fetch = user_data;

  g_cancellable_cancel (fetch->stop);

  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  Fetch *fetch = user_data;

  fetch->is_late = TRUE;
  g_cancellable_cancel (fetch->stop);

  return G_SOURCE_REMOVE;
}

static void
set_certificate_error (Fetch   *fetch,
                       GError **error)
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
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (fetch->message);
  g_autofree char *host = tlsrpt_display_isolate (fetch->host, -1);
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

/* What went wrong on the way, in words that name the policy host. */
static void
return_failure (GTask  *task,
                GError *cause)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *host = tlsrpt_display_isolate (fetch->host, -1);
  g_autoptr (GError) own_cause = cause;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (fetch->is_late)
    tlsrpt_error_set (&error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a host */
                      _("“%s” did not send the policy in time"), host);
  else if (cause->domain == G_TLS_ERROR)
    set_certificate_error (fetch, &error);
  else if (cause->domain == G_RESOLVER_ERROR)
    tlsrpt_error_set (&error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL, "%s",
                      cause->message);
  else
    tlsrpt_error_set (&error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: the first %s is a host, the second says why */
                      _("“%s” could not be reached: %s"), host, cause->message);

  g_task_return_error (task, error);
}

static void
body_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  TlsrptStsPolicy *policy;
  gsize length;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error))
    {
      return_failure (task, error);
      return;
    }

  if (length > TLSRPT_LIMIT_POLICY)
    {
      g_autofree char *host = tlsrpt_display_isolate (fetch->host, -1);

      tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a host, %d a number */
                        _("The policy of “%s” is longer than %d bytes"), host,
                        TLSRPT_LIMIT_POLICY);
      g_task_return_error (task, error);
      return;
    }

  policy = tlsrpt_sts_policy_parse (fetch->text, length, &error);
  if (policy == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, policy, (GDestroyNotify) tlsrpt_sts_policy_free);
}

/* RFC 8461 section 3.3. */
static gboolean
check_response (Fetch   *fetch,
                GError **error)
{
  guint status = soup_message_get_status (fetch->message);
  g_autofree char *host = tlsrpt_display_isolate (fetch->host, -1);
  g_autofree char *shown = NULL;
  const char *type;

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

  type = soup_message_headers_get_content_type (soup_message_get_response_headers (fetch->message),
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
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->body = soup_session_send_finish (fetch->session, result, &error);
  if (fetch->body == NULL)
    {
      return_failure (task, error);
      return;
    }

  if (!check_response (fetch, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  fetch->text = g_malloc (TLSRPT_LIMIT_POLICY + 1);
  g_input_stream_read_all_async (fetch->body, fetch->text, TLSRPT_LIMIT_POLICY + 1,
                                 G_PRIORITY_DEFAULT, fetch->stop, body_read_cb,
                                 g_steal_pointer (&task));
}

/* Where the MTA-STS policy of a domain is (RFC 8461 section 3.3). */
static char *
create_uri (const char *domain)
{
  return g_strconcat ("https://" HOST_PREFIX, domain, PATH, NULL);
}

static GSource *
attach (GTask       *task,
        GSource     *source,
        GSourceFunc  callback)
{
  g_source_set_callback (source, callback, g_task_get_task_data (task), NULL);
  g_source_attach (source, g_task_get_context (task));

  return source;
}

/**
 * tlsrpt_sts_fetch_async:
 * @resolver: who finds the policy host
 * @domain: a policy domain in A-labels
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Fetches the MTA-STS policy of a domain as senders do (RFC 8461 section 3.3):
 * over HTTPS with a certificate that is checked, no redirect followed, at most
 * `TLSRPT_LIMIT_POLICY` octets, within
 * `TLSRPT_STS_FETCH_PATIENCE` times what a question to @resolver may take.
 */
void
tlsrpt_sts_fetch_async (TlsrptResolver      *resolver,
                        const char          *domain,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TlsrptResolvedAddress) address = NULL;
  g_autofree char *uri = NULL;
  guint milliseconds;
  Fetch *fetch;

  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));
  g_return_if_fail (domain != NULL);

  task = g_task_new (resolver, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_sts_fetch_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  fetch = g_new0 (Fetch, 1);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  uri = create_uri (domain);
  fetch->host = g_strconcat (HOST_PREFIX, domain, NULL);
  fetch->message = soup_message_new (SOUP_METHOD_GET, uri);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);

  address = tlsrpt_resolved_address_new (resolver, fetch->host, PORT);
  fetch->session = soup_session_new_with_options ("remote-connectable", address, NULL);
  /* Compressed content could grow without end. */
  soup_session_remove_feature_by_type (fetch->session, SOUP_TYPE_CONTENT_DECODER);

  fetch->stop = g_cancellable_new ();
  if (cancellable != NULL)
    fetch->cancelled = attach (task, g_cancellable_source_new (cancellable),
                               G_SOURCE_FUNC (cancelled_cb));
  milliseconds = (guint) (TLSRPT_STS_FETCH_PATIENCE * 1000 *
                          tlsrpt_resolver_get_timeout (resolver));
  fetch->deadline = attach (task, g_timeout_source_new (milliseconds), deadline_cb);

  soup_session_send_async (fetch->session, fetch->message, G_PRIORITY_DEFAULT, fetch->stop,
                           sent_cb, g_steal_pointer (&task));
}

/**
 * tlsrpt_sts_fetch_finish:
 * @resolver: the resolver
 * @result: what the callback got
 * @error: why there is no policy that a sender could use
 *
 * Gets the policy.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` with @error set
 */
TlsrptStsPolicy *
tlsrpt_sts_fetch_finish (TlsrptResolver  *resolver,
                         GAsyncResult    *result,
                         GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, resolver), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_sts_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
