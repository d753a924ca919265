/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-check.h"

#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-fact.h"
#include "tlsrpt-host.h"
#include "tlsrpt-provider.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where lines about a domain begin, and lines about one of those. */
#define INDENT 2
#define DETAIL_INDENT 4

/* One paragraph, led by @first.  Its foreign parts are harmless by now. */
static void
append_paragraph (GString    *text,
                  const char *first,
                  guint       indent,
                  const char *paragraph)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (paragraph);

  tlsrpt_wrap_append (text, plain, first, indent, tlsrpt_wrap_get_width ());
}

/* The label of a severity, which stands out. */
static char *
dup_severity (TlsrptSeverity severity)
{
  return tlsrpt_cli_style (tlsrpt_cli_style_for_severity (severity),
                           tlsrpt_severity_get_label (severity));
}

static void
append_labelled (GString    *text,
                 guint       indent,
                 const char *label,
                 const char *value)
{
  /* Translators: %s is a label, such as “Published”; text follows */
  g_autofree char *lead = g_strdup_printf (_("%s: "), label);
  g_autofree char *first = g_strdup_printf ("%*s%s", (int) indent, "", lead);

  append_paragraph (text, first, indent + INDENT, value);
}

/* A TXT record stays on one line, to be copied. */
static void
append_record (GString *text,
               GBytes  *record)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (record, &length);
  g_autofree char *shown = tlsrpt_display_sanitise (octets, (gssize) length);

  g_string_append_printf (text, "%*s%s\n", DETAIL_INDENT, "", shown);
}

static void
append_presence (GString             *text,
                 const TlsrptVerdict *verdict)
{
  TlsrptAnswer *answer = verdict->published->record;
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (answer);
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (answer);
  g_autofree char *value = NULL;

  switch (verdict->presence)
    {
    case TLSRPT_PRESENCE_ONE:
      value = g_strdup_printf (
        /* Translators: %s is a name in DNS, %u a number of seconds */
        ngettext ("yes, at %s; cached for another %u second",
                  "yes, at %s; cached for another %u seconds", verdict->ttl),
        verdict->published->owner_name, verdict->ttl);
      break;

    case TLSRPT_PRESENCE_SEVERAL:
      value = g_strdup (_("no, because there are several records"));
      break;

    case TLSRPT_PRESENCE_NONE:
      value = g_strdup_printf (
        /* Translators: the first %s is a name in DNS, the second a sentence */
        _("no, at %s. %s"), verdict->published->owner_name,
        outcome == TLSRPT_OUTCOME_ANSWER ? _("None of the TXT records there is a TLS-RPT record.")
                                         : tlsrpt_outcome_get_message (outcome));
      break;

    case TLSRPT_PRESENCE_UNKNOWN:
    default:
      /* Translators: %s is a sentence */
      value = g_strdup_printf (_("unknown. %s"), tlsrpt_outcome_get_message (outcome));
      break;
    }

  append_labelled (text, INDENT, _("Published"), value);

  if (verdict->text != NULL)
    append_record (text, verdict->text);
  else if (verdict->presence == TLSRPT_PRESENCE_SEVERAL)
    for (guint i = 0; i < texts->len; i++)
      append_record (text, g_ptr_array_index (texts, i));
}

static void
append_validity (GString             *text,
                 const TlsrptVerdict *verdict)
{
  const TlsrptGrammar *grammar = verdict->grammar;

  if (grammar == NULL)
    return;

  append_labelled (text, INDENT, _("Valid"),
                   !grammar->valid    ? _("no")
                   : !grammar->usable ? _("yes, but no sender can use it")
                                      : _("yes"));

  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      const TlsrptFinding *finding = &grammar->findings[i];
      g_autofree char *label = dup_severity (tlsrpt_finding_get_severity (finding));

      append_labelled (text, DETAIL_INDENT, label,
                       tlsrpt_finding_get_message (finding));
    }
}

static void
append_match (GString             *text,
              const TlsrptVerdict *verdict)
{
  static const char *const matches[] = {
    [TLSRPT_MATCH_SAME] = N_("yes"),
    [TLSRPT_MATCH_EQUIVALENT] = N_("equivalent"),
    [TLSRPT_MATCH_DIFFERENT] = N_("no"),
  };

  if (verdict->match == TLSRPT_MATCH_UNKNOWN)
    return;

  append_labelled (text, INDENT, _("As expected"), _(matches[verdict->match]));
  for (guint i = 0; i < verdict->differences->len; i++)
    append_paragraph (text, "", DETAIL_INDENT,
                      tlsrpt_remark_get_message (g_ptr_array_index (verdict->differences, i)));
}

