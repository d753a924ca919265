/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlsrptNoticeParts:
 * @id: the ID with which a later notice of the program replaces an earlier one
 * @title: what has come to its end, in a few words
 * @text: what the window shows now
 * @action: the action of the application that leads there, with its target
 *
 * What a notice consists of.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *text;
  const char *action;
} TlsrptNoticeParts;

void tlsrpt_notice_send (GtkWidget               *widget,
                         const TlsrptNoticeParts *parts);

G_END_DECLS
