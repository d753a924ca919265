/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

G_BEGIN_DECLS

/*
 * A summary to hand on: the headline, the problems with cause and remedy, a comparison with
 * the period before, and the days.  It is made once, as blocks, and then written as Markdown
 * or HTML, or laid out on paper from the blocks.
 *
 * With the reports in memory, as the window has them:
 *
 *   blocks = tlsrpt_summary_make_from_reports (reports, filter, n_faulty_files, now);
 *   markdown = tlsrpt_summary_dup_markdown (blocks);
 *   html = tlsrpt_summary_dup_html (blocks);
 *
 * None of this needs the main thread.
 */

/**
 * TlsrptSummaryKind:
 * @TLSRPT_SUMMARY_TITLE: the title of the whole; there is one
 * @TLSRPT_SUMMARY_HEADING: the heading of a section
 * @TLSRPT_SUMMARY_SUBHEADING: the title of a problem
 * @TLSRPT_SUMMARY_PARAGRAPH: a paragraph; a single sentence has no full stop
 * @TLSRPT_SUMMARY_LIST: items with a bullet each
 * @TLSRPT_SUMMARY_STEPS: items with a number each
 * @TLSRPT_SUMMARY_TABLE: a table
 * @TLSRPT_SUMMARY_CODE: technical text of one or more lines, to be kept as it is
 *
 * What a block is.
 */
typedef enum
{
  TLSRPT_SUMMARY_TITLE,
  TLSRPT_SUMMARY_HEADING,
  TLSRPT_SUMMARY_SUBHEADING,
  TLSRPT_SUMMARY_PARAGRAPH,
  TLSRPT_SUMMARY_LIST,
  TLSRPT_SUMMARY_STEPS,
  TLSRPT_SUMMARY_TABLE,
  TLSRPT_SUMMARY_CODE,
} TlsrptSummaryKind;

/**
 * TlsrptSummaryBar:
 * @successful: the length of the part for sessions that went well
 * @failed: the length of the part for those that failed
 *
 * A bar beside a row of a table, in thousandths of the longest one.
 */
typedef struct
{
  guint successful;
  guint failed;
} TlsrptSummaryBar;

/**
 * TlsrptSummaryBlock:
 * @text: (nullable): the text, unless it is a list or a table
 * @items: (nullable) (array zero-terminated=1): the items of a list or of steps
 * @rows: (nullable) (element-type GStrv): the rows of a table, the first with its headings
 * @n_numbers: how many of the last columns are numbers
 * @bars: (nullable) (element-type TlsrptSummaryBar): a bar for each row below the headings
 *
 * A part of a summary.  Its texts are plain: foreign text in them is harmless to show, may
 * be isolated (see [func@display_isolate]), and is not markup.
 */
typedef struct
{
  TlsrptSummaryKind   kind;
  char               *text;
  char              **items;
  GPtrArray          *rows;
  guint               n_numbers;
  GArray             *bars;
} TlsrptSummaryBlock;

/**
 * TlsrptSummarySource:
 * @summary: the numbers
 * @evidence: the evidence of the same reports; it was ended
 * @older: (nullable): the numbers of the period before, if there is something to compare
 * @older_evidence: (nullable): the evidence of that period; it was ended
 * @n_faulty_files: the files that could not be read, or not all of them
 * @now: seconds since 1970, for what is new
 *
 * What a summary is made from.
 */
typedef struct
{
  const TlsrptReportSummary *summary;
  const TlsrptEvidenceSet   *evidence;
  const TlsrptReportSummary *older;
  const TlsrptEvidenceSet   *older_evidence;
  guint                      n_faulty_files;
  gint64                     now;
} TlsrptSummarySource;

GPtrArray *tlsrpt_summary_make               (const TlsrptSummarySource *source) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tlsrpt_summary_make_from_reports  (const GPtrArray           *reports,
                                              const TlsrptReportFilter  *filter,
                                              guint                      n_faulty_files,
                                              gint64                     now) G_GNUC_WARN_UNUSED_RESULT;
gboolean   tlsrpt_summary_find_period_before (const TlsrptReportFilter  *filter,
                                              gint64                     now,
                                              gint64                    *first_day,
                                              gint64                    *last_day);

char      *tlsrpt_summary_dup_markdown       (const GPtrArray           *blocks) G_GNUC_WARN_UNUSED_RESULT;
char      *tlsrpt_summary_dup_html           (const GPtrArray           *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
