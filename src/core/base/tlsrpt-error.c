/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"

typedef struct
{
  char             *repair;
  TlsrptErrorFlags  flags;
} TlsrptErrorPrivate;

static void
tlsrpt_error_private_init (TlsrptErrorPrivate *priv)
{
}

static void
tlsrpt_error_private_copy (const TlsrptErrorPrivate *src,
                           TlsrptErrorPrivate       *dest)
{
  dest->repair = g_strdup (src->repair);
  dest->flags = src->flags;
}

static void
tlsrpt_error_private_clear (TlsrptErrorPrivate *priv)
{
  g_free (priv->repair);
}

G_DEFINE_EXTENDED_ERROR (TlsrptError, tlsrpt_error)

/**
 * tlsrpt_error_set:
 * @error: where to put the error
 * @code: the fault
 * @flags: whether further typing can mend the input
 * @repair: (nullable): what to put in place of the input, ready to use
 * @format: the message for people, translated, followed by its arguments
 *
 * Sets @error in the domain `TLSRPT_ERROR`.
 */
void
tlsrpt_error_set (GError           **error,
                  TlsrptError        code,
                  TlsrptErrorFlags   flags,
                  const char        *repair,
                  const char        *format,
                  ...)
{
  TlsrptErrorPrivate *priv;
  va_list args;

  g_return_if_fail (error == NULL || *error == NULL);

  if (error == NULL)
    return;

  va_start (args, format);
  *error = g_error_new_valist (TLSRPT_ERROR, code, format, args);
  va_end (args);

  priv = tlsrpt_error_get_private (*error);
  priv->repair = g_strdup (repair);
  priv->flags = flags;
}

/**
 * tlsrpt_error_get_repair:
 * @error: an error of any domain
 *
 * Gets what could stand in place of the refused input.
 *
 * Returns: (nullable): the repaired input
 */
const char *
tlsrpt_error_get_repair (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != TLSRPT_ERROR)
    return NULL;

  return tlsrpt_error_get_private (error)->repair;
}

/**
 * tlsrpt_error_take_repair:
 * @error: an error of the domain `TLSRPT_ERROR`
 * @repair: (transfer full) (nullable): the repaired input
 *
 * Sets the repair: for callers that know the input as a whole where the error
 * comes from the check of a part of it.
 */
void
tlsrpt_error_take_repair (GError *error,
                          char   *repair)
{
  TlsrptErrorPrivate *priv;

  g_return_if_fail (error != NULL && error->domain == TLSRPT_ERROR);

  priv = tlsrpt_error_get_private (error);
  g_free (priv->repair);
  priv->repair = repair;
}

/**
 * tlsrpt_error_make_final:
 * @error: an error of the domain `TLSRPT_ERROR`
 *
 * Says that no further typing can mend the input: for callers that know that
 * something follows the part of it that was refused.
 */
void
tlsrpt_error_make_final (GError *error)
{
  g_return_if_fail (error != NULL && error->domain == TLSRPT_ERROR);

  tlsrpt_error_get_private (error)->flags &= ~TLSRPT_ERROR_INCOMPLETE;
}

/**
 * tlsrpt_error_is_incomplete:
 * @error: an error of any domain
 *
 * Tells whether the refused input may be the beginning of a right one, so that
 * nobody needs to be interrupted while typing.
 *
 * Returns: `TRUE` if more typing could mend the input
 */
gboolean
tlsrpt_error_is_incomplete (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return error->domain == TLSRPT_ERROR &&
         (tlsrpt_error_get_private (error)->flags & TLSRPT_ERROR_INCOMPLETE) != 0;
}
