/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>

/* What an answer without a record says. */
typedef enum
{
  FAILURE_NO_NAME,
  FAILURE_NO_RECORD,
  FAILURE_ALIAS,
  FAILURE_SERVER,
  FAILURE_TIME_OUT,
} Failure;

/* How tools put it, in small letters.  Those that say most come first: a tool that
 * tried several times may have timed out before. */
static const struct
{
  const char *words;
  Failure     failure;
} phrases[] = {
  /* dig, kdig, drill, host, nslookup, delv, unbound-host, dog, libraries */
  { "nxdomain", FAILURE_NO_NAME },
  { "non-existent domain", FAILURE_NO_NAME },
  { "dns name does not exist", FAILURE_NO_NAME },
  { "dns_error_rcode_name_error", FAILURE_NO_NAME },
  { "name or service not known", FAILURE_NO_NAME },
  { "no such host", FAILURE_NO_NAME },
  { "enotfound", FAILURE_NO_NAME },
  { "\"status\":3", FAILURE_NO_NAME },
  { "' not found", FAILURE_NO_NAME },

  { "does not exist: _smtp", FAILURE_NO_NAME },
  { "host not found", FAILURE_NO_NAME },

  { "has no txt record", FAILURE_NO_RECORD },
  { "no txt record", FAILURE_NO_RECORD },
  { "record not found", FAILURE_NO_RECORD },
  { "\"answer\":[]", FAILURE_NO_RECORD },
  { "\"answers\":[]", FAILURE_NO_RECORD },
  { "\"data\":[]", FAILURE_NO_RECORD },
  { "\"records\":[]", FAILURE_NO_RECORD },
  { "\"result\":[]", FAILURE_NO_RECORD },
  { "\"rrsets\":[]", FAILURE_NO_RECORD },
  { "no answer", FAILURE_NO_RECORD },
  { "noanswer", FAILURE_NO_RECORD },
  { "enodata", FAILURE_NO_RECORD },
  { "nodata", FAILURE_NO_RECORD },
  { "nxrrset", FAILURE_NO_RECORD },
  { "no records found", FAILURE_NO_RECORD },
  { "dns_info_no_records", FAILURE_NO_RECORD },
  { "(txt) records available for", FAILURE_NO_RECORD },
  { "does not have any rr of the requested type", FAILURE_NO_RECORD },
  { "does not contain an answer", FAILURE_NO_RECORD },
  { "status: noerror", FAILURE_NO_RECORD },
  { "rcode: noerror", FAILURE_NO_RECORD },
  { "\"status\":0", FAILURE_NO_RECORD },
  { "primary name server = ", FAILURE_NO_RECORD },

  { "servfail", FAILURE_SERVER },
  { "server failed", FAILURE_SERVER },
  { "server failure", FAILURE_SERVER },
  { "dns_error_rcode", FAILURE_SERVER },
  { "status: refused", FAILURE_SERVER },
  { "rcode: refused", FAILURE_SERVER },
  { "(refused)", FAILURE_SERVER },
  { ": refused", FAILURE_SERVER },
  { "erefused", FAILURE_SERVER },
  { "econnrefused", FAILURE_SERVER },
  { "server misbehaving", FAILURE_SERVER },
  { "dnssec validation failed", FAILURE_SERVER },
  { "malformed message packet", FAILURE_SERVER },
  { "temporary failure in name resolution", FAILURE_SERVER },
  { "query refused", FAILURE_SERVER },
  { "operation refused", FAILURE_SERVER },
  { "connection refused", FAILURE_SERVER },
  { "network unreachable", FAILURE_SERVER },
  { "host unreachable", FAILURE_SERVER },
  { "status: formerr", FAILURE_SERVER },
  { "status: notimp", FAILURE_SERVER },
  { "\"status\":2", FAILURE_SERVER },
  { "\"status\":5", FAILURE_SERVER },
  { "error sending query", FAILURE_SERVER },

  { "timed out", FAILURE_TIME_OUT },
  { "timed-out", FAILURE_TIME_OUT },
  { "timeout", FAILURE_TIME_OUT },
  { "no servers could be reached", FAILURE_TIME_OUT },
  { "etimedout", FAILURE_TIME_OUT },
};

