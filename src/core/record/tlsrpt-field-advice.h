/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Advice on valid input: each function appends [class@Advice] to @advice, the most
 * important first. */

void tlsrpt_field_advice_on_domain   (const char *domain,
                                      const char *typed,
                                      GPtrArray  *advice);
void tlsrpt_field_advice_on_mail     (const char *uri,
                                      GPtrArray  *advice);
void tlsrpt_field_advice_on_endpoint (const char *uri,
                                      GPtrArray  *advice);
void tlsrpt_field_advice_on_ttl      (const char *ttl,
                                      GPtrArray  *advice);

G_END_DECLS
