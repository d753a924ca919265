/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an entry of a form undoes: the typing, but nothing that the model does. */

void tlsrpt_entry_undo_attach (GtkEditable *text);

void tlsrpt_entry_undo_reset  (GtkEditable *text,
                               const char  *value);
void tlsrpt_entry_undo_retype (GtkEditable *text,
                               const char  *value);

G_END_DECLS
