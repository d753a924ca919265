/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptChangedKind:
 *
 * What can change between two checks of a domain.
 */
typedef enum
{
  TLSRPT_CHANGED_RECORD,
  TLSRPT_CHANGED_MX,
  TLSRPT_CHANGED_POLICY,
  TLSRPT_CHANGED_TLSA,
  TLSRPT_CHANGED_CONNECTION,
  TLSRPT_CHANGED_CERTIFICATE,
  TLSRPT_CHANGED_TRUST,
  TLSRPT_CHANGED_SENDER,
  TLSRPT_CHANGED_DESTINATION,
  TLSRPT_N_CHANGED,
} TlsrptChangedKind;

/**
 * TlsrptChanged:
 * @kind: what has changed
 * @place: (nullable): where: a host, a host and its address, or a URI
 * @before: (nullable): what it was; `NULL` if it was not there
 * @after: (nullable): what it is; `NULL` if it is not there any more
 *
 * What has changed.  The texts are as they came.
 */
typedef struct
{
  TlsrptChangedKind  kind;
  char              *place;
  char              *before;
  char              *after;
} TlsrptChanged;

/**
 * TlsrptHistory:
 *
 * What an earlier run of `tlsrpt-cli check --json` found.
 */
typedef struct _TlsrptHistory TlsrptHistory;

TlsrptHistory *tlsrpt_history_new     (const char      *text,
                                       gsize            length,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void           tlsrpt_history_free    (TlsrptHistory   *self);

const char    *tlsrpt_history_get_time (TlsrptHistory  *self,
                                        const char     *domain);
GPtrArray     *tlsrpt_history_compare (TlsrptHistory   *self,
                                       const char      *json,
                                       gsize            length) G_GNUC_WARN_UNUSED_RESULT;

const char    *tlsrpt_changed_get_token (TlsrptChangedKind  kind);
const char    *tlsrpt_changed_get_label (TlsrptChangedKind  kind);
void           tlsrpt_changed_append_json (GString         *object,
                                           GPtrArray       *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptHistory, tlsrpt_history_free)

G_END_DECLS
