/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-lint.h"

#include "tlsrpt-display.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-repair.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

/* Where the text of a finding stands. */
#define INDENT 4

/* Octets before a span that tell where it is. */
#define CONTEXT 24

/* Octets are cut where a character begins. */
static gsize
to_boundary (const TlsrptGrammar *grammar,
             gsize                at)
{
  while (at < grammar->length && ((guchar) grammar->text[at] & 0xc0) == 0x80)
    at++;

  return at;
}

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
  gsize start = grammar->length > room && finding->offset > MIN (CONTEXT, room / 2)
                  ? to_boundary (grammar, finding->offset - MIN (CONTEXT, room / 2))
                  : 0;
  gsize stop = to_boundary (grammar, MIN (grammar->length, MAX (start + room, finding->offset)));
  gsize span_end = MIN (stop, finding->offset + finding->length);
  g_autofree char *before = tlsrpt_display_sanitise (grammar->text + start, finding->offset - start);
  g_autofree char *span = tlsrpt_display_sanitise (grammar->text + finding->offset,
                                                   span_end - finding->offset);
  g_autofree char *after = tlsrpt_display_sanitise (grammar->text + span_end, stop - span_end);
  guint n_marks = MAX (tlsrpt_wrap_measure (span), 1);

  append_spaces (page, INDENT);
  g_string_append_printf (page, "%s%s%s%s%s\n", start > 0 ? "…" : "", before, span, after,
                          stop < grammar->length ? "…" : "");

  append_spaces (page, INDENT + tlsrpt_wrap_measure (before) + (start > 0));
  for (guint i = 0; i < n_marks; i++)
    g_string_append_c (page, '^');
  g_string_append_c (page, '\n');
}

static void
append_finding (GString             *page,
                const TlsrptGrammar *grammar,
                const TlsrptFinding *finding)
{
  g_autofree char *section = tlsrpt_finding_dup_section (finding);
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;

  first = g_strdup_printf (/* Translators: %s is “Error”, “Warning” or “Note”; text follows */
                           _("%s: "),
                           tlsrpt_severity_get_label (tlsrpt_finding_get_severity (finding)));
  rest = section != NULL ? g_strdup_printf ("%s (%s) [%s]", tlsrpt_finding_get_message (finding),
                                            section, tlsrpt_finding_get_code_name (finding))
                         : g_strdup_printf ("%s [%s]", tlsrpt_finding_get_message (finding),
                                            tlsrpt_finding_get_code_name (finding));

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
  g_autoptr (TlsrptRepair) repair = tlsrpt_repair_new (grammar->text, grammar->length);

  if (repair->value == NULL || repair->changes->len == 0)
    return;

  g_string_append_printf (page, "%s\n", tlsrpt_repair_has_loss (repair)
                                          ? _("Repaired, less what cannot be kept:")
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

  g_string_append_printf (page, "%s\n", tlsrpt_lint_get_verdict (grammar));
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
