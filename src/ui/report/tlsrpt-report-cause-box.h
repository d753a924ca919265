/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cause.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tlsrpt_report_cause_append       (GtkBox             *box,
                                       const char         *title,
                                       const TlsrptCause  *cause);
void tlsrpt_report_cause_append_steps (GtkListBox         *list,
                                       const char *const  *steps,
                                       const char *const  *commands);
void tlsrpt_report_cause_append_published
                                      (GtkListBox         *list,
                                       const char         *name,
                                       const char         *value);

G_END_DECLS
