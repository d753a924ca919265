/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-resolver.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-query.h"

#include <ares.h>
#include <glib/gi18n-lib.h>

#define PORT 53

/**
 * TlsrptResolver:
 *
 * Asks name servers, without a thread: everything happens in the thread-default
 * main context of the caller.
 *
 * GResolver would not do: it cannot tell “no such name” from “no such record” or
 * a failing server from a silent one, and it crashes on a TXT record that is not
 * UTF-8.  Each question under way has a c-ares channel to itself, so that each has
 * its own port, can be cancelled alone and is not held up by what another one met.
 */
struct _TlsrptResolver
{
  GObject              parent_instance;

  char                *server; /* NULL: those of the system */
  double               timeout;
  TlsrptResolverFlags  flags;

  TlsrptChannels      *channels;
  guint                most_asked;
  guint                n_asked;
  GQueue               waiting;
};

G_DEFINE_FINAL_TYPE (TlsrptResolver, tlsrpt_resolver, G_TYPE_OBJECT)

static void
start_waiting (TlsrptResolver *self)
{
  while (self->n_asked < self->most_asked && !g_queue_is_empty (&self->waiting))
    {
      self->n_asked++;
      tlsrpt_query_start (g_queue_pop_head (&self->waiting), self->channels, self->server,
                          self->timeout, !(self->flags & TLSRPT_RESOLVER_AUTHORITATIVE));
    }
}

static void
query_done_cb (TlsrptQuery  *query,
               TlsrptAnswer *answer,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TlsrptResolver) self = g_object_ref (g_task_get_source_object (task));

  if (tlsrpt_query_is_started (query))
    self->n_asked--;
  else
    g_queue_remove (&self->waiting, query);
  start_waiting (self);

  if (answer == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, answer, (GDestroyNotify) tlsrpt_answer_free);

  /* Answers lead to questions: only now it shows whether it was the last one. */
  if (self->n_asked == 0)
    tlsrpt_channels_trim (self->channels);
}

static void
tlsrpt_resolver_finalize (GObject *object)
{
  TlsrptResolver *self = TLSRPT_RESOLVER (object);

  /* Every question holds a reference. */
  g_assert (self->n_asked == 0 && g_queue_is_empty (&self->waiting));
  tlsrpt_channels_free (self->channels);
  g_free (self->server);

  G_OBJECT_CLASS (tlsrpt_resolver_parent_class)->finalize (object);
}

static void
tlsrpt_resolver_class_init (TlsrptResolverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tlsrpt_resolver_finalize;

  ares_library_init (ARES_LIB_INIT_ALL);
}

static void
tlsrpt_resolver_init (TlsrptResolver *self)
{
  self->channels = tlsrpt_channels_new ();
  self->most_asked = TLSRPT_LIMIT_QUESTIONS;
  g_queue_init (&self->waiting);
}

/* “192.0.2.1”, “192.0.2.1:5353”, “2001:db8::1” or “[2001:db8::1]:5353” to the form
 * that c-ares reads. */
static char *
parse_server (const char  *server,
              GError     **error)
{
  g_autoptr (GSocketConnectable) parsed = g_network_address_parse (server, PORT, NULL);
  g_autoptr (GInetAddress) address = NULL;
  g_autofree char *host = NULL;
  guint16 port = 0;

  if (parsed != NULL)
    {
      port = g_network_address_get_port (G_NETWORK_ADDRESS (parsed));
      address = g_inet_address_new_from_string (
        g_network_address_get_hostname (G_NETWORK_ADDRESS (parsed)));
    }

  if (address == NULL || port == 0)
    {
      g_autofree char *shown = tlsrpt_display_isolate (server, -1);

      tlsrpt_error_set (error, TLSRPT_ERROR_SERVER, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed for a DNS server */
                        _("“%s” is not the address of a name server, such as 192.0.2.1, "
                          "192.0.2.1:5353, or [2001:db8::1]:5353"),
                        shown);
      return NULL;
    }

  host = g_inet_address_to_string (address);

  return g_strdup_printf (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6
                            ? "[%s]:%u"
                            : "%s:%u",
                          host, port);
}

