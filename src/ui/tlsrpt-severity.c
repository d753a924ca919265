/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-severity.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (TlsrptSeverity, tlsrpt_severity,
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_ERROR, "error"))

/* One line for each severity. */
static const struct
{
  const char *icon_name;
  const char *label;
  const char *style;
} looks[] = {
  [TLSRPT_SEVERITY_NONE] = { NULL, NULL, NULL },
  [TLSRPT_SEVERITY_NOTE] = { "dialog-information-symbolic", N_("Note"), "dim-label" },
  [TLSRPT_SEVERITY_WARNING] = { "dialog-warning-symbolic", N_("Warning"), "warning" },
  [TLSRPT_SEVERITY_ERROR] = { "dialog-error-symbolic", N_("Error"), "error" },
};

/**
 * tlsrpt_severity_of_advice:
 * @advice: (nullable): a piece of advice
 *
 * Gets the severity that shows @advice.
 *
 * Returns: the severity, `TLSRPT_SEVERITY_NONE` for no advice
 */
TlsrptSeverity
tlsrpt_severity_of_advice (TlsrptAdvice *advice)
{
  if (advice == NULL)
    return TLSRPT_SEVERITY_NONE;

  switch (tlsrpt_advice_get_level (advice))
    {
    case TLSRPT_ADVICE_NOTE:
      return TLSRPT_SEVERITY_NOTE;

    case TLSRPT_ADVICE_WARNING:
      return TLSRPT_SEVERITY_WARNING;

    default:
      g_return_val_if_reached (TLSRPT_SEVERITY_NONE);
    }
}

/**
 * tlsrpt_severity_get_icon_name:
 * @severity: a severity
 *
 * Gets the icon that shows @severity without the help of colour.
 *
 * Returns: (nullable): the name of a symbolic icon
 */
const char *
tlsrpt_severity_get_icon_name (TlsrptSeverity severity)
{
  return looks[severity].icon_name;
}

/**
 * tlsrpt_severity_get_label:
 * @severity: a severity
 *
 * Gets what a screen reader says for the icon.
 *
 * Returns: (nullable): a translated word
 */
const char *
tlsrpt_severity_get_label (TlsrptSeverity severity)
{
  return looks[severity].label != NULL ? _(looks[severity].label) : NULL;
}

/**
 * tlsrpt_severity_get_style:
 * @severity: a severity
 *
 * Gets the style class that colours the icon.
 *
 * Returns: (nullable): the name of a style class of libadwaita
 */
const char *
tlsrpt_severity_get_style (TlsrptSeverity severity)
{
  return looks[severity].style;
}
