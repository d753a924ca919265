/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-lint.h"

#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-excerpt.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-repair.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

/* Where the text of a finding stands. */
#define INDENT 4

static void
append_spaces (GString *page,
               guint    n)
{
  g_string_append_printf (page, "%*s", (int) n, "");
}

/* The text around a span, and a mark under the span. */
static void
append_excerpt (GString             *page,
                const TlsrptGrammar *grammar,
                const TlsrptFinding *finding)
{
  guint room = tlsrpt_wrap_get_width () - INDENT - 2; /* less the ellipses */
  g_autoptr (TlsrptExcerpt) excerpt = tlsrpt_excerpt_new_for_line (grammar->text, grammar->length,
                                                                   finding->offset,
                                                                   finding->length, room);
  g_autofree char *before = g_strndup (excerpt->text, excerpt->start);
  g_autofree char *before_spelled = tlsrpt_cli_spell (before);
  g_autofree char *span = g_strndup (excerpt->text + excerpt->start,
                                     excerpt->end - excerpt->start);
  g_autofree char *span_spelled = tlsrpt_cli_spell (span);
  guint n_marks = MAX (tlsrpt_wrap_measure (span_spelled), 1);
  g_autofree char *marks = NULL;
  g_autofree char *styled = NULL;

  append_spaces (page, INDENT);
  g_string_append_printf (page, "%s\n", excerpt->text);

  append_spaces (page, INDENT + tlsrpt_wrap_measure (before_spelled));
  marks = g_strnfill (n_marks, '^');
  styled = tlsrpt_cli_style (tlsrpt_cli_style_for_severity (tlsrpt_finding_get_severity (finding)),
                             marks);
  g_string_append_printf (page, "%s\n", styled);
}

static void
append_finding (GString             *page,
                const TlsrptGrammar *grammar,
                const TlsrptFinding *finding)
{
  g_autofree char *section = tlsrpt_finding_dup_section (finding);
  TlsrptSeverity severity = tlsrpt_finding_get_severity (finding);
  g_autofree char *label = tlsrpt_cli_style (tlsrpt_cli_style_for_severity (severity),
                                             tlsrpt_severity_get_label (severity));
  g_autofree char *code = tlsrpt_cli_style (TLSRPT_CLI_STYLE_CODE,
                                            tlsrpt_finding_get_code_name (finding));
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;

  first = g_strdup_printf (/* Translators: %s is “Error”, “Warning” or “Note”; text follows */
                           _("%s: "), label);
  rest = section != NULL ? g_strdup_printf ("%s (%s) [%s]", tlsrpt_finding_get_message (finding),
                                            section, code)
                         : g_strdup_printf ("%s [%s]", tlsrpt_finding_get_message (finding), code);

  tlsrpt_wrap_append (page, rest, first, INDENT, tlsrpt_wrap_get_width ());
  if (grammar->length > 0)
    append_excerpt (page, grammar, finding);
  g_string_append_c (page, '\n');
}

/* The canonical form, if that is another one. */
static void
append_repair (GString             *page,
               const TlsrptGrammar *grammar)
{
  g_autoptr (TlsrptRepair) repair = NULL;

  /* Nobody knows what is missing. */
  if (grammar->is_cut_off)
    return;

  repair = tlsrpt_repair_new (grammar->text, grammar->length);
  if (repair->value == NULL || repair->changes->len == 0)
    return;

  g_string_append_printf (page, "%s\n", tlsrpt_repair_has_loss (repair)
                                          ? _("Repaired, with some parts dropped:")
                                          : _("Repaired:"));
  append_spaces (page, INDENT);
  g_string_append_printf (page, "%s\n", repair->value);
}

/**
 * tlsrpt_cli_lint_append:
 * @page: where to append
 * @grammar: a parser that has judged a record
 *
 * Says everything about a record: each finding with its span marked under the text,
 * the verdict, and the repair.
 */
void
tlsrpt_cli_lint_append (GString             *page,
                        const TlsrptGrammar *grammar)
{
  for (gsize i = 0; i < grammar->n_findings; i++)
    append_finding (page, grammar, &grammar->findings[i]);

  tlsrpt_cli_append_heading (page, tlsrpt_lint_get_verdict (grammar));
  append_repair (page, grammar);
}

/**
 * tlsrpt_cli_lint_exit:
 * @grammar: a parser that has judged a record
 *
 * Returns: the exit code that tells the verdict
 */
TlsrptExit
tlsrpt_cli_lint_exit (const TlsrptGrammar *grammar)
{
  switch (tlsrpt_grammar_get_severity (grammar))
    {
    case TLSRPT_SEVERITY_ERROR:
      return TLSRPT_EXIT_INVALID;

    case TLSRPT_SEVERITY_WARNING:
      return TLSRPT_EXIT_PROBLEM;

    case TLSRPT_SEVERITY_NOTE:
    default:
      return TLSRPT_EXIT_OK;
    }
}
