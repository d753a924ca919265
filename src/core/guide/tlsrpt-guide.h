/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

G_BEGIN_DECLS

const GPtrArray  *tlsrpt_guide_get_entries (void);
TlsrptGuideEntry *tlsrpt_guide_lookup      (const char  *id);
gboolean          tlsrpt_guide_is_slip     (const char  *id);
TlsrptGuideEntry *tlsrpt_guide_find        (const char  *id,
                                            GError     **error);

G_END_DECLS
