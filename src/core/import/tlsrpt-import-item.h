/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-severity.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_IMPORT_ITEM (tlsrpt_import_item_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptImportItem, tlsrpt_import_item, TLSRPT, IMPORT_ITEM, GObject)

TlsrptImportItem *tlsrpt_import_item_new          (TlsrptSeverity    severity,
                                                   const char       *title,
                                                   const char       *detail,
                                                   const char       *repair) G_GNUC_WARN_UNUSED_RESULT;

TlsrptSeverity    tlsrpt_import_item_get_severity (TlsrptImportItem *self);
const char       *tlsrpt_import_item_get_title    (TlsrptImportItem *self);
const char       *tlsrpt_import_item_get_detail   (TlsrptImportItem *self);
const char       *tlsrpt_import_item_get_repair   (TlsrptImportItem *self);

/* Where it is about something in the text, in characters */
gboolean          tlsrpt_import_item_has_place    (TlsrptImportItem *self);
guint             tlsrpt_import_item_get_start    (TlsrptImportItem *self);
guint             tlsrpt_import_item_get_end      (TlsrptImportItem *self);
void              tlsrpt_import_item_set_place    (TlsrptImportItem *self,
                                                   guint             start,
                                                   guint             end);

void              tlsrpt_import_item_update_list  (GListStore       *list,
                                                   GPtrArray        *items);

G_END_DECLS
