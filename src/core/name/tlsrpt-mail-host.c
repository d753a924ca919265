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
#include <string.h>

/* The octets of the preference before the name in an MX record, and of the white
 * space between them, if that is what @text begins with. */
static gsize
measure_preference (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  gsize blanks = strspn (text + digits, " \t");

  return digits > 0 && blanks > 0 ? digits + blanks : 0;
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
                        _("Enter the name of a mail server, such as mx1.example.com"));
      return NULL;
    }

  /* The text is trimmed, so a name follows. */
  preference = measure_preference (text);

  return tlsrpt_host_to_ascii (text + preference, length - preference, TLSRPT_LIMIT_NAME, error);
}
