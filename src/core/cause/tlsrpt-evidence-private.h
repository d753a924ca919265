/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-problems.h"

G_BEGIN_DECLS

typedef struct
{
  const TlsrptEvidenceProblem *problem;
  TlsrptEvidence               evidence;
} Item;

/* A problem, what names it, and on which days who told of it. */
typedef struct
{
  TlsrptEvidenceProblem  public;
  const char            *name;
  gsize                  last_report;
  GHashTable            *seen;
} Problem;

struct _TlsrptEvidenceSet
{
  GStringChunk *strings;
  GHashTable   *kept; /* (element-type utf8): each of the strings once */
  GString      *key;
  gsize         report;
  GHashTable   *policies;
  GHashTable   *items;
  GHashTable   *visits;
  GHashTable   *tracks_by_name;
  GPtrArray    *tracks;
  GHashTable   *domains;
  GHashTable   *problems_by_name;
  GPtrArray    *problems;
  /* (nullable): the same of samples, which are never taken for evidence of anything else */
  TlsrptEvidenceSet *samples;
  gboolean      is_for_samples;
};

void tlsrpt_evidence_problem_free      (gpointer                    data);
int  tlsrpt_evidence_compare_policies  (const TlsrptEvidencePolicy *policy,
                                        const TlsrptEvidencePolicy *other);
void tlsrpt_evidence_sort              (TlsrptEvidenceSet          *self);
void tlsrpt_evidence_finish_problems   (TlsrptEvidenceSet          *self);

TlsrptEvidenceTrack *
     tlsrpt_evidence_set_find_track    (const TlsrptEvidenceSet    *self,
                                        const char                 *domain,
                                        const char                 *policy_type);

G_END_DECLS
