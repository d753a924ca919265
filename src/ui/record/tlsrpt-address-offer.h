/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"
#include "tlsrpt-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_ADDRESS_OFFER (tlsrpt_address_offer_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptAddressOffer, tlsrpt_address_offer, TLSRPT, ADDRESS_OFFER, AdwBin)

void tlsrpt_address_offer_set_state (TlsrptAddressOffer *self,
                                     TlsrptState        *state,
                                     TlsrptRecord       *record);
void tlsrpt_address_offer_use       (TlsrptAddressOffer *self);

G_END_DECLS
