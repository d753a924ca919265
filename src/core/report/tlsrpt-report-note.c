/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *text; /* “%s” is the subject */
} infos[] = {
  [TLSRPT_REPORT_NOTE_MISSING] = {
    "missing",
    /* Translators: %s is the name of a field */
    N_("“%s” is missing"),
  },
  [TLSRPT_REPORT_NOTE_TYPE] = {
    "type",
    /* Translators: %s is the name of a field */
    N_("“%s” has the wrong type and was ignored"),
  },
  [TLSRPT_REPORT_NOTE_NOT_A_LIST] = {
    "not-a-list",
    /* Translators: %s is the name of a field */
    N_("“%s” is a single value instead of a list"),
  },
  [TLSRPT_REPORT_NOTE_LIST] = {
    "list",
    /* Translators: %s is the name of a field */
    N_("“%s” is a list instead of a single value; the first entry was used"),
  },
  [TLSRPT_REPORT_NOTE_JSON_IN_STRING] = {
    "json-in-string",
    /* Translators: %s is the name of a field */
    N_("“%s” is a list written as a string"),
  },
  [TLSRPT_REPORT_NOTE_OTHER_NAME] = {
    "other-name",
    /* Translators: %s is the name of a field */
    N_("“%s” is a nonstandard field name and was read as the standard one"),
  },
  [TLSRPT_REPORT_NOTE_REPEATED] = {
    "repeated",
    /* Translators: %s is the name of a field */
    N_("“%s” appears more than once; the last one was used"),
  },
  [TLSRPT_REPORT_NOTE_TOO_LONG] = {
    "too-long",
    /* Translators: %s is the name of a field */
    N_("“%s” is too long and was ignored"),
  },
  [TLSRPT_REPORT_NOTE_NUL] = {
    "nul",
    /* Translators: %s is the name of a field */
    N_("“%s” contains a NUL character"),
  },
  [TLSRPT_REPORT_NOTE_NUMBER_IN_STRING] = {
    "number-in-string",
    /* Translators: %s is the name of a field */
    N_("“%s” is a number written as a string"),
  },
  [TLSRPT_REPORT_NOTE_NOT_A_STRING] = {
    "not-a-string",
    /* Translators: %s is the name of a field */
    N_("“%s” is not a string, but was read as one"),
  },
  [TLSRPT_REPORT_NOTE_NOT_A_COUNT] = {
    "not-a-count",
    /* Translators: %s is the name of a field */
    N_("“%s” is not a number of sessions and was ignored"),
  },
  [TLSRPT_REPORT_NOTE_NOT_A_TIME] = {
    "not-a-time",
    /* Translators: %s is the name of a field */
    N_("“%s” is not a date and time and was ignored"),
  },
  [TLSRPT_REPORT_NOTE_NO_TIME_ZONE] = {
    "no-time-zone",
    /* Translators: %s is the name of a field */
    N_("“%s” has no time zone; it was read as UTC"),
  },
  [TLSRPT_REPORT_NOTE_PERIOD_REVERSED] = {
    "period-reversed",
    N_("The period ends before it begins"),
  },
  [TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY] = {
    "period-not-a-day",
    N_("The period is not one UTC day"),
  },
  [TLSRPT_REPORT_NOTE_POLICY_TYPE] = {
    "policy-type",
    /* Translators: %s is a policy type, such as “sts” */
    N_("The policy type “%s” is not defined in RFC 8460"),
  },
  [TLSRPT_REPORT_NOTE_RESULT_TYPE] = {
    "result-type",
    /* Translators: %s is a result type, such as “certificate-expired” */
    N_("The result type “%s” is not defined in RFC 8460"),
  },
  [TLSRPT_REPORT_NOTE_SPELLING] = {
    "spelling",
    /* Translators: %s is a type, such as “CERTIFICATE_EXPIRED” */
    N_("“%s” is a nonstandard spelling and was read as the standard type"),
  },
  [TLSRPT_REPORT_NOTE_NO_TIME] = {
    "no-time",
    /* Translators: %s is the name of a field */
    N_("“%s” is a date without a time; it was read as midnight UTC"),
  },
  [TLSRPT_REPORT_NOTE_TIME_FORM] = {
    "time-form",
    /* Translators: %s is the name of a field */
    N_("“%s” is a date and time in a nonstandard form"),
  },
  [TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS] = {
    "not-an-address",
    /* Translators: %s is the name of a field */
    N_("“%s” is not an IP address"),
  },
  [TLSRPT_REPORT_NOTE_ADDRESS_FORM] = {
    "address-form",
    /* Translators: %s is the name of a field */
    N_("“%s” is an IP address in an unusual form"),
  },
  [TLSRPT_REPORT_NOTE_MX_PREFIX] = {
    "mx-prefix",
    /* Translators: %s is the name of a field */
    N_("“%s” contains policy lines instead of host names"),
  },
  [TLSRPT_REPORT_NOTE_DETAILS_MISSING] = {
    "details-missing",
    /* Translators: %s is a domain */
    N_("The failures of “%s” do not account for all of its failed sessions"),
  },
  [TLSRPT_REPORT_NOTE_DETAILS_EXCEED] = {
    "details-exceed",
    /* Translators: %s is a domain */
    N_("The failures of “%s” add up to more than its failed sessions"),
  },
  [TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL] = {
    "total-too-small",
    /* Translators: %s is a domain */
    N_("The failures of “%s” contradict its number of failed sessions; the failures were counted"),
  },
  [TLSRPT_REPORT_NOTE_COUNTED_ONCE] = {
    "counted-once",
    /* Translators: %s is a domain */
    N_("Sessions of “%s” covered by both MTA-STS and DANE are counted once"),
  },
  [TLSRPT_REPORT_NOTE_BYTE_ORDER_MARK] = {
    "byte-order-mark",
    N_("The text begins with a byte order mark"),
  },
  [TLSRPT_REPORT_NOTE_MEMBERS] = {
    "members",
    N_("The compressed data has several parts"),
  },
  [TLSRPT_REPORT_NOTE_TRAILING] = {
    "trailing",
    N_("There is extra data after the compressed data"),
  },
  [TLSRPT_REPORT_NOTE_TWICE_COMPRESSED] = {
    "twice-compressed",
    N_("The report was compressed twice"),
  },
  [TLSRPT_REPORT_NOTE_NAME] = {
    "name",
    N_("The file name suggests compressed data, but the file is not compressed"),
  },
  [TLSRPT_REPORT_NOTE_SAMPLE] = {
    "sample",
    N_("This is a sample made by “tlsrpt-cli sample”; nothing of it happened"),
  },
  [TLSRPT_REPORT_NOTE_BASE64] = {
    "base64",
    N_("The report was encoded in base64"),
  },
};

