/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-reading.h"

#include "mail-transcript.h"

/* mail-grammar.c makes up the messages. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  fuzz_read_only ("report.eml", data, size);
  mail_transcript_check (data, size);

  return 0;
}
