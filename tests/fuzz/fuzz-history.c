/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-history.h"

#include <gio/gio.h>

/* What an earlier “check --json” printed, up to an empty line, and one object of a later
 * one. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = size > 0 ? (const char *) data : "";
  const char *end = g_strstr_len (text, (gssize) size, "\n\n");
  size_t n_before = end != NULL ? (size_t) (end - text) + 1 : size;
  size_t n_after = end != NULL ? size - n_before - 1 : 0;
  g_autofree char *before = n_before > 0 ? g_memdup2 (text, n_before) : g_strdup ("");
  g_autofree char *after = n_after > 0 ? g_memdup2 (text + size - n_after, n_after) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptHistory) history = tlsrpt_history_new (before, n_before, &error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GString) json = g_string_new ("{}\n");

  if (history == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  tlsrpt_history_get_time (history, "a.example");
  changes = tlsrpt_history_compare (history, after, n_after);
  if (changes == NULL)
    return 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const TlsrptChanged *changed = g_ptr_array_index (changes, i);

      g_assert_cmpstr (changed->before, !=, changed->after);
      g_assert_nonnull (tlsrpt_changed_get_token (changed->kind));
      g_assert_nonnull (tlsrpt_changed_get_label (changed->kind));
    }
  tlsrpt_changed_append_json (json, changes);
  g_assert_true (g_str_is_ascii (json->str));

  return 0;
}
