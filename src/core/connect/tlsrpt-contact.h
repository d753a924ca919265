/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-chain.h"
#include "tlsrpt-dane.h"

G_BEGIN_DECLS

/**
 * TlsrptContactOutcome:
 * @TLSRPT_CONTACT_TLS: there was a TLS connection
 * @TLSRPT_CONTACT_NO_STARTTLS: the server does not offer STARTTLS
 * @TLSRPT_CONTACT_STARTTLS_REFUSED: it offers STARTTLS, and refuses it
 * @TLSRPT_CONTACT_HANDSHAKE: the handshake fails, or does not end
 * @TLSRPT_CONTACT_INJECTED: there is text behind the reply to STARTTLS
 * @TLSRPT_CONTACT_REJECTED: the greeting, or the reply to EHLO, rejects us
 * @TLSRPT_CONTACT_REFUSED: nothing listens there
 * @TLSRPT_CONTACT_UNREACHABLE: no way leads there
 * @TLSRPT_CONTACT_TIMED_OUT: no connection in time, or no whole reply
 * @TLSRPT_CONTACT_CLOSED: the server ends the connection
 * @TLSRPT_CONTACT_MUTE: the server says nothing
 * @TLSRPT_CONTACT_NOT_SMTP: what it says is not SMTP
 * @TLSRPT_CONTACT_BLOCKED: no mail server at all answers: something on the way blocks
 *   the port
 * @TLSRPT_CONTACT_NOT_TRIED: a special-purpose address, or one over a limit
 *
 * How the visit to an address of a mail server ended.
 */
typedef enum
{
  TLSRPT_CONTACT_TLS,
  TLSRPT_CONTACT_NO_STARTTLS,
  TLSRPT_CONTACT_STARTTLS_REFUSED,
  TLSRPT_CONTACT_HANDSHAKE,
  TLSRPT_CONTACT_INJECTED,
  TLSRPT_CONTACT_REJECTED,
  TLSRPT_CONTACT_REFUSED,
  TLSRPT_CONTACT_UNREACHABLE,
  TLSRPT_CONTACT_TIMED_OUT,
  TLSRPT_CONTACT_CLOSED,
  TLSRPT_CONTACT_MUTE,
  TLSRPT_CONTACT_NOT_SMTP,
  TLSRPT_CONTACT_BLOCKED,
  TLSRPT_CONTACT_NOT_TRIED,
  TLSRPT_N_CONTACT_OUTCOMES,
} TlsrptContactOutcome;

/**
 * TlsrptContact:
 * @address: an IP address
 * @outcome: how the visit ended
 * @is_connected: whether there was a connection
 * @code: the code of the reply that ended it, or zero
 * @reply: (nullable): the text of that reply, as it came
 * @detail: (nullable): what the handshake failed with, in English
 * @protocol: (nullable): the version of TLS
 * @cipher: (nullable): the cipher suite
 * @chain: (element-type TlsrptCertificate): what the server presented
 * @pkix: what is wrong with that for senders that trust the usual authorities
 * @dane: how it fits the TLSA records
 *
 * A visit to an address of a mail server.
 */
typedef struct
{
  char                 *address;
  TlsrptContactOutcome  outcome;
  gboolean              is_connected;
  guint                 code;
  char                 *reply;
  char                 *detail;
  char                 *protocol;
  char                 *cipher;
  GPtrArray            *chain;
  TlsrptPkixFlags       pkix;
  TlsrptDaneMatch       dane;
} TlsrptContact;

TlsrptContact *tlsrpt_contact_new                 (const char           *address) G_GNUC_WARN_UNUSED_RESULT;
TlsrptContact *tlsrpt_contact_copy                (TlsrptContact        *self) G_GNUC_WARN_UNUSED_RESULT;
void           tlsrpt_contact_free                (TlsrptContact        *self);

const char    *tlsrpt_contact_outcome_get_token   (TlsrptContactOutcome  outcome);
const char    *tlsrpt_contact_outcome_get_message (TlsrptContactOutcome  outcome);
gboolean       tlsrpt_contact_has_answered        (TlsrptContactOutcome  outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptContact, tlsrpt_contact_free)

G_END_DECLS
