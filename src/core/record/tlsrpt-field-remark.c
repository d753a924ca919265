/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field-remark.h"

#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>

static gboolean
is_error_due (TlsrptField *self,
              gboolean     is_finished)
{
  const GError *error = tlsrpt_field_get_error (self);

  if (error == NULL)
    return FALSE;

  return is_finished ||
         (!tlsrpt_field_is_blank (self) && !tlsrpt_error_is_incomplete (error));
}

static gboolean
is_duplicate (TlsrptField *self)
{
  return tlsrpt_field_get_value (self) != NULL && tlsrpt_field_get_duplicate (self);
}

/**
 * tlsrpt_field_dup_remark:
 * @self: a field
 * @is_finished: whether the typing has ended, so that what is incomplete is wrong
 *
 * Tells what to say about a field: nothing against somebody who is typing and may
 * still get it right.
 *
 * Returns: (transfer full) (nullable): the remark
 */
TlsrptRemark *
tlsrpt_field_dup_remark (TlsrptField *self,
                         gboolean     is_finished)
{
  TlsrptRemark *advice;

  g_return_val_if_fail (TLSRPT_IS_FIELD (self), NULL);

  if (is_error_due (self, is_finished))
    {
      const GError *error = tlsrpt_field_get_error (self);

      return tlsrpt_remark_new (TLSRPT_SEVERITY_ERROR, "problem",
                                tlsrpt_error_get_repair (error), "%s", error->message);
    }

  if (is_duplicate (self))
    return tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "duplicate", NULL,
                              _("Duplicate of a destination above; the record lists it once"));

  advice = tlsrpt_field_get_advice (self);

  return advice != NULL ? g_object_ref (advice) : NULL;
}

/**
 * tlsrpt_field_is_good:
 * @self: a field
 *
 * Tells whether to mark the field as right.  A mark of success beside a warning would
 * say two things at once.
 *
 * Returns: whether it has a value of its own, and no warning
 */
gboolean
tlsrpt_field_is_good (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), FALSE);

  return tlsrpt_field_get_value (self) != NULL && !is_duplicate (self) &&
         tlsrpt_remark_get_severity (tlsrpt_field_get_advice (self)) < TLSRPT_SEVERITY_WARNING;
}
