/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-resolver.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <sys/random.h>

#define PORT 53

/* What passes every network without being cut into fragments. */
#define UDP_SIZE 1232

/* Three tries, each twice as long as the one before: 1 + 2 + 4 parts. */
#define TRIES 3
#define PARTS 7

/* Where the AD bit stands in a message (RFC 4035 section 3.1.6). */
#define AD_OCTET 3
#define AD_BIT 0x20

/**
 * TlsrptResolver:
 *
 * Asks name servers, without a thread: everything happens in the thread-default
 * main context of the caller.
 *
 * GResolver would not do: it cannot tell “no such name” from “no such record” or
 * a failing server from a silent one, and it crashes on a TXT record that is not
 * UTF-8.  Each question has a c-ares channel of its own, so that each has its own
 * port, can be cancelled alone and is not held up by what another one met.
 */
struct _TlsrptResolver
{
  GObject              parent_instance;

  char                *server; /* NULL: those of the system */
  double               timeout;
  TlsrptResolverFlags  flags;

  guint                n_asked;
  GQueue               waiting;
};

G_DEFINE_FINAL_TYPE (TlsrptResolver, tlsrpt_resolver, G_TYPE_OBJECT)

typedef struct
{
  GTask              *task;
  char               *name;
  TlsrptResourceType  type;

  ares_channel        channel;
  GHashTable         *sockets; /* of descriptor to GSource */
  GSource            *timer;
  GSource            *deadline;
  GSource            *cancelled;
  gboolean            uses_tcp;
  TlsrptAnswer       *answer;
} Question;

static void start_waiting (TlsrptResolver *self);

static void
destroy_source (gpointer data)
{
  GSource *source = data;

  g_source_destroy (source);
  g_source_unref (source);
}

static void
question_free (Question *question)
{
  /* Destroying the channel closes its sockets, which calls back. */
  g_clear_pointer (&question->channel, ares_destroy);
  g_clear_pointer (&question->sockets, g_hash_table_unref);
  g_clear_pointer (&question->timer, destroy_source);
  g_clear_pointer (&question->deadline, destroy_source);
  g_clear_pointer (&question->cancelled, destroy_source);
  g_clear_pointer (&question->answer, tlsrpt_answer_unref);
  g_object_unref (question->task);
  g_free (question->name);
  g_free (question);
}

static GSource *
attach (Question    *question,
        GSource     *source,
        GSourceFunc  callback)
{
  g_source_set_callback (source, callback, question, NULL);
  g_source_attach (source, g_task_get_context (question->task));

  return source;
}

/* A local name server answers even without a network; what it says is then no
 * news of the name. */
static gboolean
is_offline (TlsrptResolver *self)
{
  return self->server == NULL &&
         !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

static TlsrptOutcome
explain (Question      *question,
         TlsrptOutcome  outcome)
{
  switch (outcome)
    {
    case TLSRPT_OUTCOME_TIMED_OUT:
    case TLSRPT_OUTCOME_NO_NETWORK:
      /* TCP is only used when the answer did not fit. */
      if (question->uses_tcp)
        return TLSRPT_OUTCOME_TRUNCATED;
      G_GNUC_FALLTHROUGH;

    case TLSRPT_OUTCOME_SERVER_FAILURE:
      if (is_offline (g_task_get_source_object (question->task)))
        return TLSRPT_OUTCOME_NO_NETWORK;
      return outcome;

    default:
      return outcome;
    }
}

/* Ends a question.  It must not run inside a call of c-ares. */
static void
finish (Question *question)
{
  g_autoptr (TlsrptResolver) self = g_object_ref (g_task_get_source_object (question->task));
  g_autoptr (GTask) task = g_object_ref (question->task);
  g_autoptr (TlsrptAnswer) answer = g_steal_pointer (&question->answer);
  TlsrptOutcome outcome, explained;

  if (!g_queue_remove (&self->waiting, question))
    self->n_asked--;

  if (answer != NULL)
    {
      outcome = tlsrpt_answer_get_outcome (answer);
      explained = explain (question, outcome);
      if (explained != outcome)
        {
          tlsrpt_answer_unref (answer);
          answer = tlsrpt_answer_new_failed (question->name, question->type, explained);
        }
    }

  question_free (question);
  start_waiting (self);

  if (answer == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer),
                           (GDestroyNotify) tlsrpt_answer_unref);
}

