/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-cause.h"

#include "tlsrpt-cause.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

#define INDENT 2

/* As many as a table has rows. */
#define MOST_PROBLEMS 20

static void
append_paragraph (GString    *text,
                  const char *paragraph,
                  guint       indent)
{
  g_autofree char *first = g_strnfill (indent, ' ');

  tlsrpt_wrap_append (text, paragraph, first, indent, tlsrpt_wrap_get_width ());
}

/* A text to publish, as it is. */
static void
append_published (GString    *text,
                  const char *published)
{
  g_auto (GStrv) lines = g_strsplit (published, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_string_append_printf (text, "%*s%s\n", 2 * INDENT, "", lines[i]);
    }
}

static void
append_steps (GString            *text,
              const char *const  *steps)
{
  for (gsize i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *first = g_strdup_printf ("%*s%" G_GSIZE_FORMAT ". ", INDENT, "", i + 1);

      tlsrpt_wrap_append (text, steps[i], first, INDENT + 3, tlsrpt_wrap_get_width ());
    }
}

static void
append_cause (GString           *text,
              const TlsrptCause *cause)
{
  g_auto (GStrv) members = tlsrpt_cause_dup_evidence (cause);
  g_autofree char *evidence = g_strjoinv ("; ", members);
  g_autofree char *line = NULL;
  g_autofree char *seen = NULL;

  /* Translators: “Certain”, “Likely” or “Possible”, and a cause */
  line = g_strdup_printf (_("%s: %s"), tlsrpt_confidence_get_label (cause->confidence), cause->message);
  append_paragraph (text, line, INDENT);

  if (*evidence != '\0')
    {
      /* Translators: %s are members of reports and their values */
      seen = g_strdup_printf (_("In the reports: %s"), evidence);
      append_paragraph (text, seen, INDENT);
    }

  append_steps (text, (const char *const *) cause->steps);
  if (cause->publish_value != NULL)
    {
      /* Translators: %s is a URL or the name of a record */
      g_autofree char *where = g_strdup_printf (_("To publish at %s:"), cause->publish_name);

      append_paragraph (text, where, INDENT);
      append_published (text, cause->publish_value);
    }
}

static void
append_problem (GString                     *text,
                const TlsrptEvidenceSet     *set,
                const TlsrptEvidenceProblem *problem,
                gint64                       now)
{
  g_autoptr (GPtrArray) causes = tlsrpt_cause_find (set, problem, now);
  g_autofree char *title = tlsrpt_evidence_problem_dup_title (problem);
  g_autofree char *period = tlsrpt_evidence_problem_dup_period (problem);
  g_autofree char *styled = NULL;

  if (causes->len == 0)
    return;

  g_string_append_c (text, '\n');
  styled = tlsrpt_cli_style (TLSRPT_CLI_STYLE_HEADING, title);
  append_paragraph (text, styled, 0);
  if (period != NULL)
    append_paragraph (text, period, INDENT);
  for (guint i = 0; i < causes->len; i++)
    append_cause (text, g_ptr_array_index (causes, i));
}

/**
 * tlsrpt_cli_report_append_causes:
 * @text: where to append
 * @set: what the reports say
 * @now: seconds since 1970
 *
 * Appends why something failed, the worst first.
 */
void
tlsrpt_cli_report_append_causes (GString                 *text,
                                 const TlsrptEvidenceSet *set,
                                 gint64                   now)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    append_problem (text, set, g_ptr_array_index (problems, i), now);
}

/**
 * tlsrpt_cli_report_append_readiness:
 * @text: where to append
 * @answers: (element-type TlsrptReadiness): what [func@readiness_find] found
 *
 * Appends whether MTA-STS may be enforced.
 */
void
tlsrpt_cli_report_append_readiness (GString         *text,
                                    const GPtrArray *answers)
{
  if (answers->len == 0)
    append_paragraph (text, _("No report shows a policy with “mode: testing”"), 0);

  for (guint i = 0; i < answers->len; i++)
    {
      const TlsrptReadiness *answer = g_ptr_array_index (answers, i);
      g_autofree char *domain = tlsrpt_display_sanitise (answer->domain, -1);
      g_auto (GStrv) steps = tlsrpt_readiness_dup_steps (answer, NULL);

      if (i > 0)
        g_string_append_c (text, '\n');
      append_paragraph (text, domain, 0);
      append_paragraph (text, answer->message, INDENT);
      append_steps (text, (const char *const *) steps);
      if (answer->policy != NULL)
        append_published (text, answer->policy);
    }
}

/* What became of a problem, before the problem itself. */
static char *
dup_change (const TlsrptEvidenceComparison *item,
            const char                     *problem)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (item->before != NULL)
    before = g_strdup_printf ("%'" G_GINT64_FORMAT, item->before->n_failed);
  if (item->after != NULL)
    after = g_strdup_printf ("%'" G_GINT64_FORMAT, item->after->n_failed);

  switch (item->change)
    {
    case TLSRPT_EVIDENCE_CHANGE_NEW:
      /* Translators: the first %s is a problem, the second a number of sessions */
      return g_strdup_printf (_("New: %s (sessions: %s)"), problem, after);

    case TLSRPT_EVIDENCE_CHANGE_ONGOING:
      /* Translators: the first %s is a problem, the others are numbers of sessions */
      return g_strdup_printf (_("Ongoing: %s (sessions: %s, before: %s)"), problem, after,
                              before != NULL ? before : "?");

    case TLSRPT_EVIDENCE_CHANGE_RESOLVED:
      /* Translators: the first %s is a problem, the second a number of sessions */
      return g_strdup_printf (_("Resolved: %s (sessions before: %s)"), problem, before);

    case TLSRPT_EVIDENCE_CHANGE_SILENT:
    default:
      /* Translators: the first %s is a problem, the second a number of sessions */
      return g_strdup_printf (_("Not heard of since: %s (sessions before: %s)"), problem, before);
    }
}

/**
 * tlsrpt_cli_report_append_changes:
 * @text: where to append
 * @changes: (element-type TlsrptEvidenceComparison): what [func@evidence_compare] found
 *
 * Appends what became of the problems of two sets.
 */
void
tlsrpt_cli_report_append_changes (GString      *text,
                                  const GArray *changes)
{
  if (changes->len == 0)
    append_paragraph (text, _("No problems, neither before nor now"), 0);

  for (guint i = 0; i < changes->len; i++)
    {
      const TlsrptEvidenceComparison *item = &g_array_index (changes, TlsrptEvidenceComparison, i);
      const TlsrptEvidenceProblem *problem = item->after != NULL ? item->after : item->before;
      g_autofree char *title = tlsrpt_evidence_problem_dup_title (problem);
      g_autofree char *line = dup_change (item, title);

      append_paragraph (text, line, 0);
    }
}
