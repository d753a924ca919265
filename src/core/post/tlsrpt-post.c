/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-post.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* A post under way, in a context of its own. */
typedef struct
{
  SoupMessage     *message;
  const char      *host;
  GCancellable    *stop;
  guint            n_interim;

  gboolean         is_done;
  gboolean         is_late;
  GInputStream    *body;
  TlsrptPostReply *reply;
  GError          *error;
} Post;

/**
 * tlsrpt_post_reply_free:
 * @self: a reply
 *
 * Frees a reply.
 */
void
tlsrpt_post_reply_free (TlsrptPostReply *self)
{
  g_free (self->phrase);
  g_free (self->text);
  g_free (self);
}

/**
 * tlsrpt_post_reply_is_success:
 * @self: a reply
 *
 * Tells whether the server took the report (RFC 8460 section 5.4).
 *
 * Returns: `TRUE` if it did
 */
gboolean
tlsrpt_post_reply_is_success (const TlsrptPostReply *self)
{
  return SOUP_STATUS_IS_SUCCESSFUL (self->status);
}

/* Takes the error. */
static void
fail (Post   *post,
      GError *cause)
{
  g_autofree char *host = tlsrpt_display_isolate (post->host, -1);
  g_autoptr (GError) own_cause = cause;

  post->is_done = TRUE;
  if (post->is_late)
    tlsrpt_error_set (&post->error, TLSRPT_ERROR_POST, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a host */
                      _("“%s” did not answer in time"), host);
  else if (post->n_interim > TLSRPT_LIMIT_INTERIM_RESPONSES)
    tlsrpt_error_set (&post->error, TLSRPT_ERROR_POST, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a host */
                      _("“%s” sends one interim response after another"), host);
  else
    tlsrpt_error_set (&post->error, TLSRPT_ERROR_POST, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: the first %s is a host, the second says why */
                      _("“%s” could not be reached: %s"), host, cause->message);
}

/* However it ends, the status is there: what is missing of the text is of no weight. */
static void
body_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Post *post = user_data;

  g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &post->reply->length, NULL);
  post->is_done = TRUE;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Post *post = user_data;
  GError *error = NULL;
  const char *phrase;

  post->body = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (post->body == NULL)
    {
      fail (post, error);
      return;
    }

  phrase = soup_message_get_reason_phrase (post->message);
  post->reply = g_new0 (TlsrptPostReply, 1);
  post->reply->status = soup_message_get_status (post->message);
  post->reply->phrase = g_strdup (phrase != NULL ? phrase : "");
  post->reply->text = g_malloc0 (TLSRPT_LIMIT_POST_REPLY);
  g_input_stream_read_all_async (post->body, post->reply->text, TLSRPT_LIMIT_POST_REPLY,
                                 G_PRIORITY_DEFAULT, post->stop, body_read_cb, post);
}

/* libsoup reads them for as long as they come (RFC 9110 section 15.2). */
static void
got_informational_cb (SoupMessage *message,
                      gpointer     user_data)
{
  Post *post = user_data;

  if (++post->n_interim > TLSRPT_LIMIT_INTERIM_RESPONSES)
    g_cancellable_cancel (post->stop);
}

static gboolean
time_is_up_cb (gpointer user_data)
{
  Post *post = user_data;

  post->is_late = TRUE;
  g_cancellable_cancel (post->stop);

  return G_SOURCE_REMOVE;
}

/* Offers HTTP/1.1 alone, as senders do: its replies come to an end. */
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
run (Post        *post,
     SoupSession *session,
     guint        timeout)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GSource) clock = g_timeout_source_new_seconds (timeout);

  g_source_set_callback (clock, time_is_up_cb, post, NULL);
  g_source_attach (clock, context);
  soup_session_send_async (session, post->message, G_PRIORITY_DEFAULT, post->stop, sent_cb, post);
  while (!post->is_done)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (clock);
}

/**
 * tlsrpt_post:
 * @url: an https URL that somebody typed
 * @media_type: what @report is
 * @report: a report
 * @timeout: seconds for all of it
 * @error: why nobody answered
 *
 * Sends a report as senders do (RFC 8460 section 5.4): once, to a server whose certificate
 * is checked, and no redirect is followed.  It blocks.
 *
 * Returns: (transfer full) (nullable): what the server said, or `NULL` with @error set
 */
TlsrptPostReply *
tlsrpt_post (const char  *url,
             const char  *media_type,
             GBytes      *report,
             guint        timeout,
             GError     **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_POST, url);
  Post post = { .message = message };

  if (message == NULL)
    {
      g_autofree char *shown = tlsrpt_display_isolate (url, -1);

      tlsrpt_error_set (error, TLSRPT_ERROR_POST, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was given as a URL */
                        _("“%s” is not a URL"), shown);
      return NULL;
    }

  g_main_context_push_thread_default (context);
  post.host = g_uri_get_host (soup_message_get_uri (message));
  post.stop = g_cancellable_new ();

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_set_request_body_from_bytes (message, media_type, report);
  g_signal_connect (message, "got-informational", G_CALLBACK (got_informational_cb), &post);
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), NULL);

  session = soup_session_new ();
  /* Compressed content could grow without end. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  run (&post, session, timeout);

  g_clear_object (&post.body);
  soup_session_abort (session);
  g_clear_object (&session);
  g_main_context_pop_thread_default (context);
  g_object_unref (post.stop);

  if (post.reply == NULL)
    g_propagate_error (error, post.error);

  return post.reply;
}
