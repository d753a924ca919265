/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-published.h"

G_BEGIN_DECLS

/* Makes up what is published for a domain, without asking anybody, for tests. */

#define FAKE_DOMAIN "example.com"
#define FAKE_NAME "_smtp._tls." FAKE_DOMAIN

/* One mail server, and nothing else. */
TlsrptPublished *fake_published    (void) G_GNUC_WARN_UNUSED_RESULT;

/* An answer with a TXT record for each text; the last argument is NULL. */
TlsrptAnswer    *fake_texts        (const char       *name,
                                    guint             flags,
                                    ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

void             fake_answer       (TlsrptAnswer    **slot,
                                    TlsrptAnswer     *answer);
/* A, AAAA, MX, …: an answer with a record for each, which is a name or an address;
 * the last argument is NULL. */
TlsrptAnswer    *fake_hosts        (const char         *name,
                                    TlsrptResourceType  type,
                                    guint               flags,
                                    ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

void             fake_authority    (TlsrptPublished  *published,
                                    TlsrptAnswer     *record);
void             fake_mx           (TlsrptPublished  *published,
                                    TlsrptOutcome     outcome);
void             fake_policy       (TlsrptPublished  *published,
                                    const char       *text);

/* The TLSA records of the mail server: one whose data have no NUL, or data and their
 * length (a gsize) of each, and NULL. */
void             fake_tlsa         (TlsrptPublished  *published,
                                    const char       *data,
                                    guint             flags);
void             fake_tlsa_records (TlsrptPublished  *published,
                                    guint             flags,
                                    ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
