/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_ROOM (tlsrpt_room_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRoom, tlsrpt_room, TLSRPT, ROOM, GObject)

gboolean tlsrpt_room_is_narrow (TlsrptRoom *self);

G_END_DECLS
