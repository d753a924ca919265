/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include <string.h>

G_BEGIN_DECLS

/* Before each request and each reply are the octets of what follows. */
#define TLSRPT_REPORT_WIRE_HEAD sizeof (guint32)

/* In the place of a string's length. */
#define TLSRPT_REPORT_WIRE_NULL G_MAXUINT32
#define TLSRPT_REPORT_WIRE_SAME (G_MAXUINT32 - 1)

/* The domain of an error. */
enum
{
  TLSRPT_REPORT_WIRE_ERROR,
  TLSRPT_REPORT_WIRE_IO_ERROR,
};

static inline guint32
tlsrpt_report_wire_load (const guint8 *octets)
{
  guint32 number;

  memcpy (&number, octets, sizeof number);

  return number;
}

G_END_DECLS
