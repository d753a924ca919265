/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-private.h"

#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATE_RANGE "date-range"

/* Members of one kind that are told; more of them say no more. */
#define MOST_EVIDENCE 8

/**
 * tlsrpt_cause_free:
 * @self: a cause
 *
 * Frees a cause.
 */
void
tlsrpt_cause_free (TlsrptCause *self)
{
  g_free (self->message);
  g_strfreev (self->evidence);
  g_strfreev (self->steps);
  g_strfreev (self->commands);
  g_free (self->publish_name);
  g_free (self->publish_value);
  g_free (self);
}

/**
 * tlsrpt_confidence_get_name:
 * @confidence: how sure a cause is
 *
 * Gets the name, for programs.  It never changes.
 *
 * Returns: the name
 */
const char *
tlsrpt_confidence_get_name (TlsrptConfidence confidence)
{
  static const char *const names[] = { "certain", "likely", "possible" };

  g_return_val_if_fail ((gsize) confidence < G_N_ELEMENTS (names), NULL);

  return names[confidence];
}

/* The same evidence, with a day as the rest of the text has it. */
static char *
dup_for_people (const char *line)
{
  static const char start[] = DATE_RANGE ": ";
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *time = NULL;
  g_autofree char *shown = NULL;

  if (!g_str_has_prefix (line, start))
    return g_strdup (line);

  time = g_strdup_printf ("%sT00:00:00Z", line + strlen (start));
  date = g_date_time_new_from_iso8601 (time, NULL);
  if (date == NULL)
    return g_strdup (line);

  shown = tlsrpt_evidence_dup_date (g_date_time_to_unix (date) / (24 * 60 * 60));

  return g_strconcat (start, shown, NULL);
}

/**
 * tlsrpt_cause_dup_evidence:
 * @self: a cause
 *
 * Gets its evidence for people, who read days in their own way.
 *
 * Returns: (transfer full) (array zero-terminated=1): members of reports and their values
 */
char **
tlsrpt_cause_dup_evidence (const TlsrptCause *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; self->evidence[i] != NULL; i++)
    {
      g_autofree char *line = dup_for_people (self->evidence[i]);

      g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}

/* Begins a cause. */
Draft
tlsrpt_cause_begin (const Finding       *finding,
                    const char          *code,
                    TlsrptConfidence     confidence,
                    TlsrptFailureActors  actors)
{
  Draft draft;

  draft.cause = g_new0 (TlsrptCause, 1);
  draft.cause->code = code;
  draft.cause->confidence = confidence;
  draft.cause->actors = actors;
  draft.evidence = g_ptr_array_new ();
  draft.steps = g_ptr_array_new ();
  draft.commands = g_ptr_array_new ();
  g_ptr_array_add (finding->causes, draft.cause);

  return draft;
}

