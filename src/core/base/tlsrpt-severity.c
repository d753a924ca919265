/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-severity.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (TlsrptSeverity, tlsrpt_severity,
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_SEVERITY_ERROR, "error"))

/* One line for each severity. */
static const struct
{
  const char *name;
  const char *label;
} words[] = {
  [TLSRPT_SEVERITY_NONE] = { "none", NULL },
  [TLSRPT_SEVERITY_NOTE] = { "note", N_("Note") },
  [TLSRPT_SEVERITY_WARNING] = { "warning", N_("Warning") },
  [TLSRPT_SEVERITY_ERROR] = { "error", N_("Error") },
};

/**
 * tlsrpt_severity_get_label:
 * @severity: a severity
 *
 * Gets the word for a severity that people read, or hear in place of its icon.
 *
 * Returns: (nullable): a translated word; `NULL` if there is nothing to say
 */
const char *
tlsrpt_severity_get_label (TlsrptSeverity severity)
{
  g_return_val_if_fail ((gsize) severity < G_N_ELEMENTS (words), NULL);

  return words[severity].label != NULL ? _(words[severity].label) : NULL;
}

/**
 * tlsrpt_severity_get_name:
 * @severity: a severity
 *
 * Gets the word for a severity that scripts may rely on.
 *
 * Returns: a lower-case word
 */
const char *
tlsrpt_severity_get_name (TlsrptSeverity severity)
{
  g_return_val_if_fail ((gsize) severity < G_N_ELEMENTS (words), NULL);

  return words[severity].name;
}
