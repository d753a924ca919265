/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-smtp-session.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-smtp-reply.h"
#include "tlsrpt-tls-handshake.h"

#include <string.h>

#define QUIT "QUIT\r\n"

/* As much as is read in one go. */
#define BUFFER_SIZE 4096

typedef struct
{
  TlsrptVisit   *visit;
  GCancellable  *stop;
  TlsrptContact *contact;
  GSocket       *socket;
  gint64         end; /* of all, as monotonic time */

  /* What came and was not used yet */
  char           buffer[BUFFER_SIZE];
  gsize          begin;
  gsize          length;
} Session;

void
tlsrpt_visit_free (TlsrptVisit *self)
{
  g_free (self->address);
  g_free (self->host);
  g_free (self->server_name);
  g_free (self->helo);
  g_strfreev (self->hosts);
  g_ptr_array_unref (self->tlsa);
  g_free (self);
}

/* However the server behaves, a step ends at this time. */
static gint64
find_deadline (Session *session,
               double   seconds)
{
  gint64 step = (gint64) (MIN (seconds, session->visit->patience) * G_USEC_PER_SEC);
  gint64 deadline = g_get_monotonic_time () + step;

  return MIN (deadline, session->end);
}

static TlsrptContactOutcome
find_outcome (const GError *error)
{
  if (error->domain != G_IO_ERROR)
    return TLSRPT_CONTACT_UNREACHABLE;

  switch (error->code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return TLSRPT_CONTACT_REFUSED;

    case G_IO_ERROR_TIMED_OUT:
      return TLSRPT_CONTACT_TIMED_OUT;

    case G_IO_ERROR_CONNECTION_CLOSED: /* the same as G_IO_ERROR_BROKEN_PIPE */
      return TLSRPT_CONTACT_CLOSED;

    default:
      return TLSRPT_CONTACT_UNREACHABLE;
    }
}

static gboolean
wait_until (Session       *session,
            GIOCondition   condition,
            gint64         deadline,
            GError       **error)
{
  gint64 left = deadline - g_get_monotonic_time ();

  return g_socket_condition_timed_wait (session->socket, condition, MAX (left, 0), session->stop,
                                        error);
}

static gboolean
connect_socket (Session *session)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (session->visit->address);
  g_autoptr (GSocketAddress) target = g_inet_socket_address_new (address, session->visit->port);
  g_autoptr (GError) error = NULL;
  gint64 deadline = find_deadline (session, TLSRPT_LIMIT_SMTP_CONNECT);

  session->socket = g_socket_new (g_inet_address_get_family (address), G_SOCKET_TYPE_STREAM,
                                  G_SOCKET_PROTOCOL_TCP, &error);
  if (session->socket == NULL)
    {
      session->contact->outcome = TLSRPT_CONTACT_UNREACHABLE;
      return FALSE;
    }

  g_socket_set_blocking (session->socket, FALSE);
  if (g_socket_connect (session->socket, target, session->stop, &error))
    return TRUE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
    {
      g_clear_error (&error);
      if (wait_until (session, G_IO_OUT, deadline, &error) &&
          g_socket_check_connect_result (session->socket, &error))
        return TRUE;
    }

  session->contact->outcome = find_outcome (error);

  return FALSE;
}

/* Reads a whole reply, or says how that went wrong. */
static TlsrptSmtpReply *
read_reply (Session *session)
{
  g_autoptr (TlsrptSmtpReply) reply = tlsrpt_smtp_reply_new ();
  gint64 deadline = find_deadline (session, TLSRPT_LIMIT_SMTP_REPLY_TIME);
  TlsrptContact *contact = session->contact;

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      gsize n_used;
      gssize n;

      switch (tlsrpt_smtp_reply_feed (reply, session->buffer + session->begin, session->length,
                                      &n_used))
        {
        case TLSRPT_SMTP_DONE:
          session->begin += n_used;
          session->length -= n_used;
          return g_steal_pointer (&reply);

        case TLSRPT_SMTP_NOT_SMTP:
        case TLSRPT_SMTP_TOO_LONG:
          contact->outcome = TLSRPT_CONTACT_NOT_SMTP;
          return NULL;

        case TLSRPT_SMTP_MORE:
        default:
          break;
        }

      session->begin = 0;
      session->length = 0;
      n = -1;
      /* Octets that come one by one do not move the deadline. */
      if (wait_until (session, G_IO_IN, deadline, &error))
        n = g_socket_receive (session->socket, session->buffer, sizeof session->buffer, NULL,
                              &error);

      if (n > 0)
        {
          session->length = (gsize) n;
          continue;
        }

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        continue;

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
        contact->outcome = reply->n_octets == 0 ? TLSRPT_CONTACT_MUTE : TLSRPT_CONTACT_TIMED_OUT;
      else
        contact->outcome = TLSRPT_CONTACT_CLOSED;
      return NULL;
    }
}

/* A few octets always fit what the kernel keeps for a connection that said nothing. */
static void
say (Session    *session,
     const char *line)
{
  g_socket_send (session->socket, line, strlen (line), NULL, NULL);
}

