/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_GUIDE_CONTENTS (tlsrpt_guide_contents_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptGuideContents, tlsrpt_guide_contents,
                      TLSRPT, GUIDE_CONTENTS, AdwBin)

const char *tlsrpt_guide_contents_get_search   (TlsrptGuideContents *self);
void        tlsrpt_guide_contents_set_search   (TlsrptGuideContents *self,
                                                const char          *search);

void        tlsrpt_guide_contents_capture_keys (TlsrptGuideContents *self,
                                                GtkWidget           *widget);
void        tlsrpt_guide_contents_go_on        (TlsrptGuideContents *self);
void        tlsrpt_guide_contents_start        (TlsrptGuideContents *self);

G_END_DECLS