/**
 * tlsrpt_report_note_is_code:
 * @code: a number
 *
 * Tells whether there is a note with a code.
 *
 * Returns: `TRUE` if there is
 */
gboolean
tlsrpt_report_note_is_code (guint code)
{
  return code < G_N_ELEMENTS (infos) && infos[code].name != NULL;
}

/**
 * tlsrpt_report_note_get_name:
 * @self: a note
 *
 * Gets the name of what is unusual, for programs.  It never changes.
 *
 * Returns: the name
 */
const char *
tlsrpt_report_note_get_name (const TlsrptReportNote *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return infos[self->code].name;
}

/* Puts @subject in the place that a text has for it. */
static char *
fill (const char *text,
      const char *subject)
{
  const char *place = strstr (text, "%s");

  if (place == NULL)
    return g_strdup (text);

  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, subject, place + 2);
}

/**
 * tlsrpt_report_note_dup_text:
 * @self: a note
 *
 * Says for people what is unusual in a report.
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
tlsrpt_report_note_dup_text (const TlsrptReportNote *self)
{
  g_autofree char *subject = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (tlsrpt_report_note_is_code (self->code), NULL);

  /* Translators: stands for a domain that a report does not give */
  subject = tlsrpt_display_isolate (self->subject != NULL ? self->subject : _("not given"), -1);

  return fill (_(infos[self->code].text), subject);
}
