/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_WATCH_OFFER (tlsrpt_watch_offer_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptWatchOffer, tlsrpt_watch_offer, TLSRPT, WATCH_OFFER, AdwBin)

gboolean tlsrpt_watch_offer_get_wanted (TlsrptWatchOffer *self);
void     tlsrpt_watch_offer_set_wanted (TlsrptWatchOffer *self,
                                        gboolean          is_wanted);

G_END_DECLS
