/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-published.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_LOOK_BOX (tlsrpt_look_box_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptLookBox, tlsrpt_look_box, TLSRPT, LOOK_BOX, GtkBox)

void tlsrpt_look_box_set_published    (TlsrptLookBox   *self,
                                       TlsrptPublished *published,
                                       gboolean         allow_special);
void tlsrpt_look_box_ask_after_report (TlsrptLookBox   *self);

G_END_DECLS
