/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptStateDomain:
 * @name: the policy domain in A-labels
 * @expected: (nullable): the record that the form made for it
 * @value: (nullable): the record that was published when there was one last
 * @checked: when it was checked last, in seconds since 1970, or 0
 * @state: (nullable): what to make of that, a word for programs
 * @record: (nullable): the verdict on the record, another one
 * @mta_sts: (nullable): that on MTA-STS
 * @dane: (nullable): that on DANE
 * @reason: (nullable): why it stands like that, a sentence for people in the language of
 *   the check
 *
 * A domain of the list.  The words are not those of this program's version alone: a later
 * one may have written others.  It is only changed before it is in a list.
 */
typedef struct
{
  char   *name;
  char   *expected;

  char   *value;
  gint64  checked;
  char   *state;
  char   *record;
  char   *mta_sts;
  char   *dane;
  char   *reason;
} TlsrptStateDomain;

/**
 * TlsrptStatePlace:
 * @domain: a domain that was in the list
 * @position: where it was
 *
 * What brings a domain back.
 */
typedef struct
{
  TlsrptStateDomain *domain;
  guint              position;
} TlsrptStatePlace;

TlsrptStateDomain *tlsrpt_state_domain_new   (const char              *name,
                                              const char              *expected) G_GNUC_WARN_UNUSED_RESULT;
TlsrptStateDomain *tlsrpt_state_domain_ref   (const TlsrptStateDomain *self);
void               tlsrpt_state_domain_unref (TlsrptStateDomain       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptStateDomain, tlsrpt_state_domain_unref)

G_END_DECLS
