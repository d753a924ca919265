/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look.h"

G_BEGIN_DECLS

/* Words for what was seen, and for what a sender reports.  Untrusted text in them is
 * escaped. */

const char *tlsrpt_policy_get_name      (TlsrptPolicy          policy);
const char *tlsrpt_delivery_get_message (TlsrptDelivery        delivery);

char       *tlsrpt_contact_dup_summary  (TlsrptContact        *contact) G_GNUC_WARN_UNUSED_RESULT;
char      **tlsrpt_contact_dup_notes    (TlsrptContact        *contact) G_GNUC_WARN_UNUSED_RESULT;

char       *tlsrpt_look_dup_place       (const char           *host,
                                         const char           *address) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_look_dup_plan        (TlsrptPublished      *published,
                                         const char           *helo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
