/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export-format.h"
#include "tlsrpt-provider.h"

G_BEGIN_DECLS

/**
 * TlsrptPanelStep:
 * @label: the field, as the form calls it
 * @value: what to choose or to type there
 * @hint: (nullable): what to mind, translated
 *
 * A field of a web form.
 */
typedef struct
{
  char *label;
  char *value;
  char *hint;
} TlsrptPanelStep;

GPtrArray *tlsrpt_panel_list_steps (const TlsrptProvider      *provider,
                                    const TlsrptExportRecord  *record) G_GNUC_WARN_UNUSED_RESULT;
void       tlsrpt_panel_append     (const TlsrptProvider      *provider,
                                    const TlsrptExportRecord  *record,
                                    GString                   *text);
gboolean   tlsrpt_panel_check      (const TlsrptProvider      *provider,
                                    const TlsrptExportRecord  *record,
                                    GError                   **error);

G_END_DECLS
