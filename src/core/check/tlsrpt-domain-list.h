/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptDomainList:
 * @domains: (element-type utf8): policy domains in A-labels, each once, in their order
 * @others: (element-type utf8): what is no domain, as it stands in the text
 * @is_zone: whether the text is a zone file
 *
 * The domains in a text.
 */
typedef struct
{
  GPtrArray *domains;
  GPtrArray *others;
  gboolean   is_zone;
} TlsrptDomainList;

TlsrptDomainList *tlsrpt_domain_list_new  (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_domain_list_free (TlsrptDomainList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptDomainList, tlsrpt_domain_list_free)

G_END_DECLS
