/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-severity-look.h"

/* One line for each severity. */
static const struct
{
  const char *icon_name;
  const char *style;
} looks[] = {
  [TLSRPT_SEVERITY_NONE] = { NULL, NULL },
  [TLSRPT_SEVERITY_NOTE] = { "dialog-information-symbolic", "dim-label" },
  [TLSRPT_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [TLSRPT_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
};

/**
 * tlsrpt_severity_get_icon_name:
 * @severity: a severity
 *
 * Gets the icon that shows @severity without the help of color.
 *
 * Returns: (nullable): the name of a symbolic icon
 */
const char *
tlsrpt_severity_get_icon_name (TlsrptSeverity severity)
{
  return looks[severity].icon_name;
}

/**
 * tlsrpt_severity_get_style:
 * @severity: a severity
 *
 * Gets the style class that colors the icon.
 *
 * Returns: (nullable): the name of a style class of libadwaita
 */
const char *
tlsrpt_severity_get_style (TlsrptSeverity severity)
{
  return looks[severity].style;
}
