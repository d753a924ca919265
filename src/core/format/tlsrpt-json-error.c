/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json-error.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

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
  g_autofree char *place = NULL;
  TlsrptError code = TLSRPT_ERROR_JSON;
  const char *reason;
  gsize fault;

  switch (status)
    {
    case TLSRPT_JSON_EMPTY:
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, NULL,
                        _("The file is empty"));
      return;

    case TLSRPT_JSON_TOO_LARGE:
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a size, such as “16 MiB” */
                        _("The report is larger than %s"), size);
      return;

    case TLSRPT_JSON_TOO_MANY:
      tlsrpt_error_set (error, TLSRPT_ERROR_JSON_VALUES, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'d is a number of values */
                        ngettext ("The report has more than %'d value",
                                  "The report has more than %'d values",
                                  TLSRPT_LIMIT_REPORT_VALUES),
                        TLSRPT_LIMIT_REPORT_VALUES);
      return;

    case TLSRPT_JSON_NO_MEMORY:
      tlsrpt_error_set (error, TLSRPT_ERROR_MEMORY, TLSRPT_ERROR_FINAL, NULL,
                        _("Not enough memory to read the report"));
      return;

    case TLSRPT_JSON_TOO_DEEP:
      code = TLSRPT_ERROR_JSON_DEPTH;
      reason = _("The JSON is nested too deeply");
      break;

    case TLSRPT_JSON_NOT_UTF8:
      code = TLSRPT_ERROR_ENCODING;
      reason = _("The JSON is not UTF-8");
      break;

    case TLSRPT_JSON_NUMBER:
      reason = _("The JSON has a number that is malformed or too large");
      break;

    case TLSRPT_JSON_STRING:
      reason = _("The JSON has a string with an invalid escape sequence");
      break;

    case TLSRPT_JSON_CONTROL:
      reason = _("The JSON has a string with a control character");
      break;

    case TLSRPT_JSON_UNCLOSED:
      reason = _("The JSON ends within a string");
      break;

    case TLSRPT_JSON_SYNTAX:
    default:
      reason = _("The JSON is malformed");
      break;
    }

  fault = tlsrpt_json_find_fault (text, length, status);
  if (fault == G_MAXSIZE)
    {
      tlsrpt_error_set (error, code, TLSRPT_ERROR_FINAL, NULL, "%s", reason);
    }
  else
    {
      guint line = 1;
      gsize begin = 0;

      for (gsize i = 0; i < fault; i++)
        {
          if (text[i] == '\n')
            {
              line++;
              begin = i + 1;
            }
        }

      tlsrpt_error_set (error, code, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what is wrong with a text, such as “The JSON is
                         * malformed”; the numbers say where */
                        _("%s (line %u, column %u)"),
                        reason, line, (guint) (fault - begin + 1));
    }
}
