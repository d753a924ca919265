/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptSender:
 * @TLSRPT_SENDER_POSTFIX: Postfix 3.10 and later
 * @TLSRPT_SENDER_MOX: mox
 * @TLSRPT_SENDER_STALWART: Stalwart
 * @TLSRPT_SENDER_GOOGLE: Google
 * @TLSRPT_SENDER_MICROSOFT: Microsoft
 * @TLSRPT_SENDER_MAIL_RU: Mail.ru
 *
 * The senders of reports whose habits are known.
 */
typedef enum
{
  TLSRPT_SENDER_POSTFIX,
  TLSRPT_SENDER_MOX,
  TLSRPT_SENDER_STALWART,
  TLSRPT_SENDER_GOOGLE,
  TLSRPT_SENDER_MICROSOFT,
  TLSRPT_SENDER_MAIL_RU,
  TLSRPT_N_SENDERS,
} TlsrptSender;

/**
 * TlsrptFault:
 *
 * What goes wrong, whatever a sender calls it.
 */
typedef enum
{
  TLSRPT_FAULT_NO_STARTTLS,
  TLSRPT_FAULT_STARTTLS_REFUSED,
  TLSRPT_FAULT_HANDSHAKE,
  TLSRPT_FAULT_CERTIFICATE_EXPIRED,
  TLSRPT_FAULT_CERTIFICATE_NAME,
  TLSRPT_FAULT_CERTIFICATE_CHAIN,
  TLSRPT_FAULT_MX_NOT_LISTED,
  TLSRPT_FAULT_TLSA_MISMATCH,
  TLSRPT_FAULT_TLSA_UNUSABLE,
  TLSRPT_FAULT_TLSA_BOGUS,
  TLSRPT_FAULT_MX_BOGUS,
  TLSRPT_FAULT_TLSA_MISSING,
  TLSRPT_FAULT_POLICY_MISSING,
  TLSRPT_FAULT_POLICY_UNREACHABLE,
  TLSRPT_FAULT_POLICY_CONTENT,
  TLSRPT_FAULT_POLICY_CERTIFICATE,
  TLSRPT_FAULT_POLICY_NONE,
  TLSRPT_N_FAULTS,
} TlsrptFault;

/**
 * TlsrptFailureSender:
 * @fault: what went wrong
 * @sender: who reports it
 * @type: as which result type
 * @code: (nullable): with which reason code, or how that begins
 *
 * What a sender writes for a fault.
 */
typedef struct
{
  TlsrptFault   fault;
  TlsrptSender  sender;
  const char   *type;
  const char   *code;
} TlsrptFailureSender;

const TlsrptFailureSender *tlsrpt_failure_sender_get_all   (gsize        *n_rows);
char                     **tlsrpt_failure_sender_describe  (const char   *type);
const char                *tlsrpt_sender_get_name          (TlsrptSender  sender);
const char                *tlsrpt_fault_get_title          (TlsrptFault   fault);

G_END_DECLS
