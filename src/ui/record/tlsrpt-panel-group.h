/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_PANEL_GROUP (tlsrpt_panel_group_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptPanelGroup, tlsrpt_panel_group, TLSRPT, PANEL_GROUP,
                      AdwPreferencesGroup)

void tlsrpt_panel_group_show_steps (TlsrptPanelGroup     *self,
                                    const TlsrptProvider *provider,
                                    GPtrArray            *steps);

G_END_DECLS
