/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-mail-host.h"

#include "tlsrpt-error.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>

/* The octets of the preference before the name in an MX record, and of the white
 * space between them, if that is what @text begins with.  A number alone is a
 * preference whose name is still to come.  The white space that was trimmed away
 * follows @length, so nothing may look there. */
static gsize
measure_preference (const char *text,
                    gsize       length)
{
  gsize digits = 0;
  gsize end;

  while (digits < length && g_ascii_isdigit (text[digits]))
    digits++;

  end = digits;
  while (end < length && (text[end] == ' ' || text[end] == '\t'))
    end++;

  return digits > 0 && (end > digits || end == length) ? end : 0;
}

/**
 * tlsrpt_mail_host_to_ascii:
 * @text: what was typed, or copied from the list of MX records
 * @error: return location for an error
 *
 * Converts the name of a mail server to A-labels.  White space around it, a
 * final dot, and the preference in “10 mx1.example.com.” are left out.
 *
 * Returns: (transfer full) (nullable): the name, or `NULL` with @error set
 */
char *
tlsrpt_mail_host_to_ascii (const char  *text,
                           GError     **error)
{
  gsize length;
  gsize preference;

  g_return_val_if_fail (text != NULL, NULL);

  if (!tlsrpt_text_trim (text, &text, &length, error))
    return NULL;

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Enter the host name of a mail server, such as mx1.example.com"));
      return NULL;
    }

  preference = measure_preference (text, length);
  if (preference == length)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("The name of the mail server is missing"));
      return NULL;
    }

  return tlsrpt_host_to_ascii (text + preference, length - preference, TLSRPT_LIMIT_NAME, error);
}
