/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field-judgement.h"

#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>

static gboolean
is_error_due (TlsrptField *field,
              gboolean     is_finished)
{
  const GError *error = tlsrpt_field_get_error (field);

  if (error == NULL)
    return FALSE;

  return is_finished ||
         (!tlsrpt_field_is_blank (field) && !tlsrpt_error_is_incomplete (error));
}

/**
 * tlsrpt_field_judge:
 * @field: a field
 * @is_finished: whether the typing has ended, so that what is incomplete is wrong
 *
 * Tells what to say about a field: nothing against somebody who is typing and may
 * still get it right.
 *
 * Returns: the judgement
 */
TlsrptFieldJudgement
tlsrpt_field_judge (TlsrptField *field,
                    gboolean     is_finished)
{
  TlsrptFieldJudgement judgement = { TLSRPT_SEVERITY_NONE, NULL, NULL, FALSE };
  gboolean is_duplicate = FALSE;
  TlsrptAdvice *advice;

  g_return_val_if_fail (TLSRPT_IS_FIELD (field), judgement);

  if (tlsrpt_field_get_value (field) != NULL)
    is_duplicate = tlsrpt_field_get_duplicate (field);

  if (is_error_due (field, is_finished))
    {
      const GError *error = tlsrpt_field_get_error (field);

      judgement.severity = TLSRPT_SEVERITY_ERROR;
      judgement.message = error->message;
      judgement.repair = tlsrpt_error_get_repair (error);
    }
  else if (is_duplicate)
    {
      judgement.severity = TLSRPT_SEVERITY_NOTE;
      judgement.message = _("Duplicate of a destination above; the record lists it once");
    }
  else if ((advice = tlsrpt_field_get_advice (field)) != NULL)
    {
      judgement.severity = tlsrpt_advice_get_severity (advice);
      judgement.message = tlsrpt_advice_get_message (advice);
      judgement.repair = tlsrpt_advice_get_repair (advice);
    }

  /* A mark of success beside a warning would say two things at once. */
  judgement.is_good = tlsrpt_field_get_value (field) != NULL && !is_duplicate &&
                      judgement.severity < TLSRPT_SEVERITY_WARNING;

  return judgement;
}
