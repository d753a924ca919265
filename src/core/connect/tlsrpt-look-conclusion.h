/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look.h"

G_BEGIN_DECLS

TlsrptDaneState tlsrpt_look_find_dane_state (TlsrptPublished  *published,
                                             TlsrptMailServer *server,
                                             guint             n_usable);
void            tlsrpt_look_conclude        (TlsrptLook       *look);

G_END_DECLS
