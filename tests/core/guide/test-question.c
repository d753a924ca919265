/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question.h"

/* What people ask; each must be answered, and links may lead to it. */
static const char *const ids[] = {
  "use-generator", "why-tls-rpt", "how-it-works", "direction", "needs-policy", "changes-delivery",
  "reveals",
  "which-domains", "host-field", "quotes", "two-records", "cname", "other-domain-address",
  "where-to-send", "all-destinations", "ttl",
  "read-a-report", "no-policy-found", "sts", "tlsa", "failure-kinds", "success-reports",
  "no-reports", "who-sends", "send-reports",
  "mta-sts-rollout", "host-the-policy", "dane-and-mta-sts", "renew-with-dane",
  "mail-not-arriving",
};

static void
test_lookup (void)
{
  GListModel *questions = tlsrpt_question_get_all ();
  TlsrptQuestionGroup group = TLSRPT_QUESTION_GROUP_BASICS;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (tlsrpt_question_lookup (ids[i]) == NULL)
        g_test_fail_printf ("question %s is gone", ids[i]);
    }

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (TlsrptQuestion) question = g_list_model_get_item (questions, i);
      TlsrptGuideEntry *entry = TLSRPT_GUIDE_ENTRY (question);

      g_test_message ("%s", tlsrpt_guide_entry_get_id (entry));
      g_assert_true (tlsrpt_question_lookup (tlsrpt_guide_entry_get_id (entry)) == question);
      g_assert_true (g_str_has_suffix (tlsrpt_guide_entry_get_title (entry), "?"));
      g_assert_cmpint (tlsrpt_question_get_group (question), >=, group);
      group = tlsrpt_question_get_group (question);
    }

  g_assert_cmpint (group, ==, TLSRPT_N_QUESTION_GROUPS - 1);
  g_assert_null (tlsrpt_question_lookup (""));
  g_assert_null (tlsrpt_question_lookup ("Direction "));
  g_assert_true (tlsrpt_question_lookup ("Host_Field") == tlsrpt_question_lookup ("host-field"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/lookup", test_lookup);

  return g_test_run ();
}
