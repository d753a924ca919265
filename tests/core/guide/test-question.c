/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question.h"

/* What people ask; each must be answered. */
static const char *const ids[] = {
  "use-generator", "why-tls-rpt", "how-it-works", "direction", "success-reports", "no-reports",
  "failure-kinds", "which-domains", "host-field", "quotes", "two-records", "cname",
  "other-domain-address", "where-to-send", "all-destinations", "ttl", "needs-policy",
  "changes-delivery", "reveals",
};

static void
test_lookup (void)
{
  GListModel *questions = tlsrpt_question_get_all ();

  g_assert_cmpuint (g_list_model_get_n_items (questions), ==, G_N_ELEMENTS (ids));

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (TlsrptQuestion) question = g_list_model_get_item (questions, i);
      const char *title = tlsrpt_guide_entry_get_title (TLSRPT_GUIDE_ENTRY (question));

      g_assert_true (tlsrpt_question_lookup (ids[i]) == question);
      g_assert_true (g_str_has_suffix (title, "?"));
    }

  g_assert_null (tlsrpt_question_lookup (""));
  g_assert_null (tlsrpt_question_lookup ("Direction"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/lookup", test_lookup);

  return g_test_run ();
}
