/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-import-reading.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

/**
 * TlsrptImportPlan:
 * @has_choice: whether the form holds destinations
 * @is_other_domain: whether the record stands at another domain than that of the form
 * @can_merge: whether the record can be merged into it
 * @can_replace: whether the form can hold the record
 * @hint: (nullable): what to know before, sentences of a line each
 *
 * What can be done with a record that was read.
 */
typedef struct
{
  gboolean  has_choice;
  gboolean  is_other_domain;
  gboolean  can_merge;
  gboolean  can_replace;
  char     *hint;
} TlsrptImportPlan;

TlsrptImportPlan *tlsrpt_import_plan_new  (const TlsrptImportReading *reading,
                                           TlsrptRecord              *form) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_import_plan_free (TlsrptImportPlan          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptImportPlan, tlsrpt_import_plan_free)

G_END_DECLS
