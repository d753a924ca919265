/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Whether a message ends as messages do: one sentence has no full stop, several have. */
static inline gboolean
sentence_ends_well (const char *message)
{
  gboolean is_several = strstr (message, ". ") != NULL || strstr (message, "? ") != NULL;
  gboolean has_stop = g_str_has_suffix (message, ".") || g_str_has_suffix (message, "?");

  return is_several == has_stop;
}

G_END_DECLS
