/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-set.h"

#include "tlsrpt-cause.h"
#include "tlsrpt-evidence-compare.h"

/* December 1, 2026: the same input has to lead to the same path. */
#define NOW G_GINT64_CONSTANT (1796083200)

static void
explain (const TlsrptEvidenceSet *set)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (GPtrArray) causes = tlsrpt_cause_find (set, g_ptr_array_index (problems, i), NOW);

      for (guint j = 0; j < causes->len; j++)
        {
          const TlsrptCause *cause = g_ptr_array_index (causes, j);

          g_assert_true (g_utf8_validate (cause->message, -1, NULL));
        }
    }
}

/* Two sets of reports, compared both ways. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (FuzzSet) first = fuzz_set_read (&data, &size);
  g_autoptr (FuzzSet) second = fuzz_set_read (&data, &size);
  const TlsrptEvidenceSet *before = first->evidence;
  const TlsrptEvidenceSet *after = second->evidence;
  g_autoptr (GArray) forth = tlsrpt_evidence_compare (before, after);
  g_autoptr (GArray) back = tlsrpt_evidence_compare (after, before);

  g_assert_cmpuint (forth->len, >=, tlsrpt_evidence_set_get_problems (after)->len);
  g_assert_cmpuint (back->len, >=, tlsrpt_evidence_set_get_problems (before)->len);
  for (guint i = 0; i < forth->len; i++)
    {
      const TlsrptEvidenceComparison *item = &g_array_index (forth, TlsrptEvidenceComparison, i);
      gboolean is_old = item->change >= TLSRPT_EVIDENCE_CHANGE_RESOLVED;

      g_assert_true (is_old ? item->before != NULL && item->after == NULL : item->after != NULL);
    }
  explain (before);
  explain (after);

  return 0;
}
