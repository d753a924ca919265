/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_LAZY_PAGE (tlsrpt_lazy_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptLazyPage, tlsrpt_lazy_page, TLSRPT, LAZY_PAGE, AdwBin)

gboolean   tlsrpt_lazy_page_is_built  (TlsrptLazyPage *self);
GtkWidget *tlsrpt_lazy_page_get_page  (TlsrptLazyPage *self);
void       tlsrpt_lazy_page_set_state (TlsrptLazyPage *self,
                                       TlsrptState    *state);

G_END_DECLS
