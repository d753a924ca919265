/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

static const char *const names[] = {
  [TLSRPT_REPORT_NOTE_MISSING] = "missing",
  [TLSRPT_REPORT_NOTE_TYPE] = "type",
  [TLSRPT_REPORT_NOTE_NOT_A_LIST] = "not-a-list",
  [TLSRPT_REPORT_NOTE_LIST] = "list",
  [TLSRPT_REPORT_NOTE_JSON_IN_STRING] = "json-in-string",
  [TLSRPT_REPORT_NOTE_OTHER_NAME] = "other-name",
  [TLSRPT_REPORT_NOTE_REPEATED] = "repeated",
  [TLSRPT_REPORT_NOTE_TOO_LONG] = "too-long",
  [TLSRPT_REPORT_NOTE_NUL] = "nul",
  [TLSRPT_REPORT_NOTE_NUMBER_IN_STRING] = "number-in-string",
  [TLSRPT_REPORT_NOTE_NOT_A_STRING] = "not-a-string",
  [TLSRPT_REPORT_NOTE_NOT_A_COUNT] = "not-a-count",
  [TLSRPT_REPORT_NOTE_NOT_A_TIME] = "not-a-time",
  [TLSRPT_REPORT_NOTE_NO_TIME_ZONE] = "no-time-zone",
  [TLSRPT_REPORT_NOTE_PERIOD_REVERSED] = "period-reversed",
  [TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY] = "period-not-a-day",
  [TLSRPT_REPORT_NOTE_POLICY_TYPE] = "policy-type",
  [TLSRPT_REPORT_NOTE_RESULT_TYPE] = "result-type",
  [TLSRPT_REPORT_NOTE_SPELLING] = "spelling",
  [TLSRPT_REPORT_NOTE_NO_TIME] = "no-time",
  [TLSRPT_REPORT_NOTE_TIME_FORM] = "time-form",
  [TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS] = "not-an-address",
  [TLSRPT_REPORT_NOTE_ADDRESS_FORM] = "address-form",
  [TLSRPT_REPORT_NOTE_MX_PREFIX] = "mx-prefix",
  [TLSRPT_REPORT_NOTE_DETAILS_MISSING] = "details-missing",
  [TLSRPT_REPORT_NOTE_DETAILS_EXCEED] = "details-exceed",
  [TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL] = "total-too-small",
  [TLSRPT_REPORT_NOTE_COUNTED_ONCE] = "counted-once",
  [TLSRPT_REPORT_NOTE_BYTE_ORDER_MARK] = "byte-order-mark",
  [TLSRPT_REPORT_NOTE_MEMBERS] = "members",
  [TLSRPT_REPORT_NOTE_TRAILING] = "trailing",
  [TLSRPT_REPORT_NOTE_TWICE_COMPRESSED] = "twice-compressed",
  [TLSRPT_REPORT_NOTE_NAME] = "name",
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
  return code < G_N_ELEMENTS (names) && names[code] != NULL;
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

  return names[self->code];
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

  /* Translators: stands for a domain that a report does not give */
  subject = tlsrpt_display_isolate (self->subject != NULL ? self->subject : _("not given"), -1);

  switch (self->code)
    {
    case TLSRPT_REPORT_NOTE_MISSING:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is missing"), subject);

    case TLSRPT_REPORT_NOTE_TYPE:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” has the wrong type and was ignored"),
                              subject);

    case TLSRPT_REPORT_NOTE_NOT_A_LIST:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a single value instead of a list"), subject);

    case TLSRPT_REPORT_NOTE_LIST:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a list instead of a single value; the first entry was used"),
                              subject);

    case TLSRPT_REPORT_NOTE_JSON_IN_STRING:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a list written as a string"), subject);

    case TLSRPT_REPORT_NOTE_OTHER_NAME:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a nonstandard field name and was read as the standard one"),
                              subject);

    case TLSRPT_REPORT_NOTE_REPEATED:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” appears more than once; the last one was used"), subject);

    case TLSRPT_REPORT_NOTE_TOO_LONG:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is too long and was ignored"), subject);

    case TLSRPT_REPORT_NOTE_NUL:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” contains a NUL character"), subject);

    case TLSRPT_REPORT_NOTE_NUMBER_IN_STRING:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a number written as a string"), subject);

    case TLSRPT_REPORT_NOTE_NOT_A_STRING:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is not a string, but was read as one"), subject);

    case TLSRPT_REPORT_NOTE_NOT_A_COUNT:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is not a number of sessions and was ignored"), subject);

    case TLSRPT_REPORT_NOTE_NOT_A_TIME:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is not a date and time and was ignored"), subject);

    case TLSRPT_REPORT_NOTE_NO_TIME_ZONE:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” has no time zone; it was read as UTC"), subject);

    case TLSRPT_REPORT_NOTE_PERIOD_REVERSED:
      return g_strdup (_("The period ends before it begins"));

    case TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY:
      return g_strdup (_("The period is not one UTC day"));

    case TLSRPT_REPORT_NOTE_POLICY_TYPE:
      /* Translators: %s is a policy type, such as “sts” */
      return g_strdup_printf (_("The policy type “%s” is not defined in RFC 8460"), subject);

    case TLSRPT_REPORT_NOTE_RESULT_TYPE:
      /* Translators: %s is a result type, such as “certificate-expired” */
      return g_strdup_printf (_("The result type “%s” is not defined in RFC 8460"), subject);

    case TLSRPT_REPORT_NOTE_SPELLING:
      /* Translators: %s is a type, such as “CERTIFICATE_EXPIRED” */
      return g_strdup_printf (_("“%s” is a nonstandard spelling and was read as the standard type"),
                              subject);

    case TLSRPT_REPORT_NOTE_NO_TIME:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a date without a time; it was read as midnight UTC"),
                              subject);

    case TLSRPT_REPORT_NOTE_TIME_FORM:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is a date and time in a nonstandard form"), subject);

    case TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is not an IP address"), subject);

    case TLSRPT_REPORT_NOTE_ADDRESS_FORM:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” is an IP address in an unusual form"), subject);

    case TLSRPT_REPORT_NOTE_MX_PREFIX:
      /* Translators: %s is the name of a field */
      return g_strdup_printf (_("“%s” contains policy lines instead of host names"), subject);

    case TLSRPT_REPORT_NOTE_DETAILS_MISSING:
      /* Translators: %s is a domain */
      return g_strdup_printf (_("The failures of “%s” do not account for all of its failed sessions"),
                              subject);

    case TLSRPT_REPORT_NOTE_DETAILS_EXCEED:
      /* Translators: %s is a domain */
      return g_strdup_printf (_("The failures of “%s” add up to more than its failed sessions"),
                              subject);

    case TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL:
      /* Translators: %s is a domain */
      return g_strdup_printf (_("The failures of “%s” contradict its number of failed sessions; "
                                "the failures were counted"),
                              subject);

    case TLSRPT_REPORT_NOTE_COUNTED_ONCE:
      /* Translators: %s is a domain */
      return g_strdup_printf (_("Sessions of “%s” covered by both MTA-STS and DANE are counted once"),
                              subject);

    case TLSRPT_REPORT_NOTE_BYTE_ORDER_MARK:
      return g_strdup (_("The text begins with a byte order mark"));

    case TLSRPT_REPORT_NOTE_MEMBERS:
      return g_strdup (_("The compressed data has several parts"));

    case TLSRPT_REPORT_NOTE_TRAILING:
      return g_strdup (_("There is extra data after the compressed data"));

    case TLSRPT_REPORT_NOTE_TWICE_COMPRESSED:
      return g_strdup (_("The report was compressed twice"));

    case TLSRPT_REPORT_NOTE_NAME:
      return g_strdup (_("The file name suggests compressed data, but the file is not compressed"));

    default:
      g_return_val_if_reached (NULL);
    }
}
