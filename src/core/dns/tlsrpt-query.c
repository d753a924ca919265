/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-query.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/random.h>

/* What c-ares 1.34 writes into a question.  Programs get no address for any other name
 * from the C library either, so that no mail server is found there. */
#define NAME_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_*/."

/* Flags of a message (RFC 1035 section 4.1.1, RFC 4035 section 3.1.6). */
#define FLAG_RD (1 << 8)
#define FLAG_AD (1 << 5)
#define FLAG_CD (1 << 4)

/* A server that fails may be down, or may not trust the signatures of an answer.  To
 * find out, the question is sent again with checking disabled (RFC 4035 section 3.2.2),
 * and, if that brings an answer, once more: the failure may just have passed. */
typedef enum
{
  ROUND_FIRST,
  ROUND_UNCHECKED,
  ROUND_AGAIN,
} Round;

struct _TlsrptQuery
{
  char               *name;
  TlsrptResourceType  type;

  GMainContext       *context;
  GSource            *cancelled;
  TlsrptQueryDone     done;
  gpointer            user_data;

  /* Once it has started */
  gboolean            is_started;
  char               *server; /* NULL: those of the system */
  gboolean            is_recursive;
  gint64              milliseconds;
  gint64              end;    /* when the deadline is, in monotonic time */
  TlsrptChannels     *channels; /* (not owned): of the resolver */
  TlsrptChannel      *lent;
  ares_channel        channel;  /* that of @lent */
  GHashTable         *sockets; /* of descriptor to GSource */
  GSource            *timer;
  GSource            *deadline;
  Round               round;
  gboolean            uses_tcp;
  gboolean            is_prompt; /* the first server answered the first time */
  TlsrptAnswer       *answer;
};

static void
destroy_source (gpointer data)
{
  GSource *source = data;

  g_source_destroy (source);
  g_source_unref (source);
}

static void
close_channel (TlsrptQuery *self)
{
  /* c-ares has closed the sockets of a question that is answered.  Who met trouble, or had
   * only what was left of the time, is no example for others. */
  if (self->is_prompt && self->round == ROUND_FIRST && !self->uses_tcp &&
      g_hash_table_size (self->sockets) == 0)
    tlsrpt_channels_give (self->channels, g_steal_pointer (&self->lent));

  /* Destroying the channel closes its sockets, which calls back. */
  g_clear_pointer (&self->lent, tlsrpt_channel_free);
  self->channel = NULL;
  self->is_prompt = FALSE;
  g_clear_pointer (&self->timer, destroy_source);
}

/* Nothing calls back any more. */
static void
stop (TlsrptQuery *self)
{
  close_channel (self);
  g_clear_pointer (&self->sockets, g_hash_table_unref);
  g_clear_pointer (&self->deadline, destroy_source);
  g_clear_pointer (&self->cancelled, destroy_source);
}

static void
query_free (TlsrptQuery *self)
{
  g_main_context_unref (self->context);
  g_free (self->server);
  g_free (self->name);
  g_free (self);
}

static GSource *
attach (TlsrptQuery *self,
        GSource     *source,
        GSourceFunc  callback)
{
  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, self->context);

  return source;
}

/* A local name server answers even without a network; what it says is then no
 * news of the name. */
