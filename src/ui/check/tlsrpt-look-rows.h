/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tlsrpt_look_row_new_host        (TlsrptLook            *look,
                                            TlsrptLookHost        *host) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tlsrpt_look_row_new_group       (const TlsrptLookGroup *group) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tlsrpt_look_row_new_destination (TlsrptRua             *rua,
                                            TlsrptContact         *contact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
