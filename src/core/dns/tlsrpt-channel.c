/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-channel.h"

#include <sys/stat.h>

/* Three tries, each twice as long as the one before: 1 + 2 + 4 parts. */
#define TRIES 3
#define PARTS 7

/* What c-ares reads the name servers of the system from, and how many channels are kept
 * while nothing is asked: each takes 70 KiB. */
#define SYSTEM_FILE "/etc/resolv.conf"
#define MOST_AT_REST 4

struct _TlsrptChannel
{
  ares_channel        ares;
  ares_sock_state_cb  changed;
  gpointer            user_data;
};

/* What a file looks like as long as nobody has changed it. */
typedef struct
{
  dev_t           device;
  ino_t           inode;
  off_t           size;
  struct timespec modified;
} Stamp;

struct _TlsrptChannels
{
  GPtrArray *idle; /* of TlsrptChannel, the last one used last */
  Stamp      stamp;
};

static Stamp
get_stamp (void)
{
  Stamp stamp = { 0, };
  struct stat status;

  if (stat (SYSTEM_FILE, &status) == 0)
    {
      stamp.device = status.st_dev;
      stamp.inode = status.st_ino;
      stamp.size = status.st_size;
      stamp.modified = status.st_mtim;
    }

  return stamp;
}

static gboolean
stamp_equal (const Stamp *a,
             const Stamp *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size &&
         a->modified.tv_sec == b->modified.tv_sec && a->modified.tv_nsec == b->modified.tv_nsec;
}

static void
socket_state_cb (void          *user_data,
                 ares_socket_t  fd,
                 int            readable,
                 int            writable)
{
  TlsrptChannel *self = user_data;

  self->changed (self->user_data, fd, readable, writable);
}

/**
 * tlsrpt_channel_new:
 * @server: (nullable): a server in the form that c-ares reads; `NULL` for those of the
 *   system
 * @milliseconds: what one question may take
 * @uses_tcp: whether it is asked over TCP
 * @status: (out): what c-ares says
 *
 * Opens a channel.
 *
 * Returns: (nullable): the channel, or `NULL` if @status says why not
 */
TlsrptChannel *
tlsrpt_channel_new (const char *server,
                    int         milliseconds,
                    gboolean    uses_tcp,
                    int        *status)
{
  TlsrptChannel *self = g_new0 (TlsrptChannel, 1);
  struct ares_options options = {
    /* IGNTC and NOCHECKRESP let what did not fit, and a failure, through as it is. */
    .flags = ARES_FLAG_EDNS | ARES_FLAG_IGNTC | ARES_FLAG_NOALIASES | ARES_FLAG_NOCHECKRESP |
             ARES_FLAG_NOSEARCH,
    .timeout = MAX (1, milliseconds / PARTS),
    .tries = TRIES,
    .ednspsz = TLSRPT_CHANNEL_UDP_SIZE,
    .sock_state_cb = socket_state_cb,
    .sock_state_cb_data = self,
  };
  int mask = ARES_OPT_EDNSPSZ | ARES_OPT_FLAGS | ARES_OPT_SOCK_STATE_CB | ARES_OPT_TIMEOUTMS |
             ARES_OPT_TRIES;

  if (uses_tcp)
    {
      /* Use all of the remaining time: a second connection would not be faster. */
      options.flags |= ARES_FLAG_USEVC;
      options.timeout = milliseconds + 1;
      options.tries = 1;
    }

#ifdef ARES_OPT_QUERY_CACHE
  /* Since 1.31 c-ares keeps answers by itself; a check is for what is published now. */
  mask |= ARES_OPT_QUERY_CACHE;
  options.qcache_max_ttl = 0;
#endif

  *status = ares_init_options (&self->ares, &options, mask);
  if (*status == ARES_SUCCESS && server != NULL)
    *status = ares_set_servers_ports_csv (self->ares, server);
  if (*status != ARES_SUCCESS)
    g_clear_pointer (&self, tlsrpt_channel_free);

  return self;
}

/**
 * tlsrpt_channel_free:
 * @self: (transfer full): a channel, with or without a question
 *
 * Closes a channel.  Its sockets are told of as closed.
 */
void
tlsrpt_channel_free (TlsrptChannel *self)
{
  g_clear_pointer (&self->ares, ares_destroy);
  g_free (self);
}

/**
 * tlsrpt_channel_begin:
 * @self: a channel without a question
 * @changed: told of what each socket waits for
 * @user_data: for @changed
 *
 * Lends a channel to a question.
 *
 * Returns: (transfer none): the channel for c-ares
 */
ares_channel
tlsrpt_channel_begin (TlsrptChannel      *self,
                      ares_sock_state_cb  changed,
                      gpointer            user_data)
{
  self->changed = changed;
  self->user_data = user_data;

  return self->ares;
}

TlsrptChannels *
tlsrpt_channels_new (void)
{
  TlsrptChannels *self = g_new0 (TlsrptChannels, 1);

  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_channel_free);

  return self;
}

void
tlsrpt_channels_free (TlsrptChannels *self)
{
  g_ptr_array_unref (self->idle);
  g_free (self);
}

/**
 * tlsrpt_channels_take:
 * @self: channels
 * @is_of_system: whether the name servers are those of the system, which may change
 *
 * Gets a channel to use again.  A new one costs 67,000 instructions, and the reading of
 * four files besides; a domain has ten questions or more (1,340,000 instructions before,
 * 440,000 after: benchmark “check-work”).
 *
 * Returns: (transfer full) (nullable): a channel, or `NULL` if a new one is needed
 */
TlsrptChannel *
tlsrpt_channels_take (TlsrptChannels *self,
                      gboolean        is_of_system)
{
  if (is_of_system)
    {
      Stamp stamp = get_stamp ();

      if (!stamp_equal (&stamp, &self->stamp))
        g_ptr_array_set_size (self->idle, 0);
      self->stamp = stamp;
    }

  return self->idle->len > 0 ? g_ptr_array_steal_index (self->idle, self->idle->len - 1) : NULL;
}

/**
 * tlsrpt_channels_give:
 * @self: channels
 * @channel: (transfer full): one whose question was answered at once, and whose sockets
 *   are closed
 *
 * Keeps a channel for the next question.
 */
void
tlsrpt_channels_give (TlsrptChannels *self,
                      TlsrptChannel  *channel)
{
  g_ptr_array_add (self->idle, channel);
}

/**
 * tlsrpt_channels_trim:
 * @self: channels
 *
 * Lets go of most of them, since nothing is asked.
 */
void
tlsrpt_channels_trim (TlsrptChannels *self)
{
  if (self->idle->len > MOST_AT_REST)
    g_ptr_array_set_size (self->idle, MOST_AT_REST);
}
