/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-part.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

static TlsrptVerdictPart *
part_new (TlsrptMark  mark,
          const char *title,
          char       *text)
{
  TlsrptVerdictPart *self = g_new (TlsrptVerdictPart, 1);

  self->mark = mark;
  self->title = title;
  self->text = text;

  return self;
}

static char *
dup_absence (TlsrptPublished *published)
{
  g_autofree char *name = tlsrpt_display_isolate (published->owner_name, -1);

  switch (tlsrpt_answer_get_outcome (published->record))
    {
    case TLSRPT_OUTCOME_ANSWER:
      /* Translators: %s is a name in DNS */
      return g_strdup_printf (_("None of the TXT records at “%s” is a TLS-RPT record"), name);

    case TLSRPT_OUTCOME_NO_DATA:
      /* Translators: %s is a name in DNS */
      return g_strdup_printf (_("The name “%s” exists in DNS but has no TXT record"), name);

    default:
      break;
    }

  if (tlsrpt_answer_get_outcome (published->mx) == TLSRPT_OUTCOME_NO_DOMAIN)
    return g_strdup (_("The domain does not exist in DNS"));

  /* Translators: %s is a name in DNS */
  return g_strdup_printf (_("The name “%s” does not exist in DNS"), name);
}

static char *
dup_ttl (const TlsrptVerdict *verdict)
{
  g_autofree char *name = tlsrpt_display_isolate (verdict->published->owner_name, -1);

  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 /* Translators: %s is a name in DNS, %u a number of seconds */
                 "One record at “%s”, cached for another %u second",
                 "One record at “%s”, cached for another %u seconds",
                 verdict->ttl),
    name, verdict->ttl);
}

/**
 * tlsrpt_verdict_part_new_presence:
 * @verdict: a verdict
 *
 * Says whether there is a record.
 *
 * Returns: (transfer full): the words
 */
TlsrptVerdictPart *
tlsrpt_verdict_part_new_presence (const TlsrptVerdict *verdict)
{
  TlsrptPublished *published = verdict->published;

  switch (verdict->presence)
    {
    case TLSRPT_PRESENCE_ONE:
      return part_new (TLSRPT_MARK_GOOD, _("Published"), dup_ttl (verdict));

    case TLSRPT_PRESENCE_SEVERAL:
      return part_new (TLSRPT_MARK_BAD, _("Several records"),
                       g_strdup (_("Senders ignore all of them while there is more than one")));

    case TLSRPT_PRESENCE_NONE:
      /* Where no mail arrives nothing is missing. */
      if (tlsrpt_published_takes_no_mail (published))
        return part_new (TLSRPT_MARK_NONE, _("Not published"),
                         g_strdup (_("The domain does not accept mail, so no record is needed")));

      return part_new (TLSRPT_MARK_BAD, _("Not published"), dup_absence (published));

    case TLSRPT_PRESENCE_UNKNOWN:
    default:
      return part_new (TLSRPT_MARK_NONE, _("Could not be checked"),
                       g_strdup (tlsrpt_outcome_get_message (
                         tlsrpt_answer_get_outcome (published->record))));
    }
}

static char *
dup_destinations (const TlsrptVerdict *verdict)
{
  g_auto (GStrv) destinations = tlsrpt_verdict_dup_destinations (verdict);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; destinations[i] != NULL; i++)
    {
      g_autofree char *shown = tlsrpt_display_isolate (destinations[i], -1);

      g_string_append_printf (list, "\n%s", shown);
    }

  /* Translators: %s is a list of email addresses and URLs, each on a line of its own */
  return g_strdup_printf (_("Reports go to:%s"), list->str);
}

/* The message of the first finding with that severity. */
static char *
dup_finding (const TlsrptGrammar *grammar,
             TlsrptSeverity       severity)
{
  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      if (tlsrpt_finding_get_severity (&grammar->findings[i]) == severity)
        return g_strdup (tlsrpt_finding_get_message (&grammar->findings[i]));
    }

  return NULL;
}

/**
 * tlsrpt_verdict_part_new_validity:
 * @verdict: a verdict
 *
 * Says whether the record is a good one.
 *
 * Returns: (transfer full) (nullable): the words; `NULL` if there is no single record
 */
TlsrptVerdictPart *
tlsrpt_verdict_part_new_validity (const TlsrptVerdict *verdict)
{
  const TlsrptGrammar *grammar = verdict->grammar;

  if (grammar == NULL)
    return NULL;

  if (!grammar->valid)
    return part_new (TLSRPT_MARK_BAD, _("Not valid"), dup_finding (grammar, TLSRPT_SEVERITY_ERROR));

  if (!grammar->usable)
    return part_new (TLSRPT_MARK_BAD, _("Valid, but unusable"),
                     g_strdup (_("No sender can report to any of its destinations")));

  if (tlsrpt_grammar_get_severity (grammar) == TLSRPT_SEVERITY_WARNING)
    return part_new (TLSRPT_MARK_DOUBTFUL, _("Valid, but not understood by all senders"),
                     dup_finding (grammar, TLSRPT_SEVERITY_WARNING));

  return part_new (TLSRPT_MARK_GOOD, _("Valid"), dup_destinations (verdict));
}

static char *
dup_differences (const TlsrptVerdict *verdict)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < verdict->differences->len; i++)
    {
      TlsrptRemark *difference = g_ptr_array_index (verdict->differences, i);

      if (i > 0)
        g_string_append_c (list, '\n');
      g_string_append (list, tlsrpt_remark_get_message (difference));
    }

  return g_strdup (list->str);
}

/**
 * tlsrpt_verdict_part_new_match:
 * @verdict: a verdict
 *
 * Says whether the record is the one that was expected.
 *
 * Returns: (transfer full) (nullable): the words; `NULL` if there is no single record
 */
TlsrptVerdictPart *
tlsrpt_verdict_part_new_match (const TlsrptVerdict *verdict)
{
  /* That there is none to compare is the fault, and told already. */
  if (verdict->presence != TLSRPT_PRESENCE_ONE)
    return NULL;

  switch (verdict->match)
    {
    case TLSRPT_MATCH_SAME:
      return part_new (TLSRPT_MARK_GOOD, _("Matches your record"),
                       g_strdup (_("Identical")));

    case TLSRPT_MATCH_EQUIVALENT:
      return part_new (TLSRPT_MARK_GOOD, _("Equivalent to your record"),
                       dup_differences (verdict));

    case TLSRPT_MATCH_DIFFERENT:
      return part_new (TLSRPT_MARK_BAD, _("Does not match your record"),
                       dup_differences (verdict));

    case TLSRPT_MATCH_UNKNOWN:
    default:
      return part_new (TLSRPT_MARK_NONE, _("Not compared"),
                       g_strdup (_("To compare, create a record for this domain in the Record view")));
    }
}

void
tlsrpt_verdict_part_free (TlsrptVerdictPart *self)
{
  g_free (self->text);
  g_free (self);
}
