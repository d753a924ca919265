/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-advice.h"

/**
 * TlsrptAdvice:
 *
 * Something worth knowing about a record or an input that is right all the same.
 * It does not change.
 */
struct _TlsrptAdvice
{
  GObject         parent_instance;

  TlsrptSeverity  severity;
  char           *code;
  char           *message;
  char           *repair;
};

G_DEFINE_FINAL_TYPE (TlsrptAdvice, tlsrpt_advice, G_TYPE_OBJECT)

static void
tlsrpt_advice_finalize (GObject *object)
{
  TlsrptAdvice *self = TLSRPT_ADVICE (object);

  g_free (self->code);
  g_free (self->message);
  g_free (self->repair);

  G_OBJECT_CLASS (tlsrpt_advice_parent_class)->finalize (object);
}

static void
tlsrpt_advice_class_init (TlsrptAdviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_advice_finalize;
}

static void
tlsrpt_advice_init (TlsrptAdvice *self)
{
}

/**
 * tlsrpt_advice_new:
 * @severity: how much it matters: a note, or a warning
 * @code: what it is about, stable and in lower case with hyphens
 * @repair: (nullable): what to put in place of the input it is about
 * @format: the message for people, translated, followed by its arguments
 *
 * Creates a piece of advice.
 *
 * Returns: (transfer full): the advice
 */
TlsrptAdvice *
tlsrpt_advice_new (TlsrptSeverity  severity,
                   const char     *code,
                   const char     *repair,
                   const char     *format,
                   ...)
{
  TlsrptAdvice *self = g_object_new (TLSRPT_TYPE_ADVICE, NULL);
  va_list args;

  self->severity = severity;
  self->code = g_strdup (code);
  self->repair = g_strdup (repair);

  va_start (args, format);
  self->message = g_strdup_vprintf (format, args);
  va_end (args);

  return self;
}

/**
 * tlsrpt_advice_get_severity:
 * @self: (nullable): a piece of advice
 *
 * Gets how much @self matters, beside things that may be wrong.
 *
 * Returns: the severity, `TLSRPT_SEVERITY_NONE` for no advice
 */
TlsrptSeverity
tlsrpt_advice_get_severity (TlsrptAdvice *self)
{
  return self != NULL ? self->severity : TLSRPT_SEVERITY_NONE;
}

const char *
tlsrpt_advice_get_code (TlsrptAdvice *self)
{
  g_return_val_if_fail (TLSRPT_IS_ADVICE (self), NULL);

  return self->code;
}

const char *
tlsrpt_advice_get_message (TlsrptAdvice *self)
{
  g_return_val_if_fail (TLSRPT_IS_ADVICE (self), NULL);

  return self->message;
}

/**
 * tlsrpt_advice_get_repair:
 *
 * Returns: (nullable): what to put in place of the input
 */
const char *
tlsrpt_advice_get_repair (TlsrptAdvice *self)
{
  g_return_val_if_fail (TLSRPT_IS_ADVICE (self), NULL);

  return self->repair;
}

/**
 * tlsrpt_advice_equal:
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
tlsrpt_advice_equal (TlsrptAdvice *self,
                     TlsrptAdvice *other)
{
  g_return_val_if_fail (TLSRPT_IS_ADVICE (self), FALSE);
  g_return_val_if_fail (TLSRPT_IS_ADVICE (other), FALSE);

  return self->severity == other->severity && g_str_equal (self->code, other->code) &&
         g_str_equal (self->message, other->message) &&
         g_strcmp0 (self->repair, other->repair) == 0;
}