/**
 * tlsrpt_resolver_new:
 * @server: (nullable): an IP address, or one with a port; `NULL` for the name
 *   servers of the system, looked up anew for each question
 * @timeout: seconds that one question may take
 * @flags: what kind of server it is
 * @error: what is wrong with @server
 *
 * Creates a resolver.  Nothing is sent before the first question.
 *
 * Returns: (transfer full): the resolver
 */
TlsrptResolver *
tlsrpt_resolver_new (const char           *server,
                     double                timeout,
                     TlsrptResolverFlags   flags,
                     GError              **error)
{
  g_autofree char *parsed = NULL;
  TlsrptResolver *self;

  g_return_val_if_fail (timeout > 0, NULL);

  if (server != NULL)
    {
      parsed = parse_server (server, error);
      if (parsed == NULL)
        return NULL;
    }

  self = g_object_new (TLSRPT_TYPE_RESOLVER, NULL);
  self->server = g_steal_pointer (&parsed);
  self->timeout = timeout;
  self->flags = flags;

  return self;
}

/**
 * tlsrpt_resolver_get_server:
 * @self: a resolver
 *
 * Gets who is asked.
 *
 * Returns: (nullable): an address with its port, or `NULL` for the name servers of
 *   the system
 */
const char *
tlsrpt_resolver_get_server (TlsrptResolver *self)
{
  g_return_val_if_fail (TLSRPT_IS_RESOLVER (self), NULL);

  return self->server;
}

/**
 * tlsrpt_resolver_get_timeout:
 * @self: a resolver
 *
 * Gets how long one question may take.
 *
 * Returns: seconds
 */
double
tlsrpt_resolver_get_timeout (TlsrptResolver *self)
{
  g_return_val_if_fail (TLSRPT_IS_RESOLVER (self), 0);

  return self->timeout;
}

/**
 * tlsrpt_resolver_set_jobs:
 * @self: a resolver
 * @jobs: how many domains are looked up at the same time, at most `TLSRPT_LIMIT_JOBS`
 *
 * Lets more questions be under way than `TLSRPT_LIMIT_QUESTIONS`, if so many domains need
 * them.
 */
void
tlsrpt_resolver_set_jobs (TlsrptResolver *self,
                          guint           jobs)
{
  g_return_if_fail (TLSRPT_IS_RESOLVER (self));
  g_return_if_fail (jobs <= TLSRPT_LIMIT_JOBS);

  self->most_asked = MAX (TLSRPT_LIMIT_QUESTIONS, jobs * TLSRPT_LIMIT_JOB_QUESTIONS);
}

/**
 * tlsrpt_resolver_ask_async:
 * @self: a resolver
 * @name: an absolute name without the final dot
 * @type: what to ask for
 * @cancellable: (nullable): to stop waiting for the answer
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Asks for the records of a name.  At most `TLSRPT_LIMIT_QUESTIONS`, or what
 * tlsrpt_resolver_set_jobs() allows, are under way at once; the others wait.
 */
void
tlsrpt_resolver_ask_async (TlsrptResolver      *self,
                           const char          *name,
                           TlsrptResourceType   type,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TlsrptQuery *query;

  g_return_if_fail (TLSRPT_IS_RESOLVER (self));
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_resolver_ask_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  query = tlsrpt_query_new (name, type, g_task_get_context (task), cancellable, query_done_cb,
                            g_object_ref (task));
  g_queue_push_tail (&self->waiting, query);
  start_waiting (self);
}

/**
 * tlsrpt_resolver_ask_finish:
 * @self: a resolver
 * @result: what the callback got
 * @error: set if the question was cancelled
 *
 * Gets the answer.  A question that failed has an answer too: its outcome says
 * why.
 *
 * Returns: (transfer full) (nullable): the answer, or `NULL` if the question was
 *   cancelled
 */
TlsrptAnswer *
tlsrpt_resolver_ask_finish (TlsrptResolver  *self,
                            GAsyncResult    *result,
                            GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_resolver_ask_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