/* “a, b, c”, harmless. */
static void
append_host (GString    *list,
             const char *host)
{
  g_autofree char *shown = tlsrpt_display_sanitise (host, -1);

  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, shown);
}

static void
append_aliases (GString             *text,
                const TlsrptVerdict *verdict)
{
  const char *const *aliases = tlsrpt_answer_get_aliases (verdict->published->record);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; aliases[i] != NULL; i++)
    append_host (list, aliases[i]);

  if (list->len > 0)
    append_labelled (text, INDENT, _("Alias of"), list->str);
}

static void
append_mail_servers (GString         *text,
                     TlsrptPublished *published)
{
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (published->mx);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *dane = NULL;

  if (!tlsrpt_outcome_is_known (outcome))
    {
      append_labelled (text, INDENT, _("Mail servers"), tlsrpt_outcome_get_message (outcome));
      return;
    }

  if (outcome != TLSRPT_OUTCOME_ANSWER && !tlsrpt_published_has_implicit_mx (published))
    {
      TlsrptAnswer *address = tlsrpt_answer_has_failed (published->ipv4) ? published->ipv4
                                                                         : published->ipv6;

      if (tlsrpt_answer_has_failed (address))
        append_labelled (text, INDENT, _("Mail servers"),
                         tlsrpt_outcome_get_message (tlsrpt_answer_get_outcome (address)));
      return;
    }

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      append_host (list, server->host);
    }

  if (list->len == 0)
    return;

  dane = tlsrpt_fact_dup_dane (published);
  append_labelled (text, INDENT, _("Mail servers"), list->str);
  append_labelled (text, INDENT, _("DANE"), dane);
}

static void
append_sts (GString         *text,
            TlsrptPublished *published)
{
  TlsrptStsPolicy *policy = published->sts_policy;
  g_autofree char *value = NULL;

  if (policy == NULL)
    {
      value = g_strdup (tlsrpt_fact_get_sts_problem (published));
    }
  else
    {
      guint max_age = tlsrpt_sts_policy_get_max_age (policy);

      value = g_strdup_printf (
        /* Translators: “enforce”, “testing” or “none”; %u is a number */
        ngettext ("mode %s, for %u second", "mode %s, for %u seconds", max_age),
        tlsrpt_sts_mode_get_token (tlsrpt_sts_policy_get_mode (policy)), max_age);
    }

  /* What MTA-STS is called everywhere. */
  append_labelled (text, INDENT, "MTA-STS", value);
}

static void
append_name_servers (GString         *text,
                     TlsrptPublished *published)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GPtrArray) providers = tlsrpt_provider_match (published->ns);
  g_autofree char *titles = tlsrpt_provider_dup_titles (providers);

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (published->ns); i++)
    append_host (list, tlsrpt_answer_get_resource (published->ns, i)->host);

  if (list->len > 0)
    append_labelled (text, INDENT, _("Name servers"), list->str);
  if (titles != NULL)
    append_labelled (text, INDENT, _("DNS provider"), titles);
}

/**
 * tlsrpt_cli_check_append_text:
 * @text: where to append
 * @verdict: the verdict on a domain
 *
 * Appends a paragraph for people.
 */
void
tlsrpt_cli_check_append_text (GString             *text,
                              const TlsrptVerdict *verdict)
{
  TlsrptPublished *published = verdict->published;
  g_autofree char *unicode = tlsrpt_host_to_unicode (published->domain);
  g_autofree char *heading = NULL;

  if (!g_str_equal (unicode, published->domain))
    heading = g_strdup_printf ("%s (%s)", unicode, published->domain);
  tlsrpt_cli_append_heading (text, heading != NULL ? heading : published->domain);

  append_presence (text, verdict);
  append_validity (text, verdict);
  append_match (text, verdict);
  append_aliases (text, verdict);

  if (verdict->presence != TLSRPT_PRESENCE_UNKNOWN)
    {
      append_mail_servers (text, published);
      append_sts (text, published);
      append_name_servers (text, published);
    }

  for (guint i = 0; i < verdict->advice->len; i++)
    {
      TlsrptRemark *advice = g_ptr_array_index (verdict->advice, i);
      g_autofree char *label = dup_severity (tlsrpt_remark_get_severity (advice));

      append_labelled (text, INDENT, label,
                       tlsrpt_remark_get_message (advice));
    }
}
