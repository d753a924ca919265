/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

G_BEGIN_DECLS

/**
 * TlsrptNames:
 * @domain: (nullable): stands in the place of DOMAIN
 * @mx: (nullable): stands in the place of MX
 *
 * The user's own names, which the texts of the guide speak of.  They may end in a
 * shell, so they must have been checked.
 */
typedef struct
{
  char *domain;
  char *mx;
} TlsrptNames;

void tlsrpt_cli_explain_append_page     (GString           *page,
                                         const TlsrptNames *names,
                                         TlsrptGuideEntry  *entry);
void tlsrpt_cli_explain_append_remedy   (GString           *page,
                                         const TlsrptNames *names,
                                         TlsrptGuideEntry  *entry);
void tlsrpt_cli_explain_append_hits     (GString           *page,
                                         const TlsrptNames *names,
                                         GArray            *hits);
void tlsrpt_cli_explain_append_contents (GString           *page,
                                         const TlsrptNames *names);

G_END_DECLS
