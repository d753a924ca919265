/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* simdjson with nothing around it. */

typedef struct _PlainParser PlainParser;

PlainParser *plain_parser_new   (void);
void         plain_parser_parse (PlainParser *self,
                                 const char  *text,
                                 gsize        length);
void         plain_parser_read  (PlainParser *self,
                                 const char  *text,
                                 gsize        length);
void         plain_parser_free  (PlainParser *self);

G_END_DECLS
