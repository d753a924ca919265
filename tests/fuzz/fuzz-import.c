/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-import.h"
#include "tlsrpt-limits.h"

static void
read_items (GListModel *model)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      fuzz_read_properties (item);
    }
}

/* Adds what was pasted to a form that has something, and puts it in its place. */
static void
check_import (TlsrptImport *import,
              TlsrptRecord *form)
{
  fuzz_read_properties (import);
  read_items (tlsrpt_import_get_findings (import));
  read_items (tlsrpt_import_get_changes (import));

  if (tlsrpt_import_get_can_merge (import))
    {
      tlsrpt_import_merge (import);
      g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (form)),
                        <=, TLSRPT_LIMIT_DESTINATIONS);
    }
  if (tlsrpt_import_get_can_replace (import))
    {
      tlsrpt_import_replace (import);
      g_assert_true (tlsrpt_record_has_destination (form));
    }
}

/* The first line is a destination of the form, the rest is what is pasted. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *raw = fuzz_take_line (&data, &size);
  g_autofree char *destination = g_utf8_make_valid (raw, -1);
  g_autofree char *raw_text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *text = g_utf8_make_valid (raw_text, -1);
  guint n_choices;

  for (guint selected = 0, again = TRUE; again; selected++)
    {
      g_autoptr (TlsrptRecord) form = tlsrpt_record_new ();
      g_autoptr (TlsrptImport) import = tlsrpt_import_new ();

      if (*destination != '\0')
        tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, destination);
      tlsrpt_import_set_form (import, form);
      tlsrpt_import_set_text (import, text);
      n_choices = g_list_model_get_n_items (tlsrpt_import_get_choices (import));
      if (selected > 0)
        tlsrpt_import_set_selected (import, selected);
      check_import (import, form);
      again = selected + 1 < MIN (n_choices, 3);
    }

  return 0;
}
