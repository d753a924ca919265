/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plain-parse.h"

#include <simdjson.h>

struct _PlainParser
{
  simdjson::dom::parser parser;
};

PlainParser *
plain_parser_new (void)
{
  return new PlainParser;
}

void
plain_parser_parse (PlainParser *self,
                    const char  *text,
                    gsize        length)
{
  /* The text is padded. */
  g_assert (self->parser.parse (text, length, false).error () == simdjson::SUCCESS);
}

void
plain_parser_free (PlainParser *self)
{
  delete self;
}
