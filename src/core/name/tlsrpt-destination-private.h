/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-destination.h"

G_BEGIN_DECLS

/* Checks and repairs that mailto and https URIs share. */

gboolean tlsrpt_destination_check_percent  (const char  *text,
                                            gsize        length,
                                            GError     **error);
gboolean tlsrpt_destination_refuse_several (const char  *text,
                                            GError     **error);

G_END_DECLS
