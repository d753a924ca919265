/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look-cache.h"
#include "tlsrpt-published.h"
#include "tlsrpt-sender-view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptLookProgress:
 * @n_visited: how many addresses were visited
 * @n_all: how many there are
 * @user_data: what was given along with the function
 *
 * Tells how far a look has come.
 */
typedef void (*TlsrptLookProgress) (guint    n_visited,
                                    guint    n_all,
                                    gpointer user_data);

/**
 * TlsrptLookOptions:
 * @helo: what to call ourselves
 * @time: for when to judge certificates, in seconds since 1970
 * @patience: seconds that every step may take at the most
 * @allow_special: whether special-purpose addresses may be visited
 * @cache: (nullable): what was seen in this run before; it must stay
 * @progress: (nullable): called in the main context whenever a visit has ended
 * @progress_data: for @progress
 *
 * How to look at mail servers.
 */
typedef struct
{
  const char         *helo;
  gint64              time;
  double              patience;
  gboolean            allow_special;
  TlsrptLookCache    *cache;
  TlsrptLookProgress  progress;
  gpointer            progress_data;
} TlsrptLookOptions;

/**
 * TlsrptLookHost:
 * @server: a mail server of @published
 * @contacts: (element-type TlsrptContact): the visits to its addresses
 *
 * A mail server, and what was seen there.
 */
typedef struct
{
  TlsrptMailServer *server;
  GPtrArray        *contacts;
} TlsrptLookHost;

/**
 * TlsrptLookSender:
 * @host: (nullable): a mail server; `NULL` for the MTA-STS policy and the MX records
 * @address: (nullable): one of its addresses; `NULL` if none is known
 * @reported: what a sender reports
 *
 * What a sender reports, and about what.
 */
typedef struct
{
  const char     *host;
  const char     *address;
  TlsrptReported  reported;
} TlsrptLookSender;

/**
 * TlsrptLook:
 * @published: what is published
 * @hosts: (element-type TlsrptLookHost): the mail servers
 * @senders: (element-type TlsrptLookSender): what senders report; nothing if the network
 *   blocks the port
 * @rua: (element-type GPtrArray): for each destination of @published the visit to its
 *   host, if it is a URL: an array of one [struct@Contact] at the most
 * @is_blocked: whether the network seems to block the port
 *
 * A look at the mail servers of a domain.
 */
typedef struct
{
  TlsrptPublished *published;
  GPtrArray       *hosts;
  GPtrArray       *senders;
  GPtrArray       *rua;
  gboolean         is_blocked;
} TlsrptLook;

void        tlsrpt_look_async        (TlsrptPublished          *published,
                                      const TlsrptLookOptions  *options,
                                      GCancellable             *cancellable,
                                      GAsyncReadyCallback       callback,
                                      gpointer                  user_data);
TlsrptLook *tlsrpt_look_finish       (GAsyncResult             *result,
                                      GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void        tlsrpt_look_free         (TlsrptLook               *self);

gboolean    tlsrpt_look_has_answer   (TlsrptLook               *self);
gboolean    tlsrpt_look_has_failure  (TlsrptLook               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptLook, tlsrpt_look_free)

G_END_DECLS
