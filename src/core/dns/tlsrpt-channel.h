/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <ares.h>
#include <glib.h>

G_BEGIN_DECLS

/* Size that passes every network without fragmentation. */
#define TLSRPT_CHANNEL_UDP_SIZE 1232

/**
 * TlsrptChannel:
 *
 * A channel of c-ares for one question at a time.  Its sockets are those of a question:
 * each question has its own port, also on a channel that is used again.
 */
typedef struct _TlsrptChannel TlsrptChannel;

/**
 * TlsrptChannels:
 *
 * Channels that had nothing but a prompt answer, kept for the next questions to the same
 * server with the same time.
 */
typedef struct _TlsrptChannels TlsrptChannels;

TlsrptChannel  *tlsrpt_channel_new       (const char              *server,
                                          int                      milliseconds,
                                          gboolean                 uses_tcp,
                                          int                     *status);
void            tlsrpt_channel_free      (TlsrptChannel           *self);
ares_channel    tlsrpt_channel_begin     (TlsrptChannel           *self,
                                          ares_sock_state_cb       changed,
                                          gpointer                 user_data);

TlsrptChannels *tlsrpt_channels_new      (void);
void            tlsrpt_channels_free     (TlsrptChannels          *self);
TlsrptChannel  *tlsrpt_channels_take     (TlsrptChannels          *self,
                                          gboolean                 is_of_system);
void            tlsrpt_channels_give     (TlsrptChannels          *self,
                                          TlsrptChannel           *channel);
void            tlsrpt_channels_trim     (TlsrptChannels          *self);

G_END_DECLS
