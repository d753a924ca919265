/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json-error.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

/* What can be wrong at a place in the text. */
static const struct
{
  TlsrptError  code;
  const char  *message;
} faults[] = {
  [TLSRPT_JSON_TOO_DEEP] = {
    TLSRPT_ERROR_JSON_DEPTH, N_("The JSON is nested too deeply"),
  },
  [TLSRPT_JSON_NOT_UTF8] = {
    TLSRPT_ERROR_ENCODING, N_("The JSON is not UTF-8"),
  },
  [TLSRPT_JSON_NUMBER] = {
    TLSRPT_ERROR_JSON, N_("The JSON has a number that is malformed or too large"),
  },
  [TLSRPT_JSON_STRING] = {
    TLSRPT_ERROR_JSON, N_("The JSON has a string with an invalid escape sequence"),
  },
  [TLSRPT_JSON_CONTROL] = {
    TLSRPT_ERROR_JSON, N_("The JSON has a string with a control character"),
  },
  [TLSRPT_JSON_UNCLOSED] = {
    TLSRPT_ERROR_JSON, N_("The JSON ends within a string"),
  },
  [TLSRPT_JSON_SYNTAX] = {
    TLSRPT_ERROR_JSON, N_("The JSON is malformed"),
  },
};

static void
set_fault (GError           **error,
           TlsrptJsonStatus   status,
           const char        *text,
           gsize              length)
{
  gsize fault = tlsrpt_json_find_fault (text, length, status);
  gsize begin = 0;
  guint line = 1;

  if (fault == G_MAXSIZE)
    {
      tlsrpt_error_set (error, faults[status].code, TLSRPT_ERROR_FINAL, NULL,
                        "%s", _(faults[status].message));
      return;
    }

  for (gsize i = 0; i < fault; i++)
    {
      if (text[i] == '\n')
        {
          line++;
          begin = i + 1;
        }
    }

  tlsrpt_error_set (error, faults[status].code, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what is wrong with a text, such as “The JSON is
                     * malformed”; the numbers say where */
                    _("%s (line %u, column %u)"),
                    _(faults[status].message), line, (guint) (fault - begin + 1));
}

/**
 * tlsrpt_json_set_error:
 * @error: where to put the error
 * @status: why the text was refused
 * @text: the text
 * @length: its octets
 *
 * Says what is wrong with JSON, and where.
 */
void
tlsrpt_json_set_error (GError           **error,
                       TlsrptJsonStatus   status,
                       const char        *text,
                       gsize              length)
{
  g_autofree char *size = g_format_size_full (TLSRPT_LIMIT_REPORT_JSON, G_FORMAT_SIZE_IEC_UNITS);

  switch (status)
    {
    case TLSRPT_JSON_EMPTY:
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, NULL,
                        _("The file is empty"));
      break;

    case TLSRPT_JSON_TOO_LARGE:
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a size, such as “16 MiB” */
                        _("The report is larger than %s"), size);
      break;

    case TLSRPT_JSON_TOO_MANY:
      tlsrpt_error_set (error, TLSRPT_ERROR_JSON_VALUES, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'d is a number of values */
                        ngettext ("The report has more than %'d value",
                                  "The report has more than %'d values",
                                  TLSRPT_LIMIT_REPORT_VALUES),
                        TLSRPT_LIMIT_REPORT_VALUES);
      break;

    case TLSRPT_JSON_NO_MEMORY:
      tlsrpt_error_set (error, TLSRPT_ERROR_MEMORY, TLSRPT_ERROR_FINAL, NULL,
                        _("Not enough memory to read the report"));
      break;

    default:
      g_return_if_fail ((gsize) status < G_N_ELEMENTS (faults) && faults[status].message != NULL);
      set_fault (error, status, text, length);
    }
}