/* Sets the message. */
void
tlsrpt_cause_say (Draft      *draft,
                  const char *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (draft->cause->message);
  draft->cause->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* Adds what is to be done next. */
void
tlsrpt_cause_add_step (Draft      *draft,
                       const char *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (draft->steps, g_strdup_vprintf (format, arguments));
  g_ptr_array_add (draft->commands, g_strdup (""));
  va_end (arguments);
}

/* Adds the first step where a certificate has expired: what has expired must be renewed,
 * whatever went wrong with that before. */
void
tlsrpt_cause_add_renewal (Draft         *draft,
                          const Finding *finding)
{
  static const char *const types[] = { "certificate-expired", NULL };

  if (tlsrpt_cause_is_about (finding, types) &&
      finding->problem->state != TLSRPT_EVIDENCE_RESOLVED)
    tlsrpt_cause_add_step (draft, _("Renew the certificate, unless that has been done, then reload "
                                    "the mail server."));
}

/* Sets the command in the last step, which can be copied. */
void
tlsrpt_cause_set_command (Draft      *draft,
                          const char *format,
                          ...)
{
  va_list arguments;
  char **last = (char **) &draft->commands->pdata[draft->commands->len - 1];

  va_start (arguments, format);
  g_free (*last);
  *last = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* Adds a member of a report, unless it is not given or there are enough. */
void
tlsrpt_cause_add (Draft      *draft,
                  const char *member,
                  const char *value)
{
  g_autofree char *shown = NULL;
  char *line;

  if (*value == '\0' || draft->evidence->len >= MOST_EVIDENCE)
    return;

  shown = tlsrpt_display_sanitise (value, -1);
  line = *member != '\0' ? g_strdup_printf ("%s: %s", member, shown)
                         : g_steal_pointer (&shown);
  if (g_ptr_array_find_with_equal_func (draft->evidence, line, g_str_equal, NULL))
    g_free (line);
  else
    g_ptr_array_add (draft->evidence, line);
}

/* Adds what the reports of the problem give there, each value once. */
void
tlsrpt_cause_add_all (Draft                *draft,
                      const Finding        *finding,
                      const char           *member,
                      TlsrptEvidenceMember  values)
{
  g_autoptr (GPtrArray) list = tlsrpt_evidence_problem_list (finding->problem, values);

  for (guint i = 0; i < list->len; i++)
    tlsrpt_cause_add (draft, member, g_ptr_array_index (list, i));
}

/* Adds a day, as reports have it. */
void
tlsrpt_cause_add_day (Draft  *draft,
                      gint64  day)
{
  if (day != TLSRPT_REPORT_NO_TIME)
    {
      g_autofree char *text = tlsrpt_evidence_dup_day (day);

      tlsrpt_cause_add (draft, DATE_RANGE, text);
    }
}

/* Ends a cause. */
void
tlsrpt_cause_end (Draft *draft)
{
  g_ptr_array_add (draft->evidence, NULL);
  g_ptr_array_add (draft->steps, NULL);
  g_ptr_array_add (draft->commands, NULL);
  draft->cause->evidence = (char **) g_ptr_array_free (draft->evidence, FALSE);
  draft->cause->steps = (char **) g_ptr_array_free (draft->steps, FALSE);
  draft->cause->commands = (char **) g_ptr_array_free (draft->commands, FALSE);
}

/* A text of a report inside of one of ours. */
char *
tlsrpt_cause_show (const char *text)
{
  return tlsrpt_display_isolate (text, -1);
}

/* Whether the problem is of one of these types. */
gboolean
tlsrpt_cause_is_about (const Finding     *finding,
                       const char *const *types)
{
  return g_strv_contains (types, finding->problem->result_type);
}

/* Whether everybody who told of the problem had applied this type of policy. */
gboolean
tlsrpt_cause_all_under (const Finding *finding,
                        const char    *policy_type)
{
  return g_str_equal (finding->problem->policy_type, policy_type);
}

/* Whether a code begins like this, in any case, and however its words are joined. */
gboolean
tlsrpt_cause_code_begins (const char *code,
                          const char *start)
{
  for (; *start != '\0'; code++, start++)
    {
      gboolean is_joint = strchr ("-_ ", *start) != NULL;

      if (*code == '\0' || (is_joint ? strchr ("-_ ", *code) == NULL
                                     : g_ascii_tolower (*code) != g_ascii_tolower (*start)))
        return FALSE;
    }

  return TRUE;
}

/* Finds a reason code of the problem that begins like one of these. */
const char *
tlsrpt_cause_find_code (const Finding     *finding,
                        const char *const *codes)
{
  const GPtrArray *given = finding->problem->reason_codes;

  for (guint i = 0; i < given->len; i++)
    {
      for (gsize j = 0; codes[j] != NULL; j++)
        {
          if (tlsrpt_cause_code_begins (g_ptr_array_index (given, i), codes[j]))
            return g_ptr_array_index (given, i);
        }
    }

  return NULL;
}

static int
compare_causes (gconstpointer a,
                gconstpointer b)
{
  const TlsrptCause *cause = *(const TlsrptCause *const *) a;
  const TlsrptCause *other = *(const TlsrptCause *const *) b;

  return (int) cause->confidence - (int) other->confidence;
}

/* Puts the surest cause first; equally sure ones stay in the order of the rules. */
static void
rank (GPtrArray *causes)
{
  for (guint i = 1; i < causes->len; i++)
    {
      for (guint j = i; j > 0 && compare_causes (&causes->pdata[j - 1], &causes->pdata[j]) > 0; j--)
        {
          gpointer cause = causes->pdata[j];

          causes->pdata[j] = causes->pdata[j - 1];
          causes->pdata[j - 1] = cause;
        }
    }
}

static gboolean
is_certain (const GPtrArray *causes)
{
  for (guint i = 0; i < causes->len; i++)
    {
      if (((const TlsrptCause *) g_ptr_array_index (causes, i))->confidence ==
          TLSRPT_CONFIDENCE_CERTAIN)
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_cause_find:
 * @set: what is known
 * @problem: a problem of it
 * @now: seconds since 1970, for what is new
 *
 * Finds out why something failed.  There is always an answer: if the evidence does not
 * decide, the last rule says so, and what would.
 *
 * Returns: (transfer full) (element-type TlsrptCause): causes, the surest first
 */
GPtrArray *
tlsrpt_cause_find (const TlsrptEvidenceSet     *set,
                   const TlsrptEvidenceProblem *problem,
                   gint64                       now)
{
  /* What a report says of itself. */
  static void (*const rules[]) (Finding *finding) = {
    tlsrpt_cause_policy_lacks_mx,
    tlsrpt_cause_policy_changed,
    tlsrpt_cause_policy_syntax,
    tlsrpt_cause_http_status,
    tlsrpt_cause_tlsa_unusable,
    tlsrpt_cause_senders_rule,
    tlsrpt_cause_no_policy_applied,
    tlsrpt_cause_policy_other_copy,
    tlsrpt_cause_policy_mismatch_said,
    tlsrpt_cause_policy_certificate,
    tlsrpt_cause_renewed,
    tlsrpt_cause_key_changed,
    tlsrpt_cause_tlsa_mismatch,
    tlsrpt_cause_host_alias,
    tlsrpt_cause_starttls_refused,
    tlsrpt_cause_name_unknown,
  };
  /* What the other reports say to it, where nothing is certain yet. */
  static void (*const circumstances[]) (Finding *finding) = {
    tlsrpt_cause_one_sender,
    tlsrpt_cause_all_senders,
    tlsrpt_cause_one_address,
    tlsrpt_cause_one_mx,
    tlsrpt_cause_one_network,
  };
  Finding finding = { set, problem, now, NULL };

  finding.causes = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_cause_free);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    rules[i] (&finding);
  for (gsize i = 0; i < G_N_ELEMENTS (circumstances) && !is_certain (finding.causes); i++)
    circumstances[i] (&finding);
  if (finding.causes->len == 0)
    tlsrpt_cause_undecided (&finding);
  rank (finding.causes);

  return finding.causes;
}
