/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-compare.h"

#include "tlsrpt-evidence-private.h"
#include "tlsrpt-text-hash.h"

static GHashTable *
index_problems (const TlsrptEvidenceSet *set)
{
  GHashTable *problems = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);

  for (guint i = 0; i < set->problems->len; i++)
    {
      Problem *problem = g_ptr_array_index (set->problems, i);

      g_hash_table_insert (problems, (gpointer) problem->name, &problem->public);
    }

  return problems;
}

/* Whether a sender that told of a problem reports good sessions where it was. */
static gboolean
is_resolved (const TlsrptEvidenceProblem *problem,
             const TlsrptEvidenceSet     *after)
{
  for (guint i = 0; i < problem->tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (problem->tracks, i);
      const TlsrptEvidenceTrack *now = tlsrpt_evidence_set_find_track (after, track->domain,
                                                                       track->policy_type);

      for (guint j = 0; now != NULL && j < now->visits->len; j++)
        {
          const TlsrptEvidenceVisit *visit = g_ptr_array_index (now->visits, j);

          /* Strings of two sets are never the same pointer. */
          if (visit->sessions.successful > 0 &&
              g_ptr_array_find_with_equal_func (problem->senders, visit->sender, g_str_equal, NULL))
            return TRUE;
        }
    }

  return FALSE;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  return (int) ((const TlsrptEvidenceComparison *) a)->change -
         (int) ((const TlsrptEvidenceComparison *) b)->change;
}

/**
 * tlsrpt_evidence_compare:
 * @before: what older reports say; it was ended
 * @after: what newer reports say; it was ended
 *
 * Compares two sets of reports.  Silence never resolves a problem.
 *
 * Returns: (transfer full) (element-type TlsrptEvidenceComparison): the problems of both,
 *   the new ones first, and the worst of each kind first; they need both sets
 */
GArray *
tlsrpt_evidence_compare (const TlsrptEvidenceSet *before,
                         const TlsrptEvidenceSet *after)
{
  g_autoptr (GHashTable) older = index_problems (before);
  GArray *result = g_array_new (FALSE, FALSE, sizeof (TlsrptEvidenceComparison));

  for (guint i = 0; i < after->problems->len; i++)
    {
      const Problem *problem = g_ptr_array_index (after->problems, i);
      TlsrptEvidenceComparison item = { TLSRPT_EVIDENCE_CHANGE_NEW, NULL, &problem->public };

      item.before = g_hash_table_lookup (older, problem->name);
      /* It may be one of those that were too many. */
      if (g_hash_table_contains (before->problems_by_name, problem->name))
        item.change = TLSRPT_EVIDENCE_CHANGE_ONGOING;
      g_array_append_val (result, item);
    }

  for (guint i = 0; i < before->problems->len; i++)
    {
      const Problem *problem = g_ptr_array_index (before->problems, i);
      TlsrptEvidenceComparison item = { TLSRPT_EVIDENCE_CHANGE_SILENT, &problem->public, NULL };

      if (g_hash_table_contains (after->problems_by_name, problem->name))
        continue;

      if (is_resolved (&problem->public, after))
        item.change = TLSRPT_EVIDENCE_CHANGE_RESOLVED;
      g_array_append_val (result, item);
    }

  /* The sort of GLib is stable. */
  g_array_sort (result, compare_changes);

  return result;
}
