/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"
#include "tlsrpt-index.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-octets.h"
#include "tlsrpt-report-pool.h"
#include "tlsrpt-report-problems.h"

G_BEGIN_DECLS

/* What the files of a set share: tlsrpt-evidence-gather.c takes reports, tlsrpt-evidence.c
 * ends that, tlsrpt-evidence-problem.c says how a problem stands, and
 * tlsrpt-evidence-compare.c and tlsrpt-evidence-list.c sort. */

/* A set of pointers that are not NULL, each with a number. */
typedef struct
{
  gconstpointer pointer;
  gint64        number;
} Pair;

typedef struct
{
  Pair  *slots;
  gsize  n_slots; /* a power of two */
  gsize  n_pairs;
} Pairs;

void     tlsrpt_evidence_pairs_clear (Pairs         *self);
gboolean tlsrpt_evidence_pairs_add   (Pairs         *self,
                                      gconstpointer  pointer,
                                      gint64         number);
gboolean tlsrpt_evidence_pairs_has   (const Pairs   *self,
                                      gconstpointer  pointer,
                                      gint64         number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, tlsrpt_evidence_pairs_clear)

typedef struct
{
  const TlsrptEvidenceProblem *problem;
  TlsrptEvidence               evidence;
} Item;

/* A policy, and what was seen under it. */
typedef struct
{
  TlsrptEvidencePolicy  public;
  TlsrptEvidenceTrack  *track;
} Policy;

/* A problem, what names it, and who told of it: on which days, as items of which sender and
 * day count, and ever. */
typedef struct
{
  TlsrptEvidenceProblem  public;
  const char            *name;
  gsize                  last_report;
  Pairs                  seen;
  Pairs                  tellers;
} Problem;

/* A string that came lately, and the one that stands for it.  What was there may be freed
 * and be another string now, so that both are compared. */
typedef struct
{
  const char *given;
  const char *kept;
} RecentString;

/* A problem that was found lately, by strings of the set. */
typedef struct
{
  const char *result_type;
  const char *host;
  const char *domain;
  Problem    *problem;
} RecentProblem;

#define RECENT_STRING_BITS 12
#define RECENT_POLICY_BITS 10
#define RECENT_PROBLEM_BITS 13
#define ITEMS_OF_BLOCK 256

struct _TlsrptEvidenceSet
{
  TlsrptReportPool *strings; /* each of them once */
  GString      *key;
  gsize         report;
  GHashTable   *policies;
  TlsrptIndex   items;
  GPtrArray    *item_blocks;
  gsize         n_items;
  RecentString *recent_strings;
  Policy      **recent_policies;
  RecentProblem *recent_problems;
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

/* Strings that are equal are one, so their addresses will do. */
static inline guint
tlsrpt_evidence_mix (guint64       sum,
                     gconstpointer pointer)
{
  return (guint) (tlsrpt_octets_mix (sum + GPOINTER_TO_SIZE (pointer)) >> 32);
}

void tlsrpt_evidence_problem_free      (gpointer                    data);
int  tlsrpt_evidence_compare_policies  (const TlsrptEvidencePolicy *policy,
                                        const TlsrptEvidencePolicy *other);
void tlsrpt_evidence_sort              (TlsrptEvidenceSet          *self);
void tlsrpt_evidence_finish_problems   (TlsrptEvidenceSet          *self);

TlsrptEvidenceProblem *
     tlsrpt_evidence_set_find_problem  (TlsrptEvidenceSet          *self,
                                        const char                 *result_type,
                                        const char                 *mx_host,
                                        const char                 *domain);
TlsrptEvidenceTrack *
     tlsrpt_evidence_set_find_track    (const TlsrptEvidenceSet    *self,
                                        const char                 *domain,
                                        const char                 *policy_type);

G_END_DECLS
