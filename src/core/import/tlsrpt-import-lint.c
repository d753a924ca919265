/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-lint.h"

#include "tlsrpt-lint.h"

static void
fail (TlsrptGrammar     *grammar,
      TlsrptFindingCode  code,
      gsize              at)
{
  tlsrpt_grammar_fail (grammar, code, at, 0);
  grammar->usable = FALSE;
}

/**
 * tlsrpt_import_lint:
 * @grammar: a parser
 * @record: a record that was pasted; it must stay while @grammar is used
 *
 * Judges a record by its value and by the text around it: no sender can use one at
 * another name than RFC 8460 section 3 has, and nobody knows what is missing of one
 * that is cut off.
 */
void
tlsrpt_import_lint (TlsrptGrammar      *grammar,
                    const TlsrptPasted *record)
{
  tlsrpt_grammar_lint (grammar, record->text->str, record->text->len);

  if ((record->notes & TLSRPT_PASTE_WRONG_NAME) != 0)
    fail (grammar, TLSRPT_FINDING_WRONG_NAME, 0);
  else if ((record->notes & TLSRPT_PASTE_DOUBLED_NAME) != 0)
    fail (grammar, TLSRPT_FINDING_DOUBLED_NAME, 0);

  grammar->is_cut_off = !tlsrpt_pasted_is_whole (record);
  if (grammar->is_cut_off)
    fail (grammar, TLSRPT_FINDING_CUT_OFF, record->text->len);
}

/**
 * tlsrpt_import_has_several:
 * @records: (element-type TlsrptPasted): what was pasted
 *
 * Tells whether two records may be at one name, where senders use neither (RFC 8460
 * section 3).
 *
 * Returns: `FALSE` if each has a name of its own
 */
gboolean
tlsrpt_import_has_several (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (tlsrpt_pasted_may_share_name (g_ptr_array_index (records, i),
                                            g_ptr_array_index (records, j)))
            return TRUE;
        }
    }

  return FALSE;
}
