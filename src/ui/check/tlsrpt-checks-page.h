/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_CHECKS_PAGE (tlsrpt_checks_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptChecksPage, tlsrpt_checks_page, TLSRPT, CHECKS_PAGE, AdwBin)

void tlsrpt_checks_page_read       (TlsrptChecksPage *self,
                                    GFile            *file);
void tlsrpt_checks_page_start      (TlsrptChecksPage *self,
                                    TlsrptResolver   *resolver);
void tlsrpt_checks_page_save       (TlsrptChecksPage *self);
void tlsrpt_checks_page_take_focus (TlsrptChecksPage *self);

G_END_DECLS
