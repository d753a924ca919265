/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-reading.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-report-sample.h"

#define DOMAIN "example.com"
#define SECONDS_PER_DAY (24 * 60 * 60)
#define N_FORMS (TLSRPT_REPORT_SAMPLE_MAIL + 1)

/* Types of failure, each once; if there is none, nothing failed. */
static GPtrArray *
take_types (const uint8_t **data,
            size_t         *size)
{
  const char *const *known = tlsrpt_report_get_result_types ();
  GPtrArray *types = g_ptr_array_new ();
  guint n_known = g_strv_length ((char **) known);

  for (guint n = fuzz_take_number (data, size, 16); n > 0; n--)
    {
      const char *type = known[fuzz_take_number (data, size, n_known)];

      if (!g_ptr_array_find (types, type, NULL))
        g_ptr_array_add (types, (gpointer) type);
    }
  if (types->len == 0)
    g_ptr_array_add (types, (gpointer) TLSRPT_REPORT_SAMPLE_SUCCESS);
  g_ptr_array_add (types, NULL);

  return types;
}

/* It says of the domain what it should say, of the day before, and there is nothing to
 * note but that nothing of it happened, and that two policies are about the same sessions. */
static void
check_report (const TlsrptReport *report,
              const char         *domain,
              const char *const  *types,
              gint64              now)
{
  gint64 n_failed = 0;
  guint n_types = g_strv_length ((char **) types);

  g_assert_true (tlsrpt_report_is_sample (report));
  for (gsize i = 0; i < report->n_notes; i++)
    g_assert_true (report->notes[i].code == TLSRPT_REPORT_NOTE_SAMPLE ||
                   (report->notes[i].code == TLSRPT_REPORT_NOTE_COUNTED_ONCE &&
                    report->n_policies == 2));
  g_assert_cmpint (report->start, ==, (now / SECONDS_PER_DAY - 1) * SECONDS_PER_DAY);
  g_assert_cmpint (report->end, ==, report->start + SECONDS_PER_DAY - 1);

  g_assert_cmpuint (report->n_policies, >=, 1);
  for (gsize i = 0; i < report->n_policies; i++)
    {
      const TlsrptReportPolicy *policy = &report->policies[i];

      g_assert_cmpstr (policy->domain, ==, domain);
      g_assert_cmpint (policy->n_unexplained, ==, 0);
      n_failed += policy->failed;
      for (gsize j = 0; j < policy->n_failures; j++)
        g_assert_true (g_strv_contains (types, policy->failures[j].result_type));
    }
  g_assert_cmpint (n_failed, ==, g_str_equal (types[0], TLSRPT_REPORT_SAMPLE_SUCCESS) ? 0 : n_types);
}

/* The form, the types, and the day of a sample; the rest is its domain. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  TlsrptReportSampleForm form = fuzz_take_number (&data, &size, N_FORMS);
  g_autoptr (GPtrArray) types = take_types (&data, &size);
  const char *const *names = (const char *const *) types->pdata;
  /* From 1970 to 9966. */
  gint64 now = ((gint64) fuzz_take_number (&data, &size, 235) << 30) +
               ((gint64) fuzz_take_number (&data, &size, 256) << 22) + SECONDS_PER_DAY;
  g_autofree char *line = fuzz_take_line (&data, &size);
  g_autofree char *text = g_utf8_make_valid (line, -1);
  g_autofree char *domain = tlsrpt_domain_to_ascii (text, NULL);
  g_autofree char *id = tlsrpt_report_sample_dup_id ();
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  gsize length;
  const char *sample;

  if (domain == NULL)
    domain = g_strdup (DOMAIN);

  name = tlsrpt_report_sample_dup_file_name (domain, id, form, now);
  g_assert_null (strchr (name, '/'));

  bytes = tlsrpt_report_sample_new (domain, names, id, form, now);
  sample = g_bytes_get_data (bytes, &length);
  fuzz_read (name, (const uint8_t *) sample, length, reports, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (reports->len, ==, 1);
  check_report (g_ptr_array_index (reports, 0), domain, names, now);

  return 0;
}