static void
keep_reply (Session              *session,
            TlsrptSmtpReply      *reply,
            TlsrptContactOutcome  outcome)
{
  session->contact->outcome = outcome;
  session->contact->code = reply->code;
  session->contact->reply = g_strndup (reply->text->str, reply->text->len);
}

/* Says nothing but EHLO, STARTTLS and QUIT. */
static gboolean
start_tls (Session *session)
{
  g_autoptr (TlsrptSmtpReply) greeting = read_reply (session);
  g_autoptr (TlsrptSmtpReply) offer = NULL;
  g_autoptr (TlsrptSmtpReply) consent = NULL;
  g_autofree char *hello = g_strdup_printf ("EHLO %s\r\n", session->visit->helo);

  if (greeting == NULL)
    return FALSE;

  if (greeting->code != 220)
    {
      keep_reply (session, greeting, TLSRPT_CONTACT_REJECTED);
      say (session, QUIT);
      return FALSE;
    }

  say (session, hello);
  offer = read_reply (session);
  if (offer == NULL)
    return FALSE;

  /* Who knows no EHLO (5xx but 550, 554) knows no extension either. */
  if (offer->code / 100 == 4 || offer->code == 550 || offer->code == 554)
    {
      keep_reply (session, offer, TLSRPT_CONTACT_REJECTED);
      say (session, QUIT);
      return FALSE;
    }

  if (offer->code != 250 || !tlsrpt_smtp_reply_has_keyword (offer, "STARTTLS"))
    {
      session->contact->outcome = TLSRPT_CONTACT_NO_STARTTLS;
      say (session, QUIT);
      return FALSE;
    }

  say (session, "STARTTLS\r\n");
  consent = read_reply (session);
  if (consent == NULL)
    return FALSE;

  if (consent->code != 220)
    {
      keep_reply (session, consent, TLSRPT_CONTACT_STARTTLS_REFUSED);
      say (session, QUIT);
      return FALSE;
    }

  /* What somebody on the way put in would be taken for what the server said within TLS
   * (RFC 3207 section 6, CVE-2011-0411). */
  if (session->length > 0)
    {
      session->contact->outcome = TLSRPT_CONTACT_INJECTED;
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_visit_judge:
 * @self: who was to be visited
 * @contact: what was seen there
 *
 * Judges the certificates that a server presented.
 */
void
tlsrpt_visit_judge (TlsrptVisit   *self,
                    TlsrptContact *contact)
{
  const char *names[] = { self->host, NULL };

  contact->pkix = 0;
  contact->dane = (TlsrptDaneMatch) { .n_usable = self->tlsa->len };
  if (contact->outcome != TLSRPT_CONTACT_TLS)
    return;

  if (contact->chain->len == 0)
    {
      contact->pkix = TLSRPT_PKIX_NOT_TRUSTED;
      return;
    }

  contact->pkix = tlsrpt_chain_judge (contact->chain, NULL, names, self->time);
  contact->dane = tlsrpt_dane_match (self->tlsa, contact->chain,
                                     (const char *const *) self->hosts, self->time);
}

static Session *
session_new (TlsrptVisit  *visit,
             GCancellable *stop)
{
  Session *session = g_new0 (Session, 1);

  session->visit = visit;
  session->stop = stop;
  session->contact = tlsrpt_contact_new (visit->address);
  session->end = g_get_monotonic_time () + TLSRPT_LIMIT_SMTP_TIME * G_USEC_PER_SEC;

  return session;
}

/* Takes the session. */
static TlsrptContact *
talk (Session  *session,
      gboolean  is_connected)
{
  TlsrptVisit *visit = session->visit;
  TlsrptContact *contact = session->contact;

  contact->is_connected = is_connected;
  if (contact->is_connected && (!visit->is_plain_first || start_tls (session)))
    tlsrpt_tls_handshake (session->socket, visit->server_name, visit->is_plain_first ? QUIT : NULL,
                          find_deadline (session, TLSRPT_LIMIT_SMTP_REPLY_TIME), session->stop,
                          contact);

  g_clear_object (&session->socket);
  tlsrpt_visit_judge (visit, contact);
  g_free (session);

  return contact;
}

/**
 * tlsrpt_smtp_session:
 * @visit: whom to visit
 * @stop: ends the visit, from another thread
 *
 * Visits a mail server as senders do, up to its certificate, and judges that.  It
 * blocks, and belongs into a thread of its own.
 *
 * Returns: (transfer full): what was seen
 */
TlsrptContact *
tlsrpt_smtp_session (TlsrptVisit  *visit,
                     GCancellable *stop)
{
  Session *session = session_new (visit, stop);

  return talk (session, connect_socket (session));
}

/**
 * tlsrpt_smtp_session_over:
 * @visit: whom to visit
 * @socket: a connection to it, whoever made that
 * @stop: ends the visit, from another thread
 *
 * Does what tlsrpt_smtp_session() does once there is a connection.
 *
 * Returns: (transfer full): what was seen
 */
TlsrptContact *
tlsrpt_smtp_session_over (TlsrptVisit  *visit,
                          GSocket      *socket,
                          GCancellable *stop)
{
  Session *session = session_new (visit, stop);

  session->socket = g_object_ref (socket);
  g_socket_set_blocking (session->socket, FALSE);

  return talk (session, TRUE);
}