static gboolean timer_cb (gpointer user_data);

/* Takes the answer if there is one, or waits for what c-ares waits for. */
static void
proceed (Question *question)
{
  struct timeval timeout;
  guint milliseconds;

  g_clear_pointer (&question->timer, destroy_source);

  if (question->answer != NULL)
    {
      finish (question);
      return;
    }

  if (ares_timeout (question->channel, NULL, &timeout) == NULL)
    return;

  /* Rounded up: too early would be a busy loop. */
  milliseconds = (guint) (timeout.tv_sec * 1000 + timeout.tv_usec / 1000 + 1);
  question->timer = attach (question, g_timeout_source_new (milliseconds), timer_cb);
}

static gboolean
timer_cb (gpointer user_data)
{
  Question *question = user_data;

  ares_process_fd (question->channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
  proceed (question);

  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  Question *question = user_data;

  question->answer = tlsrpt_answer_new_failed (question->name, question->type,
                                               TLSRPT_OUTCOME_TIMED_OUT);
  finish (question);

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  finish (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
socket_ready_cb (int          fd,
                 GIOCondition condition,
                 gpointer     user_data)
{
  Question *question = user_data;
  gboolean is_readable = (condition & ~G_IO_OUT) != 0;
  gboolean is_writable = (condition & G_IO_OUT) != 0;

  ares_process_fd (question->channel,
                   is_readable ? fd : ARES_SOCKET_BAD,
                   is_writable ? fd : ARES_SOCKET_BAD);
  proceed (question);

  return G_SOURCE_CONTINUE;
}

static void
socket_state_cb (void          *user_data,
                 ares_socket_t  fd,
                 int            readable,
                 int            writable)
{
  Question *question = user_data;
  GIOCondition condition = (readable ? G_IO_IN : 0) | (writable ? G_IO_OUT : 0);

  if (condition == 0)
    g_hash_table_remove (question->sockets, GINT_TO_POINTER (fd));
  else
    g_hash_table_replace (question->sockets, GINT_TO_POINTER (fd),
                          attach (question, g_unix_fd_source_new (fd, condition),
                                  G_SOURCE_FUNC (socket_ready_cb)));
}

static int
socket_created_cb (ares_socket_t  fd,
                   int            type,
                   void          *user_data)
{
  Question *question = user_data;

  if (type == SOCK_STREAM)
    question->uses_tcp = TRUE;

  return ARES_SUCCESS;
}

static TlsrptOutcome
outcome_of_status (int status)
{
  switch (status)
    {
    case ARES_ETIMEOUT:
      return TLSRPT_OUTCOME_TIMED_OUT;

    case ARES_EBADRESP:
      return TLSRPT_OUTCOME_MALFORMED;

    case ARES_EBADNAME:
      /* A name that cannot be written down does not exist. */
      return TLSRPT_OUTCOME_NO_DOMAIN;

    default:
      return TLSRPT_OUTCOME_NO_NETWORK;
    }
}

static void
set_outcome (Question *question,
             int       status)
{
  question->answer = tlsrpt_answer_new_failed (question->name, question->type,
                                               outcome_of_status (status));
}

static void
answered_cb (void          *user_data,
             int            status,
             int            timeouts,
             unsigned char *message,
             int            length)
{
  Question *question = user_data;

  if (status == ARES_EDESTRUCTION)
    return;

  if (status == ARES_SUCCESS)
    question->answer = tlsrpt_answer_new (question->name, question->type, message, (gsize) length);
  else
    set_outcome (question, status);
}

static int
open_channel (TlsrptResolver *self,
              Question       *question)
{
  struct ares_options options = {
    /* NOCHECKRESP lets a failure of the server through as it is. */
    .flags = ARES_FLAG_EDNS | ARES_FLAG_NOALIASES | ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH,
    .timeout = MAX (1, (int) (self->timeout * 1000 / PARTS)),
    .tries = TRIES,
    .ednspsz = UDP_SIZE,
    .sock_state_cb = socket_state_cb,
    .sock_state_cb_data = question,
  };
  const int mask = ARES_OPT_EDNSPSZ | ARES_OPT_FLAGS | ARES_OPT_SOCK_STATE_CB |
                   ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES;
  int status = ares_init_options (&question->channel, &options, mask);

  if (status != ARES_SUCCESS)
    return status;

  ares_set_socket_configure_callback (question->channel, socket_created_cb, question);

  if (self->server != NULL)
    return ares_set_servers_ports_csv (question->channel, self->server);

  return ARES_SUCCESS;
}

static int
send_question (TlsrptResolver *self,
               Question       *question)
{
  gboolean is_recursive = !(self->flags & TLSRPT_RESOLVER_AUTHORITATIVE);
  unsigned char *message = NULL;
  unsigned short id = 0;
  int length = 0;
  int status;

  /* A guessable number would help to forge the answer (RFC 5452 section 4.3). */
  if (getrandom (&id, sizeof id, 0) != sizeof id)
    id = (unsigned short) g_random_int ();

  status = ares_create_query (question->name, ns_c_in, (int) question->type, id, is_recursive,
                              &message, &length, UDP_SIZE);
  if (status != ARES_SUCCESS)
    return status;

  /* Ask to be told whether DNSSEC vouches for the answer (RFC 6840 section 5.7). */
  message[AD_OCTET] |= AD_BIT;
  ares_send (question->channel, message, length, answered_cb, question);
  ares_free_string (message);

  return ARES_SUCCESS;
}

static void
start (TlsrptResolver *self,
       Question       *question)
{
  int status = open_channel (self, question);

  self->n_asked++;
  question->deadline = attach (question, g_timeout_source_new ((guint) (self->timeout * 1000)),
                               deadline_cb);

  if (status == ARES_SUCCESS)
    status = send_question (self, question);
  if (status != ARES_SUCCESS)
    set_outcome (question, status);

  /* What ends at once ends later all the same: a long queue of such questions
   * would exhaust the stack. */
  if (question->answer != NULL)
    question->timer = attach (question, g_idle_source_new (), timer_cb);
  else
    proceed (question);
}

static void
start_waiting (TlsrptResolver *self)
{
  while (self->n_asked < TLSRPT_LIMIT_QUESTIONS && !g_queue_is_empty (&self->waiting))
    start (self, g_queue_pop_head (&self->waiting));
}

static void
tlsrpt_resolver_finalize (GObject *object)
{
  TlsrptResolver *self = TLSRPT_RESOLVER (object);

  /* Every question holds a reference. */
  g_assert (self->n_asked == 0 && g_queue_is_empty (&self->waiting));
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
                          "192.0.2.1:5353 or [2001:db8::1]:5353"),
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
 * tlsrpt_resolver_ask_async:
 * @self: a resolver
 * @name: an absolute name without the final dot
 * @type: what to ask for
 * @cancellable: (nullable): to stop waiting for the answer
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Asks for the records of a name.  At most `TLSRPT_LIMIT_QUESTIONS` are under way
 * at once; the others wait.
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
  Question *question;

  g_return_if_fail (TLSRPT_IS_RESOLVER (self));
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_resolver_ask_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  question = g_new0 (Question, 1);
  question->task = g_steal_pointer (&task);
  question->name = g_strdup (name);
  question->type = type;
  question->sockets = g_hash_table_new_full (NULL, NULL, NULL, destroy_source);

  if (cancellable != NULL)
    question->cancelled = attach (question, g_cancellable_source_new (cancellable),
                                  G_SOURCE_FUNC (cancelled_cb));

  g_queue_push_tail (&self->waiting, question);
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
