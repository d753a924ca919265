/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-range.h"
#include "tlsrpt-repair.h"

G_BEGIN_DECLS

/**
 * TlsrptRepairer:
 * @text: the text that is read now
 * @record: which of the records it is
 * @changes: (nullable) (element-type TlsrptChange): what was changed so far, if somebody
 *   wants to know
 * @n_changes: how many changes these are, or would be
 * @uris: (element-type utf8): the destinations so far
 * @known: (nullable): the same destinations, to find duplicates, once they are many
 * @value_length: octets of the record so far
 * @last: where the last destination is that was kept and ends in a host; it ends
 *   at 0 if there is none
 * @is_over: whether a limit is reached, so that reading on is of no use
 *
 * Records while they are read with every indulgence.
 */
typedef struct
{
  const char *text;
  guint       record;
  GPtrArray  *changes;
  guint       n_changes;
  GPtrArray  *uris;
  GHashTable *known;
  gsize       value_length;
  TlsrptRange last;
  gboolean    is_over;
} TlsrptRepairer;

/* Indulgent: any white space, line breaks too. */
static inline TlsrptRange
tlsrpt_repair_trim (const char  *text,
                    TlsrptRange  range)
{
  while (range.start < range.end && g_ascii_isspace (text[range.start]))
    range.start++;
  while (range.end > range.start && g_ascii_isspace (text[range.end - 1]))
    range.end--;

  return range;
}

void     tlsrpt_repairer_add          (TlsrptRepairer   *self,
                                       TlsrptChangeCode  code,
                                       gsize             offset,
                                       gsize             length,
                                       const char       *after);
void     tlsrpt_repairer_add_range    (TlsrptRepairer   *self,
                                       TlsrptChangeCode  code,
                                       TlsrptRange       range,
                                       const char       *after);
void     tlsrpt_repairer_take         (TlsrptRepairer   *self,
                                       TlsrptChangeCode  code,
                                       gsize             offset,
                                       gsize             length,
                                       const char       *before,
                                       const char       *after,
                                       char             *reason);

/* In tlsrpt-repair-record.c: one record. */
gboolean tlsrpt_repairer_record       (TlsrptRepairer   *self,
                                       gsize             length);

/* In tlsrpt-repair-list.c: the destinations of a field. */
gboolean tlsrpt_repairer_list         (TlsrptRepairer   *self,
                                       TlsrptRange       list);
void     tlsrpt_repairer_take_back    (TlsrptRepairer   *self,
                                       TlsrptRange       range);
gboolean tlsrpt_repair_is_destination (const char       *text,
                                       TlsrptRange       range);

/* In tlsrpt-repair-uri.c: one destination. */
void     tlsrpt_repairer_destination  (TlsrptRepairer   *self,
                                       gsize             offset,
                                       gsize             length,
                                       const char       *mended);

G_END_DECLS
