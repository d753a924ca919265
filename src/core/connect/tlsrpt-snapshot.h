/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-history.h"
#include "tlsrpt-json.h"

G_BEGIN_DECLS

/**
 * TlsrptSeen:
 * @key: what it is compared with: the one with the same key
 * @kind: what it is
 * @host: (nullable): the mail server that it is about
 * @place: (nullable): where it was seen
 * @value: (nullable): what was seen; `NULL` if that could not be found out
 *
 * One thing that a check found.
 */
typedef struct
{
  char              *key;
  TlsrptChangedKind  kind;
  char              *host;
  char              *place;
  char              *value;
} TlsrptSeen;

/**
 * TlsrptSnapshot:
 * @domain: the domain
 * @time: (nullable): when it was checked
 * @known: which kinds were looked at, a bit for each
 * @seen: (element-type TlsrptSeen): what was found, in the order of the object
 * @by_key: the same by their keys
 * @unknown_hosts: mail servers whose addresses could not be looked up
 *
 * What a check found, as far as it is compared.
 */
typedef struct
{
  char       *domain;
  char       *time;
  guint       known;
  GPtrArray  *seen;
  GHashTable *by_key;
  GHashTable *unknown_hosts;
} TlsrptSnapshot;

TlsrptSnapshot *tlsrpt_snapshot_new  (const TlsrptJsonValue *object) G_GNUC_WARN_UNUSED_RESULT;
void            tlsrpt_snapshot_free (TlsrptSnapshot        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptSnapshot, tlsrpt_snapshot_free)

G_END_DECLS