/* The start of authority alone, which an answer without a record brings along
 * (RFC 2308 section 2.2). */
static gboolean
has_authority_alone (const char *text)
{
  const char *soa = strstr (text, "soa");

  return soa != NULL && strstr (soa, "authority") != NULL;
}

/* An alias and no other record, as in the answer for an alias whose target has none, or
 * in a zone file. */
static gboolean
has_alias_alone (const char *text)
{
  static const char alias[] = "cname";

  for (const char *p = strstr (text, alias); p != NULL; p = strstr (p + 1, alias))
    {
      if (p > text && g_ascii_isspace (p[-1]) && g_ascii_isspace (p[strlen (alias)]))
        return TRUE;
    }

  return strstr (text, " is an alias for ") != NULL;
}

static void
set_error (Failure   failure,
           GError  **error)
{
  switch (failure)
    {
    case FAILURE_NO_NAME:
      tlsrpt_error_set (error, TLSRPT_ERROR_NO_NAME, TLSRPT_ERROR_FINAL, NULL,
                        _("The answer contains no record: the name does not exist (NXDOMAIN)"));
      break;

    case FAILURE_NO_RECORD:
      tlsrpt_error_set (error, TLSRPT_ERROR_NO_RECORD, TLSRPT_ERROR_FINAL, NULL,
                        _("The answer contains no record: there is no TXT record at this name"));
      break;

    case FAILURE_ALIAS:
      tlsrpt_error_set (error, TLSRPT_ERROR_NO_RECORD, TLSRPT_ERROR_FINAL, NULL,
                        _("This is only an alias (CNAME). The record, if there is one, is at its "
                          "target."));
      break;

    case FAILURE_SERVER:
      tlsrpt_error_set (error, TLSRPT_ERROR_LOOKUP_FAILED, TLSRPT_ERROR_FINAL, NULL,
                        _("The lookup failed, so it does not show whether there is a record"));
      break;

    case FAILURE_TIME_OUT:
    default:
      tlsrpt_error_set (error, TLSRPT_ERROR_LOOKUP_TIMED_OUT, TLSRPT_ERROR_FINAL, NULL,
                        _("The lookup timed out, so it does not show whether there is a record"));
      break;
    }
}

/**
 * tlsrpt_paste_find_failure:
 * @text: a text in which there is no record
 * @length: its octets
 * @error: return location for an error
 *
 * Tells whether a text is the answer to a lookup that found no record.
 *
 * Returns: whether it is; then @error is set
 */
gboolean
tlsrpt_paste_find_failure (const char  *text,
                           gsize        length,
                           GError     **error)
{
  g_autofree char *lower = g_malloc (length + 1);
  g_autofree char *tight = g_malloc (length + 1);
  gsize n = 0;

  /* JSON may have white space after a colon. */
  for (gsize i = 0; i < length; i++)
    {
      lower[i] = text[i] == '\0' ? ' ' : g_ascii_tolower (text[i]);
      if (!g_ascii_isspace (lower[i]))
        tight[n++] = lower[i];
    }
  lower[length] = '\0';
  tight[n] = '\0';

  /* What names destinations is meant as a record. */
  if (strstr (tight, "rua=") != NULL || strstr (tight, "mailto:") != NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (strstr (phrases[i].words[0] == '"' ? tight : lower, phrases[i].words) != NULL)
        {
          set_error (phrases[i].failure, error);
          return TRUE;
        }
    }

  if (!has_authority_alone (lower) && !has_alias_alone (lower) && !g_str_equal (tight, "[]"))
    return FALSE;

  set_error (has_alias_alone (lower) ? FAILURE_ALIAS : FAILURE_NO_RECORD, error);

  return TRUE;
}