static gboolean
is_offline (TlsrptQuery *self)
{
  return self->server == NULL &&
         !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

/* Finds the reason for an outcome without an answer. */
static TlsrptOutcome
explain (TlsrptQuery   *self,
         TlsrptOutcome  outcome)
{
  switch (outcome)
    {
    case TLSRPT_OUTCOME_TIMED_OUT:
    case TLSRPT_OUTCOME_NO_NETWORK:
    case TLSRPT_OUTCOME_SERVER_FAILURE:
      return is_offline (self) ? TLSRPT_OUTCOME_NO_NETWORK : outcome;

    default:
      return outcome;
    }
}

/* Ends a query.  It must not run inside a call of c-ares. */
static void
finish (TlsrptQuery *self)
{
  g_autoptr (TlsrptAnswer) answer = g_steal_pointer (&self->answer);

  if (answer != NULL)
    {
      TlsrptOutcome outcome = tlsrpt_answer_get_outcome (answer);
      TlsrptOutcome explained = explain (self, outcome);

      if (explained != outcome)
        {
          tlsrpt_answer_free (answer);
          answer = tlsrpt_answer_new_failed (self->name, self->type, explained);
        }
    }

  stop (self);
  self->done (self, g_steal_pointer (&answer), self->user_data);
  query_free (self);
}

static gboolean timer_cb (gpointer user_data);
static void open_and_send (TlsrptQuery *self);

static gboolean
send_again (TlsrptQuery *self,
            Round        round,
            gboolean     uses_tcp)
{
  close_channel (self);
  g_clear_pointer (&self->answer, tlsrpt_answer_free);
  self->round = round;
  self->uses_tcp = uses_tcp;
  open_and_send (self);

  return TRUE;
}

/* What stays if the deadline comes, or no answer, while we find out why it failed. */
static void
set_failure (TlsrptQuery *self)
{
  g_clear_pointer (&self->answer, tlsrpt_answer_free);
  self->answer = tlsrpt_answer_new_failed (self->name, self->type, TLSRPT_OUTCOME_SERVER_FAILURE);
}

/* Sends the question once more if its answer leaves something to be found out. */
static gboolean
ask_again (TlsrptQuery *self)
{
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (self->answer);

  /* c-ares would use TCP by itself, but wait no longer for it than for the first try
   * over UDP. */
  if (outcome == TLSRPT_OUTCOME_TRUNCATED && !self->uses_tcp)
    return send_again (self, self->round, TRUE);

  switch (self->round)
    {
    case ROUND_FIRST:
      return outcome == TLSRPT_OUTCOME_SERVER_FAILURE && self->is_recursive &&
             !is_offline (self) && send_again (self, ROUND_UNCHECKED, FALSE);

    case ROUND_UNCHECKED:
      if (tlsrpt_outcome_is_known (outcome))
        return send_again (self, ROUND_AGAIN, FALSE);

      set_failure (self);
      return FALSE;

    case ROUND_AGAIN:
    default:
      if (outcome == TLSRPT_OUTCOME_SERVER_FAILURE)
        {
          tlsrpt_answer_free (self->answer);
          self->answer = tlsrpt_answer_new_bogus (self->name, self->type);
        }
      else if (!tlsrpt_outcome_is_known (outcome))
        {
          set_failure (self);
        }
      return FALSE;
    }
}

/* Takes the answer if there is one, or waits for what c-ares waits for. */
static void
proceed (TlsrptQuery *self)
{
  struct timeval timeout;
  guint milliseconds;

  g_clear_pointer (&self->timer, destroy_source);

  if (self->answer != NULL)
    {
      if (!ask_again (self))
        finish (self);
      return;
    }

  if (ares_timeout (self->channel, NULL, &timeout) == NULL)
    return;

  /* Rounded up: too early would be a busy loop. */
  milliseconds = (guint) (timeout.tv_sec * 1000 + timeout.tv_usec / 1000 + 1);
  self->timer = attach (self, g_timeout_source_new (milliseconds), timer_cb);
}

static gboolean
timer_cb (gpointer user_data)
{
  TlsrptQuery *self = user_data;

  /* A question that cannot be asked has none. */
  if (self->channel != NULL)
    ares_process_fd (self->channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
  proceed (self);

  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  TlsrptQuery *self = user_data;

  if (self->round == ROUND_FIRST)
    self->answer = tlsrpt_answer_new_failed (self->name, self->type, TLSRPT_OUTCOME_TIMED_OUT);
  else
    set_failure (self);
  finish (self);

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
  TlsrptQuery *self = user_data;
  gboolean is_readable = (condition & ~G_IO_OUT) != 0;
  gboolean is_writable = (condition & G_IO_OUT) != 0;

  ares_process_fd (self->channel,
                   is_readable ? fd : ARES_SOCKET_BAD,
                   is_writable ? fd : ARES_SOCKET_BAD);
  proceed (self);

  return G_SOURCE_CONTINUE;
}

static void
socket_state_cb (void          *user_data,
                 ares_socket_t  fd,
                 int            readable,
                 int            writable)
{
  TlsrptQuery *self = user_data;
  GIOCondition condition = (readable ? G_IO_IN : 0) | (writable ? G_IO_OUT : 0);

  if (condition == 0)
    g_hash_table_remove (self->sockets, GINT_TO_POINTER (fd));
  else
    g_hash_table_replace (self->sockets, GINT_TO_POINTER (fd),
                          attach (self, g_unix_fd_source_new (fd, condition),
                                  G_SOURCE_FUNC (socket_ready_cb)));
}

static TlsrptOutcome
outcome_of_status (TlsrptQuery *self,
                   int          status)
{
  switch (status)
    {
    case ARES_ETIMEOUT:
      return TLSRPT_OUTCOME_TIMED_OUT;

    case ARES_EBADNAME:
    case ARES_EBADRESP:
    case ARES_EFORMERR:
      /* c-ares 1.34 reads the answer and writes it down once more, if it can. */
      return TLSRPT_OUTCOME_MALFORMED;

    case ARES_EBADQUERY:
      /* A name that cannot be asked for does not exist. */
      return TLSRPT_OUTCOME_NO_DOMAIN;

    default:
      /* There is a network: the answer over UDP came through it. */
      return self->uses_tcp ? TLSRPT_OUTCOME_TRUNCATED : TLSRPT_OUTCOME_NO_NETWORK;
    }
}

static void
set_outcome (TlsrptQuery *self,
             int          status)
{
  self->answer = tlsrpt_answer_new_failed (self->name, self->type,
                                           outcome_of_status (self, status));
}

static void
answered_cb (void          *user_data,
             int            status,
             int            timeouts,
             unsigned char *message,
             int            length)
{
  TlsrptQuery *self = user_data;

  if (status == ARES_EDESTRUCTION)
    return;

  if (status == ARES_SUCCESS)
    self->answer = tlsrpt_answer_new (self->name, self->type, message, (gsize) length);
  else
    set_outcome (self, status);
  self->is_prompt = status == ARES_SUCCESS && timeouts == 0;
}

static int
open_channel (TlsrptQuery *self)
{
  /* In a variable: MAX () looks twice, and the clock goes on. */
  gint64 left = (self->end - g_get_monotonic_time ()) / 1000;
  int status = ARES_SUCCESS;

  left = MAX (1, left);
  if (self->round == ROUND_FIRST && !self->uses_tcp)
    {
      left = self->milliseconds;
      self->lent = tlsrpt_channels_take (self->channels, self->server == NULL);
    }

  if (self->lent == NULL)
    self->lent = tlsrpt_channel_new (self->server, (int) left, self->uses_tcp, &status);
  if (self->lent != NULL)
    self->channel = tlsrpt_channel_begin (self->lent, socket_state_cb, self);

  return status;
}

static void
append_16 (GByteArray *message,
           guint       number)
{
  const guint8 octets[] = { (guint8) (number >> 8), (guint8) number };

  g_byte_array_append (message, octets, sizeof octets);
}

/* A query (RFC 1035 section 4.1) with an OPT record (RFC 6891 section 6.1.2); c-ares
 * could make it, but sets neither the AD nor the CD bit.  Empty if the name cannot be
 * asked for. */
static GByteArray *
create_message (TlsrptQuery *self)
{
  GByteArray *message = g_byte_array_new ();
  guint8 name[NS_MAXCDNAME];
  const guint8 *end = name;
  guint16 id;

  if (self->name[strspn (self->name, NAME_CHARACTERS)] != '\0' ||
      ns_name_pton (self->name, name, sizeof name) < 0 ||
      ns_name_skip (&end, name + sizeof name) < 0)
    return message;

  /* A guessable number would help to forge the answer (RFC 5452 section 4.3). */
  if (getrandom (&id, sizeof id, 0) != sizeof id)
    id = (guint16) g_random_int ();

  append_16 (message, id);
  /* Ask to be told whether DNSSEC vouches for the answer (RFC 6840 section 5.7). */
  append_16 (message, FLAG_AD | (self->is_recursive ? FLAG_RD : 0) |
                        (self->round == ROUND_UNCHECKED ? FLAG_CD : 0));
  append_16 (message, 1);
  append_16 (message, 0);
  append_16 (message, 0);
  append_16 (message, 1);

  g_byte_array_append (message, name, (guint) (end - name));
  append_16 (message, self->type);
  append_16 (message, ns_c_in);

  g_byte_array_append (message, (const guint8 *) "", 1);
  append_16 (message, ns_t_opt);
  append_16 (message, TLSRPT_CHANNEL_UDP_SIZE);
  append_16 (message, 0);
  append_16 (message, 0);
  append_16 (message, 0);

  return message;
}

static void
open_and_send (TlsrptQuery *self)
{
  g_autoptr (GByteArray) message = create_message (self);
  int status = message->len > 0 ? open_channel (self) : ARES_EBADQUERY;

  if (status == ARES_SUCCESS)
    ares_send (self->channel, message->data, (int) message->len, answered_cb, self);
  else
    set_outcome (self, status);

  /* Defer the end even if it comes at once: a long queue of such questions would
   * exhaust the stack. */
  if (self->answer != NULL)
    self->timer = attach (self, g_idle_source_new (), timer_cb);
  else
    proceed (self);
}

/**
 * tlsrpt_query_new:
 * @name: an absolute name without the final dot
 * @type: what to ask for
 * @context: where it runs
 * @cancellable: (nullable): to stop waiting, even for the start
 * @done: called once; the query is gone after that
 * @user_data: for @done
 *
 * Creates a query, without asking anything.
 *
 * Returns: the query, which frees itself
 */
TlsrptQuery *
tlsrpt_query_new (const char         *name,
                  TlsrptResourceType  type,
                  GMainContext       *context,
                  GCancellable       *cancellable,
                  TlsrptQueryDone     done,
                  gpointer            user_data)
{
  TlsrptQuery *self = g_new0 (TlsrptQuery, 1);

  self->name = g_strdup (name);
  self->type = type;
  self->context = g_main_context_ref (context);
  self->done = done;
  self->user_data = user_data;
  self->sockets = g_hash_table_new_full (NULL, NULL, NULL, destroy_source);

  if (cancellable != NULL)
    self->cancelled = attach (self, g_cancellable_source_new (cancellable),
                              G_SOURCE_FUNC (cancelled_cb));

  return self;
}

/**
 * tlsrpt_query_start:
 * @self: a query that was not started yet
 * @channels: those of the resolver, all for this server and time
 * @server: (nullable): a server in the form that c-ares reads; `NULL` for those of
 *   the system
 * @timeout: seconds that it may take
 * @is_recursive: whether the server shall find the answer wherever it is
 *
 * Asks.
 */
void
tlsrpt_query_start (TlsrptQuery    *self,
                    TlsrptChannels *channels,
                    const char     *server,
                    double          timeout,
                    gboolean        is_recursive)
{
  gint64 milliseconds = (gint64) (timeout * 1000);

  self->is_started = TRUE;
  self->channels = channels;
  self->milliseconds = milliseconds;
  self->server = g_strdup (server);
  self->is_recursive = is_recursive;
  self->end = g_get_monotonic_time () + milliseconds * 1000;
  self->deadline = attach (self, g_timeout_source_new ((guint) milliseconds), deadline_cb);

  open_and_send (self);
}

gboolean
tlsrpt_query_is_started (TlsrptQuery *self)
{
  return self->is_started;
}
