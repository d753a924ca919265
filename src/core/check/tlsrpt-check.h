/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-lookup.h"
#include "tlsrpt-record.h"
#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

/**
 * TlsrptCheckState:
 * @TLSRPT_CHECK_WAITING: nothing was asked yet
 * @TLSRPT_CHECK_RUNNING: DNS is being asked
 * @TLSRPT_CHECK_DONE: there is a verdict, or the domain is none
 * @TLSRPT_CHECK_CANCELLED: somebody did not want to wait
 *
 * How far a check has come.
 */
typedef enum
{
  TLSRPT_CHECK_WAITING,
  TLSRPT_CHECK_RUNNING,
  TLSRPT_CHECK_DONE,
  TLSRPT_CHECK_CANCELLED,
} TlsrptCheckState;

#define TLSRPT_TYPE_CHECK_STATE (tlsrpt_check_state_get_type ())

GType                tlsrpt_check_state_get_type (void);

#define TLSRPT_TYPE_CHECK (tlsrpt_check_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptCheck, tlsrpt_check, TLSRPT, CHECK, GObject)

TlsrptCheck         *tlsrpt_check_new         (TlsrptResolver    *resolver,
                                               const char        *domain,
                                               TlsrptLookupFlags  flags) G_GNUC_WARN_UNUSED_RESULT;

void                 tlsrpt_check_start       (TlsrptCheck       *self);
void                 tlsrpt_check_cancel      (TlsrptCheck       *self);

/* Input */
const char          *tlsrpt_check_get_domain  (TlsrptCheck       *self);
gboolean             tlsrpt_check_has_own_server (TlsrptCheck    *self);
void                 tlsrpt_check_set_record  (TlsrptCheck       *self,
                                               TlsrptRecord      *record);

/* Output */
TlsrptCheckState     tlsrpt_check_get_state   (TlsrptCheck       *self);
const GError        *tlsrpt_check_get_error   (TlsrptCheck       *self);
const TlsrptVerdict *tlsrpt_check_get_verdict (TlsrptCheck       *self);

G_END_DECLS
