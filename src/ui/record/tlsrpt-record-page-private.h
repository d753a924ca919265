/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-address-offer.h"
#include "tlsrpt-destination-group.h"
#include "tlsrpt-record-intro.h"
#include "tlsrpt-record-page.h"
#include "tlsrpt-result-bin.h"
#include "tlsrpt-undo-toast.h"
#include "tlsrpt-undo.h"

G_BEGIN_DECLS

/* What the page's files share: tlsrpt-record-page.c has the form and shows the record, and
 * tlsrpt-record-page-filling.c fills the form in, empties it, and brings it back. */

/**
 * TlsrptRecordPage:
 *
 * The form of a record and, once it was asked for, the record.
 */
struct _TlsrptRecordPage
{
  AdwBin                   parent_instance;

  TlsrptRecord            *record;
  TlsrptUndo              *undo;
  TlsrptUndoToast         *undo_toast;

  /* Template widgets */
  TlsrptAddressOffer      *address_offer;
  TlsrptEntryRow          *domain_row;
  TlsrptDestinationGroup  *endpoint_group;
  GtkButton               *generate_button;
  TlsrptRecordIntro       *intro;
  TlsrptDestinationGroup  *mail_group;
  TlsrptResultBin         *result_bin;
};

TlsrptEntryRow *tlsrpt_record_page_find_row           (TlsrptRecordPage *self,
                                                       TlsrptField      *field);
void            tlsrpt_record_page_ensure_destination (TlsrptRecordPage *self);
void            tlsrpt_record_page_focus_next         (TlsrptRecordPage *self);
void            tlsrpt_record_page_hide_result        (TlsrptRecordPage *self);

void            tlsrpt_record_page_offer_undo         (TlsrptRecordPage *self,
                                                       const char       *text);

G_END_DECLS
