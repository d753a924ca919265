/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-published.h"

G_BEGIN_DECLS

/**
 * TlsrptStanding:
 * @state: what to make of all that: “published”, “changed”, “missing”, “failing”,
 *   “unneeded”, or “unknown” if DNS could not answer
 * @record: the verdict on the record
 * @mta_sts: that on MTA-STS
 * @dane: that on DANE
 * @value: (nullable): the record, if there is one
 * @reason: (nullable): what is most wrong, a sentence for people
 *
 * How a domain stands, in a few words for programs; tlsrpt_standing_get_word() has those
 * for people.
 */
typedef struct
{
  const char *state;
  const char *record;
  const char *mta_sts;
  const char *dane;
  char       *value;
  char       *reason;
} TlsrptStanding;

TlsrptStanding *tlsrpt_standing_new      (TlsrptPublished *published,
                                          const char      *expected,
                                          const char      *previous) G_GNUC_WARN_UNUSED_RESULT;
void            tlsrpt_standing_free     (TlsrptStanding  *self);

const char     *tlsrpt_standing_get_word (const char      *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptStanding, tlsrpt_standing_free)

G_END_DECLS
